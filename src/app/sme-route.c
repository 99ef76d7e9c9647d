/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-route.h"

#include <string.h>

#define MAX_LENGTH 2000

struct _SmeRoute
{
  gatomicrefcount references;
  char *text;
  char *name;
  char *id;
  GHashTable *params; /* plain key -> plain value */
};

G_DEFINE_BOXED_TYPE (SmeRoute, sme_route, sme_route_ref, sme_route_unref)

static gboolean
is_name (const char *name)
{
  return *name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz-") == strlen (name);
}

static gboolean
parse_id (SmeRoute *self, const char *text, const char *end)
{
  if (text == end)
    return FALSE;
  self->id = g_uri_unescape_segment (text, end, NULL);
  return self->id != NULL && g_utf8_validate (self->id, -1, NULL);
}

static gboolean
parse_into (SmeRoute *self, const char *text)
{
  const char *query = strchr (text, '?');
  const char *end = query != NULL ? query : text + strlen (text);
  const char *colon = memchr (text, ':', (gsize) (end - text));

  self->name = g_strndup (text, (gsize) ((colon != NULL ? colon : end) - text));
  if (!is_name (self->name) || (colon != NULL && !parse_id (self, colon + 1, end)))
    return FALSE;
  if (query == NULL)
    return TRUE;
  self->params = g_uri_parse_params (query + 1, -1, "&", G_URI_PARAMS_NONE, NULL);
  return self->params != NULL;
}

SmeRoute *
sme_route_parse (const char *text)
{
  g_autoptr (SmeRoute) self = NULL;

  if (text == NULL || strlen (text) > MAX_LENGTH)
    return NULL;
  self = g_new0 (SmeRoute, 1);
  g_atomic_ref_count_init (&self->references);
  self->text = g_strdup (text);
  return parse_into (self, text) ? g_steal_pointer (&self) : NULL;
}

static void
append_escaped (GString *text, const char *plain)
{
  g_string_append_uri_escaped (text, plain, NULL, TRUE);
}

char *
sme_route_build (const char *name, const char *id, ...)
{
  GString *text = g_string_new (name);
  char separator = '?';
  va_list pairs;

  if (id != NULL)
    {
      g_string_append_c (text, ':');
      append_escaped (text, id);
    }
  va_start (pairs, id);
  for (const char *key; (key = va_arg (pairs, const char *)) != NULL;)
    {
      const char *value = va_arg (pairs, const char *);

      if (value == NULL)
        continue;
      g_string_append_printf (text, "%c%s=", separator, key);
      append_escaped (text, value);
      separator = '&';
    }
  va_end (pairs);
  return g_string_free (text, FALSE);
}

SmeRoute *
sme_route_ref (SmeRoute *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
sme_route_unref (SmeRoute *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->text);
  g_free (self->name);
  g_free (self->id);
  g_clear_pointer (&self->params, g_hash_table_unref);
  g_free (self);
}

const char *
sme_route_get_text (SmeRoute *self)
{
  return self->text;
}

const char *
sme_route_get_name (SmeRoute *self)
{
  return self->name;
}

const char *
sme_route_get_id (SmeRoute *self)
{
  return self->id;
}

const char *
sme_route_get_param (SmeRoute *self, const char *key)
{
  return self->params != NULL ? g_hash_table_lookup (self->params, key) : NULL;
}

gboolean
sme_route_is_same_page (SmeRoute *a, SmeRoute *b)
{
  return g_str_equal (a->name, b->name) && g_strcmp0 (a->id, b->id) == 0;
}
