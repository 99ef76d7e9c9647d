/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-field.h"

#include <string.h>

#define SAFE_INTEGER ((G_GINT64_CONSTANT (1) << 53) - 1)

static G_DEFINE_QUARK (sme - field, sme_field)

  const SmeField *sme_field_from_param_spec (GParamSpec *pspec)
{
  return g_param_spec_get_qdata (pspec, sme_field_quark ());
}

gint64
sme_field_get_max (const SmeField *self)
{
  if (self->max > 0)
    return self->max;
  switch (self->kind)
    {
    case SME_FIELD_TEXT:
      return 255;
    case SME_FIELD_TEXTS:
      return 64;
    case SME_FIELD_LIST:
    case SME_FIELD_GRID:
      return 1000;
    default:
      return SAFE_INTEGER;
    }
}

static GParamSpec *
make_param_spec (const SmeField *self, const char *name, GParamFlags flags)
{
  GType type = self->type != NULL ? self->type () : G_TYPE_INVALID;

  switch (self->kind)
    {
    case SME_FIELD_TEXT:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case SME_FIELD_INTEGER:
    case SME_FIELD_MONEY:
    case SME_FIELD_TIME:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case SME_FIELD_NUMBER:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case SME_FIELD_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case SME_FIELD_DATE:
      return g_param_spec_int (name, NULL, NULL, 0, G_MAXINT, 0, flags);
    case SME_FIELD_ENUM:
      {
        g_autoptr (GEnumClass) klass = g_type_class_ref (type);
        return g_param_spec_enum (name, NULL, NULL, type, klass->values[0].value, flags);
      }
    case SME_FIELD_TEXTS:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
    case SME_FIELD_OBJECT:
      return g_param_spec_object (name, NULL, NULL, type, flags);
    case SME_FIELD_LIST:
    case SME_FIELD_GRID:
      return g_param_spec_object (name, NULL, NULL, G_TYPE_LIST_MODEL, flags);
    default:
      g_assert_not_reached ();
    }
}

/* Floating, like every GParamSpec constructor's. */
GParamSpec *
sme_field_make_param_spec (const SmeField *self)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  g_autofree char *name = g_strdelimit (g_strdup (self->name), "_", '-');
  GParamSpec *pspec = make_param_spec (self, g_intern_string (name), flags);

  g_param_spec_set_qdata (pspec, sme_field_quark (), (gpointer) self);
  return pspec;
}

static gboolean
is_control (gunichar c, gboolean multiline)
{
  if (c == '\n' || c == '\t')
    return !multiline;
  /* C0 and C1 controls, and the bidirectional overrides that make text read as something else. */
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

static const char *
check_characters (const SmeField *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean bad;

      switch (self->format)
        {
        case SME_TEXT_ID:
          bad = c <= 0x20 || c > 0x7e || strchr ("/\\\"'<>", (int) c) != NULL;
          break;
        case SME_TEXT_HASH:
          bad = c > 0x7e || !g_ascii_isxdigit ((char) c) || g_ascii_isupper ((char) c);
          break;
        case SME_TEXT_BASE64:
          bad = c > 0x7e || !(g_ascii_isalnum ((char) c) || strchr ("+/=", (int) c) != NULL);
          break;
        default:
          bad = is_control (c, self->format == SME_TEXT_MULTILINE);
        }
      if (bad)
        return "characters";
    }
  return NULL;
}

/**
 * sme_field_check_text:
 * @text: valid UTF-8
 *
 * Checks length, characters and, for texts of an enum, the word.
 *
 * Returns: (nullable): the error code of the first thing wrong, or %NULL
 */
const char *
sme_field_check_text (const SmeField *self, const char *text)
{
  gint64 max = self->kind == SME_FIELD_TEXT ? sme_field_get_max (self) : 2000;

  if (g_utf8_strlen (text, -1) > max)
    return "too-long";
  if (self->kind == SME_FIELD_TEXT && self->min > 0 && g_utf8_strlen (text, -1) < self->min)
    return text[0] == '\0' ? "required" : "too-short";
  if (self->format == SME_TEXT_HASH && strlen (text) != 64)
    return "characters";
  if (self->kind == SME_FIELD_TEXTS && self->type != NULL)
    {
      g_autoptr (GEnumClass) klass = g_type_class_ref (self->type ());
      return g_enum_get_value_by_nick (klass, text) != NULL ? NULL : "unknown-value";
    }
  return check_characters (self, text);
}
