/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-scan.h"

#include "seal/sme-pdf-lexer.h"

#include <string.h>

#define NO_OBJECT G_MAXSIZE

/* Where "N G obj" begins, given where its "obj" is; NO_OBJECT if there are no numbers before. */
static gsize
header_start (const guint8 *data, gsize obj)
{
  gsize at = obj;

  for (guint numbers = 0; numbers < 2; numbers++)
    {
      gsize digits;

      while (at > 0 && sme_pdf_is_space (data[at - 1]))
        at--;
      digits = at;
      while (at > 0 && g_ascii_isdigit (data[at - 1]))
        at--;
      if (at == digits)
        return NO_OBJECT;
    }
  return at;
}

static gboolean
is_keyword (const guint8 *data, gsize size, gsize at)
{
  return at + 3 < size && memcmp (data + at, "obj", 3) == 0 && !sme_pdf_is_regular (data[at + 3]) &&
         at > 0 && sme_pdf_is_space (data[at - 1]);
}

GArray *
sme_pdf_scan_signatures (GBytes *bytes)
{
  static const char key[] = "/ByteRange";
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize object = NO_OBJECT;

  for (gsize at = 0; at < size; at++)
    if (data[at] == 'o' && is_keyword (data, size, at))
      object = header_start (data, at);
    else if (data[at] == '/' && object != NO_OBJECT && size - at >= strlen (key) &&
             memcmp (data + at, key, strlen (key)) == 0)
      {
        g_array_append_val (found, object);
        object = NO_OBJECT;
      }
  return found;
}
