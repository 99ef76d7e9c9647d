/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/outbox/sme-letter.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-dossiers.h"

G_BEGIN_DECLS

/* The messages that the backend sends (acceptance A4, A5), each written with what causes it. */
gboolean sme_outbox_send_activation (SmeCall *call,
                                     SmeStoredAccount *account,
                                     const char *token,
                                     GError **error);
/* To somebody who registers an address that has an account: nothing was made, here is how to get
 * in. */
gboolean sme_outbox_send_account_exists (SmeCall *call, SmeStoredAccount *account, GError **error);
gboolean sme_outbox_send_payment_received (SmeCall *call, SmeStoredOrder *order, GError **error);
/* Link, user name and, the first time, the first password. */
gboolean sme_outbox_send_econtract_access (SmeCall *call,
                                           SmeStoredOrder *order,
                                           const char *dossier_id,
                                           GError **error);
gboolean
sme_outbox_send_otp (SmeCall *call, SmeStoredDossier *dossier, const char *code, GError **error);
gboolean sme_outbox_send_certificate_code (SmeCall *call,
                                           SmeStoredOrder *order,
                                           const char *code,
                                           GError **error);
/* @kind: SME_LETTER_SMARTCA_ISSUED or SME_LETTER_ACCEPTANCE_SIGNED; @ends_on: the last day */
gboolean sme_outbox_send_term (SmeCall *call,
                               SmeStoredOrder *order,
                               SmeLetterKind kind,
                               int ends_on,
                               GError **error);
gboolean sme_outbox_send_refused (SmeCall *call,
                                  SmeStoredOrder *order,
                                  SmeCertificate *certificate,
                                  GError **error);
/* That a case was opened, with its number, or how it was resolved. */
gboolean
sme_outbox_send_case (SmeCall *call, SmeStoredOrder *order, SmeCase *support_case, GError **error);

G_END_DECLS
