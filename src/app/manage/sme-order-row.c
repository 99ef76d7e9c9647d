/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-order-row.h"

#include "app/catalog/sme-price-text.h"
#include "app/manage/sme-next-step.h"
#include "app/manage/sme-state-label.h"
#include "app/sme-route.h"
#include "app/sme-wrap-box.h"
#include "base/sme-format.h"
#include "base/sme-time.h"
#include "core/sme-enums.h"
#include "core/sme-plan.h"
#include "core/sme-quote.h"

#include <glib/gi18n.h>

struct _SmeOrderRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name_label;
  GtkLabel *detail_label;
  SmeStateLabel *state_label;
  GtkLabel *total_label;
  GtkLabel *basis_label;
  GtkButton *next_button;
  GtkButton *payments_button;

  SmeOrder *order;
};

G_DEFINE_FINAL_TYPE (SmeOrderRow, sme_order_row, GTK_TYPE_LIST_BOX_ROW)

static char *
describe_name (SmeRecord *order)
{
  SmeRecord *plan = sme_record_get_object (order, "plan");
  const char *name = plan != NULL ? sme_record_get_text (plan, "name") : NULL;

  return name != NULL ? g_strdup (name)
                      : g_strdup_printf (_ ("Order %s"), sme_record_get_text (order, "number"));
}

/* "Order 12726 · Nguyễn Văn An · 22/11/2026 · 12 months"; whom it is for tells several that were
 * ordered at once from one another. */
static char *
describe_details (SmeRecord *order)
{
  SmeRecord *profile = sme_record_get_object (order, "profile");
  const char *person = profile != NULL ? sme_record_get_text (profile, "full_name") : NULL;
  SmeRecord *quote = sme_record_get_object (order, "quote");
  gint64 created = sme_record_get_int (order, "created_at");
  g_autofree char *date = sme_format_date (sme_date_from_time (created));
  gint64 months = quote != NULL ? sme_record_get_int (quote, "cycle_months") : 0;
  GString *text = g_string_new (NULL);

  g_string_printf (text, _ ("Order %s"), sme_record_get_text (order, "number"));
  if (person != NULL)
    g_string_append_printf (text, " · %s", person);
  g_string_append_printf (text, " · %s", date);
  if (months > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%d month", "%d months", (gulong) months),
                              (int) months);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_total (SmeRecord *order)
{
  SmeRecord *quote = sme_record_get_object (order, "quote");

  return quote != NULL ? sme_format_money (sme_record_get_int (quote, "total")) : g_strdup ("");
}

/* Something was or can be paid, or it can be cancelled before. */
static gboolean
has_money (SmeRecord *order)
{
  GListModel *payments = sme_record_get_list (order, "payments");

  return (payments != NULL && g_list_model_get_n_items (payments) > 0) ||
         sme_next_step_allows (order, SME_NEXT_CANCEL);
}

/* A price that nobody published must not pass for the seller's. */
static void
show_basis (SmeOrderRow *self)
{
  SmeRecord *quote = sme_record_get_object (SME_RECORD (self->order), "quote");
  const char *mark = quote != NULL ? sme_price_text_mark (quote) : NULL;

  gtk_label_set_label (self->basis_label, mark != NULL ? mark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->basis_label), mark != NULL);
}

static void
speak (SmeOrderRow *self)
{
  const char *basis = gtk_label_get_label (self->basis_label);
  g_autofree char *spoken = g_strdup_printf (
    "%s, %s, %s, %s%s%s", gtk_label_get_label (self->name_label),
    gtk_label_get_label (self->detail_label), sme_state_label_get_text (self->state_label),
    gtk_label_get_label (self->total_label), *basis != '\0' ? ", " : "", basis);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_order (SmeOrderRow *self)
{
  SmeRecord *order = SME_RECORD (self->order);
  g_autofree char *name = describe_name (order);
  g_autofree char *details = describe_details (order);
  g_autofree char *total = describe_total (order);
  g_autofree char *payments = sme_route_build ("payments", sme_record_get_text (order, "id"), NULL);

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->detail_label, details);
  gtk_label_set_label (self->total_label, total);
  show_basis (self);
  sme_state_label_set_state (self->state_label, SME_TYPE_ORDER_STATE,
                             (int) sme_record_get_int (order, "state"));
  sme_next_step_fill_button (self->next_button, order, sme_record_get_text (order, "id"));
  sme_next_step_set_route (GTK_ACTIONABLE (self->payments_button), payments);
  gtk_widget_set_visible (GTK_WIDGET (self->payments_button), has_money (order));
  speak (self);
}

static void
sme_order_row_dispose (GObject *object)
{
  SmeOrderRow *self = SME_ORDER_ROW (object);

  if (self->order != NULL)
    g_signal_handlers_disconnect_by_data (self->order, self);
  g_clear_object (&self->order);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_ORDER_ROW);
  G_OBJECT_CLASS (sme_order_row_parent_class)->dispose (object);
}

static void
sme_order_row_class_init (SmeOrderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SME_TYPE_STATE_LABEL);
  g_type_ensure (SME_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = sme_order_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-order-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeOrderRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmeOrderRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, SmeOrderRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, SmeOrderRow, total_label);
  gtk_widget_class_bind_template_child (widget_class, SmeOrderRow, basis_label);
  gtk_widget_class_bind_template_child (widget_class, SmeOrderRow, next_button);
  gtk_widget_class_bind_template_child (widget_class, SmeOrderRow, payments_button);
}

static void
sme_order_row_init (SmeOrderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_order_row_new (SmeOrder *order)
{
  SmeOrderRow *self = g_object_new (SME_TYPE_ORDER_ROW, NULL);

  self->order = g_object_ref (order);
  g_signal_connect_object (order, "notify", G_CALLBACK (show_order), self, G_CONNECT_SWAPPED);
  show_order (self);
  return GTK_WIDGET (self);
}

SmeOrder *
sme_order_row_get_order (SmeOrderRow *self)
{
  g_return_val_if_fail (SME_IS_ORDER_ROW (self), NULL);
  return self->order;
}

/* An order that has become a subscription is looked after there. */
char *
sme_order_row_build_route (SmeOrderRow *self)
{
  SmeRecord *order = SME_RECORD (self->order);
  const char *subscription = sme_record_get_text (order, "subscription_id");

  if (subscription != NULL)
    return sme_route_build ("subscription", subscription, NULL);
  return sme_route_build ("order", sme_record_get_text (order, "id"), NULL);
}
