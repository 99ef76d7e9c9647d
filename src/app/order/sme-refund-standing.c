/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-refund-standing.h"

#include "app/manage/sme-next-step.h"
#include "app/order/sme-payment-text.h"
#include "app/sme-route.h"
#include "app/sme-error-text.h"
#include "base/sme-format.h"
#include "client/sme-caller.h"
#include "client/sme-local-tools.h"
#include "core/sme-case-resolution.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmeRefundStanding
{
  AdwBin parent_instance;
  SmeContext *context;
  SmeOrder *order;
  AdwPreferencesGroup *group;
  GtkWidget *operator_row; /* NULL where nobody is to be played */
  GtkLabel *problem;
  GCancellable *cancellable;
};

static guint signal_decided;

G_DEFINE_FINAL_TYPE (SmeRefundStanding, sme_refund_standing, ADW_TYPE_BIN)

static SmeRecord *
get_request (SmeRefundStanding *self)
{
  return sme_record_get_object (SME_RECORD (self->order), "refund_request");
}

static AdwActionRow *
add_row (SmeRefundStanding *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->group, row);
  return ADW_ACTION_ROW (row);
}

/* When it was asked and decided, and what the support says to it. */
static char *
describe (SmeRecord *request)
{
  g_autofree char *asked = sme_format_date_time (sme_record_get_int (request, "created_at"));
  g_autofree char *decided = sme_record_has (request, "decided_at")
                               ? sme_format_date_time (sme_record_get_int (request, "decided_at"))
                               : NULL;
  const char *note = sme_record_get_text (request, "note");
  /* Translators: %s is a day and a time. */
  GString *text = g_string_new (NULL);

  g_string_printf (text, _ ("Asked on %s"), asked);
  if (decided != NULL)
    {
      g_string_append (text, " · ");
      /* Translators: %s is a day and a time. */
      g_string_append_printf (text, _ ("decided on %s"), decided);
    }
  if (note != NULL)
    g_string_append_printf (text, "\n%s", note);
  return g_string_free (text, FALSE);
}

/* ---- The operator, played */

static void
on_decided (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeRefundStanding) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer != NULL)
    {
      g_signal_emit (self, signal_decided, 0);
      return;
    }
  text = sme_error_text_summarize (error);
  gtk_label_set_label (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_set_sensitive (self->operator_row, TRUE);
}

static void
decide (SmeRefundStanding *self, SmeCaseOutcome outcome)
{
  SmeCaller *tools = SME_CALLER (sme_context_get_local_tools (self->context));
  g_autoptr (SmeCaseResolution) body = sme_case_resolution_new ();

  sme_record_set_int (SME_RECORD (body), "outcome", outcome);
  gtk_widget_set_sensitive (self->operator_row, FALSE);
  sme_caller_send_async (tools, SME_OP_LOCAL_DECIDE_REFUND,
                         sme_record_get_text (get_request (self), "id"), NULL, SME_RECORD (body),
                         self->cancellable, on_decided, g_object_ref (self));
}

static void
on_grant (SmeRefundStanding *self)
{
  decide (self, SME_CASE_GRANTED);
}

static void
on_refuse (SmeRefundStanding *self)
{
  decide (self, SME_CASE_UNCHANGED);
}

/* Beside a title: in a narrow window its words go below each other. */
static void
let_wrap (GtkWidget *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  if (!GTK_IS_LABEL (label))
    return;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

static void
add_decision (SmeRefundStanding *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  let_wrap (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_operator (SmeRefundStanding *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->operator_row = GTK_WIDGET (add_row (self, _ ("Demonstration: play the operator"), NULL));
  g_object_set (box, "margin-top", 6, "margin-bottom", 6, NULL);
  add_decision (self, box, _ ("Give the money back"), G_CALLBACK (on_grant));
  add_decision (self, box, _ ("Refuse the request"), G_CALLBACK (on_refuse));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->operator_row), box);
}

/* ---- What can be done */

static void
add_support (SmeRefundStanding *self)
{
  AdwActionRow *row =
    add_row (self, _ ("If you see it otherwise"),
             _ ("Tell the support what was wrong or missing, or call the hotline."));
  GtkWidget *button = gtk_button_new_with_label (_ ("Contact support"));
  g_autofree char *route =
    sme_route_build ("support", sme_record_get_text (SME_RECORD (self->order), "id"), NULL);

  let_wrap (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  sme_next_step_set_route (GTK_ACTIONABLE (button), route);
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
}

/* The service goes on: with the contract, the certificate. */
static void
add_next_step (SmeRefundStanding *self)
{
  SmeRecord *order = SME_RECORD (self->order);
  GtkWidget *button = gtk_button_new ();
  AdwActionRow *row;

  sme_next_step_fill_button (GTK_BUTTON (button), order, sme_record_get_text (order, "id"));
  if (!gtk_widget_get_visible (button))
    {
      g_object_ref_sink (button);
      g_object_unref (button);
      return;
    }
  let_wrap (button);
  row = add_row (self, _ ("The order goes on"), NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
}

static void
fill (SmeRefundStanding *self)
{
  SmeRecord *request = get_request (self);
  gint64 state = sme_record_get_int (request, "state");
  g_autofree char *details = describe (request);

  add_row (self, sme_payment_text_describe_request (SME_REFUND_REQUEST (request)), details);
  if (state == SME_REQUEST_REFUSED)
    {
      add_next_step (self);
      add_support (self);
    }
  if (state == SME_REQUEST_ASKED && sme_context_get_local_tools (self->context) != NULL)
    add_operator (self);
}

static void
sme_refund_standing_dispose (GObject *object)
{
  SmeRefundStanding *self = SME_REFUND_STANDING (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->order);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sme_refund_standing_parent_class)->dispose (object);
}

static void
sme_refund_standing_class_init (SmeRefundStandingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_refund_standing_dispose;
  signal_decided = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_refund_standing_init (SmeRefundStanding *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->cancellable = g_cancellable_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  adw_preferences_group_set_title (self->group, _ ("Request for the money back"));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
sme_refund_standing_new (SmeContext *context, SmeOrder *order)
{
  SmeRefundStanding *self = g_object_new (SME_TYPE_REFUND_STANDING, NULL);

  self->context = g_object_ref (context);
  self->order = g_object_ref (order);
  fill (self);
  return GTK_WIDGET (self);
}
