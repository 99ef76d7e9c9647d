/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching the catalog as people in Vietnam type (acceptance A11), filtering and sorting it. */
#include "backend-fixture.h"

#include "base/sme-text.h"

#include <string.h>

#define REMOTE "Ký số từ xa - VNPT SmartCA ON"

static Answer *
search (Fixture *fixture, const char *words, const char *more)
{
  g_autofree char *escaped = g_uri_escape_string (words, NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("/v1/services?query=%s%s", escaped, more);
  Answer *answer = fixture_call (fixture, "GET", path, NULL, NULL);

  assert_status (answer, 200);
  return answer;
}

static guint
count_items (Answer *answer)
{
  return json_array_get_length (
    json_object_get_array_member (json_node_get_object (answer->json), "items"));
}

static gboolean
finds (Fixture *fixture, const char *words, const char *name)
{
  g_autoptr (Answer) answer = search (fixture, words, "");

  for (guint i = 0; i < count_items (answer); i++)
    {
      g_autofree char *path = g_strdup_printf ("items.%u.name", i);

      if (g_str_equal (answer_text (answer, path), name))
        return TRUE;
    }
  return FALSE;
}

static void
test_folding (void)
{
  static const char *const ways[] = {
    "ký số từ xa",
    "ky so tu xa",
    "KÝ SỐ TỪ XA",
    "Ký Số",
    "ky\314\201 so\314\202\314\201 tu xa",
    "tu xa so ky",
    "  smartca on ",
    "ky-so, tu/xa!",
    "kyso tu xa",
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    g_assert_true (finds (fixture, ways[i], REMOTE));
  /* đ, and both places of the tone. */
  g_assert_true (finds (fixture, "hoa don dien tu", "Hóa đơn điện tử VNPT Invoice"));
  g_assert_true (finds (fixture, "hoá đơn", "Hóa đơn điện tử VNPT Invoice"));
  g_assert_true (finds (fixture, "hóa đơn", "Hóa đơn điện tử VNPT Invoice"));
}

/* The number in the portal's addresses. */
static void
test_number (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) answer = search (fixture, "231", "");

  g_assert_cmpstr (answer_text (answer, "items.0.name"), ==, REMOTE);
  g_assert_cmpuint (count_items (answer), ==, 1);
  g_assert_true (finds (fixture, "smartca 231", REMOTE));
}

/* As one types: each beginning finds it. */
static void
test_beginnings (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  const char *typed = "hop dong dien tu";

  for (gsize n = 1; n <= strlen (typed); n++)
    {
      g_autofree char *so_far = g_strndup (typed, n);

      g_assert_true (finds (fixture, so_far, "Hợp đồng điện tử VNPT eContract ON"));
    }
  /* Parts of what is written as one word. */
  g_assert_true (finds (fixture, "contract", "Hợp đồng điện tử VNPT eContract ON"));
  g_assert_true (finds (fixture, "smart ca", REMOTE));
}

static void
test_typos (void)
{
  static const struct
  {
    const char *typed;
    const char *name;
  } rows[] = {
    { "smartac", REMOTE },  /* two the other way round */
    { "smarca", REMOTE },   /* one missing */
    { "smarttca", REMOTE }, /* one too many */
    { "smatca", REMOTE },   /* one missing */
    { "smartcs", REMOTE },  /* another one */
    { "econtrat", "Hợp đồng điện tử VNPT eContract ON" },
    { "hoa dob", "Hóa đơn điện tử VNPT Invoice" }, /* a short word beside its neighbour */
    { "hoa xyb", NULL },                           /* but not two letters of it */
    { "invoise", "Hóa đơn điện tử VNPT Invoice" },
    { "hostnig", "Web Hosting" },
    { "xyzzyqw", NULL },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Answer) answer = search (fixture, rows[i].typed, "");

      g_test_message ("%s", rows[i].typed);
      if (rows[i].name != NULL)
        g_assert_true (finds (fixture, rows[i].typed, rows[i].name));
      else
        g_assert_cmpint (answer_int (answer, "total"), ==, 0);
    }
}

/* Each place once, page by page, though parts of the list are asked for separately. */
static void
test_pages_of_parts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) all = search (fixture, "dien tu", "&limit=100");
  guint n = count_items (all);

  g_assert_cmpuint (n, ==, answer_int (all, "total"));
  g_assert_cmpuint (n, >, 6);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *more = g_strdup_printf ("&limit=1&after=%u", i);
      g_autofree char *path = g_strdup_printf ("items.%u.id", i);
      g_autoptr (Answer) one = search (fixture, "dien tu", more);

      g_assert_cmpstr (answer_text (one, "items.0.id"), ==, answer_text (all, path));
    }
}

static JsonObject *
get_item (Answer *answer, guint i)
{
  JsonArray *items = json_object_get_array_member (json_node_get_object (answer->json), "items");

  return json_array_get_object_element (items, i);
}

/* What the card of item @i shows, for one month of its cycle; -1 where it is on request. */
static gint64
get_shown_price (Answer *answer, guint i)
{
  JsonObject *item = get_item (answer, i);
  gint64 months = json_object_get_int_member_with_default (item, "price_cycle_months", 1);
  gint64 price;

  if (!json_object_has_member (item, "price_from"))
    {
      g_assert_true (json_object_get_boolean_member (item, "priced_on_request"));
      return -1;
    }
  price = (json_object_get_int_member (item, "price_from") + months - 1) / months;
  g_assert_cmpint (json_object_get_int_member (item, "price_per_month"), ==, price);
  return price;
}

/* Every item fits the filter, and some are left out. */
static void
assert_prices (Fixture *fixture, const char *query, gint64 min, gint64 max)
{
  g_autofree char *path = g_strconcat ("/v1/services?limit=100&", query, NULL);
  g_autoptr (Answer) answer = fixture_call (fixture, "GET", path, NULL, NULL);

  assert_status (answer, 200);
  g_assert_cmpuint (count_items (answer), >, 0);
  g_assert_cmpuint (count_items (answer), <, 50);
  for (guint i = 0; i < count_items (answer); i++)
    {
      g_assert_cmpint (get_shown_price (answer, i), >=, min);
      g_assert_cmpint (get_shown_price (answer, i), <=, max);
    }
}

static void
test_filters (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) trial =
    fixture_call (fixture, "GET", "/v1/services?free_trial=true&limit=100", NULL, NULL);
  g_autoptr (Answer) all =
    fixture_call (fixture, "GET", "/v1/services?free_trial=false&limit=100", NULL, NULL);
  g_autoptr (Answer) both =
    search (fixture, "ky so", "&customer_type=person&category=e-transactions&price_max=1000000");
  g_autoptr (Answer) household = search (fixture, "hosting", "&customer_type=household");
  g_autoptr (Answer) wrong =
    fixture_call (fixture, "GET", "/v1/services?free_trial=maybe", NULL, NULL);
  g_autoptr (Answer) negative =
    fixture_call (fixture, "GET", "/v1/services?price_min=-1", NULL, NULL);

  assert_prices (fixture, "price_min=500000", 500000, G_MAXINT64);
  assert_prices (fixture, "price_max=500000", 0, 500000);
  assert_prices (fixture, "price_min=20000&price_max=30000", 20000, 30000);
  g_assert_cmpuint (count_items (trial), >, 0);
  g_assert_cmpuint (count_items (trial), <, count_items (all));
  for (guint i = 0; i < count_items (trial); i++)
    g_assert_true (json_object_get_boolean_member (
      json_array_get_object_element (
        json_object_get_array_member (json_node_get_object (trial->json), "items"), i),
      "free_trial"));
  g_assert_cmpuint (count_items (both), >, 0);
  g_assert_cmpuint (count_items (household), >, 0);
  assert_problem (wrong, 422, "invalid");
  assert_problem (negative, 422, "invalid");
}

/* 0 for what nobody has rated. */
static double
get_rating (Answer *answer, guint i)
{
  JsonArray *items = json_object_get_array_member (json_node_get_object (answer->json), "items");

  return json_object_get_double_member_with_default (json_array_get_object_element (items, i),
                                                     "rating", 0);
}

/* By what their cards show item @a costs no more a month than item @b, where both have a price. */
static void
assert_order (Answer *answer, guint a, guint b)
{
  gint64 x = get_shown_price (answer, a), y = get_shown_price (answer, b);

  if (x >= 0 && y >= 0)
    g_assert_cmpint (x, <=, y);
}

static guint
find_place (Answer *answer, const char *id)
{
  for (guint i = 0; i < count_items (answer); i++)
    {
      g_autofree char *path = g_strdup_printf ("items.%u.id", i);

      if (g_str_equal (answer_text (answer, path), id))
        return i;
    }
  return G_MAXUINT;
}

static Answer *
list (Fixture *fixture, const char *query)
{
  g_autofree char *path = g_strconcat ("/v1/services?limit=100&", query, NULL);
  Answer *answer = fixture_call (fixture, "GET", path, NULL, NULL);

  assert_status (answer, 200);
  return answer;
}

static gboolean
can_be_tried (Fixture *fixture, const char *id)
{
  g_autofree char *path = g_strconcat ("/v1/services/", id, NULL);
  g_autoptr (Answer) answer = fixture_call (fixture, "GET", path, NULL, NULL);
  JsonArray *plans = json_object_get_array_member (json_node_get_object (answer->json), "plans");

  for (guint i = 0; i < json_array_get_length (plans); i++)
    if (json_object_get_int_member_with_default (json_array_get_object_element (plans, i),
                                                 "trial_days", 0) > 0)
      return TRUE;
  return FALSE;
}

/* A plan that costs nothing is no trial. */
static void
test_trials (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) trial = list (fixture, "free_trial=true");
  g_autoptr (Answer) all = list (fixture, "");
  guint n = 0;

  for (guint i = 0; i < count_items (all); i++)
    {
      const char *id = json_object_get_string_member (get_item (all, i), "id");
      gboolean wanted = can_be_tried (fixture, id);

      g_test_message ("%s", id);
      g_assert_true ((find_place (trial, id) != G_MAXUINT) == wanted);
      n += wanted;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (count_items (trial), ==, n);
  g_assert_cmpuint (find_place (trial, "smartca-on"), ==, G_MAXUINT);
  g_assert_cmpuint (find_place (trial, "ioffice"), !=, G_MAXUINT);
}

/* 169,000 a month is more than 330,000 a year; the price that a card shows counts, not that of a
 * longer cycle; a free plan is the price of its service. */
static void
test_prices_per_month (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) cheap = list (fixture, "sort=price");
  g_autoptr (Answer) dear = list (fixture, "sort=price_desc");
  g_autoptr (Answer) most = list (fixture, "price_max=200000");
  g_autoptr (Answer) free = list (fixture, "price_max=0");
  g_autoptr (Answer) least = list (fixture, "price_min=1");
  g_autoptr (Answer) smartca = fixture_call (fixture, "GET", "/v1/services/smartca", NULL, NULL);
  g_autoptr (Answer) camera = fixture_call (fixture, "GET", "/v1/services/camera", NULL, NULL);
  guint n = count_items (cheap);

  g_assert_cmpuint (find_place (cheap, "smartca"), <, find_place (cheap, "sim"));
  g_assert_cmpuint (find_place (cheap, "asme"), <, find_place (cheap, "antiddos"));
  g_assert_cmpstr (answer_text (dear, "items.0.id"), ==, "antiddos");
  g_assert_cmpuint (find_place (cheap, "his"), >=, n - 2);
  g_assert_cmpuint (find_place (dear, "mss"), >=, n - 2);
  g_assert_cmpuint (find_place (most, "asme"), !=, G_MAXUINT);
  g_assert_cmpuint (find_place (most, "sim"), !=, G_MAXUINT);
  g_assert_cmpuint (find_place (most, "hrm"), ==, G_MAXUINT);
  g_assert_cmpuint (find_place (most, "his"), ==, G_MAXUINT);
  g_assert_cmpuint (count_items (free), ==, 2);
  g_assert_cmpuint (find_place (free, "smartca-on"), !=, G_MAXUINT);
  g_assert_cmpuint (find_place (free, "hkd"), !=, G_MAXUINT);
  g_assert_cmpuint (count_items (least), ==, n - 4);
  g_assert_cmpint (answer_int (smartca, "price_from"), ==, 330000);
  g_assert_cmpint (answer_int (smartca, "price_per_month"), ==, 27500);
  g_assert_cmpint (answer_int (smartca, "price_once"), ==, 0);
  /* Setting it up, and the camera that has to be ordered; the memory card need not be. */
  g_assert_cmpint (answer_int (camera, "price_from"), ==, 660000);
  g_assert_cmpint (answer_int (camera, "price_once"), ==, 220000 + 660000);
  for (guint i = 0; i < count_items (free); i++)
    g_assert_cmpint (get_shown_price (free, i), ==, 0);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (get_shown_price (cheap, i), ==, 0);
  /* 660,000 a year, though three years cost 1,320,000. */
  g_assert_cmpint (get_shown_price (cheap, find_place (cheap, "bhxh")), ==, 55000);
}

static void
test_sorting (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) popular =
    fixture_call (fixture, "GET", "/v1/services?sort=popular", NULL, NULL);
  g_autoptr (Answer) cheap =
    fixture_call (fixture, "GET", "/v1/services?sort=price&limit=100", NULL, NULL);
  g_autoptr (Answer) dear =
    fixture_call (fixture, "GET", "/v1/services?sort=price_desc&limit=100", NULL, NULL);
  g_autoptr (Answer) rated = fixture_call (fixture, "GET", "/v1/services?sort=rating", NULL, NULL);
  /* An order that was asked for is kept, also with words. */
  g_autoptr (Answer) named = search (fixture, "vnpt", "&sort=name&limit=100");
  g_autofree char *before = NULL;
  guint n = count_items (cheap);
  gboolean seen_without = FALSE;

  g_assert_cmpstr (answer_text (popular, "items.0.id"), ==, "smartca");
  for (guint i = 0; i + 1 < count_items (rated); i++)
    g_assert_cmpfloat (get_rating (rated, i), >=, get_rating (rated, i + 1));
  g_assert_cmpfloat (get_rating (rated, 0), >, 4);
  for (guint i = 0; i < n; i++)
    {
      JsonArray *items = json_object_get_array_member (json_node_get_object (cheap->json), "items");
      gboolean on_request = json_object_get_boolean_member (
        json_array_get_object_element (items, i), "priced_on_request");

      /* What has no price comes last. */
      g_assert_true (on_request || !seen_without);
      seen_without = seen_without || on_request;
    }
  for (guint i = 0; i + 1 < n; i++)
    {
      assert_order (cheap, i, i + 1);
      assert_order (dear, i + 1, i);
    }
  for (guint i = 0; i < count_items (named); i++)
    {
      g_autofree char *path = g_strdup_printf ("items.%u.name", i);
      g_autofree char *key = sme_text_sort_key (answer_text (named, path));

      if (before != NULL)
        g_assert_cmpstr (before, <=, key);
      g_free (before);
      before = g_steal_pointer (&key);
    }
}

static void
test_pages (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) first = search (fixture, "vnpt", "&limit=3");
  g_autofree char *more = g_strconcat ("&limit=3&after=", answer_text (first, "next"), NULL);
  g_autoptr (Answer) second = search (fixture, "vnpt", more);
  g_autoptr (Answer) beyond = search (fixture, "vnpt", "&after=99999999999999999999");

  g_assert_cmpuint (count_items (first), ==, 3);
  g_assert_cmpint (answer_int (second, "total"), ==, answer_int (first, "total"));
  g_assert_cmpstr (answer_text (second, "items.0.id"), !=, answer_text (first, "items.2.id"));
  g_assert_cmpuint (count_items (beyond), ==, 0);
}

/* Nothing that is typed is taken for the language of the engine. */
static void
test_hostile (void)
{
  static const char *const typed[] = { "\"",
                                       "ky\" OR \"so",
                                       "NEAR(ky so)",
                                       "ky* AND",
                                       "words:ky",
                                       "-ky",
                                       "'; DROP TABLE service; --",
                                       "%",
                                       "_",
                                       "\xe2\x80\x8b" };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    answer_free (search (fixture, typed[i], ""));
  g_assert_true (finds (fixture, "ky so", REMOTE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/a10-a11-by-the-number-of-the-portal", test_number);
  g_test_add_func ("/search/a11-without-marks-and-in-any-case", test_folding);
  g_test_add_func ("/search/a11-as-one-types", test_beginnings);
  g_test_add_func ("/search/one-wrong-letter", test_typos);
  g_test_add_func ("/search/parts-in-pages", test_pages_of_parts);
  g_test_add_func ("/search/filters", test_filters);
  g_test_add_func ("/search/free-to-try", test_trials);
  g_test_add_func ("/search/sorting", test_sorting);
  g_test_add_func ("/search/prices-are-compared-by-the-month", test_prices_per_month);
  g_test_add_func ("/search/pages", test_pages);
  g_test_add_func ("/search/hostile-words", test_hostile);
  return g_test_run ();
}
