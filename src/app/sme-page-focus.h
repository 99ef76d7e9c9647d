/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

/* Where the keyboard is while pages come and go. */

/* Whether it is in @container, or nowhere: then it goes along to the next page. While somebody
 * types in the search or walks through the sidebar it stays there. */
gboolean sme_page_focus_is_in (GtkWidget *container);

/* @page is about to be covered. */
void sme_page_focus_remember (SmePage *page);

/* To where it was left, or where work begins, as soon as there is something to work with and if it
 * still is in @container then. */
void sme_page_focus_give (SmePage *page, GtkWidget *container);

/* @page is about to be loaded anew: when it is there again, the keyboard goes back to where it is
 * now, or to what the page begins with if that is gone; unless it has been taken elsewhere. */
void sme_page_focus_keep (SmePage *page);
/* Again, while rows are still taken away and put there; until it is over. */
void sme_page_focus_settle (SmePage *page);
void sme_page_focus_forget (SmePage *page);

G_END_DECLS
