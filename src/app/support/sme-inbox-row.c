/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-inbox-row.h"

#include "app/sme-route.h"
#include "app/support/sme-link.h"
#include "base/sme-format.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmeInboxRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *kind_label;
  GtkLabel *time_label;
  GtkLabel *to_label;
  GtkLabel *subject_label;
  GtkLabel *body_label;
  GtkWidget *copy_button;
  GtkWidget *open_button;
  GtkButton *attachment_button;

  SmeInboxItem *item;
};

G_DEFINE_FINAL_TYPE (SmeInboxRow, sme_inbox_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_copy_clicked (SmeInboxRow *self)
{
  const char *code = sme_record_get_text (SME_RECORD (self->item), "code");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), code);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Code copied"));
}

static void
on_open_clicked (SmeInboxRow *self)
{
  const char *link = sme_record_get_text (SME_RECORD (self->item), "link");
  g_autofree char *route = sme_link_to_route (link);

  if (route != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", route);
  else if (g_str_has_prefix (link, "https://"))
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), link, GDK_CURRENT_TIME);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("This link leads nowhere"));
}

static void
on_attachment_clicked (SmeInboxRow *self)
{
  SmeRecord *record = SME_RECORD (self->item);
  g_autofree char *route =
    sme_route_build ("attachment", sme_record_get_text (record, "id"), "name",
                     sme_record_get_text (record, "attachment_name"), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", route);
}

static char *
format_to (SmeRecord *item)
{
  const char *to = sme_record_get_text (item, "to");

  return sme_record_get_int (item, "kind") == SME_MESSAGE_SMS ? sme_format_phone (to)
                                                              : g_strdup (to);
}

static void
show_attachment (SmeInboxRow *self)
{
  const char *name = sme_record_get_text (SME_RECORD (self->item), "attachment_name");
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->attachment_button), name != NULL);
  if (name == NULL)
    return;
  /* Translators: %s is the name of a file that came with a message */
  label = g_strdup_printf (_ ("Open %s"), name);
  gtk_button_set_label (self->attachment_button, label);
}

static void
show_item (SmeInboxRow *self)
{
  SmeRecord *record = SME_RECORD (self->item);
  gboolean sms = sme_record_get_int (record, "kind") == SME_MESSAGE_SMS;
  const char *subject = sme_record_get_text (record, "subject");
  g_autofree char *to = format_to (record);
  g_autofree char *time = sme_format_date_time (sme_record_get_int (record, "sent_at"));
  g_autofree char *spoken = NULL;

  gtk_label_set_label (self->kind_label, sms ? C_ ("message", "SMS") : C_ ("message", "E-mail"));
  gtk_label_set_label (self->to_label, to);
  gtk_label_set_label (self->time_label, time);
  gtk_label_set_label (self->subject_label, subject != NULL ? subject : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subject_label), subject != NULL);
  gtk_label_set_label (self->body_label, sme_record_get_text (record, "body"));
  gtk_widget_set_visible (self->copy_button, sme_record_has (record, "code"));
  gtk_widget_set_visible (self->open_button, sme_record_has (record, "link"));
  show_attachment (self);
  spoken = g_strdup_printf ("%s %s, %s", gtk_label_get_label (self->kind_label),
                            subject != NULL ? subject : "", time);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
sme_inbox_row_dispose (GObject *object)
{
  SmeInboxRow *self = SME_INBOX_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_INBOX_ROW);
  G_OBJECT_CLASS (sme_inbox_row_parent_class)->dispose (object);
}

static void
sme_inbox_row_class_init (SmeInboxRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_inbox_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-inbox-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeInboxRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, SmeInboxRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, SmeInboxRow, to_label);
  gtk_widget_class_bind_template_child (widget_class, SmeInboxRow, subject_label);
  gtk_widget_class_bind_template_child (widget_class, SmeInboxRow, body_label);
  gtk_widget_class_bind_template_child (widget_class, SmeInboxRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, SmeInboxRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, SmeInboxRow, attachment_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_attachment_clicked);
}

static void
sme_inbox_row_init (SmeInboxRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_inbox_row_new (SmeInboxItem *item)
{
  SmeInboxRow *self = g_object_new (SME_TYPE_INBOX_ROW, NULL);

  self->item = g_object_ref (item);
  show_item (self);
  return GTK_WIDGET (self);
}
