/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-pane.h"
#include "viewer/sme-document-search-bar.h"
#include "viewer/sme-document-sidebar.h"
#include "viewer/sme-document-text-view.h"
#include "viewer/sme-document-toolbar.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the files of the pane share: sme-document-pane.c (states, opening, properties), -actions.c
 * (what its buttons do),
 * -keys.c (its keys, and the focus), -text.c (pages and text go together). */

struct _SmeDocumentPane
{
  GtkWidget parent_instance;

  SmeDocument *document;
  char *name;
  GFile *file; /* that was opened last, for another try */
  GCancellable *cancellable;
  guint spinner_source;
  guint sidebar_source; /* the sidebar is to be shown as soon as there is a size */
  gboolean text_mode;
  gboolean reached_end;
  gboolean was_mapped;           /* when opening began */
  gconstpointer focus_before;    /* the widget that had the keyboard then; only to be compared */
  GtkFileChooserNative *chooser; /* while it is open */
  GtkWindow *dialog;             /* that is open over the pane; weak */

  AdwToastOverlay *overlay;
  GtkStack *states;
  GtkSpinner *spinner;
  AdwStatusPage *error_page;
  GtkBox *error_box;
  GtkWidget *retry_button;
  SmeDocumentToolbar *toolbar;
  SmeDocumentSearchBar *search_bar;
  AdwFlap *flap;
  SmeDocumentSidebar *sidebar;
  GtkStack *contents;
  SmeDocumentView *view;
  SmeDocumentTextView *text_view;
};

void sme_document_pane_class_init_actions (GtkWidgetClass *klass);
void sme_document_pane_update_actions (SmeDocumentPane *self);

/** In text mode, goes to the page that the pages were moved to. */
void sme_document_pane_follow_pages (SmeDocumentPane *self);
/** In text mode, goes to the place that the pages were moved to: @top (0 to 1) down @page. */
void sme_document_pane_follow_place (SmeDocumentPane *self, guint page, double top);
/** Text mode begins, at the page in sight. */
void sme_document_pane_enter_text (SmeDocumentPane *self);
/** The zoom of what is shown, letters or pages, for the toolbar and its buttons. */
void sme_document_pane_show_zoom (SmeDocumentPane *self);
void sme_document_pane_init_text (SmeDocumentPane *self);

/** Its keys work wherever the focus is in the window, while the pane is to be seen. */
void sme_document_pane_class_init_keys (GtkWidgetClass *klass);
void sme_document_pane_init_keys (SmeDocumentPane *self);

/** Opening begins: who has the keyboard now may lose it when the document is there. */
void sme_document_pane_note_focus (SmeDocumentPane *self);
/** Takes the keyboard from where it was when opening began, but from nobody who types or has
 * moved on since. */
void sme_document_pane_take_focus (SmeDocumentPane *self);

/** Asks before a link to the outside is opened. */
void sme_document_pane_ask_link (SmeDocumentPane *self, const char *uri);

/** Another try at opening: here where it was a file, else by whoever listens. */
void sme_document_pane_retry (SmeDocumentPane *self);

G_END_DECLS
