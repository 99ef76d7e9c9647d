/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is declared: places old and new, enterprises, several people at once, invoices. */
#include "backend-fixture.h"

#include <string.h>

#define PERSON(name, number, address) \
  "\"full_name\":\"" name "\",\"id_type\":\"citizen_id\",\"id_number\":\"" number "\"," \
  "\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":\"Bộ Công an\",\"born_on\":\"1986-02-03\"," \
  "\"sex\":\"female\",\"phone\":\"0912345678\",\"email\":\"lan@vidu.vn\",\"address\":" address
#define PLACE(more) \
  "{\"edition\":\"2025\",\"province_code\":\"31\",\"commune_code\":\"11455\"," \
  "\"street\":\"Khu Đoàn Kết 3\",\"house_number\":\"14\"" more "}"
#define OLD_PLACE \
  "{\"edition\":\"2024\",\"province_code\":\"31\",\"district_code\":\"308\"," \
  "\"commune_code\":\"11458\",\"street\":\"Khu Đoàn Kết 3\",\"house_number\":\"14\"}"
#define LINE "14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng"
#define OLD_LINE "14, Khu Đoàn Kết 3, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng"

static void
test_divisions (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) editions = NULL, certain = NULL, asked = NULL, island = NULL, unknown = NULL;

  editions = fixture_call (fixture, "GET", "/v1/divisions/editions", NULL, NULL);
  assert_status (editions, 200);
  g_assert_cmpstr (answer_text (editions, "items.0.edition"), ==, "2025");
  g_assert_cmpuint (strlen (answer_text (editions, "items.0.dated")), ==, 10);
  certain = fixture_call (fixture, "GET", "/v1/divisions/11458/successors", NULL, NULL);
  assert_status (certain, 200);
  g_assert_cmpint (answer_int (certain, "total"), ==, 1);
  g_assert_cmpstr (answer_text (certain, "items.0.code"), ==, "11455");
  g_assert_cmpstr (answer_text (certain, "items.0.parent_name"), ==, "Thành phố Hải Phòng");
  asked = fixture_call (fixture, "GET", "/v1/divisions/00007/successors", NULL, NULL);
  g_assert_cmpint (answer_int (asked, "total"), >, 1);
  island = fixture_call (fixture, "GET", "/v1/divisions/755/successors", NULL, NULL);
  g_assert_cmpstr (answer_text (island, "items.0.code"), ==, "26732");
  unknown = fixture_call (fixture, "GET", "/v1/divisions/99999/successors", NULL, NULL);
  assert_problem (unknown, 404, "not-found");
}

static Answer *
declare (Fixture *fixture, const char *token, const char *order, const char *profile)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", order);
  g_autofree char *profile_path = g_strconcat (path, "/profile", NULL);
  g_autoptr (Answer) current = fixture_call (fixture, "GET", path, token, NULL);
  Request request = { "PUT", profile_path, profile, token, .if_match = current->etag };

  return fixture_send (fixture, &request);
}

static Answer *
put (Fixture *fixture, const char *token, const char *order, const char *part, const char *body)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", order);
  g_autofree char *part_path = g_strdup_printf ("%s/%s", path, part);
  g_autoptr (Answer) current = fixture_call (fixture, "GET", path, token, NULL);
  Request request = { "PUT", part_path, body, token, .if_match = current->etag };

  return fixture_send (fixture, &request);
}

static void
test_lines (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "lan@vidu.vn");
  g_autofree char *order = fixture_order (fixture, token, "smartca-on-ps");
  g_autoptr (Answer) now = NULL, old = NULL, beside = NULL;

  now = declare (fixture, token, order,
                 "{" PERSON ("Lan", "031186004567", PLACE (",\"printed\":\"" LINE "\"")) "}");
  assert_status (now, 200);
  g_assert_cmpstr (answer_text (now, "profile.address.line"), ==, LINE);
  /* The paper says the same: nothing to print beside it. */
  g_assert_null (strstr (g_bytes_get_data (now->body, NULL), "printed"));
  old = declare (fixture, token, order, "{" PERSON ("Lan", "031186004567", OLD_PLACE) "}");
  assert_status (old, 200);
  g_assert_cmpstr (answer_text (old, "profile.address.line"), ==, OLD_LINE);
  beside = declare (fixture, token, order,
                    "{" PERSON ("Lan", "031186004567",
                                PLACE (",\"line\":\"Sao Hỏa\",\"printed\":\"" OLD_LINE "\"")) "}");
  g_assert_cmpstr (answer_text (beside, "profile.address.line"), ==, LINE);
  g_assert_cmpstr (answer_text (beside, "profile.address.printed"), ==, OLD_LINE);
}

static guint
count_orders (Fixture *fixture, const char *token)
{
  g_autoptr (Answer) orders = fixture_call (fixture, "GET", "/v1/orders", token, NULL);

  return (guint) answer_int (orders, "total");
}

static void
test_people (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "lan@vidu.vn");
  g_autofree char *order = fixture_order (fixture, token, "smartca-on-ps");
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/people", order);
  g_autoptr (Answer) wrong = NULL, right = NULL, again = NULL, none = NULL;

  none = fixture_call (fixture, "POST", path, token, "{\"profiles\":[]}");
  assert_problem (none, 422, "invalid");
  wrong = fixture_call (fixture, "POST", path, token,
                        "{\"profiles\":[{" PERSON ("Lan", "031186004567", PLACE ("")) "},{" PERSON (
                          "Mai", "097186004567", PLACE ("")) "}]}");
  assert_problem (wrong, 422, "invalid");
  g_assert_cmpstr (answer_text (wrong, "errors.0.pointer"), ==, "/profiles/1/id_number");
  /* Nobody at all: the order is as it was. */
  g_assert_cmpuint (count_orders (fixture, token), ==, 1);
  right = fixture_call (fixture, "POST", path, token,
                        "{\"profiles\":[{" PERSON ("Lan", "031186004567", PLACE ("")) "},{" PERSON (
                          "Mai", "031186004568", PLACE ("")) "}]}");
  assert_status (right, 201);
  g_assert_cmpstr (answer_text (right, "orders.0.id"), ==, order);
  g_assert_cmpstr (answer_text (right, "orders.0.state"), ==, "declared");
  g_assert_cmpstr (answer_text (right, "orders.1.state"), ==, "declared");
  g_assert_cmpstr (answer_text (right, "orders.1.profile.full_name"), ==, "Mai");
  g_assert_cmpint (answer_int (right, "orders.1.quote.total"), ==,
                   answer_int (right, "orders.0.quote.total"));
  g_assert_cmpuint (count_orders (fixture, token), ==, 2);
  again = fixture_call (fixture, "POST", path, token,
                        "{\"profiles\":[{" PERSON ("Lan", "031186004567", PLACE ("")) "}]}");
  assert_problem (again, 409, "wrong-state");
}

/* A coupon that each customer has once is good for one purchase, for however many people; and the
 * order that has it can be priced with it again. */
static void
test_people_with_a_coupon (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "lan@vidu.vn");
  g_autoptr (Answer) order = fixture_call (
    fixture, "POST", "/v1/orders", token,
    "{\"plan_id\":\"smartca-on-ca-nhan-co-ban\",\"cycle_months\":12,\"coupon\":\"CHAOMUNG\"}");
  const char *id = answer_text (order, "id");
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/people", id);
  g_autoptr (Answer) people = NULL, same = NULL, other = NULL;

  assert_status (order, 201);
  same = put (fixture, token, id, "coupon", "{\"coupon\":\"CHAOMUNG\"}");
  assert_status (same, 200);
  people = fixture_call (
    fixture, "POST", path, token,
    "{\"profiles\":[{" PERSON ("Lan", "031186004567", PLACE ("")) "},{" PERSON (
      "Mai", "031186004568", PLACE ("")) "},{" PERSON ("An", "031186004569", PLACE ("")) "}]}");
  assert_status (people, 201);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *total = g_strdup_printf ("orders.%u.quote.total", i);

      g_assert_cmpint (answer_int (people, total), ==, answer_int (order, "quote.total"));
    }
  other = fixture_call (
    fixture, "POST", "/v1/orders", token,
    "{\"plan_id\":\"smartca-on-ca-nhan-co-ban\",\"cycle_months\":12,\"coupon\":\"CHAOMUNG\"}");
  assert_problem (other, 422, "invalid");
  g_assert_cmpstr (answer_text (other, "errors.0.code"), ==, "coupon-used");
}

static void
test_billing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "lan@vidu.vn");
  g_autofree char *order = fixture_order (fixture, token, "smartca-on-ps");
  g_autoptr (Answer) wrong = NULL, right = NULL;

  wrong = put (fixture, token, order, "billing",
               "{\"invoice\":{\"kind\":\"organisation\",\"name\":\"Biển Xanh\","
               "\"address\":\"Hà Nội\",\"tax_code\":\"0100684379\"}}");
  assert_problem (wrong, 422, "invalid");
  g_assert_cmpstr (answer_text (wrong, "errors.0.pointer"), ==, "/invoice/tax_code");
  g_assert_cmpstr (answer_text (wrong, "errors.0.code"), ==, "check-digit");
  right = put (fixture, token, order, "billing",
               "{\"invoice\":{\"kind\":\"organisation\",\"name\":\" Biển  Xanh\","
               "\"address\":\"Hà Nội\",\"tax_code\":\"0100684378001\"},\"contact\":{"
               "\"name\":\"Lan\",\"phone\":\"0912345678\",\"email\":\"lan@vidu.vn\"}}");
  assert_status (right, 200);
  g_assert_cmpstr (answer_text (right, "billing.invoice.name"), ==, "Biển Xanh");
  g_assert_cmpstr (answer_text (right, "billing.invoice.tax_code"), ==, "0100684378-001");
  g_assert_cmpstr (answer_text (right, "billing.contact.phone"), ==, "+84912345678");
}

static void
test_coupon (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "lan@vidu.vn");
  g_autofree char *order = fixture_order (fixture, token, "smartca-on-ps");
  g_autoptr (Answer) unknown = NULL, none = NULL, declared = NULL;

  unknown = put (fixture, token, order, "coupon", "{\"coupon\":\"KHONG-CO\"}");
  assert_problem (unknown, 422, "invalid");
  g_assert_cmpstr (answer_text (unknown, "errors.0.pointer"), ==, "/coupon");
  none = put (fixture, token, order, "coupon", "{}");
  assert_status (none, 200);
  g_assert_cmpstr (answer_text (none, "state"), ==, "draft");
  fixture_declare (fixture, token, order);
  declared = put (fixture, token, order, "coupon", "{}");
  assert_status (declared, 200);
  g_assert_cmpstr (answer_text (declared, "state"), ==, "declared");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a22/divisions-are-dated-and-old-ones-lead-on", test_divisions);
  g_test_add_func ("/a22/the-server-composes-the-line", test_lines);
  g_test_add_func ("/a23/several-people-or-nobody", test_people);
  g_test_add_func ("/a30/invoice-data-are-checked", test_billing);
  g_test_add_func ("/a30/coupon-for-several-people", test_people_with_a_coupon);
  g_test_add_func ("/a30/coupon-on-an-order", test_coupon);
  return g_test_run ();
}
