/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-enums.h"

G_DEFINE_ENUM_TYPE (SmeCustomerType,
                    sme_customer_type,
                    G_DEFINE_ENUM_VALUE (SME_CUSTOMER_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (SME_CUSTOMER_HOUSEHOLD, "household"),
                    G_DEFINE_ENUM_VALUE (SME_CUSTOMER_ENTERPRISE, "enterprise"))

G_DEFINE_ENUM_TYPE (SmeSex,
                    sme_sex,
                    G_DEFINE_ENUM_VALUE (SME_SEX_MALE, "male"),
                    G_DEFINE_ENUM_VALUE (SME_SEX_FEMALE, "female"))

G_DEFINE_ENUM_TYPE (SmeIdType,
                    sme_id_type,
                    G_DEFINE_ENUM_VALUE (SME_ID_CITIZEN_ID, "citizen_id"),
                    G_DEFINE_ENUM_VALUE (SME_ID_PASSPORT, "passport"),
                    G_DEFINE_ENUM_VALUE (SME_ID_OLD_ID, "old_id"))

G_DEFINE_ENUM_TYPE (SmeEdition,
                    sme_edition,
                    G_DEFINE_ENUM_VALUE (SME_EDITION_2025, "2025"),
                    G_DEFINE_ENUM_VALUE (SME_EDITION_2024, "2024"))

G_DEFINE_ENUM_TYPE (SmeAccountState,
                    sme_account_state,
                    G_DEFINE_ENUM_VALUE (SME_ACCOUNT_PENDING_ACTIVATION, "pending_activation"),
                    G_DEFINE_ENUM_VALUE (SME_ACCOUNT_ACTIVE, "active"),
                    G_DEFINE_ENUM_VALUE (SME_ACCOUNT_CLOSED, "closed"))

G_DEFINE_ENUM_TYPE (SmeLanguage,
                    sme_language,
                    G_DEFINE_ENUM_VALUE (SME_LANGUAGE_VI, "vi"),
                    G_DEFINE_ENUM_VALUE (SME_LANGUAGE_EN, "en"))

G_DEFINE_ENUM_TYPE (SmeOrderState,
                    sme_order_state,
                    G_DEFINE_ENUM_VALUE (SME_ORDER_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_DECLARED, "declared"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_AWAITING_PAYMENT, "awaiting_payment"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_PAID, "paid"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_SIGNING, "signing"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_SIGNED, "signed"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_ACTIVATING, "activating"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_ACCEPTING, "accepting"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_ACTIVE, "active"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_CANCELLED, "cancelled"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_LOCKED, "locked"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_ON_HOLD, "on_hold"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_REFUNDING, "refunding"),
                    G_DEFINE_ENUM_VALUE (SME_ORDER_REFUNDED, "refunded"))

G_DEFINE_ENUM_TYPE (SmeNextAction,
                    sme_next_action,
                    G_DEFINE_ENUM_VALUE (SME_NEXT_DECLARE, "declare"),
                    G_DEFINE_ENUM_VALUE (SME_NEXT_EDIT, "edit"),
                    G_DEFINE_ENUM_VALUE (SME_NEXT_PAY, "pay"),
                    G_DEFINE_ENUM_VALUE (SME_NEXT_CHECK_PAYMENT, "check_payment"),
                    G_DEFINE_ENUM_VALUE (SME_NEXT_CANCEL, "cancel"),
                    G_DEFINE_ENUM_VALUE (SME_NEXT_SIGN_CONTRACT, "sign_contract"),
                    G_DEFINE_ENUM_VALUE (SME_NEXT_VIEW_CONTRACT, "view_contract"),
                    G_DEFINE_ENUM_VALUE (SME_NEXT_ACTIVATE, "activate"),
                    G_DEFINE_ENUM_VALUE (SME_NEXT_SIGN_ACCEPTANCE, "sign_acceptance"),
                    G_DEFINE_ENUM_VALUE (SME_NEXT_CONTACT_SUPPORT, "contact_support"),
                    G_DEFINE_ENUM_VALUE (SME_NEXT_RENEW, "renew"),
                    G_DEFINE_ENUM_VALUE (SME_NEXT_REQUEST_REFUND, "request_refund"))

G_DEFINE_ENUM_TYPE (SmePaymentState,
                    sme_payment_state,
                    G_DEFINE_ENUM_VALUE (SME_PAYMENT_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (SME_PAYMENT_UNDERPAID, "underpaid"),
                    G_DEFINE_ENUM_VALUE (SME_PAYMENT_SUCCEEDED, "succeeded"),
                    G_DEFINE_ENUM_VALUE (SME_PAYMENT_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (SME_PAYMENT_EXPIRED, "expired"),
                    G_DEFINE_ENUM_VALUE (SME_PAYMENT_REPLACED, "replaced"),
                    G_DEFINE_ENUM_VALUE (SME_PAYMENT_CHECKING, "checking"))

G_DEFINE_ENUM_TYPE (SmePaymentFailure,
                    sme_payment_failure,
                    G_DEFINE_ENUM_VALUE (SME_FAILURE_CANCELLED, "cancelled"),
                    G_DEFINE_ENUM_VALUE (SME_FAILURE_NOT_CONFIRMED, "not_confirmed"),
                    G_DEFINE_ENUM_VALUE (SME_FAILURE_NO_FUNDS, "no_funds"),
                    G_DEFINE_ENUM_VALUE (SME_FAILURE_LIMIT, "limit"),
                    G_DEFINE_ENUM_VALUE (SME_FAILURE_ACCOUNT_BLOCKED, "account_blocked"),
                    G_DEFINE_ENUM_VALUE (SME_FAILURE_BANK_UNAVAILABLE, "bank_unavailable"),
                    G_DEFINE_ENUM_VALUE (SME_FAILURE_EXPIRED, "expired"),
                    G_DEFINE_ENUM_VALUE (SME_FAILURE_NOT_BEGUN, "not_begun"),
                    G_DEFINE_ENUM_VALUE (SME_FAILURE_OTHER, "other"))

G_DEFINE_ENUM_TYPE (SmePaymentMethod,
                    sme_payment_method,
                    G_DEFINE_ENUM_VALUE (SME_METHOD_VIETQR, "vietqr"),
                    G_DEFINE_ENUM_VALUE (SME_METHOD_GATEWAY, "gateway"),
                    G_DEFINE_ENUM_VALUE (SME_METHOD_NONE, "none"))

G_DEFINE_ENUM_TYPE (SmeReceiptState,
                    sme_receipt_state,
                    G_DEFINE_ENUM_VALUE (SME_RECEIPT_APPLIED, "applied"),
                    G_DEFINE_ENUM_VALUE (SME_RECEIPT_EXCESS, "excess"),
                    G_DEFINE_ENUM_VALUE (SME_RECEIPT_LATE, "late"),
                    G_DEFINE_ENUM_VALUE (SME_RECEIPT_DUPLICATE, "duplicate"),
                    G_DEFINE_ENUM_VALUE (SME_RECEIPT_UNMATCHED, "unmatched"))

G_DEFINE_ENUM_TYPE (SmeRefundState,
                    sme_refund_state,
                    G_DEFINE_ENUM_VALUE (SME_REFUND_DUE, "due"),
                    G_DEFINE_ENUM_VALUE (SME_REFUND_SENT, "sent"),
                    G_DEFINE_ENUM_VALUE (SME_REFUND_CONFIRMED, "confirmed"),
                    G_DEFINE_ENUM_VALUE (SME_REFUND_FAILED, "failed"))

G_DEFINE_ENUM_TYPE (SmeRefundReason,
                    sme_refund_reason,
                    G_DEFINE_ENUM_VALUE (SME_REFUND_SURPLUS, "surplus"),
                    G_DEFINE_ENUM_VALUE (SME_REFUND_LATE, "late"),
                    G_DEFINE_ENUM_VALUE (SME_REFUND_DUPLICATE, "duplicate"),
                    G_DEFINE_ENUM_VALUE (SME_REFUND_UNMATCHED, "unmatched"),
                    G_DEFINE_ENUM_VALUE (SME_REFUND_REPLACED, "replaced"),
                    G_DEFINE_ENUM_VALUE (SME_REFUND_REQUEST_GRANTED, "request"))

G_DEFINE_ENUM_TYPE (SmeRefundGround,
                    sme_refund_ground,
                    G_DEFINE_ENUM_VALUE (SME_GROUND_CHANGED_MIND, "changed_mind"),
                    G_DEFINE_ENUM_VALUE (SME_GROUND_WRONG_INFORMATION, "wrong_information"),
                    G_DEFINE_ENUM_VALUE (SME_GROUND_CERTIFICATE_REFUSED, "certificate_refused"))

G_DEFINE_ENUM_TYPE (SmeRefundRequestState,
                    sme_refund_request_state,
                    G_DEFINE_ENUM_VALUE (SME_REQUEST_ASKED, "asked"),
                    G_DEFINE_ENUM_VALUE (SME_REQUEST_GRANTED, "granted"),
                    G_DEFINE_ENUM_VALUE (SME_REQUEST_REFUSED, "refused"))

G_DEFINE_ENUM_TYPE (SmeDossierKind,
                    sme_dossier_kind,
                    G_DEFINE_ENUM_VALUE (SME_DOSSIER_CONTRACT, "contract"),
                    G_DEFINE_ENUM_VALUE (SME_DOSSIER_ACCEPTANCE, "acceptance"))

G_DEFINE_ENUM_TYPE (SmeDossierState,
                    sme_dossier_state,
                    G_DEFINE_ENUM_VALUE (SME_DOSSIER_STATE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (SME_DOSSIER_STATE_OTP_SENT, "otp_sent"),
                    G_DEFINE_ENUM_VALUE (SME_DOSSIER_STATE_OTP_VERIFIED, "otp_verified"),
                    G_DEFINE_ENUM_VALUE (SME_DOSSIER_STATE_SIGNATURE_SAVED, "signature_saved"),
                    G_DEFINE_ENUM_VALUE (SME_DOSSIER_STATE_COMPLETED, "completed"),
                    G_DEFINE_ENUM_VALUE (SME_DOSSIER_STATE_LOCKED, "locked"),
                    G_DEFINE_ENUM_VALUE (SME_DOSSIER_STATE_VOIDED, "voided"),
                    G_DEFINE_ENUM_VALUE (SME_DOSSIER_STATE_SUPERSEDED, "superseded"))

G_DEFINE_ENUM_TYPE (SmeDocumentKind,
                    sme_document_kind,
                    G_DEFINE_ENUM_VALUE (SME_DOCUMENT_CONTRACT, "contract"),
                    G_DEFINE_ENUM_VALUE (SME_DOCUMENT_TERMS, "terms"),
                    G_DEFINE_ENUM_VALUE (SME_DOCUMENT_ACCEPTANCE, "acceptance"))

G_DEFINE_ENUM_TYPE (SmeDocumentState,
                    sme_document_state,
                    G_DEFINE_ENUM_VALUE (SME_DOCUMENT_STATE_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (SME_DOCUMENT_STATE_EFFECTIVE, "effective"),
                    G_DEFINE_ENUM_VALUE (SME_DOCUMENT_STATE_VOIDED, "voided"),
                    G_DEFINE_ENUM_VALUE (SME_DOCUMENT_STATE_SUPERSEDED, "superseded"))

G_DEFINE_ENUM_TYPE (SmeSignatureKind,
                    sme_signature_kind,
                    G_DEFINE_ENUM_VALUE (SME_SIGNATURE_DRAWN, "drawn"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNATURE_TYPED, "typed"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNATURE_IMAGE, "image"))

G_DEFINE_ENUM_TYPE (SmeEvidenceSource,
                    sme_evidence_source,
                    G_DEFINE_ENUM_VALUE (SME_EVIDENCE_SERVER, "server"),
                    G_DEFINE_ENUM_VALUE (SME_EVIDENCE_APP, "app"))

G_DEFINE_ENUM_TYPE (SmeCertificateState,
                    sme_certificate_state,
                    G_DEFINE_ENUM_VALUE (SME_CERTIFICATE_CODE_SENT, "code_sent"),
                    G_DEFINE_ENUM_VALUE (SME_CERTIFICATE_ACTIVATED, "activated"),
                    G_DEFINE_ENUM_VALUE (SME_CERTIFICATE_EKYC, "ekyc"),
                    G_DEFINE_ENUM_VALUE (SME_CERTIFICATE_ISSUED, "issued"),
                    G_DEFINE_ENUM_VALUE (SME_CERTIFICATE_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (SME_CERTIFICATE_EXPIRING, "expiring"),
                    G_DEFINE_ENUM_VALUE (SME_CERTIFICATE_EXPIRED, "expired"),
                    G_DEFINE_ENUM_VALUE (SME_CERTIFICATE_REVOKED, "revoked"))

G_DEFINE_ENUM_TYPE (SmeRefusal,
                    sme_refusal,
                    G_DEFINE_ENUM_VALUE (SME_REFUSAL_PAPER_UNREADABLE, "paper_unreadable"),
                    G_DEFINE_ENUM_VALUE (SME_REFUSAL_FACE_MISMATCH, "face_mismatch"),
                    G_DEFINE_ENUM_VALUE (SME_REFUSAL_DATA_MISMATCH, "data_mismatch"),
                    G_DEFINE_ENUM_VALUE (SME_REFUSAL_OTHER, "other"))

G_DEFINE_ENUM_TYPE (SmeCaseKind,
                    sme_case_kind,
                    G_DEFINE_ENUM_VALUE (SME_CASE_WRONG_DATA, "wrong_data"),
                    G_DEFINE_ENUM_VALUE (SME_CASE_LOCKED, "locked"),
                    G_DEFINE_ENUM_VALUE (SME_CASE_ACCEPTANCE_FAILED, "acceptance_failed"),
                    G_DEFINE_ENUM_VALUE (SME_CASE_OTHER, "other"),
                    G_DEFINE_ENUM_VALUE (SME_CASE_CERTIFICATE_REFUSED, "certificate_refused"))

G_DEFINE_ENUM_TYPE (SmeCaseState,
                    sme_case_state,
                    G_DEFINE_ENUM_VALUE (SME_CASE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (SME_CASE_RESOLVED, "resolved"))

G_DEFINE_ENUM_TYPE (SmeCaseOutcome,
                    sme_case_outcome,
                    G_DEFINE_ENUM_VALUE (SME_CASE_GRANTED, "granted"),
                    G_DEFINE_ENUM_VALUE (SME_CASE_UNCHANGED, "unchanged"))

G_DEFINE_ENUM_TYPE (SmeMessageAuthor,
                    sme_message_author,
                    G_DEFINE_ENUM_VALUE (SME_MESSAGE_FROM_CUSTOMER, "customer"),
                    G_DEFINE_ENUM_VALUE (SME_MESSAGE_FROM_OPERATOR, "operator"))

G_DEFINE_ENUM_TYPE (SmeSubscriptionState,
                    sme_subscription_state,
                    G_DEFINE_ENUM_VALUE (SME_SUBSCRIPTION_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (SME_SUBSCRIPTION_ACTIVE, "active"),
                    G_DEFINE_ENUM_VALUE (SME_SUBSCRIPTION_EXPIRING, "expiring"),
                    G_DEFINE_ENUM_VALUE (SME_SUBSCRIPTION_EXPIRED, "expired"),
                    G_DEFINE_ENUM_VALUE (SME_SUBSCRIPTION_CANCELLED, "cancelled"))

G_DEFINE_ENUM_TYPE (SmeSubscriptionSort,
                    sme_subscription_sort,
                    G_DEFINE_ENUM_VALUE (SME_SUBSCRIPTIONS_NEWEST, "newest"),
                    G_DEFINE_ENUM_VALUE (SME_SUBSCRIPTIONS_BY_END, "ends"),
                    G_DEFINE_ENUM_VALUE (SME_SUBSCRIPTIONS_BY_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (SME_SUBSCRIPTIONS_BY_PRICE, "price"))

G_DEFINE_ENUM_TYPE (SmeSignerState,
                    sme_signer_state,
                    G_DEFINE_ENUM_VALUE (SME_SIGNER_INVITED, "invited"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNER_SIGNED_IN, "signed_in"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNER_SIGNED, "signed"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNER_WITHDRAWN, "withdrawn"))

G_DEFINE_ENUM_TYPE (SmeInvoiceKind,
                    sme_invoice_kind,
                    G_DEFINE_ENUM_VALUE (SME_INVOICE_CONSUMER, "consumer"),
                    G_DEFINE_ENUM_VALUE (SME_INVOICE_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (SME_INVOICE_ORGANISATION, "organisation"))

G_DEFINE_ENUM_TYPE (SmeMessageKind,
                    sme_message_kind,
                    G_DEFINE_ENUM_VALUE (SME_MESSAGE_EMAIL, "email"),
                    G_DEFINE_ENUM_VALUE (SME_MESSAGE_SMS, "sms"))

G_DEFINE_ENUM_TYPE (SmePriceModel,
                    sme_price_model,
                    G_DEFINE_ENUM_VALUE (SME_MODEL_FREE, "free"),
                    G_DEFINE_ENUM_VALUE (SME_MODEL_FLAT, "flat"),
                    G_DEFINE_ENUM_VALUE (SME_MODEL_PER_UNIT, "per_unit"),
                    G_DEFINE_ENUM_VALUE (SME_MODEL_TIERED, "tiered"),
                    G_DEFINE_ENUM_VALUE (SME_MODEL_VOLUME, "volume"),
                    G_DEFINE_ENUM_VALUE (SME_MODEL_STAIR_STEP, "stair_step"),
                    G_DEFINE_ENUM_VALUE (SME_MODEL_CONTACT, "contact"))

G_DEFINE_ENUM_TYPE (SmePriceBasis,
                    sme_price_basis,
                    G_DEFINE_ENUM_VALUE (SME_BASIS_SEED, "seed"),
                    G_DEFINE_ENUM_VALUE (SME_BASIS_PUBLIC, "public"),
                    G_DEFINE_ENUM_VALUE (SME_BASIS_DERIVED, "derived"),
                    G_DEFINE_ENUM_VALUE (SME_BASIS_ASSUMED, "assumed"),
                    G_DEFINE_ENUM_VALUE (SME_BASIS_CONTACT, "contact"))

G_DEFINE_ENUM_TYPE (SmeQuoteLineKind,
                    sme_quote_line_kind,
                    G_DEFINE_ENUM_VALUE (SME_LINE_PLAN, "plan"),
                    G_DEFINE_ENUM_VALUE (SME_LINE_SETUP, "setup"),
                    G_DEFINE_ENUM_VALUE (SME_LINE_ADDON, "addon"),
                    G_DEFINE_ENUM_VALUE (SME_LINE_DISCOUNT, "discount"))

G_DEFINE_ENUM_TYPE (SmeServiceSort,
                    sme_service_sort,
                    G_DEFINE_ENUM_VALUE (SME_SORT_POPULAR, "popular"),
                    G_DEFINE_ENUM_VALUE (SME_SORT_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (SME_SORT_PRICE, "price"),
                    G_DEFINE_ENUM_VALUE (SME_SORT_RATING, "rating"),
                    G_DEFINE_ENUM_VALUE (SME_SORT_RELEVANCE, "relevance"),
                    G_DEFINE_ENUM_VALUE (SME_SORT_PRICE_DESC, "price_desc"))

G_DEFINE_ENUM_TYPE (SmeNewsKind,
                    sme_news_kind,
                    G_DEFINE_ENUM_VALUE (SME_NEWS_NEWS, "news"),
                    G_DEFINE_ENUM_VALUE (SME_NEWS_PROMOTION, "promotion"),
                    G_DEFINE_ENUM_VALUE (SME_NEWS_EARN, "earn"))

const char *
sme_enum_nick (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);

  return found != NULL ? found->value_nick : NULL;
}

gboolean
sme_enum_from_nick (GType type, const char *nick, int *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  if (found != NULL && value != NULL)
    *value = found->value;
  return found != NULL;
}
