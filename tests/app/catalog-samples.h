/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Answers of a server, for tests of the catalog's pages. */

#define SAMPLE_PLAN_BASIC \
  "{\"id\":\"basic\",\"service_id\":\"smartca-on\",\"name\":\"SMARTCA CÁ NHÂN CƠ BẢN\"," \
  "\"blurb\":\"Gói thuê bao\",\"model\":\"flat\",\"basis\":\"seed\",\"vat_included\":true," \
  "\"features\":[\"một\",\"hai\",\"ba\",\"bốn\"]," \
  "\"cycles\":[{\"months\":12,\"price\":220000},{\"months\":24,\"price\":400000}]}"
#define SAMPLE_PLAN_PS \
  "{\"id\":\"ps\",\"name\":\"SMARTCA PS (PAY AS YOU " \
  "GO)\",\"model\":\"free\",\"basis\":\"assumed\"," \
  "\"cycles\":[{\"months\":12,\"price\":0}]}"
#define SAMPLE_PLAN_CONTACT \
  "{\"id\":\"his\",\"name\":\"Liên hệ\",\"model\":\"contact\",\"basis\":\"contact\"}"

#define SAMPLE_CARD_FIELDS \
  "\"id\":\"smartca-on\",\"portal_id\":231,\"name\":\"Ký số từ xa - VNPT SmartCA ON\"," \
  "\"provider\":\"VNPT\",\"category_id\":\"e-transactions\"," \
  "\"category_name\":\"Giao dịch Điện tử\"," \
  "\"customer_types\":[\"enterprise\",\"household\",\"person\"]," \
  "\"summary\":\"Chứng thư số công cộng\",\"rating\":4.1,\"rating_count\":10," \
  "\"review_count\":2,\"likes\":101," \
  "\"liked\":false,\"price_from\":220000,\"price_cycle_months\":12"

#define SAMPLE_CARD "{" SAMPLE_CARD_FIELDS "}"
#define SAMPLE_FOUND \
  "{" SAMPLE_CARD_FIELDS ",\"matches\":[{\"field\":\"name\",\"start\":3,\"length\":2}]}"
#define SAMPLE_OTHER_CARD \
  "{\"id\":\"his\",\"name\":\"Quản lý bệnh " \
  "viện\",\"provider\":\"VNPT\",\"category_id\":\"health\"," \
  "\"priced_on_request\":true}"

#define SAMPLE_SERVICE \
  "{" SAMPLE_CARD_FIELDS ",\"experience_url\":\"https://smartca.vnpt.vn/\"," \
  "\"values\":[\"An toàn bảo mật\",\"Tối ưu chi phí\"]," \
  "\"slogans\":[\"Đặt mua đơn giản\",\"Chất lượng quốc tế\",\"Tốc độ ký vượt trội\"," \
  "\"Dễ dàng Ký số từ xa\",\"Tích hợp toàn diện\",\"Tiết kiệm thời gian\"]," \
  "\"guide\":[\"Bước một\",\"Bước hai: Ký, rồi chờ: xong\"]," \
  "\"releases\":[{\"version\":\"2.0\",\"released_on\":\"2026-09-01\",\"notes\":\"Mới\"}]," \
  "\"plans\":[" SAMPLE_PLAN_BASIC "," SAMPLE_PLAN_PS "]}"

#define SAMPLE_LIST(items, total) "{\"items\":[" items "],\"total\":" #total "}"

#define SAMPLE_ORDER(id, actions) \
  "{\"id\":\"" id "\",\"number\":\"12726\",\"state\":\"draft\",\"next_actions\":[" actions "]," \
  "\"created_at\":\"2026-11-22T03:15:00Z\",\"plan\":" SAMPLE_PLAN_BASIC "}"
