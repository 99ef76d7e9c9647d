/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

/* Whether the page with the route "sign-in:another" is above those of somebody who stays signed in
 * meanwhile. */
gboolean sme_sign_in_intro_is_another (SmePage *page);

/* (transfer full): what the sign-in leads to, of its route: "?then=order", "?then=catalog", or the
 * home page; "&typed=" where something is typed that is not sent. */
char *sme_sign_in_intro_new (SmePage *page);

G_END_DECLS
