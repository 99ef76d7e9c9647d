/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "base/sme-catalog.h"

typedef struct
{
  const char *original;
  gsize original_length;
  const char *translation;
  gsize translation_length;
} Pair;

#define PAIR(original, translation) \
  { \
    original, sizeof (original) - 1, translation, sizeof (translation) - 1 \
  }

static const Pair pairs[] = {
  PAIR ("", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=1; plural=0;\n"),
  PAIR ("Cancel", "Hủy"),
  PAIR ("page\004Home", "Trang chủ"),
  PAIR ("Home", "Nhà"),
  PAIR ("%d try left\0%d tries left", "Còn %d lần"),
  PAIR ("%d dog\0%d dogs", "một\0nhiều"),
  PAIR ("ctx\004%d cat\0%d cats", "mèo"),
  PAIR ("Untranslated", ""),
};

static void
append_u32 (GByteArray *bytes, guint32 value, gboolean swapped)
{
  guint32 stored = swapped ? GUINT32_SWAP_LE_BE (value) : value;

  g_byte_array_append (bytes, (const guint8 *) &stored, sizeof stored);
}

/* A .mo file of @pairs in the byte order of this machine, or the other. */
static GByteArray *
make_mo (gboolean swapped)
{
  GByteArray *bytes = g_byte_array_new ();
  guint32 n = G_N_ELEMENTS (pairs);
  guint32 offset = 28 + 16 * n;

  append_u32 (bytes, 0x950412de, swapped);
  append_u32 (bytes, 0, swapped);
  append_u32 (bytes, n, swapped);
  append_u32 (bytes, 28, swapped);
  append_u32 (bytes, 28 + 8 * n, swapped);
  append_u32 (bytes, 0, swapped);
  append_u32 (bytes, 0, swapped);

  for (guint32 i = 0; i < n; i++)
    {
      append_u32 (bytes, (guint32) pairs[i].original_length, swapped);
      append_u32 (bytes, offset, swapped);
      offset += (guint32) pairs[i].original_length + 1;
    }
  for (guint32 i = 0; i < n; i++)
    {
      append_u32 (bytes, (guint32) pairs[i].translation_length, swapped);
      append_u32 (bytes, offset, swapped);
      offset += (guint32) pairs[i].translation_length + 1;
    }
  for (guint32 i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) pairs[i].original,
                         (guint) pairs[i].original_length + 1);
  for (guint32 i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) pairs[i].translation,
                         (guint) pairs[i].translation_length + 1);

  return bytes;
}

static SmeCatalog *
load (const guint8 *data, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return sme_catalog_new_for_bytes (bytes, error);
}

static void
check_messages (SmeCatalog *catalog)
{
  g_assert_cmpuint (sme_catalog_get_size (catalog), ==, 6);
  g_assert_cmpstr (sme_catalog_get (catalog, NULL, "Cancel"), ==, "Hủy");
  g_assert_cmpstr (sme_catalog_get (catalog, "page", "Home"), ==, "Trang chủ");
  g_assert_cmpstr (sme_catalog_get (catalog, NULL, "Home"), ==, "Nhà");
  g_assert_cmpstr (sme_catalog_get (catalog, "other", "Home"), ==, "Home");
  g_assert_cmpstr (sme_catalog_get (catalog, NULL, "Untranslated"), ==, "Untranslated");
  g_assert_cmpstr (sme_catalog_get (catalog, NULL, "Missing"), ==, "Missing");
  g_assert_cmpstr (sme_catalog_get (catalog, NULL, ""), ==, "");

  g_assert_cmpstr (sme_catalog_get_plural (catalog, NULL, "%d try left", "%d tries left", 1), ==,
                   "Còn %d lần");
  g_assert_cmpstr (sme_catalog_get_plural (catalog, NULL, "%d try left", "%d tries left", 3), ==,
                   "Còn %d lần");
  g_assert_cmpstr (sme_catalog_get_plural (catalog, NULL, "%d dog", "%d dogs", 1), ==, "một");
  g_assert_cmpstr (sme_catalog_get_plural (catalog, NULL, "%d dog", "%d dogs", 0), ==, "nhiều");
  g_assert_cmpstr (sme_catalog_get_plural (catalog, "ctx", "%d cat", "%d cats", 5), ==, "mèo");
  g_assert_cmpstr (sme_catalog_get_plural (catalog, NULL, "%d cat", "%d cats", 1), ==, "%d cat");
  g_assert_cmpstr (sme_catalog_get_plural (catalog, NULL, "%d cat", "%d cats", 5), ==, "%d cats");
}

static void
test_lookup (void)
{
  for (int swapped = 0; swapped < 2; swapped++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GByteArray) mo = make_mo (swapped);
      g_autoptr (SmeCatalog) catalog = load (mo->data, mo->len, &error);

      g_assert_no_error (error);
      check_messages (catalog);
    }
}

/* Every cut and thousands of flipped bytes: an error or a catalog, never a read outside. */
static void
test_broken_files (void)
{
  g_autoptr (GByteArray) mo = make_mo (FALSE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint refused = 0;

  for (gsize size = 0; size < mo->len; size++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load (mo->data, size, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }

  for (int round = 0; round < 20000; round++)
    {
      g_autofree guint8 *copy = g_memdup2 (mo->data, mo->len);
      g_autoptr (SmeCatalog) catalog = NULL;

      for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
        copy[g_rand_int_range (rand, 0, (gint32) mo->len)] ^=
          (guint8) g_rand_int_range (rand, 1, 256);
      catalog = load (copy, mo->len, NULL);
      refused += catalog == NULL;
      if (catalog != NULL)
        g_assert_nonnull (sme_catalog_get_plural (catalog, NULL, "%d dog", "%d dogs", 7));
    }

  g_assert_cmpuint (refused, >, 2000);
  g_assert_cmpuint (refused, <, 20000);
}

/* Revisions 0 and 1 of the format are read, others are not known. */
static void
test_revision (void)
{
  for (guint8 major = 0; major < 4; major++)
    {
      g_autoptr (GByteArray) mo = make_mo (FALSE);
      g_autoptr (SmeCatalog) catalog = NULL;
      guint32 revision = (guint32) major << 16;

      memcpy (mo->data + 4, &revision, sizeof revision);
      catalog = load (mo->data, mo->len, NULL);
      g_assert_cmpint (catalog != NULL, ==, major <= 1);
    }
}

/* Broken UTF-8 in an original, in a translation and in the second form of a plural. */
static void
test_broken_text (void)
{
  static const char *words[] = { "Cancel", "Hủy", "nhiều" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GByteArray) mo = make_mo (FALSE);
      guint8 *word = memmem (mo->data, mo->len, words[i], strlen (words[i]));

      g_assert_nonnull (word);
      word[1] = 0xff;
      g_assert_null (load (mo->data, mo->len, NULL));
    }
}

/* Strings that share bytes would make reading quadratic. */
static void
test_overlapping_strings (void)
{
  const guint32 n = 1000;
  g_autoptr (GByteArray) mo = g_byte_array_new ();
  g_autofree char *text = g_strnfill (20000, 'x');

  append_u32 (mo, 0x950412de, FALSE);
  append_u32 (mo, 0, FALSE);
  append_u32 (mo, n, FALSE);
  append_u32 (mo, 28, FALSE);
  append_u32 (mo, 28, FALSE);
  append_u32 (mo, 0, FALSE);
  append_u32 (mo, 0, FALSE);
  for (guint32 i = 0; i < n; i++)
    {
      append_u32 (mo, 20000, FALSE);
      append_u32 (mo, 28 + 8 * n, FALSE);
    }
  g_byte_array_append (mo, (const guint8 *) text, 20001);

  g_assert_null (load (mo->data, mo->len, NULL));
}

static void
write_catalog (const char *dir, const char *language)
{
  g_autofree char *folder = g_build_filename (dir, language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, "onesme.mo", NULL);
  g_autoptr (GByteArray) mo = make_mo (FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, (const char *) mo->data, mo->len, &error);
  g_assert_no_error (error);
}

static void
remove_catalog (const char *dir, const char *language)
{
  g_autofree char *top = g_build_filename (dir, language, NULL);
  g_autofree char *folder = g_build_filename (top, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, "onesme.mo", NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (top), ==, 0);
}

static void
test_language (void)
{
  static const struct
  {
    const char *language;
    guint size;
  } rows[] = {
    { "vi", 6 }, { "vi_VN", 6 }, { "vi-VN", 6 },      { "en", 0 },       { "", 0 },
    { "x", 0 },  { NULL, 0 },    { "../vi", 0 },      { "vi/../vi", 0 }, { "_VN", 0 },
    { ".", 0 },  { "vi.", 0 },   { "vietnamese", 0 },
  };
  g_autofree char *dir = g_dir_make_tmp ("sme-catalog-XXXXXX", NULL);
  const char *dirs[] = { "/nonexistent", dir, NULL };
  g_autofree char *locale = g_strdup (setlocale (LC_ALL, NULL));

  g_assert_nonnull (dir);
  write_catalog (dir, "vi");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SmeCatalog) catalog = sme_catalog_for_language (rows[i].language, dirs);

      g_assert_cmpuint (sme_catalog_get_size (catalog), ==, rows[i].size);
      g_assert_cmpstr (sme_catalog_get (catalog, NULL, "Cancel"), ==,
                       rows[i].size > 0 ? "Hủy" : "Cancel");
    }

  g_assert_cmpstr (setlocale (LC_ALL, NULL), ==, locale);
  remove_catalog (dir, "vi");
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_catalog_new ("/nonexistent/onesme.mo", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/messages-contexts-plurals", test_lookup);
  g_test_add_func ("/catalog/broken-files-are-refused", test_broken_files);
  g_test_add_func ("/catalog/unknown-revision-is-refused", test_revision);
  g_test_add_func ("/catalog/broken-text-is-refused", test_broken_text);
  g_test_add_func ("/catalog/overlapping-strings-are-refused", test_overlapping_strings);
  g_test_add_func ("/catalog/language-is-found-and-locale-left-alone", test_language);
  g_test_add_func ("/catalog/no-file-is-an-error", test_no_file);

  return g_test_run ();
}
