/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/form/sme-picker-row.h"

#include "app/form/sme-announcement.h"
#include "app/form/sme-row-focus.h"

#include <glib/gi18n.h>

struct _SmePickerRow
{
  AdwPreferencesRow parent_instance;
  GtkLabel *caption;
  GtkLabel *star;
  GtkButton *button;
  GtkLabel *value;
  GtkLabel *message;
  char *code;
  char *label;
};

static guint signal_open;

G_DEFINE_FINAL_TYPE (SmePickerRow, sme_picker_row, ADW_TYPE_PREFERENCES_ROW)

static void
update (SmePickerRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *name =
    self->label != NULL ? g_strdup_printf ("%s: %s", title, self->label) : g_strdup (title);

  gtk_label_set_label (self->caption, title);
  gtk_label_set_label (self->value, self->label != NULL ? self->label : _ ("Choose…"));
  if (self->label != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
on_clicked (SmePickerRow *self)
{
  g_signal_emit (self, signal_open, 0);
}

void
sme_picker_row_set_value (SmePickerRow *self, const char *code, const char *label)
{
  g_free (self->code);
  g_free (self->label);
  self->code = g_strdup (code);
  self->label = g_strdup (label);
  update (self);
}

const char *
sme_picker_row_get_code (SmePickerRow *self)
{
  return self->code;
}

const char *
sme_picker_row_get_label (SmePickerRow *self)
{
  return self->label;
}

void
sme_picker_row_set_error (SmePickerRow *self, const char *error)
{
  gboolean is_new = error != NULL && g_strcmp0 (error, gtk_label_get_label (self->message)) != 0;

  gtk_label_set_label (self->message, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), error != NULL);
  sme_announcement_describe (GTK_WIDGET (self->button), error != NULL ? error : "");
  if (is_new)
    sme_announcement_say (GTK_WIDGET (self),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), error);
}

static gboolean
sme_picker_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SME_PICKER_ROW (widget)->button));
}

static void
sme_picker_row_finalize (GObject *object)
{
  SmePickerRow *self = SME_PICKER_ROW (object);

  g_free (self->code);
  g_free (self->label);
  G_OBJECT_CLASS (sme_picker_row_parent_class)->finalize (object);
}

static void
sme_picker_row_class_init (SmePickerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sme_picker_row_finalize;
  widget_class->grab_focus = sme_picker_row_grab_focus;
  widget_class->focus = sme_row_focus_inside;
  signal_open = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-picker-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmePickerRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SmePickerRow, star);
  gtk_widget_class_bind_template_child (widget_class, SmePickerRow, button);
  gtk_widget_class_bind_template_child (widget_class, SmePickerRow, value);
  gtk_widget_class_bind_template_child (widget_class, SmePickerRow, message);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

static void
sme_picker_row_init (SmePickerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (update), NULL);
}

GtkWidget *
sme_picker_row_new (const char *title, gboolean required)
{
  SmePickerRow *self = g_object_new (SME_TYPE_PICKER_ROW, "title", title, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->star), required);
  return GTK_WIDGET (self);
}
