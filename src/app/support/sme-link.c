/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/support/sme-link.h"

#include "app/sme-route.h"

#include <string.h>

#define MAX_LENGTH 2000
#define MAX_ID_LENGTH 200

/* onesme://NAME: pages that need nothing else. */
static const char *const plain_pages[] = {
  "home",  "categories", "services",      "news",   "earn",    "guide",
  "inbox", "orders",     "subscriptions", "lookup", "sign-in", "register",
};

/* onesme://NAME/ID: pages of one thing. */
static const char *const id_pages[] = { "service", "category",    "order",  "subscription",
                                        "sign",    "certificate", "support" };

/* The portal numbers the tabs of a service from 1. */
static const char *const tabs[] = { "overview", "pricing", "reviews", "guide", "versions" };

static gboolean
is_one_of (const char *name, const char *const *names, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (names[i], name))
      return TRUE;
  return FALSE;
}

/* An id of ours: printable ASCII, nothing that could be a path. */
static gboolean
is_id (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0 || length > MAX_ID_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("-_.~", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

static const char *
find_tab (GHashTable *params)
{
  const char *tab = g_hash_table_lookup (params, "tab");
  guint64 number = 0;

  if (tab == NULL)
    return NULL;
  if (is_one_of (tab, tabs, G_N_ELEMENTS (tabs)))
    return tab;
  if (g_ascii_string_to_unsigned (tab, 10, 1, G_N_ELEMENTS (tabs), &number, NULL))
    return tabs[number - 1];
  return NULL;
}

static char *
make_service_route (const char *id, GHashTable *params)
{
  return is_id (id) ? sme_route_build ("service", id, "tab", find_tab (params), NULL) : NULL;
}

/* "onesme://econtract/ID" of the mail, "onesme://econtract/dossiers/ID" or "onesme://econtract": to
 * the look-up. */
static char *
make_econtract_route (char **segments)
{
  if (segments[0] == NULL)
    return g_strdup ("lookup");
  if (g_str_equal (segments[0], "dossiers") && segments[1] != NULL)
    segments++;
  return is_id (segments[0]) && segments[1] == NULL ? sme_route_build ("lookup", segments[0], NULL)
                                                    : NULL;
}

static char *
make_own_route (const char *name, char **segments, GHashTable *params)
{
  const char *token = g_hash_table_lookup (params, "token");

  if (g_str_equal (name, "activate"))
    return segments[0] == NULL && is_id (token) ? sme_route_build ("activate", token, NULL) : NULL;
  if (g_str_equal (name, "econtract"))
    return make_econtract_route (segments);
  if (segments[0] == NULL)
    return is_one_of (name, plain_pages, G_N_ELEMENTS (plain_pages)) ? g_strdup (name) : NULL;
  if (segments[1] != NULL || !is_id (segments[0]))
    return NULL;
  if (g_str_equal (name, "service"))
    return make_service_route (segments[0], params);
  return is_one_of (name, id_pages, G_N_ELEMENTS (id_pages))
           ? sme_route_build (name, segments[0], NULL)
           : NULL;
}

/* The portal: /enterprise/service/231/any-words, for every kind of customer. */
static char *
make_portal_route (char **segments, GHashTable *params)
{
  static const char *const customers[] = { "enterprise", "household", "personal" };

  if (segments[0] == NULL)
    return g_strdup ("home");
  if (is_one_of (segments[0], customers, G_N_ELEMENTS (customers)))
    segments++;
  if (segments[0] == NULL || !g_str_equal (segments[0], "service") || segments[1] == NULL)
    return NULL;
  return make_service_route (segments[1], params);
}

/* Path segments without empty ones, so that a slash at the end doesn't matter. */
static GStrv
split_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 0);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

static gboolean
is_portal (const char *host)
{
  return g_ascii_strcasecmp (host, "onesme.vn") == 0 ||
         g_ascii_strcasecmp (host, "www.onesme.vn") == 0;
}

char *
sme_link_to_route (const char *uri)
{
  g_autoptr (GUri) parsed = NULL;
  g_autoptr (GHashTable) params = NULL;
  g_auto (GStrv) segments = NULL;
  const char *scheme, *host, *query;

  if (uri == NULL || strlen (uri) > MAX_LENGTH)
    return NULL;
  parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED_QUERY, NULL);
  if (parsed == NULL || g_uri_get_userinfo (parsed) != NULL || g_uri_get_port (parsed) != -1)
    return NULL;
  scheme = g_uri_get_scheme (parsed);
  host = g_uri_get_host (parsed);
  query = g_uri_get_query (parsed);
  params = g_uri_parse_params (query != NULL ? query : "", -1, "&", G_URI_PARAMS_NONE, NULL);
  if (params == NULL || host == NULL || *host == '\0')
    return NULL;
  segments = split_path (g_uri_get_path (parsed));
  if (g_str_equal (scheme, "onesme"))
    return make_own_route (host, segments, params);
  if (g_str_equal (scheme, "https") && is_portal (host))
    return make_portal_route (segments, params);
  return NULL;
}
