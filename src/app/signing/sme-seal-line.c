/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-seal-line.h"

#include "app/signing/sme-contract-seal.h"

#include <glib/gi18n.h>

struct _SmeSealLine
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *label;

  GBytes *pdf;
  GCancellable *cancellable; /* of the check under way */
};

G_DEFINE_FINAL_TYPE (SmeSealLine, sme_seal_line, ADW_TYPE_BIN)

static void
say (SmeSealLine *self, const char *text, const char *icon_name, const char *style)
{
  static const char *const styles[] = { "success", "warning", "error" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), styles[i]);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), style);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->label, text);
}

static void
show_seal (SmeSealLine *self, const SmeContractSeal *seal)
{
  g_autofree char *text = sme_contract_seal_describe (seal);

  switch (seal->verdict)
    {
    case SME_CONTRACT_SEAL_INTACT:
      say (self, text, "onesme-certificate-symbolic", "success");
      break;
    case SME_CONTRACT_SEAL_NONE:
      say (self, text, "dialog-information-symbolic", NULL);
      break;
    case SME_CONTRACT_SEAL_CHANGED:
    case SME_CONTRACT_SEAL_BROKEN:
      say (self, text, "dialog-error-symbolic", "error");
      break;
    case SME_CONTRACT_SEAL_EXTENDED:
    case SME_CONTRACT_SEAL_UNKNOWN:
    case SME_CONTRACT_SEAL_EXPIRED:
    default:
      say (self, text, "dialog-warning-symbolic", "warning");
      break;
    }
}

static void
say_unchecked (SmeSealLine *self)
{
  say (self, _ ("The seal could not be checked. Load the page again to try once more."),
       "dialog-warning-symbolic", "warning");
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSealLine) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeContractSeal) seal = sme_contract_seal_check_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->label == NULL)
    return;
  if (seal != NULL)
    show_seal (self, seal);
  else
    say_unchecked (self);
}

static GPtrArray *
take_pems (GListModel *authorities)
{
  GPtrArray *pems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (authorities); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (authorities, i);

      g_ptr_array_add (pems, g_strdup (sme_record_get_text (item, "pem")));
    }
  return pems;
}

static void
on_authorities_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSealLine) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) authorities =
    sme_econtract_list_finish (SME_ECONTRACT (source), result, NULL, NULL, &error);
  g_autoptr (GPtrArray) pems = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->label == NULL)
    return;
  if (authorities == NULL)
    {
      say_unchecked (self);
      return;
    }
  pems = take_pems (authorities);
  sme_contract_seal_check_async (self->pdf, pems, self->cancellable, on_checked,
                                 g_object_ref (self));
}

static void
stop (SmeSealLine *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->pdf, g_bytes_unref);
}

void
sme_seal_line_check (SmeSealLine *self, SmeEcontract *econtract, GBytes *pdf)
{
  g_return_if_fail (SME_IS_SEAL_LINE (self) && SME_IS_ECONTRACT (econtract) && pdf != NULL);
  stop (self);
  self->pdf = g_bytes_ref (pdf);
  self->cancellable = g_cancellable_new ();
  say (self, _ ("The seal is being checked."), "content-loading-symbolic", NULL);
  sme_econtract_call_async (econtract, SME_OP_LIST_AUTHORITIES, NULL, NULL, NULL, self->cancellable,
                            on_authorities_ready, g_object_ref (self));
}

static void
sme_seal_line_dispose (GObject *object)
{
  SmeSealLine *self = SME_SEAL_LINE (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SEAL_LINE);
  G_OBJECT_CLASS (sme_seal_line_parent_class)->dispose (object);
}

static void
sme_seal_line_class_init (SmeSealLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_seal_line_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-seal-line.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSealLine, icon);
  gtk_widget_class_bind_template_child (widget_class, SmeSealLine, label);
}

static void
sme_seal_line_init (SmeSealLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_seal_line_new (void)
{
  return g_object_new (SME_TYPE_SEAL_LINE, NULL);
}
