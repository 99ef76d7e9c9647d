/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SEARCH_TITLE (sme_search_title_get_type ())
G_DECLARE_FINAL_TYPE (SmeSearchTitle, sme_search_title, SME, SEARCH_TITLE, AdwBin)

/**
 * SmeSearchTitle:
 *
 * The middle of the header bar: the page's title, or the search entry in its place.
 *
 * Properties: "title"; "searching" (read-only: the entry is shown).
 *
 * Signals, of what the person does only: "changed" (const char *text), 120 ms after the last key;
 * "stopped" (Escape); "activated" (Enter); "link" (const char *link): one was pasted, or typed and
 * Enter pressed. A link is never told as a search.
 */
GtkWidget *sme_search_title_new (void);

void sme_search_title_set_title (SmeSearchTitle *self, const char *title);
gboolean sme_search_title_get_searching (SmeSearchTitle *self);

/* Shows the entry and puts the keyboard in it. */
void sme_search_title_begin (SmeSearchTitle *self);
/* Shows the entry with @text, or the title for %NULL, without any signal. */
void sme_search_title_show (SmeSearchTitle *self, const char *text);

/* Typing in @widget begins a search, where nothing else wants the keys; %NULL: nowhere. What was
 * begun in another entry and goes on when that one is gone is no search (see SmeTypingRun). */
void sme_search_title_set_capture (SmeSearchTitle *self, GtkWidget *widget);
/* Once: watches the keys of @root, which holds us. Ctrl+F begins a search also where a selectable
 * label of it has the focus. */
void sme_search_title_precede_labels (SmeSearchTitle *self, GtkRoot *root);

G_END_DECLS
