/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

/* One per API call; names and rows are in sme-operations.c. */
typedef enum
{
  SME_OP_LIST_CATEGORIES,
  SME_OP_LIST_SERVICES,
  SME_OP_GET_SERVICE,
  SME_OP_LIST_REVIEWS,
  SME_OP_PUT_REVIEW,
  SME_OP_DELETE_REVIEW,
  SME_OP_LIKE_SERVICE,
  SME_OP_UNLIKE_SERVICE,
  SME_OP_LIST_NEWS,
  SME_OP_LIST_DIVISIONS,
  SME_OP_LIST_DIVISION_EDITIONS,
  SME_OP_LIST_SUCCESSORS,
  SME_OP_LIST_TERMS,
  SME_OP_GET_TERMS,
  SME_OP_CREATE_QUOTE,
  SME_OP_CREATE_ACCOUNT,
  SME_OP_ACTIVATE_ACCOUNT,
  SME_OP_RESEND_ACTIVATION,
  SME_OP_SIGN_IN,
  SME_OP_REFRESH_SESSION,
  SME_OP_SIGN_OUT,
  SME_OP_REQUEST_PASSWORD_RESET,
  SME_OP_RESET_PASSWORD,
  SME_OP_GET_ME,
  SME_OP_UPDATE_ME,
  SME_OP_CHANGE_PASSWORD,
  SME_OP_CHANGE_PHONE,
  SME_OP_RESEND_PHONE_CODE,
  SME_OP_CONFIRM_PHONE,
  SME_OP_CHANGE_EMAIL,
  SME_OP_RESEND_EMAIL_CODE,
  SME_OP_CONFIRM_EMAIL,
  SME_OP_LIST_SESSIONS,
  SME_OP_END_SESSION,
  SME_OP_END_ALL_SESSIONS,
  SME_OP_LIST_CONSENTS,
  SME_OP_GIVE_CONSENT,
  SME_OP_WITHDRAW_CONSENT,
  SME_OP_GET_MY_DATA,
  SME_OP_EXPORT_MY_DATA,
  SME_OP_GET_MY_DOCUMENT,
  SME_OP_GET_MY_EVIDENCE,
  SME_OP_GET_MY_ATTACHMENT,
  SME_OP_PREVIEW_DELETION,
  SME_OP_DELETE_ME,
  SME_OP_CREATE_ORDER,
  SME_OP_LIST_ORDERS,
  SME_OP_GET_ORDER,
  SME_OP_GET_DRAFT,
  SME_OP_PUT_DRAFT,
  SME_OP_PUT_PROFILE,
  SME_OP_PUT_BILLING,
  SME_OP_PUT_COUPON,
  SME_OP_PUT_JOINT_BILLING,
  SME_OP_PUT_JOINT_COUPON,
  SME_OP_DECLARE_PEOPLE,
  SME_OP_CANCEL_ORDER,
  SME_OP_CREATE_PAYMENT,
  SME_OP_CREATE_JOINT_PAYMENT,
  SME_OP_GET_PAYMENT,
  SME_OP_REQUEST_REFUND,
  SME_OP_LIST_INVOICES,
  SME_OP_GET_INVOICE,
  SME_OP_GET_INVOICE_CONTENT,
  SME_OP_GATEWAY_NOTICE,
  SME_OP_GATEWAY_RETURN,
  SME_OP_CREATE_SIGNING_SESSION,
  SME_OP_INVITE_SIGNER,
  SME_OP_GET_SIGNER,
  SME_OP_WITHDRAW_SIGNER,
  SME_OP_GET_CERTIFICATE,
  SME_OP_RESEND_CERTIFICATE_CODE,
  SME_OP_LIST_CASES,
  SME_OP_OPEN_CASE,
  SME_OP_LIST_SUBSCRIPTIONS,
  SME_OP_GET_SUBSCRIPTION,
  SME_OP_EVENTS,
  SME_OP_ECONTRACT_SIGN_IN,
  SME_OP_ECONTRACT_SIGN_OUT,
  SME_OP_ECONTRACT_PASSWORD,
  SME_OP_ECONTRACT_REQUEST_RESET,
  SME_OP_ECONTRACT_RESET,
  SME_OP_LIST_DOSSIERS,
  SME_OP_GET_DOSSIER,
  SME_OP_GET_DOCUMENT_CONTENT,
  SME_OP_GET_EVIDENCE,
  SME_OP_GET_EVIDENCE_CONTENT,
  SME_OP_GET_ARCHIVE,
  SME_OP_LIST_DOSSIER_MESSAGES,
  SME_OP_SEND_DOSSIER_MESSAGE,
  SME_OP_LIST_DOSSIER_CASES,
  SME_OP_OPEN_DOSSIER_CASE,
  SME_OP_GET_DECLARATION,
  SME_OP_READ_DOSSIER_MESSAGES,
  SME_OP_GET_MESSAGE_ATTACHMENT,
  SME_OP_SEND_OTP,
  SME_OP_VERIFY_OTP,
  SME_OP_PUT_SIGNATURE,
  SME_OP_COMPLETE_DOSSIER,
  SME_OP_LIST_AUTHORITIES,
  SME_OP_LOCAL_INBOX,
  SME_OP_LOCAL_MAIL,
  SME_OP_LOCAL_MAIL_ATTACHMENT,
  SME_OP_LOCAL_CLOCK,
  SME_OP_LOCAL_TRANSFER,
  SME_OP_LOCAL_PAY_LINK,
  SME_OP_LOCAL_PAY_PAGE,
  SME_OP_LOCAL_PAY_SUBMIT,
  SME_OP_LOCAL_GATEWAY_PAGE,
  SME_OP_LOCAL_GATEWAY_SUBMIT,
  SME_OP_LOCAL_GATEWAY_QUERY,
  SME_OP_LOCAL_SMARTCA_ACTIVATE,
  SME_OP_LOCAL_SMARTCA_EKYC,
  SME_OP_LOCAL_SMARTCA_ISSUE,
  SME_OP_LOCAL_SMARTCA_REFUSE,
  SME_OP_LOCAL_RESOLVE_CASE,
  SME_OP_LOCAL_UNLOCK_ORDER,
  SME_OP_LOCAL_ANSWER_DOSSIER,
  SME_OP_LOCAL_DECIDE_REFUND,
  SME_OP_LOCAL_REFUND_ORDER,
  SME_OP_LOCAL_ASSIGN_RECEIPT,
  SME_OP_HEALTH,
  SME_OP_METRICS,
  SME_N_OPERATIONS,
} SmeOperationId;

/**
 * SmeAuth:
 *
 * Which bearer token a call takes; a token of another kind is refused.
 */
typedef enum
{
  SME_AUTH_NONE,
  SME_AUTH_OPTIONAL,  /* answers more to who is signed in to OneSME */
  SME_AUTH_ACCESS,    /* OneSME access token */
  SME_AUTH_SIGNING,   /* eContract: one dossier, or a signer who was invited */
  SME_AUTH_ECONTRACT, /* eContract: signing, signer or lookup token */
  SME_AUTH_LOCAL,     /* the local backend's own token */
} SmeAuth;

typedef enum
{
  SME_OP_READ = 0,
  SME_OP_WRITE = 1 << 0,    /* runs in a write transaction */
  SME_OP_KEY = 1 << 1,      /* takes an Idempotency-Key */
  SME_OP_ETAG = 1 << 2,     /* the answer has an ETag */
  SME_OP_IF_MATCH = 1 << 3, /* needs If-Match */
  SME_OP_LIST = 1 << 4,     /* the answer is {items, total, next} of the response type */
  SME_OP_PARTIAL = 1 << 5,  /* nothing is required in the body, nor in the answer */
  SME_OP_MINTS = 1 << 6,    /* the answer holds a token and is never stored */
  SME_OP_LARGE = 1 << 7,    /* bodies to 4 MiB instead of 1 */
  SME_OP_BINARY = 1 << 8,   /* the answer is not JSON */
  SME_OP_LOCAL_ONLY = 1 << 9,
  SME_OP_STREAM = 1 << 10, /* text/event-stream */
  SME_OP_FINDS = 1 << 11,  /* answers with 200 and what there is already instead of a second one */
} SmeOperationFlags;

/**
 * SmeOperation:
 * @path: with {id} where an id stands
 * @status: of a success
 */
typedef struct
{
  const char *name;
  const char *method;
  const char *path;
  guint status;
  SmeAuth auth;
  SmeOperationFlags flags;
  GType (*query) (void);
  GType (*request) (void);
  GType (*response) (void);
  const char *summary;
} SmeOperation;

const SmeOperation *sme_operation_get (SmeOperationId id);

/* The path with its {id} replaced by @path_id (escaped); NULL where the path has none. */
char *sme_operation_build_path (SmeOperationId id, const char *path_id);

/**
 * sme_operation_find:
 * @path: decoded, without query
 * @path_id: (out): what stood at {id}; free with g_free()
 * @allowed: (out): when only the method is wrong, the methods that are right ("GET, PUT")
 *
 * Returns: the id, or %SME_N_OPERATIONS
 */
SmeOperationId
sme_operation_find (const char *method, const char *path, char **path_id, char **allowed);

/* The largest body the call takes, in bytes. */
gsize sme_operation_max_body (SmeOperationId id);

G_END_DECLS
