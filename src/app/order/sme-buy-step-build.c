/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-price-text.h"
#include "app/catalog/sme-service-text.h"
#include "app/order/sme-buy-step-private.h"
#include "base/sme-format.h"

#include <glib/gi18n.h>

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
      g_autoptr (SmeRecord) cycle = g_list_model_get_item (cycles, 0);
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
  adw_preferences_group_add (group, GTK_WIDGET (self->cycle_row));
}

static void
add_quantity (SmeBuyStep *self, AdwPreferencesGroup *group)
{
  if (sme_record_get_int (SME_RECORD (self->plan), "max_quantity") <= 1)
    return;
  self->quantity = SME_QUANTITY_ROW (sme_quantity_row_new (self->plan));
  adw_preferences_group_add (group, GTK_WIDGET (self->quantity));
}

static void
add_addons (SmeBuyStep *self, GtkBox *box)
{
  self->addons = SME_ADDON_LIST (sme_addon_list_new (self->plan));
  gtk_box_append (box, GTK_WIDGET (self->addons));
}

static void
add_coupon (SmeBuyStep *self, GtkBox *box)
{
  GtkWidget *group = add_group (box, NULL, NULL);
  GtkWidget *button = self->apply_button = gtk_button_new_with_label (_ ("Apply"));

  self->coupon_row = SME_FIELD_ROW (sme_field_row_new (_ ("Coupon"), FALSE));
  g_object_set (self->coupon_row, "max-length", 32, NULL);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Apply the coupon"), -1);
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
  self->cheaper = SME_CHEAPER_HINT (sme_cheaper_hint_new (self->plan));
  sme_cheaper_hint_set_quantity (self->cheaper, 1);
  gtk_box_append (box, GTK_WIDGET (self->cheaper));
}

void
sme_buy_step_build (SmeBuyStep *self, int months)
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
