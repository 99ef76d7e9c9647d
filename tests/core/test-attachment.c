/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-attachment.h"

#include <string.h>

static const char *
check (const char *name, const char *bytes, gsize size)
{
  g_autoptr (SmeAttachment) attachment = sme_attachment_new ();
  g_autofree char *content = g_base64_encode ((const guchar *) bytes, size);
  g_autoptr (GBytes) read = NULL;
  const char *code = NULL;

  sme_record_set_text (SME_RECORD (attachment), "name", name);
  sme_record_set_text (SME_RECORD (attachment), "content", content);
  read = sme_attachment_read (attachment, &code);
  if (read == NULL)
    return code;
  g_assert_cmpmem (g_bytes_get_data (read, NULL), g_bytes_get_size (read), bytes, size);
  return NULL;
}

static void
test_types (void)
{
  g_assert_null (check ("a.pdf", "%PDF-1.7 ...", 12));
  g_assert_null (check ("a.png", "\x89PNG\r\n\x1a\n....", 12));
  g_assert_null (check ("a.jpg", "\xff\xd8\xff\xe0....", 8));
  /* By what it is, whatever it is called. */
  g_assert_null (check ("a.exe", "%PDF-1.7 ...", 12));
  g_assert_cmpstr (check ("a.pdf", "MZ.....", 7), ==, "type");
  g_assert_cmpstr (check ("a.pdf", "%PDF-", 5), ==, "type");
  g_assert_cmpstr (check ("a.pdf", "<html>", 6), ==, "type");
}

static void
test_names (void)
{
  static const char *const bad[] = { "../a.pdf", "a/b.pdf", "a\\b.pdf", ".a", "a:b", "a?b", "<a>" };

  g_assert_null (check ("Bản sửa 5.pdf", "%PDF-1.7", 8));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpstr (check (bad[i], "%PDF-1.7", 8), ==, "name");
}

static void
test_size (void)
{
  g_autofree char *large = g_malloc0 (SME_ATTACHMENT_MAX + 1);

  memcpy (large, "%PDF-", 5);
  g_assert_null (check ("a.pdf", large, SME_ATTACHMENT_MAX));
  g_assert_cmpstr (check ("a.pdf", large, SME_ATTACHMENT_MAX + 1), ==, "too-large");
  g_assert_cmpstr (check ("a.pdf", "", 0), ==, "empty");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachment/types", test_types);
  g_test_add_func ("/attachment/names", test_names);
  g_test_add_func ("/attachment/size", test_size);
  return g_test_run ();
}
