/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-image-reader.h"

#include "picture-files.h"

#include <string.h>

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* Takes @file over. */
static SmeInkScan *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) owned = file;
  g_autoptr (GAsyncResult) result = NULL;

  sme_image_reader_read_file_async (owned, cancellable, on_ready, &result);
  return sme_image_reader_read_finish (await (&result), error);
}

static SmeInkImage *
extract (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeInkScan) scan = read_file (file, NULL, &error);
  g_autoptr (GAsyncResult) result = NULL;
  SmeInkImage *image;

  g_assert_no_error (error);
  sme_image_reader_extract_async (scan, SME_INK_SCAN_STRENGTH, NULL, on_ready, &result);
  image = sme_image_reader_extract_finish (await (&result), &error);
  g_assert_no_error (error);
  return image;
}

static void
test_types (void)
{
  g_autoptr (SmeInkImage) png = extract (picture_files_write_signature ("chu-ky.png", "png"));
  g_autoptr (SmeInkImage) jpeg = extract (picture_files_write_signature ("chu-ky.jpg", "jpeg"));
  /* The name says nothing. */
  g_autoptr (SmeInkImage) misnamed =
    extract (picture_files_write_signature ("chu-ky.tiff", "jpeg"));

  g_assert_cmpuint (sme_ink_image_get_width (png), >, sme_ink_image_get_height (png));
  g_assert_cmpint (ABS ((int) sme_ink_image_get_width (png) - (int) sme_ink_image_get_width (jpeg)),
                   <=, 4);
  g_assert_cmpuint (sme_ink_image_get_width (jpeg), ==, sme_ink_image_get_width (misnamed));
}

/* As the camera was held; and where it was goes no further. */
static void
test_turned (void)
{
  g_autoptr (SmeInkImage) image = extract (picture_files_write_turned ("dung.jpg"));
  GBytes *png = sme_ink_image_get_png (image);

  g_assert_cmpuint (sme_ink_image_get_height (image), >, sme_ink_image_get_width (image));
  g_assert_null (memmem (g_bytes_get_data (png, NULL), g_bytes_get_size (png), "21.02N", 6));
  g_assert_null (memmem (g_bytes_get_data (png, NULL), g_bytes_get_size (png), "Exif", 4));
}

/* Takes @file over. */
static void
assert_refused (GFile *file, SmeImageError reason, const char *code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_file (file, NULL, &error));
  g_assert_error (error, SME_IMAGE_ERROR, (int) reason);
  g_assert_cmpstr (sme_image_reader_reason_code (error), ==, code);
}

static void
test_other_types (void)
{
  static const char gif[] = "GIF89a\1\0\1\0\0\0\0;", svg[] = "<svg xmlns='x'/>";

  assert_refused (picture_files_write ("a.png", gif, sizeof gif), SME_IMAGE_ERROR_TYPE,
                  "image-type");
  assert_refused (picture_files_write ("a.jpg", svg, sizeof svg), SME_IMAGE_ERROR_TYPE,
                  "image-type");
  assert_refused (picture_files_write ("b.png", "", 0), SME_IMAGE_ERROR_TYPE, "image-type");
}

static void
test_too_large (void)
{
  g_autofree char *zeros = g_malloc0 (SME_IMAGE_MAX_BYTES + 1);

  memcpy (zeros, "\xff\xd8\xff", 3);
  assert_refused (picture_files_write ("c.jpg", zeros, SME_IMAGE_MAX_BYTES + 1),
                  SME_IMAGE_ERROR_BYTES, "image-bytes");
  assert_refused (picture_files_write_bomb ("d.png", "png", 30000), SME_IMAGE_ERROR_PIXELS,
                  "image-pixels");
  assert_refused (picture_files_write_bomb ("d.jpg", "jpeg", 30000), SME_IMAGE_ERROR_PIXELS,
                  "image-pixels");
}

static void
test_damaged (void)
{
  g_autoptr (GFile) whole = picture_files_write_signature ("e.png", "png");
  g_autoptr (GFile) photo = picture_files_write_turned ("e.jpg");
  g_autofree char *data = NULL, *jpeg = NULL;
  gsize size = 0;

  g_assert_true (g_file_load_contents (photo, NULL, &jpeg, &size, NULL, NULL));
  assert_refused (picture_files_write ("f.jpg", jpeg, size / 2), SME_IMAGE_ERROR_DAMAGED,
                  "image-damaged");
  g_assert_true (g_file_load_contents (whole, NULL, &data, &size, NULL, NULL));
  assert_refused (picture_files_write ("f.png", data, size / 2), SME_IMAGE_ERROR_DAMAGED,
                  "image-damaged");
  memset (data + size / 2, 0x55, 64);
  assert_refused (picture_files_write ("g.png", data, size), SME_IMAGE_ERROR_DAMAGED,
                  "image-damaged");
}

static void
test_unreadable (void)
{
  g_autoptr (GError) error = NULL, cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_null (read_file (g_file_new_for_path ("/nonexistent/chu-ky.png"), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (sme_image_reader_reason_code (error), ==, "unreadable");
  g_cancellable_cancel (cancellable);
  g_assert_null (
    read_file (picture_files_write_signature ("h.png", "png"), cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a45/image/png-and-jpeg-by-their-bytes", test_types);
  g_test_add_func ("/a45/image/turned-as-it-was-held", test_turned);
  g_test_add_func ("/a45/image/no-other-type", test_other_types);
  g_test_add_func ("/a45/image/too-large-before-it-is-unpacked", test_too_large);
  g_test_add_func ("/a45/image/broken-file", test_damaged);
  g_test_add_func ("/a45/image/unreadable-file", test_unreadable);
  result = g_test_run ();
  picture_files_clear ();
  return result;
}
