/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-header-buttons.h"

#include <string.h>

/* What is narrower has no place for them. */
#define WIDTH 460

/* @layout as in GtkSettings: "menu:minimize,maximize,close" */
static char *
leave_out (const char *layout)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) sides = g_strsplit (layout != NULL ? layout : "", ":", 2);

  for (guint i = 0; sides[i] != NULL; i++)
    {
      g_auto (GStrv) buttons = g_strsplit (sides[i], ",", -1);
      const char *between = i > 0 ? ":" : "";

      g_string_append (text, between);
      between = "";
      for (guint j = 0; buttons[j] != NULL; j++)
        if (strcmp (buttons[j], "minimize") != 0 && strcmp (buttons[j], "maximize") != 0)
          {
            g_string_append_printf (text, "%s%s", between, buttons[j]);
            between = ",";
          }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Told when all has its place, so what is changed here is laid out with the next frame; it depends
 * on the width alone, which it does not change. */
static void
on_layout (AdwHeaderBar *header)
{
  g_autofree char *desktop = NULL;
  g_autofree char *layout = NULL;

  if (gtk_widget_get_width (GTK_WIDGET (header)) < WIDTH)
    {
      g_object_get (gtk_widget_get_settings (GTK_WIDGET (header)), "gtk-decoration-layout",
                    &desktop, NULL);
      layout = leave_out (desktop);
    }
  if (g_strcmp0 (layout, adw_header_bar_get_decoration_layout (header)) != 0)
    adw_header_bar_set_decoration_layout (header, layout);
}

static void
on_realize (AdwHeaderBar *header)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (header)));

  g_signal_connect_object (surface, "layout", G_CALLBACK (on_layout), header,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
sme_header_buttons_follow (AdwHeaderBar *header)
{
  g_return_if_fail (ADW_IS_HEADER_BAR (header));
  g_signal_connect (header, "realize", G_CALLBACK (on_realize), NULL);
}
