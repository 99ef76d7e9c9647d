/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/account/sme-form-checker.h"
#include "app/sme-context.h"
#include "client/sme-caller.h"

G_BEGIN_DECLS

/**
 * SmeResetKind:
 * @title: of the page
 * @row_title: what is asked for first
 * @pointer: where it stands in the request ("/email")
 * @ask, @sent: what is explained before and after a code was sent; @sent has the places of what
 * was entered, of the number of digits and of the number of minutes
 * @other: of the button that asks for another one
 * @done: what is told in the end
 *
 * Whose password is forgotten: that of the OneSME account, or that of eContract, which is a system
 * of its own (acceptance A17, A60). The texts are not translated yet.
 */
typedef struct
{
  const char *route;
  const char *title;
  const char *row_title;
  const char *pointer;
  const char *ask;
  const char *sent;
  const char *other;
  const char *done;
  SmeFieldRule judge; /* nullable */
  SmeOperationId request;
  SmeOperationId reset;
  gboolean econtract;
} SmeResetKind;

/* By the route's name; the account's for any other. */
const SmeResetKind *sme_reset_kind_find (const char *route);

/* Who is asked. */
SmeCaller *sme_reset_kind_get_caller (const SmeResetKind *self, SmeContext *context);

/* What was entered, as it is sent; free with g_free(). */
char *sme_reset_kind_normalize (const SmeResetKind *self, const char *entered);
SmeRecord *sme_reset_kind_make_request (const SmeResetKind *self, const char *holder);

G_END_DECLS
