/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/form/sme-choice-row.h"

#include "app/form/sme-announcement.h"
#include "app/form/sme-row-focus.h"

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

struct _SmeChoiceRow
{
  AdwPreferencesRow parent_instance;
  GtkLabel *caption;
  GtkLabel *star;
  GtkBox *buttons;
  GtkLabel *message;
  GtkToggleButton *group; /* hidden; pressed while nothing is chosen */
  int selected;
  guint n_choices;
};

static GParamSpec *properties[N_PROPS];
static guint signal_edited;

G_DEFINE_FINAL_TYPE (SmeChoiceRow, sme_choice_row, ADW_TYPE_PREFERENCES_ROW)

static GtkToggleButton *
get_button (SmeChoiceRow *self, int index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons));

  for (int i = 0; child != NULL && i < index; i++)
    child = gtk_widget_get_next_sibling (child);
  return index >= 0 && child != NULL ? GTK_TOGGLE_BUTTON (child) : self->group;
}

static void
on_toggled (GtkToggleButton *button, gpointer user_data)
{
  SmeChoiceRow *self = user_data;
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "sme-index"));

  if (!gtk_toggle_button_get_active (button) || self->selected == index)
    return;
  self->selected = index;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  g_signal_emit (self, signal_edited, 0);
}

void
sme_choice_row_append (SmeChoiceRow *self, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  GtkLabel *text = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (text, TRUE);
  gtk_label_set_wrap_mode (text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (text, GTK_JUSTIFY_CENTER);
  g_object_set_data (G_OBJECT (button), "sme-index", GINT_TO_POINTER ((int) self->n_choices));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->group);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  gtk_box_append (self->buttons, button);
  self->n_choices++;
}

int
sme_choice_row_get_selected (SmeChoiceRow *self)
{
  return self->selected;
}

void
sme_choice_row_set_selected (SmeChoiceRow *self, int selected)
{
  if (selected >= (int) self->n_choices)
    selected = -1;
  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_toggle_button_set_active (get_button (self, selected), TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

void
sme_choice_row_set_error (SmeChoiceRow *self, const char *error)
{
  gboolean is_new = error != NULL && g_strcmp0 (error, gtk_label_get_label (self->message)) != 0;

  gtk_label_set_label (self->message, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), error != NULL);
  sme_announcement_describe (GTK_WIDGET (self->buttons), error != NULL ? error : "");
  if (is_new)
    sme_announcement_say (GTK_WIDGET (self),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), error);
}

static void
on_title_changed (SmeChoiceRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_label (self->caption, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static void
sme_choice_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, SME_CHOICE_ROW (object)->selected);
}

static void
sme_choice_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  sme_choice_row_set_selected (SME_CHOICE_ROW (object), g_value_get_int (value));
}

static gboolean
sme_choice_row_grab_focus (GtkWidget *widget)
{
  SmeChoiceRow *self = SME_CHOICE_ROW (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (get_button (self, MAX (0, self->selected))));
}

static void
sme_choice_row_dispose (GObject *object)
{
  g_clear_object (&SME_CHOICE_ROW (object)->group);
  G_OBJECT_CLASS (sme_choice_row_parent_class)->dispose (object);
}

static void
sme_choice_row_class_init (SmeChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_choice_row_get_property;
  object_class->set_property = sme_choice_row_set_property;
  object_class->dispose = sme_choice_row_dispose;
  widget_class->grab_focus = sme_choice_row_grab_focus;
  widget_class->focus = sme_row_focus_inside;
  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signal_edited = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeChoiceRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SmeChoiceRow, star);
  gtk_widget_class_bind_template_child (widget_class, SmeChoiceRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, SmeChoiceRow, message);
}

static void
sme_choice_row_init (SmeChoiceRow *self)
{
  self->selected = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->group = g_object_ref_sink (GTK_TOGGLE_BUTTON (gtk_toggle_button_new ()));
  gtk_toggle_button_set_active (self->group, TRUE);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title_changed), NULL);
}

GtkWidget *
sme_choice_row_new (const char *title, gboolean required)
{
  SmeChoiceRow *self = g_object_new (SME_TYPE_CHOICE_ROW, "title", title, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->star), required);
  return GTK_WIDGET (self);
}
