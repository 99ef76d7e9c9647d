/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-problem-text.h"

typedef struct
{
  SmeProblemText vi;
  SmeProblemText en;
} Row;

/* Of two languages each, side by side, so that neither can be forgotten; not messages of po/, which
 * the backend would need installed to have a text for "internal". */
static const Row rows[] = {
  [SME_PROBLEM_INVALID] = {
    { "Dữ liệu chưa hợp lệ", "Một số trường chưa đúng. Vui lòng kiểm tra các trường nêu trong \"errors\"." },
    { "Some entries are not right", "Correct the fields that \"errors\" names." },
  },
  [SME_PROBLEM_MALFORMED] = {
    { "Không đọc được yêu cầu", "Nội dung yêu cầu không phải là JSON hợp lệ." },
    { "The request was not understood", "The body of the request is not valid JSON." },
  },
  [SME_PROBLEM_WRONG_STATE] = {
    { "Trạng thái đã thay đổi", "Thao tác này không còn thực hiện được hoặc chưa thực hiện được. Vui lòng tải lại." },
    { "This has already moved on", "It is no longer possible, or not yet. Load it again." },
  },
  [SME_PROBLEM_ALREADY_PAID] = {
    { "Đơn hàng đã được thanh toán", "Tiền đã được ghi nhận, không cần thanh toán lần nữa." },
    { "This order is already paid", "The money has arrived; no second payment is needed." },
  },
  [SME_PROBLEM_PAYMENT_CHECKING] = {
    { "Ngân hàng đang kiểm tra khoản thanh toán", "Đơn hàng giữ nguyên cho đến khi ngân hàng trả lời. Vui lòng thử lại sau." },
    { "The bank is checking a payment", "The order stays as it is until the bank has answered. Try again later." },
  },
  [SME_PROBLEM_DOCUMENT_CHANGED] = {
    { "Hợp đồng đã thay đổi", "Tài liệu không còn là bản Anh/Chị đã đọc. Vui lòng đọc bản mới rồi tiếp tục." },
    { "The contract has changed", "It is no longer the version that was read. Read the new one, then go on." },
  },
  [SME_PROBLEM_WRONG_CREDENTIALS] = {
    { "Đăng nhập không thành công", "Tên đăng nhập hoặc mật khẩu không đúng." },
    { "Sign-in failed", "The user name or the password is wrong." },
  },
  [SME_PROBLEM_ACCOUNT_NOT_ACTIVATED] = {
    { "Tài khoản chưa được kích hoạt", "Vui lòng mở liên kết trong email kích hoạt, hoặc yêu cầu gửi lại email." },
    { "The account is not activated yet", "Open the link in the activation e-mail, or have it sent again." },
  },
  [SME_PROBLEM_PASSWORD_CHANGE_REQUIRED] = {
    { "Cần đổi mật khẩu lần đầu", "Mật khẩu trong email chỉ dùng cho lần đầu. Vui lòng đặt mật khẩu mới." },
    { "The first password must be changed", "The password from the e-mail is for the first time only. Choose a new one." },
  },
  [SME_PROBLEM_IDEMPOTENCY_MISMATCH] = {
    { "Yêu cầu gửi lại có nội dung khác", "Khóa Idempotency-Key này đã dùng cho một nội dung khác; yêu cầu đầu tiên có hiệu lực." },
    { "The request was sent twice with different contents", "This Idempotency-Key belongs to another body; the first request counts." },
  },
  [SME_PROBLEM_IDEMPOTENCY_MISSING] = {
    { "Yêu cầu chưa đầy đủ", "Thao tác này cần tiêu đề Idempotency-Key dài từ 8 đến 128 ký tự." },
    { "The request was incomplete", "This call needs an Idempotency-Key of 8 to 128 characters." },
  },
  [SME_PROBLEM_IDEMPOTENCY_BUSY] = {
    { "Yêu cầu đang được xử lý", "Yêu cầu giống hệt vừa được nhận và chưa xong. Vui lòng thử lại sau giây lát." },
    { "Still being worked on", "The same request arrived a moment ago and is not finished. Try again in a moment." },
  },
  [SME_PROBLEM_OTP_TOO_SOON] = {
    { "Mã OTP vừa được gửi", "Mã đã gửi vẫn còn hiệu lực. Vui lòng chờ tin nhắn trước khi yêu cầu mã khác." },
    { "A code was sent just now", "The code sent before is still valid. Wait for the message before asking for another." },
  },
  [SME_PROBLEM_OTP_LIMIT] = {
    { "Không thể gửi thêm mã OTP", "Đã yêu cầu quá nhiều mã. Vui lòng liên hệ tổng đài 1800 1260 (miễn phí) để được hỗ trợ." },
    { "No more codes can be sent", "Too many codes were asked for. Please contact the hotline 1800 1260 (free)." },
  },
  [SME_PROBLEM_OTP_WRONG] = {
    { "Mã OTP không đúng", "Vui lòng kiểm tra tin nhắn và nhập lại mã; \"attempts_left\" là số lần còn lại." },
    { "Wrong OTP code", "Check the message and enter the code again; \"attempts_left\" tries are left." },
  },
  [SME_PROBLEM_OTP_EXPIRED] = {
    { "Mã OTP đã hết hạn", "Mã chỉ có hiệu lực trong 5 phút. Vui lòng yêu cầu gửi lại mã." },
    { "The OTP code has expired", "A code is valid for five minutes. Have a new one sent." },
  },
  [SME_PROBLEM_SIGNER_INVITED] = {
    { "Đã mời người khác ký", "Người được mời ký bằng tài khoản riêng. Muốn tự ký, vui lòng rút lại lời mời trước." },
    { "Somebody else was invited to sign", "The holder signs with an own sign-in. Take the invitation back to sign here." },
  },
  [SME_PROBLEM_SIGNING_LOCKED] = {
    { "Việc ký đã bị khóa", "Mã OTP đã nhập sai 3 lần. Vui lòng liên hệ tổng đài 1800 1260 (miễn phí) để được hỗ trợ." },
    { "Signing is locked", "The OTP code was entered wrongly three times. Please contact the hotline 1800 1260 (free)." },
  },
  [SME_PROBLEM_CODE_TOO_SOON] = {
    { "Mã vừa gửi đang được chuyển đến", "Mã đã gửi vẫn còn hiệu lực. Vui lòng chờ trước khi yêu cầu mã khác." },
    { "The last code is still on its way", "It is still valid. Wait for it before asking for another." },
  },
  [SME_PROBLEM_CODE_WRONG] = {
    { "Mã không đúng", "Vui lòng xem lại tin nhắn hoặc thư và nhập lại mã; \"attempts_left\" là số lần còn lại." },
    { "Wrong code", "Check the message and enter the code again; \"attempts_left\" tries are left." },
  },
  [SME_PROBLEM_CODE_EXPIRED] = {
    { "Mã không còn dùng được", "Mã đã hết hạn, đã dùng, hoặc đã nhập sai quá nhiều lần. Vui lòng yêu cầu mã mới." },
    { "The code no longer works", "It has expired, was used, or was entered wrongly too often. Have a new one sent." },
  },
  [SME_PROBLEM_CONSENT_REQUIRED] = {
    { "Cần sự đồng ý của Anh/Chị", "Anh/Chị đã rút lại sự đồng ý xử lý dữ liệu cá nhân, mà đơn hàng cần đến." },
    { "Your consent is needed", "The consent to the use of personal data, which an order needs, was withdrawn." },
  },
  [SME_PROBLEM_ORDERS_UNFINISHED] = {
    { "Có đơn hàng đã thanh toán nhưng chưa hoàn tất", "Vui lòng hoàn tất đơn hàng hoặc yêu cầu hoàn tiền trước." },
    { "An order is paid and not finished", "Finish the order or have it refunded first." },
  },
  [SME_PROBLEM_NOT_A_CUSTOMER] = {
    { "Chỉ khách hàng đã mua mới được đánh giá", "Tài khoản này chưa mua dịch vụ đó." },
    { "Only customers can review a service", "This account has not bought the service." },
  },
  [SME_PROBLEM_NO_SESSION] = {
    { "Chưa đăng nhập", "Phiên đã kết thúc hoặc Anh/Chị chưa đăng nhập. Vui lòng đăng nhập để tiếp tục." },
    { "Not signed in", "The session has ended, or there was none. Sign in to go on." },
  },
  [SME_PROBLEM_FORBIDDEN] = {
    { "Không được phép", "Phiên hoặc tài khoản này không có quyền thực hiện thao tác." },
    { "This is not allowed here", "This session or account has no right to do it." },
  },
  [SME_PROBLEM_NOT_FOUND] = {
    { "Không tìm thấy", "Nội dung không tồn tại, không còn nữa, hoặc thuộc về tài khoản khác." },
    { "Not found", "It does not exist, is no longer there, or belongs to another account." },
  },
  [SME_PROBLEM_METHOD_NOT_ALLOWED] = {
    { "Phương thức không được hỗ trợ", "Địa chỉ này không nhận phương thức đó; xem tiêu đề Allow." },
    { "The method is not allowed", "This address does not take the method; see the Allow header." },
  },
  [SME_PROBLEM_UNSUPPORTED_MEDIA] = {
    { "Định dạng không được hỗ trợ", "Nội dung gửi lên phải là application/json." },
    { "The format is not supported", "The body must be application/json." },
  },
  [SME_PROBLEM_TOO_LARGE] = {
    { "Dữ liệu quá lớn", "Nội dung gửi lên vượt quá dung lượng cho phép." },
    { "Too large", "The body is larger than this call takes." },
  },
  [SME_PROBLEM_TOO_MANY_REQUESTS] = {
    { "Thao tác quá nhiều lần", "Vui lòng chờ ít phút rồi thử lại." },
    { "Too many tries in a short time", "Wait a little, then try again." },
  },
  [SME_PROBLEM_PRECONDITION_REQUIRED] = {
    { "Thiếu phiên bản dữ liệu", "Thao tác này cần tiêu đề If-Match với ETag của bản đã đọc." },
    { "The version is missing", "This call needs If-Match with the ETag of what was read." },
  },
  [SME_PROBLEM_PRECONDITION_FAILED] = {
    { "Dữ liệu đã được sửa ở nơi khác", "Đã có phiên bản mới hơn. Vui lòng tải lại, so sánh rồi lưu lần nữa." },
    { "Changed somewhere else meanwhile", "There is a newer version. Load it, compare and save once more." },
  },
  [SME_PROBLEM_MISDIRECTED] = {
    { "Không đúng máy chủ", "Máy chủ này không phục vụ địa chỉ được yêu cầu." },
    { "This is not the right server", "This server does not answer for the address that was asked." },
  },
  [SME_PROBLEM_RANGE] = {
    { "Phần yêu cầu không có trong tài liệu", "Tài liệu ngắn hơn phần được yêu cầu; độ dài ghi trong tiêu đề Content-Range. Vui lòng tải lại từ đầu." },
    { "The document has no such part", "It is shorter; the Content-Range header has its length. Download it from the beginning." },
  },
  [SME_PROBLEM_INTERNAL] = {
    { "Máy chủ gặp lỗi", "Lỗi không do Anh/Chị. Vui lòng thử lại sau giây lát." },
    { "The server made a mistake", "Something went wrong here. Try again in a moment." },
  },
  [SME_PROBLEM_UNAVAILABLE] = {
    { "Máy chủ đang bận", "Máy chủ chưa thể trả lời lúc này. Vui lòng thử lại sau giây lát." },
    { "The server is busy", "It cannot answer right now. Try again in a moment." },
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (rows) == SME_PROBLEM_UNAVAILABLE + 1);

const SmeProblemText *
sme_problem_text_find (SmeProblemCode code, const char *language)
{
  const Row *row = &rows[code < G_N_ELEMENTS (rows) ? code : SME_PROBLEM_INTERNAL];

  return g_strcmp0 (language, "en") == 0 ? &row->en : &row->vi;
}
