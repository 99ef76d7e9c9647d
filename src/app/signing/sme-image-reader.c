/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-image-reader.h"

#include "app/signing/sme-ink-reason.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define CHUNK 65536

G_DEFINE_QUARK (sme - image - error - quark, sme_image_error)

static gboolean
fail (GError **error, SmeImageError reason, const char *message)
{
  g_set_error_literal (error, SME_IMAGE_ERROR, reason, message);
  return FALSE;
}

/* To its end, or one chunk beyond what is allowed. */
static GByteArray *
read_bytes (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n = 0;

  do
    {
      guint end = bytes->len;

      g_byte_array_set_size (bytes, end + CHUNK);
      if (!g_input_stream_read_all (stream, bytes->data + end, CHUNK, &n, cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, end + (guint) n);
    }
  while (n == CHUNK && bytes->len <= SME_IMAGE_MAX_BYTES);
  if (bytes->len <= SME_IMAGE_MAX_BYTES)
    return g_steal_pointer (&bytes);
  fail (error, SME_IMAGE_ERROR_BYTES, "The file has too many bytes");
  return NULL;
}

static gsize
read_number (const guint8 *at, guint n)
{
  gsize value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | at[i];
  return value;
}

/* Chunk by chunk to the one that ends it. */
static gboolean
is_whole_png (const guint8 *data, gsize size)
{
  for (gsize at = 8; at + 12 <= size; at += 12 + read_number (data + at, 4))
    if (memcmp (data + at + 4, "IEND", 4) == 0)
      return TRUE;
  return FALSE;
}

/* Past the headers, in which a small picture of its own may end; in the picture's data, which begin
 * with a scan (SOS), only a marker can follow 0xff. */
static gboolean
is_whole_jpeg (const guint8 *data, gsize size)
{
  gsize at = 2;

  while (at + 4 <= size && data[at] == 0xff && data[at + 1] != 0xda)
    at += 2 + read_number (data + at + 2, 2);
  return at < size && memmem (data + at, size - at, "\xff\xd9", 2) != NULL;
}

/* A picture that was cut short decodes to a part of a signature without a word, so the end is
 * looked for. */
static const struct
{
  const char *loader;
  const char *start;
  gsize length;
  gboolean (*is_whole) (const guint8 *data, gsize size);
} types[] = {
  { "png", "\x89PNG\r\n\x1a\n", 8, is_whole_png },
  { "jpeg", "\xff\xd8\xff", 3, is_whole_jpeg },
};

/* -1: none of them */
static int
find_type (GByteArray *bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (bytes->len > types[i].length && memcmp (bytes->data, types[i].start, types[i].length) == 0)
      return (int) i;
  return -1;
}

/* Before anything is unpacked. What is larger than needed a JPEG decodes smaller at once. */
static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, gboolean *too_large)
{
  double scale = (double) SME_INK_SCAN_MAX_SIDE / MAX (width, height);

  *too_large = (gint64) width * height > SME_IMAGE_MAX_PIXELS;
  if (*too_large)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)),
                                MAX (1, (int) (height * scale)));
}

static gboolean
feed (GdkPixbufLoader *loader,
      GByteArray *bytes,
      const gboolean *too_large,
      GCancellable *cancellable,
      GError **error)
{
  for (guint at = 0; at < bytes->len; at += CHUNK)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!gdk_pixbuf_loader_write (loader, bytes->data + at, MIN (CHUNK, bytes->len - at), NULL))
        return fail (error, SME_IMAGE_ERROR_DAMAGED, "The picture is damaged");
      if (*too_large)
        return fail (error, SME_IMAGE_ERROR_PIXELS, "The picture has too many pixels");
    }
  return TRUE;
}

static GdkPixbuf *
decode (GByteArray *bytes, GCancellable *cancellable, GError **error)
{
  int type = find_type (bytes);
  g_autoptr (GdkPixbufLoader) loader =
    type >= 0 ? gdk_pixbuf_loader_new_with_type (types[type].loader, NULL) : NULL;
  gboolean too_large = FALSE, fed, ended;

  if (loader == NULL)
    {
      fail (error, SME_IMAGE_ERROR_TYPE, "Neither PNG nor JPEG");
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &too_large);
  fed = feed (loader, bytes, &too_large, cancellable, error);
  ended = gdk_pixbuf_loader_close (loader, NULL);
  if (!fed)
    return NULL;
  if (ended && types[type].is_whole (bytes->data, bytes->len) &&
      gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  fail (error, SME_IMAGE_ERROR_DAMAGED, "The picture is damaged");
  return NULL;
}

static GdkPixbuf *
shrink (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  double scale = (double) SME_INK_SCAN_MAX_SIDE / MAX (width, height);

  if (scale >= 1)
    return g_object_ref (pixbuf);
  return gdk_pixbuf_scale_simple (pixbuf, MAX (1, (int) (width * scale)),
                                  MAX (1, (int) (height * scale)), GDK_INTERP_BILINEAR);
}

/* What is transparent is taken for white paper. */
static SmeInkScan *
make_scan (GdkPixbuf *pixbuf)
{
  guint width = (guint) gdk_pixbuf_get_width (pixbuf);
  guint height = (guint) gdk_pixbuf_get_height (pixbuf);
  guint channels = (guint) gdk_pixbuf_get_n_channels (pixbuf);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  guint8 *rgb = g_new (guint8, (gsize) 3 * width * height), *to = rgb;
  const guint8 *data = gdk_pixbuf_read_pixels (pixbuf);

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        const guint8 *from = data + y * stride + (gsize) x * channels;
        guint alpha = channels == 4 ? from[3] : 255;

        for (guint k = 0; k < 3; k++)
          *to++ = (guint8) ((from[k] * alpha + 255 * (255 - alpha) + 127) / 255);
      }
  return sme_ink_scan_new (rgb, width, height);
}

static SmeInkScan *
read_scan (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = read_bytes (stream, cancellable, error);
  g_autoptr (GdkPixbuf) pixbuf = bytes != NULL ? decode (bytes, cancellable, error) : NULL;
  g_autoptr (GdkPixbuf) small = pixbuf != NULL ? shrink (pixbuf) : NULL;

  return small != NULL ? make_scan (small) : NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GFileInputStream) opened = NULL;
  SmeInkScan *scan = NULL;

  if (G_IS_FILE (data))
    opened = g_file_read (data, cancellable, &error);
  if (error == NULL)
    scan = read_scan (opened != NULL ? G_INPUT_STREAM (opened) : data, cancellable, &error);
  if (scan != NULL)
    g_task_return_pointer (task, scan, (GDestroyNotify) sme_ink_scan_unref);
  else
    g_task_return_error (task, error);
}

static void
begin_reading (gpointer source,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, sme_image_reader_read_async);
  g_task_set_task_data (task, g_object_ref (source), g_object_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_in_thread);
}

void
sme_image_reader_read_async (GInputStream *stream,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (G_IS_INPUT_STREAM (stream));
  begin_reading (stream, cancellable, callback, user_data);
}

void
sme_image_reader_read_file_async (GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (G_IS_FILE (file));
  begin_reading (file, cancellable, callback, user_data);
}

SmeInkScan *
sme_image_reader_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  SmeInkScan *scan;
  double strength;
} Extraction;

static void
extraction_free (Extraction *extraction)
{
  sme_ink_scan_unref (extraction->scan);
  g_free (extraction);
}

static void
extract_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Extraction *extraction = data;
  GError *error = NULL;
  SmeInkImage *image = sme_ink_scan_extract (extraction->scan, extraction->strength, &error);

  if (image != NULL)
    g_task_return_pointer (task, image, (GDestroyNotify) sme_ink_image_unref);
  else
    g_task_return_error (task, error);
}

void
sme_image_reader_extract_async (SmeInkScan *scan,
                                double strength,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Extraction *extraction = g_new0 (Extraction, 1);

  extraction->scan = sme_ink_scan_ref (scan);
  extraction->strength = strength;
  g_task_set_source_tag (task, sme_image_reader_extract_async);
  g_task_set_task_data (task, extraction, (GDestroyNotify) extraction_free);
  g_task_run_in_thread (task, extract_in_thread);
}

SmeInkImage *
sme_image_reader_extract_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
sme_image_reader_reason_code (const GError *error)
{
  static const char *const codes[] = {
    [SME_IMAGE_ERROR_TYPE] = "image-type",
    [SME_IMAGE_ERROR_BYTES] = "image-bytes",
    [SME_IMAGE_ERROR_PIXELS] = "image-pixels",
    [SME_IMAGE_ERROR_DAMAGED] = "image-damaged",
  };

  if (error->domain == SME_INK_ERROR)
    return sme_ink_reason_code (error);
  return error->domain == SME_IMAGE_ERROR ? codes[error->code] : "unreadable";
}
