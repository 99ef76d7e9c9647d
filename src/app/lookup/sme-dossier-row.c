/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-dossier-row.h"

#include "app/manage/sme-state-label.h"
#include "base/sme-format.h"
#include "base/sme-time.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmeDossierRow
{
  AdwBin parent_instance;

  GtkLabel *name_label;
  GtkLabel *detail_label;
  SmeStateLabel *state_label;

  SmeDossier *dossier;
};

G_DEFINE_FINAL_TYPE (SmeDossierRow, sme_dossier_row, ADW_TYPE_BIN)

/* "Order 12726 · SMARTCAONESME_ONESME · 22/11/2026" */
static char *
describe (SmeRecord *dossier)
{
  gint64 unread = sme_record_get_int (dossier, "unread_messages");
  GString *text = g_string_new (NULL);

  g_string_printf (text, _ ("Order %s"), sme_record_get_text (dossier, "order_number"));
  g_string_append_printf (text, " · %s", sme_record_get_text (dossier, "template_code"));
  if (sme_record_has (dossier, "created_at"))
    {
      gint64 created = sme_record_get_int (dossier, "created_at");
      g_autofree char *date = sme_format_date (sme_date_from_time (created));

      g_string_append_printf (text, " · %s", date);
    }
  if (unread > 0)
    g_string_append_printf (text, " · %s",
                            g_dngettext (NULL, "new message", "new messages", (gulong) unread));
  return g_string_free (text, FALSE);
}

/* The keyboard is on the list's own row around this one. */
static void
speak (SmeDossierRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", gtk_label_get_label (self->name_label),
                                             gtk_label_get_label (self->detail_label),
                                             sme_state_label_get_text (self->state_label));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
}

static void
show_dossier (SmeDossierRow *self)
{
  SmeRecord *dossier = SME_RECORD (self->dossier);
  g_autofree char *details = describe (dossier);

  gtk_label_set_label (self->name_label, sme_record_get_text (dossier, "name"));
  gtk_label_set_label (self->detail_label, details);
  sme_state_label_set_state (self->state_label, SME_TYPE_DOSSIER_STATE,
                             (int) sme_record_get_int (dossier, "state"));
  speak (self);
}

void
sme_dossier_row_set_dossier (SmeDossierRow *self, SmeDossier *dossier)
{
  g_return_if_fail (SME_IS_DOSSIER_ROW (self));
  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  g_set_object (&self->dossier, dossier);
  if (dossier == NULL)
    return;
  g_signal_connect_object (dossier, "notify", G_CALLBACK (show_dossier), self, G_CONNECT_SWAPPED);
  show_dossier (self);
}

static void
sme_dossier_row_dispose (GObject *object)
{
  sme_dossier_row_set_dossier (SME_DOSSIER_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_DOSSIER_ROW);
  G_OBJECT_CLASS (sme_dossier_row_parent_class)->dispose (object);
}

static void
sme_dossier_row_class_init (SmeDossierRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SME_TYPE_STATE_LABEL);
  G_OBJECT_CLASS (klass)->dispose = sme_dossier_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-dossier-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDossierRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierRow, state_label);
}

static void
sme_dossier_row_init (SmeDossierRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_dossier_row_new (void)
{
  return g_object_new (SME_TYPE_DOSSIER_ROW, NULL);
}
