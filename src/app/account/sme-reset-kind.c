/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-reset-kind.h"

#include "app/account/sme-account-rules.h"
#include "client/sme-econtract.h"
#include "core/sme-email.h"

#include <glib/gi18n.h>

static const SmeResetKind kinds[] = {
  { "reset-password", N_ ("Forgotten password"), N_ ("Email address"), "/email",
    N_ ("Enter the email address of your account. A code is sent there with which you choose a new "
        "password."),
    /* Translators: an e-mail address, a number of digits, a number of minutes. */
    N_ ("If there is an account with the address %s, a code of %d digits is on its way there. It "
        "is valid for %d minutes."),
    N_ ("Use another address"), N_ ("The new password is set. Please sign in with it."),
    sme_account_judge_email, SME_OP_REQUEST_PASSWORD_RESET, SME_OP_RESET_PASSWORD, FALSE },
  { "reset-econtract", N_ ("Forgotten eContract password"), N_ ("User name"), "/username",
    N_ ("Enter your eContract user name. A code is sent to the e-mail address that belongs to it; "
        "with the code you choose a new password. Your OneSME password stays as it is."),
    /* Translators: a user name, a number of digits, a number of minutes. */
    N_ ("If there is an eContract user %s, a code of %d digits is on its way to the e-mail address "
        "that belongs to the name. It is valid for %d minutes."),
    N_ ("Use another user name"), N_ ("The new eContract password is set. Please sign in with it."),
    NULL, SME_OP_ECONTRACT_REQUEST_RESET, SME_OP_ECONTRACT_RESET, TRUE },
};

const SmeResetKind *
sme_reset_kind_find (const char *route)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].route, route) == 0)
      return &kinds[i];
  return &kinds[0];
}

SmeCaller *
sme_reset_kind_get_caller (const SmeResetKind *self, SmeContext *context)
{
  return self->econtract ? SME_CALLER (sme_context_get_econtract (context))
                         : SME_CALLER (sme_context_get_shop (context));
}

char *
sme_reset_kind_normalize (const SmeResetKind *self, const char *entered)
{
  char *address = NULL;

  if (self->econtract)
    return g_strstrip (g_strdup (entered));
  sme_email_check (entered, &address);
  return address;
}

SmeRecord *
sme_reset_kind_make_request (const SmeResetKind *self, const char *holder)
{
  SmeRecord *request = g_object_new (sme_operation_get (self->request)->request (), NULL);

  sme_record_set_text (request, self->pointer + 1, holder);
  return request;
}
