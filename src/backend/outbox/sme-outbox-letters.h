/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/outbox/sme-letter.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-codes.h"
#include "backend/store/sme-store-dossiers.h"
#include "backend/store/sme-store-econtract.h"
#include "backend/store/sme-store-signers.h"

G_BEGIN_DECLS

/* The messages that the backend sends (acceptance A4, A5), each written with what causes it. */
gboolean sme_outbox_send_activation (SmeCall *call,
                                     SmeStoredAccount *account,
                                     const char *token,
                                     GError **error);
/* To somebody who registers an address that has an account: nothing was made, here is how to get
 * in. */
gboolean sme_outbox_send_account_exists (SmeCall *call, SmeStoredAccount *account, GError **error);
/* The code to reset the password. @account: NULL does the same work and sends nothing. */
gboolean sme_outbox_send_password_reset (SmeCall *call,
                                         SmeStoredAccount *account,
                                         SmeCode *code,
                                         GError **error);
gboolean
sme_outbox_send_password_changed (SmeCall *call, SmeStoredAccount *account, GError **error);
/* Codes go to what is to be confirmed (code->value), news of a change to the address of before. */
gboolean sme_outbox_send_phone_code (SmeCall *call,
                                     SmeStoredAccount *account,
                                     SmeCode *code,
                                     GError **error);
gboolean sme_outbox_send_phone_changed (SmeCall *call,
                                        SmeStoredAccount *account,
                                        const char *phone,
                                        GError **error);
gboolean sme_outbox_send_email_code (SmeCall *call,
                                     SmeStoredAccount *account,
                                     SmeCode *code,
                                     GError **error);
gboolean sme_outbox_send_email_changed (SmeCall *call,
                                        SmeStoredAccount *account,
                                        const char *email,
                                        GError **error);
/* To the holder of an address that another account wants to change to. */
gboolean sme_outbox_send_email_taken (SmeCall *call, SmeStoredAccount *holder, GError **error);
/* The last letter, with what is kept and by which law. It belongs to no account. */
gboolean sme_outbox_send_account_deleted (SmeCall *call,
                                          SmeStoredAccount *account,
                                          SmeAccountDeletion *deletion,
                                          GError **error);
gboolean sme_outbox_send_payment_received (SmeCall *call, SmeStoredOrder *order, GError **error);
gboolean
sme_outbox_send_invoice (SmeCall *call, SmeStoredOrder *order, SmeInvoice *invoice, GError **error);
gboolean
sme_outbox_send_refund_sent (SmeCall *call, SmeStoredOrder *order, gint64 amount, GError **error);
/* Link, user name and, the first time, the first password. */
gboolean sme_outbox_send_econtract_access (SmeCall *call,
                                           SmeStoredOrder *order,
                                           const char *dossier_id,
                                           GError **error);
/* The code to reset the eContract password, to the address that belongs to the user name. @user:
 * NULL does the same work and sends nothing. */
gboolean sme_outbox_send_econtract_reset (SmeCall *call,
                                          SmeEcontractUser *user,
                                          SmeCode *code,
                                          GError **error);
gboolean sme_outbox_send_econtract_changed (SmeCall *call, SmeEcontractUser *user, GError **error);
/* To the holder: link and user name, and the first password where there is one to tell. */
gboolean sme_outbox_send_signer_invitation (SmeCall *call,
                                            SmeStoredOrder *order,
                                            SmeSigner *signer,
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
