/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders are found, sifted and sorted where they are kept (acceptance A70). */
#include "backend-fixture.h"

#define BASIC "smartca-on-ca-nhan-co-ban"
#define FREE "smartca-on-ps"

typedef struct
{
  Fixture *fixture;
  char *access;
  char *draft;    /* of BASIC */
  char *declared; /* of FREE, for Nguyễn Văn An */
  char *gone;     /* of BASIC, cancelled */
} Desk;

static void
cancel (Desk *desk, const char *order)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cancellation", order);
  g_autoptr (Answer) answer = fixture_call (desk->fixture, "POST", path, desk->access, NULL);

  assert_status (answer, 200);
}

static Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->fixture = fixture_new ();
  desk->access = fixture_sign_up (desk->fixture, "an@vidu.vn");
  desk->draft = fixture_order (desk->fixture, desk->access, BASIC);
  desk->declared = fixture_order (desk->fixture, desk->access, FREE);
  fixture_declare (desk->fixture, desk->access, desk->declared);
  desk->gone = fixture_order (desk->fixture, desk->access, BASIC);
  cancel (desk, desk->gone);
  return desk;
}

static void
desk_free (Desk *desk)
{
  fixture_free (desk->fixture);
  g_free (desk->access);
  g_free (desk->draft);
  g_free (desk->declared);
  g_free (desk->gone);
  g_free (desk);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static Answer *
list (Desk *desk, const char *query)
{
  g_autofree char *path = g_strconcat ("/v1/orders?", query, NULL);

  return fixture_call (desk->fixture, "GET", path, desk->access, NULL);
}

static Answer *
search (Desk *desk, const char *words)
{
  g_autofree char *escaped = g_uri_escape_string (words, NULL, FALSE);
  g_autofree char *query = g_strconcat ("query=", escaped, NULL);

  return list (desk, query);
}

static void
assert_found (Desk *desk, const char *words, gint64 total, const char *first)
{
  g_autoptr (Answer) answer = search (desk, words);

  g_test_message ("%s", words);
  assert_status (answer, 200);
  g_assert_cmpint (answer_int (answer, "total"), ==, total);
  if (first != NULL)
    g_assert_cmpstr (answer_text (answer, "items.0.id"), ==, first);
}

/* By number, plan, service and person; neither case nor marks matter, and a wildcard is a sign. */
static void
test_search (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Answer) all = list (desk, "sort=newest");
  g_autofree char *number = g_ascii_strdown (answer_text (all, "items.1.number"), -1);

  g_assert_cmpint (answer_int (all, "total"), ==, 3);
  assert_found (desk, number, 1, desk->declared);
  assert_found (desk, "nguyen van an", 1, desk->declared);
  assert_found (desk, " NGUYỄN VĂN ", 1, desk->declared);
  assert_found (desk, "ca nhan co ban", 2, desk->gone);
  assert_found (desk, "kÝ SỐ từ xa", 3, desk->gone);
  assert_found (desk, "%", 0, NULL);
  assert_found (desk, "Trần Thị Bình", 0, NULL);
}

/* Whoever is declared anew is found by the new name, and not by the old one. */
static void
test_name_changes (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", desk->declared);
  g_autofree char *profile_path = g_strconcat (path, "/profile", NULL);
  g_auto (GStrv) parts = g_strsplit (fixture_profile, "Nguyễn Văn An", 2);
  g_autofree char *body = g_strjoinv ("Đỗ Thị Bích", parts);
  g_autoptr (Answer) current = fixture_call (desk->fixture, "GET", path, desk->access, NULL);
  Request request = { "PUT", profile_path, body, desk->access, .if_match = current->etag };
  g_autoptr (Answer) declared = fixture_send (desk->fixture, &request);

  assert_status (declared, 200);
  assert_found (desk, "do thi bich", 1, desk->declared);
  assert_found (desk, "nguyen van an", 0, NULL);
}

static void
assert_group (Desk *desk, const char *group, gint64 total, const char *first)
{
  g_autofree char *query = g_strconcat ("group=", group, NULL);
  g_autoptr (Answer) answer = list (desk, query);

  g_test_message ("%s", group);
  assert_status (answer, 200);
  g_assert_cmpint (answer_int (answer, "total"), ==, total);
  if (first != NULL)
    g_assert_cmpstr (answer_text (answer, "items.0.id"), ==, first);
}

static void
test_groups (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (Answer) wrong = list (desk, "group=draft");
  g_autoptr (Answer) both = list (desk, "group=to_do&query=co%20ban");

  assert_group (desk, "to_do", 2, desk->declared);
  assert_group (desk, "waiting", 0, NULL);
  assert_group (desk, "done", 0, NULL);
  assert_group (desk, "cancelled", 1, desk->gone);
  g_assert_cmpint (answer_int (both, "total"), ==, 1);
  g_assert_cmpstr (answer_text (both, "items.0.id"), ==, desk->draft);
  assert_status (wrong, 422);
}

static char *
name_order (Desk *desk, const char *id)
{
  return g_strdup (g_str_equal (id, desk->draft)      ? "draft "
                   : g_str_equal (id, desk->declared) ? "declared "
                                                      : "gone ");
}

/* Page by page, one on each. */
static char *
walk (Desk *desk, const char *query)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *after = g_strdup ("");

  for (guint i = 0; after != NULL && i < 10; i++)
    {
      g_autofree char *page_query =
        g_strdup_printf ("%s&limit=1%s%s", query, *after != '\0' ? "&after=" : "", after);
      g_autoptr (Answer) page = list (desk, page_query);
      g_autofree char *name = name_order (desk, answer_text (page, "items.0.id"));

      assert_status (page, 200);
      g_string_append (names, name);
      g_free (after);
      after = json_object_has_member (json_node_get_object (page->json), "next")
                ? g_strdup (answer_text (page, "next"))
                : NULL;
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
test_sorted_page_by_page (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *newest = walk (desk, "sort=newest"), *name = walk (desk, "sort=name");
  g_autofree char *price = walk (desk, "sort=price"), *found = walk (desk, "query=co%20ban");

  g_assert_cmpstr (newest, ==, "gone declared draft ");
  /* The same plan twice: by its number. */
  g_assert_cmpstr (name, ==, "draft gone declared ");
  g_assert_true (g_str_has_suffix (price, "declared "));
  g_assert_cmpstr (found, ==, "gone draft ");
}

/* Nobody finds the orders of somebody else, nor goes on where they end. */
static void
test_own_only (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autofree char *other = fixture_sign_up (desk->fixture, "binh@vidu.vn");
  g_autofree char *order = fixture_order (desk->fixture, other, BASIC);
  g_autofree char *path = g_strdup_printf ("/v1/orders?query=co%%20ban&after=%s", desk->draft);
  g_autoptr (Answer) answer = fixture_call (desk->fixture, "GET", path, other, NULL);

  assert_status (answer, 200);
  g_assert_cmpint (answer_int (answer, "total"), ==, 1);
  g_assert_cmpstr (answer_text (answer, "items.0.id"), ==, order);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a70/orders/found-by-number-plan-service-and-person", test_search);
  g_test_add_func ("/a70/orders/found-by-who-is-declared-now", test_name_changes);
  g_test_add_func ("/a70/orders/sifted-by-where-they-stand", test_groups);
  g_test_add_func ("/a70/orders/sorted-page-by-page", test_sorted_page_by_page);
  g_test_add_func ("/a70/orders/nobody-elses", test_own_only);
  return g_test_run ();
}
