/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-password-meter.h"

#include "core/sme-password-rules.h"

#include <glib/gi18n.h>

#define STRONGEST 4

struct _SmePasswordMeter
{
  AdwPreferencesRow parent_instance;

  GtkLevelBar *bar;
  GtkLabel *label;
};

static const char *const words[STRONGEST + 1] = {
  NC_ ("password", "Not accepted yet"),
  NC_ ("password", "Weak"),
  NC_ ("password", "Fair"),
  NC_ ("password", "Good"),
  NC_ ("password", "Strong"),
};

G_DEFINE_FINAL_TYPE (SmePasswordMeter, sme_password_meter, ADW_TYPE_PREFERENCES_ROW)

/* A list gives up at a row that can't have the focus; this one passes it on. */
static gboolean
sme_password_meter_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *next =
    back ? gtk_widget_get_prev_sibling (widget) : gtk_widget_get_next_sibling (widget);

  return GTK_IS_LIST_BOX_ROW (next) && gtk_widget_child_focus (next, direction);
}

static void
sme_password_meter_class_init (SmePasswordMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = sme_password_meter_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-password-meter.ui");
  gtk_widget_class_bind_template_child (widget_class, SmePasswordMeter, bar);
  gtk_widget_class_bind_template_child (widget_class, SmePasswordMeter, label);
}

static void
sme_password_meter_init (SmePasswordMeter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The bar's colours stay what the theme gives to offsets of these names. */
  gtk_level_bar_add_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_LOW, 1);
  gtk_level_bar_add_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_HIGH, 2);
  gtk_level_bar_add_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_FULL, STRONGEST);
}

GtkWidget *
sme_password_meter_new (void)
{
  return g_object_new (SME_TYPE_PASSWORD_METER, NULL);
}

void
sme_password_meter_rate (SmePasswordMeter *self, const char *password, const char *email)
{
  int strength = *password != '\0' ? sme_password_strength (password, email) : 0;
  const char *word = g_dpgettext2 (NULL, "password", words[CLAMP (strength, 0, STRONGEST)]);
  g_autofree char *text = NULL;

  g_return_if_fail (SME_IS_PASSWORD_METER (self));
  gtk_widget_set_visible (GTK_WIDGET (self), *password != '\0');
  gtk_level_bar_set_value (self->bar, strength);
  /* Translators: %s is "Weak", "Fair", "Good", "Strong" or "Not accepted yet". */
  text = g_strdup_printf (_ ("Strength: %s"), word);
  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Strength of the password"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, word, -1);
}
