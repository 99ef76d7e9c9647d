/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-people-sheet.h"

#include <string.h>

#include "base/sme-text.h"
#include "base/sme-time.h"
#include "core/sme-field-error.h"
#include "core/sme-identity-rules.h"
#include "core/sme-profile-rules.h"

#define MARK "\xef\xbb\xbf"

typedef enum
{
  CELL_TEXT,
  CELL_DATE,
  CELL_ID_TYPE,
  CELL_SEX,
} CellKind;

static const struct
{
  const char *field;
  const char *english;
  const char *vietnamese;
  CellKind kind;
  gboolean optional;
  const char *example;
} columns[] = {
  { "full_name", "Full name", "Họ và Tên", CELL_TEXT, FALSE, "Nguyễn Văn An" },
  { "id_type", "Identity paper", "Loại giấy tờ", CELL_ID_TYPE, TRUE, "Căn cước" },
  { "id_number", "Document number", "Số giấy tờ", CELL_TEXT, FALSE, "031086004567" },
  { "nationality", "Nationality", "Quốc tịch", CELL_TEXT, TRUE, "VN" },
  { "id_issued_on", "Date of issue", "Ngày cấp", CELL_DATE, FALSE, "10/05/2022" },
  { "id_expires_on", "Valid until", "Có giá trị đến", CELL_DATE, TRUE, "" },
  { "id_issued_by", "Place of issue", "Nơi cấp", CELL_TEXT, FALSE,
    "Cục Cảnh sát quản lý hành chính về trật tự xã hội" },
  { "born_on", "Date of birth", "Ngày sinh", CELL_DATE, FALSE, "03/02/1986" },
  { "sex", "Sex", "Giới tính", CELL_SEX, FALSE, "Nam" },
  { "phone", "Phone number", "Số điện thoại", CELL_TEXT, FALSE, "0912 345 678" },
  { "email", "Email address", "Địa chỉ email", CELL_TEXT, FALSE, "an@vidu.vn" },
};

#define N_COLUMNS G_N_ELEMENTS (columns)

typedef struct
{
  SmeCsv *csv;
  int cells[N_COLUMNS]; /* where each column stands, or -1 */
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
  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_str_equal (columns[i].field, field))
      return vietnamese ? columns[i].vietnamese : columns[i].english;
  return NULL;
}

/* "Họ và Tên *" and "HO VA TEN" are the same column. */
static char *
make_key (const char *name)
{
  g_autofree char *folded = sme_text_fold (name);

  return g_strstrip (g_strdelimit (g_steal_pointer (&folded), "*_", ' '));
}

static int
find_column (const char *name)
{
  g_autofree char *key = make_key (name);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *english = make_key (columns[i].english);
      g_autofree char *vietnamese = make_key (columns[i].vietnamese);
      g_autofree char *field = make_key (columns[i].field);

      if (g_str_equal (key, english) || g_str_equal (key, vietnamese) || g_str_equal (key, field))
        return (int) i;
    }
  return -1;
}

/* What the person's own table calls it. */
static const char *
name_column (const Sheet *sheet, guint column)
{
  return sheet->cells[column] >= 0 ? sme_csv_get (sheet->csv, 0, (guint) sheet->cells[column])
                                   : columns[column].vietnamese;
}

static void
read_head (Sheet *sheet)
{
  guint line = sme_csv_get_line (sheet->csv, 0);

  for (guint i = 0; i < N_COLUMNS; i++)
    sheet->cells[i] = -1;
  for (guint i = 0; i < sme_csv_get_n_cells (sheet->csv, 0); i++)
    {
      const char *name = sme_csv_get (sheet->csv, 0, i);
      int column = find_column (name);

      if (column < 0 && *name != '\0')
        add_fault (sheet, line, name, "column-unknown");
      else if (column >= 0 && sheet->cells[column] >= 0)
        add_fault (sheet, line, name, "column-twice");
      else if (column >= 0)
        sheet->cells[column] = (int) i;
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    if (sheet->cells[i] < 0 && !columns[i].optional)
      add_fault (sheet, line, columns[i].vietnamese, "column-missing");
}

/* One of some words, folded; -1 for none. */
static int
find_word (const char *text, const char *const *words)
{
  g_autofree char *key = make_key (text);

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (key, words[i]))
      return i;
  return -1;
}

static gboolean
read_date (const char *text, int *date)
{
  return sme_date_parse_typed (text, date) || sme_date_parse (text, date);
}

/* FALSE: it says nothing that belongs there. */
static gboolean
read_cell (SmeRecord *record, guint column, const char *text)
{
  static const char *const papers[] = { "can cuoc",     "ho chieu",      "cccd",
                                        "passport",     "identity card", "can cuoc cong dan",
                                        "the can cuoc", "citizen id",    NULL };
  static const char *const sexes[] = { "nam", "nu", "male", "female", "m", "f", NULL };
  const char *field = columns[column].field;
  int number;

  switch (columns[column].kind)
    {
    case CELL_DATE:
      if (!read_date (text, &number))
        return FALSE;
      sme_record_set_int (record, field, number);
      return TRUE;
    case CELL_ID_TYPE:
      number = find_word (text, papers);
      sme_record_set_int (record, field,
                          number == 1 || number == 3 ? SME_ID_PASSPORT : SME_ID_CITIZEN_ID);
      return number >= 0;
    case CELL_SEX:
      number = find_word (text, sexes);
      sme_record_set_int (record, field, number % 2 == 0 ? SME_SEX_MALE : SME_SEX_FEMALE);
      return number >= 0;
    default:
      /* What makes a spreadsheet keep a number's zeros. */
      sme_record_set_text (record, field, *text == '\'' ? text + 1 : text);
      return TRUE;
    }
}

/* Why a cell can't be read. */
static const char *
explain (guint column, const char *text)
{
  if (columns[column].kind != CELL_DATE)
    return "unknown-value";
  return sme_date_is_no_day (text) ? "no-such-day" : "date";
}

static void
report (Sheet *sheet, guint row, SmeRecord *error, const gboolean *unreadable)
{
  const char *pointer = sme_record_get_text (error, "pointer");

  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_strcmp0 (pointer + 1, columns[i].field) == 0)
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
  gboolean unreadable[N_COLUMNS] = { FALSE };
  guint line = sme_csv_get_line (sheet->csv, row);
  g_autoptr (GPtrArray) errors = NULL;

  sme_record_set_int (record, "id_type", SME_ID_CITIZEN_ID);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const char *text =
        sheet->cells[i] >= 0 ? sme_csv_get (sheet->csv, row, (guint) sheet->cells[i]) : "";

      if (*text == '\0')
        {
          if (columns[i].kind != CELL_ID_TYPE)
            sme_record_unset (record, columns[i].field);
          continue;
        }
      unreadable[i] = !read_cell (record, i, text);
      if (unreadable[i])
        add_fault (sheet, line, name_column (sheet, i), explain (i, text));
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

  while (!g_str_equal (columns[column].field, "id_number"))
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
    return n_cells + N_COLUMNS;
  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_str_equal (name_column (sheet, i), fault->column))
      return sheet->cells[i] >= 0 ? (guint) sheet->cells[i] : n_cells + i;
  return n_cells + N_COLUMNS;
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

GBytes *
sme_people_sheet_make_template (gboolean vietnamese, char separator)
{
  GString *text = g_string_new (MARK);
  gsize length;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (text, separator);
      sme_csv_append_cell (text, vietnamese ? columns[i].vietnamese : columns[i].english,
                           separator);
    }
  g_string_append (text, "\r\n");
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (text, separator);
      sme_csv_append_cell (text, columns[i].example, separator);
    }
  g_string_append (text, "\r\n");
  length = text->len;
  return g_bytes_new_take (g_string_free (text, FALSE), length);
}
