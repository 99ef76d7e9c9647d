/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-people-column.h"

#include "base/sme-text.h"
#include "base/sme-time.h"
#include "core/sme-enums.h"

const SmePeopleColumn sme_people_columns[SME_N_PEOPLE_COLUMNS] = {
  { "full_name", "Full name", "Họ và Tên", SME_CELL_TEXT, FALSE, "Nguyễn Văn An" },
  { "id_type", "Identity paper", "Loại giấy tờ", SME_CELL_ID_TYPE, TRUE, "Căn cước" },
  { "id_number", "Document number", "Số giấy tờ", SME_CELL_TEXT, FALSE, "031086004567" },
  { "nationality", "Nationality", "Quốc tịch", SME_CELL_TEXT, TRUE, "VN" },
  { "id_issued_on", "Date of issue", "Ngày cấp", SME_CELL_DATE, FALSE, "10/05/2022" },
  { "id_expires_on", "Valid until", "Có giá trị đến", SME_CELL_DATE, TRUE, "" },
  { "id_issued_by", "Place of issue", "Nơi cấp", SME_CELL_TEXT, FALSE,
    "Cục Cảnh sát quản lý hành chính về trật tự xã hội" },
  { "born_on", "Date of birth", "Ngày sinh", SME_CELL_DATE, FALSE, "03/02/1986" },
  { "sex", "Sex", "Giới tính", SME_CELL_SEX, FALSE, "Nam" },
  { "phone", "Phone number", "Số điện thoại", SME_CELL_TEXT, FALSE, "0912 345 678" },
  { "email", "Email address", "Địa chỉ email", SME_CELL_TEXT, FALSE, "an@vidu.vn" },
};

/* "Họ và Tên *" and "HO VA TEN" are the same column. */
static char *
make_key (const char *name)
{
  g_autofree char *folded = sme_text_fold (name);

  return g_strstrip (g_strdelimit (g_steal_pointer (&folded), "*_", ' '));
}

int
sme_people_column_find (const char *name)
{
  g_autofree char *key = make_key (name);

  for (guint i = 0; i < SME_N_PEOPLE_COLUMNS; i++)
    {
      g_autofree char *english = make_key (sme_people_columns[i].english);
      g_autofree char *vietnamese = make_key (sme_people_columns[i].vietnamese);
      g_autofree char *field = make_key (sme_people_columns[i].field);

      if (g_str_equal (key, english) || g_str_equal (key, vietnamese) || g_str_equal (key, field))
        return (int) i;
    }
  return -1;
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

gboolean
sme_people_column_read (guint column, SmeRecord *record, const char *text)
{
  static const char *const papers[] = { "can cuoc",     "ho chieu",      "cccd",
                                        "passport",     "identity card", "can cuoc cong dan",
                                        "the can cuoc", "citizen id",    NULL };
  static const char *const sexes[] = { "nam", "nu", "male", "female", "m", "f", NULL };
  const char *field = sme_people_columns[column].field;
  int number;

  switch (sme_people_columns[column].kind)
    {
    case SME_CELL_DATE:
      if (!read_date (text, &number))
        return FALSE;
      sme_record_set_int (record, field, number);
      return TRUE;
    case SME_CELL_ID_TYPE:
      number = find_word (text, papers);
      sme_record_set_int (record, field,
                          number == 1 || number == 3 ? SME_ID_PASSPORT : SME_ID_CITIZEN_ID);
      return number >= 0;
    case SME_CELL_SEX:
      number = find_word (text, sexes);
      sme_record_set_int (record, field, number % 2 == 0 ? SME_SEX_MALE : SME_SEX_FEMALE);
      return number >= 0;
    default:
      /* What makes a spreadsheet keep a number's zeros. */
      sme_record_set_text (record, field, *text == '\'' ? text + 1 : text);
      return TRUE;
    }
}

const char *
sme_people_column_explain (guint column, const char *text)
{
  if (sme_people_columns[column].kind != SME_CELL_DATE)
    return "unknown-value";
  return sme_date_is_no_day (text) ? "no-such-day" : "date";
}
