/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-search.h"
#include "viewer/sme-document-view.h"
#include "viewer/sme-page-cache.h"
#include "viewer/sme-page-layout.h"
#include "viewer/sme-reading-text.h"
#include "viewer/sme-stand-ins.h"
#include "viewer/sme-text-gatherer.h"

G_BEGIN_DECLS

/* What the files of the view share: sme-document-view.c (document, properties), -arrange.c (zoom,
 * scrolling), -draw.c (what is wanted, snapshot), -scale.c (the screen's pixels), -input.c
 * (actions, keys, wheel, pinch), -text.c (texts, matches, overlays), -selection.c (selecting,
 * copying), -links.c (links), -places.c (jumps, back and forward, turning), -reading.c (what a
 * screen reader is given). */

/* The least zoom that a fit mode may choose; a page of 200 inches still fits into a small window.
 */
#define SME_ZOOM_FIT_MIN 0.01

/* A step of zooming with a key or a notch of the wheel. */
#define SME_ZOOM_STEP 1.2

enum
{
  SME_VIEW_PROP_DOCUMENT = 1,
  SME_VIEW_PROP_ZOOM,
  SME_VIEW_PROP_FIT_MODE,
  SME_VIEW_PROP_PAGE,
  SME_VIEW_PROP_N_PAGES,
  SME_VIEW_PROP_REACHED_END,
  SME_VIEW_PROP_BUSY,
  SME_VIEW_PROP_TURNS,
  SME_VIEW_PROP_DARK,
  SME_VIEW_N_PROPS,
};

struct _SmeDocumentView
{
  GtkWidget parent_instance;

  SmeDocument *document;
  SmePageLayout *layout;
  SmePageCache *cache;
  SmeStandIns *stand_ins;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  gboolean arranging; /* the adjustments move because we move them */
  gboolean allocating;
  guint late_notifies; /* bits of properties that changed while allocating */
  guint late_source;

  SmePageLook look;
  GArray *places_back; /* of SmePagePlace: where the reader jumped from */
  GArray *places_forward;

  double scale; /* pixels of the screen per logical pixel */
  double zoom;
  SmeFitMode fit_mode;
  guint page;
  double page_held_at; /* the page was asked for and stays the current one at this height */
  gboolean page_waits; /* it was asked for before it was known where the pages stand */
  gboolean reached_end;
  guint end_source;
  gboolean busy;
  gboolean slow; /* busy for so long that the pages say so */
  guint slow_source;
  gboolean scrolling_up;
  double last_top;

  gboolean has_pointer;
  double pointer_x; /* where the pointer was last */
  double pointer_y;
  double pinch_zoom; /* at the beginning of the pinch */
  double pinch_x;    /* the middle between the fingers, where it was last */
  double pinch_y;

  SmeDocumentSearch *search;
  GCancellable *text_cancellable;
  GHashTable *asked_texts;     /* pages */
  GHashTable *mark_rects;      /* page -> GArray of graphene_rect_t, in points */
  GHashTable *selection_rects; /* the same */
  gboolean reveal_pending;
  SmeReadingText *reading; /* since a screen reader asked for it; else NULL */

  SmeTextSpot anchor; /* the selection: from where it began to where it was drawn */
  SmeTextSpot focus;
  gboolean dragging; /* the selection follows the drag */
  gboolean drag_ended;
  SmePagePlace drag_start;
  SmePagePlace drag_end;
  double drag_x;
  double drag_y;
  guint drag_tick;
  guint select_unit; /* clicks before the drag: 1 by characters, 2 by words, 3 by lines */

  gboolean has_link; /* one has the keyboard's attention */
  guint link_page;
  guint link_index;
  SmePagePlace pressed_at;

  guint blank_draws; /* pages drawn without any picture, for the bench */
};

/** SmeViewport: the part of the column in sight, in device pixels, and where the column stands. */
typedef struct
{
  double scale;
  gint64 width;
  gint64 height;
  gint64 left; /* of the column, where the widget's left edge is; negative if it is centred */
  gint64 top;
  double shift_x; /* logical pixels from the widget's edge to a whole pixel of the screen */
  double shift_y;
} SmeViewport;

void sme_document_view_get_viewport (SmeDocumentView *self, SmeViewport *viewport);

/** The screen has @scale pixels per logical pixel now. GTK tells it; a test may, too. */
void sme_document_view_change_scale (SmeDocumentView *self, double scale);
void sme_document_view_init_scale (SmeDocumentView *self);
/** With a fraction the view may begin within a pixel of the screen: how far to a whole one. */
void sme_document_view_get_shift (SmeDocumentView *self, double *x, double *y);

/** The pages moved: those in sight now are waited for from now on. */
void sme_document_view_wait_anew (SmeDocumentView *self);

/** Looks again at what is in sight: page, textures, busy. After anything that moves. */
void sme_document_view_update (SmeDocumentView *self);

/** Asks the cache for what is in sight and near. Returns: whether all in sight is there. */
gboolean sme_document_view_want_pages (SmeDocumentView *self);

void sme_document_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/** Tells of a change of one of the properties above. */
void sme_document_view_notify (SmeDocumentView *self, guint prop);
void sme_document_view_change_page (SmeDocumentView *self, guint page);

void sme_document_view_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void sme_document_view_set_adjustment (SmeDocumentView *self,
                                       GtkOrientation orientation,
                                       GtkAdjustment *adjustment);
/** Returns: the page that counts as the current one. */
guint sme_document_view_find_page (SmeDocumentView *self);
/** Another document has come: the column begins at its top, before anything tells of it. */
void sme_document_view_go_to_start (SmeDocumentView *self);

/** Moves by logical pixels. */
void sme_document_view_scroll_by (SmeDocumentView *self, GtkOrientation orientation, double delta);

/** Returns: (transfer none) (nullable): the text of @page; where it is missing, it is asked for. */
SmePageText *sme_document_view_ensure_text (SmeDocumentView *self, guint page);

/** Drops what is kept for pages other than those from @first to @last. */
void sme_document_view_forget_texts (SmeDocumentView *self, guint first, guint last);

/** SmePageSheet: a page on the screen: the file's size of it, how it is turned, what it fills. */
typedef struct
{
  SmePageSize size;
  guint turns;
  graphene_rect_t paper; /* in logical pixels of the widget */
} SmePageSheet;

void sme_document_view_get_sheet (SmeDocumentView *self, guint page, SmePageSheet *sheet);
/** From points of the page to the widget. */
void sme_page_sheet_place (const SmePageSheet *sheet,
                           const graphene_rect_t *rect,
                           graphene_rect_t *place);

/** Paints the matches and the selection of @page, which fills @paper. */
void sme_document_view_append_overlays (SmeDocumentView *self,
                                        GtkSnapshot *snapshot,
                                        guint page,
                                        const graphene_rect_t *paper);

void sme_document_view_reveal_current (SmeDocumentView *self);
void sme_document_view_reset_text (SmeDocumentView *self);
void sme_document_view_init_text (SmeDocumentView *self);
void sme_document_view_finalize_text (SmeDocumentView *self);

/** Returns: %FALSE where nothing of @page is selected. */
gboolean
sme_document_view_get_selected_range (SmeDocumentView *self, guint page, SmeTextRange *range);
/** Returns: (transfer none) (nullable): the link under a point of the widget. */
const SmePageLink *sme_document_view_get_link_at (SmeDocumentView *self, double x, double y);
void sme_document_view_follow (SmeDocumentView *self, const SmePageLink *link);
/** The rectangle of the link that the keyboard chose, on @page. */
gboolean
sme_document_view_get_chosen_link (SmeDocumentView *self, guint page, graphene_rect_t *rect);
void sme_document_view_forget_link (SmeDocumentView *self);
gboolean sme_document_view_focus (GtkWidget *widget, GtkDirectionType direction);
void sme_document_view_class_init_links (GtkWidgetClass *klass);
void sme_document_view_init_links (SmeDocumentView *self);

void sme_document_view_class_init_places (GtkWidgetClass *klass);
void sme_document_view_init_places (SmeDocumentView *self);
void sme_document_view_finalize_places (SmeDocumentView *self);
void sme_document_view_forget_places (SmeDocumentView *self);

/** Makes layout and caches for the document as it is to look now. */
void sme_document_view_build (SmeDocumentView *self);
void sme_document_view_unbuild (SmeDocumentView *self);
/** Returns: whether it moves of its own accord, because its size or zoom is another one. */
gboolean sme_document_view_is_arranging (SmeDocumentView *self);
/** The pages have other shapes now: arranges them, with the current page in sight. */
void sme_document_view_rearrange (SmeDocumentView *self);

/** The place on the paper under a point of the widget; on the page as the file has it. */
void sme_document_view_get_place (SmeDocumentView *self, double x, double y, SmePagePlace *place);

/** Scrolls until @rect (in points of the page) is in sight. */
void sme_document_view_reveal_rect (SmeDocumentView *self, guint page, const graphene_rect_t *rect);

void sme_document_view_clear_selection (SmeDocumentView *self);
void sme_document_view_update_drag (SmeDocumentView *self);
void sme_document_view_class_init_selection (GtkWidgetClass *klass);
void sme_document_view_init_selection (SmeDocumentView *self);

/** The selection in the order of the document. */
void
sme_document_view_get_selection_ends (SmeDocumentView *self, SmeTextSpot *from, SmeTextSpot *to);

/* From GTK 4.14 on the pages themselves are text to a screen reader; before, the text mode is. */
#if GTK_CHECK_VERSION(4, 14, 0)
void sme_document_view_accessible_text_init (GtkAccessibleTextInterface *iface);
#define SME_IMPLEMENT_ACCESSIBLE_TEXT \
  G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_TEXT, sme_document_view_accessible_text_init)
#else
#define SME_IMPLEMENT_ACCESSIBLE_TEXT
#endif
/** Tells a screen reader that it reads at another place, or that another stretch is selected. */
void sme_document_view_tell_reader (SmeDocumentView *self);
/** The document changes. */
void sme_document_view_forget_reading (SmeDocumentView *self);

/** Two fingers begin at a point of the widget, then are @scale times as far from each other. */
void sme_document_view_begin_pinch (SmeDocumentView *self, double x, double y);
void sme_document_view_pinch (SmeDocumentView *self, double scale, double x, double y);

void sme_document_view_class_init_input (GtkWidgetClass *klass);
void sme_document_view_init_input (SmeDocumentView *self);

/** Binds the zoom and page keys; the pane binds them too, for its toolbar. */

/** SmeViewKey: a key and the action that it stands for; a list ends with an action of %NULL. */
typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} SmeViewKey;

extern const SmeViewKey sme_document_view_keys[];
void sme_document_view_bind_keys (GtkWidgetClass *klass, const SmeViewKey *keys);

/** Returns: how many notches of a wheel @delta is worth; a touchpad tells pixels instead. */
double sme_document_view_count_notches (GdkScrollUnit unit, double delta);

/** The names of the view's actions that a toolbar may need, %NULL at the end. */
extern const char *const sme_document_view_action_names[];

/** Whether one of them makes sense now. */
gboolean sme_document_view_is_enabled (SmeDocumentView *self, const char *action_name);

/** Enables and disables all actions. */
void sme_document_view_update_actions (SmeDocumentView *self);

/** The end of the last page has been drawn: tell it, outside of the drawing. */
void sme_document_view_note_end (SmeDocumentView *self);

G_END_DECLS
