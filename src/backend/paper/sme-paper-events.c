/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-events.h"

static const struct
{
  const char *event;
  const char *words;
} events[] = {
  { "order.create", "Lập đơn hàng" },
  { "order.declare", "Khai báo thông tin" },
  { "order.edit", "Sửa thông tin đã khai báo" },
  { "order.ask-payment", "Yêu cầu thanh toán" },
  { "order.pay", "Đã thanh toán" },
  { "order.open-signing", "Mở hợp đồng để ký" },
  { "order.lock", "Khóa việc ký" },
  { "order.sign", "Đã ký hợp đồng" },
  { "order.send-code", "Gửi mã kích hoạt chứng thư" },
  { "order.issue", "Chứng thư đã được cấp" },
  { "order.accept", "Đã nghiệm thu" },
  { "order.cancel", "Hủy đơn hàng" },
  { "order.unlock-contract", "Mở khóa việc ký hợp đồng" },
  { "order.unlock-acceptance", "Mở khóa việc ký biên bản nghiệm thu" },
  { "order.hold", "Tạm dừng đơn hàng để hỗ trợ" },
  { "order.back-to-paid", "Tiếp tục đơn hàng" },
  { "order.back-to-signing", "Tiếp tục đơn hàng" },
  { "order.back-to-locked", "Tiếp tục đơn hàng" },
  { "order.back-to-activating", "Tiếp tục đơn hàng" },
  { "order.back-to-accepting", "Tiếp tục đơn hàng" },
  { "order.correct", "Trả lại để sửa thông tin" },
  { "order.keep-payment", "Khai báo lại, giữ khoản đã thanh toán" },
  { "order.refund", "Bắt đầu hoàn tiền" },
  { "order.all-confirmed", "Đã hoàn tiền xong" },
  { "payment.receive-part", "Nhận một phần tiền" },
  { "payment.receive-all", "Nhận đủ tiền" },
  { "payment.expire", "Hết hạn thanh toán" },
  { "payment.replace", "Thay bằng lần thanh toán khác" },
  { "payment.fail", "Thanh toán không thành công" },
  { "payment.suspect", "Ngân hàng kiểm tra giao dịch" },
  { "payment.notice-refused-01", "Từ chối thông báo của cổng thanh toán: không có đơn" },
  { "payment.notice-refused-02", "Từ chối thông báo của cổng thanh toán: đã ghi nhận" },
  { "payment.notice-refused-04", "Từ chối thông báo của cổng thanh toán: sai số tiền" },
  { "payment.notice-refused-97", "Từ chối thông báo của cổng thanh toán: sai chữ ký" },
  { "dossier.send-otp", "Gửi mã OTP" },
  { "dossier.verify", "Nhập đúng mã OTP" },
  { "dossier.wrong-otp", "Nhập sai mã OTP" },
  { "dossier.renew-codes", "Nhân viên hỗ trợ cho gửi thêm mã OTP" },
  { "dossier.save-signature", "Lưu chữ ký" },
  { "dossier.complete", "Hoàn thành và niêm phong hồ sơ" },
  { "dossier.lock", "Khóa do nhập sai mã OTP" },
  { "dossier.unlock", "Mở khóa, cho nhập lại mã OTP" },
  { "dossier.restart", "Mở lại phiên ký" },
  { "dossier.void", "Hủy hồ sơ chưa ký" },
  { "dossier.supersede", "Thay hồ sơ đã ký bằng hồ sơ khác" },
  { "certificate.send-code", "Gửi mã kích hoạt chứng thư" },
  { "certificate.resend-code", "Gửi lại mã kích hoạt chứng thư" },
  { "certificate.activate", "Đã nhập mã kích hoạt" },
  { "certificate.wrong-code", "Nhập sai mã kích hoạt" },
  { "certificate.ekyc", "Đã định danh người dùng" },
  { "certificate.issue", "Chứng thư đã được cấp" },
  { "certificate.refuse", "Từ chối cấp chứng thư" },
  { "certificate.revoke", "Thu hồi chứng thư" },
  { "certificate.near-end", "Chứng thư sắp hết hạn" },
  { "certificate.end", "Chứng thư hết hạn" },
  { "subscription.near-end", "Thuê bao sắp hết hạn" },
  { "subscription.end", "Thuê bao hết hạn" },
  { "signer.invite", "Mời người ký" },
  { "signer.mail-again", "Gửi lại thư mời ký" },
  { "signer.sign-in", "Người được mời đăng nhập" },
  { "signer.password", "Người được mời đổi mật khẩu" },
  { "signer.withdraw", "Rút lại lời mời ký" },
  { "case.open", "Yêu cầu hỗ trợ" },
  { "case.resolve", "Hỗ trợ đã giải quyết" },
  { "case.close", "Yêu cầu hỗ trợ không còn cần xử lý" },
  { "refund.send", "Gửi tiền hoàn" },
  { "refund.confirm", "Ngân hàng xác nhận đã hoàn tiền" },
  { "refund.fail", "Hoàn tiền không thành công" },
  { "refund_request.ask", "Khách hàng đề nghị hoàn tiền" },
  { "refund_request.offer", "Nhân viên hỗ trợ đề xuất hoàn tiền" },
  { "refund_request.grant", "Chấp nhận hoàn tiền" },
  { "refund_request.refuse", "Không chấp nhận hoàn tiền" },
};

const char *
sme_paper_events_describe (const char *event)
{
  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    if (g_str_equal (events[i].event, event))
      return events[i].words;
  return event;
}
