/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-paper.h"

#include <stdio.h>
#include <string.h>

static GBytes *
read_file (Journey *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &error))
    journey_fail (self, "%s", error->message);
  return g_bytes_new_take (data, length);
}

static void
expect (Journey *self, const char *judge, const char *verdict, const char *text)
{
  if (strstr (verdict, text) == NULL)
    journey_fail (self, "%s does not say “%s”:\n%s", judge, text, verdict);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

/* Where the last ByteRange of the file says that the signature is. */
typedef struct
{
  gsize start, gap, resumes, rest;
} ByteRange;

static ByteRange
find_byte_range (Journey *self, GBytes *file)
{
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  const char *found = NULL;
  ByteRange range = { 0 };

  for (gsize i = 0; i + 10 < length; i++)
    if (memcmp (data + i, "/ByteRange", 10) == 0)
      found = data + i;
  if (found == NULL || sscanf (found, "/ByteRange%*[ []%zu %zu %zu %zu", &range.start, &range.gap,
                               &range.resumes, &range.rest) != 4)
    journey_fail (self, "The file has no ByteRange");
  /* All but the signature itself is covered. */
  g_assert_cmpuint (range.start, ==, 0);
  g_assert_cmpuint (range.resumes, >, range.gap);
  g_assert_cmpuint (range.resumes + range.rest, ==, length);
  g_assert_cmpint (data[range.gap], ==, '<');
  g_assert_cmpint (data[range.resumes - 1], ==, '>');
  return range;
}

static void
write_file (const char *path, const void *data, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

/* The CMS is followed by zeros up to the room kept for it; its own head says how long it is. */
static void
write_cms (GBytes *file, const ByteRange *range, const char *path)
{
  const char *data = g_bytes_get_data (file, NULL);
  g_autoptr (GByteArray) cms = g_byte_array_new ();

  for (gsize i = range->gap + 1; i + 1 < range->resumes - 1; i += 2)
    {
      guint8 byte =
        (guint8) (g_ascii_xdigit_value (data[i]) << 4 | g_ascii_xdigit_value (data[i + 1]));

      g_byte_array_append (cms, &byte, 1);
    }
  g_assert_cmpuint (cms->len, >, 4);
  g_assert_cmpuint (cms->data[0], ==, 0x30);
  g_assert_cmpuint (cms->data[1], ==, 0x82);
  write_file (path, cms->data, 4u + ((guint) cms->data[2] << 8 | cms->data[3]));
}

static void
write_content (GBytes *file, const ByteRange *range, const char *path)
{
  const guint8 *data = g_bytes_get_data (file, NULL);
  g_autoptr (GByteArray) content = g_byte_array_new ();

  g_byte_array_append (content, data, (guint) range->gap);
  g_byte_array_append (content, data + range->resumes, (guint) range->rest);
  write_file (path, content->data, content->len);
}

static void
check_cms (Journey *self, const char *path)
{
  g_autoptr (GBytes) file = read_file (self, path);
  ByteRange range = find_byte_range (self, file);
  g_autofree char *cms = journey_build_path (self, "signature.der");
  g_autofree char *content = journey_build_path (self, "signed-bytes");
  g_autofree char *trust = journey_build_path (self, "certificates.pem");
  g_autofree char *certificates = NULL;
  g_autofree char *output = NULL;

  write_cms (file, &range, cms);
  write_content (file, &range, content);
  /* Who issued the certificate is asked elsewhere; here, whether it signed these bytes, in the form
   * of CAdES. */
  certificates = journey_run (self, "openssl", "pkcs7", "-inform", "DER", "-in", cms,
                              "-print_certs", "-out", trust, NULL);
  output = journey_run (self, "openssl", "cms", "-verify", "-CAfile", trust, "-partial_chain",
                        "-cades", "-binary", "-inform", "DER", "-in", cms, "-content", content,
                        "-out", "/dev/null", NULL);
  /* And whether it would say so of any others. */
  write_file (content, "something else", 14);
  {
    const char *arguments[] = { "openssl", "cms",  "-verify",   "-noverify", "-binary",
                                "-inform", "DER",  "-in",       cms,         "-content",
                                content,   "-out", "/dev/null", NULL };
    g_autofree char *answer = journey_try (arguments);

    g_assert_null (answer);
  }
}

void
journey_paper_check_signature (Journey *self, const char *path)
{
  g_autofree char *pdfsig = journey_run (self, "env", "LC_ALL=C", "pdfsig", "-nocert", path, NULL);
  g_autofree char *mutool = journey_run (self, "mutool", "sign", "-v", path, NULL);

  expect (self, "pdfsig", pdfsig, "Signature Validation: Signature is Valid.");
  expect (self, "pdfsig", pdfsig, "Total document signed");
  g_assert_cmpuint (count (pdfsig, "Signature #"), ==, 1);
  expect (self, "mutool", mutool, "The document is unchanged since signing.");
  check_cms (self, path);
}

void
journey_paper_check_unsigned (Journey *self, const char *path)
{
  const char *arguments[] = { "env", "LC_ALL=C", "pdfsig", "-nocert", path, NULL };
  g_autofree char *pdfsig = journey_try (arguments);

  g_assert_true (pdfsig == NULL || strstr (pdfsig, "Signature Validation") == NULL);
}

void
journey_paper_check_continues (Journey *self, const char *earlier, const char *path)
{
  g_autoptr (GBytes) before = read_file (self, earlier);
  g_autoptr (GBytes) after = read_file (self, path);
  gsize length;
  const void *data = g_bytes_get_data (before, &length);

  g_assert_cmpuint (length, <, g_bytes_get_size (after));
  g_assert_cmpmem (data, length, g_bytes_get_data (after, NULL), length);
}

/* Lines are broken anywhere between words. */
static char *
read_words (Journey *self, const char *path)
{
  g_autofree char *text = journey_run (self, "pdftotext", "-enc", "UTF-8", path, "-", NULL);
  g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (space, text, -1, 0, " ", 0, NULL);
}

void
journey_paper_check_says (Journey *self, const char *path, const char *const *words)
{
  g_autofree char *text = read_words (self, path);

  for (; *words != NULL; words++)
    expect (self, "pdftotext", text, *words);
}

/* The mean brightness of the last page, 0..1. */
static double
measure_last_page (Journey *self, const char *path)
{
  g_autofree char *stem = g_strconcat (path, "-last", NULL);
  g_autofree char *picture = g_strconcat (stem, ".png", NULL);
  g_autofree char *info = journey_run (self, "env", "LC_ALL=C", "pdfinfo", path, NULL);
  const char *pages = strstr (info, "Pages:");
  g_autofree char *number = NULL;
  g_autofree char *drawn = NULL;
  g_autofree char *mean = NULL;

  g_assert_nonnull (pages);
  number = g_strdup_printf ("%d", (int) g_ascii_strtoll (pages + strlen ("Pages:"), NULL, 10));
  drawn = journey_run (self, "pdftocairo", "-png", "-singlefile", "-r", "72", "-f", number, "-l",
                       number, path, stem, NULL);
  mean = journey_run (self, "identify", "-format", "%[fx:mean]", picture, NULL);
  return g_ascii_strtod (mean, NULL);
}

void
journey_paper_check_ink (Journey *self, const char *blank, const char *path)
{
  g_assert_cmpfloat (measure_last_page (self, path), <, measure_last_page (self, blank));
}

void
journey_paper_check_same (Journey *self, const char *a, const char *b)
{
  g_autofree char *path_a = journey_build_path (self, a);
  g_autofree char *path_b = journey_build_path (self, b);
  g_autoptr (GBytes) bytes_a = read_file (self, path_a);
  g_autoptr (GBytes) bytes_b = read_file (self, path_b);

  g_assert_true (g_bytes_equal (bytes_a, bytes_b));
}

char *
journey_paper_read_order_number (Journey *self, const char *path)
{
  g_autofree char *text = read_words (self, path);
  g_autoptr (GRegex) number = g_regex_new ("\\bOSM[0-9]{10}\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (number, text, 0, &match))
    journey_fail (self, "The contract names no order");
  return g_match_info_fetch (match, 0);
}
