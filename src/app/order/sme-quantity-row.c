/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-quantity-row.h"

#include "app/catalog/sme-price-text.h"
#include "base/sme-format.h"

#include <glib/gi18n.h>

struct _SmeQuantityRow
{
  AdwActionRow parent_instance;

  GtkSpinButton *spin;
  char *range;     /* "users (1 to 5.000)" */
  gboolean judged; /* what was typed was not possible, and the row says so */
};

enum
{
  CHANGED,
  CORRECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeQuantityRow, sme_quantity_row, ADW_TYPE_ACTION_ROW)

static void
say (SmeQuantityRow *self, const char *text, gboolean judged)
{
  self->judged = judged;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  if (judged)
    gtk_widget_add_css_class (GTK_WIDGET (self), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static char *
explain (double typed, double least, double most)
{
  g_autofree char *wanted = sme_format_number ((gint64) CLAMP (typed, -1e15, 1e15));
  g_autofree char *limit = sme_format_number ((gint64) (typed > most ? most : least));

  return typed > most
           /* Translators: two numbers, what was typed and the limit */
           ? g_strdup_printf (_ ("%s are too many: at most %s can be ordered at once, and that is "
                                 "the number now."),
                              wanted, limit)
           /* Translators: two numbers, what was typed and the limit */
           : g_strdup_printf (_ ("%s are too few: at least %s can be ordered, and that is the "
                                 "number now."),
                              wanted, limit);
}

/* The entry is about to be read: GTK would set a number beyond the limits to the limit, silently.
 * It reads by itself, so the answer is that this handler did not. */
static int
on_input (GtkSpinButton *spin, double *value, SmeQuantityRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));
  char *end = NULL;
  double typed = g_strtod (text, &end), least, most;
  g_autofree char *explanation = NULL;

  gtk_spin_button_get_range (spin, &least, &most);
  if (end == text || (typed >= least && typed <= most))
    return FALSE;
  explanation = explain (typed, least, most);
  say (self, explanation, TRUE);
  g_signal_emit (self, signals[CORRECTED], 0);
  return FALSE;
}

static gboolean
is_at_limit (SmeQuantityRow *self)
{
  double value = gtk_spin_button_get_value (self->spin), least, most;

  gtk_spin_button_get_range (self->spin, &least, &most);
  return value <= least || value >= most;
}

/* Also because of the correction itself, which leads to a limit. */
static void
on_value_changed (SmeQuantityRow *self)
{
  if (self->judged && !is_at_limit (self))
    say (self, self->range, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
sme_quantity_row_finalize (GObject *object)
{
  g_free (SME_QUANTITY_ROW (object)->range);
  G_OBJECT_CLASS (sme_quantity_row_parent_class)->finalize (object);
}

static void
sme_quantity_row_class_init (SmeQuantityRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_quantity_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", SME_TYPE_QUANTITY_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[CORRECTED] = g_signal_new ("corrected", SME_TYPE_QUANTITY_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_quantity_row_init (SmeQuantityRow *self)
{
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, 1, 1));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Quantity"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_spin_button_set_numeric (self->spin, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Quantity"), -1);
  g_signal_connect_object (self->spin, "input", G_CALLBACK (on_input), self, 0);
  g_signal_connect_object (self->spin, "value-changed", G_CALLBACK (on_value_changed), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
}

GtkWidget *
sme_quantity_row_new (SmePlan *plan)
{
  SmeQuantityRow *self = g_object_new (SME_TYPE_QUANTITY_ROW, NULL);
  gint64 most = MAX (1, sme_record_get_int (SME_RECORD (plan), "max_quantity"));
  const char *unit = sme_price_text_unit (plan);
  g_autofree char *number = sme_format_number (most);
  /* Translators: %s is a number */
  g_autofree char *limit = g_strdup_printf (_ ("1 to %s"), number);

  self->range = unit != NULL ? g_strdup_printf ("%s (%s)", unit, limit) : g_steal_pointer (&limit);
  gtk_spin_button_set_range (self->spin, 1, (double) most);
  gtk_spin_button_set_increments (self->spin, 1, 10);
  say (self, self->range, FALSE);
  return GTK_WIDGET (self);
}

gint64
sme_quantity_row_get_quantity (SmeQuantityRow *self)
{
  g_return_val_if_fail (SME_IS_QUANTITY_ROW (self), 1);

  return gtk_spin_button_get_value_as_int (self->spin);
}

void
sme_quantity_row_set_quantity (SmeQuantityRow *self, gint64 quantity)
{
  g_return_if_fail (SME_IS_QUANTITY_ROW (self));

  gtk_spin_button_set_value (self->spin, (double) quantity);
}
