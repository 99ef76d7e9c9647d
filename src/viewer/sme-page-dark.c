/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-dark.h"

#include <math.h>

/* Light is counted in these steps, not as the file has it: sums of it are what an eye sees. */
#define LIGHT 4095

/* How much lighter than on a straight line from ink to paper the middle is: what could just be
 * read on white (4.5:1) can be read on the dark paper, too. */
#define LIFT 8.0

/* What is to become of all colours that are equally light to the eye. */
typedef struct
{
  float light; /* of the new colour */
  float hue;   /* how much of what distinguishes it from a grey is kept, at most */
} Turn;

typedef struct
{
  float light[256];       /* of a channel */
  Turn turns[LIGHT + 1];  /* by the light of a pixel */
  guchar code[LIGHT + 1]; /* of a channel, by its light */
} Tables;

/* The curve of sRGB, and back; all from 0 to 1. */
static double
to_light (double code)
{
  return code <= 0.04045 ? code / 12.92 : pow ((code + 0.055) / 1.055, 2.4);
}

static double
to_code (double light)
{
  return light <= 0.0031308 ? light * 12.92 : 1.055 * pow (light, 1 / 2.4) - 0.055;
}

/* How fast light grows with the code. */
static double
get_slope (double code)
{
  return code <= 0.04045 ? 1 / 12.92 : 2.4 / 1.055 * pow ((code + 0.055) / 1.055, 1.4);
}

/* A grey turned round: white becomes the paper, black the ink. Differences of hue are kept as large
 * as they were in codes, which is how large they look. */
static Turn
make_turn (double light)
{
  double code = to_code (light);
  double turned = SME_PAGE_DARK_INK - (SME_PAGE_DARK_INK - SME_PAGE_DARK_PAPER) * code +
                  4 * LIFT * code * (1 - code);
  Turn turn;

  turned /= 255;
  turn.light = (float) (to_light (turned) * LIGHT);
  turn.hue = (float) (get_slope (turned) / get_slope (code));
  return turn;
}

static gpointer
make_tables (gpointer unused)
{
  Tables *tables = g_new (Tables, 1);

  for (int i = 0; i <= LIGHT; i++)
    {
      tables->turns[i] = make_turn ((double) i / LIGHT);
      tables->code[i] = (guchar) lround (to_code ((double) i / LIGHT) * 255);
    }
  for (int i = 0; i < 256; i++)
    tables->light[i] = (float) (to_light (i / 255.0) * LIGHT);
  return tables;
}

static const Tables *
get_tables (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_tables, NULL);
}

/* As much of the hue as @light has room for, @difference being the channel that goes farthest. */
static inline float
get_room (float hue, float light, float difference)
{
  float room = difference > 0 ? LIGHT - light : light;
  float way = difference > 0 ? difference : -difference;

  return way * hue > room ? room / way : hue;
}

/* The new colour has the light of the turned grey exactly, since the differences from the old grey
 * weigh nothing together. */
static guint32
darken_pixel (const Tables *tables, guint32 pixel)
{
  float red = tables->light[pixel >> 16 & 0xff];
  float green = tables->light[pixel >> 8 & 0xff];
  float blue = tables->light[pixel & 0xff];
  float light = 0.2126f * red + 0.7152f * green + 0.0722f * blue;
  const Turn *turn = &tables->turns[(int) (light + 0.5f)];
  float hue = get_room (turn->hue, turn->light, MAX (MAX (red, green), blue) - light);

  hue = get_room (hue, turn->light, MIN (MIN (red, green), blue) - light);
  red = turn->light + (red - light) * hue;
  green = turn->light + (green - light) * hue;
  blue = turn->light + (blue - light) * hue;
  return 0xff000000u | (guint32) tables->code[(int) (red + 0.5f)] << 16 |
         (guint32) tables->code[(int) (green + 0.5f)] << 8 |
         (guint32) tables->code[(int) (blue + 0.5f)];
}

void
sme_page_darken (cairo_surface_t *surface)
{
  const Tables *tables = get_tables ();
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guchar *data = cairo_image_surface_get_data (surface);
  guint32 before = 0xffffffff; /* most pixels are like the one before */
  guint32 after = darken_pixel (tables, before);

  if (data == NULL)
    return;
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      guint32 *line = (guint32 *) (gpointer) (data + (gsize) y * (gsize) stride);

      for (int x = 0; x < width; x++)
        {
          if (line[x] != before)
            {
              before = line[x];
              after = darken_pixel (tables, before);
            }
          line[x] = after;
        }
    }
  cairo_surface_mark_dirty (surface);
}
