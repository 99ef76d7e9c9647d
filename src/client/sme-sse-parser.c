/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-sse-parser.h"

#include <string.h>

#define MAX_SIZE (64 * 1024)
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _SmeSseParser
{
  SmeSseFunc func;
  gpointer user_data;
  GString *line;
  GString *event;
  GString *data;
  gboolean has_data;
  gboolean after_cr; /* a line feed that follows belongs to the line's end */
  gboolean begun;
};

SmeSseParser *
sme_sse_parser_new (SmeSseFunc func, gpointer user_data)
{
  SmeSseParser *self = g_new0 (SmeSseParser, 1);

  self->func = func;
  self->user_data = user_data;
  self->line = g_string_new (NULL);
  self->event = g_string_new (NULL);
  self->data = g_string_new (NULL);
  return self;
}

void
sme_sse_parser_free (SmeSseParser *self)
{
  g_string_free (self->line, TRUE);
  g_string_free (self->event, TRUE);
  g_string_free (self->data, TRUE);
  g_free (self);
}

void
sme_sse_parser_reset (SmeSseParser *self)
{
  g_string_truncate (self->line, 0);
  g_string_truncate (self->event, 0);
  g_string_truncate (self->data, 0);
  self->has_data = self->after_cr = self->begun = FALSE;
}

static void
dispatch (SmeSseParser *self)
{
  if (self->has_data && g_utf8_validate (self->data->str, (gssize) self->data->len, NULL))
    self->func (self->event->len > 0 ? self->event->str : "message", self->data->str,
                self->user_data);
  g_string_truncate (self->event, 0);
  g_string_truncate (self->data, 0);
  self->has_data = FALSE;
}

static void
take_field (SmeSseParser *self, const char *name, gsize length, const char *value)
{
  if (length == strlen ("data") && strncmp (name, "data", length) == 0)
    {
      if (self->has_data)
        g_string_append_c (self->data, '\n');
      g_string_append (self->data, value);
      self->has_data = TRUE;
    }
  else if (length == strlen ("event") && strncmp (name, "event", length) == 0)
    g_string_assign (self->event, value);
}

static void
take_line (SmeSseParser *self)
{
  const char *line = self->line->str;
  const char *colon;

  if (!self->begun && g_str_has_prefix (line, BYTE_ORDER_MARK))
    line += strlen (BYTE_ORDER_MARK);
  self->begun = TRUE;
  colon = strchr (line, ':');
  if (*line == '\0')
    dispatch (self);
  else if (colon == NULL)
    take_field (self, line, strlen (line), "");
  else if (colon != line)
    take_field (self, line, (gsize) (colon - line), colon + (colon[1] == ' ' ? 2 : 1));
  g_string_truncate (self->line, 0);
}

gboolean
sme_sse_parser_feed (SmeSseParser *self, const char *bytes, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    {
      gboolean ends = bytes[i] == '\n' || bytes[i] == '\r';

      if (ends && !(bytes[i] == '\n' && self->after_cr))
        take_line (self);
      else if (!ends)
        g_string_append_c (self->line, bytes[i]);
      self->after_cr = bytes[i] == '\r';
      if (self->line->len > MAX_SIZE || self->data->len > MAX_SIZE)
        return FALSE;
    }
  return TRUE;
}
