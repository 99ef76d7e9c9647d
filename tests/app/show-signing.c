/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To look at, by hand: the signing page at one of its steps, saved as a picture.
 *   show-signing STATE WIDTH HEIGHT light|dark FILE.png
 * STATE is a nick of #SmeSigningState, or wrong, typing or contract. */
#include "app/signing/sme-ended-step.h"
#include "app/signing/sme-signing-page.h"
#include "app/sme-window.h"
#include "signing-desk.h"

#include <stdlib.h>

static char **arguments;

/* What the application's own style does. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr (GtkCssProvider) dark = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  gtk_css_provider_load_from_resource (provider, "/vn/onesme/Desktop/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), 600);
  if (!g_str_equal (arguments[4], "dark"))
    return;
  gtk_css_provider_load_from_resource (dark, "/vn/onesme/Desktop/style-dark.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (dark), 601);
}

static gboolean
on_settled (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
let_settle (void)
{
  gboolean settled = FALSE;

  g_timeout_add (1200, on_settled, &settled);
  signing_run_until (is_true, &settled);
}

static void
save (GtkWidget *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkTexture *texture;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
  g_object_unref (texture);
  gsk_render_node_unref (node);
}

static void
go_to (GtkWidget *page, SigningFixture *f, const char *name)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (SME_TYPE_SIGNING_STATE);
  GEnumValue *value = g_enum_get_value_by_nick (states, name);
  g_autofree char *code = NULL, *wrong = NULL;

  if (g_str_equal (name, "ended"))
    {
      signing_desk_go_to (page, f, SME_SIGNING_DRAWING);
      signing_fixture_advance (f, 31 * 60);
      let_settle ();
      if (app_find (page, SME_TYPE_ENDED_STEP, NULL) == NULL)
        signing_desk_draw (page);
      return;
    }
  if (g_str_equal (name, "typing"))
    {
      GtkWidget *label;

      signing_desk_go_to (page, f, SME_SIGNING_DRAWING);
      label = app_find (page, GTK_TYPE_LABEL, "Type");
      gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
      return;
    }
  if (!g_str_equal (name, "locked") && !g_str_equal (name, "wrong"))
    {
      signing_desk_go_to (page, f, (SmeSigningState) value->value);
      return;
    }
  signing_desk_go_to (page, f, SME_SIGNING_OTP);
  code = signing_fixture_read_code (f);
  wrong = signing_make_wrong_code (code);
  for (guint i = 0; i < (g_str_equal (name, "wrong") ? 1 : 3); i++)
    {
      signing_desk_type_code (page, "");
      signing_desk_type_code (page, wrong);
      let_settle ();
    }
}

static void
show (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeContext) context = signing_desk_make_context (f);
  SmeWindow *window = sme_window_new (NULL, context);
  g_autofree char *sign = g_strconcat ("sign:", f->order_id, NULL);
  g_autofree char *view = g_strconcat ("contract:", f->order_id, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), atoi (arguments[2]), atoi (arguments[3]));
  gtk_window_present (GTK_WINDOW (window));
  sme_window_open (window, sign);
  if (g_str_equal (arguments[1], "contract"))
    {
      signing_desk_go_to (GTK_WIDGET (window), f, SME_SIGNING_DONE);
      sme_window_open (window, view);
    }
  else
    go_to (GTK_WIDGET (window), f, arguments[1]);
  let_settle ();
  save (GTK_WIDGET (window), arguments[5]);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autofree char *program = g_strdup (argv[0]);
  int none = 1;
  char *only[] = { program, NULL };
  char **rest = only;

  g_assert_cmpint (argc, ==, 6);
  arguments = argv;
  app_test_init (&none, &rest);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (argv[4], "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  load_style ();
  g_test_add ("/show", SigningFixture, NULL, signing_fixture_set_up, show,
              signing_fixture_tear_down);
  return signing_fixture_run ();
}
