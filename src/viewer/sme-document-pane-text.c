/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages and text of a document go together: who moves in one finds the other at the same page. */
#include "viewer/sme-document-pane-private.h"

void
sme_document_pane_follow_pages (SmeDocumentPane *self)
{
  if (self->text_mode)
    sme_document_text_view_go_to_page (self->text_view, sme_document_view_get_page (self->view));
}

void
sme_document_pane_follow_place (SmeDocumentPane *self, guint page, double top)
{
  if (self->text_mode)
    sme_document_text_view_go_to_place (self->text_view, page, top);
}

void
sme_document_pane_enter_text (SmeDocumentPane *self)
{
  sme_document_text_view_set_document (self->text_view, self->document);
  sme_document_pane_follow_pages (self);
}

/* As long as the text stays on one page, the pages stay exactly where they were on it. */
static void
on_text_page_changed (SmeDocumentPane *self)
{
  guint page = sme_document_text_view_get_page (self->text_view);

  if (self->text_mode && sme_document_view_get_page (self->view) != page)
    sme_document_view_set_page (self->view, page);
}

static void
on_jump (SmeDocumentPane *self, guint page, double top)
{
  sme_document_view_jump (self->view, page, top);
  sme_document_pane_follow_place (self, page, top);
}

void
sme_document_pane_show_zoom (SmeDocumentPane *self)
{
  sme_document_toolbar_set_text_zoom (
    self->toolbar, self->text_mode ? sme_document_text_view_get_zoom (self->text_view) : 0);
  sme_document_pane_update_actions (self);
}

void
sme_document_pane_init_text (SmeDocumentPane *self)
{
  sme_document_text_view_set_search (self->text_view, sme_document_view_get_search (self->view));
  g_signal_connect_object (self->text_view, "notify::page", G_CALLBACK (on_text_page_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text_view, "notify::zoom",
                           G_CALLBACK (sme_document_pane_show_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text_view, "jump", G_CALLBACK (on_jump), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text_view, "link-activated",
                           G_CALLBACK (sme_document_pane_ask_link), self, G_CONNECT_SWAPPED);
}
