/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-search.h"
#include "viewer/sme-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The bounds of free zoom; the fit modes may go below. */
#define SME_ZOOM_MIN 0.25
#define SME_ZOOM_MAX 8.0

/**
 * SmeFitMode: what the zoom follows.
 * @SME_FIT_NONE: nothing; it is what was last set
 * @SME_FIT_WIDTH: the widest page fills the width
 * @SME_FIT_PAGE: the largest page fits whole
 */
typedef enum
{
  SME_FIT_NONE,
  SME_FIT_WIDTH,
  SME_FIT_PAGE,
} SmeFitMode;

GType sme_fit_mode_get_type (void);
#define SME_TYPE_FIT_MODE (sme_fit_mode_get_type ())

#define SME_TYPE_DOCUMENT_VIEW (sme_document_view_get_type ())
G_DECLARE_FINAL_TYPE (SmeDocumentView, sme_document_view, SME, DOCUMENT_VIEW, GtkWidget)

/**
 * SmeDocumentView: shows the pages of a document one below the other; a #GtkScrollable that never
 * waits for a page. Pages count from 0; the paper is white in every theme.
 *
 * Properties that notify on change only: "document", "zoom" (1.0 is 100 %), "fit-mode", "page" (the
 * one in sight), "n-pages", "reached-end" (the end of the last page was truly shown, until another
 * document comes), "busy" (something in sight is not yet drawn sharp), "turns" (quarter turns to
 * the right), "dark" (light text on dark paper, for reading in the dark). Signals:
 * "actions-changed" (one was enabled or disabled), "link-activated" (address): a link to the
 * outside was chosen; nothing is opened here.
 *
 * Actions: view.zoom-in, view.zoom-out, view.zoom-normal, view.fit-width, view.fit-page,
 * view.next-page, view.previous-page, view.go-to-page (u), view.back, view.forward,
 * view.rotate-left, view.rotate-right, view.dark, view.activate-link, view.copy, view.select-all.
 */
GtkWidget *sme_document_view_new (void);

/** @document: (nullable) */
void sme_document_view_set_document (SmeDocumentView *self, SmeDocument *document);
SmeDocument *sme_document_view_get_document (SmeDocumentView *self);

/** Sets a free zoom, within the bounds, about the middle of what is in sight. */
void sme_document_view_set_zoom (SmeDocumentView *self, double zoom);
double sme_document_view_get_zoom (SmeDocumentView *self);
/** The same about a point of the widget, which keeps its place on the paper. */
void sme_document_view_zoom_at (SmeDocumentView *self, double zoom, double x, double y);

void sme_document_view_set_fit_mode (SmeDocumentView *self, SmeFitMode fit_mode);
SmeFitMode sme_document_view_get_fit_mode (SmeDocumentView *self);

/** Scrolls to the top of a page; beyond the last one means the last one. */
void sme_document_view_set_page (SmeDocumentView *self, guint page);
guint sme_document_view_get_page (SmeDocumentView *self);
guint sme_document_view_get_n_pages (SmeDocumentView *self);

/**
 * sme_document_view_jump:
 * @top: how far down on the page, 0 to 1
 *
 * Scrolls there as if a link was followed: "back" returns to where the reader was.
 */
void sme_document_view_jump (SmeDocumentView *self, guint page, double top);

void sme_document_view_set_turns (SmeDocumentView *self, guint turns);
guint sme_document_view_get_turns (SmeDocumentView *self);
void sme_document_view_set_dark (SmeDocumentView *self, gboolean dark);
gboolean sme_document_view_get_dark (SmeDocumentView *self);

gboolean sme_document_view_get_reached_end (SmeDocumentView *self);
gboolean sme_document_view_get_busy (SmeDocumentView *self);

/**
 * sme_document_view_get_search:
 *
 * Returns: (transfer none): the search in the view's document. The view marks its matches and
 * brings the current one in sight.
 */
SmeDocumentSearch *sme_document_view_get_search (SmeDocumentView *self);

gboolean sme_document_view_has_selection (SmeDocumentView *self);
void sme_document_view_select_all (SmeDocumentView *self);
/** Puts the selected text into @clipboard, as soon as it is read. */
void sme_document_view_copy (SmeDocumentView *self, GdkClipboard *clipboard);

G_END_DECLS
