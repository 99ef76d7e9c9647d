/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shipped catalog costs: each way to set a price, add-ons, coupons (acceptance A30). */
#include "backend-fixture.h"

#include <string.h>

static Answer *quote_as (Fixture *fixture, const char *token, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static Answer *
quote_as (Fixture *fixture, const char *token, const char *format, ...)
{
  g_autofree char *body = NULL;
  va_list args;

  va_start (args, format);
  body = g_strdup_vprintf (format, args);
  va_end (args);
  return fixture_call (fixture, "POST", "/v1/quotes", token, body);
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;
}

/* The lines make the sum, and the tax is between the net sum and the total. */
static void
assert_adds_up (Answer *answer)
{
  JsonArray *lines = json_object_get_array_member (json_node_get_object (answer->json), "lines");
  JsonObject *object = json_node_get_object (answer->json);
  gint64 sum = 0;

  for (guint i = 0; i < json_array_get_length (lines); i++)
    sum += json_object_get_int_member (json_array_get_object_element (lines, i), "amount");
  g_assert_cmpint (sum, ==, answer_int (answer, "subtotal") - answer_int (answer, "discount"));
  g_assert_cmpint (sum, ==,
                   json_object_get_boolean_member (object, "vat_included")
                     ? answer_int (answer, "total")
                     : answer_int (answer, "net"));
  g_assert_cmpint (answer_int (answer, "net") + answer_int (answer, "vat"), ==,
                   answer_int (answer, "total"));
  g_assert_cmpint (answer_int (answer, "total"), >=, 0);
}

static guint
quote_cycles (Fixture *fixture, JsonObject *plan)
{
  JsonArray *cycles = get_array (plan, "cycles");
  guint n = cycles != NULL ? json_array_get_length (cycles) : 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 months =
        json_object_get_int_member (json_array_get_object_element (cycles, i), "months");
      g_autoptr (Answer) answer =
        quote_as (fixture, NULL, "{\"plan_id\":\"%s\",\"cycle_months\":%" G_GINT64_FORMAT "}",
                  json_object_get_string_member (plan, "id"), months);

      g_test_message ("%s", json_object_get_string_member (plan, "id"));
      assert_status (answer, 200);
      assert_adds_up (answer);
    }
  return n;
}

static guint
quote_service (Fixture *fixture, const char *id, GHashTable *models)
{
  g_autofree char *path = g_strconcat ("/v1/services/", id, NULL);
  g_autoptr (Answer) answer = fixture_call (fixture, "GET", path, NULL, NULL);
  JsonArray *plans = get_array (json_node_get_object (answer->json), "plans");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (plans); i++)
    {
      JsonObject *plan = json_array_get_object_element (plans, i);

      g_hash_table_add (models, g_strdup (json_object_get_string_member (plan, "model")));
      n += quote_cycles (fixture, plan);
    }
  return n;
}

static void
test_every_plan (void)
{
  static const char *const models[] = { "free",   "flat",       "per_unit", "tiered",
                                        "volume", "stair_step", "contact" };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) list = fixture_call (fixture, "GET", "/v1/services?limit=100", NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *items = get_array (json_node_get_object (list->json), "items");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (items); i++)
    n += quote_service (
      fixture, json_object_get_string_member (json_array_get_object_element (items, i), "id"),
      seen);
  g_assert_cmpuint (n, >=, 70);
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    g_assert_true (g_hash_table_contains (seen, models[i]));
}

static void
test_models (void)
{
  static const struct
  {
    const char *plan;
    int months, quantity;
    gint64 subtotal, total;
  } rows[] = {
    { "hrm-theo-nguoi", 12, 5, 0, 0 },
    { "hrm-theo-nguoi", 12, 8, 495000, 495000 },
    { "ekyc-theo-luot", 12, 1500, 3080000, 3080000 },
    { "brandname-theo-tin", 12, 1000, 880000, 880000 },
    { "brandname-theo-tin", 12, 1001, 770770, 770770 },
    { "econtract-on-theo-bac", 12, 51, 3960000, 3960000 },
    { "cloud-backup-theo-gb", 12, 100, 1400000, 1540000 },
    { "camera-luu-7-ngay", 12, 1, 1540000, 1540000 }, /* set-up, and the camera that is required */
    { "hosting-5-gb", 6, 3, 1584000, 1584000 },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Answer) answer =
        quote_as (fixture, NULL, "{\"plan_id\":\"%s\",\"cycle_months\":%d,\"quantity\":%d}",
                  rows[i].plan, rows[i].months, rows[i].quantity);

      g_test_message ("%s %d", rows[i].plan, rows[i].quantity);
      assert_status (answer, 200);
      assert_adds_up (answer);
      g_assert_cmpint (answer_int (answer, "subtotal"), ==, rows[i].subtotal);
      g_assert_cmpint (answer_int (answer, "total"), ==, rows[i].total);
    }
}

static void
test_addons (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) chosen =
    quote_as (fixture, NULL,
              "{\"plan_id\":\"camera-luu-7-ngay\",\"cycle_months\":12,\"addons\":[\"the-nho\"]}");
  g_autoptr (Answer) named = quote_as (
    fixture, NULL,
    "{\"plan_id\":\"camera-luu-7-ngay\",\"cycle_months\":12,\"addons\":[\"camera-trong-nha\"]}");
  g_autoptr (Answer) unknown = quote_as (
    fixture, NULL,
    "{\"plan_id\":\"camera-luu-7-ngay\",\"cycle_months\":12,\"addons\":[\"chuyen-web\"]}");
  g_autoptr (Answer) twice = quote_as (
    fixture, NULL,
    "{\"plan_id\":\"camera-luu-7-ngay\",\"cycle_months\":12,\"addons\":[\"the-nho\",\"the-nho\"]}");

  assert_status (chosen, 200);
  g_assert_cmpint (answer_int (chosen, "total"), ==, 1540000 + 165000);
  g_assert_cmpstr (answer_text (chosen, "basis"), ==, "assumed");
  g_assert_cmpstr (answer_text (chosen, "lines.2.kind"), ==, "addon");
  g_assert_cmpint (answer_int (named, "total"), ==, 1540000);
  assert_problem (unknown, 422, "invalid");
  g_assert_cmpstr (answer_text (unknown, "errors.0.pointer"), ==, "/addons");
  assert_problem (twice, 422, "invalid");
}

static void
test_quantity (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) too_many = quote_as (
    fixture, NULL, "{\"plan_id\":\"econtract-on-theo-bac\",\"cycle_months\":12,\"quantity\":1001}");
  g_autoptr (Answer) two =
    quote_as (fixture, NULL,
              "{\"plan_id\":\"smartca-on-ca-nhan-co-ban\",\"cycle_months\":12,\"quantity\":2}");

  assert_problem (too_many, 422, "invalid");
  g_assert_cmpstr (answer_text (too_many, "errors.0.pointer"), ==, "/quantity");
  g_assert_cmpstr (answer_text (too_many, "errors.0.code"), ==, "range");
  assert_problem (two, 422, "invalid");
}

static void
test_coupons (void)
{
  static const struct
  {
    const char *code;
    const char *problem;
    gint64 discount;
  } rows[] = {
    { "TRINHDIEN10", NULL, 99000 },     { " trinhdien10 ", NULL, 99000 },
    { "TRINHDIEN50K", NULL, 50000 },    { "CHAOMUNG", NULL, 198000 },
    { "HETHAN", "coupon-expired", 0 },  { "NAMMOI2099", "coupon-not-started", 0 },
    { "KHONGCO", "coupon-unknown", 0 }, { "TRINHDIEN", "coupon-unknown", 0 },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) minimum =
    quote_as (fixture, NULL,
              "{\"plan_id\":\"smartca-on-ca-nhan-co-ban\",\"cycle_months\":12,"
              "\"coupon\":\"TRINHDIEN50K\"}");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Answer) answer = quote_as (
        fixture, NULL, "{\"plan_id\":\"hosting-5-gb\",\"cycle_months\":12,\"coupon\":\"%s\"}",
        rows[i].code);

      g_test_message ("%s", rows[i].code);
      if (rows[i].problem != NULL)
        {
          assert_problem (answer, 422, "invalid");
          g_assert_cmpstr (answer_text (answer, "errors.0.pointer"), ==, "/coupon");
          g_assert_cmpstr (answer_text (answer, "errors.0.code"), ==, rows[i].problem);
          continue;
        }
      assert_status (answer, 200);
      assert_adds_up (answer);
      g_assert_cmpint (answer_int (answer, "discount"), ==, rows[i].discount);
    }
  g_assert_cmpstr (answer_text (minimum, "errors.0.code"), ==, "coupon-minimum");
  g_assert_cmpint (answer_int (minimum, "errors.0.minimum"), ==, 500000);
}

#define WELCOME "{\"plan_id\":\"hosting-5-gb\",\"cycle_months\":12,\"coupon\":\"CHAOMUNG\"}"

static void
test_once (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *an = fixture_sign_up (fixture, "an@vidu.vn");
  g_autofree char *binh = fixture_sign_up (fixture, "binh@vidu.vn");
  g_autoptr (Answer) order = fixture_call (fixture, "POST", "/v1/orders", an, WELCOME);
  g_autoptr (Answer) again = fixture_call (fixture, "POST", "/v1/orders", an, WELCOME);
  g_autoptr (Answer) asked = quote_as (fixture, an, WELCOME);
  g_autoptr (Answer) other = quote_as (fixture, binh, WELCOME);
  g_autoptr (Answer) nobody = quote_as (fixture, NULL, WELCOME);
  g_autofree char *cancel =
    g_strconcat ("/v1/orders/", answer_text (order, "id"), "/cancellation", NULL);

  assert_status (order, 201);
  g_assert_cmpint (answer_int (order, "quote.discount"), ==, 198000);
  assert_problem (again, 422, "invalid");
  g_assert_cmpstr (answer_text (again, "errors.0.code"), ==, "coupon-used");
  assert_problem (asked, 422, "invalid");
  assert_status (other, 200);
  assert_status (nobody, 200);
  /* An order that is given up gives the coupon back. */
  answer_free (fixture_call (fixture, "POST", cancel, an, NULL));
  g_autoptr (Answer) after = quote_as (fixture, an, WELCOME);
  assert_status (after, 200);
}

static void
test_trial (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) with =
    quote_as (fixture, NULL, "{\"plan_id\":\"ioffice-sme\",\"cycle_months\":12}");
  g_autoptr (Answer) without =
    quote_as (fixture, NULL, "{\"plan_id\":\"hosting-5-gb\",\"cycle_months\":12}");

  g_assert_cmpstr (answer_text (with, "starts_on"), >, answer_text (without, "starts_on"));
  g_assert_cmpstr (answer_text (with, "ends_on"), >, answer_text (without, "ends_on"));
}

#define FOR_ORGANISATIONS "{\"plan_id\":\"smartca-doanh-nghiep-co-ban\",\"cycle_months\":12}"
#define FOR_PERSONS "{\"plan_id\":\"smartca-personal-pro\",\"cycle_months\":12}"
#define HOUSEHOLD ",\"organisation_name\":\"Phở An\",\"tax_code\":\"031090001234\""
#define ENTERPRISE ",\"organisation_name\":\"Biển Xanh\",\"tax_code\":\"0100684378\""

static void
assert_not_for (Fixture *fixture, const char *token, const char *body)
{
  g_autoptr (Answer) order = fixture_call (fixture, "POST", "/v1/orders", token, body);
  g_autoptr (Answer) orders = fixture_call (fixture, "GET", "/v1/orders", token, NULL);
  g_autoptr (Answer) quote = quote_as (fixture, token, "%s", body);

  assert_problem (order, 422, "invalid");
  g_assert_cmpstr (answer_text (order, "errors.0.pointer"), ==, "/plan_id");
  g_assert_cmpstr (answer_text (order, "errors.0.code"), ==, "not-for-customer");
  g_assert_cmpint (answer_int (orders, "total"), ==, 0);
  /* The price is no secret, and comes with whom it is for. */
  assert_status (quote, 200);
  g_assert_nonnull (answer_text (quote, "customer_types.0"));
}

static void
assert_for (Fixture *fixture, const char *token, const char *body)
{
  g_autoptr (Answer) order = fixture_call (fixture, "POST", "/v1/orders", token, body);

  assert_status (order, 201);
}

/* Only those for whom a plan is made can order it. */
static void
test_audience (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *person = fixture_sign_up (fixture, "an@vidu.vn");
  g_autofree char *household = fixture_sign_up_as (fixture, "household", HOUSEHOLD, "pho@vidu.vn");
  g_autofree char *enterprise =
    fixture_sign_up_as (fixture, "enterprise", ENTERPRISE, "bien@vidu.vn");

  assert_not_for (fixture, person, FOR_ORGANISATIONS);
  assert_not_for (fixture, household, FOR_PERSONS);
  assert_not_for (fixture, enterprise, FOR_PERSONS);
  assert_for (fixture, person, FOR_PERSONS);
  assert_for (fixture, household, FOR_ORGANISATIONS);
  assert_for (fixture, enterprise, FOR_ORGANISATIONS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotes/a15-a30/every-plan-of-the-catalog-adds-up", test_every_plan);
  g_test_add_func ("/quotes/a15-a30/each-way-to-set-a-price", test_models);
  g_test_add_func ("/quotes/a30/add-ons", test_addons);
  g_test_add_func ("/quotes/more-than-is-sold", test_quantity);
  g_test_add_func ("/quotes/a30/coupons-say-why-not", test_coupons);
  g_test_add_func ("/quotes/a30/once-per-customer", test_once);
  g_test_add_func ("/quotes/a30/a-trial-comes-first", test_trial);
  g_test_add_func ("/quotes/a13-a15/ordered-by-those-it-is-for-only", test_audience);
  return g_test_run ();
}
