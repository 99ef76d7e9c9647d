/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-dossier-case.h"

#include "app/support/sme-case-text.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmeDossierCase
{
  AdwBin parent_instance;

  GtkWidget *label;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SmeDossierCase, sme_dossier_case, ADW_TYPE_BIN)

static void
show_open (SmeDossierCase *self, GListModel *cases)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr (SmeCase) item = g_list_model_get_item (cases, i);
      SmeRecord *record = SME_RECORD (item);
      g_autofree char *number = NULL;

      if (sme_record_get_int (record, "state") != SME_CASE_OPEN)
        continue;
      number = sme_case_text_number (item);
      g_string_append_printf (
        text, "%s%s: %s. %s", text->len > 0 ? "\n" : "", number,
        sme_case_text_kind ((SmeCaseKind) sme_record_get_int (record, "kind")),
        _ ("The support looks into it; tell the hotline this number."));
    }
  gtk_label_set_label (GTK_LABEL (self->label), text->str);
  gtk_widget_set_visible (GTK_WIDGET (self), text->len > 0);
}

/* Without an answer nothing is lost: the number came by mail, too. */
static void
on_cases_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDossierCase) self = data;
  g_autoptr (GListModel) cases =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, NULL);

  if (cases != NULL && self->label != NULL)
    show_open (self, cases);
}

static void
stop (SmeDossierCase *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
sme_dossier_case_load (SmeDossierCase *self, SmeEcontract *econtract, const char *dossier_id)
{
  g_return_if_fail (SME_IS_DOSSIER_CASE (self) && SME_IS_ECONTRACT (econtract));
  stop (self);
  self->cancellable = g_cancellable_new ();
  sme_caller_send_async (SME_CALLER (econtract), SME_OP_LIST_DOSSIER_CASES, dossier_id, NULL, NULL,
                         self->cancellable, on_cases_ready, g_object_ref (self));
}

static void
sme_dossier_case_dispose (GObject *object)
{
  SmeDossierCase *self = SME_DOSSIER_CASE (object);

  stop (self);
  self->label = NULL;
  G_OBJECT_CLASS (sme_dossier_case_parent_class)->dispose (object);
}

static void
sme_dossier_case_class_init (SmeDossierCaseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_dossier_case_dispose;
}

static void
sme_dossier_case_init (SmeDossierCase *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_selectable (GTK_LABEL (self->label), TRUE);
  adw_bin_set_child (ADW_BIN (self), self->label);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sme_dossier_case_new (void)
{
  return g_object_new (SME_TYPE_DOSSIER_CASE, NULL);
}
