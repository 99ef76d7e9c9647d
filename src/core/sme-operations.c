/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-operations.h"

#include "core/sme-records.h"

#include <string.h>

/* clang-format off */
static const SmeOperation operations[SME_N_OPERATIONS] = {
  [SME_OP_LIST_CATEGORIES] = { "list_categories", "GET", "/v1/categories", 200, SME_AUTH_NONE, SME_OP_LIST, NULL, NULL, sme_category_get_type, "Categories of the catalog" },
  [SME_OP_LIST_SERVICES] = { "list_services", "GET", "/v1/services", 200, SME_AUTH_OPTIONAL, SME_OP_LIST, sme_service_query_get_type, NULL, sme_service_get_type, "Search the catalog; prices are compared per month" },
  [SME_OP_GET_SERVICE] = { "get_service", "GET", "/v1/services/{id}", 200, SME_AUTH_OPTIONAL, SME_OP_ETAG, NULL, NULL, sme_service_get_type, "One service, by id or portal id" },
  [SME_OP_LIST_REVIEWS] = { "list_reviews", "GET", "/v1/services/{id}/reviews", 200, SME_AUTH_OPTIONAL, SME_OP_LIST, sme_list_query_get_type, NULL, sme_review_get_type, "Reviews of a service" },
  [SME_OP_PUT_REVIEW] = { "put_review", "PUT", "/v1/services/{id}/review", 200, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, sme_review_input_get_type, sme_review_get_type, "Write or change the own review of a service that was bought" },
  [SME_OP_DELETE_REVIEW] = { "delete_review", "DELETE", "/v1/services/{id}/review", 204, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, NULL, NULL, "Take the own review back" },
  [SME_OP_LIKE_SERVICE] = { "like_service", "PUT", "/v1/services/{id}/like", 204, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, NULL, NULL, "Like a service" },
  [SME_OP_UNLIKE_SERVICE] = { "unlike_service", "DELETE", "/v1/services/{id}/like", 204, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, NULL, NULL, "Take a like back" },
  [SME_OP_LIST_NEWS] = { "list_news", "GET", "/v1/news", 200, SME_AUTH_NONE, SME_OP_LIST, sme_news_query_get_type, NULL, sme_news_item_get_type, "News, promotions and ways to earn" },
  [SME_OP_LIST_DIVISIONS] = { "list_divisions", "GET", "/v1/divisions", 200, SME_AUTH_NONE, SME_OP_LIST, sme_division_query_get_type, NULL, sme_division_get_type, "Administrative divisions" },
  [SME_OP_LIST_DIVISION_EDITIONS] = { "list_division_editions", "GET", "/v1/divisions/editions", 200, SME_AUTH_NONE, SME_OP_LIST, NULL, NULL, sme_division_edition_get_type, "The editions of the divisions and the days that they are from" },
  [SME_OP_LIST_SUCCESSORS] = { "list_successors", "GET", "/v1/divisions/{id}/successors", 200, SME_AUTH_NONE, SME_OP_LIST, NULL, NULL, sme_division_get_type, "What a commune of 2024 belongs to since 2025-07-01; one is certain, of several the person knows" },
  [SME_OP_LIST_TERMS] = { "list_terms", "GET", "/v1/terms", 200, SME_AUTH_NONE, SME_OP_LIST, NULL, NULL, sme_terms_item_get_type, "The document in force for each purpose of consent" },
  [SME_OP_GET_TERMS] = { "get_terms", "GET", "/v1/terms/{id}", 200, SME_AUTH_NONE, SME_OP_ETAG, NULL, NULL, sme_terms_get_type, "The text of a version of terms: of the contract (2026-11), or of a purpose of consent (marketing-2026-11-23) in the language of the request" },
  [SME_OP_CREATE_QUOTE] = { "create_quote", "POST", "/v1/quotes", 200, SME_AUTH_OPTIONAL, SME_OP_READ, NULL, sme_order_request_get_type, sme_quote_get_type, "What an order would cost" },
  [SME_OP_CREATE_ACCOUNT] = { "create_account", "POST", "/v1/accounts", 201, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_KEY, NULL, sme_registration_get_type, sme_account_ref_get_type, "Register" },
  [SME_OP_ACTIVATE_ACCOUNT] = { "activate_account", "POST", "/v1/accounts/activation", 200, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_KEY, NULL, sme_activation_get_type, sme_account_ref_get_type, "Activate an account" },
  [SME_OP_RESEND_ACTIVATION] = { "resend_activation", "POST", "/v1/accounts/activation/resend", 204, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_KEY, NULL, sme_email_request_get_type, NULL, "Send the activation mail again" },
  [SME_OP_SIGN_IN] = { "sign_in", "POST", "/v1/sessions", 201, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_MINTS, NULL, sme_credentials_get_type, sme_session_get_type, "Sign in" },
  [SME_OP_REFRESH_SESSION] = { "refresh_session", "POST", "/v1/sessions/refresh", 200, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_MINTS, NULL, sme_refresh_request_get_type, sme_session_get_type, "Rotate a session" },
  [SME_OP_SIGN_OUT] = { "sign_out", "DELETE", "/v1/sessions/current", 204, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, NULL, NULL, "Sign out" },
  [SME_OP_REQUEST_PASSWORD_RESET] = { "request_password_reset", "POST", "/v1/password-resets", 201, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_KEY, NULL, sme_email_request_get_type, sme_code_state_get_type, "Have a code to reset the password sent; the same answer for an unknown address" },
  [SME_OP_RESET_PASSWORD] = { "reset_password", "PUT", "/v1/password-resets", 204, SME_AUTH_NONE, SME_OP_WRITE, NULL, sme_password_reset_get_type, NULL, "Reset the password with the code; ends all sessions" },
  [SME_OP_GET_ME] = { "get_me", "GET", "/v1/me", 200, SME_AUTH_ACCESS, SME_OP_ETAG, NULL, NULL, sme_account_get_type, "The own account" },
  [SME_OP_UPDATE_ME] = { "update_me", "PATCH", "/v1/me", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_ETAG | SME_OP_IF_MATCH, NULL, sme_account_update_get_type, sme_account_get_type, "Change the own account" },
  [SME_OP_CHANGE_PASSWORD] = { "change_password", "PUT", "/v1/me/password", 204, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, sme_password_change_get_type, NULL, "Change the password; ends all other sessions" },
  [SME_OP_CHANGE_PHONE] = { "change_phone", "POST", "/v1/me/phone", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY, NULL, sme_phone_change_get_type, sme_code_state_get_type, "Have a code sent to a new telephone number" },
  [SME_OP_RESEND_PHONE_CODE] = { "resend_phone_code", "POST", "/v1/me/phone/resend", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY, NULL, NULL, sme_code_state_get_type, "Send another code to the new telephone number" },
  [SME_OP_CONFIRM_PHONE] = { "confirm_phone", "POST", "/v1/me/phone/confirmation", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY | SME_OP_ETAG, NULL, sme_otp_code_get_type, sme_account_get_type, "Confirm the new telephone number" },
  [SME_OP_CHANGE_EMAIL] = { "change_email", "POST", "/v1/me/email", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY, NULL, sme_email_change_get_type, sme_code_state_get_type, "Have a code sent to a new e-mail address" },
  [SME_OP_RESEND_EMAIL_CODE] = { "resend_email_code", "POST", "/v1/me/email/resend", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY, NULL, NULL, sme_code_state_get_type, "Send another code to the new e-mail address" },
  [SME_OP_CONFIRM_EMAIL] = { "confirm_email", "POST", "/v1/me/email/confirmation", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY | SME_OP_ETAG, NULL, sme_otp_code_get_type, sme_account_get_type, "Confirm the new e-mail address" },
  [SME_OP_LIST_SESSIONS] = { "list_sessions", "GET", "/v1/me/sessions", 200, SME_AUTH_ACCESS, SME_OP_LIST, NULL, NULL, sme_session_info_get_type, "Where the account is signed in" },
  [SME_OP_END_SESSION] = { "end_session", "DELETE", "/v1/me/sessions/{id}", 204, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, NULL, NULL, "End one sign-in" },
  [SME_OP_END_ALL_SESSIONS] = { "end_all_sessions", "DELETE", "/v1/me/sessions", 204, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, NULL, NULL, "Sign out everywhere, here too" },
  [SME_OP_LIST_CONSENTS] = { "list_consents", "GET", "/v1/me/consents", 200, SME_AUTH_ACCESS, SME_OP_LIST, NULL, NULL, sme_consent_get_type, "Every consent ever given, the withdrawn ones too, newest first" },
  [SME_OP_GIVE_CONSENT] = { "give_consent", "PUT", "/v1/me/consents/{id}", 200, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, sme_consent_request_get_type, sme_consent_get_type, "Consent to a purpose" },
  [SME_OP_WITHDRAW_CONSENT] = { "withdraw_consent", "DELETE", "/v1/me/consents/{id}", 200, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, NULL, sme_consent_withdrawal_get_type, "Withdraw the consent to a purpose" },
  [SME_OP_GET_MY_DATA] = { "get_my_data", "GET", "/v1/me/data", 200, SME_AUTH_ACCESS, SME_OP_READ, NULL, NULL, sme_personal_data_get_type, "What is held about the account" },
  [SME_OP_EXPORT_MY_DATA] = { "export_my_data", "GET", "/v1/me/export", 200, SME_AUTH_ACCESS, SME_OP_READ, NULL, NULL, sme_data_export_get_type, "Everything that is held about the account" },
  [SME_OP_GET_MY_DOCUMENT] = { "get_my_document", "GET", "/v1/me/documents/{id}/content", 200, SME_AUTH_ACCESS, SME_OP_ETAG | SME_OP_BINARY, NULL, NULL, NULL, "The PDF of a document, to take along" },
  [SME_OP_GET_MY_EVIDENCE] = { "get_my_evidence", "GET", "/v1/me/evidence/{id}/content", 200, SME_AUTH_ACCESS, SME_OP_ETAG | SME_OP_BINARY, NULL, NULL, NULL, "The sealed evidence of a dossier, to take along" },
  [SME_OP_GET_MY_ATTACHMENT] = { "get_my_attachment", "GET", "/v1/me/messages/{id}/attachment", 200, SME_AUTH_ACCESS, SME_OP_ETAG | SME_OP_BINARY, NULL, NULL, NULL, "The file that came with a message, to take along" },
  [SME_OP_PREVIEW_DELETION] = { "preview_deletion", "GET", "/v1/me/deletion", 200, SME_AUTH_ACCESS, SME_OP_READ, NULL, NULL, sme_account_deletion_get_type, "What deleting the account would do" },
  [SME_OP_DELETE_ME] = { "delete_me", "POST", "/v1/me/deletion", 200, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, sme_password_entry_get_type, sme_account_deletion_get_type, "Delete the account" },
  [SME_OP_CREATE_ORDER] = { "create_order", "POST", "/v1/orders", 201, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY | SME_OP_ETAG, NULL, sme_order_request_get_type, sme_order_get_type, "Order a plan" },
  [SME_OP_LIST_ORDERS] = { "list_orders", "GET", "/v1/orders", 200, SME_AUTH_ACCESS, SME_OP_LIST, sme_order_query_get_type, NULL, sme_order_get_type, "Own orders, newest first unless sorted otherwise" },
  [SME_OP_GET_ORDER] = { "get_order", "GET", "/v1/orders/{id}", 200, SME_AUTH_ACCESS, SME_OP_ETAG, NULL, NULL, sme_order_get_type, "One order" },
  [SME_OP_GET_DRAFT] = { "get_draft", "GET", "/v1/orders/{id}/draft", 200, SME_AUTH_ACCESS, SME_OP_ETAG | SME_OP_PARTIAL, NULL, NULL, sme_profile_get_type, "Half-typed declaration" },
  [SME_OP_PUT_DRAFT] = { "put_draft", "PUT", "/v1/orders/{id}/draft", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_ETAG | SME_OP_IF_MATCH | SME_OP_PARTIAL, NULL, sme_profile_get_type, sme_profile_get_type, "Keep a half-typed declaration" },
  [SME_OP_PUT_PROFILE] = { "put_profile", "PUT", "/v1/orders/{id}/profile", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_ETAG | SME_OP_IF_MATCH, NULL, sme_profile_get_type, sme_order_get_type, "Declare" },
  [SME_OP_PUT_BILLING] = { "put_billing", "PUT", "/v1/orders/{id}/billing", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_ETAG | SME_OP_IF_MATCH, NULL, sme_billing_get_type, sme_order_get_type, "Invoice and contact data; left out, who is declared gets them on the invoice" },
  [SME_OP_PUT_COUPON] = { "put_coupon", "PUT", "/v1/orders/{id}/coupon", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_ETAG | SME_OP_IF_MATCH, NULL, sme_coupon_entry_get_type, sme_order_get_type, "Put a coupon on an order that is not paid, or take it off" },
  [SME_OP_PUT_JOINT_BILLING] = { "put_joint_billing", "PUT", "/v1/joint-billing", 200, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, sme_joint_billing_get_type, sme_people_orders_get_type, "The same invoice and contact data for several orders that are not paid: for all or none" },
  [SME_OP_PUT_JOINT_COUPON] = { "put_joint_coupon", "PUT", "/v1/joint-coupon", 200, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, sme_joint_coupon_get_type, sme_people_orders_get_type, "Put a coupon on several orders that are paid together, which are one purchase, or take theirs off: all or none" },
  [SME_OP_DECLARE_PEOPLE] = { "declare_people", "POST", "/v1/orders/{id}/people", 201, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY, NULL, sme_people_get_type, sme_people_orders_get_type, "Declare for several people: the order is the first one's, each other gets one like it" },
  [SME_OP_CANCEL_ORDER] = { "cancel_order", "POST", "/v1/orders/{id}/cancellation", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY | SME_OP_ETAG, NULL, NULL, sme_order_get_type, "Cancel an order that is not paid" },
  [SME_OP_CREATE_PAYMENT] = { "create_payment", "POST", "/v1/orders/{id}/payments", 201, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY | SME_OP_ETAG, NULL, sme_payment_request_get_type, sme_payment_get_type, "Start a payment" },
  [SME_OP_CREATE_JOINT_PAYMENT] = { "create_joint_payment", "POST", "/v1/payments", 201, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY | SME_OP_ETAG, NULL, sme_payment_request_get_type, sme_payment_get_type, "Start one payment for several orders" },
  [SME_OP_REQUEST_REFUND] = { "request_refund", "POST", "/v1/orders/{id}/refund-requests", 201, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY, NULL, sme_refund_request_get_type, sme_refund_request_get_type, "Ask for the money of an order back" },
  [SME_OP_LIST_INVOICES] = { "list_invoices", "GET", "/v1/invoices", 200, SME_AUTH_ACCESS, SME_OP_LIST, sme_invoice_query_get_type, NULL, sme_invoice_get_type, "Own invoices, newest first" },
  [SME_OP_GET_INVOICE] = { "get_invoice", "GET", "/v1/invoices/{id}", 200, SME_AUTH_ACCESS, SME_OP_ETAG, NULL, NULL, sme_invoice_get_type, "One invoice" },
  [SME_OP_GET_INVOICE_CONTENT] = { "get_invoice_content", "GET", "/v1/invoices/{id}/content", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_ETAG | SME_OP_BINARY, NULL, NULL, NULL, "The PDF of an invoice" },
  [SME_OP_GATEWAY_NOTICE] = { "gateway_notice", "GET", "/v1/payments/gateway/ipn", 200, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_BINARY, NULL, NULL, NULL, "The gateway's signed notice of how a payment ended (VNPAY 2.1.0)" },
  [SME_OP_GATEWAY_RETURN] = { "gateway_return", "GET", "/v1/payments/gateway/return", 200, SME_AUTH_NONE, SME_OP_BINARY, NULL, NULL, NULL, "What the browser sees after the gateway; decides nothing" },
  [SME_OP_GET_PAYMENT] = { "get_payment", "GET", "/v1/payments/{id}", 200, SME_AUTH_ACCESS, SME_OP_ETAG, NULL, NULL, sme_payment_get_type, "One payment" },
  [SME_OP_CREATE_SIGNING_SESSION] = { "create_signing_session", "POST", "/v1/orders/{id}/signing-sessions", 201, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_MINTS, NULL, sme_signing_request_get_type, sme_signing_session_get_type, "Go on to eContract" },
  [SME_OP_INVITE_SIGNER] = { "invite_signer", "POST", "/v1/orders/{id}/signer-invitation", 201, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY, NULL, NULL, sme_signer_invitation_get_type, "Have the holder sign with an own sign-in, which is mailed to the declared address; again: send it again" },
  [SME_OP_GET_SIGNER] = { "get_signer", "GET", "/v1/orders/{id}/signer-invitation", 200, SME_AUTH_ACCESS, SME_OP_READ, NULL, NULL, sme_signer_invitation_get_type, "How far the invited holder is" },
  [SME_OP_WITHDRAW_SIGNER] = { "withdraw_signer", "DELETE", "/v1/orders/{id}/signer-invitation", 200, SME_AUTH_ACCESS, SME_OP_WRITE, NULL, NULL, sme_signer_invitation_get_type, "Take the invitation back: the holder's sign-in ends" },
  [SME_OP_GET_CERTIFICATE] = { "get_certificate", "GET", "/v1/orders/{id}/certificate", 200, SME_AUTH_ACCESS, SME_OP_ETAG, NULL, NULL, sme_certificate_get_type, "The way of an order's certificate" },
  [SME_OP_RESEND_CERTIFICATE_CODE] = { "resend_certificate_code", "POST", "/v1/orders/{id}/certificate/resend-code", 200, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY | SME_OP_ETAG, NULL, NULL, sme_certificate_get_type, "Send the activation code again" },
  [SME_OP_LIST_CASES] = { "list_cases", "GET", "/v1/orders/{id}/cases", 200, SME_AUTH_ACCESS, SME_OP_LIST, NULL, NULL, sme_case_get_type, "Cases of an order, newest first" },
  [SME_OP_OPEN_CASE] = { "open_case", "POST", "/v1/orders/{id}/cases", 201, SME_AUTH_ACCESS, SME_OP_WRITE | SME_OP_KEY | SME_OP_FINDS, NULL, sme_case_request_get_type, sme_case_get_type, "Ask the support to look at an order" },
  [SME_OP_LIST_SUBSCRIPTIONS] = { "list_subscriptions", "GET", "/v1/subscriptions", 200, SME_AUTH_ACCESS, SME_OP_LIST, sme_subscription_query_get_type, NULL, sme_subscription_get_type, "Own subscriptions" },
  [SME_OP_GET_SUBSCRIPTION] = { "get_subscription", "GET", "/v1/subscriptions/{id}", 200, SME_AUTH_ACCESS, SME_OP_ETAG, NULL, NULL, sme_subscription_get_type, "One subscription" },
  [SME_OP_EVENTS] = { "events", "GET", "/v1/events", 200, SME_AUTH_ACCESS, SME_OP_STREAM, NULL, NULL, sme_event_get_type, "What changes, as it changes" },
  [SME_OP_ECONTRACT_SIGN_IN] = { "econtract_sign_in", "POST", "/econtract/v1/sessions", 201, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_MINTS, NULL, sme_econtract_credentials_get_type, sme_econtract_session_get_type, "Sign in to look contracts up" },
  [SME_OP_ECONTRACT_SIGN_OUT] = { "econtract_sign_out", "DELETE", "/econtract/v1/sessions/current", 204, SME_AUTH_ECONTRACT, SME_OP_WRITE, NULL, NULL, NULL, "Sign out of eContract" },
  [SME_OP_ECONTRACT_PASSWORD] = { "econtract_password", "PUT", "/econtract/v1/password", 204, SME_AUTH_ECONTRACT, SME_OP_WRITE, NULL, sme_econtract_password_get_type, NULL, "Change the eContract password" },
  [SME_OP_ECONTRACT_REQUEST_RESET] = { "econtract_request_reset", "POST", "/econtract/v1/password-resets", 201, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_KEY, NULL, sme_econtract_reset_request_get_type, sme_code_state_get_type, "Have a code to reset the eContract password sent; the same answer for an unknown user name" },
  [SME_OP_ECONTRACT_RESET] = { "econtract_reset", "PUT", "/econtract/v1/password-resets", 204, SME_AUTH_NONE, SME_OP_WRITE, NULL, sme_password_reset_get_type, NULL, "Reset the eContract password with the code; ends all eContract sign-ins" },
  [SME_OP_LIST_DOSSIERS] = { "list_dossiers", "GET", "/econtract/v1/dossiers", 200, SME_AUTH_ECONTRACT, SME_OP_LIST, sme_list_query_get_type, NULL, sme_dossier_get_type, "Dossiers" },
  [SME_OP_GET_DOSSIER] = { "get_dossier", "GET", "/econtract/v1/dossiers/{id}", 200, SME_AUTH_ECONTRACT, SME_OP_ETAG, NULL, NULL, sme_dossier_get_type, "One dossier" },
  [SME_OP_GET_DOCUMENT_CONTENT] = { "get_document_content", "GET", "/econtract/v1/documents/{id}/content", 200, SME_AUTH_ECONTRACT, SME_OP_ETAG | SME_OP_BINARY, NULL, NULL, NULL, "The PDF of a document" },
  [SME_OP_GET_EVIDENCE] = { "get_evidence", "GET", "/econtract/v1/dossiers/{id}/evidence", 200, SME_AUTH_ECONTRACT, SME_OP_READ, NULL, NULL, sme_evidence_get_type, "What is known of how a dossier was signed" },
  [SME_OP_GET_EVIDENCE_CONTENT] = { "get_evidence_content", "GET", "/econtract/v1/dossiers/{id}/evidence/content", 200, SME_AUTH_ECONTRACT, SME_OP_ETAG | SME_OP_BINARY, NULL, NULL, NULL, "The same as a sealed PDF" },
  [SME_OP_GET_ARCHIVE] = { "get_archive", "GET", "/econtract/v1/dossiers/{id}/archive", 200, SME_AUTH_ECONTRACT, SME_OP_ETAG | SME_OP_BINARY, NULL, NULL, NULL, "All files of a dossier in one (zip)" },
  [SME_OP_LIST_DOSSIER_MESSAGES] = { "list_dossier_messages", "GET", "/econtract/v1/dossiers/{id}/messages", 200, SME_AUTH_ECONTRACT, SME_OP_LIST, NULL, NULL, sme_dossier_message_get_type, "What was written about a dossier, oldest first" },
  [SME_OP_SEND_DOSSIER_MESSAGE] = { "send_dossier_message", "POST", "/econtract/v1/dossiers/{id}/messages", 201, SME_AUTH_ECONTRACT, SME_OP_WRITE | SME_OP_KEY | SME_OP_LARGE, NULL, sme_dossier_message_input_get_type, sme_dossier_message_get_type, "Write to the provider about a dossier" },
  [SME_OP_LIST_DOSSIER_CASES] = { "list_dossier_cases", "GET", "/econtract/v1/dossiers/{id}/cases", 200, SME_AUTH_ECONTRACT, SME_OP_LIST, NULL, NULL, sme_case_get_type, "What the support looks at for a dossier: numbers and states, not what was written" },
  [SME_OP_OPEN_DOSSIER_CASE] = { "open_dossier_case", "POST", "/econtract/v1/dossiers/{id}/cases", 201, SME_AUTH_ECONTRACT, SME_OP_WRITE | SME_OP_KEY | SME_OP_FINDS, NULL, sme_case_request_get_type, sme_case_get_type, "Ask the support to look at a dossier: whoever signs it, invited or not" },
  [SME_OP_GET_DECLARATION] = { "get_declaration", "GET", "/econtract/v1/dossiers/{id}/declaration", 200, SME_AUTH_ECONTRACT, SME_OP_READ, NULL, NULL, sme_declaration_get_type, "What was declared for a dossier, to set its documents against" },
  [SME_OP_READ_DOSSIER_MESSAGES] = { "read_dossier_messages", "POST", "/econtract/v1/dossiers/{id}/messages/read", 200, SME_AUTH_ECONTRACT, SME_OP_WRITE | SME_OP_KEY, NULL, NULL, sme_dossier_get_type, "The provider's messages were seen" },
  [SME_OP_GET_MESSAGE_ATTACHMENT] = { "get_message_attachment", "GET", "/econtract/v1/messages/{id}/attachment", 200, SME_AUTH_ECONTRACT, SME_OP_ETAG | SME_OP_BINARY, NULL, NULL, NULL, "The file that came with a message" },
  [SME_OP_SEND_OTP] = { "send_otp", "POST", "/econtract/v1/dossiers/{id}/otp", 200, SME_AUTH_SIGNING, SME_OP_WRITE | SME_OP_KEY, NULL, sme_otp_request_get_type, sme_otp_state_get_type, "Send an OTP" },
  [SME_OP_VERIFY_OTP] = { "verify_otp", "POST", "/econtract/v1/dossiers/{id}/otp/verify", 200, SME_AUTH_SIGNING, SME_OP_WRITE | SME_OP_KEY, NULL, sme_otp_code_get_type, sme_dossier_get_type, "Check an OTP" },
  [SME_OP_PUT_SIGNATURE] = { "put_signature", "PUT", "/econtract/v1/dossiers/{id}/signature", 200, SME_AUTH_SIGNING, SME_OP_WRITE | SME_OP_LARGE, NULL, sme_signature_input_get_type, sme_dossier_get_type, "Keep the signature" },
  [SME_OP_COMPLETE_DOSSIER] = { "complete_dossier", "POST", "/econtract/v1/dossiers/{id}/completion", 200, SME_AUTH_SIGNING, SME_OP_WRITE | SME_OP_KEY, NULL, NULL, sme_dossier_get_type, "Seal and complete" },
  [SME_OP_LIST_AUTHORITIES] = { "list_authorities", "GET", "/econtract/v1/authorities", 200, SME_AUTH_NONE, SME_OP_LIST, NULL, NULL, sme_authority_item_get_type, "What this backend seals with" },
  [SME_OP_LOCAL_INBOX] = { "local_inbox", "GET", "/local/inbox", 200, SME_AUTH_LOCAL, SME_OP_LIST | SME_OP_LOCAL_ONLY, sme_inbox_query_get_type, NULL, sme_inbox_item_get_type, "Messages that would have been sent" },
  [SME_OP_LOCAL_MAIL] = { "local_mail", "GET", "/local/inbox/{id}", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_ETAG | SME_OP_BINARY | SME_OP_LOCAL_ONLY, NULL, NULL, NULL, "An e-mail as it would have gone out, with its attachment" },
  [SME_OP_LOCAL_MAIL_ATTACHMENT] = { "local_mail_attachment", "GET", "/local/inbox/{id}/attachment", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_ETAG | SME_OP_BINARY | SME_OP_LOCAL_ONLY, NULL, NULL, NULL, "The file that goes with an e-mail" },
  [SME_OP_LOCAL_CLOCK] = { "local_clock", "POST", "/local/clock", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, sme_clock_advance_get_type, sme_clock_now_get_type, "Move the clock" },
  [SME_OP_LOCAL_TRANSFER] = { "local_transfer", "POST", "/local/bank/transfers", 201, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, sme_bank_transfer_get_type, sme_receipt_get_type, "A transfer arrives" },
  [SME_OP_LOCAL_PAY_LINK] = { "local_pay_link", "POST", "/local/bank/pay-links", 201, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, sme_bank_link_request_get_type, sme_bank_link_get_type, "A page of the local bank" },
  [SME_OP_LOCAL_PAY_PAGE] = { "local_pay_page", "GET", "/local/bank/pay/{id}", 200, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_BINARY | SME_OP_LOCAL_ONLY, NULL, NULL, NULL, "The page of the local bank" },
  [SME_OP_LOCAL_PAY_SUBMIT] = { "local_pay_submit", "POST", "/local/bank/pay/{id}", 200, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_BINARY | SME_OP_LOCAL_ONLY, NULL, NULL, NULL, "Pay on the page of the local bank" },
  [SME_OP_LOCAL_GATEWAY_PAGE] = { "local_gateway_page", "GET", "/local/bank/gateway", 200, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_BINARY | SME_OP_LOCAL_ONLY, NULL, NULL, NULL, "The payment page of the local gateway" },
  [SME_OP_LOCAL_GATEWAY_SUBMIT] = { "local_gateway_submit", "POST", "/local/bank/gateway", 303, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_BINARY | SME_OP_LOCAL_ONLY, NULL, NULL, NULL, "Pay, or not, on the page of the local gateway" },
  [SME_OP_LOCAL_GATEWAY_QUERY] = { "local_gateway_query", "POST", "/local/bank/gateway/transaction", 200, SME_AUTH_NONE, SME_OP_WRITE | SME_OP_BINARY | SME_OP_LOCAL_ONLY, NULL, NULL, NULL, "How a payment at the local gateway ended (VNPAY 2.1.0, querydr)" },
  [SME_OP_LOCAL_SMARTCA_ACTIVATE] = { "local_smartca_activate", "POST", "/local/smartca/{id}/activate", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, sme_otp_code_get_type, sme_certificate_get_type, "The code is entered in the phone app" },
  [SME_OP_LOCAL_SMARTCA_EKYC] = { "local_smartca_ekyc", "POST", "/local/smartca/{id}/ekyc", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, NULL, sme_certificate_get_type, "The holder is identified in the phone app" },
  [SME_OP_LOCAL_SMARTCA_ISSUE] = { "local_smartca_issue", "POST", "/local/smartca/{id}/issue", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, NULL, sme_certificate_get_type, "The certificate is issued" },
  [SME_OP_LOCAL_SMARTCA_REFUSE] = { "local_smartca_refuse", "POST", "/local/smartca/{id}/refuse", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, sme_refusal_request_get_type, sme_certificate_get_type, "The certificate is refused" },
  [SME_OP_LOCAL_RESOLVE_CASE] = { "local_resolve_case", "POST", "/local/cases/{id}/resolve", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, sme_case_resolution_get_type, sme_case_get_type, "What the operator decides on a case" },
  [SME_OP_LOCAL_UNLOCK_ORDER] = { "local_unlock_order", "POST", "/local/orders/{id}/unlock", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, sme_operator_note_get_type, sme_case_get_type, "The operator gives new tries and codes to sign with, and opens the case of it if there is none" },
  [SME_OP_LOCAL_ANSWER_DOSSIER] = { "local_answer_dossier", "POST", "/local/dossiers/{id}/messages", 201, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY | SME_OP_LARGE, NULL, sme_dossier_message_input_get_type, sme_dossier_message_get_type, "What the operator writes about a dossier" },
  [SME_OP_LOCAL_DECIDE_REFUND] = { "local_decide_refund", "POST", "/local/refund-requests/{id}/decision", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, sme_case_resolution_get_type, sme_refund_request_get_type, "What the operator decides on a request for the money back" },
  [SME_OP_LOCAL_REFUND_ORDER] = { "local_refund_order", "POST", "/local/orders/{id}/refund", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, sme_operator_note_get_type, sme_refund_request_get_type, "The operator gives the money back because the certificate was refused" },
  [SME_OP_LOCAL_ASSIGN_RECEIPT] = { "local_assign_receipt", "POST", "/local/bank/receipts/{id}/assignment", 200, SME_AUTH_LOCAL, SME_OP_WRITE | SME_OP_LOCAL_ONLY, NULL, sme_receipt_assignment_get_type, sme_receipt_get_type, "What the operator decides on money that names no payment: whose it is, or that it goes back" },
  [SME_OP_HEALTH] = { "health", "GET", "/healthz", 200, SME_AUTH_NONE, SME_OP_BINARY, NULL, NULL, NULL, "Whether the server works" },
  [SME_OP_METRICS] = { "metrics", "GET", "/metrics", 200, SME_AUTH_LOCAL, SME_OP_BINARY, NULL, NULL, NULL, "Counters" },
};
/* clang-format on */

const SmeOperation *
sme_operation_get (SmeOperationId id)
{
  g_return_val_if_fail (id < SME_N_OPERATIONS, NULL);
  return &operations[id];
}

char *
sme_operation_build_path (SmeOperationId id, const char *path_id)
{
  const char *path = sme_operation_get (id)->path;
  const char *hole = strstr (path, "{id}");
  g_autofree char *escaped = NULL;

  g_return_val_if_fail ((hole != NULL) == (path_id != NULL), NULL);
  if (hole == NULL)
    return g_strdup (path);
  escaped = g_uri_escape_string (path_id, NULL, FALSE);
  return g_strdup_printf ("%.*s%s%s", (int) (hole - path), path, escaped, hole + strlen ("{id}"));
}

/* Whether @path is @pattern; what stands at {id} is one non-empty segment. */
static gboolean
match (const char *pattern, const char *path, char **path_id)
{
  const char *hole = strstr (pattern, "{id}");
  gsize before, length;

  if (hole == NULL)
    return g_str_equal (pattern, path);
  before = (gsize) (hole - pattern);
  if (strncmp (pattern, path, before) != 0)
    return FALSE;
  length = strcspn (path + before, "/");
  if (length == 0 || !g_str_equal (path + before + length, hole + strlen ("{id}")))
    return FALSE;
  *path_id = g_strndup (path + before, length);
  return TRUE;
}

SmeOperationId
sme_operation_find (const char *method, const char *path, char **path_id, char **allowed)
{
  g_autoptr (GString) methods = g_string_new (NULL);

  *path_id = NULL;
  *allowed = NULL;
  for (guint i = 0; i < SME_N_OPERATIONS; i++)
    {
      g_autofree char *found = NULL;

      if (!match (operations[i].path, path, &found))
        continue;
      if (g_str_equal (operations[i].method, method))
        {
          *path_id = g_steal_pointer (&found);
          return i;
        }
      g_string_append_printf (methods, "%s%s", methods->len > 0 ? ", " : "", operations[i].method);
    }
  if (methods->len > 0)
    *allowed = g_string_free (g_steal_pointer (&methods), FALSE);
  return SME_N_OPERATIONS;
}

gsize
sme_operation_max_body (SmeOperationId id)
{
  return (sme_operation_get (id)->flags & SME_OP_LARGE) != 0 ? 4 << 20 : 1 << 20;
}
