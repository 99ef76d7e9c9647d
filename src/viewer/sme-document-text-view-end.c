/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether all of the text was read. How high the text is GTK finds out bit by bit while nothing
 * else is to do, so that text which has just come seems to end where it does not. */
#include "viewer/sme-document-text-view-private.h"

/* A page without text (a scanned one) has not been read here, so then the end does not count. */
void
sme_document_text_view_check_end (SmeDocumentTextView *self)
{
  GtkAdjustment *adjustment = self->vadjustment;

  if (self->reached_end || !self->is_complete || !self->has_all_text || !self->settled ||
      adjustment == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      gtk_adjustment_get_page_size (adjustment) <= 1)
    return;
  if (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >=
      gtk_adjustment_get_upper (adjustment) - SME_TEXT_MARGIN)
    sme_document_text_view_set_reached_end (self, TRUE);
}

static gboolean
on_idle (gpointer user_data)
{
  SmeDocumentTextView *self = user_data;

  self->settle_source = 0;
  self->settling = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* GTK measures lines at a higher priority than this, so all are measured when it comes. */
void
sme_document_text_view_unsettle (SmeDocumentTextView *self)
{
  self->settled = FALSE;
  self->settling = FALSE;
  if (self->settle_source == 0)
    self->settle_source = g_idle_add (on_idle, self);
}

void
sme_document_text_view_allocated (SmeDocumentTextView *self, int width)
{
  if (width != self->settled_width)
    {
      self->settled_width = width;
      sme_document_text_view_unsettle (self);
    }
  else if (self->settling)
    {
      self->settling = FALSE;
      self->settled = TRUE;
    }
}
