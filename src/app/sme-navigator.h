/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-routes.h"

G_BEGIN_DECLS

#define SME_TYPE_NAVIGATOR (sme_navigator_get_type ())
G_DECLARE_FINAL_TYPE (SmeNavigator, sme_navigator, SME, NAVIGATOR, GtkWidget)

/**
 * SmeNavigator:
 *
 * The stack of pages. Opening a route pushes its page; going back shows the page below as it was
 * left; what is popped is disposed. A route that needs a session opens "sign-in" instead and is
 * remembered; sme_page_finish() of a page on that way goes on there.
 *
 * Properties: "page" (the one in front), "can-go-back", "natural-width" (below which the window
 * folds).
 */
GtkWidget *sme_navigator_new (void);

void sme_navigator_set_context (SmeNavigator *self, SmeContext *context);

typedef const SmeRouteEntry *(*SmeRouteFinder) (const char *name);
/* Another table of pages than sme_routes_find(), for tests. */
void sme_navigator_set_finder (SmeNavigator *self, SmeRouteFinder finder);

/* FALSE if @route leads nowhere. The same page with other parameters is told so instead of made
 * anew. */
gboolean sme_navigator_open (SmeNavigator *self, const char *route);
/* As open, but nothing that is open goes away: for what comes from outside, in the middle of
 * whatever the person is doing. */
gboolean sme_navigator_open_above (SmeNavigator *self, const char *route);
/* As open, but the page in front goes away. */
gboolean sme_navigator_replace (SmeNavigator *self, const char *route);
/* Asks to sign in, then shows the page in front again, loaded anew. */
void sme_navigator_sign_in_here (SmeNavigator *self);
/* Asks to sign in above the page in front, which comes back as it was left: by going back, or when
 * somebody is signed in. */
void sme_navigator_sign_in_above (SmeNavigator *self);
void sme_navigator_back (SmeNavigator *self);
/* Goes back to the open page that is @route's, as it was left, whatever its parameters are. FALSE
 * if there is none. */
gboolean sme_navigator_back_to (SmeNavigator *self, const char *route);

SmePage *sme_navigator_get_page (SmeNavigator *self);
gboolean sme_navigator_get_can_go_back (SmeNavigator *self);
guint sme_navigator_get_depth (SmeNavigator *self);

/* Whether something is typed on a page that is open or put aside, and not sent. */
gboolean sme_navigator_has_input (SmeNavigator *self);
/* (transfer full) (nullable): the route of the page in front, if anybody may see it: one of the
 * catalog. */
char *sme_navigator_dup_catalog_route (SmeNavigator *self);

/* Drops every page (before the session of another person, or before the servers change). */
void sme_navigator_clear (SmeNavigator *self);

G_END_DECLS
