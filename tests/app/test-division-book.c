/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-division-book.h"

#include "app-fixture.h"

#include <glib/gstdio.h>

#define LIST(name) \
  "{\"items\":[{\"code\":\"31\",\"name\":\"" name \
  "\",\"type\":\"Thành phố\",\"level\":1}],\"total\":1}"
#define EDITIONS(day) "{\"items\":[{\"edition\":\"2025\",\"dated\":\"" day "\"}],\"total\":1}"

typedef struct
{
  GListModel *list;
  gboolean done;
} Asked;

static void
on_list (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;

  asked->list = sme_division_book_list_finish (SME_DIVISION_BOOK (source), result, NULL);
  asked->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Asked *) data)->done;
}

/* The name of the first province, or NULL. */
static char *
ask (FakeShop *shop)
{
  Asked asked = { 0 };
  g_autoptr (SmeRecord) first = NULL;
  char *name;

  sme_division_book_list_async (sme_division_book_of (SME_CALLER (shop)), SME_EDITION_2025, NULL,
                                NULL, on_list, &asked);
  app_run_until (is_done, &asked);
  if (asked.list == NULL)
    return NULL;
  first = g_list_model_get_item (asked.list, 0);
  name = g_strdup (sme_record_get_text (first, "name"));
  g_object_unref (asked.list);
  return name;
}

static char *
get_path (void)
{
  return g_build_filename (g_get_user_cache_dir (), "onesme", "divisions", "2025-all.json", NULL);
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
is_newer (gpointer path)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, "Hải Phòng mới") != NULL;
}

/* Asked once, kept over the runs, read anew when they are of another day, there without a server.
 */
static void
test_cache (void)
{
  g_autoptr (FakeShop) first = fake_shop_new ();
  g_autoptr (FakeShop) second = fake_shop_new ();
  g_autoptr (FakeShop) later = fake_shop_new ();
  g_autoptr (FakeShop) offline = fake_shop_new ();
  g_autofree char *path = get_path ();
  g_autofree char *a = NULL, *b = NULL, *c = NULL, *d = NULL, *e = NULL;

  g_unlink (path);
  fake_shop_answer (first, SME_OP_LIST_DIVISION_EDITIONS, NULL, EDITIONS ("2026-09-20"));
  fake_shop_answer (first, SME_OP_LIST_DIVISIONS, NULL, LIST ("Hải Phòng"));
  a = ask (first);
  b = ask (first);
  g_assert_cmpstr (a, ==, "Hải Phòng");
  g_assert_cmpstr (b, ==, "Hải Phòng");
  g_assert_cmpuint (fake_shop_count (first, SME_OP_LIST_DIVISIONS), ==, 1);
  app_run_until (is_written, path);
  /* Another run. */
  fake_shop_answer (second, SME_OP_LIST_DIVISION_EDITIONS, NULL, EDITIONS ("2026-09-20"));
  c = ask (second);
  g_assert_cmpstr (c, ==, "Hải Phòng");
  g_assert_cmpuint (fake_shop_count (second, SME_OP_LIST_DIVISIONS), ==, 0);
  /* No server. */
  fake_shop_refuse (offline, SME_OP_LIST_DIVISION_EDITIONS, SME_PROBLEM_UNREACHABLE);
  fake_shop_refuse (offline, SME_OP_LIST_DIVISIONS, SME_PROBLEM_UNREACHABLE);
  d = ask (offline);
  g_assert_cmpstr (d, ==, "Hải Phòng");
  /* A newer table. */
  fake_shop_answer (later, SME_OP_LIST_DIVISION_EDITIONS, NULL, EDITIONS ("2027-01-01"));
  fake_shop_answer (later, SME_OP_LIST_DIVISIONS, NULL, LIST ("Hải Phòng mới"));
  e = ask (later);
  g_assert_cmpstr (e, ==, "Hải Phòng mới");
  /* Or it would be written when the next test has begun. */
  app_run_until (is_newer, path);
}

static void
test_damaged (void)
{
  g_autoptr (FakeShop) shop = fake_shop_new ();
  g_autofree char *path = get_path ();
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *name = NULL;

  g_mkdir_with_parents (directory, 0700);
  g_assert_true (g_file_set_contents (path, "{\"dated\":20260920,\"items\":[{}", -1, NULL));
  fake_shop_refuse (shop, SME_OP_LIST_DIVISION_EDITIONS, SME_PROBLEM_UNREACHABLE);
  fake_shop_refuse (shop, SME_OP_LIST_DIVISIONS, SME_PROBLEM_UNREACHABLE);
  name = ask (shop);
  g_assert_null (name);
}

/* The file, and each folder up to the one made for this run. */
static void
remove_cache (const char *cache)
{
  g_autofree char *path = get_path ();

  g_remove (path);
  while (!g_str_equal (path, cache))
    {
      g_autofree char *parent = g_path_get_dirname (path);

      g_rmdir (parent);
      g_free (path);
      path = g_steal_pointer (&parent);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("onesme-cache-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  app_test_init (&argc, &argv);
  g_test_add_func ("/a22/divisions-are-kept-with-their-day", test_cache);
  g_test_add_func ("/a22/a-damaged-list-is-none", test_damaged);
  status = g_test_run ();
  remove_cache (cache);
  return status;
}
