/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-address-line.h"

static void
test_table (void)
{
  static const struct
  {
    SmeEdition edition;
    SmeAddressParts parts;
    const char *line;
  } rows[] = {
    { SME_EDITION_2024,
      { "14", "Khu Đoàn Kết 3", "Phường", "Hải Sơn", "Quận", "Đồ Sơn", "Thành phố", "Hải Phòng" },
      "14, Khu Đoàn Kết 3, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng" },
    { SME_EDITION_2025,
      { "14", "Khu Đoàn Kết 3", "Phường", "Đồ Sơn", NULL, NULL, "Thành phố", "Hải Phòng" },
      "14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng" },
    { SME_EDITION_2025,
      { NULL, "Thôn 2", "Xã", "Tiên Lãng", NULL, NULL, "Thành phố", "Hải Phòng" },
      "Thôn 2, Xã Tiên Lãng, Thành phố Hải Phòng" },
    { SME_EDITION_2025,
      { "", " Lê  Lợi ", "Phường", "Gia Viên", "Quận", "Ngô Quyền", "Thành phố", "Hải Phòng" },
      "Lê Lợi, Phường Gia Viên, Thành phố Hải Phòng" },
    { SME_EDITION_2024,
      { NULL, "Khu 1", NULL, NULL, "Huyện", "Côn Đảo", "Tỉnh", "Bà Rịa - Vũng Tàu" },
      "Khu 1, Huyện Côn Đảo, Bà Rịa - Vũng Tàu" },
    { SME_EDITION_2024,
      { "1", "Võ Văn Tần", "Phường", "6", "Quận", "3", "Thành phố", "Hồ Chí Minh" },
      "1, Võ Văn Tần, Phường 6, Quận 3, Hồ Chí Minh" },
    { SME_EDITION_2025, { "14", NULL, NULL, NULL, NULL, NULL, NULL, NULL }, "14" },
    { SME_EDITION_2025, { NULL, NULL, NULL, NULL, NULL, NULL, "Tỉnh", "Cà Mau" }, "Tỉnh Cà Mau" },
    { SME_EDITION_2025, { NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *line = sme_address_line_compose (rows[i].edition, &rows[i].parts);

      g_assert_cmpstr (line, ==, rows[i].line);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/a22/address-is-composed", test_table);

  return g_test_run ();
}
