/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-buy-step-private.h"

#include "app/catalog/sme-price-text.h"
#include "app/form/sme-reason-text.h"
#include "client/sme-caller.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

enum
{
  PROP_0,
  PROP_QUOTE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint edited_signal;

G_DEFINE_FINAL_TYPE (SmeBuyStep, sme_buy_step, SME_TYPE_STEP)

static void ask_price (SmeBuyStep *self);

static SmeCaller *
get_caller (SmeBuyStep *self)
{
  return SME_CALLER (sme_context_get_shop (sme_page_get_context (SME_PAGE (self))));
}

static SmeRecord *
get_cycle (SmeBuyStep *self)
{
  GListModel *cycles = sme_record_get_list (SME_RECORD (self->plan), "cycles");
  int selected = self->cycle_row != NULL ? sme_choice_row_get_selected (self->cycle_row) : 0;

  return g_list_model_get_item (cycles, (guint) MAX (selected, 0));
}

static gint64
get_quantity (SmeBuyStep *self)
{
  return self->quantity != NULL ? sme_quantity_row_get_quantity (self->quantity) : 1;
}

static SmeRecord *
make_request (SmeBuyStep *self)
{
  SmeRecord *request = SME_RECORD (sme_order_request_new ());
  g_autoptr (SmeRecord) cycle = get_cycle (self);
  g_auto (GStrv) addons = sme_addon_list_dup_chosen (self->addons);

  sme_record_set_text (request, "plan_id", sme_record_get_text (SME_RECORD (self->plan), "id"));
  sme_record_set_int (request, "cycle_months", sme_record_get_int (cycle, "months"));
  if (self->quantity != NULL)
    sme_record_set_int (request, "quantity", get_quantity (self));
  if (addons != NULL)
    sme_record_set_texts (request, "addons", (const char *const *) addons);
  if (self->coupon != NULL)
    sme_record_set_text (request, "coupon", self->coupon);
  return request;
}

static void
take_quote (SmeBuyStep *self, SmeQuote *quote)
{
  g_set_object (&self->quote, quote);
  if (self->coupon != NULL && quote != NULL)
    sme_field_row_set_note (self->coupon_row, _ ("The price has the coupon."));
  sme_step_set_complete (SME_STEP (self), quote != NULL, _ ("The price is not known yet."));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_QUOTE]);
}

static SmeRecord *
find_field (const GError *error, const char *pointer)
{
  GPtrArray *fields = error->domain == SME_PROBLEM ? sme_problem_get_fields (error) : NULL;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      SmeRecord *field = g_ptr_array_index (fields, i);

      if (g_strcmp0 (sme_record_get_text (field, "pointer"), pointer) == 0)
        return field;
    }
  return NULL;
}

static const char *
find_code (const GError *error, const char *pointer)
{
  SmeRecord *field = find_field (error, pointer);

  return field != NULL ? sme_record_get_text (field, "code") : NULL;
}

/* FALSE if @error is about something else. */
static gboolean
refuse_coupon (SmeBuyStep *self, const GError *error)
{
  SmeRecord *field = find_field (error, "/coupon");
  g_autofree char *text = NULL;

  if (field == NULL)
    return FALSE;
  text = sme_reason_dup_field_text (field);
  g_clear_pointer (&self->coupon, g_free);
  sme_field_row_set_note (self->coupon_row, NULL);
  sme_field_row_set_error (self->coupon_row, text);
  ask_price (self);
  return TRUE;
}

static void
on_quote_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeBuyStep) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeQuote) quote = sme_caller_record_finish (SME_CALLER (source), result, &error);
  const char *code;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->pricing);
  if (error != NULL && refuse_coupon (self, error))
    return;
  take_quote (self, quote);
  if (error == NULL)
    return;
  code = find_code (error, "/quantity");
  if (code != NULL)
    sme_step_set_complete (SME_STEP (self), FALSE, sme_reason_text (code));
  else
    sme_page_show_error (SME_PAGE (self), error);
}

static void
stop_pricing (SmeBuyStep *self)
{
  if (self->pricing != NULL)
    g_cancellable_cancel (self->pricing);
  g_clear_object (&self->pricing);
}

static void
ask_price (SmeBuyStep *self)
{
  g_autoptr (SmeRecord) request = make_request (self);

  stop_pricing (self);
  self->pricing = g_cancellable_new ();
  sme_caller_send_async (get_caller (self), SME_OP_CREATE_QUOTE, NULL, NULL, request, self->pricing,
                         on_quote_ready, g_object_ref (self));
}

static void
on_choice_changed (SmeBuyStep *self)
{
  if (sme_price_text_n_steps (self->plan) > 0)
    {
      sme_price_steps_set_quantity (self->steps, get_quantity (self));
      sme_cheaper_hint_set_quantity (self->cheaper, get_quantity (self));
    }
  if (self->taking_over)
    return;
  g_signal_emit (self, edited_signal, 0);
  ask_price (self);
}

/* Nobody orders another number than was typed before the message and the price of that number are
 * there, not by the click that left the field either. */
static void
on_corrected (SmeBuyStep *self)
{
  g_signal_emit (self, edited_signal, 0);
  sme_step_set_complete (SME_STEP (self), FALSE, _ ("The price is not known yet."));
  ask_price (self);
}

/* The keyboard goes where the number is: the button it was on is no more. */
static void
on_cheaper_taken (SmeBuyStep *self, gint64 quantity)
{
  if (self->quantity == NULL)
    return;
  gtk_widget_child_focus (GTK_WIDGET (self->quantity), GTK_DIR_TAB_FORWARD);
  sme_quantity_row_set_quantity (self->quantity, quantity);
}

static char *
dup_typed_coupon (SmeBuyStep *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (sme_field_row_get_text (self->coupon_row)));

  return *typed != '\0' ? g_steal_pointer (&typed) : NULL;
}

static void
on_coupon_applied (SmeBuyStep *self)
{
  g_free (self->coupon);
  self->coupon = dup_typed_coupon (self);
  sme_field_row_set_error (self->coupon_row, NULL);
  sme_field_row_set_note (self->coupon_row, NULL);
  ask_price (self);
}

/* Case and spaces around it do not count, nor do they for the server. */
static gboolean
is_priced (SmeBuyStep *self, const char *typed)
{
  return self->coupon != NULL && typed != NULL && g_ascii_strcasecmp (self->coupon, typed) == 0;
}

/* A price shown beside a code is the price with that code: what another one took off goes with it.
 */
static void
on_coupon_edited (SmeBuyStep *self)
{
  g_autofree char *typed = dup_typed_coupon (self);

  g_signal_emit (self, edited_signal, 0);
  if (self->taking_over || is_priced (self, typed))
    return;
  sme_field_row_set_error (self->coupon_row, NULL);
  sme_field_row_set_note (self->coupon_row,
                          typed != NULL ? _ ("Press “Apply” to see the price with this coupon.")
                                        : NULL);
  if (self->coupon == NULL)
    return;
  g_clear_pointer (&self->coupon, g_free);
  take_quote (self, NULL);
  ask_price (self);
}

static void
on_order_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SmeBuyStep *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SmeRecord) order = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (order == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_free (self->order_id);
  self->order_id = g_strdup (sme_record_get_text (order, "id"));
  g_task_return_boolean (task, TRUE);
}

/* What is in the coupon's field is meant, applied or not. */
static void
sme_buy_step_apply_async (SmeStep *step,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  SmeBuyStep *self = SME_BUY_STEP (step);
  GTask *task = g_task_new (self, cancellable, callback, data);
  g_autoptr (SmeRecord) request = NULL;

  g_free (self->coupon);
  self->coupon = dup_typed_coupon (self);
  request = make_request (self);
  g_task_set_source_tag (task, sme_buy_step_apply_async);
  sme_caller_send_async (get_caller (self), SME_OP_CREATE_ORDER, NULL, NULL, request, cancellable,
                         on_order_ready, task);
}

static gboolean
sme_buy_step_take_error (SmeStep *step, const GError *error)
{
  SmeBuyStep *self = SME_BUY_STEP (step);

  if (refuse_coupon (self, error))
    {
      sme_field_row_focus (self->coupon_row);
      return TRUE;
    }
  /* The plan itself: only another one could be ordered. */
  if (find_code (error, "/plan_id") == NULL)
    return FALSE;
  sme_step_set_complete (SME_STEP (self), FALSE, sme_reason_text (find_code (error, "/plan_id")));
  return TRUE;
}

static void
sme_buy_step_load (SmePage *page)
{
  sme_page_show_content (page);
  ask_price (SME_BUY_STEP (page));
}

static void
connect_rows (SmeBuyStep *self)
{
  if (self->cycle_row != NULL)
    g_signal_connect_object (self->cycle_row, "edited", G_CALLBACK (on_choice_changed), self,
                             G_CONNECT_SWAPPED);
  if (self->quantity != NULL)
    {
      g_signal_connect_object (self->quantity, "changed", G_CALLBACK (on_choice_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->quantity, "corrected", G_CALLBACK (on_corrected), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->cheaper, "taken", G_CALLBACK (on_cheaper_taken), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->addons, "changed", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->coupon_row, "activated", G_CALLBACK (on_coupon_applied), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->coupon_row, "edited", G_CALLBACK (on_coupon_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apply_button, "clicked", G_CALLBACK (on_coupon_applied), self,
                           G_CONNECT_SWAPPED);
}

static void
sme_buy_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_QUOTE)
    g_value_set_object (value, SME_BUY_STEP (object)->quote);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_buy_step_dispose (GObject *object)
{
  SmeBuyStep *self = SME_BUY_STEP (object);

  stop_pricing (self);
  g_clear_object (&self->plan);
  g_clear_object (&self->quote);
  G_OBJECT_CLASS (sme_buy_step_parent_class)->dispose (object);
}

static void
sme_buy_step_finalize (GObject *object)
{
  SmeBuyStep *self = SME_BUY_STEP (object);

  g_free (self->coupon);
  g_free (self->order_id);
  G_OBJECT_CLASS (sme_buy_step_parent_class)->finalize (object);
}

static void
sme_buy_step_class_init (SmeBuyStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_buy_step_get_property;
  object_class->dispose = sme_buy_step_dispose;
  object_class->finalize = sme_buy_step_finalize;
  SME_PAGE_CLASS (klass)->load = sme_buy_step_load;
  SME_STEP_CLASS (klass)->apply_async = sme_buy_step_apply_async;
  SME_STEP_CLASS (klass)->take_error = sme_buy_step_take_error;
  props[PROP_QUOTE] =
    g_param_spec_object ("quote", NULL, NULL, SME_TYPE_QUOTE,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  edited_signal = g_signal_new ("edited", SME_TYPE_BUY_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
sme_buy_step_init (SmeBuyStep *self)
{
}

SmeStep *
sme_buy_step_new (SmeContext *context, SmePlan *plan, int months)
{
  SmeBuyStep *self =
    g_object_new (SME_TYPE_BUY_STEP, "context", context, "title", _ ("Choose a plan"), NULL);

  self->plan = g_object_ref (plan);
  sme_buy_step_build (self, months);
  connect_rows (self);
  sme_step_set_complete (SME_STEP (self), FALSE, _ ("The price is not known yet."));
  return SME_STEP (self);
}

int
sme_buy_step_get_months (SmeBuyStep *self)
{
  g_autoptr (SmeRecord) cycle = NULL;

  g_return_val_if_fail (SME_IS_BUY_STEP (self), 0);

  cycle = get_cycle (self);
  return (int) sme_record_get_int (cycle, "months");
}

void
sme_buy_step_take_over (SmeBuyStep *self, SmeBuyStep *before)
{
  g_auto (GStrv) addons = NULL;

  g_return_if_fail (SME_IS_BUY_STEP (self));
  g_return_if_fail (SME_IS_BUY_STEP (before));

  addons = sme_addon_list_dup_chosen (before->addons);
  self->taking_over = TRUE;
  if (self->quantity != NULL && before->quantity != NULL)
    sme_quantity_row_set_quantity (self->quantity,
                                   sme_quantity_row_get_quantity (before->quantity));
  sme_addon_list_choose (self->addons, (const char *const *) addons);
  sme_field_row_set_text (self->coupon_row, sme_field_row_get_text (before->coupon_row));
  sme_field_row_set_error (self->coupon_row, sme_field_row_get_error (before->coupon_row));
  g_free (self->coupon);
  self->coupon = g_strdup (before->coupon);
  self->taking_over = FALSE;
}

gboolean
sme_buy_step_set_months (SmeBuyStep *self, int months)
{
  GListModel *cycles = sme_record_get_list (SME_RECORD (self->plan), "cycles");

  g_return_val_if_fail (SME_IS_BUY_STEP (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (SmeRecord) cycle = g_list_model_get_item (cycles, i);

      if (sme_record_get_int (cycle, "months") != months)
        continue;
      if (self->cycle_row != NULL && sme_choice_row_get_selected (self->cycle_row) != (int) i)
        {
          sme_choice_row_set_selected (self->cycle_row, (int) i);
          ask_price (self);
        }
      return TRUE;
    }
  return FALSE;
}

SmeRecord *
sme_buy_step_get_quote (SmeBuyStep *self)
{
  g_return_val_if_fail (SME_IS_BUY_STEP (self), NULL);

  return (SmeRecord *) self->quote;
}

const char *
sme_buy_step_get_order_id (SmeBuyStep *self)
{
  g_return_val_if_fail (SME_IS_BUY_STEP (self), NULL);

  return self->order_id;
}
