/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/sme-vietqr.h"

#define STATIC_CODE \
  "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F"
#define INVOICE_CODE \
  "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA53037045406180000" \
  "5802VN62340107NPS68690819thanh toan don hang63042E2E"
#define ORDER_CODE \
  "00020101021238570010A00000072701270006970436011300110012345670208QRIBFTTA53037045406220000" \
  "5802VN62170813OSM26112200016304B621"
#define ALTERED_CODE \
  "00020101021238570010A00000072701270006970436011300110012345670208QRIBFTTA53037045406220001" \
  "5802VN62170813OSM26112200016304B621"

static const struct
{
  const char *payload;
  SmeVietqr values;
} good[] = {
  { STATIC_CODE, { "970403", "0011012345678", FALSE, FALSE, 0, NULL, NULL, NULL } },
  { INVOICE_CODE,
    { "970403", "0011012345678", FALSE, TRUE, 180000, "NPS6869", NULL, "thanh toan don hang" } },
  { ORDER_CODE, { "970436", "0011001234567", FALSE, TRUE, 220000, NULL, NULL, "OSM2611220001" } },
};

static void
assert_same (const SmeVietqr *a, const SmeVietqr *b)
{
  g_assert_cmpstr (a->bin, ==, b->bin);
  g_assert_cmpstr (a->account, ==, b->account);
  g_assert_cmpint (a->to_card, ==, b->to_card);
  g_assert_cmpint (a->one_time, ==, b->one_time);
  g_assert_cmpint (a->amount, ==, b->amount);
  g_assert_cmpstr (a->bill, ==, b->bill);
  g_assert_cmpstr (a->reference, ==, b->reference);
  g_assert_cmpstr (a->purpose, ==, b->purpose);
}

static void
test_checksum (void)
{
  g_assert_cmphex (sme_vietqr_checksum ("123456789", 9), ==, 0x29B1);
  g_assert_cmphex (sme_vietqr_checksum ("", 0), ==, 0xFFFF);
}

static void
test_vectors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SmeVietqr) parsed = sme_vietqr_parse (good[i].payload, &error);
      g_autofree char *built = NULL;

      g_assert_no_error (error);
      assert_same (parsed, &good[i].values);
      built = sme_vietqr_build (&good[i].values, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (built, ==, good[i].payload);
    }
}

static void
assert_refused (const char *payload, SmeVietqrError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeVietqr) parsed = sme_vietqr_parse (payload, &error);

  g_test_message ("%s", payload);
  g_assert_null (parsed);
  g_assert_error (error, SME_VIETQR_ERROR, (int) code);
}

/* Adds the checksum to a payload made by hand. */
static char *
seal (const char *payload)
{
  g_autofree char *covered = g_strconcat (payload, "6304", NULL);

  return g_strdup_printf ("%s%04X", covered, sme_vietqr_checksum (covered, strlen (covered)));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *payload;
    SmeVietqrError code;
  } rows[] = {
#define TO "38570010A00000072701270006970436011300110012345670208QRIBFTTA"
    { "000201010212" TO "5802VN", SME_VIETQR_ERROR_UNSUPPORTED },
    { "000201010212" TO "5303840"
      "5802VN",
      SME_VIETQR_ERROR_UNSUPPORTED },
    { "000201010212" TO "5303704"
      "5802SG",
      SME_VIETQR_ERROR_UNSUPPORTED },
    { "000201010212"
      "5303704"
      "5802VN",
      SME_VIETQR_ERROR_UNSUPPORTED },
    { "000202010212" TO "5303704"
      "5802VN",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010213" TO "5303704"
      "5802VN",
      SME_VIETQR_ERROR_FORMAT },
    { TO "000201010212"
         "5303704"
         "5802VN",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212" TO TO "5303704"
      "5802VN",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212" TO "5303704"
      "54062200.0"
      "5802VN",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212" TO "5303704"
      "5406-22000"
      "5802VN",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212" TO "5303704"
      "5400"
      "5802VN",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212" TO "5303704"
      "541400000000000001"
      "5802VN",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212" TO "5303704"
      "5802VN"
      "62050813O",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212" TO "5303704"
      "5802VN"
      "621x080512345",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212" TO "5303704"
      "5802VN"
      "6299",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212" TO "5303704"
      "5802VN"
      "6x",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212" TO "5303704"
      "5802VN"
      "63041234",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212"
      "38570010A00000072701270006970436011300110012345670208QRPUSH01"
      "5303704"
      "5802VN",
      SME_VIETQR_ERROR_UNSUPPORTED },
    { "000201010212"
      "38570010A00000999901270006970436011300110012345670208QRIBFTTA"
      "5303704"
      "5802VN",
      SME_VIETQR_ERROR_UNSUPPORTED },
    { "000201010212"
      "38260010A0000007270208QRIBFTTA"
      "5303704"
      "5802VN",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212"
      "38570010A00000072701270005970436011300110012345670208QRIBFTTA"
      "5303704"
      "5802VN",
      SME_VIETQR_ERROR_FORMAT },
    { "000201010212"
      "38560010A0000007270126000597043011300110012345670208QRIBFTTA"
      "5303704"
      "5802VN",
      SME_VIETQR_ERROR_FORMAT },
#undef TO
  };
  g_autofree char *long_text = g_strnfill (600, '1');

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *payload = seal (rows[i].payload);

      assert_refused (payload, rows[i].code);
    }

  assert_refused (ALTERED_CODE, SME_VIETQR_ERROR_CHECKSUM);
  assert_refused ("", SME_VIETQR_ERROR_FORMAT);
  assert_refused ("https://example.vn", SME_VIETQR_ERROR_FORMAT);
  assert_refused ("63041D0F", SME_VIETQR_ERROR_CHECKSUM);
  assert_refused (long_text, SME_VIETQR_ERROR_FORMAT);
}

static void
test_one_character_changed (void)
{
  for (gsize place = 0; place < strlen (ORDER_CODE); place++)
    for (int ch = 1; ch < 256; ch++)
      {
        g_autofree char *payload = g_strdup (ORDER_CODE);
        g_autoptr (SmeVietqr) parsed = NULL;

        if (g_ascii_toupper ((char) ch) == g_ascii_toupper (payload[place]) ||
            (guchar) payload[place] == ch)
          continue;
        payload[place] = (char) ch;
        parsed = sme_vietqr_parse (payload, NULL);
        g_assert_null (parsed);
      }
}

static void
test_build_refuses (void)
{
  static const SmeVietqr rows[] = {
    { "97043", "0011", FALSE, TRUE, 1, NULL, NULL, NULL },
    { "97043x", "0011", FALSE, TRUE, 1, NULL, NULL, NULL },
    { NULL, "0011", FALSE, TRUE, 1, NULL, NULL, NULL },
    { "970436", "", FALSE, TRUE, 1, NULL, NULL, NULL },
    { "970436", "12345678901234567890", FALSE, TRUE, 1, NULL, NULL, NULL },
    { "970436", "00 11", FALSE, TRUE, 1, NULL, NULL, NULL },
    { "970436", "0011", FALSE, TRUE, -1, NULL, NULL, NULL },
    { "970436", "0011", FALSE, TRUE, SME_VIETQR_MAX_AMOUNT + 1, NULL, NULL, NULL },
    { "970436", "0011", FALSE, TRUE, 1, NULL, NULL, "12345678901234567890123456" },
    { "970436", "0011", FALSE, TRUE, 1, "12345678901234567890123456", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *payload = sme_vietqr_build (&rows[i], &error);

      g_assert_null (payload);
      g_assert_error (error, SME_VIETQR_ERROR, SME_VIETQR_ERROR_FORMAT);
    }
}

static char *
random_text (GRand *rand, const char *letters, int min, int max)
{
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, min, max + 1); i > 0; i--)
    g_string_append_c (text, letters[g_rand_int_range (rand, 0, (gint32) strlen (letters))]);
  if (text->len > 0)
    return g_string_free (text, FALSE);

  g_string_free (text, TRUE);
  return NULL;
}

static void
test_comes_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (970436);
  const char *letters = "ABCXYZabcxyz0123456789";

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *payload = NULL;
      g_autoptr (SmeVietqr) made = g_new0 (SmeVietqr, 1);
      g_autoptr (SmeVietqr) parsed = NULL;

      made->bin = random_text (rand, "0123456789", 6, 6);
      made->account = random_text (rand, letters, 1, 19);
      made->to_card = g_rand_boolean (rand);
      made->one_time = g_rand_boolean (rand);
      made->amount = g_rand_boolean (rand) ? g_rand_int (rand) * (gint64) 2300 : 0;
      made->bill = random_text (rand, letters, 0, 25);
      made->reference = random_text (rand, letters, 0, 25);
      made->purpose = random_text (rand, "abc XYZ.-_/09", 0, 25);

      payload = sme_vietqr_build (made, &error);
      g_assert_no_error (error);
      parsed = sme_vietqr_parse (payload, &error);
      g_assert_no_error (error);
      assert_same (parsed, made);
    }
}

static void
test_greatest_amount (void)
{
  const SmeVietqr made = { "970436", "0011", FALSE, TRUE, SME_VIETQR_MAX_AMOUNT, NULL, NULL, NULL };
  g_autofree char *payload = sme_vietqr_build (&made, NULL);
  g_autoptr (SmeVietqr) parsed = sme_vietqr_parse (payload, NULL);

  assert_same (parsed, &made);
}

static void
test_accents_are_dropped (void)
{
  const SmeVietqr made = {
    "970436", "0011", FALSE, TRUE, 220000, NULL, NULL, "Thanh toán đơn hàng"
  };
  g_autofree char *payload = sme_vietqr_build (&made, NULL);
  g_autoptr (SmeVietqr) parsed = sme_vietqr_parse (payload, NULL);

  g_assert_cmpstr (parsed->purpose, ==, "Thanh toan don hang");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vietqr/checksum", test_checksum);
  g_test_add_func ("/a32/vietqr-vectors-are-read-and-built", test_vectors);
  g_test_add_func ("/vietqr/what-is-refused", test_refused);
  g_test_add_func ("/vietqr/one-changed-character-is-refused", test_one_character_changed);
  g_test_add_func ("/vietqr/build-refuses-what-does-not-fit", test_build_refuses);
  g_test_add_func ("/vietqr/what-is-built-comes-back", test_comes_back);
  g_test_add_func ("/vietqr/greatest-amount-comes-back", test_greatest_amount);
  g_test_add_func ("/vietqr/accents-are-dropped", test_accents_are_dropped);

  return g_test_run ();
}
