/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-history-text.h"

#include "app/account/sme-consent-text.h"
#include "app/manage/sme-state-text.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>
#include <string.h>

/* By name; where the state that follows says it all there is nothing here. */
static const struct
{
  const char *event;
  const char *text;
} events[] = {
  { "account.register", NC_ ("history", "The account was registered") },
  { "account.activate", NC_ ("history", "The account was activated") },
  { "account.update", NC_ ("history", "Data of the account were changed") },
  { "account.supersede", NC_ ("history", "Another registration of this address came first") },
  { "account.delete", NC_ ("history", "The account was deleted") },
  { "session.start", NC_ ("history", "Signed in") },
  { "session.end", NC_ ("history", "Signed out on a device") },
  { "session.end-all", NC_ ("history", "Signed out everywhere") },
  { "password.change", NC_ ("history", "The password was changed") },
  { "email.change", NC_ ("history", "The email address was changed") },
  { "phone.change", NC_ ("history", "The phone number was changed") },
  { "econtract.password", NC_ ("history", "The password of the contract system was changed") },
  { "order.create", NC_ ("history", "The order was begun") },
  { "certificate.send-code", NC_ ("history", "The activation code was sent") },
  { "certificate.resend-code", NC_ ("history", "The activation code was sent again") },
  { "certificate.wrong-code", NC_ ("history", "A wrong activation code was entered") },
  { "certificate.activate", NC_ ("history", "The activation code was entered") },
  { "certificate.ekyc", NC_ ("history", "The identity was checked") },
  { "certificate.issue", NC_ ("history", "The certificate was issued") },
  { "certificate.refuse", NC_ ("history", "The certificate was refused") },
  { "certificate.revoke", NC_ ("history", "The certificate was revoked") },
  { "case.open", NC_ ("history", "The support was asked") },
  { "case.resolve", NC_ ("history", "The support has answered") },
  { "refund_request.ask", NC_ ("history", "The money was asked back") },
  { "refund_request.grant", NC_ ("history", "The request for the money was granted") },
  { "refund_request.refuse", NC_ ("history", "The request for the money was refused") },
};

/* What else can happen to something, by its new state. */
static const struct
{
  const char *prefix;
  const char *text; /* Translators: %s is a state */
  const char *otherwise;
  GType (*state) (void);
} things[] = {
  { "order.", NC_ ("history", "Order: %s"), NC_ ("history", "The order was changed"),
    sme_order_state_get_type },
  { "payment.", NC_ ("history", "Payment: %s"), NC_ ("history", "A notice about the payment came"),
    sme_payment_state_get_type },
  { "refund.", NC_ ("history", "Refund: %s"), NC_ ("history", "The refund was changed"),
    sme_refund_state_get_type },
  { "dossier.", NC_ ("history", "Contract: %s"), NC_ ("history", "The contract was changed"),
    sme_dossier_state_get_type },
};

static char *
say_state (guint thing, SmeRecord *item)
{
  const char *nick = sme_record_get_text (item, "to_state");
  const char *text = g_dpgettext2 (NULL, "history", things[thing].text);
  g_auto (GStrv) around = g_strsplit (text, "%s", 2);
  int state;

  if (nick == NULL || !sme_enum_from_nick (things[thing].state (), nick, &state))
    return g_strdup (g_dpgettext2 (NULL, "history", things[thing].otherwise));
  return g_strjoinv (sme_state_text_find (things[thing].state (), state).text, around);
}

static char *
say_consent (SmeRecord *item, const char *format)
{
  const char *purpose = sme_record_get_text (item, "detail");
  g_autofree char *consent = purpose != NULL ? sme_consent_text (purpose) : g_strdup ("");
  g_auto (GStrv) around = g_strsplit (format, "%s", 2);

  return g_strjoinv (consent, around);
}

char *
sme_history_text (SmeHistoryItem *item)
{
  SmeRecord *record = SME_RECORD (item);
  const char *event = sme_record_get_text (record, "event");

  if (g_str_equal (event, "consent.give"))
    /* Translators: %s is the sentence that was agreed to. */
    return say_consent (record, _ ("Agreed to: “%s”"));
  if (g_str_equal (event, "consent.withdraw"))
    /* Translators: %s is the sentence that was agreed to. */
    return say_consent (record, _ ("Consent withdrawn: “%s”"));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    if (g_str_equal (events[i].event, event))
      return g_strdup (g_dpgettext2 (NULL, "history", events[i].text));
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    if (g_str_has_prefix (event, things[i].prefix))
      return say_state (i, record);
  return g_strdup (C_ ("history", "Something was changed"));
}
