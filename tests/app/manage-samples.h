/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Answers of a server, for tests of orders and subscriptions. */

#define SAMPLE_ITEMS(items, total) "{\"items\":[" items "],\"total\":" #total "}"
#define SAMPLE_ITEMS_AND_MORE(items, total, next) \
  "{\"items\":[" items "],\"total\":" #total ",\"next\":\"" next "\"}"

/* @state and @actions (JSON strings) as the server would say them; @more begins with a comma. */
#define SAMPLE_ORDER_MORE(id, state, actions, more) \
  "{\"id\":\"" id "\",\"number\":\"OSM-" id "\",\"state\":\"" state \
  "\",\"next_actions\":[" actions \
  "],\"plan\":{\"id\":\"basic\",\"name\":\"SMARTCA CÁ NHÂN CƠ BẢN\",\"model\":\"flat\"," \
  "\"basis\":\"seed\"},\"quote\":{\"plan_id\":\"basic\",\"cycle_months\":12,\"quantity\":1," \
  "\"net\":200000,\"vat_rate\":10,\"vat\":20000,\"total\":220000}," \
  "\"created_at\":\"2026-11-22T03:15:00Z\"" more "}"
#define SAMPLE_ORDER(id, state, actions) SAMPLE_ORDER_MORE (id, state, actions, "")

#define SAMPLE_SUBSCRIPTION_MORE(id, state, actions, more) \
  "{\"id\":\"" id "\",\"order_id\":\"order-" id "\",\"order_number\":\"12726\"," \
  "\"service_name\":\"Ký số từ xa - VNPT SmartCA ON\",\"plan_name\":\"Gói " id \
  "\",\"state\":\"" state "\",\"next_actions\":[" actions \
  "],\"cycle_months\":12,\"price\":220000,\"auto_renew\":false," \
  "\"created_at\":\"2026-11-22T03:15:00Z\"" more "}"
#define SAMPLE_SUBSCRIPTION(id, state, actions) SAMPLE_SUBSCRIPTION_MORE (id, state, actions, "")
