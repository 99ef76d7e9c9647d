/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-values.h"

struct _SmePaperValues
{
  GHashTable *texts;
  GHashTable *lists;
};

static gboolean
is_invisible (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_FORMAT:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_line_space (gunichar c)
{
  return g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_LINE_SEPARATOR ||
         g_unichar_type (c) == G_UNICODE_PARAGRAPH_SEPARATOR;
}

static char *
make_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *line = g_string_new (NULL);

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_line_space (c))
        g_string_append_c (line, ' ');
      else if (!is_invisible (c))
        g_string_append_unichar (line, c);
    }

  return g_strstrip (g_string_free (line, FALSE));
}

SmePaperValues *
sme_paper_values_new (void)
{
  SmePaperValues *self = g_new0 (SmePaperValues, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->lists =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
sme_paper_values_free (SmePaperValues *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->lists);
  g_free (self);
}

void
sme_paper_values_set (SmePaperValues *self, const char *name, const char *text)
{
  g_return_if_fail (self != NULL && name != NULL);

  g_hash_table_insert (self->texts, g_strdup (name), make_printable (text));
}

void
sme_paper_values_take (SmePaperValues *self, const char *name, char *text)
{
  g_autofree char *taken = text;

  sme_paper_values_set (self, name, taken);
}

const char *
sme_paper_values_get (SmePaperValues *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return g_hash_table_lookup (self->texts, name);
}

void
sme_paper_values_add_list (SmePaperValues *self, const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  if (!g_hash_table_contains (self->lists, name))
    g_hash_table_insert (self->lists, g_strdup (name),
                         g_ptr_array_new_with_free_func ((GDestroyNotify) sme_paper_values_free));
}

SmePaperValues *
sme_paper_values_append (SmePaperValues *self, const char *name)
{
  SmePaperValues *entry;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  sme_paper_values_add_list (self, name);
  entry = sme_paper_values_new ();
  g_ptr_array_add (sme_paper_values_get_list (self, name), entry);
  return entry;
}

GPtrArray *
sme_paper_values_get_list (SmePaperValues *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return g_hash_table_lookup (self->lists, name);
}
