/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of every service of the catalog has something to read on each of its tabs, in both
 * languages (acceptance A14). */
#include "backend-fixture.h"

#include <string.h>

#define SLOGANS 6
#define UNREVIEWED 5

static JsonObject *
get_object (Answer *answer)
{
  assert_status (answer, 200);
  return json_node_get_object (answer->json);
}

static Answer *
get_in (Fixture *fixture, const char *path, const char *language)
{
  Request request = { "GET", path, .header = "Accept-Language", .value = language };

  return fixture_send (fixture, &request);
}

/* How many texts @name has; none of them is empty. */
static guint
count_texts (JsonObject *object, const char *name)
{
  JsonArray *texts =
    json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;
  guint n = texts != NULL ? json_array_get_length (texts) : 0;

  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (json_array_get_string_element (texts, i), !=, "");
  return n;
}

/* @owners: (element-type utf8 utf8): whose each slogan is */
static void
take_slogans (JsonObject *service, GHashTable *owners)
{
  JsonArray *slogans = json_object_get_array_member (service, "slogans");

  g_assert_cmpuint (count_texts (service, "slogans"), ==, SLOGANS);
  for (guint i = 0; i < SLOGANS; i++)
    {
      char *slogan = g_utf8_casefold (json_array_get_string_element (slogans, i), -1);
      char *id = g_strdup (json_object_get_string_member (service, "id"));

      g_test_message ("%s: %s", id, slogan);
      g_assert_true (g_hash_table_insert (owners, slogan, id));
    }
}

static void
assert_plans (JsonObject *service)
{
  JsonArray *plans = json_object_get_array_member (service, "plans");

  g_assert_cmpuint (json_array_get_length (plans), >, 0);
  for (guint i = 0; i < json_array_get_length (plans); i++)
    g_assert_cmpuint (count_texts (json_array_get_object_element (plans, i), "features"), >=, 4);
}

static void
assert_releases (JsonObject *service)
{
  JsonArray *releases = json_object_get_array_member (service, "releases");

  g_assert_cmpuint (json_array_get_length (releases), >=, 2);
  for (guint i = 0; i < json_array_get_length (releases); i++)
    g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (releases, i), "notes"), !=, "");
}

static void
assert_every_service (Fixture *fixture, const char *language)
{
  g_autoptr (Answer) all = get_in (fixture, "/v1/services?limit=100", language);
  JsonArray *items = json_object_get_array_member (get_object (all), "items");
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n = json_array_get_length (items), n_reviewed = 0;

  g_assert_cmpuint (n, >=, 45);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *card = json_array_get_object_element (items, i);
      const char *id = json_object_get_string_member (card, "id");
      g_autofree char *path = g_strconcat ("/v1/services/", id, NULL);
      g_autoptr (Answer) answer = get_in (fixture, path, language);
      JsonObject *service = get_object (answer);

      take_slogans (service, owners);
      g_assert_cmpuint (count_texts (service, "overview"), >=, 3);
      g_assert_cmpuint (count_texts (service, "values"), >=, 3);
      g_assert_cmpuint (count_texts (service, "guide"), >=, 3);
      assert_plans (service);
      assert_releases (service);
      n_reviewed += json_object_get_int_member_with_default (service, "review_count", 0) > 0;
    }
  g_assert_cmpuint (n_reviewed + UNREVIEWED, >=, n);
}

static void
test_vietnamese (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  assert_every_service (fixture, "vi");
}

static void
test_english (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  assert_every_service (fixture, "en");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shelves/a14-every-tab-in-vietnamese", test_vietnamese);
  g_test_add_func ("/shelves/a14-every-tab-in-english", test_english);
  return g_test_run ();
}
