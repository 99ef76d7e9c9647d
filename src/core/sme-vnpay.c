/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-vnpay.h"

#include <string.h>

#define MAX_PARAMS 64
#define HASH_LENGTH 128

/* As PHP's urlencode() and Java's URLEncoder do, which VNPAY's own examples use. */
static void
append_encoded (GString *string, const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) || strchr ("-_.", *p) != NULL)
        g_string_append_c (string, (char) *p);
      else if (*p == ' ')
        g_string_append_c (string, '+');
      else
        g_string_append_printf (string, "%%%02X", *p);
    }
}

static gboolean
is_signed (const char *name, const char *value)
{
  return value != NULL && *value != '\0' && !g_str_equal (name, SME_VNPAY_HASH) &&
         !g_str_equal (name, "vnp_SecureHashType");
}

char *
sme_vnpay_canonical (GHashTable *params)
{
  g_autoptr (GList) names = NULL;
  GString *canonical = g_string_new (NULL);

  g_return_val_if_fail (params != NULL, NULL);

  names = g_list_sort (g_hash_table_get_keys (params), (GCompareFunc) strcmp);
  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *value = g_hash_table_lookup (params, l->data);

      if (!is_signed (l->data, value))
        continue;
      if (canonical->len > 0)
        g_string_append_c (canonical, '&');
      append_encoded (canonical, l->data);
      g_string_append_c (canonical, '=');
      append_encoded (canonical, value);
    }

  return g_string_free (canonical, FALSE);
}

static char *
sign (const char *text, const char *secret)
{
  return g_compute_hmac_for_string (G_CHECKSUM_SHA512, (const guchar *) secret, strlen (secret),
                                    text, -1);
}

char *
sme_vnpay_sign (GHashTable *params, const char *secret)
{
  g_autofree char *canonical = sme_vnpay_canonical (params);

  g_return_val_if_fail (secret != NULL && *secret != '\0', NULL);

  return sign (canonical, secret);
}

/* Takes as long whatever the difference. Both have @length bytes. */
static gboolean
equal_in_constant_time (const char *a, const char *b, gsize length)
{
  volatile guchar difference = 0;

  for (gsize i = 0; i < length; i++)
    difference |= (guchar) (a[i] ^ b[i]);

  return difference == 0;
}

static gboolean
carries (GHashTable *params, const char *wanted)
{
  const char *hash = g_hash_table_lookup (params, SME_VNPAY_HASH);
  g_autofree char *given = NULL;

  if (hash == NULL || strlen (hash) != HASH_LENGTH)
    return FALSE;

  given = g_ascii_strdown (hash, HASH_LENGTH);
  return equal_in_constant_time (given, wanted, HASH_LENGTH);
}

gboolean
sme_vnpay_verify (GHashTable *params, const char *secret)
{
  g_autofree char *wanted = sme_vnpay_sign (params, secret);

  g_return_val_if_fail (wanted != NULL, FALSE);

  return carries (params, wanted);
}

/* In the order of "Truy vấn kết quả thanh toán" in VNPAY's pages. */
static const char *const messages[][16] = {
  [SME_VNPAY_QUERY] = { "vnp_RequestId", "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_TxnRef",
                        "vnp_TransactionDate", "vnp_CreateDate", "vnp_IpAddr", "vnp_OrderInfo",
                        NULL },
  [SME_VNPAY_QUERY_RESULT] = { "vnp_ResponseId", "vnp_Command", "vnp_ResponseCode", "vnp_Message",
                               "vnp_TmnCode", "vnp_TxnRef", "vnp_Amount", "vnp_BankCode",
                               "vnp_PayDate", "vnp_TransactionNo", "vnp_TransactionType",
                               "vnp_TransactionStatus", "vnp_OrderInfo", "vnp_PromotionCode",
                               "vnp_PromotionAmount", NULL },
};

char *
sme_vnpay_sign_message (SmeVnpayMessage message, GHashTable *params, const char *secret)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (params != NULL && secret != NULL && *secret != '\0', NULL);

  for (guint i = 0; messages[message][i] != NULL; i++)
    {
      const char *value = g_hash_table_lookup (params, messages[message][i]);

      if (i > 0)
        g_string_append_c (text, '|');
      g_string_append (text, value != NULL ? value : "");
    }
  return sign (text->str, secret);
}

gboolean
sme_vnpay_verify_message (SmeVnpayMessage message, GHashTable *params, const char *secret)
{
  g_autofree char *wanted = sme_vnpay_sign_message (message, params, secret);

  g_return_val_if_fail (wanted != NULL, FALSE);

  return carries (params, wanted);
}

char *
sme_vnpay_make_url (const char *base, GHashTable *params, const char *secret)
{
  g_autofree char *canonical = sme_vnpay_canonical (params);
  g_autofree char *hash = sme_vnpay_sign (params, secret);

  g_return_val_if_fail (base != NULL && hash != NULL, NULL);

  return g_strconcat (base, "?", canonical, "&" SME_VNPAY_HASH "=", hash, NULL);
}

/* NULL for a broken escape, %00 and broken UTF-8. */
static char *
decode (const char *text, gsize length)
{
  g_autofree char *spaced = g_strndup (text, length);
  g_autofree char *decoded = NULL;

  g_strdelimit (spaced, "+", ' ');
  decoded = g_uri_unescape_string (spaced, NULL);
  if (decoded == NULL || !g_utf8_validate (decoded, -1, NULL))
    return NULL;

  return g_steal_pointer (&decoded);
}

static gboolean
add_param (GHashTable *params, const char *pair)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (equals == NULL || equals == pair)
    return FALSE;

  name = decode (pair, equals - pair);
  value = decode (equals + 1, strlen (equals + 1));
  if (name == NULL || value == NULL || g_hash_table_contains (params, name))
    return FALSE;

  g_hash_table_insert (params, g_steal_pointer (&name), g_steal_pointer (&value));
  return g_hash_table_size (params) <= MAX_PARAMS;
}

GHashTable *
sme_vnpay_parse_query (const char *query)
{
  g_autoptr (GHashTable) params = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) pairs = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  pairs = g_strsplit (query, "&", MAX_PARAMS + 2);
  for (gsize i = 0; pairs[i] != NULL; i++)
    if (*pairs[i] != '\0' && !add_param (params, pairs[i]))
      return NULL;

  return g_steal_pointer (&params);
}
