/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files in the states that a signed contract can be in. */

/** Two pages, sealed by somebody who is trusted. */
GBytes *seal_cases_make_sealed (void);

/** @sealed with an update that draws something else on page @page. */
GBytes *seal_cases_replace_page (GBytes *sealed, guint page);

/** @sealed with an update that changes nothing to be seen. */
GBytes *seal_cases_add_nothing_visible (GBytes *sealed);

/** Two pages, signed by the customer and then by the provider. */
GBytes *seal_cases_make_twice_signed (void);

/** The customer signs; page 1 is replaced; a stranger signs that. */
GBytes *seal_cases_make_stranger_signed (void);

/**
 * The customer signs; page 1 is replaced; somebody else who is trusted signs that.
 * @with_large_field: in a field that was made as large as the page
 */
GBytes *seal_cases_make_signed_after_change (gboolean with_large_field);

/** @sealed with a link that cannot be seen over page 2. */
GBytes *seal_cases_add_link (GBytes *sealed);

/**
 * The customer signs; @add adds something; a field that cannot be seen is signed after that.
 * @by_stranger: by somebody of the same name for whom nobody vouches
 */
GBytes *seal_cases_make_added_and_signed (GBytes *(*add) (GBytes *sealed), gboolean by_stranger);

/** The customer signs; a link is added; an authority that is trusted stamps the time on that. */
GBytes *seal_cases_make_added_and_stamped (void);

/** A stranger signs; somebody who is trusted signs all of it. */
GBytes *seal_cases_make_stranger_first (void);

/** @sealed, of two pages, with an empty one more before page @place. */
GBytes *seal_cases_insert_page (GBytes *sealed, guint place);

/** @sealed, of two pages, without page @place. */
GBytes *seal_cases_remove_page (GBytes *sealed, guint place);

/** @sealed with @text after its end. */
GBytes *seal_cases_append (GBytes *sealed, const char *text);

/** @sealed with a stamp on page 1 that is printed and not shown. */
GBytes *seal_cases_add_print_only (GBytes *sealed);

/** @pdf, saying that it is encrypted. */
GBytes *seal_cases_encrypt (GBytes *pdf);

/** Signed by a stranger whose certificate says @name. */
GBytes *seal_cases_make_signed_by (const char *name);

/** Returns: (transfer none) (element-type SmeSealCertificate): whom the tests trust. */
GPtrArray *seal_cases_get_trusted (void);

G_END_DECLS
