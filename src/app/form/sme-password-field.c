/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/form/sme-password-field.h"

#include <glib/gi18n.h>

struct _SmePasswordField
{
  AdwBin parent_instance;

  GtkWidget *entry;
  GtkToggleButton *eye;
};

static guint signal_activate;

G_DEFINE_FINAL_TYPE (SmePasswordField, sme_password_field, ADW_TYPE_BIN)

static void
on_eye_toggled (SmePasswordField *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->eye);

  gtk_text_set_visibility (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))),
                           shown);
  gtk_button_set_icon_name (GTK_BUTTON (self->eye),
                            shown ? "view-conceal-symbolic" : "view-reveal-symbolic");
  /* GTK says it when it changes only. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->eye), GTK_ACCESSIBLE_STATE_PRESSED,
                               shown ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->eye),
                               shown ? _ ("Hide the password") : _ ("Show the password"));
}

static void
on_activate (SmePasswordField *self)
{
  g_signal_emit (self, signal_activate, 0);
}

/* GTK 4.8 leaves the focus in the text inside a GtkPasswordEntry that is taken away with its page,
 * and the text then reports to an entry that is gone. */
static void
let_focus_go (SmePasswordField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->entry))
    gtk_root_set_focus (root, NULL);
}

static void
on_entry_unmap (SmePasswordField *self)
{
  let_focus_go (self);
  gtk_toggle_button_set_active (self->eye, FALSE);
}

static void
sme_password_field_class_init (SmePasswordFieldClass *klass)
{
  signal_activate = g_signal_new ("activate", SME_TYPE_PASSWORD_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_password_field_init (SmePasswordField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_password_entry_new ();
  self->eye = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->eye), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->eye), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->eye), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show the password"), -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->eye));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->eye, "toggled", G_CALLBACK (on_eye_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "unmap", G_CALLBACK (on_entry_unmap), self,
                           G_CONNECT_SWAPPED);
  on_eye_toggled (self);
}

GtkWidget *
sme_password_field_new (void)
{
  return g_object_new (SME_TYPE_PASSWORD_FIELD, NULL);
}

GtkEditable *
sme_password_field_get_entry (SmePasswordField *self)
{
  g_return_val_if_fail (SME_IS_PASSWORD_FIELD (self), NULL);

  return GTK_EDITABLE (self->entry);
}
