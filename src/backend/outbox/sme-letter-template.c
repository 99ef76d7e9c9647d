/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/outbox/sme-letter-template.h"

#include <gio/gio.h>
#include <string.h>

#include "sme-letter-resources.h"

#define RESOURCE_FORM "/vn/onesme/letters/letters-1.%s.txt"

struct _SmeLetterTemplate
{
  SmeMessageKind kind;
  GHashTable *headers;
  char *body;
};

static char *
load (const char *language)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_FORM, language);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sme_letter_resources_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_val_if_fail (bytes != NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Behind the line "== SECTION ...", up to the next section; NULL if there is none. */
static char *
cut_section (const char *text, const char *section, SmeMessageKind *kind)
{
  g_autofree char *mark = g_strdup_printf ("\n== %s", section);
  gsize length = strlen (mark);

  for (const char *p = strstr (text, mark); p != NULL; p = strstr (p + length, mark))
    {
      const char *line_end = strchr (p + 1, '\n');
      const char *end = line_end != NULL ? strstr (line_end, "\n== ") : NULL;

      if (line_end == NULL || (p[length] != ' ' && p + length != line_end))
        continue;
      *kind =
        g_str_has_prefix (line_end - strlen (" sms"), " sms") ? SME_MESSAGE_SMS : SME_MESSAGE_EMAIL;
      return g_strndup (line_end + 1,
                        end != NULL ? (gsize) (end - line_end) : strlen (line_end + 1));
    }

  return NULL;
}

static void
read_headers (SmeLetterTemplate *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char *colon = strstr (lines[i], ": ");

      if (colon != NULL)
        g_hash_table_insert (self->headers, g_strndup (lines[i], colon - lines[i]),
                             g_strdup (colon + 2));
    }
}

SmeLetterTemplate *
sme_letter_template_find (const char *language, const char *section)
{
  g_autofree char *text = NULL;
  g_autofree char *part = NULL;
  g_auto (GStrv) halves = NULL;
  SmeLetterTemplate *self;
  SmeMessageKind kind;

  g_return_val_if_fail (language != NULL && section != NULL, NULL);

  text = load (language);
  part = text != NULL ? cut_section (text, section, &kind) : NULL;
  if (part == NULL)
    return NULL;

  self = g_new0 (SmeLetterTemplate, 1);
  self->kind = kind;
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  /* A section without headers begins with the empty line. */
  halves =
    g_str_has_prefix (part, "\n") ? g_strsplit (part, "\n", 2) : g_strsplit (part, "\n\n", 2);
  read_headers (self, halves[0]);
  self->body = g_strstrip (g_strdup (halves[0] != NULL && halves[1] != NULL ? halves[1] : ""));
  return self;
}

void
sme_letter_template_free (SmeLetterTemplate *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->headers);
  g_free (self->body);
  g_free (self);
}

SmeMessageKind
sme_letter_template_get_kind (SmeLetterTemplate *self)
{
  g_return_val_if_fail (self != NULL, SME_MESSAGE_EMAIL);

  return self->kind;
}

const char *
sme_letter_template_get_header (SmeLetterTemplate *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return g_hash_table_lookup (self->headers, name);
}

const char *
sme_letter_template_get_body (SmeLetterTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body;
}

char *
sme_letter_template_expand (const char *source, SmeLetterLookup look_up, gpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = source;

  g_return_val_if_fail (source != NULL && look_up != NULL, NULL);

  for (const char *open = strstr (p, "{{"); open != NULL; open = strstr (p, "{{"))
    {
      const char *close = strstr (open, "}}");
      g_autofree char *name = close != NULL ? g_strndup (open + 2, close - open - 2) : NULL;
      g_autofree char *value = name != NULL ? look_up (name, data) : NULL;

      if (value == NULL)
        {
          g_critical ("A letter lacks “%s”", name != NULL ? name : "}}");
          return NULL;
        }

      g_string_append_len (text, p, open - p);
      g_string_append (text, value);
      p = close + 2;
    }

  g_string_append (text, p);
  return g_strdup (text->str);
}
