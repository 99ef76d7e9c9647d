/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

/**
 * sme_page_reconnect_all:
 *
 * The server answers again: @page, or what failed within it because no server answered (the step
 * of a wizard is a page too), is loaded anew. What is shown stays as it is.
 */
void sme_page_reconnect_all (SmePage *page);

G_END_DECLS
