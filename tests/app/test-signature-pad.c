/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-pad.h"

#include "app/signing/sme-signature-pad-painter.h"
#include "ink/sme-ink-draw.h"

#include <math.h>

static const char pen, finger, mouse;

typedef struct
{
  GtkWidget *window;
  SmeSignaturePad *pad;
} Fixture;

static gboolean
on_late (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @done says so; ten seconds are too late. */
static void
run_until (gboolean (*done) (gpointer), gpointer data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (10, on_late, &late);

  while (!done (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

static gboolean
is_drawn (gpointer data)
{
  Fixture *f = data;

  return gtk_widget_get_width (GTK_WIDGET (f->pad)) > 0 && gtk_widget_get_mapped (f->window) &&
         gtk_window_is_active (GTK_WINDOW (f->window));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = gtk_window_new ();
  f->pad = SME_SIGNATURE_PAD (sme_signature_pad_new ());
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 480, 200);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->pad));
  gtk_window_present (GTK_WINDOW (f->window));
  run_until (is_drawn, f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  SmeSignaturePad *pad = g_object_ref (f->pad);

  gtk_window_destroy (GTK_WINDOW (f->window));
  g_assert_finalize_object (pad);
}

static void
draw_with (Fixture *f, gconstpointer owner, SmeInkSource source, double x, double y, guint n)
{
  sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_DOWN, owner, source, x, y, 10, -1);
  for (guint i = 1; i < n; i++)
    sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_MOVE, owner, source, x + 3.0 * i,
                            y + 20 * sin (i / 5.0), 10 + i, -1);
  sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_UP, owner, source, 0, 0, 0, -1);
}

static guint
n_strokes (Fixture *f)
{
  return sme_ink_get_n_strokes (sme_signature_pad_get_ink (f->pad));
}

static void
on_notify (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_properties (Fixture *f, gconstpointer data)
{
  guint empty = 0, undo = 0, redo = 0, hint = 0, ink = 0;
  g_autoptr (SmeInk) other = sme_ink_new (480, 200);

  g_signal_connect (f->pad, "notify::empty", G_CALLBACK (on_notify), &empty);
  g_signal_connect (f->pad, "notify::can-undo", G_CALLBACK (on_notify), &undo);
  g_signal_connect (f->pad, "notify::can-redo", G_CALLBACK (on_notify), &redo);
  g_signal_connect (f->pad, "notify::hint", G_CALLBACK (on_notify), &hint);
  g_signal_connect (f->pad, "notify::ink", G_CALLBACK (on_notify), &ink);

  draw_with (f, &mouse, SME_INK_SOURCE_MOUSE, 50, 100, 30);
  draw_with (f, &mouse, SME_INK_SOURCE_MOUSE, 60, 100, 30);
  g_assert_cmpuint (empty, ==, 1);
  g_assert_cmpuint (undo, ==, 1);
  g_assert_cmpuint (redo, ==, 0);
  g_assert_false (sme_signature_pad_get_empty (f->pad));

  sme_signature_pad_set_hint (f->pad, "Here");
  sme_signature_pad_set_hint (f->pad, "Here");
  g_assert_cmpuint (hint, ==, 1);

  g_object_set (f->pad, "ink", other, NULL);
  g_object_set (f->pad, "ink", other, NULL);
  g_assert_cmpuint (ink, ==, 1);
  g_assert_cmpuint (empty, ==, 2);
  g_assert_true (sme_signature_pad_get_ink (f->pad) == other);
  g_object_set (f->pad, "ink", NULL, NULL);
  g_assert_nonnull (sme_signature_pad_get_ink (f->pad));
  g_assert_true (sme_signature_pad_get_ink (f->pad) != other);
}

/* Buttons that name the actions: inside the pad (as assistive technology sees them), and in a page
 * around it. */
static void
assert_enabled (GtkWidget *const *buttons, gboolean undo, gboolean redo, gboolean clear)
{
  g_assert_cmpint (gtk_widget_get_sensitive (buttons[0]), ==, undo);
  g_assert_cmpint (gtk_widget_get_sensitive (buttons[1]), ==, redo);
  g_assert_cmpint (gtk_widget_get_sensitive (buttons[2]), ==, clear);
}

static void
test_actions (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "pad.undo", "pad.redo", "pad.clear" };
  GtkWidget *inner[3], *outer[3], *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_ref_sink (page);
  gtk_widget_insert_action_group (page, "pad", sme_signature_pad_get_actions (f->pad));
  for (guint i = 0; i < 3; i++)
    {
      inner[i] = gtk_button_new ();
      outer[i] = gtk_button_new ();
      gtk_widget_set_parent (inner[i], GTK_WIDGET (f->pad));
      gtk_box_append (GTK_BOX (page), outer[i]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (inner[i]), names[i]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (outer[i]), names[i]);
    }

  assert_enabled (inner, FALSE, FALSE, FALSE);
  assert_enabled (outer, FALSE, FALSE, FALSE);
  draw_with (f, &mouse, SME_INK_SOURCE_MOUSE, 50, 100, 30);
  draw_with (f, &mouse, SME_INK_SOURCE_MOUSE, 80, 100, 30);
  assert_enabled (inner, TRUE, FALSE, TRUE);
  assert_enabled (outer, TRUE, FALSE, TRUE);
  gtk_widget_activate_action (inner[0], "pad.undo", NULL);
  g_assert_cmpuint (n_strokes (f), ==, 1);
  assert_enabled (inner, TRUE, TRUE, TRUE);
  gtk_widget_activate_action (outer[1], "pad.redo", NULL);
  g_assert_cmpuint (n_strokes (f), ==, 2);
  assert_enabled (outer, TRUE, FALSE, TRUE);
  gtk_widget_activate_action (outer[2], "pad.clear", NULL);
  g_assert_cmpuint (n_strokes (f), ==, 0);
  assert_enabled (inner, TRUE, FALSE, FALSE);
  assert_enabled (outer, TRUE, FALSE, FALSE);
  gtk_widget_activate_action (outer[0], "pad.undo", NULL);
  g_assert_cmpuint (n_strokes (f), ==, 2);
  sme_signature_pad_set_ink (f->pad, NULL);
  assert_enabled (inner, FALSE, FALSE, FALSE);
  assert_enabled (outer, FALSE, FALSE, FALSE);

  for (guint i = 0; i < 3; i++)
    gtk_widget_unparent (inner[i]);
  g_object_unref (page);
}

static void
test_owners (Fixture *f, gconstpointer data)
{
  sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_DOWN, &pen, SME_INK_SOURCE_PEN, 50, 50, 0, 0.5);
  draw_with (f, &finger, SME_INK_SOURCE_TOUCH, 100, 100, 20);
  draw_with (f, &mouse, SME_INK_SOURCE_MOUSE, 100, 100, 20);
  sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_MOVE, &pen, SME_INK_SOURCE_PEN, 90, 50, 50,
                          0.5);
  sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_UP, &pen, SME_INK_SOURCE_PEN, 0, 0, 0, -1);
  g_assert_cmpuint (n_strokes (f), ==, 1);
  g_assert_cmpuint (sme_ink_get_n_samples (sme_signature_pad_get_ink (f->pad)), ==, 2);

  sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_HOVER, &pen, SME_INK_SOURCE_PEN, 90, 50, 10000,
                          0);
  g_assert_false (sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_DOWN, &finger,
                                          SME_INK_SOURCE_TOUCH, 50, 50, 10100, -1));
}

/* Ink from another window size is shown in this box, and drawn on in its own measure. */
static void
test_foreign_box (Fixture *f, gconstpointer data)
{
  g_autoptr (SmeInk) ink = sme_ink_new (960, 400);
  const SmeInkSample *samples;

  sme_ink_begin_stroke (ink, NULL);
  sme_ink_append (ink, 500, 200, 0, -1, NULL);
  sme_ink_end_stroke (ink);
  sme_signature_pad_set_ink (f->pad, ink);
  g_assert_cmpfloat (sme_ink_get_width (ink), ==, 960);
  draw_with (f, &mouse, SME_INK_SOURCE_MOUSE, 100, 50, 20);
  samples = sme_ink_stroke_get_samples (sme_ink_get_stroke (ink, 1), NULL);
  g_assert_cmpfloat_with_epsilon (samples[0].x, 200, 0.01);
  g_assert_cmpfloat_with_epsilon (samples[0].y, 100, 0.01);
}

static void
test_sizes (Fixture *f, gconstpointer data)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (f->pad), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, ==, 320);
  gtk_widget_measure (GTK_WIDGET (f->pad), GTK_ORIENTATION_VERTICAL, 720, &minimum, &natural, NULL,
                      NULL);
  /* As GTK has it: what is wider never needs more height. */
  g_assert_cmpint (minimum, ==, 134);
  g_assert_cmpint (natural, ==, 300);
  g_assert_cmpfloat_with_epsilon (sme_ink_get_width (sme_signature_pad_get_ink (f->pad)), 480,
                                  0.01);
  g_assert_cmpfloat_with_epsilon (sme_ink_get_height (sme_signature_pad_get_ink (f->pad)), 200,
                                  0.01);
}

static void
test_accessible (Fixture *f, gconstpointer data)
{
  gtk_test_accessible_assert_property (f->pad, GTK_ACCESSIBLE_PROPERTY_LABEL, "Signature box");
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (f->pad),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (f->pad)));
  gtk_test_accessible_assert_role (f->pad, GTK_ACCESSIBLE_ROLE_IMG);
}

static int
scale_of (Fixture *f)
{
  return gtk_widget_get_scale_factor (GTK_WIDGET (f->pad));
}

static cairo_surface_t *
new_screen (Fixture *f, cairo_t **cr)
{
  int scale = scale_of (f);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, 480 * scale, 200 * scale);

  cairo_surface_set_device_scale (surface, scale, scale);
  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  return surface;
}

/* What the pad shows, as its renderer would draw it on this screen. */
static cairo_surface_t *
picture (Fixture *f)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cr;
  cairo_surface_t *surface = new_screen (f, &cr);

  GTK_WIDGET_GET_CLASS (f->pad)->snapshot (GTK_WIDGET (f->pad), snapshot);
  node = gtk_snapshot_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
same_picture (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

/* Draws a long stroke, a frame now and then, and does not let go. */
static void
draw_and_hold (Fixture *f)
{
  sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_DOWN, &mouse, SME_INK_SOURCE_MOUSE, 40, 60, 0,
                          -1);
  for (guint i = 1; i < 900; i++)
    {
      double a = i / 20.0;

      sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_MOVE, &mouse, SME_INK_SOURCE_MOUSE,
                              40 + 0.4 * i + 25 * sin (a), 60 - 40 * sin (a / 1.3), i, -1);
      if (i % 16 == 0)
        cairo_surface_destroy (picture (f));
    }
}

/* To the last bit: a moment before the release, after it, and in a pad that gets it as a draft. */
static void
test_live_is_released (Fixture *f, gconstpointer data)
{
  g_autoptr (SmeInk) ink = NULL;
  cairo_surface_t *live, *released, *blank, *restored;

  gtk_widget_grab_focus (GTK_WIDGET (f->pad));
  draw_and_hold (f);
  live = picture (f);
  sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_UP, &mouse, SME_INK_SOURCE_MOUSE, 0, 0, 0, -1);
  released = picture (f);
  g_assert_true (same_picture (live, released));

  ink = g_object_ref (sme_signature_pad_get_ink (f->pad));
  sme_signature_pad_set_ink (f->pad, NULL);
  blank = picture (f);
  g_assert_false (same_picture (live, blank));
  sme_signature_pad_set_ink (f->pad, ink);
  restored = picture (f);
  g_assert_true (same_picture (live, restored));

  gtk_widget_activate_action (GTK_WIDGET (f->pad), "pad.clear", NULL);
  cairo_surface_destroy (picture (f));
  gtk_widget_activate_action (GTK_WIDGET (f->pad), "pad.undo", NULL);
  cairo_surface_destroy (restored);
  restored = picture (f);
  g_assert_true (same_picture (live, restored));
  cairo_surface_destroy (live);
  cairo_surface_destroy (released);
  cairo_surface_destroy (blank);
  cairo_surface_destroy (restored);
}

/* A stroke taken back and another drawn in the same frame: the first must be gone. */
static void
test_undo_and_draw (Fixture *f, gconstpointer data)
{
  cairo_surface_t *first, *second, *third;

  draw_with (f, &mouse, SME_INK_SOURCE_MOUSE, 50, 100, 30);
  first = picture (f);
  gtk_widget_activate_action (GTK_WIDGET (f->pad), "pad.undo", NULL);
  draw_with (f, &mouse, SME_INK_SOURCE_MOUSE, 250, 60, 30);
  second = picture (f);
  gtk_widget_activate_action (GTK_WIDGET (f->pad), "pad.undo", NULL);
  draw_with (f, &mouse, SME_INK_SOURCE_MOUSE, 50, 100, 30);
  third = picture (f);
  g_assert_false (same_picture (first, second));
  g_assert_true (same_picture (first, third));
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
  cairo_surface_destroy (third);
}

/* How dark the upper part of a picture is, where there is no line and no edge. */
static GByteArray *
upper_part (Fixture *f, cairo_surface_t *surface)
{
  GByteArray *dark = g_byte_array_new ();
  int scale = scale_of (f);

  for (int y = 5 * scale; y < 120 * scale; y++)
    for (int x = 5 * scale; x < 475 * scale; x++)
      {
        const guchar *pixel = cairo_image_surface_get_data (surface) +
                              (gsize) y * (gsize) cairo_image_surface_get_stride (surface) +
                              4 * (gsize) x;
        guint8 value = 255 - pixel[1];

        g_byte_array_append (dark, &value, 1);
      }
  return dark;
}

/* The pad shows what paper will show, at the resolution of its screen. */
static void
test_screen_is_paper (Fixture *f, gconstpointer data)
{
  cairo_t *cr;
  cairo_surface_t *paper = new_screen (f, &cr), *screen;
  g_autoptr (GByteArray) a = NULL, b = NULL;
  double both = 0, either = 0;

  draw_and_hold (f);
  sme_signature_pad_feed (f->pad, SME_SIGNATURE_PAD_UP, &mouse, SME_INK_SOURCE_MOUSE, 0, 0, 0, -1);
  screen = picture (f);
  sme_ink_draw (sme_signature_pad_get_ink (f->pad), cr);
  cairo_destroy (cr);
  cairo_surface_flush (paper);
  a = upper_part (f, screen);
  b = upper_part (f, paper);
  for (guint i = 0; i < a->len; i++)
    {
      both += MIN (a->data[i], b->data[i]);
      either += MAX (a->data[i], b->data[i]);
    }
  g_test_message ("overlap %.4f at scale %d", both / either, scale_of (f));
  g_assert_cmpfloat (either, >, 1e5);
  g_assert_cmpfloat (both / either, >=, 0.97);
  cairo_surface_destroy (screen);
  cairo_surface_destroy (paper);
}

/* A frame of a long stroke draws some parts of its outline, not all that there are. */
static void
test_only_the_tail_is_drawn (Fixture *f, gconstpointer data)
{
  g_autoptr (SmeSignaturePadPainter) painter = sme_signature_pad_painter_new ();
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);
  g_autoptr (SmeInkCapture) capture = sme_ink_capture_new (ink);
  guint before = 0;

  sme_ink_capture_down (capture, &mouse, SME_INK_SOURCE_MOUSE, 240, 100, 0, -1);
  for (guint i = 1; i < 5000; i++)
    {
      guint filled;

      sme_ink_capture_move (capture, &mouse, 240 + 200 * sin (i / 90.0), 100 + 80 * sin (i / 37.0),
                            i, -1);
      if (i % 16 != 0)
        continue;
      g_assert_nonnull (sme_signature_pad_painter_paint (painter, ink, capture, 480, 200, 1));
      filled = sme_signature_pad_painter_get_n_filled (painter);
      g_assert_cmpuint (filled - before, >=, 1);
      g_assert_cmpuint (filled - before, <=, 10);
      before = filled;
    }
  g_assert_cmpuint (sme_ink_path_get_n_parts (sme_ink_smoother_get_committed (
                      sme_ink_capture_get_smoother (capture, sme_ink_get_running (ink)))),
                    >, 40);
}

/* ---- real events, from the X server */

static void
on_tool_done (GObject *object, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static gboolean
is_set (gpointer flag)
{
  return *(gboolean *) flag;
}

/* Lets xdotool do @words, and all that comes of it be handled. */
static gboolean
do_with_xdotool (GPtrArray *words)
{
  g_autofree char *tool = g_find_program_in_path ("xdotool");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (tool == NULL)
    {
      g_test_skip ("xdotool is not installed");
      return FALSE;
    }
  g_ptr_array_insert (words, 0, g_strdup (tool));
  g_ptr_array_add (words, NULL);
  process = g_subprocess_newv ((const char *const *) words->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_tool_done, &done);
  run_until (is_set, &done);
  return TRUE;
}

static gboolean
has_stroke (gpointer data)
{
  return n_strokes (data) > 0;
}

static gboolean
has_none (gpointer data)
{
  return n_strokes (data) == 0;
}

/* The screen's coordinates of a place in the pad. The window is at 0,0 and has no frame. */
static void
say_place (Fixture *f, GPtrArray *words, double x, double y)
{
  double wx, wy, dx, dy;

  gtk_widget_translate_coordinates (GTK_WIDGET (f->pad), f->window, x, y, &wx, &wy);
  gtk_native_get_surface_transform (GTK_NATIVE (f->window), &dx, &dy);
  g_ptr_array_add (words, g_strdup ("mousemove"));
  g_ptr_array_add (words, g_strdup_printf ("%d", (int) (wx + dx) * scale_of (f)));
  g_ptr_array_add (words, g_strdup_printf ("%d", (int) (wy + dy) * scale_of (f)));
}

static void
say (GPtrArray *words, const char *first, const char *second)
{
  g_ptr_array_add (words, g_strdup (first));
  g_ptr_array_add (words, g_strdup (second));
}

static void
test_every_event (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const SmeInkSample *samples;
  guint n;

  say_place (f, words, 40, 100);
  say (words, "mousedown", "1");
  for (guint i = 1; i <= 500; i++)
    say_place (f, words, 40 + i % 400, 100 + (i % 2 ? 30 : -30));
  say (words, "mouseup", "1");
  if (!do_with_xdotool (words))
    return;
  run_until (has_stroke, f);

  samples =
    sme_ink_stroke_get_samples (sme_ink_get_stroke (sme_signature_pad_get_ink (f->pad), 0), &n);
  g_assert_cmpuint (n, ==, 501);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat_with_epsilon (samples[i].x, 40 + i % 400, 0.01);
      g_assert_cmpfloat_with_epsilon (samples[i].y, i == 0 ? 100 : i % 2 ? 130 : 70, 0.01);
      g_assert_cmpfloat (samples[i].p, ==, -1);
    }
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (f->pad)));
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  struct
  {
    const char *key;
    gboolean (*then) (gpointer);
  } steps[] = { { "ctrl+z", has_none },
                { "ctrl+shift+z", has_stroke },
                { "Escape", has_stroke },
                { "ctrl+z", has_none } };

  draw_with (f, &mouse, SME_INK_SOURCE_MOUSE, 50, 100, 30);
  gtk_widget_grab_focus (GTK_WIDGET (f->pad));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

      say (words, "key", steps[i].key);
      if (!do_with_xdotool (words))
        return;
      run_until (steps[i].then, f);
    }
}

/* The second button does not draw. */
static void
test_other_button (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  say_place (f, words, 40, 100);
  say (words, "mousedown", "3");
  say_place (f, words, 140, 100);
  say (words, "mouseup", "3");
  say_place (f, words, 200, 50);
  say (words, "click", "1");
  if (!do_with_xdotool (words))
    return;
  run_until (has_stroke, f);
  g_assert_cmpuint (sme_ink_get_n_samples (sme_signature_pad_get_ink (f->pad)), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/signature-pad/properties", test_properties },
    { "/signature-pad/actions", test_actions },
    { "/signature-pad/owners-and-palms", test_owners },
    { "/signature-pad/ink-of-another-size", test_foreign_box },
    { "/signature-pad/sizes", test_sizes },
    { "/signature-pad/accessible", test_accessible },
    { "/signature-pad/live-is-released-is-restored", test_live_is_released },
    { "/signature-pad/undo-and-draw-in-one-frame", test_undo_and_draw },
    { "/signature-pad/the-screen-is-the-paper", test_screen_is_paper },
    { "/signature-pad/only-the-tail-is-drawn-again", test_only_the_tail_is_drawn },
    { "/signature-pad/every-event-arrives", test_every_event },
    { "/signature-pad/keys", test_keys },
    { "/signature-pad/other-buttons", test_other_button },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
