/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-pane.h"
#include "viewer/sme-document-search-bar.h"
#include "viewer/sme-document-text-view.h"
#include "viewer/sme-document-toolbar.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the files of the pane share: sme-document-pane.c (states, opening, properties), -actions.c
 * (what its buttons and keys do). */

struct _SmeDocumentPane
{
  GtkWidget parent_instance;

  SmeDocument *document;
  char *name;
  GFile *file; /* that was opened last, for another try */
  GCancellable *cancellable;
  guint spinner_source;
  gboolean text_mode;
  gboolean reached_end;
  GtkFileChooserNative *chooser; /* while it is open */

  AdwToastOverlay *overlay;
  GtkStack *states;
  GtkSpinner *spinner;
  AdwStatusPage *error_page;
  GtkWidget *retry_button;
  SmeDocumentToolbar *toolbar;
  SmeDocumentSearchBar *search_bar;
  GtkStack *contents;
  SmeDocumentView *view;
  SmeDocumentTextView *text_view;
};

void sme_document_pane_class_init_actions (GtkWidgetClass *klass);
void sme_document_pane_update_actions (SmeDocumentPane *self);

/** Another try at opening: here where it was a file, else by whoever listens. */
void sme_document_pane_retry (SmeDocumentPane *self);

G_END_DECLS
