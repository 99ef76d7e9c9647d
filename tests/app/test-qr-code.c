/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-qr-code.h"

#include "app-fixture.h"

#include <math.h>

static gboolean
is_whole (float number)
{
  return floorf (number) == number;
}

static void
assert_whole_pixels (GskRenderNode *node)
{
  graphene_rect_t bounds;

  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      assert_whole_pixels (gsk_container_node_get_child (node, i));
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_true (is_whole (bounds.origin.x) && is_whole (bounds.origin.y));
  g_assert_true (is_whole (bounds.size.width) && is_whole (bounds.size.height));
}

/* Whatever is left over round the code, even or odd. */
static void
test_whole_pixels (AppFixture *f, gconstpointer data)
{
  GtkWidget *code = sme_qr_code_new ();

  sme_qr_code_set_text (SME_QR_CODE (code), "https://smartca.vnpt.vn");
  app_fixture_show (f, code, 300, 300);
  for (int size = 240; size < 244; size++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      gtk_widget_allocate (code, size, size, -1, NULL);
      GTK_WIDGET_GET_CLASS (code)->snapshot (code, snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      assert_whole_pixels (node);
      gsk_render_node_unref (node);
    }
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/a32/no-seams-run-through-the-code", AppFixture, NULL, app_fixture_set_up,
              test_whole_pixels, app_fixture_tear_down);
  return g_test_run ();
}
