/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Links from outside: mails, messages, the browser, the command line. Anybody can make one, so only
 * the forms listed in sme-link.c are taken, and all they can do is show a page.
 */

/**
 * sme_link_to_route:
 * @uri: "onesme://service/231", "onesme://activate?token=...",
 * "https://onesme.vn/enterprise/service/231/...?tab=1&type=SERVICE", ...
 *
 * Returns: (transfer full) (nullable): the route of the page, %NULL for anything else
 */
char *sme_link_to_route (const char *uri);

/* Why a link that sme_link_to_route() refused was not opened: a sentence, translated. */
const char *sme_link_explain (const char *uri);

/* Whether @text is meant as a link, ours or not: it is never looked for among the services, whose
 * search goes to the server. */
gboolean sme_link_is_like (const char *text);

G_END_DECLS
