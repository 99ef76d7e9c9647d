/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-review-form.h"

#include "app/account/sme-busy-button.h"
#include "app/account/sme-notice.h"
#include "app/sme-error-text.h"
#include "core/sme-review-input.h"

#include <glib/gi18n.h>

#define MAX_STARS 5
#define MAX_TEXT 2000

struct _SmeReviewForm
{
  AdwBin parent_instance;

  GtkWidget *who_label;
  GtkWidget *form_box;
  GtkWidget *star_box;
  GtkTextView *text_view;
  SmeNotice *notice;
  SmeBusyButton *send_button;
  SmeBusyButton *delete_button;

  GtkWidget *stars[MAX_STARS];
  int known_stars; /* what the server has, 0 and "" for nothing */
  char *known_text;
  gboolean edited;  /* something else is in the form */
  gboolean showing; /* the form is being set from the record */
  SmeCaller *caller;
  SmeService *service;
  GCancellable *cancellable; /* ends with the form */
};

enum
{
  PROP_0,
  PROP_EDITED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeReviewForm, sme_review_form, ADW_TYPE_BIN)

/* 0: none chosen */
static int
get_stars (SmeReviewForm *self)
{
  for (int i = 0; i < MAX_STARS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->stars[i])))
      return i + 1;
  return 0;
}

static char *
get_text (SmeReviewForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
compare (SmeReviewForm *self)
{
  g_autofree char *text = get_text (self);
  gboolean edited =
    get_stars (self) != self->known_stars || g_strcmp0 (text, self->known_text) != 0;

  if (self->showing || self->edited == edited)
    return;
  self->edited = edited;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EDITED]);
}

static void
know (SmeReviewForm *self, int stars, const char *text)
{
  g_free (self->known_text);
  self->known_text = g_strstrip (g_strdup (text != NULL ? text : ""));
  self->known_stars = stars;
}

static void
on_star_toggled (SmeReviewForm *self)
{
  int stars = get_stars (self);

  for (int i = 0; i < MAX_STARS; i++)
    gtk_button_set_label (GTK_BUTTON (self->stars[i]), i < stars ? "★" : "☆");
  compare (self);
}

static void
fill (SmeReviewForm *self, int stars, const char *text)
{
  self->showing = TRUE;
  for (int i = 0; i < MAX_STARS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->stars[i]), i + 1 == stars);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  self->showing = FALSE;
}

static void
set_busy (SmeReviewForm *self, SmeBusyButton *button, gboolean busy)
{
  sme_busy_button_set_busy (button, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.send", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.delete", !busy);
}

static void
take_end (SmeReviewForm *self, SmeBusyButton *button, const GError *error)
{
  g_autofree char *text = NULL;

  set_busy (self, button, FALSE);
  if (error == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return;
    }
  text = sme_error_text_summarize (error);
  sme_notice_set_text (self->notice, text);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeReviewForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) review = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (review != NULL)
    {
      know (self, (int) sme_record_get_int (review, "stars"), sme_record_get_text (review, "text"));
      compare (self);
    }
  take_end (self, self->send_button, error);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeReviewForm) self = data;
  g_autoptr (GError) error = NULL;

  sme_caller_void_finish (SME_CALLER (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error == NULL)
    {
      know (self, 0, NULL);
      fill (self, 0, "");
      compare (self);
    }
  take_end (self, self->delete_button, error);
}

/* What keeps the review from being sent; NULL for nothing. */
static const char *
judge (SmeReviewForm *self, const char *text)
{
  if (get_stars (self) == 0)
    return _ ("Please choose how many stars you give.");
  if (g_utf8_strlen (text, -1) > MAX_TEXT)
    return _ ("The text is too long: 2,000 characters are possible.");
  return NULL;
}

static void
send_review (SmeReviewForm *self, const char *text)
{
  g_autoptr (SmeRecord) review = SME_RECORD (sme_review_input_new ());

  sme_record_set_int (review, "stars", get_stars (self));
  if (*text != '\0')
    sme_record_set_text (review, "text", text);
  set_busy (self, self->send_button, TRUE);
  sme_caller_send_async (self->caller, SME_OP_PUT_REVIEW,
                         sme_record_get_text (SME_RECORD (self->service), "id"), NULL, review,
                         self->cancellable, on_sent, g_object_ref (self));
}

static gboolean
is_busy (SmeReviewForm *self)
{
  return sme_busy_button_get_busy (self->send_button) ||
         sme_busy_button_get_busy (self->delete_button);
}

static void
on_send_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeReviewForm *self = SME_REVIEW_FORM (widget);
  g_autofree char *text = get_text (self);
  const char *problem = judge (self, text);

  if (is_busy (self) || self->service == NULL)
    return;
  sme_notice_set_text (self->notice, problem);
  if (problem == NULL)
    send_review (self, text);
}

static void
on_delete_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeReviewForm *self = SME_REVIEW_FORM (widget);

  if (is_busy (self) || self->service == NULL)
    return;
  sme_notice_set_text (self->notice, NULL);
  set_busy (self, self->delete_button, TRUE);
  sme_caller_send_async (self->caller, SME_OP_DELETE_REVIEW,
                         sme_record_get_text (SME_RECORD (self->service), "id"), NULL, NULL,
                         self->cancellable, on_deleted, g_object_ref (self));
}

static void
sme_review_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EDITED)
    g_value_set_boolean (value, SME_REVIEW_FORM (object)->edited);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_review_form_dispose (GObject *object)
{
  SmeReviewForm *self = SME_REVIEW_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->caller);
  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_REVIEW_FORM);
  G_OBJECT_CLASS (sme_review_form_parent_class)->dispose (object);
}

static void
sme_review_form_finalize (GObject *object)
{
  g_object_unref (SME_REVIEW_FORM (object)->cancellable);
  g_free (SME_REVIEW_FORM (object)->known_text);
  G_OBJECT_CLASS (sme_review_form_parent_class)->finalize (object);
}

static void
sme_review_form_class_init (SmeReviewFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = sme_review_form_get_property;
  G_OBJECT_CLASS (klass)->dispose = sme_review_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_review_form_finalize;
  props[PROP_EDITED] =
    g_param_spec_boolean ("edited", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SME_TYPE_REVIEW_FORM, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "review.send", NULL, on_send_activated);
  gtk_widget_class_install_action (widget_class, "review.delete", NULL, on_delete_activated);
  g_type_ensure (SME_TYPE_NOTICE);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-review-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeReviewForm, who_label);
  gtk_widget_class_bind_template_child (widget_class, SmeReviewForm, form_box);
  gtk_widget_class_bind_template_child (widget_class, SmeReviewForm, star_box);
  gtk_widget_class_bind_template_child (widget_class, SmeReviewForm, text_view);
  gtk_widget_class_bind_template_child (widget_class, SmeReviewForm, notice);
  gtk_widget_class_bind_template_child (widget_class, SmeReviewForm, send_button);
  gtk_widget_class_bind_template_child (widget_class, SmeReviewForm, delete_button);
}

static void
add_star (SmeReviewForm *self, int i)
{
  GtkWidget *star = gtk_toggle_button_new_with_label ("☆");
  g_autofree char *name = g_strdup_printf (ngettext ("%d star", "%d stars", (gulong) i + 1), i + 1);

  gtk_widget_add_css_class (star, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (star, name);
  if (i > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (star), GTK_TOGGLE_BUTTON (self->stars[0]));
  g_signal_connect_object (star, "toggled", G_CALLBACK (on_star_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->star_box), star);
  self->stars[i] = star;
}

static void
sme_review_form_init (SmeReviewForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  know (self, 0, NULL);
  for (int i = 0; i < MAX_STARS; i++)
    add_star (self, i);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
}

/* What somebody is writing stays; @review is what it would replace. */
static void
show_review (SmeReviewForm *self, SmeRecord *review)
{
  const char *text = review != NULL ? sme_record_get_text (review, "text") : NULL;

  know (self, review != NULL ? (int) sme_record_get_int (review, "stars") : 0, text);
  if (!self->edited)
    fill (self, self->known_stars, text != NULL ? text : "");
  compare (self);
  sme_busy_button_set_caption (self->send_button,
                               review != NULL ? _ ("Change the review") : _ ("Send the review"));
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button), review != NULL);
}

GtkWidget *
sme_review_form_new (void)
{
  return g_object_new (SME_TYPE_REVIEW_FORM, NULL);
}

void
sme_review_form_set_service (SmeReviewForm *self, SmeCaller *caller, SmeService *service)
{
  SmeRecord *record = SME_RECORD (service);
  SmeRecord *own = sme_record_get_object (record, "own_review");
  /* Who has written one can always take it back. Without a server it isn't known who may. */
  gboolean may = own != NULL || self->edited || sme_record_get_int (record, "may_review") != 0;

  g_set_object (&self->caller, caller);
  g_set_object (&self->service, service);
  gtk_widget_set_visible (self->form_box, may);
  gtk_widget_set_visible (self->who_label, !may);
  sme_notice_set_text (self->notice, NULL);
  show_review (self, own);
}

gboolean
sme_review_form_get_edited (SmeReviewForm *self)
{
  g_return_val_if_fail (SME_IS_REVIEW_FORM (self), FALSE);

  return self->edited;
}
