/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-divisions.h"

#include "core/sme-division-changes.h"
#include "core/sme-division-edition.h"
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

static SmeDivisionChanges *
get_changes (void)
{
  static gsize once = 0;
  static SmeDivisionChanges *changes = NULL;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resources_lookup_data (
        "/vn/onesme/backend/divisions/changes-2024-2025.tsv", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

      changes = bytes != NULL ? sme_division_changes_new (bytes, &error) : NULL;
      if (changes == NULL)
        g_error ("The table of changes is unusable: %s", error->message);
      g_once_init_leave (&once, 1);
    }
  return changes;
}

static SmeDivision *
make_division (const SmeDivisionEntry *entry)
{
  SmeDivision *division = sme_division_new ();
  SmeRecord *record = SME_RECORD (division);

  sme_record_set_text (record, "code", entry->code);
  sme_record_set_text (record, "parent_code", entry->parent);
  sme_record_set_int (record, "level", entry->level);
  sme_record_set_text (record, "name", entry->name);
  sme_record_set_text (record, "type", entry->type);
  return division;
}

GListModel *
sme_store_list_division_editions (void)
{
  static const SmeEdition editions[] = { SME_EDITION_2025, SME_EDITION_2024 };
  GListStore *list = g_list_store_new (SME_TYPE_DIVISION_EDITION);

  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autoptr (SmeDivisionEdition) item = sme_division_edition_new ();

      sme_record_set_int (SME_RECORD (item), "edition", editions[i]);
      sme_record_set_int (SME_RECORD (item), "dated",
                          sme_divisions_get_dated (get_divisions (editions[i])));
      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (list);
}

GListModel *
sme_store_list_successors (const char *old_code, GError **error)
{
  SmeDivisions *divisions = get_divisions (SME_EDITION_2025);
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_DIVISION);
  g_autoptr (GPtrArray) codes = NULL;

  if (sme_divisions_find (get_divisions (SME_EDITION_2024), old_code) == NULL)
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  codes = sme_division_changes_list_candidates (get_changes (), old_code);
  for (guint i = 0; i < codes->len; i++)
    {
      const SmeDivisionEntry *entry = sme_divisions_find (divisions, g_ptr_array_index (codes, i));
      g_autoptr (SmeDivision) item = make_division (entry);
      g_autofree char *parent = sme_divisions_describe (divisions, entry->parent);

      sme_record_set_text (SME_RECORD (item), "parent_name", parent);
      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
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
      g_autoptr (SmeDivision) item = make_division (entries[i]);

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

void
sme_store_complete_address (SmeRecord *address)
{
  g_autofree char *line = sme_store_compose_address (address);

  sme_record_set_text (address, "line", *line != '\0' ? line : NULL);
  /* What the paper says beside it is kept only where it says something else. */
  if (g_strcmp0 (sme_record_get_text (address, "printed"), line) == 0)
    sme_record_unset (address, "printed");
}
