/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-scope.h"

#include <string.h>

#include "backend/paper/sme-paper-error.h"

/* Emphasis that is open in a text being expanded; -1 where none is. */
typedef struct
{
  SmePaperText *text;
  GString *out;
  gssize bold;
  gssize italic;
} Expansion;

const char *
sme_paper_scope_find_text (const SmePaperScope *self, const char *name, GError **error)
{
  for (const SmePaperScope *scope = self; scope != NULL; scope = scope->outer)
    {
      const char *text = sme_paper_values_get (scope->values, name);

      if (text != NULL)
        return text;
    }

  g_set_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE, "“%s” stands for nothing", name);
  return NULL;
}

GPtrArray *
sme_paper_scope_find_list (const SmePaperScope *self, const char *name, GError **error)
{
  for (const SmePaperScope *scope = self; scope != NULL; scope = scope->outer)
    {
      GPtrArray *list = sme_paper_values_get_list (scope->values, name);

      if (list != NULL)
        return list;
    }

  g_set_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE, "“%s” is no list", name);
  return NULL;
}

static void
add_emphasis (Expansion *self, PangoAttribute *attribute, gssize from)
{
  attribute->start_index = (guint) from;
  attribute->end_index = (guint) self->out->len;
  if (self->text->emphasis == NULL)
    self->text->emphasis = pango_attr_list_new ();
  pango_attr_list_insert (self->text->emphasis, attribute);
}

/* At a mark of emphasis: begins it, or ends it. */
static void
toggle (Expansion *self, gboolean is_bold)
{
  gssize *start = is_bold ? &self->bold : &self->italic;

  if (*start >= 0)
    add_emphasis (self,
                  is_bold ? pango_attr_weight_new (PANGO_WEIGHT_BOLD)
                          : pango_attr_style_new (PANGO_STYLE_ITALIC),
                  *start);
  *start = *start < 0 ? (gssize) self->out->len : -1;
}

/* Puts the value of the name at @p (behind "{{") into @out; returns what follows "}}". */
static const char *
expand_name (const SmePaperScope *scope, const char *p, GString *out, GError **error)
{
  const char *end = strstr (p, "}}");
  g_autofree char *name = g_strndup (p, end != NULL ? (gsize) (end - p) : strlen (p));
  const char *value = sme_paper_scope_find_text (scope, name, error);

  if (value == NULL)
    return NULL;
  if (end == NULL)
    {
      g_set_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE, "“{{%s” has no end", p);
      return NULL;
    }

  g_string_append (out, value);
  return end + 2;
}

static gboolean
expand (Expansion *self, const SmePaperScope *scope, const char *source, GError **error)
{
  for (const char *p = source; p != NULL && *p != '\0';)
    {
      if (g_str_has_prefix (p, "{{"))
        {
          p = expand_name (scope, p + 2, self->out, error);
          if (p == NULL)
            return FALSE;
        }
      else if (g_str_has_prefix (p, "**") || g_str_has_prefix (p, "__"))
        {
          toggle (self, *p == '*');
          p += 2;
        }
      else
        g_string_append_c (self->out, *p++);
    }

  if (self->bold < 0 && self->italic < 0)
    return TRUE;

  g_set_error_literal (error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE, "an emphasis has no end");
  return FALSE;
}

SmePaperText *
sme_paper_scope_expand (const SmePaperScope *self, const char *source, GError **error)
{
  g_autoptr (SmePaperText) text = sme_paper_text_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  Expansion expansion = { text, out, -1, -1 };

  g_return_val_if_fail (self != NULL && source != NULL, NULL);

  if (!expand (&expansion, self, source, error))
    return NULL;

  text->text = g_strdup (out->str);
  return g_steal_pointer (&text);
}
