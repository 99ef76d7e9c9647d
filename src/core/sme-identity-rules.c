/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-identity-rules.h"

#include <string.h>

#include "base/sme-time.h"
#include "core/sme-citizen-id.h"

#define OLD_ID_LENGTH 9
#define VN_PASSPORT_LENGTH 8
#define FOREIGN_PASSPORT_MIN 6
#define FOREIGN_PASSPORT_MAX 9
#define MAX_AGE 150

/* Law 26/2023/QH15 in force: "Thẻ căn cước", issued by the ministry. */
#define IDENTITY_LAW_DATE 20240701
/* Cards name the present department since then, its predecessor before. */
#define DEPARTMENT_DATE 20181010

#define ISSUER_MINISTRY "Bộ Công an"
#define ISSUER_DEPARTMENT "Cục Cảnh sát quản lý hành chính về trật tự xã hội"
#define ISSUER_PREDECESSOR "Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư"
#define ISSUER_IMMIGRATION "Cục Quản lý xuất nhập cảnh"

static char *
strip_blanks (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (kept, *p);

  return g_string_free (kept, FALSE);
}

static SmeReason
check_length (const char *text, gsize min, gsize max)
{
  gsize length = strlen (text);

  if (length == 0)
    return SME_REASON_REQUIRED;
  if (length < min)
    return SME_REASON_TOO_SHORT;

  return length > max ? SME_REASON_TOO_LONG : SME_REASON_OK;
}

static gboolean
is_digits (const char *text)
{
  return strspn (text, "0123456789") == strlen (text);
}

static gboolean
is_alphanumeric (const char *text)
{
  while (g_ascii_isalnum (*text))
    text++;

  return *text == '\0';
}

static SmeReason
check_old_id (const char *number)
{
  if (!is_digits (number))
    return SME_REASON_CHARACTERS;

  return check_length (number, OLD_ID_LENGTH, OLD_ID_LENGTH);
}

static SmeReason
check_citizen_id (const char *number, int today)
{
  if (strlen (number) == OLD_ID_LENGTH && is_digits (number))
    return SME_REASON_ID_TYPE_EXPIRED;

  return sme_citizen_id_check (number, today, NULL);
}

static SmeReason
check_passport (const char *number, gboolean vietnamese)
{
  SmeReason reason;

  if (!is_alphanumeric (number))
    return SME_REASON_CHARACTERS;
  if (!vietnamese)
    return check_length (number, FOREIGN_PASSPORT_MIN, FOREIGN_PASSPORT_MAX);

  reason = check_length (number, VN_PASSPORT_LENGTH, VN_PASSPORT_LENGTH);
  if (reason == SME_REASON_OK && (!g_ascii_isalpha (number[0]) || !is_digits (number + 1)))
    reason = SME_REASON_FORMAT;

  return reason;
}

SmeReason
sme_identity_check_type (SmeIdType type)
{
  return type == SME_ID_OLD_ID ? SME_REASON_ID_TYPE_EXPIRED : SME_REASON_OK;
}

SmeReason
sme_identity_check_number (SmeIdType type,
                           const char *nationality,
                           const char *number,
                           int today,
                           char **normalized)
{
  g_autofree char *stripped = strip_blanks (number);
  gboolean vietnamese = nationality == NULL || g_str_equal (nationality, "VN");
  SmeReason reason;

  switch (type)
    {
    case SME_ID_CITIZEN_ID:
      reason = check_citizen_id (stripped, today);
      break;
    case SME_ID_PASSPORT:
      reason = check_passport (stripped, vietnamese);
      break;
    case SME_ID_OLD_ID:
      reason = check_old_id (stripped);
      break;
    default:
      g_return_val_if_reached (SME_REASON_FORMAT);
    }

  if (reason == SME_REASON_OK && normalized != NULL)
    *normalized = g_ascii_strup (stripped, -1);
  return reason;
}

/* @province: of a number, one of the 63 */
static gboolean
is_other_province (int province, SmeEdition edition, const char *code)
{
  guint64 declared;

  if (province == 0 || !g_ascii_string_to_unsigned (code, 10, 1, 99, &declared, NULL))
    return FALSE;
  if (edition == SME_EDITION_2025)
    province = sme_citizen_id_province_successor (province);

  return (guint64) province != declared;
}

SmeIdentityConflicts
sme_identity_find_conflicts (const char *number,
                             int sex,
                             int born_on,
                             SmeEdition edition,
                             const char *province_code)
{
  SmeIdentityConflicts conflicts = SME_IDENTITY_CONFLICT_NONE;
  SmeCitizenIdParts parts;

  if (sme_citizen_id_check (number, SME_DATE_NONE, &parts) != SME_REASON_OK)
    return SME_IDENTITY_CONFLICT_NONE;

  if (sex >= 0 && (sex == SME_SEX_FEMALE) != parts.female)
    conflicts |= SME_IDENTITY_CONFLICT_SEX;
  if (born_on != SME_DATE_NONE && born_on / 10000 != parts.birth_year)
    conflicts |= SME_IDENTITY_CONFLICT_BIRTH_YEAR;
  if (province_code != NULL && is_other_province (parts.province, edition, province_code))
    conflicts |= SME_IDENTITY_CONFLICT_PROVINCE;

  return conflicts;
}

static SmeReason
check_date (int date)
{
  if (date == SME_DATE_NONE)
    return SME_REASON_REQUIRED;

  return sme_date_is_valid (date) ? SME_REASON_OK : SME_REASON_FORMAT;
}

SmeReason
sme_identity_check_born_on (int born_on, int today)
{
  SmeReason reason = check_date (born_on);

  if (reason != SME_REASON_OK)
    return reason;
  if (born_on > today)
    return SME_REASON_BIRTH_IN_FUTURE;

  return sme_date_age (born_on, today) > MAX_AGE ? SME_REASON_RANGE : SME_REASON_OK;
}

SmeReason
sme_identity_check_issued_on (SmeIdType type, int issued_on, int born_on, int today)
{
  SmeReason reason = check_date (issued_on);
  int least_age = issued_on < IDENTITY_LAW_DATE ? 14 : 6;

  if (reason != SME_REASON_OK)
    return reason;
  if (issued_on > today)
    return SME_REASON_IN_FUTURE;
  if (born_on == SME_DATE_NONE)
    return SME_REASON_OK;

  if (type == SME_ID_PASSPORT)
    least_age = 0;
  return sme_date_age (born_on, issued_on) < least_age ? SME_REASON_BEFORE_BIRTH : SME_REASON_OK;
}

SmeReason
sme_identity_check_expires_on (int expires_on, int issued_on, int today)
{
  if (expires_on == SME_DATE_NONE)
    return SME_REASON_OK;
  if (!sme_date_is_valid (expires_on))
    return SME_REASON_FORMAT;
  if (expires_on <= issued_on)
    return SME_REASON_EXPIRES_BEFORE_ISSUE;

  return expires_on < today ? SME_REASON_EXPIRED : SME_REASON_OK;
}

static void
suggest_for_citizen_id (GStrvBuilder *builder, int issued_on)
{
  gboolean known = issued_on != SME_DATE_NONE;

  if (known && issued_on < DEPARTMENT_DATE)
    {
      g_strv_builder_add (builder, ISSUER_PREDECESSOR);
      g_strv_builder_add (builder, ISSUER_DEPARTMENT);
      return;
    }

  if (!known || issued_on >= IDENTITY_LAW_DATE)
    g_strv_builder_add (builder, ISSUER_MINISTRY);
  g_strv_builder_add (builder, ISSUER_DEPARTMENT);
  if (!known)
    g_strv_builder_add (builder, ISSUER_PREDECESSOR);
}

GStrv
sme_identity_suggest_issuers (SmeIdType type, int issued_on, const char *province)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  switch (type)
    {
    case SME_ID_CITIZEN_ID:
      suggest_for_citizen_id (builder, issued_on);
      break;
    case SME_ID_PASSPORT:
      g_strv_builder_add (builder, ISSUER_IMMIGRATION);
      break;
    case SME_ID_OLD_ID:
      if (province != NULL)
        {
          g_autofree char *issuer = g_strconcat ("CA ", province, NULL);
          g_strv_builder_add (builder, issuer);
        }
      break;
    default:
      break;
    }

  return g_strv_builder_end (builder);
}
