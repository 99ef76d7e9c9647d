/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-address.h"
#include "core/sme-enums.h"

G_BEGIN_DECLS

/**
 * SmeAddressParts: an address in words, each part as it stands in the lists of divisions.
 * @house_number: (nullable): optional
 * @street: (nullable): or hamlet, quarter, residential group where a place has no street
 * @commune_type, @commune: "Phường", "Hải Sơn"; NULL for the five island districts of 2024 that
 * have no communes
 * @district_type, @district: (nullable): 2024 only
 */
typedef struct
{
  const char *house_number;
  const char *street;
  const char *commune_type, *commune;
  const char *district_type, *district;
  const char *province_type, *province;
} SmeAddressParts;

/**
 * sme_address_line_compose: the line "Địa chỉ" (acceptance A22), new. In the edition of 2025 "14,
 * Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng"; in that of 2024, as the guide shows it,
 * without the type of the province: "14, Khu Đoàn Kết 3, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng".
 * Parts not there yet are left out, with their comma.
 */
char *sme_address_line_compose (SmeEdition edition, const SmeAddressParts *parts);

/**
 * sme_address_get_line: the line "Địa chỉ" of a declared address: "line" as the server composed it;
 * in declarations of before there was one, "printed". Borrowed; NULL for none.
 */
const char *sme_address_get_line (SmeAddress *address);

G_END_DECLS
