/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-declaration-text.h"

#include "app/form/sme-country-text.h"
#include "base/sme-format.h"
#include "core/sme-address-line.h"

#include <glib/gi18n.h>

static void
add_line (GString *text, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s: %s", name, value);
}

static void
add_text (GString *text, const char *name, SmeRecord *record, const char *field)
{
  add_line (text, name, sme_record_get_text (record, field));
}

static void
add_date (GString *text, const char *name, SmeRecord *record, const char *field)
{
  g_autofree char *date = sme_record_has (record, field)
                            ? sme_format_date ((int) sme_record_get_int (record, field))
                            : NULL;

  add_line (text, name, date);
}

static void
add_organisation (GString *text, SmeRecord *organisation)
{
  add_text (text, _ ("Name of the organisation"), organisation, "name");
  add_text (text, _ ("Tax code"), organisation, "tax_code");
  add_text (text, _ ("Registration number"), organisation, "registration_number");
}

static void
add_representative (GString *text, SmeRecord *organisation)
{
  add_text (text, _ ("Representative"), organisation, "representative");
  add_text (text, _ ("Position"), organisation, "position");
}

/* Where the paper shows the same, the contract says it once. */
static void
add_address (GString *text, const char *name, SmeRecord *address)
{
  const char *line = sme_address_get_line (SME_ADDRESS (address));
  const char *printed = address != NULL ? sme_record_get_text (address, "printed") : NULL;

  add_line (text, name, line);
  if (g_strcmp0 (line, printed) != 0)
    add_line (text, _ ("Address as printed on the paper"), printed);
}

static const char *
name_paper (SmeRecord *profile)
{
  return sme_record_get_int (profile, "id_type") == SME_ID_PASSPORT
           ? _ ("Passport")
           /* Translators: as the contract names either card of a citizen. */
           : C_ ("contract", "Identity card");
}

static void
add_person (GString *text, SmeRecord *profile)
{
  const char *nationality = sme_record_get_text (profile, "nationality");

  add_date (text, _ ("Date of birth"), profile, "born_on");
  add_line (text, _ ("Sex"),
            sme_record_get_int (profile, "sex") == SME_SEX_MALE ? C_ ("sex", "Male")
                                                                : C_ ("sex", "Female"));
  add_line (text, _ ("Nationality"),
            sme_country_text_describe (nationality != NULL ? nationality : "VN"));
  add_line (text, _ ("Identity paper"), name_paper (profile));
  add_text (text, _ ("Document number"), profile, "id_number");
  add_date (text, _ ("Date of issue"), profile, "id_issued_on");
  add_date (text, _ ("Valid until"), profile, "id_expires_on");
  add_text (text, _ ("Place of issue"), profile, "id_issued_by");
}

static void
add_contact (GString *text, SmeRecord *profile)
{
  g_autofree char *phone = sme_format_phone (sme_record_get_text (profile, "phone"));

  add_line (text, _ ("Phone number"), phone);
  add_text (text, _ ("Email address"), profile, "email");
}

char *
sme_declaration_text_describe (SmeProfile *profile, SmeCustomerType type)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SmeRecord *record = SME_RECORD (profile);
  SmeRecord *address = sme_record_get_object (record, "address");
  SmeRecord *organisation =
    type != SME_CUSTOMER_PERSON ? sme_record_get_object (record, "organisation") : NULL;

  if (organisation != NULL)
    {
      add_organisation (text, organisation);
      add_address (text, _ ("Head office"), address);
      add_representative (text, organisation);
    }
  /* Translators: who fills in the declaration of an organisation. */
  add_text (text, organisation != NULL ? _ ("Declared by") : _ ("Full name"), record, "full_name");
  add_person (text, record);
  if (organisation == NULL)
    add_address (text, _ ("Address"), address);
  add_contact (text, record);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
