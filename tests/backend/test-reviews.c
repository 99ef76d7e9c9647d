/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has bought a service says what it is worth, once (acceptance A14). */
#include "backend-fixture.h"

#include <string.h>

#define SERVICE "/v1/services/smartca-on"

static Answer *
write_review (Fixture *fixture, const char *token, const char *body)
{
  return fixture_call (fixture, "PUT", SERVICE "/review", token, body);
}

static Answer *
get_service (Fixture *fixture, const char *token)
{
  return fixture_call (fixture, "GET", SERVICE, token, NULL);
}

static double
get_rating (Answer *answer)
{
  return json_object_get_double_member (json_node_get_object (answer->json), "rating");
}

static gint64
count_shipped (Fixture *fixture)
{
  g_autoptr (Answer) service = get_service (fixture, NULL);

  return answer_int (service, "rating_count");
}

static gboolean
is_true (Answer *answer, const char *member)
{
  return json_object_get_boolean_member_with_default (json_node_get_object (answer->json), member,
                                                      FALSE);
}

static char *
become_customer (Fixture *fixture, const char *email)
{
  char *token = fixture_sign_up (fixture, email);
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);

  return token;
}

static void
test_customers_only (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *stranger = fixture_sign_up (fixture, "binh@vidu.vn");
  g_autofree char *unpaid = fixture_order (fixture, stranger, "smartca-on-ca-nhan-co-ban");
  g_autofree char *customer = become_customer (fixture, "an@vidu.vn");
  g_autoptr (Answer) refused = write_review (fixture, stranger, "{\"stars\":5}");
  g_autoptr (Answer) seen = get_service (fixture, stranger);
  g_autoptr (Answer) taken = write_review (fixture, customer, "{\"stars\":4,\"text\":\"  Tốt \"}");
  g_autoptr (Answer) mine = get_service (fixture, customer);
  g_autoptr (Answer) other =
    fixture_call (fixture, "PUT", "/v1/services/hosting/review", customer, "{\"stars\":5}");

  assert_problem (refused, 403, "not-a-customer");
  g_assert_false (is_true (seen, "may_review"));
  assert_status (taken, 200);
  g_assert_cmpstr (answer_text (taken, "text"), ==, "Tốt");
  g_assert_cmpstr (answer_text (taken, "author"), ==, "N. V. An");
  g_assert_true (is_true (mine, "may_review"));
  g_assert_cmpint (answer_int (mine, "own_review.stars"), ==, 4);
  assert_problem (other, 403, "not-a-customer");
}

static void
test_numbers (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *an = become_customer (fixture, "an@vidu.vn");
  g_autofree char *binh = become_customer (fixture, "binh@vidu.vn");
  g_autoptr (Answer) before = get_service (fixture, NULL), after = NULL, listed = NULL;
  gint64 count = answer_int (before, "rating_count");
  gint64 written = answer_int (before, "review_count");
  gint64 fives = answer_int (before, "star_counts.0.count");

  answer_free (write_review (fixture, an, "{\"stars\":5,\"text\":\"Tốt\"}"));
  answer_free (write_review (fixture, binh, "{\"stars\":2}"));
  after = get_service (fixture, NULL);
  /* Stars without a word are no review. */
  g_assert_cmpint (answer_int (after, "review_count"), ==, written + 1);
  g_assert_cmpint (answer_int (after, "rating_count"), ==, count + 2);
  /* Five stars first; all five rows are there. */
  g_assert_cmpint (answer_int (after, "star_counts.0.stars"), ==, 5);
  g_assert_cmpint (answer_int (after, "star_counts.0.count"), ==, fives + 1);
  g_assert_cmpint (answer_int (after, "star_counts.4.count"), ==, 0);
  /* 41 stars of ten before, and 5 and 2. */
  g_assert_cmpfloat_with_epsilon (get_rating (after), 48.0 / 12, 0.001);
  listed = fixture_call (fixture, "GET", "/v1/services?query=smartca+on", NULL, NULL);
  g_assert_cmpint (answer_int (listed, "items.0.review_count"), ==, written + 1);
}

/* Of every service: what the head says is what the reviews say, and none of them passes for a
 * customer's. */
static void
assert_adds_up (Fixture *fixture, const char *id)
{
  g_autofree char *path = g_strconcat ("/v1/services/", id, NULL);
  g_autofree char *reviews = g_strconcat (path, "/reviews?limit=100", NULL);
  g_autoptr (Answer) service = fixture_call (fixture, "GET", path, NULL, NULL);
  g_autoptr (Answer) list = fixture_call (fixture, "GET", reviews, NULL, NULL);
  JsonArray *items = json_object_get_array_member (json_node_get_object (list->json), "items");
  guint n = json_array_get_length (items);
  gint64 sum = 0, written = 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *review = json_array_get_object_element (items, i);

      sum += json_object_get_int_member (review, "stars");
      written += json_object_has_member (review, "text");
      g_assert_true (json_object_get_boolean_member (review, "demonstration"));
    }
  g_test_message ("%s: %u", id, n);
  g_assert_cmpint (answer_int (service, "rating_count"), ==, n);
  g_assert_cmpint (answer_int (service, "review_count"), ==, written);
  g_assert_cmpint (answer_int (list, "total"), ==, n);
  if (n > 0)
    {
      g_assert_cmpint (answer_int (service, "demonstration_count"), ==, n);
      g_assert_cmpfloat_with_epsilon (get_rating (service), (double) sum / n, 0.001);
    }
}

static void
test_catalog (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) all = fixture_call (fixture, "GET", "/v1/services?limit=100", NULL, NULL);
  JsonArray *items = json_object_get_array_member (json_node_get_object (all->json), "items");
  guint n_reviewed = 0;

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *service = json_array_get_object_element (items, i);

      assert_adds_up (fixture, json_object_get_string_member (service, "id"));
      n_reviewed += json_object_get_int_member_with_default (service, "review_count", 0) > 0;
    }
  g_assert_cmpuint (n_reviewed, >=, 15);
}

/* The guide's screens: 4.1 and 2, 3.8 and 6. */
static void
test_guide (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) on = get_service (fixture, NULL);
  g_autoptr (Answer) full = fixture_call (fixture, "GET", "/v1/services/smartca", NULL, NULL);

  g_assert_cmpfloat_with_epsilon (get_rating (on), 4.1, 0.001);
  g_assert_cmpint (answer_int (on, "review_count"), ==, 2);
  g_assert_cmpfloat_with_epsilon (get_rating (full), 3.8, 0.001);
  g_assert_cmpint (answer_int (full, "review_count"), ==, 6);
}

static void
test_change_and_remove (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint64 shipped = count_shipped (fixture);
  g_autofree char *an = become_customer (fixture, "an@vidu.vn");
  g_autofree char *binh = become_customer (fixture, "binh@vidu.vn");
  g_autoptr (Answer) first = write_review (fixture, an, "{\"stars\":5,\"text\":\"Tốt\"}");
  g_autoptr (Answer) second = NULL, list = NULL, foreign = NULL, removed = NULL, twice = NULL,
                     empty = NULL;

  fixture_advance (fixture, 60);
  second = write_review (fixture, an, "{\"stars\":3}");
  g_assert_cmpstr (answer_text (second, "id"), ==, answer_text (first, "id"));
  g_assert_null (answer_text (second, "text"));
  g_assert_cmpstr (answer_text (second, "created_at"), ==, answer_text (first, "created_at"));
  g_assert_cmpstr (answer_text (second, "updated_at"), >, answer_text (first, "updated_at"));
  list = fixture_call (fixture, "GET", SERVICE "/reviews", binh, NULL);
  g_assert_cmpint (answer_int (list, "total"), ==, shipped + 1);
  foreign = fixture_call (fixture, "DELETE", SERVICE "/review", binh, NULL);
  assert_problem (foreign, 404, "not-found");
  removed = fixture_call (fixture, "DELETE", SERVICE "/review", an, NULL);
  assert_status (removed, 204);
  twice = fixture_call (fixture, "DELETE", SERVICE "/review", an, NULL);
  assert_problem (twice, 404, "not-found");
  empty = fixture_call (fixture, "GET", SERVICE "/reviews", NULL, NULL);
  g_assert_cmpint (answer_int (empty, "total"), ==, shipped);
}

static void
test_pages (void)
{
  static const char *const emails[] = { "an@vidu.vn", "binh@vidu.vn", "chi@vidu.vn" };
  g_autoptr (Fixture) fixture = fixture_new ();
  gint64 shipped = count_shipped (fixture);
  g_autoptr (Answer) first = NULL, rest = NULL;
  g_autofree char *path = NULL, *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (emails); i++)
    {
      g_autofree char *token = become_customer (fixture, emails[i]);

      answer_free (write_review (fixture, token, i == 2 ? "{\"stars\":1}" : "{\"stars\":5}"));
      fixture_advance (fixture, 10);
      if (i == 2)
        last = g_steal_pointer (&token);
    }
  first = fixture_call (fixture, "GET", SERVICE "/reviews?limit=2", last, NULL);
  g_assert_cmpint (answer_int (first, "total"), ==, shipped + 3);
  /* Newest first, and the reader's own is marked. */
  g_assert_cmpint (answer_int (first, "items.0.stars"), ==, 1);
  g_assert_true (json_object_get_boolean_member (
    json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (first->json), "items"), 0),
    "own"));
  path = g_strconcat (SERVICE "/reviews?limit=50&after=", answer_text (first, "next"), NULL);
  rest = fixture_call (fixture, "GET", path, NULL, NULL);
  g_assert_cmpint (answer_int (rest, "items.0.stars"), ==, 5);
  g_assert_cmpuint (json_array_get_length (
                      json_object_get_array_member (json_node_get_object (rest->json), "items")),
                    ==, shipped + 1);
  g_assert_null (answer_text (rest, "next"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reviews/a14-customers-review", test_customers_only);
  g_test_add_func ("/reviews/counted-into-the-rating", test_numbers);
  g_test_add_func ("/reviews/a14-of-the-catalog-add-up", test_catalog);
  g_test_add_func ("/reviews/a13-of-the-guides-services", test_guide);
  g_test_add_func ("/reviews/changed-and-removed", test_change_and_remove);
  g_test_add_func ("/reviews/in-pages", test_pages);
  return g_test_run ();
}
