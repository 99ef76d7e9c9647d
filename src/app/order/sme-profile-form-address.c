/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The address: divisions in two levels or, as on older papers, in three. */
#include "config.h"

#include "app/order/sme-profile-form-private.h"

#include "core/sme-address-line.h"

#include <string.h>

static const char *const pointers[SME_N_PLACES] = { "/address/province_code",
                                                    "/address/district_code",
                                                    "/address/commune_code" };
static const char *const names[SME_N_PLACES] = { "province_code", "district_code", "commune_code" };

SmePickerRow *
sme_profile_form_get_place_row (SmeProfileForm *self, SmePlaceLevel place)
{
  return SME_PICKER_ROW (self->rows[sme_profile_field_find (pointers[place])]);
}

SmeEdition
sme_profile_form_get_edition (SmeProfileForm *self)
{
  return sme_choice_row_get_selected (self->edition) == SME_EDITION_2024 ? SME_EDITION_2024
                                                                         : SME_EDITION_2025;
}

void
sme_profile_form_set_place (SmeProfileForm *self,
                            SmeEdition edition,
                            SmePlaceLevel place,
                            const char *code,
                            const char *label)
{
  SmePlace *kept = &self->places[edition][place];

  g_free (kept->code);
  g_free (kept->label);
  kept->code = g_strdup (code);
  kept->label = g_strdup (label);
}

void
sme_profile_form_clear_places (SmeProfileForm *self)
{
  for (guint edition = 0; edition < 2; edition++)
    for (guint place = 0; place < SME_N_PLACES; place++)
      sme_profile_form_set_place (self, edition, place, NULL, NULL);
}

void
sme_profile_form_show_places (SmeProfileForm *self)
{
  SmeEdition edition = sme_profile_form_get_edition (self);

  for (guint i = 0; i < SME_N_PLACES; i++)
    sme_picker_row_set_value (sme_profile_form_get_place_row (self, i),
                              self->places[edition][i].code, self->places[edition][i].label);
  gtk_widget_set_visible (GTK_WIDGET (sme_profile_form_get_place_row (self, SME_PLACE_DISTRICT)),
                          edition == SME_EDITION_2024);
}

/* In three levels the line has the bare name of the province, as the guide shows it. */
static const char *
skip_type (const char *label)
{
  static const char *const types[] = { "Thành phố ", "Tỉnh " };

  for (guint i = 0; label != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_has_prefix (label, types[i]))
      return label + strlen (types[i]);
  return label;
}

char *
sme_profile_form_compose_line (SmeProfileForm *self, SmeEdition edition)
{
  const SmePlace *places = self->places[edition];
  SmeAddressParts parts = { 0 };

  parts.house_number = sme_profile_form_get_text (self, "/address/house_number");
  parts.street = sme_profile_form_get_text (self, "/address/street");
  /* Type and name stand together in what was chosen. */
  parts.commune = places[SME_PLACE_COMMUNE].label;
  parts.district = places[SME_PLACE_DISTRICT].label;
  parts.province = edition == SME_EDITION_2024 ? skip_type (places[SME_PLACE_PROVINCE].label)
                                               : places[SME_PLACE_PROVINCE].label;
  return sme_address_line_compose (edition, &parts);
}

char *
sme_profile_form_get_address_line (SmeProfileForm *self)
{
  return sme_profile_form_compose_line (self, sme_profile_form_get_edition (self));
}

void
sme_profile_form_update_address (SmeProfileForm *self)
{
  g_autofree char *line = sme_profile_form_get_address_line (self);

  gtk_label_set_label (self->address_line, line[0] != '\0' ? line : "–");
}

void
sme_profile_form_on_edition_edited (SmeChoiceRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  if (self->filling)
    return;
  sme_profile_form_show_places (self);
  sme_profile_form_ask_successors (self);
  sme_profile_form_edited (self);
}

/* ---- The record */

void
sme_profile_form_read_address (SmeProfileForm *self, SmeRecord *address)
{
  g_autofree char *line = sme_profile_form_get_address_line (self);
  SmeEdition edition = sme_profile_form_get_edition (self);

  sme_record_set_int (address, "edition", edition);
  for (guint i = 0; i < SME_N_PLACES; i++)
    sme_record_set_text (address, names[i], self->places[edition][i].code);
  sme_record_set_text (address, "line", line[0] != '\0' ? line : NULL);
}

/* The line ends with the names of the places; the codes alone have none to show. */
static char *
find_label (const char *const *parts, guint n, guint from_end, const char *code)
{
  if (code == NULL)
    return NULL;
  return g_strdup (n > from_end ? parts[n - 1 - from_end] : code);
}

void
sme_profile_form_write_address (SmeProfileForm *self, SmeRecord *address)
{
  const char *line = sme_address_get_line (address != NULL ? SME_ADDRESS (address) : NULL);
  g_auto (GStrv) parts = line != NULL ? g_strsplit (line, ", ", -1) : g_new0 (char *, 1);
  guint n = g_strv_length (parts), from_end = 0;
  SmeEdition edition =
    address != NULL && sme_record_get_int (address, "edition") == SME_EDITION_2024
      ? SME_EDITION_2024
      : SME_EDITION_2025;

  sme_profile_form_clear_places (self);
  for (guint i = 0; address != NULL && i < SME_N_PLACES; i++)
    {
      const char *code = sme_record_get_text (address, names[i]);
      g_autofree char *label = find_label ((const char *const *) parts, n, from_end, code);

      sme_profile_form_set_place (self, edition, i, code, label);
      from_end += code != NULL;
    }
  /* Written before there was a line: what is printed was that line. */
  if (address != NULL && !sme_record_has (address, "line"))
    sme_field_row_set_text (SME_FIELD_ROW (self->rows[sme_profile_field_find ("/address/printed")]),
                            "");
  sme_choice_row_set_selected (self->edition, edition);
  sme_profile_form_show_places (self);
  sme_profile_form_ask_successors (self);
}
