/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-people-sheet.h"

#include <string.h>

#include "core/sme-field-error.h"
#include "core/sme-people-column.h"
#include "core/sme-profile-rules.h"
#include "core/sme-reason.h"

#define MARK "\xef\xbb\xbf"

typedef struct
{
  SmeCsv *csv;
  int cells[SME_N_PEOPLE_COLUMNS]; /* where each column stands, or -1 */
  GPtrArray *faults;
} Sheet;

void
sme_sheet_fault_free (SmeSheetFault *self)
{
  g_free (self->column);
  g_free (self);
}

static void
add_fault (Sheet *sheet, guint line, const char *column, const char *code)
{
  SmeSheetFault *fault = g_new0 (SmeSheetFault, 1);
  SmeReason reason;

  fault->line = line;
  fault->column = g_strdup (column);
  /* Codes of the rules live as long as the program, as ours do. */
  fault->code = sme_reason_from_code (code, &reason) ? sme_reason_to_code (reason) : code;
  g_ptr_array_add (sheet->faults, fault);
}

const char *
sme_people_sheet_name_column (const char *field, gboolean vietnamese)
{
  for (guint i = 0; i < SME_N_PEOPLE_COLUMNS; i++)
    if (g_str_equal (sme_people_columns[i].field, field))
      return vietnamese ? sme_people_columns[i].vietnamese : sme_people_columns[i].english;
  return NULL;
}

/* What the person's own table calls it. */
static const char *
name_column (const Sheet *sheet, guint column)
{
  return sheet->cells[column] >= 0 ? sme_csv_get (sheet->csv, 0, (guint) sheet->cells[column])
                                   : sme_people_columns[column].vietnamese;
}

static void
read_head (Sheet *sheet)
{
  guint line = sme_csv_get_line (sheet->csv, 0);

  for (guint i = 0; i < SME_N_PEOPLE_COLUMNS; i++)
    sheet->cells[i] = -1;
  for (guint i = 0; i < sme_csv_get_n_cells (sheet->csv, 0); i++)
    {
      const char *name = sme_csv_get (sheet->csv, 0, i);
      int column = sme_people_column_find (name);

      if (column < 0 && *name != '\0')
        add_fault (sheet, line, name, "column-unknown");
      else if (column >= 0 && sheet->cells[column] >= 0)
        add_fault (sheet, line, name, "column-twice");
      else if (column >= 0)
        sheet->cells[column] = (int) i;
    }
  for (guint i = 0; i < SME_N_PEOPLE_COLUMNS; i++)
    if (sheet->cells[i] < 0 && !sme_people_columns[i].optional)
      add_fault (sheet, line, sme_people_columns[i].vietnamese, "column-missing");
}

static void
report (Sheet *sheet, guint row, SmeRecord *error, const gboolean *unreadable)
{
  const char *pointer = sme_record_get_text (error, "pointer");

  for (guint i = 0; i < SME_N_PEOPLE_COLUMNS; i++)
    if (g_strcmp0 (pointer + 1, sme_people_columns[i].field) == 0)
      {
        if (!unreadable[i])
          add_fault (sheet, sme_csv_get_line (sheet->csv, row), name_column (sheet, i),
                     sme_record_get_text (error, "code"));
        return;
      }
  /* Organisation and address are not the table's; who fills them in sees to them. */
}

static SmeProfile *
read_person (Sheet *sheet, guint row, SmeProfile *common, SmeCustomerType type, int today)
{
  SmeProfile *profile = sme_record_copy (SME_RECORD (common));
  SmeRecord *record = SME_RECORD (profile);
  gboolean unreadable[SME_N_PEOPLE_COLUMNS] = { FALSE };
  guint line = sme_csv_get_line (sheet->csv, row);
  g_autoptr (GPtrArray) errors = NULL;

  sme_record_set_int (record, "id_type", SME_ID_CITIZEN_ID);
  for (guint i = 0; i < SME_N_PEOPLE_COLUMNS; i++)
    {
      const char *text =
        sheet->cells[i] >= 0 ? sme_csv_get (sheet->csv, row, (guint) sheet->cells[i]) : "";

      if (*text == '\0')
        {
          if (sme_people_columns[i].kind != SME_CELL_ID_TYPE)
            sme_record_unset (record, sme_people_columns[i].field);
          continue;
        }
      unreadable[i] = !sme_people_column_read (i, record, text);
      if (unreadable[i])
        add_fault (sheet, line, name_column (sheet, i), sme_people_column_explain (i, text));
    }
  for (guint i = sme_csv_get_n_cells (sheet->csv, 0); i < sme_csv_get_n_cells (sheet->csv, row);
       i++)
    if (*sme_csv_get (sheet->csv, row, i) != '\0')
      {
        add_fault (sheet, line, NULL, "too-many-cells");
        break;
      }
  errors = sme_profile_check (profile, type, today);
  for (guint i = 0; i < errors->len; i++)
    report (sheet, row, g_ptr_array_index (errors, i), unreadable);
  sme_profile_normalize (profile, today);
  return profile;
}

/* Nobody is meant to be ordered for twice by a line that was copied. */
static void
find_twins (Sheet *sheet, GPtrArray *people)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint column = 0;

  while (!g_str_equal (sme_people_columns[column].field, "id_number"))
    column++;
  for (guint i = 0; i < people->len; i++)
    {
      const char *number = sme_record_get_text (g_ptr_array_index (people, i), "id_number");

      if (number != NULL && !g_hash_table_add (seen, (gpointer) number))
        add_fault (sheet, sme_csv_get_line (sheet->csv, i + 1), name_column (sheet, column),
                   "same-person");
    }
}

/* Where a fault is in its line; what no cell of it has comes behind. */
static guint
get_position (const Sheet *sheet, const SmeSheetFault *fault)
{
  guint n_cells = sme_csv_get_n_cells (sheet->csv, 0);

  if (fault->column == NULL)
    return n_cells + SME_N_PEOPLE_COLUMNS;
  for (guint i = 0; i < SME_N_PEOPLE_COLUMNS; i++)
    if (g_str_equal (name_column (sheet, i), fault->column))
      return sheet->cells[i] >= 0 ? (guint) sheet->cells[i] : n_cells + i;
  return n_cells + SME_N_PEOPLE_COLUMNS;
}

static int
compare_faults (gconstpointer first, gconstpointer second, gpointer data)
{
  const SmeSheetFault *a = *(SmeSheetFault *const *) first;
  const SmeSheetFault *b = *(SmeSheetFault *const *) second;
  guint at_a, at_b;

  if (a->line != b->line)
    return a->line < b->line ? -1 : 1;
  at_a = get_position (data, a);
  at_b = get_position (data, b);
  return at_a < at_b ? -1 : at_a > at_b;
}

static void
read_people (Sheet *sheet, SmeProfile *common, SmeCustomerType type, int today, GPtrArray *people)
{
  guint n_rows = sme_csv_get_n_rows (sheet->csv);

  read_head (sheet);
  if (sheet->faults->len > 0)
    return;
  if (n_rows < 2)
    add_fault (sheet, 0, NULL, "required");
  if (n_rows - 1 > SME_PEOPLE_MAX)
    {
      add_fault (sheet, 0, NULL, "too-many-people");
      return;
    }
  for (guint row = 1; row < n_rows; row++)
    g_ptr_array_add (people, read_person (sheet, row, common, type, today));
  find_twins (sheet, people);
  g_ptr_array_sort_with_data (sheet->faults, compare_faults, sheet);
}

GPtrArray *
sme_people_sheet_read (SmeCsv *csv,
                       SmeProfile *common,
                       SmeCustomerType customer_type,
                       int today,
                       GPtrArray **faults)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  Sheet sheet = { .csv = csv };

  sheet.faults = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_sheet_fault_free);
  read_people (&sheet, common, customer_type, today, people);
  if (sheet.faults->len > 0)
    g_ptr_array_set_size (people, 0);
  *faults = sheet.faults;
  return people;
}

gboolean
sme_people_sheet_check_common (SmeProfile *common, SmeCustomerType customer_type, int today)
{
  g_autoptr (GPtrArray) errors = sme_profile_check (common, customer_type, today);

  for (guint i = 0; i < errors->len; i++)
    {
      const char *pointer = sme_record_get_text (g_ptr_array_index (errors, i), "pointer");

      if (g_str_has_prefix (pointer, "/organisation") || g_str_has_prefix (pointer, "/address"))
        return FALSE;
    }
  return TRUE;
}

GBytes *
sme_people_sheet_make_template (gboolean vietnamese, char separator)
{
  GString *text = g_string_new (MARK);
  gsize length;

  for (guint i = 0; i < SME_N_PEOPLE_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (text, separator);
      sme_csv_append_cell (
        text, vietnamese ? sme_people_columns[i].vietnamese : sme_people_columns[i].english,
        separator);
    }
  g_string_append (text, "\r\n");
  for (guint i = 0; i < SME_N_PEOPLE_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (text, separator);
      sme_csv_append_cell (text, sme_people_columns[i].example, separator);
    }
  g_string_append (text, "\r\n");
  length = text->len;
  return g_bytes_new_take (g_string_free (text, FALSE), length);
}
