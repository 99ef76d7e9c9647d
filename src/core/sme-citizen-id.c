/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-citizen-id.h"

#include <string.h>

#define LENGTH 12
#define FIRST_COUNTRY 100
/* ISO 3166 has 249 entries: counted from 100 on, no country comes to stand beyond this. */
#define LAST_COUNTRY 399

/* The two-digit codes of the General Statistics Office, state of 2025-06-30, which the number has
 * with a 0 before them. */
static const char *const provinces[] = {
  [1] = "Hà Nội",
  [2] = "Hà Giang",
  [4] = "Cao Bằng",
  [6] = "Bắc Kạn",
  [8] = "Tuyên Quang",
  [10] = "Lào Cai",
  [11] = "Điện Biên",
  [12] = "Lai Châu",
  [14] = "Sơn La",
  [15] = "Yên Bái",
  [17] = "Hoà Bình",
  [19] = "Thái Nguyên",
  [20] = "Lạng Sơn",
  [22] = "Quảng Ninh",
  [24] = "Bắc Giang",
  [25] = "Phú Thọ",
  [26] = "Vĩnh Phúc",
  [27] = "Bắc Ninh",
  [30] = "Hải Dương",
  [31] = "Hải Phòng",
  [33] = "Hưng Yên",
  [34] = "Thái Bình",
  [35] = "Hà Nam",
  [36] = "Nam Định",
  [37] = "Ninh Bình",
  [38] = "Thanh Hóa",
  [40] = "Nghệ An",
  [42] = "Hà Tĩnh",
  [44] = "Quảng Bình",
  [45] = "Quảng Trị",
  [46] = "Huế",
  [48] = "Đà Nẵng",
  [49] = "Quảng Nam",
  [51] = "Quảng Ngãi",
  [52] = "Bình Định",
  [54] = "Phú Yên",
  [56] = "Khánh Hòa",
  [58] = "Ninh Thuận",
  [60] = "Bình Thuận",
  [62] = "Kon Tum",
  [64] = "Gia Lai",
  [66] = "Đắk Lắk",
  [67] = "Đắk Nông",
  [68] = "Lâm Đồng",
  [70] = "Bình Phước",
  [72] = "Tây Ninh",
  [74] = "Bình Dương",
  [75] = "Đồng Nai",
  [77] = "Bà Rịa - Vũng Tàu",
  [79] = "Hồ Chí Minh",
  [80] = "Long An",
  [82] = "Tiền Giang",
  [83] = "Bến Tre",
  [84] = "Trà Vinh",
  [86] = "Vĩnh Long",
  [87] = "Đồng Tháp",
  [89] = "An Giang",
  [91] = "Kiên Giang",
  [92] = "Cần Thơ",
  [93] = "Hậu Giang",
  [94] = "Sóc Trăng",
  [95] = "Bạc Liêu",
  [96] = "Cà Mau",
};

const char *
sme_citizen_id_province_name (int province)
{
  if (province < 0 || (gsize) province >= G_N_ELEMENTS (provinces))
    return NULL;

  return provinces[province];
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

  if (place > LAST_COUNTRY ||
      (place < FIRST_COUNTRY && sme_citizen_id_province_name (place) == NULL))
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
