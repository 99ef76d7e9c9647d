/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "watch.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>

/* Where both programs show content: right of a sidebar, below a header; every third pixel is looked
 * at, each way. */
#define LEFT 280
#define TOP 70
#define WIDTH 900
#define HEIGHT 700
#define STEP 3
#define SAMPLES ((WIDTH / STEP) * (HEIGHT / STEP))
/* A tile is 48 px wide; the text on it and its corners are not of its colour. */
#define TILE (36 * 36 / (STEP * STEP))
#define MIN_TILES 5

struct _Watch
{
  Display *display;
  Window root;
  Damage damage;
};

Watch *
watch_new (void)
{
  Watch *self = g_new0 (Watch, 1);
  int event_base, error_base;

  self->display = XOpenDisplay (NULL);
  if (self->display == NULL || !XDamageQueryExtension (self->display, &event_base, &error_base))
    g_error ("No display with the DAMAGE extension");
  self->root = DefaultRootWindow (self->display);
  XSetWindowBackground (self->display, self->root, BlackPixel (self->display, 0));
  XClearWindow (self->display, self->root);
  self->damage = XDamageCreate (self->display, self->root, XDamageReportNonEmpty);
  XSync (self->display, False);
  return self;
}

void
watch_free (Watch *self)
{
  XDamageDestroy (self->display, self->damage);
  XCloseDisplay (self->display);
  g_free (self);
}

/* Steps from the white of paper to dark letters, which no header bar has so many of. */
#define MIN_LETTERS 1500

static gboolean
is_page_seen (Watch *self)
{
  XImage *image =
    XGetImage (self->display, self->root, LEFT, TOP, WIDTH, HEIGHT, AllPlanes, ZPixmap);
  guint letters = 0;

  for (guint y = 0; y < HEIGHT; y++)
    {
      guint white_at = 0;

      for (guint x = 0; x < WIDTH; x++)
        {
          guint32 pixel =
            *(guint32 *) (gpointer) (image->data + y * (guint) image->bytes_per_line + x * 4);

          if ((pixel & 0xffffff) == 0xffffff)
            white_at = x + 1;
          else if ((pixel >> 8 & 0xff) < 90 && white_at > 0 && x + 1 - white_at <= 3)
            {
              letters++;
              white_at = 0;
            }
        }
    }
  XDestroyImage (image);
  return letters > MIN_LETTERS;
}

static gboolean
is_seen (Watch *self, WatchFor what)
{
  XImage *image;
  guint light = 0, coloured = 0;

  if (what == WATCH_PAGE)
    return is_page_seen (self);
  image = XGetImage (self->display, self->root, LEFT, TOP, WIDTH, HEIGHT, AllPlanes, ZPixmap);
  g_assert_cmpint (image->bits_per_pixel, ==, 32);
  for (guint y = 0; y < HEIGHT; y += STEP)
    for (guint x = 0; x < WIDTH; x += STEP)
      {
        guint32 pixel =
          *(guint32 *) (gpointer) (image->data + y * (guint) image->bytes_per_line + x * 4);
        guint red = pixel >> 16 & 0xff, green = pixel >> 8 & 0xff, blue = pixel & 0xff;
        guint most = MAX (MAX (red, green), blue), least = MIN (MIN (red, green), blue);

        light += least > 200;
        coloured += most - least > 60;
      }
  XDestroyImage (image);
  if (what == WATCH_NOTHING)
    return light == 0 && coloured == 0;
  return light > SAMPLES / 4 && (what == WATCH_WINDOW || coloured >= MIN_TILES * TILE);
}

/* Waits until something is painted; what was painted so far is seen by the next look. */
static void
wait_for_paint (Watch *self, int timeout_ms)
{
  struct pollfd fd = { ConnectionNumber (self->display), POLLIN, 0 };

  if (XPending (self->display) == 0)
    poll (&fd, 1, timeout_ms);
  while (XPending (self->display) > 0)
    {
      XEvent event;
      XNextEvent (self->display, &event);
    }
  XDamageSubtract (self->display, self->damage, None, None);
  XSync (self->display, False);
}

gboolean
watch_until (Watch *self, WatchFor what, guint timeout_ms)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) timeout_ms * 1000;

  while (!is_seen (self, what))
    {
      gint64 left = (deadline - g_get_monotonic_time ()) / 1000;

      if (left <= 0)
        return FALSE;
      wait_for_paint (self, (int) MIN (left, 200));
    }
  return TRUE;
}
