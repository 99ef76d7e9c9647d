/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-buy-step.h"

#include "app/catalog/sme-price-steps.h"
#include "app/catalog/sme-price-text.h"
#include "app/catalog/sme-service-text.h"
#include "app/form/sme-choice-row.h"
#include "app/form/sme-field-row.h"
#include "app/form/sme-reason-text.h"
#include "app/order/sme-addon-list.h"
#include "app/order/sme-quantity-row.h"
#include "base/sme-format.h"
#include "client/sme-caller.h"
#include "core/sme-problem.h"
#include "core/sme-quote.h"

#include <glib/gi18n.h>

struct _SmeBuyStep
{
  SmeStep parent_instance;

  SmePlan *plan;
  SmeChoiceRow *cycle_row;  /* NULL where there is one cycle only */
  SmeQuantityRow *quantity; /* NULL where the number is not asked */
  SmePriceSteps *steps;
  SmeAddonList *addons;
  SmeFieldRow *coupon_row;

  char *coupon; /* that the price has, or is to have */
  GCancellable *pricing;
  SmeQuote *quote;
  char *order_id;
};

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
  g_signal_emit (self, edited_signal, 0);
  if (sme_price_text_n_steps (self->plan) > 0)
    sme_price_steps_set_quantity (self->steps, get_quantity (self));
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

/* Another code is another question; the price goes on with the one that it has until asked. */
static void
on_coupon_edited (SmeBuyStep *self)
{
  g_signal_emit (self, edited_signal, 0);
  sme_field_row_set_error (self->coupon_row, NULL);
  sme_field_row_set_note (self->coupon_row, NULL);
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

/* ---- Building it */

static GtkWidget *
add_group (GtkBox *box, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *safe_title = title != NULL ? g_markup_escape_text (title, -1) : NULL;
  g_autofree char *safe = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  if (safe_title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), safe_title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), safe);
  gtk_box_append (box, group);
  return group;
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

static void
add_cycles (SmeBuyStep *self, AdwPreferencesGroup *group, int months)
{
  GListModel *cycles = sme_record_get_list (SME_RECORD (self->plan), "cycles");
  guint n = cycles != NULL ? g_list_model_get_n_items (cycles) : 0;
  int selected = 0;

  if (n < 2)
    {
      g_autoptr (SmeRecord) cycle = get_cycle (self);
      g_autofree char *text = sme_service_text_cycle ((int) sme_record_get_int (cycle, "months"));

      adw_preferences_group_add (group, make_row (_ ("Payment cycle"), text));
      return;
    }
  self->cycle_row = SME_CHOICE_ROW (sme_choice_row_new (_ ("Choose payment cycle"), FALSE));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) cycle = g_list_model_get_item (cycles, i);
      int length = (int) sme_record_get_int (cycle, "months");
      g_autofree char *name = sme_service_text_cycle (length);
      g_autofree char *money = sme_format_money (sme_record_get_int (cycle, "price"));
      g_autofree char *label = g_strdup_printf ("%s: %s", name, money);

      sme_choice_row_append (self->cycle_row, label);
      selected = length == months ? (int) i : selected;
    }
  sme_choice_row_set_selected (self->cycle_row, selected);
  g_signal_connect_object (self->cycle_row, "edited", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->cycle_row));
}

static void
add_quantity (SmeBuyStep *self, AdwPreferencesGroup *group)
{
  if (sme_record_get_int (SME_RECORD (self->plan), "max_quantity") <= 1)
    return;
  self->quantity = SME_QUANTITY_ROW (sme_quantity_row_new (self->plan));
  g_signal_connect_object (self->quantity, "changed", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quantity, "corrected", G_CALLBACK (on_corrected), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->quantity));
}

static void
add_addons (SmeBuyStep *self, GtkBox *box)
{
  self->addons = SME_ADDON_LIST (sme_addon_list_new (self->plan));
  g_signal_connect_object (self->addons, "changed", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->addons));
}

static void
add_coupon (SmeBuyStep *self, GtkBox *box)
{
  GtkWidget *group = add_group (box, NULL, NULL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Apply"));

  self->coupon_row = SME_FIELD_ROW (sme_field_row_new (_ ("Coupon"), FALSE));
  g_object_set (self->coupon_row, "max-length", 32, NULL);
  g_signal_connect_object (self->coupon_row, "activated", G_CALLBACK (on_coupon_applied), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->coupon_row, "edited", G_CALLBACK (on_coupon_edited), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Apply the coupon"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_coupon_applied), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->coupon_row));
  gtk_box_append (box, button);
}

static void
add_steps (SmeBuyStep *self, GtkBox *box)
{
  self->steps = SME_PRICE_STEPS (sme_price_steps_new ());
  sme_price_steps_set_plan (self->steps, self->plan);
  sme_price_steps_set_quantity (self->steps, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->steps), "card");
  gtk_box_append (box, GTK_WIDGET (self->steps));
}

static void
build (SmeBuyStep *self, int months)
{
  SmeRecord *plan = SME_RECORD (self->plan);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  g_autofree char *model = sme_price_text_model (self->plan);
  g_autofree char *extras = sme_price_text_extras (self->plan);
  g_autofree char *audience = sme_service_text_plan_audience (self->plan);
  /* Translators: %s is kinds of customers, like "Enterprise · Individual" */
  g_autofree char *who = g_strdup_printf (_ ("Can be ordered by: %s"), audience);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *description = NULL;
  GtkWidget *group;

  g_ptr_array_add (lines, (gpointer) sme_record_get_text (plan, "service_name"));
  if (*audience != '\0')
    g_ptr_array_add (lines, who);
  if (model != NULL)
    g_ptr_array_add (lines, model);
  if (extras != NULL)
    g_ptr_array_add (lines, extras);
  g_ptr_array_add (lines, NULL);
  description = g_strjoinv ("\n", (char **) lines->pdata);
  group = add_group (GTK_BOX (box), sme_record_get_text (plan, "name"), description);
  add_cycles (self, ADW_PREFERENCES_GROUP (group), months);
  add_quantity (self, ADW_PREFERENCES_GROUP (group));
  add_steps (self, GTK_BOX (box));
  add_addons (self, GTK_BOX (box));
  add_coupon (self, GTK_BOX (box));
  sme_page_set_content (SME_PAGE (self), box);
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
  build (self, months);
  sme_step_set_complete (SME_STEP (self), FALSE, _ ("The price is not known yet."));
  return SME_STEP (self);
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
