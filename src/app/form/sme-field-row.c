/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/form/sme-field-row.h"

#include "app/form/sme-announcement.h"
#include "app/form/sme-field-message.h"
#include "app/form/sme-password-field.h"
#include "app/form/sme-row-focus.h"

#include <glib/gi18n.h>

enum
{
  PROP_0,
  PROP_REQUIRED,
  PROP_TEXT,
  PROP_ERROR,
  PROP_NOTE,
  PROP_SECRET,
  PROP_PURPOSE,
  PROP_PLACEHOLDER,
  PROP_MAX_LENGTH,
  N_PROPS
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_LEFT,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

struct _SmeFieldRow
{
  AdwPreferencesRow parent_instance;
  GtkLabel *caption;
  GtkLabel *star;
  GtkStack *stack;
  GtkEntry *entry;
  SmePasswordField *password;
  GtkLabel *message;
  SmeFieldMessage *said; /* in the label */
  gboolean required;
  gboolean secret;
  gboolean composing;
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeFieldRow, sme_field_row, ADW_TYPE_PREFERENCES_ROW)

static GtkEditable *
get_editable (SmeFieldRow *self)
{
  return self->secret ? sme_password_field_get_entry (self->password) : GTK_EDITABLE (self->entry);
}

/* What the entry itself shows and tells of its message. */
static void
update_entry (SmeFieldRow *self)
{
  GtkWidget *entry = GTK_WIDGET (get_editable (self));
  const char *text = sme_field_message_get_shown (self->said);
  gboolean wrong = sme_field_message_get (self->said, SME_MESSAGE_ERROR) != NULL;

  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  sme_announcement_describe (entry, text != NULL ? text : "");
}

/* The description of the field that has the focus is said as it changes. */
static void
announce (SmeFieldRow *self, const char *message)
{
  if (message != NULL && !sme_field_row_is_focused (self))
    sme_announcement_say (GTK_WIDGET (self),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), message);
}

static void
name_entries (SmeFieldRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_label (self->caption, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sme_password_field_get_entry (self->password)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
on_title_changed (SmeFieldRow *self, GParamSpec *pspec, gpointer user_data)
{
  name_entries (self);
}

static void
on_preedit_changed (GtkText *text, const char *preedit, gpointer user_data)
{
  SME_FIELD_ROW (user_data)->composing = preedit != NULL && preedit[0] != '\0';
}

static void
on_changed (SmeFieldRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
on_activate (SmeFieldRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
on_focus_left (SmeFieldRow *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
watch_editable (SmeFieldRow *self, GtkEditable *editable)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEditable *delegate = gtk_editable_get_delegate (editable);

  g_signal_connect_object (editable, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (delegate, "preedit-changed", G_CALLBACK (on_preedit_changed), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (editable), focus);
}

const char *
sme_field_row_get_text (SmeFieldRow *self)
{
  return gtk_editable_get_text (get_editable (self));
}

void
sme_field_row_set_text (SmeFieldRow *self, const char *text)
{
  if (g_strcmp0 (text != NULL ? text : "", sme_field_row_get_text (self)) != 0)
    gtk_editable_set_text (get_editable (self), text != NULL ? text : "");
}

const char *
sme_field_row_get_error (SmeFieldRow *self)
{
  return sme_field_message_get (self->said, SME_MESSAGE_ERROR);
}

static gboolean
say (SmeFieldRow *self, SmeMessageKind kind, const char *text)
{
  if (!sme_field_message_set (self->said, kind, text))
    return FALSE;
  update_entry (self);
  return TRUE;
}

void
sme_field_row_set_error (SmeFieldRow *self, const char *error)
{
  if (!say (self, SME_MESSAGE_ERROR, error))
    return;
  announce (self, error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

void
sme_field_row_set_warning (SmeFieldRow *self, const char *warning)
{
  if (say (self, SME_MESSAGE_WARNING, warning))
    announce (self, warning);
}

void
sme_field_row_set_note (SmeFieldRow *self, const char *note)
{
  if (say (self, SME_MESSAGE_NOTE, note))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

static void
set_required (SmeFieldRow *self, gboolean required)
{
  self->required = required;
  gtk_widget_set_visible (GTK_WIDGET (self->star), required);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  required, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sme_password_field_get_entry (self->password)),
                                  GTK_ACCESSIBLE_PROPERTY_REQUIRED, required, -1);
}

static void
set_secret (SmeFieldRow *self, gboolean secret)
{
  self->secret = secret;
  gtk_stack_set_visible_child (self->stack,
                               secret ? GTK_WIDGET (self->password) : GTK_WIDGET (self->entry));
}

gboolean
sme_field_row_is_composing (SmeFieldRow *self)
{
  return self->composing;
}

gboolean
sme_field_row_is_focused (SmeFieldRow *self)
{
  GtkWidget *delegate = GTK_WIDGET (gtk_editable_get_delegate (get_editable (self)));

  return gtk_widget_has_focus (delegate);
}

void
sme_field_row_focus (SmeFieldRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_editable (self)));
  sme_row_focus_show (GTK_WIDGET (self));
}

static void
sme_field_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeFieldRow *self = SME_FIELD_ROW (object);

  switch (prop_id)
    {
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    case PROP_TEXT:
      g_value_set_string (value, sme_field_row_get_text (self));
      break;
    case PROP_ERROR:
      g_value_set_string (value, sme_field_row_get_error (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, sme_field_message_get (self->said, SME_MESSAGE_NOTE));
      break;
    case PROP_SECRET:
      g_value_set_boolean (value, self->secret);
      break;
    case PROP_PURPOSE:
      g_value_set_enum (value, gtk_entry_get_input_purpose (self->entry));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_entry_get_placeholder_text (self->entry));
      break;
    case PROP_MAX_LENGTH:
      g_value_set_int (value, gtk_entry_get_max_length (self->entry));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_field_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SmeFieldRow *self = SME_FIELD_ROW (object);

  switch (prop_id)
    {
    case PROP_REQUIRED:
      set_required (self, g_value_get_boolean (value));
      break;
    case PROP_TEXT:
      sme_field_row_set_text (self, g_value_get_string (value));
      break;
    case PROP_ERROR:
      sme_field_row_set_error (self, g_value_get_string (value));
      break;
    case PROP_NOTE:
      sme_field_row_set_note (self, g_value_get_string (value));
      break;
    case PROP_SECRET:
      set_secret (self, g_value_get_boolean (value));
      break;
    case PROP_PURPOSE:
      gtk_entry_set_input_purpose (self->entry, g_value_get_enum (value));
      break;
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    case PROP_MAX_LENGTH:
      gtk_entry_set_max_length (self->entry, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_field_row_finalize (GObject *object)
{
  SmeFieldRow *self = SME_FIELD_ROW (object);

  sme_field_message_free (self->said);
  G_OBJECT_CLASS (sme_field_row_parent_class)->finalize (object);
}

static gboolean
sme_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_editable (SME_FIELD_ROW (widget))));
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_SECRET] = g_param_spec_boolean ("secret", NULL, NULL, FALSE, flags);
  properties[PROP_PURPOSE] = g_param_spec_enum ("purpose", NULL, NULL, GTK_TYPE_INPUT_PURPOSE,
                                                GTK_INPUT_PURPOSE_FREE_FORM, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_MAX_LENGTH] = g_param_spec_int ("max-length", NULL, NULL, 0, 65535, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sme_field_row_class_init (SmeFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = sme_field_row_get_property;
  object_class->set_property = sme_field_row_set_property;
  object_class->finalize = sme_field_row_finalize;
  widget_class->grab_focus = sme_field_row_grab_focus;
  widget_class->focus = sme_row_focus_inside;
  install_properties (object_class);

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT] =
    g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SME_TYPE_PASSWORD_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeFieldRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SmeFieldRow, star);
  gtk_widget_class_bind_template_child (widget_class, SmeFieldRow, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeFieldRow, entry);
  gtk_widget_class_bind_template_child (widget_class, SmeFieldRow, password);
  gtk_widget_class_bind_template_child (widget_class, SmeFieldRow, message);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
sme_field_row_init (SmeFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->said = sme_field_message_new (self->message);
  watch_editable (self, GTK_EDITABLE (self->entry));
  watch_editable (self, sme_password_field_get_entry (self->password));
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title_changed), NULL);
}

GtkWidget *
sme_field_row_new (const char *title, gboolean required)
{
  return g_object_new (SME_TYPE_FIELD_ROW, "title", title, "required", required, NULL);
}
