/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-lexer-private.h"

#include <string.h>

#define MAX_DEPTH 100
#define MAX_NODES 500000
#define MAX_DIGITS 18

static SmePdfObject *read_object (SmePdfLexer *self, guint depth, GError **error);

gboolean
sme_pdf_is_space (guint8 c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

gboolean
sme_pdf_is_regular (guint8 c)
{
  return !sme_pdf_is_space (c) && memchr ("()<>[]{}/%", c, 10) == NULL;
}

int
sme_pdf_lexer_peek (const SmePdfLexer *self, gsize ahead)
{
  return ahead < self->size - self->pos ? self->data[self->pos + ahead] : -1;
}

gpointer
sme_pdf_lexer_fail (SmePdfLexer *self, SmeSealError code, const char *what, GError **error)
{
  g_set_error (error, SME_SEAL_ERROR, code, "%s at byte %" G_GSIZE_FORMAT, what, self->pos);
  return NULL;
}

static SmePdfObject *
malformed (SmePdfLexer *self, const char *what, GError **error)
{
  return sme_pdf_lexer_fail (self, SME_SEAL_ERROR_MALFORMED, what, error);
}

void
sme_pdf_lexer_init (SmePdfLexer *self, const guint8 *data, gsize size, gsize pos)
{
  self->data = data;
  self->size = size;
  self->pos = MIN (pos, size);
  self->nodes_left = MAX_NODES;
}

void
sme_pdf_lexer_skip_space (SmePdfLexer *self)
{
  gboolean comment = FALSE;

  for (; self->pos < self->size; self->pos++)
    {
      guint8 c = self->data[self->pos];

      if (c == '\n' || c == '\r')
        comment = FALSE;
      else if (c == '%')
        comment = TRUE;
      else if (!comment && !sme_pdf_is_space (c))
        break;
    }
}

gsize
sme_pdf_lexer_measure_token (const SmePdfLexer *self)
{
  gsize length = 0;

  while (length < self->size - self->pos && sme_pdf_is_regular (self->data[self->pos + length]))
    length++;
  return length;
}

gboolean
sme_pdf_lexer_accept (SmePdfLexer *self, const char *keyword)
{
  gsize length = strlen (keyword);

  sme_pdf_lexer_skip_space (self);
  if (length > self->size - self->pos || memcmp (self->data + self->pos, keyword, length) != 0 ||
      sme_pdf_lexer_measure_token (self) != length)
    return FALSE;
  self->pos += length;
  return TRUE;
}

gboolean
sme_pdf_lexer_read_unsigned (SmePdfLexer *self, guint64 *value)
{
  gsize before = self->pos;
  gsize length;

  sme_pdf_lexer_skip_space (self);
  length = sme_pdf_lexer_measure_token (self);
  *value = 0;
  for (gsize i = 0; i < length && length <= MAX_DIGITS; i++)
    {
      guint8 c = self->data[self->pos + i];

      if (!g_ascii_isdigit (c))
        length = 0;
      else
        *value = *value * 10 + (c - '0');
    }
  if (length == 0 || length > MAX_DIGITS)
    {
      self->pos = before;
      return FALSE;
    }
  self->pos += length;
  return TRUE;
}

/* Two numbers and a keyword: an object's header or a reference. */
static gboolean
read_pair (SmePdfLexer *self, const char *keyword, guint32 *number, guint32 *generation)
{
  gsize before = self->pos;
  guint64 first = 0;
  guint64 second = 0;

  if (sme_pdf_lexer_read_unsigned (self, &first) && sme_pdf_lexer_read_unsigned (self, &second) &&
      first <= G_MAXUINT32 && second <= G_MAXUINT16 && sme_pdf_lexer_accept (self, keyword))
    {
      *number = (guint32) first;
      *generation = (guint32) second;
      return TRUE;
    }
  self->pos = before;
  return FALSE;
}

gboolean
sme_pdf_lexer_read_header (SmePdfLexer *self, guint32 *number, guint32 *generation)
{
  return read_pair (self, "obj", number, generation);
}

gboolean
sme_pdf_lexer_enter_stream (SmePdfLexer *self)
{
  if (!sme_pdf_lexer_accept (self, "stream"))
    return FALSE;
  if (sme_pdf_lexer_peek (self, 0) == '\r')
    self->pos++;
  if (sme_pdf_lexer_peek (self, 0) == '\n')
    self->pos++;
  return TRUE;
}

static SmePdfObject *
read_name (SmePdfLexer *self, GError **error)
{
  g_autofree char *name = sme_pdf_lexer_read_name (self, error);

  return name != NULL ? sme_pdf_object_new_name (name) : NULL;
}

static SmePdfObject *
read_array (SmePdfLexer *self, guint depth, GError **error)
{
  g_autoptr (SmePdfObject) array = sme_pdf_object_new_array ();

  self->pos++;
  for (;;)
    {
      SmePdfObject *child;

      sme_pdf_lexer_skip_space (self);
      if (sme_pdf_lexer_peek (self, 0) == ']')
        {
          self->pos++;
          return g_steal_pointer (&array);
        }
      child = read_object (self, depth + 1, error);
      if (child == NULL)
        return NULL;
      sme_pdf_object_append (array, child);
    }
}

static SmePdfObject *
read_dict (SmePdfLexer *self, guint depth, GError **error)
{
  g_autoptr (SmePdfObject) dict = sme_pdf_object_new_dict ();

  self->pos += 2;
  for (;;)
    {
      g_autofree char *key = NULL;
      SmePdfObject *value;

      sme_pdf_lexer_skip_space (self);
      if (sme_pdf_lexer_peek (self, 0) == '>' && sme_pdf_lexer_peek (self, 1) == '>')
        {
          self->pos += 2;
          return g_steal_pointer (&dict);
        }
      if (sme_pdf_lexer_peek (self, 0) != '/')
        return malformed (self, "A dictionary without a key", error);
      key = sme_pdf_lexer_read_name (self, error);
      value = key != NULL ? read_object (self, depth + 1, error) : NULL;
      if (value == NULL)
        return NULL;
      sme_pdf_object_add (dict, key, value);
    }
}

static gboolean
is_number (const char *token, gsize length)
{
  gsize digits = 0;
  gsize dots = 0;

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (token[i]))
      digits++;
    else if (token[i] == '.')
      dots++;
    else if (i > 0 || (token[i] != '-' && token[i] != '+'))
      return FALSE;
  return digits > 0 && dots <= 1;
}

static SmePdfObject *
read_token (SmePdfLexer *self, GError **error)
{
  gsize length = sme_pdf_lexer_measure_token (self);
  const char *token = (const char *) self->data + self->pos;
  guint32 number = 0;
  guint32 generation = 0;

  if (read_pair (self, "R", &number, &generation))
    return sme_pdf_object_new_reference (number, generation);
  if (sme_pdf_lexer_accept (self, "true"))
    return sme_pdf_object_new_boolean (TRUE);
  if (sme_pdf_lexer_accept (self, "false"))
    return sme_pdf_object_new_boolean (FALSE);
  if (sme_pdf_lexer_accept (self, "null"))
    return sme_pdf_object_new_null ();
  if (!is_number (token, length))
    return malformed (self, "Not an object", error);
  self->pos += length;
  return sme_pdf_object_new_number (token, length);
}

static SmePdfObject *
read_any (SmePdfLexer *self, guint depth, GError **error)
{
  switch (sme_pdf_lexer_peek (self, 0))
    {
    case '/':
      return read_name (self, error);
    case '(':
      return sme_pdf_lexer_read_literal (self, error);
    case '[':
      return read_array (self, depth, error);
    case '<':
      if (sme_pdf_lexer_peek (self, 1) == '<')
        return read_dict (self, depth, error);
      return sme_pdf_lexer_read_hex (self, error);
    default:
      return read_token (self, error);
    }
}

static SmePdfObject *
read_object (SmePdfLexer *self, guint depth, GError **error)
{
  SmePdfObject *object;
  gsize start;

  if (depth > MAX_DEPTH || self->nodes_left == 0)
    return sme_pdf_lexer_fail (self, SME_SEAL_ERROR_LIMIT, "Too many or too deeply nested objects",
                               error);
  self->nodes_left--;
  sme_pdf_lexer_skip_space (self);
  start = self->pos;
  object = read_any (self, depth, error);
  if (object != NULL)
    sme_pdf_object_set_place (object, start, self->pos);
  return object;
}

SmePdfObject *
sme_pdf_lexer_read_object (SmePdfLexer *self, GError **error)
{
  return read_object (self, 0, error);
}
