/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journey-camera.h"

#include "journey-display.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define STILL_SECONDS 4.0
#define LOOK_MS 80
#define CHANGE_SECONDS 1.0
#define GLANCE_MS 20
#define PRESS_MS 300
#define USUAL_DPI 96

typedef enum
{
  WIDE,
  NARROW,
} Size;

static struct
{
  int width, height;
} sizes[] = { { 1280, 800 }, { 640, 720 } };

static const char *const schemes[] = { "light", "dark" };

struct _JourneyCamera
{
  Journey *journey;
  JourneyDisplay *display;
  GSettings *settings;
  char *folder;
  char *label;
  char **pages;     /* or NULL for all */
  GHashTable *made; /* names of pages */
  JourneyCameraDone done;
  gpointer done_data;
  guint n_pictures;
  gboolean at_end; /* scroll before each picture */
  Size size;
};

static gboolean
on_time (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_a_moment (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static guint64
look (JourneyCamera *self)
{
  return journey_display_hash (self->display, sizes[self->size].width, sizes[self->size].height);
}

/* What was asked for shows at once, or changes nothing that can be seen. */
static void
wait_until_changed (JourneyCamera *self, guint64 before)
{
  gint64 end = g_get_monotonic_time () + (gint64) (CHANGE_SECONDS * G_USEC_PER_SEC);

  while (look (self) == before && g_get_monotonic_time () < end)
    wait_a_moment (GLANCE_MS);
}

/* Returns once two looks are alike, so that nothing is caught half drawn. */
static void
wait_until_still (JourneyCamera *self)
{
  gint64 end = g_get_monotonic_time () + (gint64) (STILL_SECONDS * G_USEC_PER_SEC);
  guint64 before, now = 0;

  do
    {
      before = now;
      wait_a_moment (LOOK_MS);
      now = look (self);
    }
  while (now != before && g_get_monotonic_time () < end);
  if (now != before)
    g_test_message ("The window never rests");
}

/* The window @size large, and what floats over it in its middle, as a window manager does it. */
static void
arrange (JourneyCamera *self, Size size, gboolean centred)
{
  guint64 before;

  self->size = size;
  before = look (self);
  journey_display_arrange (self->display, sizes[size].width, sizes[size].height, centred);
  wait_until_changed (self, before);
}

static void
set_scheme (JourneyCamera *self, guint scheme)
{
  guint64 before = look (self);

  g_settings_set_string (self->settings, "color-scheme", schemes[scheme]);
  g_settings_sync ();
  wait_until_changed (self, before);
}

static void
scroll_to_end (JourneyCamera *self)
{
  wait_until_still (self);
  journey_display_turn_wheel (self->display, sizes[self->size].width / 2,
                              sizes[self->size].height / 2, 60);
}

static void
take (JourneyCamera *self, const char *page, guint scheme)
{
  g_autofree char *name = g_strdup_printf ("%s-%s-%s-%dx%d.png", page, self->label, schemes[scheme],
                                           sizes[self->size].width, sizes[self->size].height);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  journey_display_hide_pointer (self->display);
  wait_until_still (self);
  if (!journey_display_save (self->display, sizes[self->size].width, sizes[self->size].height,
                             path))
    journey_fail (self->journey, "%s could not be written", path);
  self->n_pictures++;
}

static void
shoot_size (JourneyCamera *self, const char *page, Size size)
{
  arrange (self, size, TRUE);
  if (self->at_end)
    scroll_to_end (self);
  take (self, page, 0);
  set_scheme (self, 1);
  take (self, page, 1);
  set_scheme (self, 0);
}

static gboolean
is_wanted (JourneyCamera *self, const char *page)
{
  return self->pages == NULL || g_strv_contains ((const char *const *) self->pages, page);
}

void
journey_camera_settle (JourneyCamera *self)
{
  wait_a_moment (PRESS_MS);
  wait_until_still (self);
}

/* The walk need not go on when it has what was asked for. */
static void
note (JourneyCamera *self, const char *page)
{
  g_hash_table_add (self->made, g_strdup (page));
  if (self->done != NULL && self->pages != NULL && journey_camera_get_missing (self) == NULL)
    self->done (self->done_data);
}

static void
shoot (JourneyCamera *self, const char *page)
{
  journey_camera_settle (self);
  if (!is_wanted (self, page))
    return;
  g_test_message ("%s", page);
  shoot_size (self, page, WIDE);
  shoot_size (self, page, NARROW);
  arrange (self, WIDE, FALSE);
  note (self, page);
}

void
journey_camera_shoot (JourneyCamera *self, const char *page)
{
  self->at_end = FALSE;
  shoot (self, page);
}

void
journey_camera_shoot_end (JourneyCamera *self, const char *page)
{
  self->at_end = TRUE;
  shoot (self, page);
}

void
journey_camera_shoot_narrow (JourneyCamera *self,
                             const char *page,
                             void (*prepare) (Journey *journey))
{
  if (!is_wanted (self, page))
    return;
  self->at_end = FALSE;
  arrange (self, NARROW, FALSE);
  if (prepare != NULL)
    prepare (self->journey);
  shoot_size (self, page, NARROW);
  arrange (self, WIDE, FALSE);
  note (self, page);
}

void
journey_camera_set_narrow (JourneyCamera *self, int width, int height)
{
  sizes[NARROW].width = width;
  sizes[NARROW].height = height;
}

void
journey_camera_set_done (JourneyCamera *self, JourneyCameraDone done, gpointer data)
{
  self->done = done;
  self->done_data = data;
}

const char *
journey_camera_get_missing (JourneyCamera *self)
{
  for (guint i = 0; self->pages != NULL && self->pages[i] != NULL; i++)
    if (!g_hash_table_contains (self->made, self->pages[i]))
      return self->pages[i];
  return NULL;
}

void
journey_camera_set_text_scale (JourneyCamera *self, guint scale)
{
  journey_display_set_dpi (self->display, scale * USUAL_DPI);
}

void
journey_camera_set_server (JourneyCamera *self, const char *address)
{
  g_settings_set_string (self->settings, "server-url", address);
  g_settings_sync ();
}

void
journey_camera_reset (JourneyCamera *self)
{
  set_scheme (self, 0);
  arrange (self, WIDE, FALSE);
}

guint
journey_camera_count (JourneyCamera *self)
{
  return self->n_pictures;
}

static GSettings *
open_settings (void)
{
  g_autofree char *folder = g_build_filename (SME_BUILD_ROOT, "data", NULL);
  g_autoptr (GSettingsSchemaSource) source =
    g_settings_schema_source_new_from_directory (folder, NULL, TRUE, NULL);
  g_autoptr (GSettingsSchema) schema =
    g_settings_schema_source_lookup (source, "vn.onesme.Desktop", FALSE);

  return g_settings_new_full (schema, NULL, NULL);
}

JourneyCamera *
journey_camera_new (Journey *journey,
                    const char *folder,
                    const char *label,
                    const char *const *pages)
{
  JourneyCamera *self = g_new0 (JourneyCamera, 1);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  self->journey = journey;
  self->display = journey_display_new ();
  self->settings = open_settings ();
  self->folder = g_strdup (folder);
  self->label = g_strdup (label);
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pages = pages != NULL && pages[0] != NULL ? g_strdupv ((char **) pages) : NULL;
  return self;
}

void
journey_camera_free (JourneyCamera *self)
{
  journey_display_free (self->display);
  g_object_unref (self->settings);
  g_strfreev (self->pages);
  g_hash_table_unref (self->made);
  g_free (self->folder);
  g_free (self->label);
  g_free (self);
}
