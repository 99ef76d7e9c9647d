/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/sme-vnpay.h"

#define SECRET "TESTSECRETKEY0000000000000000000"
#define CANONICAL \
  "vnp_Amount=22000000&vnp_Command=pay&vnp_CreateDate=20261122101500&vnp_CurrCode=VND" \
  "&vnp_ExpireDate=20261122103000&vnp_IpAddr=127.0.0.1&vnp_Locale=vn" \
  "&vnp_OrderInfo=Thanh+toan+don+hang+OSM2611220001&vnp_OrderType=other" \
  "&vnp_ReturnUrl=https%3A%2F%2Fexample.test%2Freturn%3Fx%3D1&vnp_TmnCode=DEMO0001" \
  "&vnp_TxnRef=OSM2611220001&vnp_Version=2.1.0"
#define HASH \
  "cf5a93456b89ea74994ed018f14d10f6a19986326de0461811bf59738cf89d8b" \
  "7c72f83fa35f372febce8d291207b8168d8fee52ee480afad79ee62cac66fbbc"

static GHashTable *
make_params (void)
{
  static const char *pairs[][2] = {
    { "vnp_Version", "2.1.0" },
    { "vnp_Command", "pay" },
    { "vnp_TmnCode", "DEMO0001" },
    { "vnp_Amount", "22000000" },
    { "vnp_CurrCode", "VND" },
    { "vnp_TxnRef", "OSM2611220001" },
    { "vnp_OrderInfo", "Thanh toan don hang OSM2611220001" },
    { "vnp_OrderType", "other" },
    { "vnp_Locale", "vn" },
    { "vnp_ReturnUrl", "https://example.test/return?x=1" },
    { "vnp_IpAddr", "127.0.0.1" },
    { "vnp_CreateDate", "20261122101500" },
    { "vnp_ExpireDate", "20261122103000" },
    { "vnp_BankCode", "" },
    { "vnp_SecureHashType", "HmacSHA512" },
  };
  GHashTable *params = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_hash_table_insert (params, g_strdup (pairs[i][0]), g_strdup (pairs[i][1]));

  return params;
}

static void
test_vector (void)
{
  g_autoptr (GHashTable) params = make_params ();
  g_autofree char *canonical = sme_vnpay_canonical (params);
  g_autofree char *hash = sme_vnpay_sign (params, SECRET);
  g_autofree char *url = sme_vnpay_make_url ("https://pay.example/p", params, SECRET);

  g_assert_cmpstr (canonical, ==, CANONICAL);
  g_assert_cmpstr (hash, ==, HASH);
  g_assert_cmpstr (url, ==, "https://pay.example/p?" CANONICAL "&vnp_SecureHash=" HASH);
}

static void
test_verify (void)
{
  g_autoptr (GHashTable) params = sme_vnpay_parse_query (CANONICAL "&vnp_SecureHash=" HASH);
  g_autofree char *upper = g_ascii_strup (HASH, -1);

  g_assert_nonnull (params);
  g_assert_true (sme_vnpay_verify (params, SECRET));
  g_assert_false (sme_vnpay_verify (params, "another"));

  g_hash_table_insert (params, g_strdup (SME_VNPAY_HASH), g_strdup (upper));
  g_assert_true (sme_vnpay_verify (params, SECRET));

  g_hash_table_insert (params, g_strdup ("vnp_Amount"), g_strdup ("2200000"));
  g_assert_false (sme_vnpay_verify (params, SECRET));

  g_hash_table_remove (params, SME_VNPAY_HASH);
  g_assert_false (sme_vnpay_verify (params, SECRET));
  g_hash_table_insert (params, g_strdup (SME_VNPAY_HASH), g_strdup (""));
  g_assert_false (sme_vnpay_verify (params, SECRET));
}

static void
test_each_digit_of_the_hash_counts (void)
{
  for (gsize i = 0; i < strlen (HASH); i++)
    {
      g_autoptr (GHashTable) params = make_params ();
      g_autofree char *hash = g_strdup (HASH);

      hash[i] = hash[i] == '0' ? '1' : '0';
      g_hash_table_insert (params, g_strdup (SME_VNPAY_HASH), g_steal_pointer (&hash));
      g_assert_false (sme_vnpay_verify (params, SECRET));
    }
}

static void
test_query (void)
{
  static const char *bad[] = { "a=%zz", "a=%",   "a=1&a=2", "a",   "=1",
                               "a=%00", "a=%ff", "a=%4",    "%=1", "a=1&&b" };
  g_autoptr (GHashTable) params = sme_vnpay_parse_query ("a=1+2&b=%2B&c=&&d=%C4%91");
  g_autoptr (GString) many = g_string_new ("x=1");

  g_assert_cmpuint (g_hash_table_size (params), ==, 4);
  g_assert_cmpstr (g_hash_table_lookup (params, "a"), ==, "1 2");
  g_assert_cmpstr (g_hash_table_lookup (params, "b"), ==, "+");
  g_assert_cmpstr (g_hash_table_lookup (params, "c"), ==, "");
  g_assert_cmpstr (g_hash_table_lookup (params, "d"), ==, "đ");

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (sme_vnpay_parse_query (bad[i]));

  for (int i = 1; i < 64; i++)
    g_string_append_printf (many, "&p%d=1", i);
  g_autoptr (GHashTable) most = sme_vnpay_parse_query (many->str);
  g_assert_cmpuint (g_hash_table_size (most), ==, 64);
  g_string_append (many, "&p64=1");
  g_assert_null (sme_vnpay_parse_query (many->str));
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (512);

  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GHashTable) params =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autoptr (GHashTable) back = NULL;
      g_autofree char *url = NULL;

      for (int i = g_rand_int_range (rand, 1, 12); i > 0; i--)
        {
          g_autoptr (GString) value = g_string_new (NULL);

          for (int n = g_rand_int_range (rand, 1, 12); n > 0; n--)
            g_string_append_unichar (value, g_rand_int_range (rand, 1, 0x1EFF));
          g_hash_table_insert (params, g_strdup_printf ("vnp_P%d", i), g_strdup (value->str));
        }

      url = sme_vnpay_make_url ("p", params, SECRET);
      back = sme_vnpay_parse_query (url + 2);
      g_assert_nonnull (back);
      g_assert_cmpuint (g_hash_table_size (back), ==, g_hash_table_size (params) + 1);
      g_assert_true (sme_vnpay_verify (back, SECRET));
    }
}

static GHashTable *
make_message (const char *const (*pairs)[2], gsize n)
{
  GHashTable *params = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (gsize i = 0; i < n; i++)
    g_hash_table_insert (params, g_strdup (pairs[i][0]), g_strdup (pairs[i][1]));
  return params;
}

static void
check_message (SmeVnpayMessage message, GHashTable *params, const char *wanted)
{
  g_autofree char *hash = sme_vnpay_sign_message (message, params, SECRET);

  g_assert_cmpstr (hash, ==, wanted);
  g_assert_false (sme_vnpay_verify_message (message, params, SECRET));
  g_hash_table_insert (params, g_strdup (SME_VNPAY_HASH), g_ascii_strup (hash, -1));
  g_assert_true (sme_vnpay_verify_message (message, params, SECRET));
  g_assert_false (sme_vnpay_verify_message (message, params, "ANOTHERSECRET"));
  g_hash_table_insert (params, g_strdup ("vnp_TxnRef"), g_strdup ("OSM2611220001P2"));
  g_assert_false (sme_vnpay_verify_message (message, params, SECRET));
}

/* Computed with Python's hmac over the values with bars between. */
static void
test_messages (void)
{
  static const char *const question[][2] = { { "vnp_RequestId", "r1" },
                                             { "vnp_Version", "2.1.0" },
                                             { "vnp_Command", "querydr" },
                                             { "vnp_TmnCode", "DEMO0001" },
                                             { "vnp_TxnRef", "OSM2611220001P1" },
                                             { "vnp_TransactionDate", "20261122101500" },
                                             { "vnp_CreateDate", "20261122103000" },
                                             { "vnp_IpAddr", "127.0.0.1" },
                                             { "vnp_OrderInfo", "Truy van OSM2611220001P1" } };
  static const char *const result[][2] = {
    { "vnp_ResponseId", "a1" },          { "vnp_Command", "querydr" },
    { "vnp_ResponseCode", "00" },        { "vnp_Message", "QueryDR Success" },
    { "vnp_TmnCode", "DEMO0001" },       { "vnp_TxnRef", "OSM2611220001P1" },
    { "vnp_Amount", "22000000" },        { "vnp_BankCode", "NCB" },
    { "vnp_PayDate", "20261122101622" }, { "vnp_TransactionNo", "14226112" },
    { "vnp_TransactionType", "01" },     { "vnp_TransactionStatus", "00" },
    { "vnp_OrderInfo", "Thanh toán" }
  };
  g_autoptr (GHashTable) asked = make_message (question, G_N_ELEMENTS (question));
  g_autoptr (GHashTable) answered = make_message (result, G_N_ELEMENTS (result));

  check_message (SME_VNPAY_QUERY, asked,
                 "3d79fb7ddf7d70fc360cc78c4618c82512fef2ac1bc4367e5b2308b0d5126397"
                 "fc232a4e97ba60f1ed7802fa602614f4d9d0df58ba94e278a755d449b9343514");
  check_message (SME_VNPAY_QUERY_RESULT, answered,
                 "3626aa5e187b632be64e1d85eef077e7dc95d75210ad8acacb805fe066f6ffc6"
                 "c391c5917ed3c8430650023dacdb9f7dff4334ccea8926754ca6144c6acf221c");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/a32/gateway-vector-is-signed", test_vector);
  g_test_add_func ("/vnpay/verify-refuses-what-was-changed", test_verify);
  g_test_add_func ("/vnpay/each-digit-of-the-hash-counts", test_each_digit_of_the_hash_counts);
  g_test_add_func ("/vnpay/query-is-read-strictly", test_query);
  g_test_add_func ("/vnpay/signed-url-comes-back", test_round_trip);

  g_test_add_func ("/vnpay/a33-messages-from-server-to-server", test_messages);
  return g_test_run ();
}
