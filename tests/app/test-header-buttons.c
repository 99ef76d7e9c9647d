/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-header-buttons.h"

#include "app-fixture.h"

typedef struct
{
  AppFixture app;
  AdwHeaderBar *header;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  app_fixture_set_up (&f->app, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout",
                "menu,minimize:maximize,close", NULL);
  f->header = ADW_HEADER_BAR (adw_header_bar_new ());
  sme_header_buttons_follow (f->header);
  app_fixture_show (&f->app, GTK_WIDGET (f->header), 800, 60);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  app_fixture_tear_down (&f->app, data);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-decoration-layout");
}

static gboolean
has_few (gpointer header)
{
  return g_strcmp0 (adw_header_bar_get_decoration_layout (header), "menu:close") == 0;
}

static gboolean
has_all (gpointer header)
{
  return adw_header_bar_get_decoration_layout (header) == NULL &&
         gtk_widget_get_width (header) >= 640;
}

static void
resize (Fixture *f, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (f->header))), width,
                               60);
}

static void
test_narrow (Fixture *f, gconstpointer data)
{
  app_run_until (has_all, f->header);
  resize (f, 360);
  app_run_until (has_few, f->header);
  resize (f, 800);
  app_run_until (has_all, f->header);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add ("/header-buttons/a-narrow-header-leaves-out-two", Fixture, NULL, set_up, test_narrow,
              tear_down);
  return g_test_run ();
}
