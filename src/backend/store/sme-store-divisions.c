/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-divisions.h"

#include "core/sme-division.h"
#include "core/sme-divisions.h"
#include "core/sme-field-error.h"
#include "core/sme-problem.h"

static SmeDivisions *
load (SmeEdition edition)
{
  g_autofree char *path = g_strdup_printf ("/vn/onesme/backend/divisions/divisions-%s.tsv",
                                           sme_enum_nick (SME_TYPE_EDITION, (int) edition));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  SmeDivisions *divisions = bytes != NULL ? sme_divisions_new (edition, bytes, &error) : NULL;

  /* The tables are compiled in: without them the program is broken. */
  if (divisions == NULL)
    g_error ("The division table is unusable: %s", error->message);
  return divisions;
}

/* Read once, never changed, shared by all threads. */
static SmeDivisions *
get_divisions (SmeEdition edition)
{
  static gsize once[2];
  static SmeDivisions *tables[2];
  guint i = edition == SME_EDITION_2025 ? 0 : 1;

  if (g_once_init_enter (&once[i]))
    {
      tables[i] = load (edition);
      g_once_init_leave (&once[i], 1);
    }
  return tables[i];
}

GListModel *
sme_store_list_divisions (SmeEdition edition, const char *parent, GError **error)
{
  SmeDivisions *divisions = get_divisions (edition);
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_DIVISION);
  const SmeDivisionEntry *const *entries;
  guint n;

  if (parent != NULL && sme_divisions_find (divisions, parent) == NULL)
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  entries = sme_divisions_list (divisions, parent, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeDivision) item = sme_division_new ();
      SmeRecord *record = SME_RECORD (item);

      sme_record_set_text (record, "code", entries[i]->code);
      sme_record_set_text (record, "parent_code", entries[i]->parent);
      sme_record_set_int (record, "level", entries[i]->level);
      sme_record_set_text (record, "name", entries[i]->name);
      sme_record_set_text (record, "type", entries[i]->type);
      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}

static void
check (SmeDivisions *divisions,
       int level,
       const char *parent,
       SmeRecord *address,
       const char *field,
       GPtrArray *errors)
{
  const char *code = sme_record_get_text (address, field);
  SmeReason reason = sme_divisions_check (divisions, level, parent, code);
  g_autofree char *pointer = g_strconcat ("/address/", field, NULL);

  /* That it is missing has been said before. */
  if (code != NULL && reason != SME_REASON_OK)
    g_ptr_array_add (errors, sme_field_error_new_full (pointer, sme_reason_to_code (reason)));
}

void
sme_store_check_address (SmeRecord *address, GPtrArray *errors)
{
  SmeEdition edition;
  const char *province;

  if (address == NULL)
    return;
  edition = (SmeEdition) sme_record_get_int (address, "edition");
  province = sme_record_get_text (address, "province_code");
  check (get_divisions (edition), 1, NULL, address, "province_code", errors);
  if (edition == SME_EDITION_2024)
    {
      check (get_divisions (edition), 2, province, address, "district_code", errors);
      check (get_divisions (edition), 3, sme_record_get_text (address, "district_code"), address,
             "commune_code", errors);
    }
  else
    {
      check (get_divisions (edition), 2, province, address, "commune_code", errors);
    }
}

char *
sme_store_compose_address (SmeRecord *address)
{
  SmeDivisions *divisions = get_divisions ((SmeEdition) sme_record_get_int (address, "edition"));
  char *line = sme_divisions_compose_address (
    divisions, sme_record_get_text (address, "commune_code"),
    sme_record_get_text (address, "street"), sme_record_get_text (address, "house_number"));

  return line != NULL ? line : g_strdup ("");
}
