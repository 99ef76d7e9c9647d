/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-message-row.h"

#include "base/sme-format.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmeMessageRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *author_label;
  GtkLabel *time_label;
  GtkLabel *text_label;
  GtkButton *file_button;
  GtkLabel *file_label; /* a name of any length, without a space maybe */

  SmeDossierMessage *message;
};

G_DEFINE_FINAL_TYPE (SmeMessageRow, sme_message_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_file (SmeMessageRow *self)
{
  SmeRecord *message = SME_RECORD (self->message);
  const char *name = sme_record_get_text (message, "attachment_name");
  g_autofree char *size = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->file_button), name != NULL);
  if (name == NULL)
    return;
  size = g_format_size ((guint64) sme_record_get_int (message, "attachment_bytes"));
  /* Translators: the name of a file, and its size. */
  label = g_strdup_printf (_ ("Save %s (%s)…"), name, size);
  gtk_label_set_label (self->file_label, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->file_button), "s",
                                    sme_record_get_text (message, "id"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->file_button), "negotiation.save");
}

static void
show_message (SmeMessageRow *self)
{
  SmeRecord *message = SME_RECORD (self->message);
  gboolean own = sme_record_get_int (message, "author") == SME_MESSAGE_FROM_CUSTOMER;
  const char *author = own ? C_ ("message", "You") : C_ ("message", "Provider");
  const char *text = sme_record_get_text (message, "text");
  g_autofree char *time = sme_format_date_time (sme_record_get_int (message, "sent_at"));
  g_autofree char *spoken = g_strdup_printf ("%s, %s: %s", author, time, text);

  gtk_label_set_label (self->author_label, author);
  gtk_label_set_label (self->time_label, time);
  gtk_label_set_label (self->text_label, text);
  show_file (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

SmeDossierMessage *
sme_message_row_get_message (SmeMessageRow *self)
{
  g_return_val_if_fail (SME_IS_MESSAGE_ROW (self), NULL);
  return self->message;
}

static void
sme_message_row_dispose (GObject *object)
{
  g_clear_object (&SME_MESSAGE_ROW (object)->message);
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_MESSAGE_ROW);
  G_OBJECT_CLASS (sme_message_row_parent_class)->dispose (object);
}

static void
sme_message_row_class_init (SmeMessageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_message_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-message-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeMessageRow, author_label);
  gtk_widget_class_bind_template_child (widget_class, SmeMessageRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, SmeMessageRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, SmeMessageRow, file_button);
  gtk_widget_class_bind_template_child (widget_class, SmeMessageRow, file_label);
}

static void
sme_message_row_init (SmeMessageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_message_row_new (SmeDossierMessage *message)
{
  SmeMessageRow *self = g_object_new (SME_TYPE_MESSAGE_ROW, NULL);

  self->message = g_object_ref (message);
  show_message (self);
  return GTK_WIDGET (self);
}
