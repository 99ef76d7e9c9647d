/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-citizen-id.h"

#include <string.h>

#define LENGTH 12
/* Three digits from here on are a country, whichever it is. */
#define FIRST_COUNTRY 100

/* The two-digit codes of the General Statistics Office, state of 2025-06-30, which the number has
 * with a 0 before them. */
static const struct
{
  const char *name;
  int successor; /* of 2025-07-01 (Resolution 202/2025/QH15), by its code */
} provinces[] = {
  [1] = { "Hà Nội", 1 },
  [2] = { "Hà Giang", 8 },
  [4] = { "Cao Bằng", 4 },
  [6] = { "Bắc Kạn", 19 },
  [8] = { "Tuyên Quang", 8 },
  [10] = { "Lào Cai", 15 },
  [11] = { "Điện Biên", 11 },
  [12] = { "Lai Châu", 12 },
  [14] = { "Sơn La", 14 },
  [15] = { "Yên Bái", 15 },
  [17] = { "Hoà Bình", 25 },
  [19] = { "Thái Nguyên", 19 },
  [20] = { "Lạng Sơn", 20 },
  [22] = { "Quảng Ninh", 22 },
  [24] = { "Bắc Giang", 24 },
  [25] = { "Phú Thọ", 25 },
  [26] = { "Vĩnh Phúc", 25 },
  [27] = { "Bắc Ninh", 24 },
  [30] = { "Hải Dương", 31 },
  [31] = { "Hải Phòng", 31 },
  [33] = { "Hưng Yên", 33 },
  [34] = { "Thái Bình", 33 },
  [35] = { "Hà Nam", 37 },
  [36] = { "Nam Định", 37 },
  [37] = { "Ninh Bình", 37 },
  [38] = { "Thanh Hóa", 38 },
  [40] = { "Nghệ An", 40 },
  [42] = { "Hà Tĩnh", 42 },
  [44] = { "Quảng Bình", 44 },
  [45] = { "Quảng Trị", 44 },
  [46] = { "Huế", 46 },
  [48] = { "Đà Nẵng", 48 },
  [49] = { "Quảng Nam", 48 },
  [51] = { "Quảng Ngãi", 51 },
  [52] = { "Bình Định", 52 },
  [54] = { "Phú Yên", 66 },
  [56] = { "Khánh Hòa", 56 },
  [58] = { "Ninh Thuận", 56 },
  [60] = { "Bình Thuận", 68 },
  [62] = { "Kon Tum", 51 },
  [64] = { "Gia Lai", 52 },
  [66] = { "Đắk Lắk", 66 },
  [67] = { "Đắk Nông", 68 },
  [68] = { "Lâm Đồng", 68 },
  [70] = { "Bình Phước", 75 },
  [72] = { "Tây Ninh", 80 },
  [74] = { "Bình Dương", 79 },
  [75] = { "Đồng Nai", 75 },
  [77] = { "Bà Rịa - Vũng Tàu", 79 },
  [79] = { "Hồ Chí Minh", 79 },
  [80] = { "Long An", 80 },
  [82] = { "Tiền Giang", 82 },
  [83] = { "Bến Tre", 86 },
  [84] = { "Trà Vinh", 86 },
  [86] = { "Vĩnh Long", 86 },
  [87] = { "Đồng Tháp", 82 },
  [89] = { "An Giang", 91 },
  [91] = { "Kiên Giang", 91 },
  [92] = { "Cần Thơ", 92 },
  [93] = { "Hậu Giang", 92 },
  [94] = { "Sóc Trăng", 92 },
  [95] = { "Bạc Liêu", 96 },
  [96] = { "Cà Mau", 96 },
};

static gboolean
is_listed (int province)
{
  return province >= 0 && (gsize) province < G_N_ELEMENTS (provinces);
}

const char *
sme_citizen_id_province_name (int province)
{
  return is_listed (province) ? provinces[province].name : NULL;
}

int
sme_citizen_id_province_successor (int province)
{
  return is_listed (province) ? provinces[province].successor : 0;
}

static SmeReason
copy_digits (const char *text, char digits[LENGTH])
{
  gsize n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == ' ')
        continue;
      if (!g_ascii_isdigit (*p))
        return SME_REASON_CHARACTERS;
      if (n_digits < LENGTH)
        digits[n_digits] = *p;
      n_digits++;
    }

  if (n_digits == 0)
    return SME_REASON_REQUIRED;
  if (n_digits < LENGTH)
    return SME_REASON_TOO_SHORT;

  return n_digits > LENGTH ? SME_REASON_TOO_LONG : SME_REASON_OK;
}

static int
number_at (const char *digits, gsize start, gsize length)
{
  int number = 0;

  for (gsize i = start; i < start + length; i++)
    number = number * 10 + g_ascii_digit_value (digits[i]);

  return number;
}

SmeReason
sme_citizen_id_check (const char *text, int today, SmeCitizenIdParts *parts)
{
  char digits[LENGTH];
  SmeReason reason = copy_digits (text != NULL ? text : "", digits);
  int place, century, year;

  if (reason != SME_REASON_OK)
    return reason;

  place = number_at (digits, 0, 3);
  century = number_at (digits, 3, 1);
  year = 1900 + century / 2 * 100 + number_at (digits, 4, 2);

  if (place < FIRST_COUNTRY && sme_citizen_id_province_name (place) == NULL)
    return SME_REASON_UNKNOWN_PROVINCE;
  if (today != SME_DATE_NONE && year > today / 10000)
    return SME_REASON_BIRTH_IN_FUTURE;

  if (parts != NULL)
    {
      parts->province = place < FIRST_COUNTRY ? place : 0;
      parts->birth_year = year;
      parts->female = century % 2 == 1;
    }
  return SME_REASON_OK;
}
