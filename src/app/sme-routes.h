/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

typedef enum
{
  SME_ROUTE_PLAIN = 0,
  SME_ROUTE_SIGNED_IN = 1 << 0, /* asks to sign in first, then goes on there */
  SME_ROUTE_ACCOUNT = 1 << 1,   /* on the way to being signed in; keeps where to go on */
  SME_ROUTE_TOP = 1 << 2,       /* an entry of the sidebar: opening it goes back to it */
  SME_ROUTE_SHOP = 1 << 3,      /* typing anywhere on the page begins a search */
  SME_ROUTE_HERE = 1 << 4,      /* all of it is in the program: it needs no server */
} SmeRouteFlags;

/**
 * SmeRouteEntry:
 * @name: what stands before the colon of a route
 * @type: of the page, derived from SmePage; made with "context" and "route"
 * @section: the route of the sidebar's entry that is marked while the page is in front; %NULL: none
 *
 * A row of the table of pages in sme-routes.c, the one place where a page becomes reachable.
 */
typedef struct
{
  const char *name;
  GType (*type) (void);
  SmeRouteFlags flags;
  const char *section;
} SmeRouteEntry;

/* NULL if there is no such page. */
const SmeRouteEntry *sme_routes_find (const char *name);

/* Every row, for tests that open each page. */
const SmeRouteEntry *sme_routes_list (guint *n_entries);

G_END_DECLS
