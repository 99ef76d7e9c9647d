/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-handlers.h"

#include "core/sme-problem.h"

#define STALE "stale"

/* clang-format off */
static const SmeHandler handlers[SME_N_OPERATIONS] = {
  [SME_OP_LIST_CATEGORIES] = { NULL, sme_handle_list_categories },
  [SME_OP_LIST_SERVICES] = { NULL, sme_handle_list_services },
  [SME_OP_GET_SERVICE] = { NULL, sme_handle_get_service },
  [SME_OP_LIST_REVIEWS] = { NULL, sme_handle_list_reviews },
  [SME_OP_PUT_REVIEW] = { NULL, sme_handle_put_review },
  [SME_OP_DELETE_REVIEW] = { NULL, sme_handle_delete_review },
  [SME_OP_LIKE_SERVICE] = { NULL, sme_handle_like_service },
  [SME_OP_UNLIKE_SERVICE] = { NULL, sme_handle_unlike_service },
  [SME_OP_LIST_NEWS] = { NULL, sme_handle_list_news },
  [SME_OP_LIST_DIVISIONS] = { NULL, sme_handle_list_divisions },
  [SME_OP_LIST_DIVISION_EDITIONS] = { NULL, sme_handle_list_division_editions },
  [SME_OP_LIST_SUCCESSORS] = { NULL, sme_handle_list_successors },
  [SME_OP_LIST_TERMS] = { NULL, sme_handle_list_terms },
  [SME_OP_GET_TERMS] = { NULL, sme_handle_get_terms },
  [SME_OP_CREATE_QUOTE] = { NULL, sme_handle_create_quote },
  [SME_OP_CREATE_ACCOUNT] = { sme_prepare_create_account, sme_handle_create_account },
  [SME_OP_ACTIVATE_ACCOUNT] = { NULL, sme_handle_activate_account },
  [SME_OP_RESEND_ACTIVATION] = { NULL, sme_handle_resend_activation },
  [SME_OP_SIGN_IN] = { sme_prepare_sign_in, sme_handle_sign_in },
  [SME_OP_REFRESH_SESSION] = { NULL, sme_handle_refresh_session },
  [SME_OP_SIGN_OUT] = { NULL, sme_handle_sign_out },
  [SME_OP_REQUEST_PASSWORD_RESET] = { NULL, sme_handle_request_password_reset },
  [SME_OP_ECONTRACT_REQUEST_RESET] = { NULL, sme_handle_econtract_request_reset },
  [SME_OP_ECONTRACT_RESET] = { sme_prepare_econtract_reset, sme_handle_econtract_reset },
  [SME_OP_INVITE_SIGNER] = { sme_prepare_invite_signer, sme_handle_invite_signer },
  [SME_OP_GET_SIGNER] = { NULL, sme_handle_get_signer },
  [SME_OP_WITHDRAW_SIGNER] = { NULL, sme_handle_withdraw_signer },
  [SME_OP_RESET_PASSWORD] = { sme_prepare_reset_password, sme_handle_reset_password },
  [SME_OP_GET_ME] = { NULL, sme_handle_get_me },
  [SME_OP_UPDATE_ME] = { NULL, sme_handle_update_me },
  [SME_OP_CHANGE_PASSWORD] = { sme_prepare_change_password, sme_handle_change_password },
  [SME_OP_CHANGE_PHONE] = { sme_prepare_change_phone, sme_handle_change_phone },
  [SME_OP_RESEND_PHONE_CODE] = { NULL, sme_handle_resend_phone_code },
  [SME_OP_CONFIRM_PHONE] = { NULL, sme_handle_confirm_phone },
  [SME_OP_CHANGE_EMAIL] = { sme_prepare_change_email, sme_handle_change_email },
  [SME_OP_RESEND_EMAIL_CODE] = { NULL, sme_handle_resend_email_code },
  [SME_OP_CONFIRM_EMAIL] = { NULL, sme_handle_confirm_email },
  [SME_OP_LIST_SESSIONS] = { NULL, sme_handle_list_sessions },
  [SME_OP_END_SESSION] = { NULL, sme_handle_end_session },
  [SME_OP_END_ALL_SESSIONS] = { NULL, sme_handle_end_all_sessions },
  [SME_OP_LIST_CONSENTS] = { NULL, sme_handle_list_consents },
  [SME_OP_GIVE_CONSENT] = { NULL, sme_handle_give_consent },
  [SME_OP_WITHDRAW_CONSENT] = { NULL, sme_handle_withdraw_consent },
  [SME_OP_GET_MY_DATA] = { NULL, sme_handle_get_my_data },
  [SME_OP_EXPORT_MY_DATA] = { NULL, sme_handle_export_my_data },
  [SME_OP_GET_MY_DOCUMENT] = { NULL, sme_handle_get_document_content },
  [SME_OP_GET_MY_EVIDENCE] = { NULL, sme_handle_get_evidence_content },
  [SME_OP_GET_MY_ATTACHMENT] = { NULL, sme_handle_get_message_attachment },
  [SME_OP_PREVIEW_DELETION] = { NULL, sme_handle_preview_deletion },
  [SME_OP_DELETE_ME] = { sme_prepare_delete_me, sme_handle_delete_me },
  [SME_OP_CREATE_ORDER] = { NULL, sme_handle_create_order },
  [SME_OP_LIST_ORDERS] = { NULL, sme_handle_list_orders },
  [SME_OP_GET_ORDER] = { NULL, sme_handle_get_order },
  [SME_OP_GET_DRAFT] = { NULL, sme_handle_get_draft },
  [SME_OP_PUT_DRAFT] = { NULL, sme_handle_put_draft },
  [SME_OP_PUT_PROFILE] = { NULL, sme_handle_put_profile },
  [SME_OP_PUT_BILLING] = { NULL, sme_handle_put_billing },
  [SME_OP_PUT_COUPON] = { NULL, sme_handle_put_coupon },
  [SME_OP_PUT_JOINT_BILLING] = { NULL, sme_handle_put_joint_billing },
  [SME_OP_PUT_JOINT_COUPON] = { NULL, sme_handle_put_joint_coupon },
  [SME_OP_DECLARE_PEOPLE] = { NULL, sme_handle_declare_people },
  [SME_OP_CANCEL_ORDER] = { NULL, sme_handle_cancel_order },
  [SME_OP_CREATE_PAYMENT] = { sme_prepare_create_payment, sme_handle_create_payment },
  [SME_OP_CREATE_JOINT_PAYMENT] = { sme_prepare_create_payment, sme_handle_create_joint_payment },
  [SME_OP_REQUEST_REFUND] = { NULL, sme_handle_request_refund },
  [SME_OP_LIST_INVOICES] = { NULL, sme_handle_list_invoices },
  [SME_OP_GET_INVOICE] = { NULL, sme_handle_get_invoice },
  [SME_OP_GET_INVOICE_CONTENT] = { sme_prepare_get_invoice_content, sme_handle_get_invoice_content },
  [SME_OP_GATEWAY_NOTICE] = { NULL, sme_handle_gateway_notice },
  [SME_OP_GATEWAY_RETURN] = { NULL, sme_handle_gateway_return },
  [SME_OP_GET_PAYMENT] = { sme_prepare_get_payment, sme_handle_get_payment },
  [SME_OP_CREATE_SIGNING_SESSION] = { sme_prepare_create_signing_session, sme_handle_create_signing_session },
  [SME_OP_GET_CERTIFICATE] = { NULL, sme_handle_get_certificate },
  [SME_OP_RESEND_CERTIFICATE_CODE] = { NULL, sme_handle_resend_certificate_code },
  [SME_OP_LIST_CASES] = { NULL, sme_handle_list_cases },
  [SME_OP_OPEN_CASE] = { NULL, sme_handle_open_case },
  [SME_OP_LIST_SUBSCRIPTIONS] = { NULL, sme_handle_list_subscriptions },
  [SME_OP_GET_SUBSCRIPTION] = { NULL, sme_handle_get_subscription },
  [SME_OP_EVENTS] = { NULL, sme_handle_events },
  [SME_OP_ECONTRACT_SIGN_IN] = { sme_prepare_econtract_sign_in, sme_handle_econtract_sign_in },
  [SME_OP_ECONTRACT_SIGN_OUT] = { NULL, sme_handle_econtract_sign_out },
  [SME_OP_ECONTRACT_PASSWORD] = { sme_prepare_econtract_password, sme_handle_econtract_password },
  [SME_OP_LIST_DOSSIERS] = { NULL, sme_handle_list_dossiers },
  [SME_OP_GET_DOSSIER] = { sme_prepare_get_dossier, sme_handle_get_dossier },
  [SME_OP_GET_DOCUMENT_CONTENT] = { NULL, sme_handle_get_document_content },
  [SME_OP_LIST_DOSSIER_MESSAGES] = { NULL, sme_handle_list_dossier_messages },
  [SME_OP_SEND_DOSSIER_MESSAGE] = { NULL, sme_handle_send_dossier_message },
  [SME_OP_LIST_DOSSIER_CASES] = { NULL, sme_handle_list_dossier_cases },
  [SME_OP_OPEN_DOSSIER_CASE] = { NULL, sme_handle_open_dossier_case },
  [SME_OP_GET_DECLARATION] = { NULL, sme_handle_get_declaration },
  [SME_OP_READ_DOSSIER_MESSAGES] = { NULL, sme_handle_read_dossier_messages },
  [SME_OP_GET_MESSAGE_ATTACHMENT] = { NULL, sme_handle_get_message_attachment },
  [SME_OP_SEND_OTP] = { NULL, sme_handle_send_otp },
  [SME_OP_VERIFY_OTP] = { NULL, sme_handle_verify_otp },
  [SME_OP_PUT_SIGNATURE] = { NULL, sme_handle_put_signature },
  [SME_OP_COMPLETE_DOSSIER] = { sme_prepare_complete_dossier, sme_handle_complete_dossier },
  [SME_OP_GET_EVIDENCE] = { NULL, sme_handle_get_evidence },
  [SME_OP_GET_EVIDENCE_CONTENT] = { NULL, sme_handle_get_evidence_content },
  [SME_OP_GET_ARCHIVE] = { NULL, sme_handle_get_archive },
  [SME_OP_LIST_AUTHORITIES] = { NULL, sme_handle_list_authorities },
  [SME_OP_LOCAL_INBOX] = { NULL, sme_handle_local_inbox },
  [SME_OP_LOCAL_MAIL] = { sme_prepare_local_mail, sme_handle_local_mail },
  [SME_OP_LOCAL_MAIL_ATTACHMENT] = { sme_prepare_local_mail, sme_handle_local_mail_attachment },
  [SME_OP_LOCAL_CLOCK] = { NULL, sme_handle_local_clock },
  [SME_OP_LOCAL_TRANSFER] = { NULL, sme_handle_local_transfer },
  [SME_OP_LOCAL_PAY_LINK] = { NULL, sme_handle_local_pay_link },
  [SME_OP_LOCAL_PAY_PAGE] = { NULL, sme_handle_local_pay_page },
  [SME_OP_LOCAL_PAY_SUBMIT] = { NULL, sme_handle_local_pay_submit },
  [SME_OP_LOCAL_GATEWAY_PAGE] = { NULL, sme_handle_local_gateway_page },
  [SME_OP_LOCAL_GATEWAY_SUBMIT] = { NULL, sme_handle_local_gateway_submit },
  [SME_OP_LOCAL_GATEWAY_QUERY] = { NULL, sme_handle_local_gateway_query },
  [SME_OP_LOCAL_SMARTCA_ACTIVATE] = { NULL, sme_handle_local_smartca_activate },
  [SME_OP_LOCAL_SMARTCA_EKYC] = { NULL, sme_handle_local_smartca_ekyc },
  [SME_OP_LOCAL_SMARTCA_ISSUE] = { NULL, sme_handle_local_smartca_issue },
  [SME_OP_LOCAL_SMARTCA_REFUSE] = { NULL, sme_handle_local_smartca_refuse },
  [SME_OP_LOCAL_ANSWER_DOSSIER] = { NULL, sme_handle_local_answer_dossier },
  [SME_OP_LOCAL_RESOLVE_CASE] = { NULL, sme_handle_local_resolve_case },
  [SME_OP_LOCAL_UNLOCK_ORDER] = { NULL, sme_handle_local_unlock_order },
  [SME_OP_LOCAL_REFUND_ORDER] = { NULL, sme_handle_local_refund_order },
  [SME_OP_LOCAL_DECIDE_REFUND] = { NULL, sme_handle_local_decide_refund },
  [SME_OP_LOCAL_ASSIGN_RECEIPT] = { NULL, sme_handle_local_assign_receipt },
  [SME_OP_HEALTH] = { NULL, sme_handle_health },
  [SME_OP_METRICS] = { NULL, sme_handle_metrics },
};
/* clang-format on */

const SmeHandler *
sme_handlers_get (SmeOperationId operation)
{
  return handlers[operation].handle != NULL ? &handlers[operation] : NULL;
}

SmeReply *
sme_handler_stale (GError **error)
{
  sme_problem_set (error, SME_PROBLEM_UNAVAILABLE, STALE);
  return NULL;
}

gboolean
sme_handler_is_stale (const GError *error)
{
  return g_error_matches (error, SME_PROBLEM, SME_PROBLEM_UNAVAILABLE) &&
         g_strcmp0 (error->message, STALE) == 0;
}
