/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Signing as VNPAY 2.1.0 does (sandbox.vnpayment.vn/apis/docs): parameters sorted by name, form
 * encoded, HMAC-SHA512 in hexadecimal as vnp_SecureHash. The secret belongs on the server; the app
 * never has it. Parameters are a GHashTable of strings.
 */

#define SME_VNPAY_HASH "vnp_SecureHash"

/** sme_vnpay_canonical: the string that is signed: all parameters with a value, but for the hash
 *  itself and vnp_SecureHashType. */
char *sme_vnpay_canonical (GHashTable *params);

/** sme_vnpay_sign: the hash of @params, 128 lower-case digits. */
char *sme_vnpay_sign (GHashTable *params, const char *secret);

/** sme_vnpay_verify: whether @params carry the right hash; compared in constant time. */
gboolean sme_vnpay_verify (GHashTable *params, const char *secret);

/** sme_vnpay_make_url: @base, which has no query, with the signed parameters behind it. */
char *sme_vnpay_make_url (const char *base, GHashTable *params, const char *secret);

/**
 * SmeVnpayMessage: what is asked and answered from server to server (vnp_Command "querydr"). Not
 * sorted and named like what goes through the browser: values only, in an order of its own, with
 * bars between; what is missing counts as empty.
 */
typedef enum
{
  SME_VNPAY_QUERY,
  SME_VNPAY_QUERY_RESULT,
} SmeVnpayMessage;

/** sme_vnpay_sign_message: the hash of @params as @message has them, 128 lower-case digits. */
char *sme_vnpay_sign_message (SmeVnpayMessage message, GHashTable *params, const char *secret);

/** sme_vnpay_verify_message: whether @params carry the right hash; in constant time. */
gboolean sme_vnpay_verify_message (SmeVnpayMessage message, GHashTable *params, const char *secret);

/**
 * sme_vnpay_parse_query: the parameters of a query string, as it came over the wire.
 * Returns: (transfer full) (nullable): strings owned by the table; NULL for broken escapes, broken
 *   UTF-8, NUL bytes, a name that comes twice, or more than 64 names
 */
GHashTable *sme_vnpay_parse_query (const char *query);

G_END_DECLS
