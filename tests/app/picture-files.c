/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture-files.h"

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#define WIDTH 900
#define HEIGHT 400

static char *directory;

GFile *
picture_files_write (const char *name, gconstpointer data, gsize size)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (directory == NULL)
    directory = g_dir_make_tmp ("sme-pictures-XXXXXX", NULL);
  path = g_build_filename (directory, name, NULL);
  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

void
picture_files_clear (void)
{
  g_autoptr (GDir) open = directory != NULL ? g_dir_open (directory, 0, NULL) : NULL;
  const char *name;

  while (open != NULL && (name = g_dir_read_name (open)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_unlink (path);
    }
  if (directory != NULL)
    g_rmdir (directory);
  g_clear_pointer (&directory, g_free);
}

static cairo_surface_t *
draw (gboolean written)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.95, 0.93, 0.88);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.1, 0.12, 0.45);
  cairo_set_line_width (cr, 8);
  cairo_move_to (cr, 150, 300);
  cairo_curve_to (cr, 300, -100, 420, 560, 750, 120);
  if (written)
    cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Cairo's pixels are native 32 bit words. */
static GdkPixbuf *
make_pixbuf (cairo_surface_t *surface)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT);
  guint8 *to = gdk_pixbuf_get_pixels (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 pixel;

        memcpy (&pixel,
                cairo_image_surface_get_data (surface) +
                  y * cairo_image_surface_get_stride (surface) + 4 * x,
                sizeof pixel);
        to[y * stride + 3 * x] = (guint8) (pixel >> 16);
        to[y * stride + 3 * x + 1] = (guint8) (pixel >> 8);
        to[y * stride + 3 * x + 2] = (guint8) pixel;
      }
  return pixbuf;
}

static GBytes *
encode (gboolean written, const char *type)
{
  cairo_surface_t *surface = draw (written);
  g_autoptr (GdkPixbuf) pixbuf = make_pixbuf (surface);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  cairo_surface_destroy (surface);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static GFile *
write_bytes (const char *name, GBytes *bytes)
{
  return picture_files_write (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

GFile *
picture_files_write_signature (const char *name, const char *type)
{
  g_autoptr (GBytes) bytes = encode (TRUE, type);

  return write_bytes (name, bytes);
}

GFile *
picture_files_write_paper (const char *name)
{
  g_autoptr (GBytes) bytes = encode (FALSE, "jpeg");

  return write_bytes (name, bytes);
}

/* EXIF 2.3, as little as says: turned by 90 degrees (6), and a description. */
static const guint8 exif[] = {
  0xff, 0xe1, 0,    62,  'E', 'x', 'i', 'f', 0,   0,           /* APP1 */
  'I',  'I',  0x2a, 0,   8,   0,   0,   0,   2,   0,           /* TIFF, two entries */
  0x0e, 1,    2,    0,   16,  0,   0,   0,   38,  0,   0,   0, /* description */
  0x12, 1,    3,    0,   1,   0,   0,   0,   6,   0,   0,   0, /* orientation */
  0,    0,    0,    0,                                         /* no more */
  '2',  '1',  '.',  '0', '2', 'N', ' ', '1', '0', '5', '.', '8', 'E', 0, 0, 0, /* where */
};

GFile *
picture_files_write_turned (const char *name)
{
  g_autoptr (GBytes) bytes = encode (TRUE, "jpeg");
  g_autoptr (GByteArray) turned = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  g_byte_array_append (turned, data, 2);
  g_byte_array_append (turned, exif, sizeof exif);
  g_byte_array_append (turned, data + 2, (guint) size - 2);
  return picture_files_write (name, turned->data, turned->len);
}

/* PNG, annex D. */
static guint32
checksum (const guint8 *data, gsize size)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (guint k = 0; k < 8; k++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  return ~crc;
}

static void
put_number (guint8 *at, guint32 value)
{
  value = GUINT32_TO_BE (value);
  memcpy (at, &value, sizeof value);
}

static GFile *
write_png_bomb (const char *name, guint side)
{
  guint8 png[33 + 12] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I',
                          'H',  'D', 'R', 0,   0,    0,    0,    0,    0, 0, 0, 8,  6 };

  put_number (png + 16, side);
  put_number (png + 20, side);
  put_number (png + 29, checksum (png + 12, 17));
  memcpy (png + 37, "IDAT", 4);
  put_number (png + 41, checksum (png + 37, 4));
  return picture_files_write (name, png, sizeof png);
}

/* A whole JPEG whose frame header says another size. */
static GFile *
write_jpeg_bomb (const char *name, guint side)
{
  g_autoptr (GBytes) bytes = encode (TRUE, "jpeg");
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);
  guint8 *frame = memmem (copy, size, "\xff\xc0", 2);

  g_assert_nonnull (frame);
  frame[5] = frame[7] = (guint8) (side >> 8);
  frame[6] = frame[8] = (guint8) side;
  return picture_files_write (name, copy, size);
}

GFile *
picture_files_write_bomb (const char *name, const char *type, guint side)
{
  return g_str_equal (type, "png") ? write_png_bomb (name, side) : write_jpeg_bomb (name, side);
}
