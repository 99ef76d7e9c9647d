/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-wrap-box.h"

#include "app-fixture.h"

typedef struct
{
  AppFixture app;
  GtkWidget *wrap;
  GtkWidget *children[3]; /* 100, 80 and 60 wide, 20, 30 and 10 high */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  static const int sizes[][2] = { { 100, 20 }, { 80, 30 }, { 60, 10 } };

  app_fixture_set_up (&f->app, NULL);
  f->wrap = sme_wrap_box_new ();
  for (guint i = 0; i < G_N_ELEMENTS (f->children); i++)
    {
      f->children[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_size_request (f->children[i], sizes[i][0], sizes[i][1]);
      sme_wrap_box_append (SME_WRAP_BOX (f->wrap), f->children[i]);
    }
  app_fixture_show (&f->app, f->wrap, 400, 300);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  app_fixture_tear_down (&f->app, data);
}

static int
get_height (Fixture *f, int width)
{
  int height;

  gtk_widget_measure (f->wrap, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static graphene_rect_t
get_place (Fixture *f, guint child, int width)
{
  graphene_rect_t place;

  gtk_widget_allocate (f->wrap, width, get_height (f, width), -1, NULL);
  g_assert_true (gtk_widget_compute_bounds (f->children[child], f->wrap, &place));
  return place;
}

static void
test_rows (Fixture *f, gconstpointer data)
{
  int minimum, natural;

  gtk_widget_measure (f->wrap, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 100 + 80 + 60 + 2 * 6);
  g_assert_cmpint (get_height (f, 252), ==, 30);
  g_assert_cmpint (get_height (f, 251), ==, 30 + 6 + 10);
  g_assert_cmpint (get_height (f, 100), ==, 20 + 6 + 30 + 6 + 10);
}

/* What expands takes what its row has left, and nothing of the rows below. */
static void
test_expands (Fixture *f, gconstpointer data)
{
  graphene_rect_t first, second, third;

  gtk_widget_set_hexpand (f->children[0], TRUE);
  first = get_place (f, 0, 200);
  second = get_place (f, 1, 200);
  third = get_place (f, 2, 200);
  g_assert_cmpfloat (first.size.width, ==, 200 - 6 - 80);
  g_assert_cmpfloat (second.origin.x, ==, 120);
  g_assert_cmpfloat (second.size.width, ==, 80);
  g_assert_cmpfloat (third.origin.x, ==, 0);
  g_assert_cmpfloat (third.size.width, ==, 60);
}

static void
test_places (Fixture *f, gconstpointer data)
{
  graphene_rect_t second = get_place (f, 1, 200);
  graphene_rect_t third = get_place (f, 2, 200);

  g_assert_cmpfloat (second.origin.x, ==, 106);
  g_assert_cmpfloat (second.origin.y, ==, 0);
  g_assert_cmpfloat (third.origin.x, ==, 0);
  g_assert_cmpfloat (third.origin.y, ==, 36);
  g_assert_cmpfloat (third.size.width, ==, 60);
}

static void
test_hidden (Fixture *f, gconstpointer data)
{
  gtk_widget_set_visible (f->children[1], FALSE);
  g_assert_cmpint (get_height (f, 166), ==, 20);
  g_assert_cmpfloat (get_place (f, 2, 166).origin.x, ==, 106);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/wrap-box/as-many-rows-as-needed", test_rows);
  ADD ("/wrap-box/children-keep-their-width", test_places);
  ADD ("/wrap-box/a-child-that-expands-fills-its-row", test_expands);
  ADD ("/wrap-box/hidden-children-take-no-room", test_hidden);
  return g_test_run ();
}
