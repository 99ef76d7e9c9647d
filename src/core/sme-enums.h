/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The enums of the wire. Nicks are the wire words. */

/**
 * SmeCustomerType:
 *
 * Who orders: a natural person, a household business or an enterprise (acceptance A17).
 */
typedef enum
{
  SME_CUSTOMER_PERSON,
  SME_CUSTOMER_HOUSEHOLD,
  SME_CUSTOMER_ENTERPRISE,
} SmeCustomerType;

#define SME_TYPE_CUSTOMER_TYPE (sme_customer_type_get_type ())
GType sme_customer_type_get_type (void);

/**
 * SmeSex:
 *
 * As on the identity paper.
 */
typedef enum
{
  SME_SEX_MALE,
  SME_SEX_FEMALE,
} SmeSex;

#define SME_TYPE_SEX (sme_sex_get_type ())
GType sme_sex_get_type (void);

/**
 * SmeIdType:
 *
 * Identity papers. The old CMND (old_id) is out of force since 2025-01-01 and read in old records
 * only.
 */
typedef enum
{
  SME_ID_CITIZEN_ID,
  SME_ID_PASSPORT,
  SME_ID_OLD_ID,
} SmeIdType;

#define SME_TYPE_ID_TYPE (sme_id_type_get_type ())
GType sme_id_type_get_type (void);

/**
 * SmeEdition:
 *
 * Which list of administrative divisions: two levels since 2025-07-01, or the three levels before.
 */
typedef enum
{
  SME_EDITION_2025,
  SME_EDITION_2024,
} SmeEdition;

#define SME_TYPE_EDITION (sme_edition_get_type ())
GType sme_edition_get_type (void);

/**
 * SmeAccountState:
 *
 * Life of an account.
 */
typedef enum
{
  SME_ACCOUNT_PENDING_ACTIVATION,
  SME_ACCOUNT_ACTIVE,
  SME_ACCOUNT_CLOSED,
} SmeAccountState;

#define SME_TYPE_ACCOUNT_STATE (sme_account_state_get_type ())
GType sme_account_state_get_type (void);

/**
 * SmeLanguage:
 *
 * In which language the backend writes to the holder of an account.
 */
typedef enum
{
  SME_LANGUAGE_VI,
  SME_LANGUAGE_EN,
} SmeLanguage;

#define SME_TYPE_LANGUAGE (sme_language_get_type ())
GType sme_language_get_type (void);

/**
 * SmeConsentEffect:
 *
 * What the withdrawal of a consent brings about.
 *
 * @SME_EFFECT_NO_MARKETING: no news and offers are sent any more
 * @SME_EFFECT_NO_NEW_ORDERS: nothing can be ordered or declared until the consent is given again
 * @SME_EFFECT_OPEN_ORDERS_CANCELLED: orders that are not paid end, and what was declared for them
 * is erased
 * @SME_EFFECT_CONTRACTS_GO_ON: what was paid or signed goes on, on the ground of the contract
 * @SME_EFFECT_ACCOUNT_MUST_END: cannot be withdrawn alone; the account would have to be deleted
 */
typedef enum
{
  SME_EFFECT_NO_MARKETING,
  SME_EFFECT_NO_NEW_ORDERS,
  SME_EFFECT_OPEN_ORDERS_CANCELLED,
  SME_EFFECT_CONTRACTS_GO_ON,
  SME_EFFECT_ACCOUNT_MUST_END,
} SmeConsentEffect;

#define SME_TYPE_CONSENT_EFFECT (sme_consent_effect_get_type ())
GType sme_consent_effect_get_type (void);

/**
 * SmeDataKind:
 *
 * Kinds of data that are held about an account.
 */
typedef enum
{
  SME_DATA_ACCOUNT,
  SME_DATA_CONSENTS,
  SME_DATA_SESSIONS,
  SME_DATA_ORDERS,
  SME_DATA_PAYMENTS,
  SME_DATA_CONTRACTS,
  SME_DATA_SIGNATURES,
  SME_DATA_SUBSCRIPTIONS,
  SME_DATA_REVIEWS,
  SME_DATA_LIKES,
  SME_DATA_MESSAGES,
  SME_DATA_HISTORY,
  SME_DATA_CASES,
  SME_DATA_INVOICES,
  SME_DATA_REFUND_REQUESTS,
  SME_DATA_EVIDENCE,
  SME_DATA_CERTIFICATES,
  SME_DATA_ECONTRACT,    /* the user name there */
  SME_DATA_NEGOTIATIONS, /* what was written about a contract */
  SME_DATA_FAREWELL,     /* the letter that confirms the deletion */
  SME_DATA_SIGNERS,      /* who was invited to sign */
} SmeDataKind;

#define SME_TYPE_DATA_KIND (sme_data_kind_get_type ())
GType sme_data_kind_get_type (void);

/**
 * SmeDataGround:
 *
 * On which ground data are held: the contract with the person, a consent, the safety of the
 * account, or a law that makes us keep them.
 */
typedef enum
{
  SME_GROUND_CONTRACT,
  SME_GROUND_CONSENT,
  SME_GROUND_SECURITY,
  SME_GROUND_ACCOUNTING_LAW,
  SME_GROUND_E_TRANSACTIONS_LAW,
  SME_GROUND_DATA_PROTECTION_LAW,
} SmeDataGround;

#define SME_TYPE_DATA_GROUND (sme_data_ground_get_type ())
GType sme_data_ground_get_type (void);

/**
 * SmeOrderState:
 *
 * Life of an order; see the flow tables of the backend.
 */
typedef enum
{
  SME_ORDER_DRAFT,
  SME_ORDER_DECLARED,
  SME_ORDER_AWAITING_PAYMENT,
  SME_ORDER_PAID,
  SME_ORDER_SIGNING,
  SME_ORDER_SIGNED,
  SME_ORDER_ACTIVATING,
  SME_ORDER_ACCEPTING,
  SME_ORDER_ACTIVE,
  SME_ORDER_CANCELLED,
  SME_ORDER_LOCKED,
  SME_ORDER_ON_HOLD,
  SME_ORDER_REFUNDING,
  SME_ORDER_REFUNDED,
} SmeOrderState;

#define SME_TYPE_ORDER_STATE (sme_order_state_get_type ())
GType sme_order_state_get_type (void);

/**
 * SmeNextAction:
 *
 * What the backend says may be offered next; the app invents none.
 */
typedef enum
{
  SME_NEXT_DECLARE,
  SME_NEXT_EDIT,
  SME_NEXT_PAY,
  SME_NEXT_CHECK_PAYMENT,
  SME_NEXT_CANCEL,
  SME_NEXT_SIGN_CONTRACT,
  SME_NEXT_VIEW_CONTRACT,
  SME_NEXT_ACTIVATE,
  SME_NEXT_SIGN_ACCEPTANCE,
  SME_NEXT_CONTACT_SUPPORT,
  SME_NEXT_RENEW,
  SME_NEXT_REQUEST_REFUND,
} SmeNextAction;

#define SME_TYPE_NEXT_ACTION (sme_next_action_get_type ())
GType sme_next_action_get_type (void);

/**
 * SmePaymentState:
 *
 * Life of a payment. While it is being checked the bank has taken the money and looks at the
 * transaction once more: nothing else is offered until it has said how it ended.
 */
typedef enum
{
  SME_PAYMENT_PENDING,
  SME_PAYMENT_UNDERPAID,
  SME_PAYMENT_SUCCEEDED,
  SME_PAYMENT_FAILED,
  SME_PAYMENT_EXPIRED,
  SME_PAYMENT_REPLACED,
  SME_PAYMENT_CHECKING,
} SmePaymentState;

#define SME_TYPE_PAYMENT_STATE (sme_payment_state_get_type ())
GType sme_payment_state_get_type (void);

/**
 * SmePaymentFailure:
 *
 * Why a payment at the card and bank gateway failed; the gateway's own codes are VNPAY's.
 */
typedef enum
{
  SME_FAILURE_CANCELLED,
  SME_FAILURE_NOT_CONFIRMED,
  SME_FAILURE_NO_FUNDS,
  SME_FAILURE_LIMIT,
  SME_FAILURE_ACCOUNT_BLOCKED,
  SME_FAILURE_BANK_UNAVAILABLE,
  SME_FAILURE_EXPIRED,
  SME_FAILURE_NOT_BEGUN,
  SME_FAILURE_OTHER,
} SmePaymentFailure;

#define SME_TYPE_PAYMENT_FAILURE (sme_payment_failure_get_type ())
GType sme_payment_failure_get_type (void);

/**
 * SmePaymentMethod:
 *
 * How an order is paid; none only when nothing is to pay.
 */
typedef enum
{
  SME_METHOD_VIETQR,
  SME_METHOD_GATEWAY,
  SME_METHOD_NONE,
} SmePaymentMethod;

#define SME_TYPE_PAYMENT_METHOD (sme_payment_method_get_type ())
GType sme_payment_method_get_type (void);

/**
 * SmeReceiptState:
 *
 * What became of money that came in.
 */
typedef enum
{
  SME_RECEIPT_APPLIED,
  SME_RECEIPT_EXCESS,
  SME_RECEIPT_LATE,
  SME_RECEIPT_DUPLICATE,
  SME_RECEIPT_UNMATCHED,
} SmeReceiptState;

#define SME_TYPE_RECEIPT_STATE (sme_receipt_state_get_type ())
GType sme_receipt_state_get_type (void);

/**
 * SmeRefundState:
 *
 * Life of a refund.
 */
typedef enum
{
  SME_REFUND_DUE,
  SME_REFUND_SENT,
  SME_REFUND_CONFIRMED,
  SME_REFUND_FAILED,
} SmeRefundState;

#define SME_TYPE_REFUND_STATE (sme_refund_state_get_type ())
GType sme_refund_state_get_type (void);

/**
 * SmeRefundReason:
 *
 * Why money goes back: more than was asked for came; it came too late, or twice, or for nobody;
 * another payment took its place; or the customer asked for it.
 */
typedef enum
{
  SME_REFUND_SURPLUS,
  SME_REFUND_LATE,
  SME_REFUND_DUPLICATE,
  SME_REFUND_UNMATCHED,
  SME_REFUND_REPLACED,
  SME_REFUND_REQUEST_GRANTED,
} SmeRefundReason;

#define SME_TYPE_REFUND_REASON (sme_refund_reason_get_type ())
GType sme_refund_reason_get_type (void);

/**
 * SmeRefundGround:
 *
 * On what ground a customer wants the money back: a change of mind, as long as nothing is signed;
 * that the information before the contract was wrong or missing (Law 19/2023/QH15, article 38); or
 * that the certificate was refused, at any time (article 9.2 of the contract).
 */
typedef enum
{
  SME_GROUND_CHANGED_MIND,
  SME_GROUND_WRONG_INFORMATION,
  SME_GROUND_CERTIFICATE_REFUSED,
} SmeRefundGround;

#define SME_TYPE_REFUND_GROUND (sme_refund_ground_get_type ())
GType sme_refund_ground_get_type (void);

/**
 * SmeRefundRequestState:
 *
 * Life of a request for the money back.
 */
typedef enum
{
  SME_REQUEST_ASKED,
  SME_REQUEST_GRANTED,
  SME_REQUEST_REFUSED,
} SmeRefundRequestState;

#define SME_TYPE_REFUND_REQUEST_STATE (sme_refund_request_state_get_type ())
GType sme_refund_request_state_get_type (void);

/**
 * SmeDossierKind:
 *
 * What a dossier is signed for.
 */
typedef enum
{
  SME_DOSSIER_CONTRACT,
  SME_DOSSIER_ACCEPTANCE,
} SmeDossierKind;

#define SME_TYPE_DOSSIER_KIND (sme_dossier_kind_get_type ())
GType sme_dossier_kind_get_type (void);

/**
 * SmeDossierState:
 *
 * Life of a dossier in eContract.
 */
typedef enum
{
  SME_DOSSIER_STATE_READY,
  SME_DOSSIER_STATE_OTP_SENT,
  SME_DOSSIER_STATE_OTP_VERIFIED,
  SME_DOSSIER_STATE_SIGNATURE_SAVED,
  SME_DOSSIER_STATE_COMPLETED,
  SME_DOSSIER_STATE_LOCKED,
  SME_DOSSIER_STATE_VOIDED,
  SME_DOSSIER_STATE_SUPERSEDED,
} SmeDossierState;

#define SME_TYPE_DOSSIER_STATE (sme_dossier_state_get_type ())
GType sme_dossier_state_get_type (void);

/**
 * SmeDocumentKind:
 *
 * Kinds of documents in a dossier.
 */
typedef enum
{
  SME_DOCUMENT_CONTRACT,
  SME_DOCUMENT_TERMS,
  SME_DOCUMENT_ACCEPTANCE,
} SmeDocumentKind;

#define SME_TYPE_DOCUMENT_KIND (sme_document_kind_get_type ())
GType sme_document_kind_get_type (void);

/**
 * SmeDocumentState:
 *
 * Whether a document is in force.
 */
typedef enum
{
  SME_DOCUMENT_STATE_PENDING,
  SME_DOCUMENT_STATE_EFFECTIVE,
  SME_DOCUMENT_STATE_VOIDED,
  SME_DOCUMENT_STATE_SUPERSEDED,
} SmeDocumentState;

#define SME_TYPE_DOCUMENT_STATE (sme_document_state_get_type ())
GType sme_document_state_get_type (void);

/**
 * SmeSignatureKind:
 *
 * How the customer made the signature (acceptance A45).
 */
typedef enum
{
  SME_SIGNATURE_DRAWN,
  SME_SIGNATURE_TYPED,
  SME_SIGNATURE_IMAGE,
} SmeSignatureKind;

#define SME_TYPE_SIGNATURE_KIND (sme_signature_kind_get_type ())
GType sme_signature_kind_get_type (void);

/**
 * SmeCertificateState:
 *
 * Way of a SmartCA certificate (acceptance A3).
 */
typedef enum
{
  SME_CERTIFICATE_CODE_SENT,
  SME_CERTIFICATE_ACTIVATED,
  SME_CERTIFICATE_EKYC,
  SME_CERTIFICATE_ISSUED,
  SME_CERTIFICATE_REFUSED,
  SME_CERTIFICATE_EXPIRING,
  SME_CERTIFICATE_EXPIRED,
  SME_CERTIFICATE_REVOKED,
} SmeCertificateState;

#define SME_TYPE_CERTIFICATE_STATE (sme_certificate_state_get_type ())
GType sme_certificate_state_get_type (void);

/**
 * SmeRefusal:
 *
 * Why a certificate was not issued: the paper could not be read, the face is not the one on the
 * paper, the paper says something else than the declaration.
 */
typedef enum
{
  SME_REFUSAL_PAPER_UNREADABLE,
  SME_REFUSAL_FACE_MISMATCH,
  SME_REFUSAL_DATA_MISMATCH,
  SME_REFUSAL_OTHER,
} SmeRefusal;

#define SME_TYPE_REFUSAL (sme_refusal_get_type ())
GType sme_refusal_get_type (void);

/**
 * SmeCaseKind:
 *
 * What a case for the support is about (acceptance A44, A49, A50).
 */
typedef enum
{
  SME_CASE_WRONG_DATA,
  SME_CASE_LOCKED,
  SME_CASE_ACCEPTANCE_FAILED,
  SME_CASE_OTHER, /* the last that a customer can open */
  SME_CASE_CERTIFICATE_REFUSED,
} SmeCaseKind;

#define SME_TYPE_CASE_KIND (sme_case_kind_get_type ())
GType sme_case_kind_get_type (void);

/**
 * SmeCaseState:
 *
 * Life of a case.
 */
typedef enum
{
  SME_CASE_OPEN,
  SME_CASE_RESOLVED,
} SmeCaseState;

#define SME_TYPE_CASE_STATE (sme_case_state_get_type ())
GType sme_case_state_get_type (void);

/**
 * SmeCaseOutcome:
 *
 * How the operator resolved a case: what was asked for was done, or everything stays as it was.
 */
typedef enum
{
  SME_CASE_GRANTED,
  SME_CASE_UNCHANGED,
} SmeCaseOutcome;

#define SME_TYPE_CASE_OUTCOME (sme_case_outcome_get_type ())
GType sme_case_outcome_get_type (void);

/** Who wrote a message about a dossier. */
typedef enum
{
  SME_MESSAGE_FROM_CUSTOMER,
  SME_MESSAGE_FROM_OPERATOR,
} SmeMessageAuthor;

#define SME_TYPE_MESSAGE_AUTHOR (sme_message_author_get_type ())
GType sme_message_author_get_type (void);

/**
 * SmeSubscriptionState:
 *
 * Life of a subscription.
 */
typedef enum
{
  SME_SUBSCRIPTION_PENDING,
  SME_SUBSCRIPTION_ACTIVE,
  SME_SUBSCRIPTION_EXPIRING,
  SME_SUBSCRIPTION_EXPIRED,
  SME_SUBSCRIPTION_CANCELLED,
} SmeSubscriptionState;

#define SME_TYPE_SUBSCRIPTION_STATE (sme_subscription_state_get_type ())
GType sme_subscription_state_get_type (void);

/**
 * SmeSubscriptionSort:
 *
 * Orders in which subscriptions can be listed: the newest first, what ends soonest first, by name,
 * the dearest first.
 */
typedef enum
{
  SME_SUBSCRIPTIONS_NEWEST,
  SME_SUBSCRIPTIONS_BY_END,
  SME_SUBSCRIPTIONS_BY_NAME,
  SME_SUBSCRIPTIONS_BY_PRICE,
} SmeSubscriptionSort;

#define SME_TYPE_SUBSCRIPTION_SORT (sme_subscription_sort_get_type ())
GType sme_subscription_sort_get_type (void);

/**
 * SmeSignerState:
 *
 * How far a holder is who was invited to sign.
 */
typedef enum
{
  SME_SIGNER_INVITED,
  SME_SIGNER_SIGNED_IN,
  SME_SIGNER_SIGNED,
  SME_SIGNER_WITHDRAWN,
} SmeSignerState;

#define SME_TYPE_SIGNER_STATE (sme_signer_state_get_type ())
GType sme_signer_state_get_type (void);

/**
 * SmeInvoiceKind:
 *
 * Whom the invoice is made out to (Decree 254/2026/ND-CP): a consumer who gives no data, a person,
 * an organisation.
 */
typedef enum
{
  SME_INVOICE_CONSUMER,
  SME_INVOICE_PERSON,
  SME_INVOICE_ORGANISATION,
} SmeInvoiceKind;

#define SME_TYPE_INVOICE_KIND (sme_invoice_kind_get_type ())
GType sme_invoice_kind_get_type (void);

/**
 * SmeMessageKind:
 *
 * How a message goes out.
 */
typedef enum
{
  SME_MESSAGE_EMAIL,
  SME_MESSAGE_SMS,
} SmeMessageKind;

#define SME_TYPE_MESSAGE_KIND (sme_message_kind_get_type ())
GType sme_message_kind_get_type (void);

/**
 * SmePriceModel:
 *
 * How the price of a plan comes about; contact means on request.
 */
typedef enum
{
  SME_MODEL_FREE,
  SME_MODEL_FLAT,
  SME_MODEL_PER_UNIT,
  SME_MODEL_TIERED,
  SME_MODEL_VOLUME,
  SME_MODEL_STAIR_STEP,
  SME_MODEL_CONTACT,
} SmePriceModel;

#define SME_TYPE_PRICE_MODEL (sme_price_model_get_type ())
GType sme_price_model_get_type (void);

/**
 * SmePriceBasis:
 *
 * Where a price comes from; an assumed one is for demonstration and must say so.
 */
typedef enum
{
  SME_BASIS_SEED,
  SME_BASIS_PUBLIC,
  SME_BASIS_DERIVED,
  SME_BASIS_ASSUMED,
  SME_BASIS_CONTACT,
} SmePriceBasis;

#define SME_TYPE_PRICE_BASIS (sme_price_basis_get_type ())
GType sme_price_basis_get_type (void);

/**
 * SmeQuoteLineKind:
 *
 * Lines of a quote.
 */
typedef enum
{
  SME_LINE_PLAN,
  SME_LINE_SETUP,
  SME_LINE_ADDON,
  SME_LINE_DISCOUNT,
} SmeQuoteLineKind;

#define SME_TYPE_QUOTE_LINE_KIND (sme_quote_line_kind_get_type ())
GType sme_quote_line_kind_get_type (void);

/**
 * SmeServiceSort:
 *
 * Orders in which services can be listed. Without one they come as the catalog has them; with words
 * to search for, by relevance.
 */
typedef enum
{
  SME_SORT_POPULAR,
  SME_SORT_NAME,
  SME_SORT_PRICE,
  SME_SORT_RATING,
  SME_SORT_RELEVANCE,
  SME_SORT_PRICE_DESC,
} SmeServiceSort;

#define SME_TYPE_SERVICE_SORT (sme_service_sort_get_type ())
GType sme_service_sort_get_type (void);

/**
 * SmeNewsKind:
 *
 * Pages that news items stand on.
 */
typedef enum
{
  SME_NEWS_NEWS,
  SME_NEWS_PROMOTION,
  SME_NEWS_EARN,
} SmeNewsKind;

#define SME_TYPE_NEWS_KIND (sme_news_kind_get_type ())
GType sme_news_kind_get_type (void);

/* The wire word of a value, or NULL; static. */
const char *sme_enum_nick (GType type, int value);
gboolean sme_enum_from_nick (GType type, const char *nick, int *value);

/**
 * SmeEvidenceSource:
 *
 * Who vouches for a fact: the server saw it happen, or the app reported it.
 */
typedef enum
{
  SME_EVIDENCE_SERVER,
  SME_EVIDENCE_APP,
} SmeEvidenceSource;

#define SME_TYPE_EVIDENCE_SOURCE (sme_evidence_source_get_type ())
GType sme_evidence_source_get_type (void);

G_END_DECLS
