/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-link.h"

#include "app/sme-route.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_LENGTH 2000
#define MAX_ID_LENGTH 200

/* onesme://NAME: pages that need nothing else. */
static const char *const plain_pages[] = {
  "home",   "categories",    "services", "news",    "earn",     "guide",     "inbox",
  "orders", "subscriptions", "lookup",   "sign-in", "register", "assistant", "verify",
};

/* onesme://NAME/ID: pages of one thing. */
static const char *const id_pages[] = { "service",  "category",    "order",   "subscription",
                                        "sign",     "certificate", "support", "article",
                                        "payments", "invoice" };

/* What only the person may do: no link sets a server, carries a reset, buys or pays. A payment
 * gateway returns with the name of the payment and nothing else. */
static const char *const forbidden[] = {
  "preferences", "settings",       "server",         "econtract-url", "server-url",
  "reset",       "reset-password", "password",       "buy",           "pay",
  "payment",     "sign-out",       "payment-return", "delete",
};

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

/* An id of ours: printable ASCII, nothing that could be a path ("..", "a/b"). */
static gboolean
is_id (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0 || length > MAX_ID_LENGTH || !g_ascii_isalnum (text[0]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("-_.~", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* A code is random base64url (RFC 4648, section 5) and begins with any letter of that. */
static gboolean
is_code (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0 || length > MAX_ID_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("-_", text[i]) == NULL)
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

/* "onesme://payment-return?payment=ID" of the gateway's last page. */
static char *
make_return_route (char **segments, GHashTable *params)
{
  const char *payment = g_hash_table_lookup (params, "payment");

  /* The result that a link tells proves nothing, and none is listened to. */
  if (segments[0] != NULL || g_hash_table_size (params) > (payment != NULL ? 1 : 0) ||
      (payment != NULL && !is_id (payment)))
    return NULL;
  return payment != NULL ? sme_route_build ("payment-return", payment, NULL) : g_strdup ("orders");
}

/* "onesme://activate?token=CODE" of the activation mail: the code, once, and nothing beside it. A
 * link with more was made or mangled by somebody, and which of two codes is meant nobody knows. */
static char *
make_activation_route (char **segments, const char *query)
{
  static const char name[] = "token=";
  const char *code = query != NULL && g_str_has_prefix (query, name) ? query + strlen (name) : NULL;

  return segments[0] == NULL && is_code (code) ? sme_route_build ("activate", code, NULL) : NULL;
}

static char *
make_own_route (const char *name, char **segments, const char *query, GHashTable *params)
{
  if (g_str_equal (name, "activate"))
    return make_activation_route (segments, query);
  if (g_str_equal (name, "econtract"))
    return make_econtract_route (segments);
  if (g_str_equal (name, "payment-return"))
    return make_return_route (segments, params);
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

/* Blanks, line ends and what a terminal would obey are in no link of ours. */
static gboolean
is_printable (const char *uri)
{
  for (const char *at = uri; *at != '\0'; at++)
    if (!g_ascii_isgraph (*at) && (guchar) *at < 0x80)
      return FALSE;
  return g_utf8_validate (uri, -1, NULL);
}

/* The parser resolves "..", also where it is encoded: what was not written must not be read. */
static gboolean
has_detour (const char *uri)
{
  static const char *const hidden[] = { "%2e", "%2f", "%5c" };
  g_autofree char *path = g_strndup (uri, strcspn (uri, "?#"));
  g_autofree char *small = g_ascii_strdown (path, -1);
  g_auto (GStrv) parts = g_strsplit (small, "/", 0);

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    if (strstr (small, hidden[i]) != NULL)
      return TRUE;
  return g_strv_contains ((const char *const *) parts, ".") ||
         g_strv_contains ((const char *const *) parts, "..");
}

char *
sme_link_to_route (const char *uri)
{
  g_autoptr (GUri) parsed = NULL;
  g_autoptr (GHashTable) params = NULL;
  g_auto (GStrv) segments = NULL;
  const char *scheme, *host, *query;

  if (uri == NULL || strlen (uri) > MAX_LENGTH || !is_printable (uri) || has_detour (uri))
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
    return make_own_route (host, segments, query, params);
  if (g_str_equal (scheme, "https") && is_portal (host))
    return make_portal_route (segments, params);
  return NULL;
}

static gboolean
is_of_onesme (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  return g_str_equal (scheme, "onesme") ||
         (g_str_equal (scheme, "https") && host != NULL && is_portal (host));
}

const char *
sme_link_explain (const char *uri)
{
  g_autoptr (GUri) parsed =
    uri != NULL && strlen (uri) <= MAX_LENGTH ? g_uri_parse (uri, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;

  if (parsed != NULL && !is_of_onesme (parsed))
    return _ ("This is not a link of OneSME, so it was not opened");
  if (host != NULL && g_str_equal (host, "activate"))
    return _ ("This activation link is damaged or was changed, so it was not opened; please copy "
              "the one in the e-mail, or enter its code");
  if (host != NULL && is_one_of (host, forbidden, G_N_ELEMENTS (forbidden)))
    return _ ("No link may do this; nothing was opened or changed");
  return _ ("This link is damaged or leads nowhere; please copy the whole of it");
}

gboolean
sme_link_is_like (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return strpbrk (stripped, " \t\n") == NULL &&
         (g_ascii_strncasecmp (stripped, "onesme:", strlen ("onesme:")) == 0 ||
          strstr (stripped, "://") != NULL);
}
