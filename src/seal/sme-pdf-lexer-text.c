/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-lexer-private.h"

#include <string.h>

/* Names and strings (ISO 32000-1, 7.3.4 and 7.3.5). */

static gpointer
malformed (SmePdfLexer *self, const char *what, GError **error)
{
  return sme_pdf_lexer_fail (self, SME_SEAL_ERROR_MALFORMED, what, error);
}

char *
sme_pdf_lexer_read_name (SmePdfLexer *self, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gsize end = ++self->pos + sme_pdf_lexer_measure_token (self);

  while (self->pos < end)
    {
      int c = self->data[self->pos++];

      if (c == '#' && end - self->pos >= 2 && g_ascii_isxdigit (sme_pdf_lexer_peek (self, 0)) &&
          g_ascii_isxdigit (sme_pdf_lexer_peek (self, 1)))
        {
          c = g_ascii_xdigit_value (sme_pdf_lexer_peek (self, 0)) * 16 +
              g_ascii_xdigit_value (sme_pdf_lexer_peek (self, 1));
          self->pos += 2;
        }
      if (c == 0)
        {
          return malformed (self, "A name with a zero byte", error);
        }
      g_string_append_c (name, (char) c);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

SmePdfObject *
sme_pdf_lexer_read_hex (SmePdfLexer *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int high = -1;

  for (self->pos++; self->pos < self->size; self->pos++)
    {
      guint8 c = self->data[self->pos];
      guint8 byte;

      if (c == '>')
        {
          byte = (guint8) (high * 16);
          if (high >= 0)
            g_byte_array_append (bytes, &byte, 1);
          self->pos++;
          return sme_pdf_object_new_string (bytes->data, bytes->len, TRUE);
        }
      if (sme_pdf_is_space (c))
        continue;
      if (!g_ascii_isxdigit (c))
        return malformed (self, "Not a hexadecimal digit", error);
      byte = (guint8) (high * 16 + g_ascii_xdigit_value (c));
      if (high >= 0)
        g_byte_array_append (bytes, &byte, 1);
      high = high >= 0 ? -1 : g_ascii_xdigit_value (c);
    }
  return malformed (self, "A string without end", error);
}

/* After a backslash; @self is at the character that follows it. */
static void
read_escape (SmePdfLexer *self, GByteArray *bytes)
{
  static const char names[] = "nrtbf";
  static const char values[] = "\n\r\t\b\f";
  int c = sme_pdf_lexer_peek (self, 0);
  const char *known = c > 0 ? strchr (names, c) : NULL;
  guint8 byte = (guint8) (known != NULL ? values[known - names] : c);

  self->pos++;
  if (c == '\r' || c == '\n') /* a line continued */
    {
      if (c == '\r' && sme_pdf_lexer_peek (self, 0) == '\n')
        self->pos++;
      return;
    }
  if (c >= '0' && c <= '7')
    {
      byte = (guint8) (c - '0');
      for (guint i = 0;
           i < 2 && sme_pdf_lexer_peek (self, 0) >= '0' && sme_pdf_lexer_peek (self, 0) <= '7'; i++)
        byte = (guint8) (byte * 8 + self->data[self->pos++] - '0');
    }
  g_byte_array_append (bytes, &byte, 1);
}

SmePdfObject *
sme_pdf_lexer_read_literal (SmePdfLexer *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint open = 1;

  self->pos++;
  while (self->pos < self->size)
    {
      guint8 c = self->data[self->pos++];

      if (c == '\\' && self->pos < self->size)
        {
          read_escape (self, bytes);
          continue;
        }
      if (c == '(')
        open++;
      else if (c == ')' && --open == 0)
        return sme_pdf_object_new_string (bytes->data, bytes->len, FALSE);
      g_byte_array_append (bytes, &c, 1);
    }
  return malformed (self, "A string without end", error);
}
