/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-page-reconnect.h"

/* Collected first: a page that is loaded anew may replace what is in it. */
static void
collect (GtkWidget *widget, GPtrArray *pages)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (SME_IS_PAGE (child))
        g_ptr_array_add (pages, g_object_ref (child));
      collect (child, pages);
    }
}

void
sme_page_reconnect_all (SmePage *page)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (SME_IS_PAGE (page));
  if (sme_page_get_state (page) == SME_PAGE_CONTENT)
    collect (GTK_WIDGET (page), pages);
  else
    g_ptr_array_add (pages, g_object_ref (page));
  for (guint i = 0; i < pages->len; i++)
    sme_page_reconnect (g_ptr_array_index (pages, i));
}
