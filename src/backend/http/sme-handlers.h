/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * SmeHandler:
 * @prepare: (nullable): slow work (hashing, drawing, sealing) done before and outside the
 * transaction; leaves its product in the call
 * @handle: answers inside the transaction and has no effects but rows; when what was prepared no
 * longer fits it fails with SME_PROBLEM_UNAVAILABLE and "stale", and both are run again
 */
typedef struct
{
  gboolean (*prepare) (SmeCall *call, GError **error);
  SmeReply *(*handle) (SmeCall *call, GError **error);
} SmeHandler;

const SmeHandler *sme_handlers_get (SmeOperationId operation);

/* To be answered by a handler whose prepared product is out of date. Returns NULL. */
SmeReply *sme_handler_stale (GError **error);
gboolean sme_handler_is_stale (const GError *error);

#define SME_HANDLER(name) SmeReply *sme_handle_##name (SmeCall *call, GError **error)
#define SME_PREPARE(name) gboolean sme_prepare_##name (SmeCall *call, GError **error)

/* api/sme-api-catalog.c */
SME_HANDLER (list_categories);
SME_HANDLER (list_services);
SME_HANDLER (get_service);
SME_HANDLER (like_service);
SME_HANDLER (unlike_service);
SME_HANDLER (list_news);
SME_HANDLER (list_divisions);
SME_HANDLER (list_division_editions);
SME_HANDLER (list_successors);
SME_HANDLER (create_quote);

/* api/sme-api-messages.c */
SME_HANDLER (list_dossier_messages);
SME_HANDLER (send_dossier_message);
SME_HANDLER (read_dossier_messages);
SME_HANDLER (list_dossier_cases);
SME_HANDLER (open_dossier_case);
SME_HANDLER (get_declaration);
SME_HANDLER (get_message_attachment);
SME_HANDLER (local_answer_dossier);

/* api/sme-api-econtract-reset.c */
SME_HANDLER (econtract_request_reset);
SME_PREPARE (econtract_reset);
SME_HANDLER (econtract_reset);

/* api/sme-api-signers.c */
SME_PREPARE (invite_signer);
SME_HANDLER (invite_signer);
SME_HANDLER (get_signer);
SME_HANDLER (withdraw_signer);

/* api/sme-api-evidence.c */
SME_HANDLER (get_evidence);
SME_HANDLER (get_evidence_content);
SME_HANDLER (get_archive);

/* api/sme-api-reviews.c */
SME_HANDLER (list_reviews);
SME_HANDLER (put_review);
SME_HANDLER (delete_review);

/* api/sme-api-my-data.c */
SME_HANDLER (get_my_data);
SME_HANDLER (export_my_data);
SME_HANDLER (preview_deletion);
SME_PREPARE (delete_me);
SME_HANDLER (delete_me);

/* api/sme-api-accounts.c */
SME_PREPARE (create_account);
SME_HANDLER (create_account);
SME_HANDLER (activate_account);
SME_HANDLER (resend_activation);
SME_HANDLER (get_me);
SME_HANDLER (update_me);

/* api/sme-api-passwords.c */
SME_HANDLER (request_password_reset);
SME_PREPARE (reset_password);
SME_HANDLER (reset_password);
SME_PREPARE (change_password);
SME_HANDLER (change_password);

/* api/sme-api-contacts.c */
SME_PREPARE (change_phone);
SME_HANDLER (change_phone);
SME_HANDLER (resend_phone_code);
SME_HANDLER (confirm_phone);
SME_PREPARE (change_email);
SME_HANDLER (change_email);
SME_HANDLER (resend_email_code);
SME_HANDLER (confirm_email);

/* api/sme-api-consents.c */
SME_HANDLER (list_terms);
SME_HANDLER (get_terms);
SME_HANDLER (list_consents);
SME_HANDLER (give_consent);
SME_HANDLER (withdraw_consent);

/* api/sme-api-sessions.c */
SME_PREPARE (sign_in);
SME_HANDLER (sign_in);
SME_HANDLER (refresh_session);
SME_HANDLER (sign_out);
SME_HANDLER (list_sessions);
SME_HANDLER (end_session);
SME_HANDLER (end_all_sessions);

/* api/sme-api-orders.c */
SME_HANDLER (create_order);
SME_HANDLER (list_orders);
SME_HANDLER (get_order);
SME_HANDLER (get_draft);
SME_HANDLER (put_draft);
SME_HANDLER (put_profile);
SME_HANDLER (put_billing);
SME_HANDLER (put_coupon);
SME_HANDLER (put_joint_billing);
SME_HANDLER (put_joint_coupon);
SME_HANDLER (declare_people);
SME_HANDLER (cancel_order);

/* api/sme-api-payments.c */
SME_HANDLER (create_payment);
SME_HANDLER (create_joint_payment);
SME_HANDLER (get_payment);

/* api/sme-api-certificates.c */
SME_HANDLER (get_certificate);
SME_HANDLER (resend_certificate_code);
SME_HANDLER (local_smartca_activate);
SME_HANDLER (local_smartca_ekyc);
SME_HANDLER (local_smartca_issue);
SME_HANDLER (local_smartca_refuse);

/* api/sme-api-cases.c */
SME_HANDLER (list_cases);
SME_HANDLER (open_case);
SME_HANDLER (local_resolve_case);
SME_HANDLER (local_unlock_order);

/* api/sme-api-subscriptions.c */
SME_HANDLER (list_subscriptions);
SME_HANDLER (get_subscription);

/* api/sme-api-signing.c */
SME_PREPARE (create_signing_session);
SME_HANDLER (create_signing_session);
SME_HANDLER (send_otp);
SME_HANDLER (verify_otp);
SME_HANDLER (put_signature);
SME_PREPARE (complete_dossier);
SME_HANDLER (complete_dossier);

/* api/sme-api-econtract.c */
SME_PREPARE (econtract_sign_in);
SME_HANDLER (econtract_sign_in);
SME_HANDLER (econtract_sign_out);
SME_PREPARE (econtract_password);
SME_HANDLER (econtract_password);
SME_HANDLER (list_dossiers);
SME_PREPARE (get_dossier);
SME_HANDLER (get_dossier);
SME_HANDLER (get_document_content);
SME_HANDLER (list_authorities);

/* api/sme-api-inbox.c */
SME_HANDLER (local_inbox);
SME_PREPARE (local_mail);
SME_HANDLER (local_mail);
SME_HANDLER (local_mail_attachment);

/* api/sme-api-local.c */
SME_HANDLER (local_clock);
SME_HANDLER (local_transfer);
SME_HANDLER (local_pay_link);
SME_HANDLER (local_pay_page);
SME_HANDLER (local_pay_submit);

/* api/sme-api-refunds.c */
SME_HANDLER (request_refund);
SME_HANDLER (local_decide_refund);
SME_HANDLER (local_refund_order);
SME_HANDLER (local_assign_receipt);

/* api/sme-api-invoices.c */
SME_HANDLER (list_invoices);
SME_HANDLER (get_invoice);
SME_PREPARE (get_invoice_content);
SME_HANDLER (get_invoice_content);

/* bank/ */
SME_HANDLER (gateway_notice);
SME_HANDLER (gateway_return);
SME_HANDLER (local_gateway_page);
SME_HANDLER (local_gateway_submit);
SME_HANDLER (local_gateway_query);
SME_PREPARE (create_payment);
SME_PREPARE (get_payment);
SME_HANDLER (events);
SME_HANDLER (health);
SME_HANDLER (metrics);

G_END_DECLS
