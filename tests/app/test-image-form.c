/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/sme-field-row.h"
#include "app/signing/sme-image-form.h"
#include "app/signing/sme-signature-view.h"
#include "app/signing/sme-signing-page.h"
#include "app/signing/sme-typed-form.h"
#include "picture-files.h"
#include "signing-desk.h"

typedef struct
{
  SigningFixture signing;
  AppFixture app;
  GtkWidget *page;
} Desk;

static void
open_page (Desk *self)
{
  g_autofree char *route = g_strconcat ("sign:", self->signing.order_id, NULL);

  self->page = GTK_WIDGET (app_fixture_show_page (&self->app, SME_TYPE_SIGNING_PAGE, route));
}

/* At the drawing, with the real servers in place of the fixture's shop. */
static void
set_up (Desk *self, gconstpointer data)
{
  signing_fixture_set_up (&self->signing, data);
  app_fixture_set_up (&self->app, data);
  g_object_unref (self->app.context);
  self->app.context = signing_desk_make_context (&self->signing);
  open_page (self);
  signing_desk_go_to (self->page, &self->signing, SME_SIGNING_DRAWING);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  app_fixture_tear_down (&self->app, data);
  signing_fixture_tear_down (&self->signing, data);
}

static SmeImageForm *
find_form (Desk *self)
{
  return SME_IMAGE_FORM (app_find (self->page, SME_TYPE_IMAGE_FORM, NULL));
}

static void
choose (Desk *self, const char *way)
{
  GtkWidget *label = app_find (self->page, GTK_TYPE_LABEL, way);
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  app_run_idle ();
}

static gboolean
can_go_on (Desk *self)
{
  return gtk_widget_get_sensitive (app_find (self->page, GTK_TYPE_BUTTON, "Continue"));
}

static gboolean
has_image (gpointer form)
{
  return sme_image_form_get_image (form) != NULL;
}

static gboolean
is_idle (gpointer form)
{
  return app_find (form, GTK_TYPE_SPINNER, NULL) == NULL;
}

/* Takes @file over; until it is read, or refused. */
static void
open_file (Desk *self, GFile *file)
{
  sme_image_form_open (find_form (self), file);
  g_object_unref (file);
  signing_run_until (is_idle, find_form (self));
}

static void
test_whole_way (Desk *self, gconstpointer data)
{
  int width;

  choose (self, "Picture");
  g_assert_false (can_go_on (self));
  g_assert_true (app_shows (self->page, "Choose a picture of your signature."));
  open_file (self, picture_files_write_signature ("a.jpg", "jpeg"));
  g_assert_true (has_image (find_form (self)));
  g_assert_true (can_go_on (self));
  app_assert_named (self->page);
  gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  app_click (self->page, "Continue");
  signing_desk_wait_for (self->page, SME_SIGNING_FINISHING);
  g_assert_nonnull (sme_signature_view_get_image (
    SME_SIGNATURE_VIEW (app_find (self->page, SME_TYPE_SIGNATURE_VIEW, NULL))));
  signing_desk_finish (self->page);
  signing_desk_wait_for (self->page, SME_SIGNING_DONE);
}

static guint64
count_ink (Desk *self)
{
  g_autoptr (GBytes) coverage =
    sme_ink_image_get_coverage (sme_image_form_get_image (find_form (self)));
  const guint8 *data = g_bytes_get_data (coverage, NULL);
  guint64 sum = 0;

  for (gsize i = 0; i < g_bytes_get_size (coverage); i++)
    sum += data[i];
  return sum;
}

static void
on_changed (gboolean *changed)
{
  *changed = TRUE;
}

static gboolean
is_set (gpointer flag)
{
  return *(gboolean *) flag;
}

/* The slider takes more or less for paper, and the picture follows. */
static void
test_strength (Desk *self, gconstpointer data)
{
  gboolean changed = FALSE;
  GtkWidget *scale;
  guint64 before;

  choose (self, "Picture");
  g_assert_null (app_find (self->page, GTK_TYPE_SCALE, NULL));
  open_file (self, picture_files_write_signature ("b.png", "png"));
  before = count_ink (self);
  g_signal_connect_swapped (find_form (self), "changed", G_CALLBACK (on_changed), &changed);
  scale = app_find (self->page, GTK_TYPE_SCALE, NULL);
  gtk_range_set_value (GTK_RANGE (scale), 100);
  signing_run_until (is_set, &changed);
  g_assert_cmpuint (count_ink (self), <, before);
}

/* Why not is said in words; what cannot be read leaves the picture that is there. */
static void
test_refused (Desk *self, gconstpointer data)
{
  choose (self, "Picture");
  open_file (self, picture_files_write ("c.png", "GIF89a", 6));
  g_assert_true (app_shows (self->page, "Only pictures can be taken: PNG or JPEG."));
  g_assert_false (can_go_on (self));
  open_file (self, picture_files_write_signature ("d.png", "png"));
  g_assert_false (app_shows (self->page, "Only pictures can be taken: PNG or JPEG."));
  open_file (self, picture_files_write_bomb ("e.png", "png", 30000));
  g_assert_true (app_shows (self->page, "The picture has more than 40 million pixels."));
  g_assert_true (can_go_on (self));
  open_file (self, picture_files_write_paper ("f.jpg"));
  g_assert_true (app_shows (self->page, "There is no signature in the picture, only paper."));
  g_assert_false (can_go_on (self));
}

static gboolean
has_name (gpointer form)
{
  return sme_typed_form_get_name (form)[0] != '\0';
}

static SmeTypedForm *
find_typed (Desk *self)
{
  return SME_TYPED_FORM (app_find (self->page, SME_TYPE_TYPED_FORM, NULL));
}

static gboolean
has_two_codes (gpointer data)
{
  return signing_fixture_count_codes (data) == 2;
}

/* Closes the page, as a window that is closed, and comes back to the drawing. */
static void
come_back (Desk *self)
{
  app_fixture_show (&self->app, gtk_label_new ("elsewhere"), 640, 720);
  signing_fixture_advance (&self->signing, 31);
  open_page (self);
  signing_desk_wait_for (self->page, SME_SIGNING_READING);
  signing_desk_read (self->page);
  signing_desk_wait_for (self->page, SME_SIGNING_OTP);
  signing_run_until (has_two_codes, &self->signing);
  signing_desk_enter_code (self->page, &self->signing);
  signing_desk_wait_for (self->page, SME_SIGNING_DRAWING);
}

/* Way, name and picture are there again; the slider is not, for the photograph was not kept. */
static void
test_kept (Desk *self, gconstpointer data)
{
  SmeFieldRow *row;

  choose (self, "Type");
  signing_run_until (has_name, find_typed (self));
  row = SME_FIELD_ROW (app_find (GTK_WIDGET (find_typed (self)), SME_TYPE_FIELD_ROW, NULL));
  sme_field_row_set_text (row, "An Nguyễn");
  choose (self, "Picture");
  open_file (self, picture_files_write_signature ("g.png", "png"));
  come_back (self);
  g_assert_true (has_image (find_form (self)));
  g_assert_null (app_find (self->page, GTK_TYPE_SCALE, NULL));
  g_assert_true (can_go_on (self));
  choose (self, "Type");
  g_assert_cmpstr (sme_typed_form_get_name (find_typed (self)), ==, "An Nguyễn");
}

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  int result;

  app_test_init (&argc, &argv);
  ADD ("/a45/image/whole-way", test_whole_way);
  ADD ("/a45/image/more-or-less-paper", test_strength);
  ADD ("/a45/image/refused-in-words", test_refused);
  ADD ("/a45/image/name-and-picture-are-kept", test_kept);
  result = signing_fixture_run ();
  picture_files_clear ();
  return result;
}
