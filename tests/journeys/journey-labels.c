/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journey-labels.h"

#include <libintl.h>

/* Sorted by the Vietnamese. */
static const struct
{
  const char *vietnamese;
  const char *english;
  const char *context; /* or NULL */
} labels[] = {
  { "Biên bản nghiệm thu", "Acceptance record", NULL },
  { "Bảng giá", "Pricing", NULL },
  { "CÁ NHÂN", "INDIVIDUAL", NULL },
  { "Chi tiết", "Details", NULL },
  { "HỘ KINH DOANH", "HOUSEHOLD BUSINESS", NULL },
  { "DOANH NGHIỆP", "ENTERPRISE", NULL },
  { "Câu hỏi thường gặp | Tài liệu hỗ trợ dịch vụ VNPT SmartCA",
    "Frequently asked questions | VNPT SmartCA support documents", NULL },
  { "Cập nhật", "Update", NULL },
  { "GIÁ TRỊ MANG LẠI", "VALUE DELIVERED", NULL },
  { "Gửi lại mã", "Resend code", NULL },
  { "Hoàn thiện hợp đồng", "Complete the contract", NULL },
  { "Hoàn thành", "Finish", NULL },
  { "Họ và Tên", "Full name", NULL },
  { "Hủy", "Cancel", NULL },
  { "Ký điện tử hợp đồng cung cấp dịch vụ", "E-sign the service contract", NULL },
  { "Loại đối tượng", "Customer type", NULL },
  { "Mua ngay", "Buy now", NULL },
  { "Mã OTP :", "OTP code :", NULL },
  { "Ma OTP ky bien ban nghiem thu", "to sign the acceptance record", NULL },
  { "Ma OTP ky hop dong", "to sign the contract", NULL },
  { "Mẫu hợp đồng SmartCA OneSME", "SmartCA OneSME contract template", NULL },
  { "Mật khẩu mới", "New password", NULL },
  { "Mật khẩu", "Password", NULL },
  { "Ngày cấp", "Date of issue", NULL },
  { "Nhập lại mật khẩu", "Repeat password", NULL },
  { "Nơi cấp", "Place of issue", NULL },
  { "OTP sẽ gửi đến", "The OTP will be sent to", NULL },
  { "Phường/xã", "Ward/commune", NULL },
  { "Phố/đường", "Street", NULL },
  { "Quản lý thuê bao", "Manage subscriptions", NULL },
  { "Quản lý bộ hồ sơ hợp đồng", "Contract file sets", NULL },
  { "Số giấy tờ", "Document number", NULL },
  { "Số nhà", "House number", NULL },
  { "Sửa thông tin", "Edit information", NULL },
  { "Thanh toán", "Payment", NULL },
  { "Thành phố/tỉnh", "City/province", NULL },
  { "Trải nghiệm ngay", "Try it now", NULL },
  { "Tài liệu hướng dẫn sử dụng", "User manual", NULL },
  { "Tải xuống", "Download", NULL },
  { "Tên đăng nhập", "User name", NULL },
  { "Tiếp theo", "Next", NULL },
  { "Tiếp tục", "Continue", NULL },
  { "Vui lòng nhập mã OTP đã được gửi đến", "Enter the OTP code sent to", NULL },
  { "Xác nhận", "Confirm", NULL },
  { "Xác thực OTP", "OTP verification", NULL },
  { "Đàm phán", "Negotiation", NULL },
  { "Đăng ký", "Register", NULL },
  { "Đăng nhập", "Sign in", NULL },
  { "Đăng xuất", "Sign out", NULL },
  { "Đánh giá", "Reviews", NULL },
  { "Địa chỉ email", "Email address", NULL },
  { "Đổi mật khẩu tài khoản", "Change account password", NULL },
};

static void
set_up (void)
{
  static gboolean done = FALSE;
  const char *directory = g_getenv ("ONESME_LOCALE_DIR");

  if (done)
    return;
  done = TRUE;
  bindtextdomain (SME_GETTEXT_DOMAIN, directory != NULL ? directory : SME_BUILD_LOCALE_DIR);
  bind_textdomain_codeset (SME_GETTEXT_DOMAIN, "UTF-8");
}

gboolean
journey_is_vietnamese (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "vi");
}

const char *
journey_label (const char *vietnamese)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].vietnamese, vietnamese))
      return journey_is_vietnamese () ? vietnamese : labels[i].english;
  g_error ("journey-labels.c does not know “%s”", vietnamese);
}

/* A screen reader is told a button's words without the line under one letter. */
static const char *
without_mnemonic (const char *text)
{
  const char *mark = strchr (text, '_');
  g_autofree char *plain = NULL;

  if (mark == NULL)
    return text;
  plain = g_strdup_printf ("%.*s%s", (int) (mark - text), text, mark + 1);
  return g_intern_string (plain);
}

const char *
journey_message (const char *english)
{
  set_up ();
  return without_mnemonic (dgettext (SME_GETTEXT_DOMAIN, english));
}

const char *
journey_message_in (const char *context, const char *english)
{
  g_autofree char *key = g_strconcat (context, "\004", english, NULL);
  const char *found;

  set_up ();
  found = dgettext (SME_GETTEXT_DOMAIN, key);
  return found == key ? english : found;
}

char *
journey_count (const char *one, const char *many, int n)
{
  g_autofree char *number = g_strdup_printf ("%d", n);
  g_auto (GStrv) parts = NULL;

  set_up ();
  parts = g_strsplit (dngettext (SME_GETTEXT_DOMAIN, one, many, (gulong) n), "%d", -1);
  return g_strjoinv (number, parts);
}
