/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-qr-code.h"

#include "app-fixture.h"
#include "app/order/sme-payment-view.h"
#include "core/sme-vietqr-details.h"
#include "core/sme-vietqr.h"

#include <glib/gstdio.h>
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

typedef struct
{
  GtkWidget *window;
  int width;
  GskRenderNode *node;
} Frame;

/* What the window shows, as soon as it has drawn itself in its new size. */
static gboolean
is_drawn (gpointer data)
{
  Frame *frame = data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (frame->window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (frame->window),
                          gtk_widget_get_height (frame->window));
  g_clear_pointer (&frame->node, gsk_render_node_unref);
  frame->node = gtk_snapshot_free_to_node (snapshot);
  return frame->node != NULL && gtk_widget_get_width (frame->window) == frame->width;
}

static void
save (GtkWidget *window, int width, const char *path)
{
  Frame frame = { window, width, NULL };
  g_autoptr (GdkTexture) texture = NULL;

  app_run_until (is_drawn, &frame);
  texture =
    gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), frame.node, NULL);
  gsk_render_node_unref (frame.node);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/* By the eye of another program (zbar): what a telephone's camera would read. */
static char *
read_code (GtkWidget *window, int width)
{
  g_autofree char *folder = g_dir_make_tmp ("code-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "window.png", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) reader = NULL;
  char *said = NULL;

  save (window, width, path);
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "zbarimg", "--quiet", "--raw",
                             path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (reader, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return g_strchomp (said);
}

static SmePayment *
make_payment (const char *payload)
{
  SmePayment *payment = sme_payment_new ();
  SmeRecord *record = SME_RECORD (payment);
  g_autoptr (SmeRecord) vietqr = SME_RECORD (sme_vietqr_details_new ());

  sme_record_set_text (record, "id", "p-1");
  sme_record_set_nick (record, "state", "pending");
  sme_record_set_nick (record, "method", "vietqr");
  sme_record_set_int (record, "amount", 220000);
  sme_record_set_text (vietqr, "payload", payload);
  sme_record_set_text (vietqr, "reference", "OSM12726");
  sme_record_set_text (vietqr, "account", "0123456789");
  sme_record_set_text (vietqr, "bank_name", "VietinBank");
  sme_record_set_object (record, "vietqr", vietqr);
  return payment;
}

/* The whole page, narrow and wide, light and dark; what is read is a transfer that is right. */
static void
test_decoded (AppFixture *f, gconstpointer data)
{
  static const int widths[] = { 360, 1000 };
  SmeVietqr wanted = { .bin = "970415",
                       .account = "0123456789",
                       .one_time = TRUE,
                       .amount = 220000,
                       .purpose = "OSM12726" };
  g_autofree char *payload = sme_vietqr_build (&wanted, NULL);
  g_autoptr (SmePayment) payment = make_payment (payload);
  GtkWidget *view = sme_payment_view_new (f->context);
  gboolean dark = GPOINTER_TO_INT (data);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
  sme_payment_view_set_payment (SME_PAYMENT_VIEW (view), payment);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *read = NULL;
      g_autoptr (SmeVietqr) transfer = NULL;

      app_fixture_show (f, view, widths[i], 720);
      read = read_code (f->window, widths[i]);
      g_assert_cmpstr (read, ==, payload);
      transfer = sme_vietqr_parse (read, NULL);
      g_assert_nonnull (transfer);
      g_assert_cmpint (transfer->amount, ==, 220000);
      g_assert_cmpstr (transfer->account, ==, "0123456789");
      g_assert_cmpstr (transfer->purpose, ==, "OSM12726");
    }
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/a32/no-seams-run-through-the-code", AppFixture, NULL, app_fixture_set_up,
              test_whole_pixels, app_fixture_tear_down);
  g_test_add ("/a32/the-shown-code-is-read-in-light", AppFixture, GINT_TO_POINTER (FALSE),
              app_fixture_set_up, test_decoded, app_fixture_tear_down);
  g_test_add ("/a32/the-shown-code-is-read-in-dark", AppFixture, GINT_TO_POINTER (TRUE),
              app_fixture_set_up, test_decoded, app_fixture_tear_down);
  return g_test_run ();
}
