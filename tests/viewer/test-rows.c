/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-rows.h"

/* Three of 100, 100 and 60; the second may grow. */
static GtkWidget *
make_rows (GtkWidget **children)
{
  GtkWidget *rows = g_object_ref_sink (sme_rows_new ());

  for (int i = 0; i < 3; i++)
    {
      children[i] = gtk_label_new (NULL);
      gtk_widget_set_size_request (children[i], i < 2 ? 100 : 60, 20);
      gtk_widget_set_parent (children[i], rows);
    }
  gtk_widget_set_hexpand (children[1], TRUE);
  return rows;
}

static void
assert_place (GtkWidget *rows, GtkWidget *child, int x, int y, int width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, rows, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
}

static int
get_height (GtkWidget *rows, int width)
{
  int height;

  gtk_widget_measure (rows, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
allocate (GtkWidget *rows, int width)
{
  int least, natural;

  gtk_widget_measure (rows, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  g_assert_cmpint (least, ==, 100);
  g_assert_cmpint (natural, ==, 272);
  gtk_widget_allocate (rows, width, get_height (rows, width), -1, NULL);
}

static void
test_rows (void)
{
  GtkWidget *children[3];
  GtkWidget *rows = make_rows (children);

  g_assert_cmpint (get_height (rows, 300), ==, 20);
  allocate (rows, 300);
  assert_place (rows, children[0], 0, 0, 100);
  assert_place (rows, children[1], 106, 0, 128);
  assert_place (rows, children[2], 240, 0, 60);

  g_assert_cmpint (get_height (rows, 271), ==, 46);
  allocate (rows, 271);
  assert_place (rows, children[1], 106, 0, 165);
  assert_place (rows, children[2], 0, 26, 271); /* the last one, as nobody else grows */

  g_assert_cmpint (get_height (rows, 100), ==, 72);
  allocate (rows, 100);
  assert_place (rows, children[2], 0, 52, 100);

  gtk_widget_set_visible (children[1], FALSE);
  g_assert_cmpint (get_height (rows, 170), ==, 20);
  g_assert_finalize_object (rows);
}

/* Several that expand are equally wide, as far as they can be, and high. */
static void
test_level (void)
{
  GtkWidget *children[3];
  GtkWidget *rows = make_rows (children);

  gtk_widget_set_hexpand (children[2], TRUE);
  gtk_widget_allocate (rows, 361, 20, -1, NULL);
  assert_place (rows, children[1], 106, 0, 124);
  assert_place (rows, children[2], 236, 0, 125);
  gtk_widget_allocate (rows, 290, 20, -1, NULL);
  assert_place (rows, children[1], 106, 0, 118);

  g_object_set (rows, "break-at", 400, NULL);
  g_assert_cmpint (get_height (rows, 399), ==, 72);
  gtk_widget_set_vexpand (children[0], TRUE);
  gtk_widget_set_vexpand (children[2], TRUE);
  gtk_widget_allocate (rows, 399, 172, -1, NULL);
  assert_place (rows, children[1], 0, 76, 399);
  assert_place (rows, children[2], 0, 102, 399);
  g_assert_cmpint (gtk_widget_get_height (children[2]), ==, 70);
  gtk_widget_allocate (rows, 400, 172, -1, NULL);
  assert_place (rows, children[2], 256, 0, 144);
  g_assert_finalize_object (rows);
}

static void
test_mirrored (void)
{
  GtkWidget *children[3];
  GtkWidget *rows = make_rows (children);

  gtk_widget_set_direction (rows, GTK_TEXT_DIR_RTL);
  allocate (rows, 300);
  assert_place (rows, children[0], 200, 0, 100);
  assert_place (rows, children[2], 0, 0, 60);
  g_assert_finalize_object (rows);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  g_test_add_func ("/rows/rows", test_rows);
  g_test_add_func ("/rows/level", test_level);
  g_test_add_func ("/rows/mirrored", test_mirrored);
  return g_test_run ();
}
