/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-locked-step.h"

#include <glib/gi18n.h>

struct _SmeLockedStep
{
  SmeSigningStep parent_instance;

  AdwStatusPage *page;
};

G_DEFINE_FINAL_TYPE (SmeLockedStep, sme_locked_step, SME_TYPE_SIGNING_STEP)

static void
sme_locked_step_constructed (GObject *object)
{
  SmeLockedStep *self = SME_LOCKED_STEP (object);
  g_autofree char *text = sme_signing_step_make_hotline_text (
    SME_SIGNING_STEP (self), _ ("Please contact the hotline 1800 1260 (free) for support."));
  g_autofree char *whole =
    g_strdup_printf ("%s\n\n%s\n\n%s", _ ("The OTP code was entered wrongly three times."), text,
                     _ ("The order and the contract are kept."));

  G_OBJECT_CLASS (sme_locked_step_parent_class)->constructed (object);
  adw_status_page_set_description (self->page, whole);
}

static void
sme_locked_step_class_init (SmeLockedStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_locked_step_constructed;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-locked-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeLockedStep, page);
}

static void
sme_locked_step_init (SmeLockedStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_step_set_primary_label (SME_STEP (self), "");
}
