/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-seal-line.h"

#include "app/verify/sme-issuers.h"
#include "client/sme-econtract.h"
#include "viewer/sme-viewer.h"

struct _SmeSealLine
{
  AdwBin parent_instance;

  SmeSealBar *bar;

  GBytes *pdf;
  gboolean nobody_to_trust;  /* the issuers could not be had */
  GCancellable *cancellable; /* of the issuers under way */
};

G_DEFINE_FINAL_TYPE (SmeSealLine, sme_seal_line, ADW_TYPE_BIN)

static void
on_issuers_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSealLine) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) issuers = sme_issuers_fetch_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->bar == NULL)
    return;
  self->nobody_to_trust = issuers == NULL;
  if (issuers == NULL)
    issuers = g_ptr_array_new ();
  sme_seal_bar_check (self->bar, self->pdf, issuers);
}

/* That nobody sealed it can be said without the issuers, and nothing else. */
static void
on_findings (SmeSealLine *self)
{
  const SmeSealFindings *findings =
    self->bar != NULL ? sme_seal_bar_get_findings (self->bar) : NULL;

  if (self->nobody_to_trust && findings != NULL && findings->main != NULL)
    sme_seal_bar_show_unchecked (self->bar);
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
  sme_seal_bar_show_checking (self->bar);
  sme_issuers_fetch_async (econtract, self->cancellable, on_issuers_ready, g_object_ref (self));
}

SmeSealBar *
sme_seal_line_get_bar (SmeSealLine *self)
{
  g_return_val_if_fail (SME_IS_SEAL_LINE (self), NULL);
  return self->bar;
}

static void
sme_seal_line_dispose (GObject *object)
{
  SmeSealLine *self = SME_SEAL_LINE (object);

  stop (self);
  /* First: the template takes a bound child away, and the bin would do it again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SEAL_LINE);
  G_OBJECT_CLASS (sme_seal_line_parent_class)->dispose (object);
}

static void
sme_seal_line_class_init (SmeSealLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_seal_line_dispose;
  sme_viewer_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-seal-line.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSealLine, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_findings);
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
