/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-text.h"

#include <string.h>

#define MAX_TEXT 4096 /* bytes of a text string that are looked at */

SmePdfObject *
sme_pdf_text_new (const char *text)
{
  g_autofree char *utf16 = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  gsize size = 0;

  if (g_str_is_ascii (text))
    return sme_pdf_object_new_string ((const guint8 *) text, strlen (text), FALSE);

  utf16 = g_convert (text, -1, "UTF-16BE", "UTF-8", NULL, &size, NULL);
  g_return_val_if_fail (utf16 != NULL, sme_pdf_object_new_string (NULL, 0, FALSE));
  bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *) "\xfe\xff", 2);
  g_byte_array_append (bytes, (const guint8 *) utf16, (guint) size);
  return sme_pdf_object_new_string (bytes->data, bytes->len, TRUE);
}

char *
sme_pdf_text_decode (const SmePdfObject *object)
{
  gsize size = 0;
  const char *data = (const char *) sme_pdf_object_get_string (object, &size);
  g_autofree char *text = NULL;

  if (data == NULL)
    return NULL;
  size = MIN (size, MAX_TEXT);
  if (size >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    text = g_convert_with_fallback (data + 2, (gssize) ((size - 2) & ~(gsize) 1), "UTF-8",
                                    "UTF-16BE", "?", NULL, NULL, NULL);
  else if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    text = g_utf8_make_valid (data + 3, (gssize) size - 3);
  else /* PDFDocEncoding; Latin-1 is the same but for a few signs */
    text =
      g_convert_with_fallback (data, (gssize) size, "UTF-8", "ISO-8859-1", "?", NULL, NULL, NULL);
  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}

SmePdfObject *
sme_pdf_date_new (GDateTime *time)
{
  gint64 minutes = g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE;
  g_autofree char *local = g_date_time_format (time, "D:%Y%m%d%H%M%S");
  g_autoptr (GString) text = g_string_new (local);

  if (minutes == 0)
    g_string_append_c (text, 'Z');
  else
    g_string_append_printf (text, "%c%02d'%02d'", minutes < 0 ? '-' : '+',
                            (int) (ABS (minutes) / 60), (int) (ABS (minutes) % 60));
  return sme_pdf_object_new_string ((const guint8 *) text->str, text->len, FALSE);
}

/* Reads two digits, or leaves @value alone where the text ends or goes on with something else. */
static const char *
read_two (const char *text, int *value)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return text;
  *value = (text[0] - '0') * 10 + text[1] - '0';
  return text + 2;
}

static GTimeZone *
read_zone (const char *text)
{
  int hours = 0;
  int minutes = 0;
  const char *rest;

  if (text[0] != '+' && text[0] != '-')
    return g_time_zone_new_utc ();
  rest = read_two (text + 1, &hours);
  if (*rest == '\'')
    rest++;
  read_two (rest, &minutes);
  if (hours > 23 || minutes > 59)
    return g_time_zone_new_utc ();
  return g_time_zone_new_offset ((text[0] == '-' ? -60 : 60) * (hours * 60 + minutes));
}

GDateTime *
sme_pdf_date_decode (const SmePdfObject *object)
{
  g_autofree char *text = sme_pdf_text_decode (object);
  const char *rest = text != NULL && g_str_has_prefix (text, "D:") ? text + 2 : text;
  int century = -1;
  int year = -1;
  int parts[] = { 1, 1, 0, 0, 0 }; /* month, day, hour, minute, second: the defaults of 7.9.4 */
  g_autoptr (GTimeZone) zone = NULL;

  if (rest == NULL)
    return NULL;
  rest = read_two (rest, &century);
  rest = read_two (rest, &year);
  if (century < 0 || year < 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    rest = read_two (rest, &parts[i]);
  zone = read_zone (rest);
  return g_date_time_new (zone, century * 100 + year, parts[0], parts[1], parts[2], parts[3],
                          parts[4]);
}
