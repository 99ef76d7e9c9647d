/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-order-choice.h"

#include "app/catalog/sme-price-text.h"
#include "app/manage/sme-next-step.h"
#include "app/order/sme-order-details.h"
#include "base/sme-format.h"
#include "core/sme-order.h"

#include <glib/gi18n.h>

/* With so many the lines of each can be read at once. */
#define MOST_OPEN 3

struct _SmeOrderChoice
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GPtrArray *orders;  /* SmeOrder */
  GPtrArray *checks;  /* GtkCheckButton of each */
  GPtrArray *toggles; /* GtkToggleButton of the lines of each */
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

GPtrArray *
sme_order_choice_list (SmeOrderChoice *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->checks->len; i++)
    if (is_chosen (self, i))
      g_ptr_array_add (chosen, g_object_ref (g_ptr_array_index (self->orders, i)));
  return chosen;
}

const char *
sme_order_choice_get_terms_version (SmeOrderChoice *self)
{
  return self->orders->len > 0
           ? sme_record_get_text (g_ptr_array_index (self->orders, 0), "terms_version")
           : NULL;
}

/* Another lot, or another price. */
static void
on_changed (SmeOrderChoice *self)
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
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
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
show_price (SmeRecord *order, GParamSpec *pspec, GtkLabel *label)
{
  g_autofree char *money = sme_format_money (get_total (order));

  gtk_label_set_label (label, money);
}

static GtkWidget *
make_price (SmeRecord *order)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "sme-money");
  g_signal_connect_object (order, "notify::quote", G_CALLBACK (show_price), label, 0);
  show_price (order, NULL, GTK_LABEL (label));
  return label;
}

static char *
describe_row (SmeRecord *order, const char *about)
{
  SmeRecord *quote = sme_record_get_object (order, "quote");
  const char *mark = quote != NULL ? sme_price_text_mark (quote) : NULL;

  return g_strconcat (about, mark != NULL ? " · " : NULL, mark, NULL);
}

/* Who it is for and its lines, below its row. */
static void
add_details (SmeOrderChoice *self, SmeRecord *order, AdwActionRow *row, const char *about)
{
  GtkWidget *details = adw_preferences_row_new ();
  GtkWidget *toggle = gtk_toggle_button_new ();
  /* Translators: %s is "Order 12726 · Nguyễn Văn An" */
  g_autofree char *label = g_strdup_printf (_ ("Show the lines of: %s"), about);

  gtk_button_set_icon_name (GTK_BUTTON (toggle), "pan-down-symbolic");
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (toggle, _ ("Show the lines of the order"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_action_row_add_suffix (row, toggle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (details), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (details), about);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (details),
                              sme_order_details_new (SME_ORDER (order)));
  g_object_bind_property (toggle, "active", details, "visible", G_BINDING_SYNC_CREATE);
  adw_preferences_group_add (self->group, details);
  g_ptr_array_add (self->toggles, toggle);
}

static void
add_order (SmeOrderChoice *self, SmeRecord *order)
{
  SmeRecord *plan = sme_record_get_object (order, "plan");
  const char *name = plan != NULL ? sme_record_get_text (plan, "name") : NULL;
  g_autofree char *about = describe_order (order);
  g_autofree char *subtitle = describe_row (order, about);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = make_check (self, about);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : about);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_price (order));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->group, row);
  add_details (self, order, ADW_ACTION_ROW (row), about);
  g_ptr_array_add (self->orders, g_object_ref (order));
  g_signal_connect_object (order, "notify::quote", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
sme_order_choice_finalize (GObject *object)
{
  SmeOrderChoice *self = SME_ORDER_CHOICE (object);

  g_ptr_array_unref (self->orders);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->toggles);
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
  self->toggles = g_ptr_array_new ();
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
  for (guint i = 0; i < self->toggles->len && self->toggles->len <= MOST_OPEN; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->toggles, i), TRUE);
  return GTK_WIDGET (self);
}
