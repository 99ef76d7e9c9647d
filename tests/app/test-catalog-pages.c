/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/catalog/sme-categories-page.h"
#include "app/catalog/sme-news-page.h"
#include "app/catalog/sme-service-list-page.h"
#include "catalog-samples.h"
#include "core/sme-enums.h"

static void
test_categories (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  GtkWidget *child;

  fake_shop_answer (f->shop, SME_OP_LIST_CATEGORIES, NULL,
                    SAMPLE_LIST ("{\"id\":\"health\",\"name\":\"Y tế số\",\"services\":3}", 1));
  page = app_fixture_show_page (f, SME_TYPE_CATEGORIES_PAGE, "categories");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_true (app_shows (GTK_WIDGET (page), "Y tế số"));
  g_assert_true (app_shows (GTK_WIDGET (page), "3 services"));
  child = app_find (GTK_WIDGET (page), GTK_TYPE_FLOW_BOX_CHILD, NULL);
  g_signal_emit_by_name (child, "activate");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open category:health?name=Y%20tế%20số");
}

typedef struct
{
  const char *choice;
  GtkWidget *found;
} Wanted;

static void
look_for_drop_down (GtkWidget *widget, Wanted *wanted)
{
  if (GTK_IS_DROP_DOWN (widget))
    {
      GListModel *names = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));

      if (names != NULL &&
          g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), 0), wanted->choice))
        wanted->found = widget;
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && wanted->found == NULL; child = gtk_widget_get_next_sibling (child))
    look_for_drop_down (child, wanted);
}

/* The one whose first choice is @choice. */
static GtkWidget *
find_drop_down (GtkWidget *root, const char *choice)
{
  Wanted wanted = { choice, NULL };

  look_for_drop_down (root, &wanted);
  g_assert_nonnull (wanted.found);
  return wanted.found;
}

static gboolean
is_narrowed_away (gpointer page)
{
  return app_shows (page, "No service fits these filters");
}

static void
test_list (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  SmeRecord *query;
  GtkWidget *chooser;

  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_CARD, 1));
  page = app_fixture_show_page (f, SME_TYPE_SERVICE_LIST_PAGE, "category:health?name=Y");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_cmpstr (sme_page_get_title (page), ==, "Y");
  query = fake_shop_get_query (f->shop, SME_OP_LIST_SERVICES);
  g_assert_cmpstr (sme_record_get_text (query, "category"), ==, "health");
  g_assert_false (sme_record_has (query, "customer_type"));
  /* The page is of a category already. */
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_CATEGORIES), ==, 0);
  chooser = find_drop_down (GTK_WIDGET (page), "For everybody");
  fake_shop_answer (f->shop, SME_OP_LIST_SERVICES, NULL, "{\"items\":[],\"total\":0}");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 3);
  query = fake_shop_get_query (f->shop, SME_OP_LIST_SERVICES);
  g_assert_cmpint (sme_record_get_int (query, "customer_type"), ==, SME_CUSTOMER_ENTERPRISE);
  app_run_until (is_narrowed_away, page);
  /* The filters stay, so that another choice can be made. */
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_CONTENT);
  app_assert_named (GTK_WIDGET (page));
}

#define NEWS \
  SAMPLE_LIST ( \
    "{\"id\":\"n1\",\"kind\":\"news\",\"title\":\"Tin\",\"body\":\"Nội dung\"," \
    "\"published_on\":\"2026-11-20\"}," \
    "{\"id\":\"n2\",\"kind\":\"promotion\",\"title\":\"Khuyến mại\"," \
    "\"body\":\"Giảm\",\"demonstration\":true}," \
    "{\"id\":\"n3\",\"kind\":\"earn\",\"title\":\"Kiếm tiền\",\"body\":\"Giới thiệu\"}", \
    3)

static void
test_news (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_NEWS, NULL, NEWS);
  page = app_fixture_show_page (f, SME_TYPE_NEWS_PAGE, "news");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_true (app_shows (GTK_WIDGET (page), "Nội dung"));
  g_assert_true (app_shows (GTK_WIDGET (page), "20/11/2026"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Promotion · Example"));
  g_assert_false (app_shows (GTK_WIDGET (page), "Kiếm tiền"));
}

static void
test_earn (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LIST_NEWS, NULL, NEWS);
  page = app_fixture_show_page (f, SME_TYPE_NEWS_PAGE, "earn");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_cmpstr (sme_page_get_title (page), ==, "Earn online");
  g_assert_cmpint (sme_record_get_int (fake_shop_get_query (f->shop, SME_OP_LIST_NEWS), "kind"), ==,
                   SME_NEWS_EARN);
  g_assert_true (app_shows (GTK_WIDGET (page), "Kiếm tiền"));
  g_assert_false (app_shows (GTK_WIDGET (page), "Khuyến mại"));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a12/all-categories-lead-to-their-services", test_categories);
  ADD ("/service-list-page/asks-for-what-is-chosen", test_list);
  ADD ("/a12/news-and-promotions", test_news);
  ADD ("/a12/earn-online", test_earn);
  return g_test_run ();
}
