/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-routes.h"

#include "app/catalog/sme-home-page.h"

/* A page becomes reachable by one line here (and its include above). */
static const SmeRouteEntry entries[] = {
  { "home", sme_home_page_get_type, SME_ROUTE_TOP | SME_ROUTE_SHOP, "home" },
};

const SmeRouteEntry *
sme_routes_find (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].name, name))
      return &entries[i];
  return NULL;
}

const SmeRouteEntry *
sme_routes_list (guint *n_entries)
{
  *n_entries = G_N_ELEMENTS (entries);
  return entries;
}
