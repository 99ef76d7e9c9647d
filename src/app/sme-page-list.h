/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"
#include "client/sme-remote-list.h"

G_BEGIN_DECLS

/* Called when @list is known to be empty: say so with sme_page_show_empty(). */
typedef void (*SmePageEmptyFunc) (SmePage *page);

/**
 * sme_page_follow_list:
 *
 * Lets @page show loading, empty, error or content as @list (kept by the caller) goes through its
 * states, until the page is finalized. Items that are there stay on the screen while more, or
 * newer ones, are loading; an error then only appears as a toast.
 */
void sme_page_follow_list (SmePage *page, SmeRemoteList *list, SmePageEmptyFunc show_empty);

G_END_DECLS
