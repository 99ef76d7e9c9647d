/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-service-reviews.h"

#include "app/catalog/sme-review-form.h"
#include "app/catalog/sme-service-text.h"
#include "app/catalog/sme-star-histogram.h"
#include "app/sme-error-text.h"
#include "app/sme-hotline-button.h"
#include "base/sme-format.h"
#include "base/sme-time.h"
#include "client/sme-remote-list.h"
#include "core/sme-review.h"

#include <glib/gi18n.h>

#define MAX_STARS 5

struct _SmeServiceReviews
{
  AdwBin parent_instance;

  GtkLabel *average_label;
  GtkLabel *demonstration_label;
  SmeStarHistogram *histogram;
  SmeReviewForm *form;
  GtkStack *stack;
  GtkLabel *empty_title;
  GtkLabel *empty_label;
  GtkListBox *list_box;
  GtkLabel *problem_label;
  GtkLabel *more_problem_label;
  GtkWidget *more_button;

  SmeCaller *caller;
  SmeService *service;
  SmeRemoteList *reviews;
  GCancellable *cancellable; /* of the service's new numbers */
};

enum
{
  PROP_0,
  PROP_EDITED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeServiceReviews, sme_service_reviews, ADW_TYPE_BIN)

static char *
make_stars (int stars)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < MAX_STARS; i++)
    g_string_append (text, i < stars ? "★" : "☆");
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What nobody wrote must not pass for a customer's word. */
static GtkWidget *
make_mark (void)
{
  GtkWidget *label = make_label (_ ("Demonstration review"), "caption");

  gtk_widget_add_css_class (label, "warning");
  return label;
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  SmeRecord *review = item;
  int stars = (int) sme_record_get_int (review, "stars");
  const char *text = sme_record_get_text (review, "text");
  g_autofree char *drawn = make_stars (stars);
  g_autofree char *spoken =
    g_strdup_printf (ngettext ("%d star", "%d stars", (gulong) stars), stars);
  g_autofree char *date =
    sme_format_date (sme_date_from_time (sme_record_get_int (review, "created_at")));
  g_autofree char *who = g_strdup_printf ("%s · %s", sme_record_get_text (review, "author"), date);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *star_label = make_label (drawn, NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (star_label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_box_append (GTK_BOX (box), star_label);
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), make_label (text, NULL));
  gtk_box_append (GTK_BOX (box), make_label (who, "dim-label"));
  if (sme_record_get_int (review, "demonstration"))
    gtk_box_append (GTK_BOX (box), make_mark ());
  gtk_widget_add_css_class (box, "sme-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
show_demonstrations (SmeServiceReviews *self)
{
  int n = (int) sme_record_get_int (SME_RECORD (self->service), "demonstration_count");
  gboolean all = n == sme_record_get_int (SME_RECORD (self->service), "rating_count");
  g_autofree char *some = g_strdup_printf (
    ngettext ("%d of these ratings is a demonstration: it came with the catalog, not from a "
              "customer.",
              "%d of these ratings are demonstrations: they came with the catalog, not from "
              "customers.",
              (gulong) n),
    n);

  gtk_label_set_label (self->demonstration_label,
                       all ? _ ("These ratings are demonstrations: they came with the catalog, not "
                                "from customers.")
                           : some);
  gtk_widget_set_visible (GTK_WIDGET (self->demonstration_label), n > 0);
}

static gboolean
is_rated (SmeServiceReviews *self)
{
  return sme_record_get_int (SME_RECORD (self->service), "rating_count") > 0;
}

/* Stars can be given without a word, so "nobody" would contradict the number above. */
static void
show_silence (SmeServiceReviews *self)
{
  gboolean rated = is_rated (self);

  gtk_label_set_label (self->empty_title,
                       rated ? _ ("No written reviews yet") : _ ("No ratings yet"));
  gtk_label_set_label (self->empty_label,
                       rated ? _ ("The ratings so far are stars only; nobody has added a text.")
                             : _ ("Nobody has written about this service yet."));
}

static void
show_numbers (SmeServiceReviews *self)
{
  g_autofree char *average = sme_service_text_rating_spoken (self->service);

  gtk_label_set_label (self->average_label, average);
  /* Where there are none, the place of the list says so. */
  gtk_widget_set_visible (GTK_WIDGET (self->average_label), is_rated (self));
  show_silence (self);
  show_demonstrations (self);
  sme_star_histogram_set_service (self->histogram, self->service);
  sme_review_form_set_service (self->form, self->caller, self->service);
}

static void
update (SmeServiceReviews *self)
{
  SmeRemoteListState state = sme_remote_list_get_state (self->reviews);
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->reviews)) > 0;
  g_autofree char *problem = NULL;

  if (state == SME_REMOTE_LIST_ERROR)
    {
      problem = sme_error_text_summarize (sme_remote_list_get_error (self->reviews));
      gtk_label_set_label (self->problem_label, problem);
      gtk_label_set_label (self->more_problem_label, problem);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more_problem_label), problem != NULL);
  gtk_widget_set_visible (self->more_button, sme_remote_list_get_has_more (self->reviews));
  gtk_stack_set_visible_child_name (self->stack, any                              ? "list"
                                                 : state == SME_REMOTE_LIST_ERROR ? "problem"
                                                 : state == SME_REMOTE_LIST_READY ? "empty"
                                                                                  : "loading");
}

static void
load (SmeServiceReviews *self)
{
  if (self->reviews != NULL || self->service == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->reviews =
    sme_remote_list_new (self->caller, SME_OP_LIST_REVIEWS,
                         sme_record_get_text (SME_RECORD (self->service), "id"), NULL);
  sme_remote_list_set_auto_load (self->reviews, FALSE);
  g_signal_connect_object (self->reviews, "notify::state", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reviews, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->reviews), make_row, NULL, NULL);
  update (self);
}

static void
on_retry_clicked (SmeServiceReviews *self)
{
  sme_remote_list_reload (self->reviews);
}

static void
on_more_clicked (SmeServiceReviews *self)
{
  sme_remote_list_load_more (self->reviews);
}

/* The review is stored already; without the new numbers the old ones stay for a while. */
static void
on_numbers_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeServiceReviews) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeService) service = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (service == NULL)
    return;
  g_set_object (&self->service, service);
  show_numbers (self);
}

static void
on_review_changed (SmeServiceReviews *self)
{
  sme_remote_list_reload (self->reviews);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  sme_caller_send_async (self->caller, SME_OP_GET_SERVICE,
                         sme_record_get_text (SME_RECORD (self->service), "id"), NULL, NULL,
                         self->cancellable, on_numbers_loaded, g_object_ref (self));
}

static void
on_form_edited (SmeServiceReviews *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EDITED]);
}

static void
drop (SmeServiceReviews *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->reviews);
  g_clear_object (&self->service);
  g_clear_object (&self->caller);
}

static void
sme_service_reviews_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EDITED)
    g_value_set_boolean (value, sme_review_form_get_edited (SME_SERVICE_REVIEWS (object)->form));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_service_reviews_dispose (GObject *object)
{
  SmeServiceReviews *self = SME_SERVICE_REVIEWS (object);

  if (self->reviews != NULL)
    g_signal_handlers_disconnect_by_data (self->reviews, self);
  drop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SERVICE_REVIEWS);
  G_OBJECT_CLASS (sme_service_reviews_parent_class)->dispose (object);
}

static void
sme_service_reviews_class_init (SmeServiceReviewsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = sme_service_reviews_get_property;
  G_OBJECT_CLASS (klass)->dispose = sme_service_reviews_dispose;
  props[PROP_EDITED] =
    g_param_spec_boolean ("edited", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  g_type_ensure (SME_TYPE_STAR_HISTOGRAM);
  g_type_ensure (SME_TYPE_REVIEW_FORM);
  g_type_ensure (SME_TYPE_HOTLINE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-service-reviews.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeServiceReviews, average_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceReviews, demonstration_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceReviews, histogram);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceReviews, form);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceReviews, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceReviews, empty_title);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceReviews, empty_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceReviews, list_box);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceReviews, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceReviews, more_problem_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceReviews, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_review_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_form_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
sme_service_reviews_init (SmeServiceReviews *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (load), NULL);
}

GtkWidget *
sme_service_reviews_new (void)
{
  return g_object_new (SME_TYPE_SERVICE_REVIEWS, NULL);
}

void
sme_service_reviews_set_service (SmeServiceReviews *self, SmeCaller *caller, SmeService *service)
{
  drop (self);
  self->caller = g_object_ref (caller);
  self->service = g_object_ref (service);
  show_numbers (self);
  load (self);
}
