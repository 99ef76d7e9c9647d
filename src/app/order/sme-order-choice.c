/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-order-choice.h"

#include "app/catalog/sme-price-text.h"
#include "app/manage/sme-next-step.h"
#include "base/sme-format.h"
#include "core/sme-order.h"

#include <glib/gi18n.h>

struct _SmeOrderChoice
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GPtrArray *orders; /* SmeOrder */
  GPtrArray *checks; /* GtkCheckButton of each */
};

static guint signal_changed;

G_DEFINE_FINAL_TYPE (SmeOrderChoice, sme_order_choice, ADW_TYPE_BIN)

static gint64
get_total (SmeRecord *order)
{
  return sme_record_get_int (sme_record_get_object (order, "quote"), "total");
}

static gboolean
is_chosen (SmeOrderChoice *self, guint i)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
}

gboolean
sme_order_choice_is_empty (SmeOrderChoice *self)
{
  return self->orders->len == 0;
}

guint
sme_order_choice_count (SmeOrderChoice *self, gint64 *sum)
{
  guint n = 0;

  *sum = 0;
  for (guint i = 0; i < self->checks->len; i++)
    if (is_chosen (self, i))
      {
        *sum += get_total (g_ptr_array_index (self->orders, i));
        n++;
      }
  return n;
}

GStrv
sme_order_choice_list (SmeOrderChoice *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (is_chosen (self, i))
      g_strv_builder_add (builder, sme_record_get_text (g_ptr_array_index (self->orders, i), "id"));
  return g_strv_builder_end (builder);
}

const char *
sme_order_choice_get_terms_version (SmeOrderChoice *self)
{
  return self->orders->len > 0
           ? sme_record_get_text (g_ptr_array_index (self->orders, 0), "terms_version")
           : NULL;
}

static void
on_toggled (SmeOrderChoice *self)
{
  g_signal_emit (self, signal_changed, 0);
}

static GtkWidget *
make_check (SmeOrderChoice *self, const char *label)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return check;
}

/* "Order 12726 · Nguyễn Văn An": the orders of several people are otherwise alike. */
static char *
describe_order (SmeRecord *order)
{
  SmeRecord *profile = sme_record_get_object (order, "profile");
  const char *person = profile != NULL ? sme_record_get_text (profile, "full_name") : NULL;
  g_autofree char *number = g_strdup_printf (_ ("Order %s"), sme_record_get_text (order, "number"));

  return g_strconcat (number, person != NULL ? " · " : NULL, person, NULL);
}

static void
add_order (SmeOrderChoice *self, SmeRecord *order)
{
  SmeRecord *plan = sme_record_get_object (order, "plan");
  const char *name = plan != NULL ? sme_record_get_text (plan, "name") : NULL;
  g_autofree char *about = describe_order (order);
  g_autofree char *money = sme_format_money (get_total (order));
  SmeRecord *quote = sme_record_get_object (order, "quote");
  const char *mark = quote != NULL ? sme_price_text_mark (quote) : NULL;
  g_autofree char *subtitle = g_strconcat (about, mark != NULL ? " · " : NULL, mark, NULL);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = make_check (self, about);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : about);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (money));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->orders, g_object_ref (order));
}

static void
sme_order_choice_finalize (GObject *object)
{
  SmeOrderChoice *self = SME_ORDER_CHOICE (object);

  g_ptr_array_unref (self->orders);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (sme_order_choice_parent_class)->finalize (object);
}

static void
sme_order_choice_class_init (SmeOrderChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_order_choice_finalize;
  signal_changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_order_choice_init (SmeOrderChoice *self)
{
  self->orders = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Orders to pay"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
sme_order_choice_new (GListModel *orders)
{
  SmeOrderChoice *self = g_object_new (SME_TYPE_ORDER_CHOICE, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (orders); i++)
    {
      g_autoptr (SmeRecord) order = g_list_model_get_item (orders, i);

      if (sme_next_step_allows (order, SME_NEXT_PAY) && get_total (order) > 0)
        add_order (self, order);
    }
  return GTK_WIDGET (self);
}
