/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-widths.h"

#include "app-fixture.h"
#include "config.h"

#include <libintl.h>
#include <locale.h>

#define USUAL_DPI (96 * 1024)
#define NARROWEST 360

static void
set_dpi (int dpi)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static int
measure (GtkWidget *page, int dpi)
{
  int width;

  set_dpi (dpi);
  app_run_idle ();
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

/* The widest child all the way down, for who has to mend it. */
static void
explain (GtkWidget *widget, int depth)
{
  GtkWidget *widest = NULL;
  int most = 0, width;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (width > most)
        {
          most = width;
          widest = child;
        }
    }
  if (widest == NULL)
    return;
  g_test_message ("%*s%s %d %s", depth, "", G_OBJECT_TYPE_NAME (widest), most,
                  GTK_IS_LABEL (widest) ? gtk_label_get_label (GTK_LABEL (widest)) : "");
  explain (widest, depth + 1);
}

void
page_widths_assert (GtkWidget *page, int most)
{
  int large = measure (page, 2 * USUAL_DPI), usual;

  g_test_message ("%d with large letters", large);
  if (large > most)
    explain (page, 0);
  usual = measure (page, USUAL_DPI);
  g_test_message ("%d", usual);
  if (usual > NARROWEST)
    explain (page, 0);
  g_assert_cmpint (usual, <=, NARROWEST);
  g_assert_cmpint (large, <=, most);
}

const char *
page_widths_say (const char *english)
{
  return g_dgettext (NULL, english);
}

void
page_widths_init (int *argc, char ***argv)
{
  const char *language = g_getenv ("ONESME_TEST_LANGUAGE");

  g_setenv ("LANGUAGE", language != NULL ? language : "en", TRUE);
  setlocale (LC_ALL, "");
  app_test_init (argc, argv);
  bindtextdomain (SME_GETTEXT_DOMAIN, SME_BUILD_LOCALE_DIR);
  bind_textdomain_codeset (SME_GETTEXT_DOMAIN, "UTF-8");
  textdomain (SME_GETTEXT_DOMAIN);
}
