/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-text-view.h"

G_BEGIN_DECLS

/* What the files of the text view share: sme-document-text-view.c (the document and its text),
 * -zoom.c (how large the letters are), -end.c (whether all of it was read),
 * -places.c (which page is in sight, going to one), -marks.c (matches of the search), -links.c. */

#define SME_TEXT_MARGIN 18 /* around the text, in logical pixels */

/** SmeTextPart: where a page stands in the text, in characters. */
typedef struct
{
  int heading;
  int start; /* of its own text */
} SmeTextPart;

struct _SmeDocumentTextView
{
  GtkTextView parent_instance;

  SmeDocument *document;
  GCancellable *cancellable;
  GtkTextTag *heading;
  GArray *parts; /* of SmeTextPart, per page that has come */
  GtkAdjustment *vadjustment;
  gboolean is_complete;  /* all pages have come */
  gboolean has_all_text; /* none of them without text */
  gboolean reached_end;
  guint settle_source; /* all lines have a height when it runs */
  gboolean settling;   /* they have, and the next allocation counts them */
  gboolean settled;    /* the adjustment tells how high the text is */
  int settled_width;   /* that its lines were broken for */

  guint page;           /* in sight */
  double top;           /* how far down it somebody went */
  int target;           /* the character that stands there: the page's heading, or a line of it */
  gboolean held;        /* somebody went to it, and the target has not left the window since */
  gboolean was_seen;    /* the target, since then */
  gboolean has_arrived; /* the target at the upper edge */
  guint show_source;
  gboolean allocating;
  guint late_source; /* it moved while it was being allocated */
  gboolean awaited;  /* its text has not come yet */

  SmeDocumentSearch *search;
  GtkTextTag *match;
  GtkTextTag *current;
  GHashTable *marked; /* pages whose matches are marked */

  double zoom;
  GtkTextTag *size; /* of all letters */

  GtkTextTag *link_style; /* how all links look; each has a tag of its own too */
};

/** Tells of another page. */
void sme_document_text_view_change_page (SmeDocumentTextView *self, guint page);

/** The text moved: looks again at which page is in sight. */
void sme_document_text_view_update_page (SmeDocumentTextView *self);
/** A page has come, which may be the awaited one. */
void sme_document_text_view_page_came (SmeDocumentTextView *self, guint page);
/** The text is wrapped anew. */
void sme_document_text_view_resized (SmeDocumentTextView *self);
/** Returns: the page that a character belongs to. */
guint sme_document_text_view_find_page (SmeDocumentTextView *self, int offset);
/** The pages in sight. Returns: %FALSE while none has come. */
gboolean sme_document_text_view_get_pages (SmeDocumentTextView *self, guint *first, guint *last);

/** Says whether the last line of all was in sight, and tells of it. */
void sme_document_text_view_set_reached_end (SmeDocumentTextView *self, gboolean reached_end);
/** Looks whether the last line is in sight. */
void sme_document_text_view_check_end (SmeDocumentTextView *self);
/** More text came, or its lines are broken anew: how high it is isn't known for a while. */
void sme_document_text_view_unsettle (SmeDocumentTextView *self);
/** Has been given its place, @width logical pixels wide. */
void sme_document_text_view_allocated (SmeDocumentTextView *self, int width);

void sme_document_text_view_init_zoom (SmeDocumentTextView *self);

void sme_document_text_view_init_marks (SmeDocumentTextView *self);
/** Marks the matches on the pages in sight, as far as they are known. */
void sme_document_text_view_update_marks (SmeDocumentTextView *self);
/** The text is another one: nothing is marked. */
void sme_document_text_view_forget_marks (SmeDocumentTextView *self);
void sme_document_text_view_dispose_marks (SmeDocumentTextView *self);

/** Underlines the links of @page, which has just come. */
void sme_document_text_view_add_links (SmeDocumentTextView *self, guint page);
/** The text is another one. */
void sme_document_text_view_forget_links (SmeDocumentTextView *self);
void sme_document_text_view_class_init_links (GtkWidgetClass *klass);
void sme_document_text_view_init_links (SmeDocumentTextView *self);

G_END_DECLS
