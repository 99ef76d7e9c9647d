/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-identity-rules.h"

#define TODAY 20261122

static void
test_type (void)
{
  g_assert_cmpint (sme_identity_check_type (SME_ID_CITIZEN_ID), ==, SME_REASON_OK);
  g_assert_cmpint (sme_identity_check_type (SME_ID_PASSPORT), ==, SME_REASON_OK);
  g_assert_cmpint (sme_identity_check_type (SME_ID_OLD_ID), ==, SME_REASON_ID_TYPE_EXPIRED);
}

static void
test_numbers (void)
{
  static const struct
  {
    SmeIdType type;
    const char *nationality, *number;
    SmeReason reason;
    const char *normalized;
  } rows[] = {
    { SME_ID_CITIZEN_ID, NULL, "031186004567", SME_REASON_OK, "031186004567" },
    { SME_ID_CITIZEN_ID, "VN", "031 186 004 567", SME_REASON_OK, "031186004567" },
    { SME_ID_CITIZEN_ID, NULL, "003186004567", SME_REASON_UNKNOWN_PROVINCE, NULL },
    { SME_ID_CITIZEN_ID, NULL, "031227004567", SME_REASON_BIRTH_IN_FUTURE, NULL },
    { SME_ID_CITIZEN_ID, NULL, "031456789", SME_REASON_ID_TYPE_EXPIRED, NULL },
    { SME_ID_CITIZEN_ID, NULL, "03145678", SME_REASON_TOO_SHORT, NULL },
    { SME_ID_CITIZEN_ID, NULL, "0311860045", SME_REASON_TOO_SHORT, NULL },
    { SME_ID_CITIZEN_ID, NULL, "0311860045678", SME_REASON_TOO_LONG, NULL },
    { SME_ID_CITIZEN_ID, NULL, "B1234567", SME_REASON_CHARACTERS, NULL },
    { SME_ID_CITIZEN_ID, NULL, "", SME_REASON_REQUIRED, NULL },
    { SME_ID_CITIZEN_ID, NULL, NULL, SME_REASON_REQUIRED, NULL },
    { SME_ID_PASSPORT, NULL, "B1234567", SME_REASON_OK, "B1234567" },
    { SME_ID_PASSPORT, "VN", "c 1234567", SME_REASON_OK, "C1234567" },
    { SME_ID_PASSPORT, "VN", "BC123456", SME_REASON_FORMAT, NULL },
    { SME_ID_PASSPORT, "VN", "12345678", SME_REASON_FORMAT, NULL },
    { SME_ID_PASSPORT, "VN", "B123456", SME_REASON_TOO_SHORT, NULL },
    { SME_ID_PASSPORT, "VN", "B12345678", SME_REASON_TOO_LONG, NULL },
    { SME_ID_PASSPORT, "VN", "B-234567", SME_REASON_CHARACTERS, NULL },
    { SME_ID_PASSPORT, "VN", "Đ1234567", SME_REASON_CHARACTERS, NULL },
    { SME_ID_PASSPORT, "VN", "", SME_REASON_REQUIRED, NULL },
    { SME_ID_PASSPORT, "DE", "c01x00t47", SME_REASON_OK, "C01X00T47" },
    { SME_ID_PASSPORT, "US", "123456789", SME_REASON_OK, "123456789" },
    { SME_ID_PASSPORT, "FR", "12AB34", SME_REASON_OK, "12AB34" },
    { SME_ID_PASSPORT, "FR", "12AB3", SME_REASON_TOO_SHORT, NULL },
    { SME_ID_PASSPORT, "FR", "1234567890", SME_REASON_TOO_LONG, NULL },
    { SME_ID_OLD_ID, NULL, "031456789", SME_REASON_OK, "031456789" },
    { SME_ID_OLD_ID, NULL, "03145678", SME_REASON_TOO_SHORT, NULL },
    { SME_ID_OLD_ID, NULL, "0314567890", SME_REASON_TOO_LONG, NULL },
    { SME_ID_OLD_ID, NULL, "03145678x", SME_REASON_CHARACTERS, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *normalized = NULL;
      SmeReason reason = sme_identity_check_number (rows[i].type, rows[i].nationality,
                                                    rows[i].number, TODAY, &normalized);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (reason, ==, rows[i].reason);
      g_assert_cmpstr (normalized, ==, rows[i].normalized);
    }
}

static void
test_conflicts (void)
{
  static const struct
  {
    int sex, born_on;
    SmeEdition edition;
    const char *province;
    SmeIdentityConflicts conflicts;
  } rows[] = {
    { SME_SEX_FEMALE, 19860302, SME_EDITION_2024, "31", SME_IDENTITY_CONFLICT_NONE },
    { SME_SEX_FEMALE, 19860302, SME_EDITION_2025, "31", SME_IDENTITY_CONFLICT_NONE },
    { -1, 0, SME_EDITION_2025, NULL, SME_IDENTITY_CONFLICT_NONE },
    { SME_SEX_MALE, 19860302, SME_EDITION_2025, "31", SME_IDENTITY_CONFLICT_SEX },
    { SME_SEX_FEMALE, 19870302, SME_EDITION_2025, "31", SME_IDENTITY_CONFLICT_BIRTH_YEAR },
    { SME_SEX_FEMALE, 20860302, SME_EDITION_2025, "31", SME_IDENTITY_CONFLICT_BIRTH_YEAR },
    { SME_SEX_FEMALE, 19860302, SME_EDITION_2024, "01", SME_IDENTITY_CONFLICT_PROVINCE },
    { SME_SEX_FEMALE, 19860302, SME_EDITION_2025, "01", SME_IDENTITY_CONFLICT_PROVINCE },
    { SME_SEX_FEMALE, 19860302, SME_EDITION_2025, "not yet", SME_IDENTITY_CONFLICT_NONE },
    { SME_SEX_MALE, 20000101, SME_EDITION_2025, "01",
      SME_IDENTITY_CONFLICT_SEX | SME_IDENTITY_CONFLICT_BIRTH_YEAR |
        SME_IDENTITY_CONFLICT_PROVINCE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (sme_identity_find_conflicts ("031186004567", rows[i].sex, rows[i].born_on,
                                                  rows[i].edition, rows[i].province),
                     ==, rows[i].conflicts);

  /* Hải Dương, 030, belongs to Hải Phòng now; before, it was another province. */
  g_assert_cmpint (sme_identity_find_conflicts ("030186004567", -1, 0, SME_EDITION_2025, "31"), ==,
                   SME_IDENTITY_CONFLICT_NONE);
  g_assert_cmpint (sme_identity_find_conflicts ("030186004567", -1, 0, SME_EDITION_2024, "31"), ==,
                   SME_IDENTITY_CONFLICT_PROVINCE);

  /* Born abroad: there is no province to compare with. No number: nothing to compare. */
  g_assert_cmpint (
    sme_identity_find_conflicts ("123186004567", SME_SEX_FEMALE, 19860302, SME_EDITION_2024, "31"),
    ==, SME_IDENTITY_CONFLICT_NONE);
  g_assert_cmpint (
    sme_identity_find_conflicts ("0311860", SME_SEX_MALE, 20000101, SME_EDITION_2024, "01"), ==,
    SME_IDENTITY_CONFLICT_NONE);
}

static void
test_dates (void)
{
  static const struct
  {
    SmeIdType type;
    int issued_on, born_on;
    SmeReason reason;
  } rows[] = {
    { SME_ID_CITIZEN_ID, 20210415, 19860302, SME_REASON_OK },
    { SME_ID_CITIZEN_ID, TODAY, 19860302, SME_REASON_OK },
    { SME_ID_CITIZEN_ID, TODAY + 1, 19860302, SME_REASON_IN_FUTURE },
    { SME_ID_CITIZEN_ID, 0, 19860302, SME_REASON_REQUIRED },
    { SME_ID_CITIZEN_ID, 20210230, 19860302, SME_REASON_FORMAT },
    { SME_ID_CITIZEN_ID, 20210415, 0, SME_REASON_OK },
    { SME_ID_CITIZEN_ID, 20210414, 20070415, SME_REASON_BEFORE_BIRTH },
    { SME_ID_CITIZEN_ID, 20210415, 20070415, SME_REASON_OK },
    { SME_ID_CITIZEN_ID, 20240630, 20180630, SME_REASON_BEFORE_BIRTH },
    { SME_ID_CITIZEN_ID, 20240701, 20180701, SME_REASON_OK },
    { SME_ID_CITIZEN_ID, 20240701, 20180702, SME_REASON_BEFORE_BIRTH },
    { SME_ID_CITIZEN_ID, 19860301, 19860302, SME_REASON_BEFORE_BIRTH },
    { SME_ID_PASSPORT, 20200101, 20191231, SME_REASON_OK },
    { SME_ID_PASSPORT, 20191230, 20191231, SME_REASON_BEFORE_BIRTH },
    { SME_ID_OLD_ID, 20050415, 19860302, SME_REASON_OK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (
        sme_identity_check_issued_on (rows[i].type, rows[i].issued_on, rows[i].born_on, TODAY), ==,
        rows[i].reason);
    }

  g_assert_cmpint (sme_identity_check_born_on (19860302, TODAY), ==, SME_REASON_OK);
  g_assert_cmpint (sme_identity_check_born_on (0, TODAY), ==, SME_REASON_REQUIRED);
  g_assert_cmpint (sme_identity_check_born_on (19860231, TODAY), ==, SME_REASON_FORMAT);
  g_assert_cmpint (sme_identity_check_born_on (TODAY + 1, TODAY), ==, SME_REASON_BIRTH_IN_FUTURE);
  g_assert_cmpint (sme_identity_check_born_on (18751122, TODAY), ==, SME_REASON_RANGE);
  g_assert_cmpint (sme_identity_check_born_on (18760101, TODAY), ==, SME_REASON_OK);
}

static void
test_expiry (void)
{
  static const struct
  {
    int expires_on, issued_on;
    SmeReason reason;
  } rows[] = {
    { 0, 20210415, SME_REASON_OK },
    { 20310415, 20210415, SME_REASON_OK },
    { TODAY, 20210415, SME_REASON_OK },
    { TODAY - 1, 20210415, SME_REASON_EXPIRED },
    { 20210415, 20210415, SME_REASON_EXPIRES_BEFORE_ISSUE },
    { 20200415, 20210415, SME_REASON_EXPIRES_BEFORE_ISSUE },
    { 20270230, 20210415, SME_REASON_FORMAT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (sme_identity_check_expires_on (rows[i].expires_on, rows[i].issued_on, TODAY),
                     ==, rows[i].reason);
}

static void
test_issuers (void)
{
  static const struct
  {
    SmeIdType type;
    int issued_on;
    const char *first;
    guint count;
  } rows[] = {
    { SME_ID_CITIZEN_ID, 20240701, "Bộ Công an", 2 },
    { SME_ID_CITIZEN_ID, 20240630, "Cục Cảnh sát quản lý hành chính về trật tự xã hội", 1 },
    { SME_ID_CITIZEN_ID, 20210415, "Cục Cảnh sát quản lý hành chính về trật tự xã hội", 1 },
    { SME_ID_CITIZEN_ID, 20181010, "Cục Cảnh sát quản lý hành chính về trật tự xã hội", 1 },
    { SME_ID_CITIZEN_ID, 20181009, "Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư", 2 },
    { SME_ID_CITIZEN_ID, 20170415, "Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư", 2 },
    { SME_ID_CITIZEN_ID, 0, "Bộ Công an", 3 },
    { SME_ID_PASSPORT, 20210415, "Cục Quản lý xuất nhập cảnh", 1 },
    { SME_ID_OLD_ID, 20100415, "CA Hải Phòng", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) issuers =
        sme_identity_suggest_issuers (rows[i].type, rows[i].issued_on, "Hải Phòng");

      g_assert_cmpuint (g_strv_length (issuers), ==, rows[i].count);
      g_assert_cmpstr (issuers[0], ==, rows[i].first);
    }

  g_auto (GStrv) none = sme_identity_suggest_issuers (SME_ID_OLD_ID, 0, NULL);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/a21/old-id-is-refused-in-new-orders", test_type);
  g_test_add_func ("/a21/number-fits-its-paper", test_numbers);
  g_test_add_func ("/a21/conflicts-warn", test_conflicts);
  g_test_add_func ("/a21/issue-and-birth-dates", test_dates);
  g_test_add_func ("/a21/expiry", test_expiry);
  g_test_add_func ("/a21/issuers-are-suggested", test_issuers);

  return g_test_run ();
}
