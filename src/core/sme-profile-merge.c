/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-profile-merge.h"

#include "core/sme-address.h"
#include "core/sme-organisation.h"

/* What may be chosen on its own. */
static const struct
{
  const char *pointer;
  const char *group; /* NULL: of the profile itself */
  const char *names[5];
} units[] = {
  { "/organisation/name", "organisation", { "name" } },
  { "/organisation/tax_code", "organisation", { "tax_code" } },
  { "/organisation/registration_number", "organisation", { "registration_number" } },
  { "/organisation/representative", "organisation", { "representative" } },
  { "/organisation/position", "organisation", { "position" } },
  { "/full_name", NULL, { "full_name" } },
  { "/id_type", NULL, { "id_type" } },
  { "/id_number", NULL, { "id_number" } },
  { "/nationality", NULL, { "nationality" } },
  { "/id_issued_on", NULL, { "id_issued_on" } },
  { "/id_expires_on", NULL, { "id_expires_on" } },
  { "/id_issued_by", NULL, { "id_issued_by" } },
  { "/born_on", NULL, { "born_on" } },
  { "/sex", NULL, { "sex" } },
  { "/phone", NULL, { "phone" } },
  { "/email", NULL, { "email" } },
  { "/address",
    "address",
    { "province_code", "district_code", "commune_code", "edition", "line" } },
  { "/address/street", "address", { "street" } },
  { "/address/house_number", "address", { "house_number" } },
  { "/address/printed", "address", { "printed" } },
};

#define N_NAMES G_N_ELEMENTS (units[0].names)

static SmeRecord *
get_group (SmeProfile *profile, guint unit)
{
  if (profile == NULL || units[unit].group == NULL)
    return (SmeRecord *) profile;
  return sme_record_get_object (SME_RECORD (profile), units[unit].group);
}

static gboolean
same_value (SmeRecord *a, SmeRecord *b, const char *name)
{
  gboolean has_a = a != NULL && sme_record_has (a, name);
  gboolean has_b = b != NULL && sme_record_has (b, name);
  const SmeField *field;

  if (!has_a || !has_b)
    return has_a == has_b;
  field = sme_record_class_find_field (SME_RECORD_GET_CLASS (a), name);
  return field->kind == SME_FIELD_TEXT
           ? g_str_equal (sme_record_get_text (a, name), sme_record_get_text (b, name))
           : sme_record_get_int (a, name) == sme_record_get_int (b, name);
}

static gboolean
has_place (SmeRecord *address)
{
  return address != NULL &&
         (sme_record_has (address, "province_code") || sme_record_has (address, "commune_code"));
}

/* The line follows from the rest, and which edition is open says nothing while no place is chosen.
 */
static gboolean
same (SmeProfile *a, SmeProfile *b, guint unit)
{
  SmeRecord *x = get_group (a, unit), *y = get_group (b, unit);

  if (g_str_equal (units[unit].pointer, "/address") && !has_place (x) && !has_place (y))
    return TRUE;
  for (guint i = 0; i < N_NAMES && units[unit].names[i] != NULL; i++)
    if (!g_str_equal (units[unit].names[i], "line") && !same_value (x, y, units[unit].names[i]))
      return FALSE;
  return TRUE;
}

/* Nobody typed anything there. */
static gboolean
is_empty (SmeProfile *profile, guint unit)
{
  SmeRecord *record = get_group (profile, unit);

  if (g_str_equal (units[unit].pointer, "/address"))
    return !has_place (record);
  return record == NULL || !sme_record_has (record, units[unit].names[0]);
}

static SmeRecord *
ensure_group (SmeProfile *profile, guint unit)
{
  SmeRecord *record = get_group (profile, unit);
  g_autoptr (SmeRecord) made = NULL;

  if (record != NULL)
    return record;
  made = g_str_equal (units[unit].group, "address") ? SME_RECORD (sme_address_new ())
                                                    : SME_RECORD (sme_organisation_new ());
  sme_record_set_object (SME_RECORD (profile), units[unit].group, made);
  return made;
}

static void
take (SmeProfile *to, SmeProfile *from, guint unit)
{
  SmeRecord *source = get_group (from, unit), *target = ensure_group (to, unit);

  for (guint i = 0; i < N_NAMES && units[unit].names[i] != NULL; i++)
    {
      const char *name = units[unit].names[i];

      if (source == NULL || !sme_record_has (source, name))
        sme_record_unset (target, name);
      else if (sme_record_class_find_field (SME_RECORD_GET_CLASS (source), name)->kind ==
               SME_FIELD_TEXT)
        sme_record_set_text (target, name, sme_record_get_text (source, name));
      else
        sme_record_set_int (target, name, sme_record_get_int (source, name));
    }
}

/* Without a common beginning, who has something is right before who has nothing. */
static gboolean
is_unchanged (SmeProfile *base, SmeProfile *side, guint unit)
{
  return base != NULL ? same (base, side, unit) : is_empty (side, unit);
}

GStrv
sme_profile_merge (SmeProfile *base, SmeProfile *mine, SmeProfile *theirs, SmeProfile **merged)
{
  g_autoptr (GStrvBuilder) conflicts = g_strv_builder_new ();

  *merged = sme_record_copy (SME_RECORD (mine));
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (same (mine, theirs, i) || is_unchanged (base, theirs, i))
        continue;
      if (is_unchanged (base, mine, i))
        take (*merged, theirs, i);
      else
        g_strv_builder_add (conflicts, units[i].pointer);
    }
  return g_strv_builder_end (conflicts);
}

void
sme_profile_take (SmeProfile *self, SmeProfile *from, const char *pointer)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].pointer, pointer))
      {
        take (self, from, i);
        return;
      }
  g_return_if_reached ();
}
