/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-display.h"

#include "journey.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <cairo-xlib.h>
#include <string.h>

struct _JourneyDisplay
{
  Display *display;
  Window root;
};

/* A window may go between being listed and being moved. */
static int
ignore_error (Display *display, XErrorEvent *error)
{
  return 0;
}

JourneyDisplay *
journey_display_new (void)
{
  JourneyDisplay *self = g_new0 (JourneyDisplay, 1);

  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);
  self->root = DefaultRootWindow (self->display);
  XSetErrorHandler (ignore_error);
  return self;
}

void
journey_display_free (JourneyDisplay *self)
{
  XCloseDisplay (self->display);
  g_free (self);
}

/* Windows that a window manager would care for: no menus (which override it), none that are
 * hidden. */
static gboolean
is_managed (JourneyDisplay *self, Window window, XWindowAttributes *attributes)
{
  return XGetWindowAttributes (self->display, window, attributes) &&
         attributes->map_state == IsViewable && !attributes->override_redirect &&
         attributes->width > 100;
}

void
journey_display_arrange (JourneyDisplay *self, int width, int height, gboolean centred)
{
  Window root, parent, *windows = NULL;
  unsigned int n_windows = 0;
  gboolean first = TRUE;

  if (!XQueryTree (self->display, self->root, &root, &parent, &windows, &n_windows))
    return;
  /* From the lowest to the uppermost. */
  for (unsigned int i = 0; i < n_windows; i++)
    {
      XWindowAttributes at;

      if (!is_managed (self, windows[i], &at))
        continue;
      if (first)
        XMoveResizeWindow (self->display, windows[i], 0, 0, (unsigned int) width,
                           (unsigned int) height);
      else
        XMoveWindow (self->display, windows[i], centred ? MAX (0, (width - at.width) / 2) : 0,
                     centred ? MAX (0, (height - at.height) / 2) : 0);
      /* A dialog that is closed leaves the keyboard to nobody. */
      XSetInputFocus (self->display, windows[i], RevertToParent, CurrentTime);
      first = FALSE;
    }
  if (windows != NULL)
    XFree (windows);
  XSync (self->display, False);
}

guint64
journey_display_hash (JourneyDisplay *self, int width, int height)
{
  XImage *image = XGetImage (self->display, self->root, 0, 0, (unsigned int) width,
                             (unsigned int) height, AllPlanes, ZPixmap);
  gsize n_words = (gsize) image->bytes_per_line * (gsize) height / sizeof (guint64);
  guint64 hash = 14695981039346656037u;

  for (gsize i = 0; i < n_words; i++)
    {
      guint64 word;

      memcpy (&word, image->data + i * sizeof word, sizeof word);
      hash = (hash ^ word) * 1099511628211u;
    }
  XDestroyImage (image);
  return hash;
}

gboolean
journey_display_save (JourneyDisplay *self, int width, int height, const char *path)
{
  Visual *visual = DefaultVisual (self->display, DefaultScreen (self->display));
  cairo_surface_t *screen =
    cairo_xlib_surface_create (self->display, self->root, visual, width, height);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (picture);
  cairo_status_t status;

  cairo_set_source_surface (cr, screen, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png (picture, path);
  cairo_surface_destroy (picture);
  cairo_surface_destroy (screen);
  return status == CAIRO_STATUS_SUCCESS;
}

void
journey_display_set_dpi (JourneyDisplay *self, guint dpi)
{
  g_autofree char *resources = g_strdup_printf ("Xft.dpi:\t%u\n", dpi);

  XChangeProperty (self->display, self->root, XA_RESOURCE_MANAGER, XA_STRING, 8, PropModeReplace,
                   (const unsigned char *) resources, (int) strlen (resources));
  XSync (self->display, False);
}

void
journey_display_hide_pointer (JourneyDisplay *self)
{
  XWarpPointer (self->display, None, self->root, 0, 0, 0, 0, 9999, 9999);
  XSync (self->display, False);
}

void
journey_display_turn_wheel (JourneyDisplay *self, int x, int y, guint clicks)
{
  g_autofree char *across = g_strdup_printf ("%d", x);
  g_autofree char *down = g_strdup_printf ("%d", y);
  g_autofree char *count = g_strdup_printf ("%u", clicks);
  const char *arguments[] = { "xdotool", "mousemove", across, down, "click", "--repeat",
                              count,     "--delay",   "2",    "5",  NULL };
  g_autofree char *output = journey_try (arguments);
}
