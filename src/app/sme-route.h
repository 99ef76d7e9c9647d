/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SmeRoute:
 *
 * Where a page is, as text that an action can carry: `name[:id][?key=value&...]`, for example
 * "home", "service:smartca-on?tab=pricing", "order:12". Id and values are percent-encoded in the
 * text and plain here. Immutable.
 */
typedef struct _SmeRoute SmeRoute;

#define SME_TYPE_ROUTE (sme_route_get_type ())
GType sme_route_get_type (void);

/* NULL if @text is no route: empty, longer than 2000 bytes, a name of other characters than a-z and
 * -, or broken encoding. */
SmeRoute *sme_route_parse (const char *text);

/**
 * sme_route_build:
 * @id: (nullable): plain
 * @...: keys, each followed by its value, then %NULL; a pair whose value is %NULL is left out
 *
 * Returns: (transfer full): the text
 */
char *sme_route_build (const char *name, const char *id, ...) G_GNUC_NULL_TERMINATED;

SmeRoute *sme_route_ref (SmeRoute *self);
void sme_route_unref (SmeRoute *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeRoute, sme_route_unref)

const char *sme_route_get_text (SmeRoute *self); /* as it was parsed */
const char *sme_route_get_name (SmeRoute *self);
const char *sme_route_get_id (SmeRoute *self);                     /* NULL if there is none */
const char *sme_route_get_param (SmeRoute *self, const char *key); /* NULL if there is none */

/* Whether both lead to the same page: same name and id, whatever the parameters. */
gboolean sme_route_is_same_page (SmeRoute *a, SmeRoute *b);

G_END_DECLS
