/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-address-line.h"

#include "base/sme-text.h"

/* Appends "@type @name" after a comma; nothing if there is no name. */
static void
append_part (GString *line, const char *type, const char *name)
{
  g_autofree char *clean = sme_text_normalize_name (name);

  if (*clean == '\0')
    return;

  if (line->len > 0)
    g_string_append (line, ", ");
  if (type != NULL && *type != '\0')
    g_string_append_printf (line, "%s ", type);
  g_string_append (line, clean);
}

char *
sme_address_line_compose (SmeEdition edition, const SmeAddressParts *parts)
{
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (parts != NULL, NULL);

  append_part (line, NULL, parts->house_number);
  append_part (line, NULL, parts->street);
  append_part (line, parts->commune_type, parts->commune);
  if (edition == SME_EDITION_2024)
    append_part (line, parts->district_type, parts->district);
  append_part (line, edition == SME_EDITION_2024 ? NULL : parts->province_type, parts->province);

  return g_string_free (line, FALSE);
}

const char *
sme_address_get_line (SmeAddress *address)
{
  const char *line;

  if (address == NULL)
    return NULL;
  line = sme_record_get_text (SME_RECORD (address), "line");
  return line != NULL ? line : sme_record_get_text (SME_RECORD (address), "printed");
}
