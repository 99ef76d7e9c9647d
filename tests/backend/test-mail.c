/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mails as they are handed to a mail server. validate-answers.py reads one with another reader. */
#include "backend/outbox/sme-mail.h"

#include <string.h>

static SmeMail
make_mail (void)
{
  return (SmeMail){
    .id = "m-1",
    .from = "no-reply@onesme.invalid",
    .to = "an@vidu.vn",
    .subject = "Hóa đơn 1C26TOS-00000001 cho đơn hàng OSM-2026-000000000001 của Anh/Chị",
    .body = "Kính gửi Anh/Chị,\n\nHóa đơn.\n",
    .sent_at = G_GINT64_CONSTANT (1795317300000),
  };
}

static char *
write_mail (const SmeMail *mail)
{
  g_autoptr (GBytes) bytes = sme_mail_write (mail);

  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What stands between @before and the next empty line or boundary, out of base64. */
static char *
decode_after (const char *mail, const char *before, gsize *length)
{
  const char *start = strstr (mail, before);
  const char *end;
  g_autofree char *code = NULL;

  g_assert_nonnull (start);
  start = strstr (start, "\r\n\r\n");
  g_assert_nonnull (start);
  end = strstr (start + 4, "--");
  code = end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
  return (char *) g_base64_decode (code, length);
}

static void
test_text (void)
{
  SmeMail mail = make_mail ();
  g_autofree char *text = write_mail (&mail);
  gsize length;
  g_autofree char *body =
    decode_after (text, "Content-Type: text/plain; charset=UTF-8\r\n", &length);

  g_assert_nonnull (strstr (text, "To: <an@vidu.vn>\r\n"));
  g_assert_nonnull (strstr (text, "Message-ID: <m-1@onesme.invalid>\r\n"));
  g_assert_true (g_str_has_prefix (text, "Date: Sun, 22 Nov 2026 03:15:00 +0000\r\n"));
  g_assert_null (strstr (text, "multipart"));
  g_assert_cmpmem (body, length, "Kính gửi Anh/Chị,\r\n\r\nHóa đơn.\r\n",
                   strlen ("Kính gửi Anh/Chị,\r\n\r\nHóa đơn.\r\n"));
}

/* Each encoded word decodes by itself, so each ends where a character ends. */
static void
test_subject (void)
{
  SmeMail mail = make_mail ();
  g_autofree char *text = write_mail (&mail);
  g_autoptr (GString) subject = g_string_new (NULL);
  const char *word = strstr (text, "Subject: ");

  while ((word = strstr (word, "=?UTF-8?B?")) != NULL)
    {
      const char *end = strstr (word + 10, "?=");
      g_autofree char *code = g_strndup (word + 10, (gsize) (end - word - 10));
      gsize length;
      g_autofree guchar *part = g_base64_decode (code, &length);

      g_assert_cmpint (end + 2 - word, <=, 75);
      g_assert_true (g_utf8_validate ((char *) part, (gssize) length, NULL));
      g_string_append_len (subject, (char *) part, (gssize) length);
      word = end;
    }
  g_assert_cmpstr (subject->str, ==, mail.subject);
}

static void
test_attachment (void)
{
  SmeMail mail = make_mail ();
  guchar data[1000];
  g_autoptr (GBytes) file = NULL;
  g_autofree char *text = NULL;
  g_autofree char *found = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length;

  for (gsize i = 0; i < sizeof data; i++)
    data[i] = (guchar) (i * 7);
  file = g_bytes_new (data, sizeof data);
  mail.attachment = file;
  mail.attachment_name = "1C26TOS-00000001.pdf";
  mail.attachment_type = "application/pdf";
  text = write_mail (&mail);
  g_assert_nonnull (
    strstr (text, "Content-Disposition: attachment;\r\n filename=\"1C26TOS-00000001.pdf\"\r\n"));
  found = decode_after (text, "Content-Type: application/pdf", &length);
  g_assert_cmpmem (found, length, data, sizeof data);
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 76);
      g_assert_null (strchr (lines[i], '\n'));
    }
}

static void
test_no_header_of_its_own (void)
{
  SmeMail mail = make_mail ();
  g_autoptr (GBytes) bytes = NULL;

  mail.to = "an@vidu.vn>\r\nBcc: <binh@vidu.vn";
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_harmless*");
  bytes = sme_mail_write (&mail);
  g_test_assert_expected_messages ();
  g_assert_null (bytes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail/text-alone", test_text);
  g_test_add_func ("/mail/subject-in-words-of-75", test_subject);
  g_test_add_func ("/mail/file-goes-with-the-text", test_attachment);
  g_test_add_func ("/mail/nobody-writes-a-header", test_no_header_of_its_own);
  return g_test_run ();
}
