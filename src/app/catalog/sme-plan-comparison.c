/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-plan-comparison.h"

#include "app/catalog/sme-plan-facts.h"
#include "app/sme-wrap-box.h"
#include "core/sme-enums.h"
#include "core/sme-plan.h"

#include <glib/gi18n.h>

/* So many fit side by side in 640 px, with the names of the rows. */
#define AT_FIRST 3
#define COLUMN_WIDTH 140

struct _SmePlanComparison
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkWidget *chooser; /* NULL where all fit */
  AdwBin *holder;     /* of the table */
  GPtrArray *plans;   /* SmePlan */
  GPtrArray *buttons; /* GtkToggleButton, one per plan, where there is a chooser */
};

G_DEFINE_FINAL_TYPE (SmePlanComparison, sme_plan_comparison, ADW_TYPE_BIN)

static const char *
get_name (SmePlan *plan)
{
  return sme_record_get_text (SME_RECORD (plan), "name");
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 12, "homogeneous", TRUE,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);

  gtk_widget_add_css_class (row, "sme-comparison-row");
  return row;
}

/* A cell of the table; what it shows is inside, what is read is its own. */
static void
add_cell (GtkWidget *row, GtkAccessibleRole role, GtkWidget *child, const char *spoken)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "accessible-role", role, NULL);

  gtk_widget_set_size_request (cell, COLUMN_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_hexpand (child, TRUE);
  gtk_box_append (GTK_BOX (cell), child);
  gtk_box_append (GTK_BOX (row), cell);
}

static GtkWidget *
make_head (GPtrArray *plans)
{
  GtkWidget *row = make_row ();

  add_cell (row, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, make_label (_ ("Plan"), "heading"), _ ("Plan"));
  for (guint i = 0; i < plans->len; i++)
    {
      const char *name = get_name (g_ptr_array_index (plans, i));

      add_cell (row, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, make_label (name, "heading"), name);
    }
  return row;
}

static GtkWidget *
make_value (const char *value)
{
  if (value != NULL && *value == '\0')
    return g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                         GTK_ACCESSIBLE_ROLE_PRESENTATION, "halign", GTK_ALIGN_START, "valign",
                         GTK_ALIGN_START, NULL);
  return make_label (value != NULL ? value : "–", value != NULL ? "sme-numeric" : "dim-label");
}

static GtkWidget *
make_facts (GPtrArray *plans, SmePlanFacts *facts, guint index)
{
  GtkWidget *row = make_row ();
  const char *title = sme_plan_facts_get_title (facts, index);

  add_cell (row, GTK_ACCESSIBLE_ROLE_ROW_HEADER, make_label (title, "dim-label"), title);
  for (guint i = 0; i < plans->len; i++)
    {
      const char *value = sme_plan_facts_get_value (facts, index, i);
      const char *said = value == NULL ? _ ("not stated") : *value == '\0' ? _ ("yes") : value;
      g_autofree char *spoken =
        g_strdup_printf ("%s, %s: %s", get_name (g_ptr_array_index (plans, i)), title, said);

      add_cell (row, GTK_ACCESSIBLE_ROLE_CELL, make_value (value), spoken);
    }
  return row;
}

static void
on_buy_clicked (GtkWidget *button, SmePlan *plan)
{
  SmeRecord *record = SME_RECORD (plan);
  GListModel *cycles = sme_record_get_list (record, "cycles");
  g_autoptr (SmeRecord) cycle = g_list_model_get_item (cycles, 0);

  gtk_widget_activate_action (
    button, "win.buy", "(ssi)", sme_record_get_text (record, "service_id"),
    sme_record_get_text (record, "id"), (int) sme_record_get_int (cycle, "months"));
}

static GtkWidget *
make_button (SmePlan *plan)
{
  GListModel *cycles = sme_record_get_list (SME_RECORD (plan), "cycles");
  gboolean on_request = sme_record_get_int (SME_RECORD (plan), "model") == SME_MODEL_CONTACT ||
                        cycles == NULL || g_list_model_get_n_items (cycles) == 0;
  GtkWidget *button =
    gtk_button_new_with_label (on_request ? _ ("Call 1800 1260 (free)") : _ ("Buy now"));
  g_autofree char *spoken = g_strdup_printf (_ ("Buy %s now"), get_name (plan));

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  if (on_request)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.hotline");
      return button;
    }
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_buy_clicked), g_object_ref (plan),
                         (GClosureNotify) g_object_unref, 0);
  return button;
}

static GtkWidget *
make_foot (GPtrArray *plans)
{
  GtkWidget *row = make_row ();

  add_cell (row, GTK_ACCESSIBLE_ROLE_ROW_HEADER, make_label ("", NULL), _ ("Order"));
  for (guint i = 0; i < plans->len; i++)
    {
      SmePlan *plan = g_ptr_array_index (plans, i);

      add_cell (row, GTK_ACCESSIBLE_ROLE_CELL, make_button (plan), get_name (plan));
    }
  return row;
}

static GPtrArray *
get_chosen (SmePlanComparison *self)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->plans->len; i++)
    if (self->buttons->len == 0 ||
        gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i)))
      g_ptr_array_add (chosen, g_ptr_array_index (self->plans, i));
  return chosen;
}

static void
show_table (SmePlanComparison *self)
{
  g_autoptr (GPtrArray) plans = get_chosen (self);
  g_autoptr (SmePlanFacts) facts = sme_plan_facts_new (plans);
  GtkWidget *table = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Plans side by side"), -1);
  gtk_box_append (GTK_BOX (table), make_head (plans));
  for (guint i = 0; i < sme_plan_facts_get_n_rows (facts); i++)
    gtk_box_append (GTK_BOX (table), make_facts (plans, facts, i));
  gtk_box_append (GTK_BOX (table), make_foot (plans));
  adw_bin_set_child (self->holder, table);
}

static void
add_chooser (SmePlanComparison *self)
{
  self->chooser = sme_wrap_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Plans to compare"), -1);
  for (guint i = 0; i < self->plans->len; i++)
    {
      GtkWidget *button =
        gtk_toggle_button_new_with_label (get_name (g_ptr_array_index (self->plans, i)));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i < AT_FIRST);
      g_signal_connect_object (button, "toggled", G_CALLBACK (show_table), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->buttons, button);
      sme_wrap_box_append (SME_WRAP_BOX (self->chooser), button);
    }
  gtk_box_prepend (self->box, self->chooser);
}

static void
sme_plan_comparison_finalize (GObject *object)
{
  g_ptr_array_unref (SME_PLAN_COMPARISON (object)->plans);
  g_ptr_array_unref (SME_PLAN_COMPARISON (object)->buttons);
  G_OBJECT_CLASS (sme_plan_comparison_parent_class)->finalize (object);
}

static void
sme_plan_comparison_class_init (SmePlanComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_plan_comparison_finalize;
}

static void
sme_plan_comparison_init (SmePlanComparison *self)
{
  self->plans = g_ptr_array_new_with_free_func (g_object_unref);
  self->buttons = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->holder = ADW_BIN (adw_bin_new ());
  gtk_box_append (self->box, GTK_WIDGET (self->holder));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
sme_plan_comparison_new (void)
{
  return g_object_new (SME_TYPE_PLAN_COMPARISON, NULL);
}

void
sme_plan_comparison_set_service (SmePlanComparison *self, SmeService *service)
{
  GListModel *plans = sme_record_get_list (SME_RECORD (service), "plans");

  g_return_if_fail (SME_IS_PLAN_COMPARISON (self));

  g_ptr_array_set_size (self->plans, 0);
  g_ptr_array_set_size (self->buttons, 0);
  if (self->chooser != NULL)
    gtk_box_remove (self->box, g_steal_pointer (&self->chooser));
  for (guint i = 0; plans != NULL && i < g_list_model_get_n_items (plans); i++)
    g_ptr_array_add (self->plans, g_list_model_get_item (plans, i));
  if (self->plans->len > AT_FIRST)
    add_chooser (self);
  show_table (self);
}
