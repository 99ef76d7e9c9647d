/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-email.h"

static void
test_table (void)
{
  static const struct
  {
    const char *text;
    SmeReason reason;
    const char *normalized;
  } rows[] = {
    { "lan@example.vn", SME_REASON_OK, "lan@example.vn" },
    { "  Lan.Nguyen@Example.VN\n", SME_REASON_OK, "Lan.Nguyen@example.vn" },
    { "a+b_c-d=e@mail.example.com.vn", SME_REASON_OK, "a+b_c-d=e@mail.example.com.vn" },
    { "o'hara@example.org", SME_REASON_OK, "o'hara@example.org" },
    { "lan@tênmiền.vn", SME_REASON_OK, "lan@tênmiền.vn" },
    { "lan@TÊNMIỀN.vn", SME_REASON_OK, "lan@tênmiền.vn" },
    { "lan@te\u0302nmie\u0302\u0300n.vn", SME_REASON_OK, "lan@tênmiền.vn" },
    { "lan@xn--bcher-kva.example", SME_REASON_OK, "lan@bücher.example" },
    { "1@1.vn", SME_REASON_OK, "1@1.vn" },
    { "", SME_REASON_REQUIRED, NULL },
    { NULL, SME_REASON_REQUIRED, NULL },
    { "   ", SME_REASON_REQUIRED, NULL },
    { "lan", SME_REASON_FORMAT, NULL },
    { "lan@", SME_REASON_FORMAT, NULL },
    { "@example.vn", SME_REASON_FORMAT, NULL },
    { "lan@example", SME_REASON_FORMAT, NULL },
    { "lan@@example.vn", SME_REASON_FORMAT, NULL },
    { "lan@a@example.vn", SME_REASON_FORMAT, NULL },
    { ".lan@example.vn", SME_REASON_FORMAT, NULL },
    { "lan.@example.vn", SME_REASON_FORMAT, NULL },
    { "la..n@example.vn", SME_REASON_FORMAT, NULL },
    { "lan@example..vn", SME_REASON_FORMAT, NULL },
    { "lan@.vn", SME_REASON_FORMAT, NULL },
    { "lan@example.vn.", SME_REASON_FORMAT, NULL },
    { "lan@-example.vn", SME_REASON_FORMAT, NULL },
    { "lan@example-.vn", SME_REASON_FORMAT, NULL },
    { "lan@127.0.0.1", SME_REASON_FORMAT, NULL },
    { "lan@example.v", SME_REASON_FORMAT, NULL },
    { "lan@[127.0.0.1]", SME_REASON_CHARACTERS, NULL },
    { "lan nguyen@example.vn", SME_REASON_CHARACTERS, NULL },
    { "lan@exam ple.vn", SME_REASON_CHARACTERS, NULL },
    { "nguyễn@example.vn", SME_REASON_CHARACTERS, NULL },
    { "\"lan\"@example.vn", SME_REASON_CHARACTERS, NULL },
    { "Lan <lan@example.vn>", SME_REASON_CHARACTERS, NULL },
    { "lan@example.vn,a@b.vn", SME_REASON_CHARACTERS, NULL },
    { "lan@exam_ple.vn", SME_REASON_CHARACTERS, NULL },
    { "lan@example.vn\r\nBcc:x", SME_REASON_CHARACTERS, NULL },
    { "lan@ex\xff"
      "ample.vn",
      SME_REASON_CHARACTERS, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *normalized = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (sme_email_check (rows[i].text, &normalized), ==, rows[i].reason);
      g_assert_cmpstr (normalized, ==, rows[i].normalized);
    }
}

static char *
make_address (gsize local, gsize label, gsize n_labels)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < local; i++)
    g_string_append_c (text, 'a');
  g_string_append_c (text, '@');
  for (gsize n = 0; n < n_labels; n++)
    {
      for (gsize i = 0; i < label; i++)
        g_string_append_c (text, 'b');
      g_string_append_c (text, '.');
    }
  g_string_append (text, "vn");

  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  static const struct
  {
    gsize local, label, n_labels;
    SmeReason reason;
  } rows[] = {
    { 64, 63, 1, SME_REASON_OK },         { 65, 63, 1, SME_REASON_TOO_LONG },
    { 64, 64, 1, SME_REASON_TOO_LONG },   { 57, 48, 4, SME_REASON_TOO_LONG },
    { 55, 48, 4, SME_REASON_OK },         { 64, 46, 4, SME_REASON_TOO_LONG },
    { 63, 46, 4, SME_REASON_OK },         { 1, 62, 4, SME_REASON_TOO_LONG },
    { 64, 63, 300, SME_REASON_TOO_LONG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = make_address (rows[i].local, rows[i].label, rows[i].n_labels);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (sme_email_check (text, NULL), ==, rows[i].reason);
    }
}

static void
test_ascii_and_key (void)
{
  g_autofree char *ascii = sme_email_to_ascii ("Lan@bücher.example");
  g_autofree char *key = sme_email_to_key ("LAN@BÜCHER.example");
  g_autofree char *none = sme_email_to_key ("lan");

  g_assert_cmpstr (ascii, ==, "Lan@xn--bcher-kva.example");
  g_assert_cmpstr (key, ==, "lan@xn--bcher-kva.example");
  g_assert_null (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/email/table", test_table);
  g_test_add_func ("/email/limits", test_limits);
  g_test_add_func ("/email/ascii-and-key", test_ascii_and_key);

  return g_test_run ();
}
