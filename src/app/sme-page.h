/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "app/sme-route.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SmePageState:
 *
 * What a page shows. Loading shows nothing for 200 ms, then a spinner.
 */
typedef enum
{
  SME_PAGE_LOADING,
  SME_PAGE_EMPTY,
  SME_PAGE_CONTENT,
  SME_PAGE_ERROR,
} SmePageState;

#define SME_TYPE_PAGE_STATE (sme_page_state_get_type ())
GType sme_page_state_get_type (void);

#define SME_TYPE_PAGE (sme_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SmePage, sme_page, SME, PAGE, AdwBin)

/**
 * SmePageClass:
 * @load: fetch what the page shows, then call sme_page_show_content(), _show_empty() or
 *   _show_error(). Called when the page is first shown and at each "Try again"; the page is in the
 *   state LOADING then. Pass sme_page_get_cancellable() to every call; in the callback drop
 *   %G_IO_ERROR_CANCELLED before the page is touched. Default: shows the content at once.
 * @shown: the page came to the front (also when one returns to it); polling starts here
 * @hidden: another page covers it, or it goes away; polling ends here
 * @set_route: the route changed to one of the same page with other parameters ("?tab="); chain up
 * @grab_first_focus: put the keyboard where work begins; default: the first focusable widget
 * @go_back: leave what lies open inside the page (a list to choose from); TRUE if there was
 *   something, and FALSE lets the person go back to the page before. Default: FALSE
 * @answers_to: whether @route leads to this page, which may have several names; default: that its
 *   route has the same name and id
 *
 * A page: the base class of everything the window shows. A subclass is a template whose root is
 * `<template class="SmeThingPage" parent="SmePage">` with one `<child>`, its content; the four
 * states are drawn here. Constructed by its row in sme-routes.c with properties "context" and
 * "route". The page stays alive, as it was, while it is on the navigator's stack.
 *
 * Actions on every page: "page.retry", "page.hotline".
 */
struct _SmePageClass
{
  AdwBinClass parent_class;

  void (*load) (SmePage *self);
  void (*shown) (SmePage *self);
  void (*hidden) (SmePage *self);
  void (*set_route) (SmePage *self, SmeRoute *route);
  gboolean (*grab_first_focus) (SmePage *self);
  gboolean (*go_back) (SmePage *self);
  gboolean (*answers_to) (SmePage *self, SmeRoute *route);

  /*< private >*/
  gpointer padding[6];
};

SmeContext *sme_page_get_context (SmePage *self);
SmeRoute *sme_page_get_route (SmePage *self); /* NULL for a step of a wizard */
void sme_page_set_route (SmePage *self, SmeRoute *route);
gboolean sme_page_answers_to (SmePage *self, SmeRoute *route);
const char *sme_page_get_title (SmePage *self);
void sme_page_set_title (SmePage *self, const char *title);
GtkWidget *sme_page_get_content (SmePage *self);
void sme_page_set_content (SmePage *self, GtkWidget *content);

/* Cancelled when the page is taken out of the window or loads again; ask for it at each call. */
GCancellable *sme_page_get_cancellable (SmePage *self);

SmePageState sme_page_get_state (SmePage *self);
/* Cancels what runs, shows LOADING and calls load(). */
void sme_page_reload (SmePage *self);
void sme_page_show_content (SmePage *self);
void sme_page_show_loading (SmePage *self);
/* @icon_name nullable. What the page is for and, with sme_page_set_empty_action(), the first thing
 * to do: a button with @label that activates the detailed action @action ("win.open::home"). */
void sme_page_show_empty (SmePage *self,
                          const char *icon_name,
                          const char *title,
                          const char *explanation);
void sme_page_set_empty_action (SmePage *self, const char *label, const char *action);
/* What is shown as empty is all there is while no server answers: see sme_page_reconnect(). */
void sme_page_set_unreached (SmePage *self);
/* A second way on, below the first. */
void sme_page_set_empty_other_action (SmePage *self, const char *label, const char *action);
/* Says what happened, what was kept and what to do (see sme-error-text.h). Ignores
 * G_IO_ERROR_CANCELLED. */
void sme_page_show_error (SmePage *self, const GError *error);

/* Conveniences over the window's actions. */
void sme_page_open (SmePage *self, const char *route);
void sme_page_replace (SmePage *self, const char *route); /* takes this page's place on the stack */
void sme_page_toast (SmePage *self, const char *text);
void sme_page_toast_error (SmePage *self, const GError *error);
/* The hotline 1800 1260 (free); where nothing can call, the number is copied. */
void sme_page_call_hotline (SmePage *self);
/* The work of this page is done (signed in, registered): goes on where the person was kept from
 * going, or back. Emits "finished". */
void sme_page_finish (SmePage *self);

/* Whether what is typed on this page stays when the person goes elsewhere: it is then put aside as
 * it is, and shown again when it is opened the next time. To be set to FALSE once it is sent, which
 * sme_page_finish() does by itself. */
void sme_page_set_keeps_input (SmePage *self, gboolean keeps_input);
gboolean sme_page_get_keeps_input (SmePage *self);

/* The server answers again: a page that failed, or has little to show, because it did not is loaded
 * anew. */
void sme_page_reconnect (SmePage *self);

/*< protected: for the navigator >*/
void sme_page_enter (SmePage *self); /* loads at the first time */
void sme_page_leave (SmePage *self);
gboolean sme_page_grab_first_focus (SmePage *self);
gboolean sme_page_go_back (SmePage *self);

G_END_DECLS
