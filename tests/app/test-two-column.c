/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-two-column.h"

#include "app-fixture.h"
#include "app/sme-two-column-layout.h"

typedef struct
{
  AppFixture app;
  GtkWidget *columns, *main, *side;
} Fixture;

static GtkWidget *
make_box (int width, int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (box, width, height);
  return box;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  app_fixture_set_up (&f->app, NULL);
  f->columns = sme_two_column_new ();
  f->main = make_box (200, 300);
  f->side = make_box (150, 100);
  sme_two_column_set_main (SME_TWO_COLUMN (f->columns), f->main);
  sme_two_column_set_side (SME_TWO_COLUMN (f->columns), f->side);
  app_fixture_show (&f->app, f->columns, 600, 600);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  app_fixture_tear_down (&f->app, data);
}

static void
place (Fixture *f, int width, graphene_rect_t *main, graphene_rect_t *side)
{
  int height;

  gtk_widget_measure (f->columns, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (f->columns, width, height, -1, NULL);
  g_assert_true (gtk_widget_compute_bounds (f->main, f->columns, main));
  g_assert_true (gtk_widget_compute_bounds (f->side, f->columns, side));
}

static void
test_wide (Fixture *f, gconstpointer data)
{
  graphene_rect_t main, side;

  place (f, 1200, &main, &side);
  g_assert_cmpfloat (main.size.width, ==, 640);
  g_assert_cmpfloat (side.size.width, ==, 280);
  g_assert_cmpfloat (side.origin.x, ==, main.origin.x + 640 + 24);
  g_assert_cmpfloat (side.origin.y, ==, main.origin.y);
  /* The pair is in the middle. */
  g_assert_cmpfloat (main.origin.x, ==, 1200 - (side.origin.x + side.size.width));
}

static void
test_narrow (Fixture *f, gconstpointer data)
{
  graphene_rect_t main, side;

  place (f, 500, &main, &side);
  g_assert_cmpfloat (main.size.width, ==, 500);
  g_assert_cmpfloat (side.origin.x, ==, main.origin.x);
  g_assert_cmpfloat (side.origin.y, ==, 300 + 24);
  g_assert_true (sme_two_column_layout_get_narrow (
    SME_TWO_COLUMN_LAYOUT (gtk_widget_get_layout_manager (f->columns))));
}

static void
test_minimum (Fixture *f, gconstpointer data)
{
  int minimum, natural, narrow, wide;

  gtk_widget_measure (f->columns, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 200);
  g_assert_cmpint (natural, ==, 640 + 24 + 280);
  gtk_widget_measure (f->columns, GTK_ORIENTATION_VERTICAL, 300, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (f->columns, GTK_ORIENTATION_VERTICAL, 1000, &wide, NULL, NULL, NULL);
  g_assert_cmpint (narrow, ==, 300 + 24 + 100);
  g_assert_cmpint (wide, ==, 300);
}

static void
test_without_side (Fixture *f, gconstpointer data)
{
  int minimum, natural;

  gtk_widget_set_visible (f->side, FALSE);
  gtk_widget_measure (f->columns, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 640);
  sme_two_column_set_side (SME_TWO_COLUMN (f->columns), NULL);
  g_assert_null (gtk_widget_get_next_sibling (f->main));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/two-column/side-by-side-when-wide", test_wide);
  ADD ("/two-column/side-goes-below-when-narrow", test_narrow);
  ADD ("/two-column/asks-for-what-it-needs", test_minimum);
  ADD ("/two-column/without-a-side-there-is-one-column", test_without_side);
  return g_test_run ();
}
