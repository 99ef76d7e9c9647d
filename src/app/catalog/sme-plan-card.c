/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-plan-card.h"

#include "app/catalog/sme-price-steps.h"
#include "app/catalog/sme-price-text.h"
#include "app/catalog/sme-service-text.h"
#include "base/sme-format.h"
#include "core/sme-enums.h"
#include "core/sme-plan-audience.h"
#include "core/sme-plan-cycle.h"

#include <glib/gi18n.h>

/* More than these are shown by "Show more". */
#define FEATURES_AT_FIRST 3
/* Wished for only: wider cards would stand in fewer columns. */
#define FEATURE_WIDTH_CHARS 28

struct _SmePlanCard
{
  AdwBin parent_instance;

  GtkLabel *name_label;
  GtkLabel *blurb_label;
  GtkLabel *audience_label;
  GtkLabel *price_label;
  GtkLabel *per_cycle_label;
  GtkLabel *vat_label;
  GtkLabel *basis_label;
  GtkLabel *model_label;
  SmePriceSteps *steps;
  GtkLabel *extras_label;
  GtkLabel *required_label;
  GtkWidget *cycle_box;
  GtkDropDown *cycle_drop_down;
  GtkLabel *single_cycle_label;
  GtkWidget *features_title;
  GtkBox *features_box;
  GtkRevealer *more_revealer;
  GtkBox *more_box;
  GtkToggleButton *more_button;
  GtkWidget *buy_button;
  GtkWidget *hotline_button;

  SmePlan *plan;
};

G_DEFINE_FINAL_TYPE (SmePlanCard, sme_plan_card, ADW_TYPE_BIN)

static SmeRecord *
get_cycle (SmePlanCard *self, guint index)
{
  GListModel *cycles = sme_record_get_list (SME_RECORD (self->plan), "cycles");

  return cycles != NULL ? g_list_model_get_item (cycles, index) : NULL;
}

static void
show_price (SmePlanCard *self)
{
  guint index = gtk_drop_down_get_selected (self->cycle_drop_down);
  g_autoptr (SmeRecord) cycle = get_cycle (self, index != GTK_INVALID_LIST_POSITION ? index : 0);
  g_autofree char *money = NULL;
  g_autofree char *per = NULL;

  if (cycle == NULL)
    return;
  money = sme_format_money (sme_record_get_int (cycle, "price"));
  per = sme_price_text_per (self->plan, (int) sme_record_get_int (cycle, "months"));
  gtk_label_set_label (self->price_label, money);
  gtk_label_set_label (self->per_cycle_label, per);
}

static void
on_cycle_changed (SmePlanCard *self)
{
  if (self->plan != NULL)
    show_price (self);
}

static const char *
get_text (SmePlanCard *self, const char *field)
{
  const char *text = sme_record_get_text (SME_RECORD (self->plan), field);

  return text != NULL ? text : "";
}

static void
on_buy_clicked (SmePlanCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.buy", "(ssi)", get_text (self, "service_id"),
                              get_text (self, "id"), sme_plan_card_get_months (self));
}

static void
on_more_toggled (SmePlanCard *self)
{
  gboolean more = gtk_toggle_button_get_active (self->more_button);

  gtk_revealer_set_reveal_child (self->more_revealer, more);
  gtk_button_set_label (GTK_BUTTON (self->more_button), more ? _ ("Show less") : _ ("Show more"));
}

/* A single cycle needs no chooser, but is said. */
static void
fill_cycles (SmePlanCard *self)
{
  GListModel *cycles = sme_record_get_list (SME_RECORD (self->plan), "cycles");
  guint n = cycles != NULL ? g_list_model_get_n_items (cycles) : 0;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) cycle = g_list_model_get_item (cycles, i);
      g_autofree char *name = sme_service_text_cycle ((int) sme_record_get_int (cycle, "months"));

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->cycle_drop_down, G_LIST_MODEL (names));
  gtk_widget_set_visible (self->cycle_box, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->cycle_drop_down), n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->single_cycle_label), n == 1);
  if (n == 1)
    gtk_label_set_label (self->single_cycle_label, gtk_string_list_get_string (names, 0));
}

static GtkWidget *
make_feature (const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tick =
    g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), FEATURE_WIDTH_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), tick);
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

static void
fill_features (SmePlanCard *self)
{
  const char *const *features = sme_record_get_texts (SME_RECORD (self->plan), "features");
  guint n = features != NULL ? g_strv_length ((GStrv) features) : 0;

  for (guint i = 0; i < n; i++)
    gtk_box_append (i < FEATURES_AT_FIRST ? self->features_box : self->more_box,
                    make_feature (features[i]));
  gtk_widget_set_visible (self->features_title, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n > FEATURES_AT_FIRST);
}

static void
show_on_request (SmePlanCard *self, gboolean on_request)
{
  gtk_widget_set_visible (self->buy_button, !on_request);
  gtk_widget_set_visible (self->hotline_button, on_request);
  gtk_widget_set_visible (GTK_WIDGET (self->per_cycle_label), !on_request);
  gtk_widget_set_visible (GTK_WIDGET (self->vat_label), !on_request);
  if (!on_request)
    return;
  gtk_label_set_label (self->price_label, _ ("Price on request"));
  gtk_widget_set_visible (self->cycle_box, FALSE);
}

/* A price that is not the guide's must not pass for the seller's. */
static void
show_basis (SmePlanCard *self, SmeRecord *plan)
{
  const char *mark = sme_price_text_mark (plan);

  gtk_widget_set_visible (GTK_WIDGET (self->basis_label),
                          mark != NULL || sme_record_get_int (plan, "basis") == SME_BASIS_PUBLIC);
  gtk_label_set_label (self->basis_label, mark != NULL ? mark : _ ("As published in August 2026"));
}

static void
show_line (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  g_free (text);
}

/* Said where somebody is turned away, before anybody begins to order. */
static char *
describe_audience (SmePlan *plan)
{
  g_autofree char *audience = sme_service_text_plan_audience (plan);

  /* Translators: %s is kinds of customers, like "Enterprise · Individual" */
  return sme_plan_audience_is_narrow (plan) ? g_strdup_printf (_ ("Only for: %s"), audience) : NULL;
}

static void
show_plan (SmePlanCard *self)
{
  SmeRecord *record = SME_RECORD (self->plan);
  const char *name = sme_record_get_text (record, "name");
  const char *blurb = sme_record_get_text (record, "blurb");
  g_autofree char *buy = g_strdup_printf (_ ("Buy %s now"), name);

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->blurb_label, blurb != NULL ? blurb : "");
  gtk_widget_set_visible (GTK_WIDGET (self->blurb_label), blurb != NULL);
  gtk_label_set_label (self->vat_label, sme_record_get_int (record, "vat_included")
                                          ? _ ("VAT included")
                                          : _ ("VAT not included"));
  show_line (self->audience_label, describe_audience (self->plan));
  show_basis (self, record);
  show_line (self->model_label, sme_price_text_model (self->plan));
  show_line (self->extras_label, sme_price_text_extras (self->plan));
  show_line (self->required_label, sme_price_text_required (self->plan));
  sme_price_steps_set_plan (self->steps, self->plan);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buy_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  buy, -1);
  fill_cycles (self);
  fill_features (self);
  show_price (self);
  show_on_request (self, sme_record_get_int (record, "model") == SME_MODEL_CONTACT ||
                           sme_plan_card_get_months (self) == 0);
}

static void
sme_plan_card_dispose (GObject *object)
{
  SmePlanCard *self = SME_PLAN_CARD (object);

  g_clear_object (&self->plan);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_PLAN_CARD);
  G_OBJECT_CLASS (sme_plan_card_parent_class)->dispose (object);
}

static void
sme_plan_card_class_init (SmePlanCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SME_TYPE_PRICE_STEPS);
  G_OBJECT_CLASS (klass)->dispose = sme_plan_card_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-plan-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, blurb_label);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, audience_label);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, price_label);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, per_cycle_label);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, vat_label);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, basis_label);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, model_label);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, steps);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, extras_label);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, required_label);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, cycle_box);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, cycle_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, single_cycle_label);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, features_title);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, features_box);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, more_revealer);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, more_box);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, more_button);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, buy_button);
  gtk_widget_class_bind_template_child (widget_class, SmePlanCard, hotline_button);
  gtk_widget_class_bind_template_callback (widget_class, on_cycle_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_buy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_more_toggled);
}

static void
sme_plan_card_init (SmePlanCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_plan_card_new (SmePlan *plan)
{
  SmePlanCard *self = g_object_new (SME_TYPE_PLAN_CARD, NULL);

  g_set_object (&self->plan, plan);
  show_plan (self);
  return GTK_WIDGET (self);
}

int
sme_plan_card_get_months (SmePlanCard *self)
{
  guint index = gtk_drop_down_get_selected (self->cycle_drop_down);
  g_autoptr (SmeRecord) cycle = get_cycle (self, index != GTK_INVALID_LIST_POSITION ? index : 0);

  return cycle != NULL ? (int) sme_record_get_int (cycle, "months") : 0;
}
