/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-page-focus.h"

#include "app/sme-focus-place.h"

#define KEY "sme-focus"
#define PLACE_KEY "sme-focus-place"

static GtkWidget *
get_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

gboolean
sme_page_focus_is_in (GtkWidget *container)
{
  GtkWidget *focus = get_focus (container);

  return gtk_widget_get_root (container) != NULL &&
         (focus == NULL || gtk_widget_is_ancestor (focus, container));
}

void
sme_page_focus_remember (SmePage *page)
{
  GtkWidget *focus = get_focus (GTK_WIDGET (page));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    g_object_set_data_full (G_OBJECT (page), KEY, g_object_ref (focus), g_object_unref);
}

static void
on_first_state (SmePage *page, GParamSpec *pspec, gpointer data)
{
  GtkWidget *container = data;

  if (sme_page_get_state (page) == SME_PAGE_LOADING)
    return;
  g_signal_handlers_disconnect_by_func (page, on_first_state, container);
  if (gtk_widget_get_mapped (GTK_WIDGET (page)) && sme_page_focus_is_in (container))
    sme_page_grab_first_focus (page);
}

void
sme_page_focus_give (SmePage *page, GtkWidget *container)
{
  GtkWidget *focus = g_object_get_data (G_OBJECT (page), KEY);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    gtk_widget_grab_focus (focus);
  else if (sme_page_get_state (page) != SME_PAGE_LOADING)
    sme_page_grab_first_focus (page);
  else
    g_signal_connect_object (page, "notify::state", G_CALLBACK (on_first_state), container, 0);
  g_object_set_data (G_OBJECT (page), KEY, NULL);
}

void
sme_page_focus_settle (SmePage *page)
{
  SmeFocusPlace *place = g_object_get_data (G_OBJECT (page), PLACE_KEY);
  GtkWidget *focus = get_focus (GTK_WIDGET (page));

  /* A row that was just taken away still has it, until GTK has looked for another place. */
  if (place == NULL || !gtk_widget_get_mapped (GTK_WIDGET (page)) ||
      (focus != NULL && gtk_widget_get_mapped (focus)))
    return;
  if (!sme_focus_place_restore (place, GTK_WIDGET (page)))
    sme_page_grab_first_focus (page);
}

void
sme_page_focus_forget (SmePage *page)
{
  g_object_set_data (G_OBJECT (page), PLACE_KEY, NULL);
}

static void
on_loaded_anew (SmePage *page)
{
  if (sme_page_get_state (page) == SME_PAGE_LOADING)
    return;
  g_signal_handlers_disconnect_by_func (page, on_loaded_anew, NULL);
  sme_page_focus_settle (page);
}

/* Nowhere meanwhile: GTK would put it into the header bar when what has it goes out of sight. */
void
sme_page_focus_keep (SmePage *page)
{
  SmeFocusPlace *place = sme_focus_place_new (GTK_WIDGET (page));

  if (place == NULL)
    return;
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (page)), NULL);
  g_object_set_data_full (G_OBJECT (page), PLACE_KEY, place, (GDestroyNotify) sme_focus_place_free);
  g_signal_handlers_disconnect_by_func (page, on_loaded_anew, NULL);
  g_signal_connect (page, "notify::state", G_CALLBACK (on_loaded_anew), NULL);
}
