/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-json-scan.h"

#include <string.h>

#define SAFE_INTEGER "9007199254740991"

typedef struct
{
  const char *p;
  const char *end;
  guint depth;
  const char *what;
} Scan;

static gboolean scan_value (Scan *scan);

static gboolean
fail (Scan *scan, const char *what)
{
  if (scan->what == NULL)
    scan->what = what;
  return FALSE;
}

static void
skip_space (Scan *scan)
{
  while (scan->p < scan->end &&
         (*scan->p == ' ' || *scan->p == '\t' || *scan->p == '\n' || *scan->p == '\r'))
    scan->p++;
}

static gboolean
take (Scan *scan, char c)
{
  if (scan->p < scan->end && *scan->p == c)
    {
      scan->p++;
      return TRUE;
    }
  return FALSE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize n = strlen (word);

  if ((gsize) (scan->end - scan->p) < n || memcmp (scan->p, word, n) != 0)
    return fail (scan, "literal");
  scan->p += n;
  return TRUE;
}

static gboolean
scan_digits (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
    scan->p++;
  return scan->p > start || fail (scan, "number");
}

static gboolean
scan_number (Scan *scan)
{
  const char *digits;
  gsize n;
  gboolean integral = TRUE;

  take (scan, '-');
  digits = scan->p;
  if (!take (scan, '0') && !scan_digits (scan))
    return FALSE;
  n = scan->p - digits;
  if (take (scan, '.'))
    {
      integral = FALSE;
      if (!scan_digits (scan))
        return FALSE;
    }
  if (take (scan, 'e') || take (scan, 'E'))
    {
      integral = FALSE;
      if (!take (scan, '+'))
        take (scan, '-');
      if (!scan_digits (scan))
        return FALSE;
    }
  if (integral && (n > strlen (SAFE_INTEGER) ||
                   (n == strlen (SAFE_INTEGER) && strncmp (digits, SAFE_INTEGER, n) > 0)))
    return fail (scan, "integer too large");
  return n <= 400 || fail (scan, "number too long");
}

static gboolean
scan_hex4 (Scan *scan, gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, scan->p++)
    {
      if (scan->p >= scan->end || !g_ascii_isxdigit (*scan->p))
        return fail (scan, "escape");
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (*scan->p);
    }
  return *unit != 0 || fail (scan, "U+0000");
}

static gboolean
scan_unicode_escape (Scan *scan, GString *out)
{
  gunichar high, low;

  if (!scan_hex4 (scan, &high))
    return FALSE;
  if (high >= 0xdc00 && high <= 0xdfff)
    return fail (scan, "lone surrogate");
  if (high >= 0xd800 && high <= 0xdbff)
    {
      if (!take (scan, '\\') || !take (scan, 'u') || !scan_hex4 (scan, &low) || low < 0xdc00 ||
          low > 0xdfff)
        return fail (scan, "lone surrogate");
      high = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
    }
  if (out != NULL)
    g_string_append_unichar (out, high);
  return TRUE;
}

static gboolean
scan_escape (Scan *scan, GString *out)
{
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (scan->p >= scan->end)
    return fail (scan, "escape");
  if (take (scan, 'u'))
    return scan_unicode_escape (scan, out);
  found = *scan->p != '\0' ? strchr (names, *scan->p) : NULL;
  if (found == NULL)
    return fail (scan, "escape");
  scan->p++;
  if (out != NULL)
    g_string_append_c (out, values[found - names]);
  return TRUE;
}

/* @out takes the text itself; only names need it. */
static gboolean
scan_string (Scan *scan, GString *out)
{
  if (!take (scan, '"'))
    return fail (scan, "string");
  while (scan->p < scan->end)
    {
      const char *start = scan->p;

      while (scan->p < scan->end && *scan->p != '"' && *scan->p != '\\')
        if ((guchar) *scan->p++ < 0x20)
          return fail (scan, "control character");
      if (out != NULL)
        g_string_append_len (out, start, scan->p - start);
      if (take (scan, '"'))
        return TRUE;
      if (take (scan, '\\') && !scan_escape (scan, out))
        return FALSE;
    }
  return fail (scan, "unfinished string");
}

static gboolean
scan_member (Scan *scan, GHashTable *names)
{
  g_autoptr (GString) name = g_string_new (NULL);

  skip_space (scan);
  if (!scan_string (scan, name))
    return FALSE;
  if (!g_hash_table_add (names, g_strdup (name->str)))
    return fail (scan, "duplicate name");
  skip_space (scan);
  if (!take (scan, ':'))
    return fail (scan, "object");
  return scan_value (scan);
}

static gboolean
scan_object (Scan *scan)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  skip_space (scan);
  if (take (scan, '}'))
    return TRUE;
  do
    {
      if (!scan_member (scan, names))
        return FALSE;
      skip_space (scan);
    }
  while (take (scan, ','));
  return take (scan, '}') || fail (scan, "object");
}

static gboolean
scan_array (Scan *scan)
{
  skip_space (scan);
  if (take (scan, ']'))
    return TRUE;
  do
    {
      if (!scan_value (scan))
        return FALSE;
      skip_space (scan);
    }
  while (take (scan, ','));
  return take (scan, ']') || fail (scan, "array");
}

static gboolean
scan_nested (Scan *scan, gboolean (*scan_body) (Scan *))
{
  gboolean good;

  if (++scan->depth > SME_JSON_MAX_DEPTH)
    return fail (scan, "nested too deep");
  good = scan_body (scan);
  scan->depth--;
  return good;
}

static gboolean
scan_value (Scan *scan)
{
  skip_space (scan);
  if (scan->p >= scan->end)
    return fail (scan, "unfinished");
  if (take (scan, '{'))
    return scan_nested (scan, scan_object);
  if (take (scan, '['))
    return scan_nested (scan, scan_array);
  switch (*scan->p)
    {
    case '"':
      return scan_string (scan, NULL);
    case 't':
      return scan_word (scan, "true");
    case 'f':
      return scan_word (scan, "false");
    case 'n':
      return scan_word (scan, "null");
    default:
      return scan_number (scan);
    }
}

gboolean
sme_json_scan (const char *data, gsize length, const char **what)
{
  Scan scan = { data, data + length, 0, NULL };
  gboolean good;

  /* g_utf8_validate_len also refuses U+0000. */
  good = g_utf8_validate_len (data, length, NULL) || fail (&scan, "not UTF-8");
  good = good && scan_value (&scan);
  if (good)
    {
      skip_space (&scan);
      good = scan.p == scan.end || fail (&scan, "trailing data");
    }
  if (what != NULL)
    *what = scan.what;
  return good;
}
