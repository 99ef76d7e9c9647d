/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"
#include "core/sme-service.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_LIKE_BUTTON (sme_like_button_get_type ())
G_DECLARE_FINAL_TYPE (SmeLikeButton, sme_like_button, SME, LIKE_BUTTON, GtkToggleButton)

/**
 * SmeLikeButton:
 *
 * "Like 101" / "Liked 102": shows and changes whether a service is liked. What is pressed is shown
 * at once and taken back with a toast (action "win.toast") when the server refuses it. Who is not
 * signed in is asked to (signal "sign-in"); the wish is kept meanwhile.
 */
GtkWidget *sme_like_button_new (void);

/* @caller: what likes are sent to, as whoever is signed in when @signed_in. A wish that was kept is
 * fulfilled if somebody is. */
void sme_like_button_set_service (SmeLikeButton *self,
                                  SmeCaller *caller,
                                  SmeService *service,
                                  gboolean signed_in);
/* Nobody signed in after all. */
void sme_like_button_forget_wish (SmeLikeButton *self);

G_END_DECLS
