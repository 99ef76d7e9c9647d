/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-people-sheet.h"

#include "core/sme-address.h"
#include "core/sme-organisation.h"
#include "core/sme-profile-rules.h"

#include <string.h>

#define TODAY 20261123
#define HEAD \
  "Họ và Tên,Số giấy tờ,Ngày cấp,Nơi cấp,Ngày sinh,Giới tính,Số điện thoại,Địa chỉ email\r\n"
#define AN \
  "Nguyễn Văn An,031086004567,10/05/2022,Bộ Công an,03/02/1986,Nam,0912 345 678,an@vidu.vn\r\n"
#define BINH \
  "Trần Thị Bình,079190000001,1/6/2022,Bộ Công an,1990-12-31,Nữ,0912345679,binh@vidu.vn\r\n"

/* What a company has in common for all. */
static SmeProfile *
make_common (void)
{
  SmeProfile *common = sme_profile_new ();
  g_autoptr (SmeRecord) address = SME_RECORD (sme_address_new ());
  g_autoptr (SmeRecord) organisation = SME_RECORD (sme_organisation_new ());

  sme_record_set_int (address, "edition", SME_EDITION_2025);
  sme_record_set_text (address, "province_code", "31");
  sme_record_set_text (address, "commune_code", "11455");
  sme_record_set_text (address, "street", "Khu Đoàn Kết 3");
  sme_record_set_text (organisation, "name", "Công ty Biển Xanh");
  sme_record_set_text (organisation, "tax_code", "0100684378");
  sme_record_set_text (organisation, "registration_number", "0100684378");
  sme_record_set_text (organisation, "representative", "Lê Văn Cả");
  sme_record_set_text (organisation, "position", "Giám đốc");
  sme_record_set_object (SME_RECORD (common), "address", address);
  sme_record_set_object (SME_RECORD (common), "organisation", organisation);
  return common;
}

static GPtrArray *
read_sheet (const char *text, GPtrArray **faults)
{
  g_autoptr (SmeProfile) common = make_common ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeCsv) csv = sme_csv_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return sme_people_sheet_read (csv, common, SME_CUSTOMER_ENTERPRISE, TODAY, faults);
}

static char *
describe (GPtrArray *faults)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      SmeSheetFault *fault = g_ptr_array_index (faults, i);

      g_string_append_printf (text, "%s%u %s %s", i > 0 ? "; " : "", fault->line,
                              fault->column != NULL ? fault->column : "-", fault->code);
    }
  return g_string_free (text, FALSE);
}

static void
test_read (void)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) people = read_sheet (HEAD AN BINH, &faults);
  g_autofree char *text = describe (faults);
  SmeRecord *binh;

  g_assert_cmpstr (text, ==, "");
  g_assert_cmpuint (people->len, ==, 2);
  binh = g_ptr_array_index (people, 1);
  g_assert_cmpstr (sme_record_get_text (binh, "full_name"), ==, "Trần Thị Bình");
  g_assert_cmpstr (sme_record_get_text (binh, "phone"), ==, "+84912345679");
  g_assert_cmpint (sme_record_get_int (binh, "born_on"), ==, 19901231);
  g_assert_cmpint (sme_record_get_int (binh, "sex"), ==, SME_SEX_FEMALE);
  g_assert_cmpint (sme_record_get_int (binh, "id_type"), ==, SME_ID_CITIZEN_ID);
  g_assert_cmpstr (sme_record_get_text (sme_record_get_object (binh, "organisation"), "tax_code"),
                   ==, "0100684378");
}

/* Names of columns in any order and dress; passports of foreigners. */
static void
test_columns (void)
{
  static const char text[] =
    "email address;SEX;ngay sinh *;Số Điện Thoại;full_name;Nationality;Identity paper;Document"
    " number;Date of issue;Place of issue\r\n"
    "kim@vidu.vn;female;05/06/1980;0912345670;Kim "
    "Ji-woo;KR;Passport;m12345678;01/01/2020;Seoul\r\n";
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) people = read_sheet (text, &faults);
  g_autofree char *found = describe (faults);

  g_assert_cmpstr (found, ==, "");
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpstr (sme_record_get_text (g_ptr_array_index (people, 0), "id_number"), ==,
                   "M12345678");
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    const char *wanted;
  } rows[] = {
    { "Họ và Tên,Lương\r\nAn,1\r\n",
      "1 Lương column-unknown; 1 Số giấy tờ column-missing; 1 Ngày cấp column-missing;"
      " 1 Nơi cấp column-missing; 1 Ngày sinh column-missing; 1 Giới tính column-missing;"
      " 1 Số điện thoại column-missing; 1 Địa chỉ email column-missing" },
    { HEAD, "0 - required" },
    { HEAD AN AN, "3 Số giấy tờ same-person" },
    { HEAD "Nguyễn Văn An,31086004567,32/05/2022,Bộ Công an,03/02/1986,trai,0912345678,an@vidu\r\n",
      "2 Số giấy tờ too-short; 2 Ngày cấp no-such-day; 2 Giới tính unknown-value;"
      " 2 Địa chỉ email format" },
    { HEAD AN ",,,,,,,x\r\n",
      "3 Họ và Tên required; 3 Số giấy tờ required; 3 Ngày cấp required; 3 Nơi cấp required;"
      " 3 Ngày sinh required; 3 Giới tính required; 3 Số điện thoại required;"
      " 3 Địa chỉ email format" },
    { HEAD "Nguyễn Văn An,031086004567,10/05/2022,Bộ Công an,03/02/1986,Nam,0912345678,"
           "an@vidu.vn,more\r\n",
      "2 - too-many-cells" },
    /* Columns in the table's own order, whatever that is, and lines one after the other. */
    { "Địa chỉ email,Ngày sinh,Họ và Tên,Số giấy tờ,Ngày cấp,Nơi cấp,Giới tính,Số điện thoại\r\n"
      "x,31/02/1990,Bình 2,031086004567,hôm qua,Bộ Công an,Nam,0912345678\r\n"
      "x,03/02/1986,An,031086004567,10/05/2022,Bộ Công an,Nam,0912345678\r\n",
      "2 Địa chỉ email format; 2 Ngày sinh no-such-day; 2 Họ và Tên characters; 2 Ngày cấp date;"
      " 3 Địa chỉ email format; 3 Số giấy tờ same-person" },
    { HEAD AN
      "\"Trần\r\nBình\",079190000001,1/6/2022,Bộ Công an,31/12/1990,Nữ,0241234567,b@c.vn\r\n",
      "3 Họ và Tên characters; 3 Số điện thoại not-mobile" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GPtrArray) people = read_sheet (rows[i].text, &faults);
      g_autofree char *text = describe (faults);

      g_assert_cmpstr (text, ==, rows[i].wanted);
      /* Nothing by halves. */
      g_assert_cmpuint (people->len, ==, 0);
    }
}

/* No fault: whoever reads the table is told of them. */
static void
test_conflicts (void)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) people =
    read_sheet (HEAD AN "Trần Thị Bình,079190000001,1/6/2022,Bộ Công an,1991-12-31,Nam,0912345679,"
                        "binh@vidu.vn\r\n",
                &faults);

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpint (
    sme_profile_find_conflicts (g_ptr_array_index (people, 0), SME_CUSTOMER_ENTERPRISE), ==,
    SME_IDENTITY_CONFLICT_NONE);
  g_assert_cmpint (
    sme_profile_find_conflicts (g_ptr_array_index (people, 1), SME_CUSTOMER_ENTERPRISE), ==,
    SME_IDENTITY_CONFLICT_SEX | SME_IDENTITY_CONFLICT_BIRTH_YEAR);
  g_assert_cmpint (
    sme_profile_find_conflicts (g_ptr_array_index (people, 1), SME_CUSTOMER_PERSON), ==,
    SME_IDENTITY_CONFLICT_SEX | SME_IDENTITY_CONFLICT_BIRTH_YEAR | SME_IDENTITY_CONFLICT_PROVINCE);
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *found = NULL;

  for (int i = 0; i <= SME_PEOPLE_MAX; i++)
    g_string_append (text, AN);
  people = read_sheet (text->str, &faults);
  found = describe (faults);
  g_assert_cmpstr (found, ==, "0 - too-many-people");
}

/* What is handed out can be handed in. */
static void
test_template (void)
{
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GBytes) bytes = sme_people_sheet_make_template (i % 2, i / 2 ? ';' : ',');
      g_autoptr (SmeProfile) common = make_common ();
      g_autoptr (SmeCsv) csv = sme_csv_parse (bytes, NULL, NULL);
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GPtrArray) people =
        sme_people_sheet_read (csv, common, SME_CUSTOMER_ENTERPRISE, TODAY, &faults);
      g_autofree char *text = describe (faults);

      g_assert_cmpstr (text, ==, "");
      g_assert_cmpuint (people->len, ==, 1);
      g_assert_cmpstr (sme_csv_get (csv, 0, 0), ==,
                       sme_people_sheet_name_column ("full_name", i % 2));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people-sheet/people-are-read", test_read);
  g_test_add_func ("/people-sheet/columns-by-name", test_columns);
  g_test_add_func ("/people-sheet/every-bad-cell-is-named", test_faults);
  g_test_add_func ("/people-sheet/conflicts-are-no-faults", test_conflicts);
  g_test_add_func ("/people-sheet/too-many", test_too_many);
  g_test_add_func ("/people-sheet/the-template-can-be-read", test_template);
  return g_test_run ();
}
