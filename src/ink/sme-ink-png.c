/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-png.h"

#include <string.h>

/* PNG, second edition: a signature, then chunks of length, type, data and checksum. */
static const guint8 magic[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
#define CHUNK_FRAME 12
#define HEADER_LENGTH 13
#define BIT_DEPTH 8
#define RGBA 6

/* What tells of pixels and colours only; text, time and cameras' data have no place here. */
static const char *const chunks[] = { "IHDR", "IDAT", "IEND", "bKGD", "sRGB", "gAMA", "cHRM" };

typedef struct
{
  const guint8 *at;
  gsize left;
} Cursor;

static guint32
read_number (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

static gboolean
fail (GError **error, SmeInkError reason, const char *message)
{
  g_set_error_literal (error, SME_INK_ERROR, reason, message);
  return FALSE;
}

static gboolean
is_known (const guint8 *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (chunks); i++)
    if (memcmp (type, chunks[i], 4) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_header (Cursor *cursor, guint max_width, guint max_height, GError **error)
{
  const guint8 *data = cursor->at + 8;

  if (cursor->left < CHUNK_FRAME + HEADER_LENGTH || read_number (cursor->at) != HEADER_LENGTH ||
      memcmp (cursor->at + 4, "IHDR", 4) != 0)
    return fail (error, SME_INK_ERROR_FORMAT, "No PNG header");
  if (data[8] != BIT_DEPTH || data[9] != RGBA || data[10] != 0 || data[11] != 0 || data[12] != 0)
    return fail (error, SME_INK_ERROR_FORMAT, "Not a plain PNG of 8 bit RGBA");
  if (read_number (data) == 0 || read_number (data + 4) == 0)
    return fail (error, SME_INK_ERROR_FORMAT, "A PNG without pixels");
  if (read_number (data) > max_width || read_number (data + 4) > max_height)
    return fail (error, SME_INK_ERROR_LIMIT, "A PNG with too many pixels");
  return TRUE;
}

/* To the last byte: what follows the end would be carried along unseen. */
static gboolean
check_chunks (Cursor *cursor, GError **error)
{
  gboolean ended = FALSE;

  while (!ended && cursor->left >= CHUNK_FRAME)
    {
      guint32 length = read_number (cursor->at);

      if (length > cursor->left - CHUNK_FRAME || !is_known (cursor->at + 4))
        return fail (error, SME_INK_ERROR_FORMAT, "A PNG with a chunk that does not belong there");
      ended = memcmp (cursor->at + 4, "IEND", 4) == 0;
      cursor->at += CHUNK_FRAME + length;
      cursor->left -= CHUNK_FRAME + length;
    }
  return (ended && cursor->left == 0) ||
         fail (error, SME_INK_ERROR_FORMAT, "A PNG that does not end where it should");
}

static cairo_status_t
on_read (void *data, unsigned char *to, unsigned int length)
{
  Cursor *cursor = data;

  if (length > cursor->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (to, cursor->at, length);
  cursor->at += length;
  cursor->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *
sme_ink_png_read (GBytes *png, guint max_width, guint max_height, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  Cursor cursor = { data + sizeof magic, size - sizeof magic }, all = { data, size };
  cairo_surface_t *surface;

  if (size <= sizeof magic || memcmp (data, magic, sizeof magic) != 0)
    {
      fail (error, SME_INK_ERROR_FORMAT, "Not a PNG");
      return NULL;
    }
  if (!check_header (&cursor, max_width, max_height, error) || !check_chunks (&cursor, error))
    return NULL;
  surface = cairo_image_surface_create_from_png_stream (on_read, &all);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS &&
      cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32)
    return surface;
  cairo_surface_destroy (surface);
  fail (error, SME_INK_ERROR_FORMAT, "A damaged PNG");
  return NULL;
}

static cairo_status_t
on_write (void *data, const unsigned char *from, unsigned int length)
{
  g_byte_array_append (data, from, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
sme_ink_png_write (cairo_surface_t *surface, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (cairo_surface_write_to_png_stream (surface, on_write, bytes) == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  fail (error, SME_INK_ERROR_FORMAT, "The picture cannot be encoded");
  return NULL;
}
