/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/outbox/sme-mail.h"

#include <string.h>

#define BASE64_LINE 76
/* A line with an encoded word has 76 characters at most: "Subject: ", twelve of the word's frame,
 * and 52 of base64, which are 39 bytes. */
#define WORD_BYTES 39

/* The words of RFC 5322, whatever the language here. */
static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

/* A character below a space ends a header's line; a quotation mark, the name of a file. */
static gboolean
is_harmless (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    if ((guchar) *p < ' ' || (guchar) *p >= 0x7f || *p == '"')
      return FALSE;
  return text != NULL;
}

static void
append_base64 (GString *mail, gconstpointer data, gsize size)
{
  g_autofree char *code = g_base64_encode (data, size);
  gsize length = strlen (code);

  for (gsize i = 0; i < length; i += BASE64_LINE)
    g_string_append_printf (mail, "%.*s\r\n", (int) MIN (length - i, BASE64_LINE), code + i);
}

/* In encoded words that end where a character ends (RFC 2047, section 5). */
static void
append_words (GString *mail, const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      const char *start = p;
      g_autofree char *code = NULL;

      while (*p != '\0' && g_utf8_next_char (p) - start <= WORD_BYTES)
        p = g_utf8_next_char (p);
      code = g_base64_encode ((const guchar *) start, (gsize) (p - start));
      g_string_append_printf (mail, "%s=?UTF-8?B?%s?=", start > text ? "\r\n " : "", code);
    }
}

static void
append_date (GString *mail, gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / 1000);

  g_string_append_printf (
    mail, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n",
    days[g_date_time_get_day_of_week (time) - 1], g_date_time_get_day_of_month (time),
    months[g_date_time_get_month (time) - 1], g_date_time_get_year (time),
    g_date_time_get_hour (time), g_date_time_get_minute (time), g_date_time_get_second (time));
}

static void
append_headers (GString *mail, const SmeMail *self)
{
  append_date (mail, self->sent_at);
  g_string_append_printf (mail, "From: OneSME <%s>\r\nTo: <%s>\r\n", self->from, self->to);
  g_string_append_printf (mail, "Message-ID: <%s%s>\r\nSubject: ", self->id,
                          strchr (self->from, '@'));
  append_words (mail, self->subject);
  g_string_append (mail, "\r\nMIME-Version: 1.0\r\n");
}

static void
append_text (GString *mail, const char *body)
{
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);
  g_autofree char *text = g_strjoinv ("\r\n", lines);

  g_string_append (mail, "Content-Type: text/plain; charset=UTF-8\r\n"
                         "Content-Transfer-Encoding: base64\r\n\r\n");
  append_base64 (mail, text, strlen (text));
}

static void
append_file (GString *mail, const SmeMail *self)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (self->attachment, &size);

  g_string_append_printf (mail,
                          "Content-Type: %s;\r\n name=\"%s\"\r\n"
                          "Content-Disposition: attachment;\r\n filename=\"%s\"\r\n"
                          "Content-Transfer-Encoding: base64\r\n\r\n",
                          self->attachment_type, self->attachment_name, self->attachment_name);
  append_base64 (mail, data, size);
}

/* "=_" is in no base64, so that no part can hold what ends it. */
static void
append_parts (GString *mail, const SmeMail *self)
{
  g_autofree char *boundary = g_strdup_printf ("=_onesme_%s", self->id);

  g_string_append_printf (
    mail, "Content-Type: multipart/mixed;\r\n boundary=\"%s\"\r\n\r\n--%s\r\n", boundary, boundary);
  append_text (mail, self->body);
  g_string_append_printf (mail, "--%s\r\n", boundary);
  append_file (mail, self);
  g_string_append_printf (mail, "--%s--\r\n", boundary);
}

GBytes *
sme_mail_write (const SmeMail *self)
{
  GString *mail;

  g_return_val_if_fail (is_harmless (self->id) && is_harmless (self->from), NULL);
  g_return_val_if_fail (is_harmless (self->to) && self->subject != NULL, NULL);
  g_return_val_if_fail (self->body != NULL && strchr (self->from, '@') != NULL, NULL);
  g_return_val_if_fail (self->attachment == NULL || (is_harmless (self->attachment_name) &&
                                                     is_harmless (self->attachment_type)),
                        NULL);

  mail = g_string_new (NULL);
  append_headers (mail, self);
  if (self->attachment != NULL)
    append_parts (mail, self);
  else
    append_text (mail, self->body);
  return g_string_free_to_bytes (mail);
}
