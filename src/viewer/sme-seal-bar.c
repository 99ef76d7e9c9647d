/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-seal-bar.h"

#include "viewer/sme-seal-details.h"

#include <glib/gi18n.h>

enum
{
  PROP_HAS_FINDINGS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _SmeSealBar
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  GtkWidget *button;

  GCancellable *cancellable; /* of the check under way */
  SmeSealFindings *findings;
  GtkWindow *details; /* while it is open; weak */
};

G_DEFINE_FINAL_TYPE (SmeSealBar, sme_seal_bar, ADW_TYPE_BIN)

static void
say (SmeSealBar *self, const char *text, const char *icon_name, const char *style)
{
  static const char *const styles[] = { "success", "warning", "error" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), styles[i]);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), style);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (self->button, self->findings != NULL && self->findings->list->len > 0);
}

static void
show_findings (SmeSealBar *self)
{
  g_autofree char *text = sme_seal_findings_describe (self->findings);

  if (self->findings->main == NULL)
    {
      say (self, text, "dialog-information-symbolic", NULL);
      return;
    }
  switch (sme_seal_findings_get_worry (self->findings))
    {
    case SME_SEAL_WORRY_NONE:
      say (self, text, "onesme-certificate-symbolic", "success");
      break;
    case SME_SEAL_WORRY_ALARM:
      say (self, text, "dialog-error-symbolic", "error");
      break;
    case SME_SEAL_WORRY_DOUBT:
    default:
      say (self, text, "dialog-warning-symbolic", "warning");
      break;
    }
}

void
sme_seal_bar_stop (SmeSealBar *self)
{
  g_return_if_fail (SME_IS_SEAL_BAR (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->findings == NULL)
    return;
  g_clear_pointer (&self->findings, sme_seal_findings_free);
  if (self->details != NULL)
    gtk_window_destroy (self->details);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_FINDINGS]);
}

void
sme_seal_bar_show_checking (SmeSealBar *self)
{
  g_return_if_fail (SME_IS_SEAL_BAR (self));

  sme_seal_bar_stop (self);
  say (self, _ ("The seal is being checked."), "content-loading-symbolic", NULL);
}

void
sme_seal_bar_show_unchecked (SmeSealBar *self)
{
  g_return_if_fail (SME_IS_SEAL_BAR (self));

  sme_seal_bar_stop (self);
  say (self, _ ("The seal could not be checked. Load the page again to try once more."),
       "dialog-warning-symbolic", "warning");
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSealFindings) findings = sme_seal_findings_check_finish (result, &error);
  SmeSealBar *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  if (findings == NULL)
    {
      sme_seal_bar_stop (self);
      say (self, sme_seal_findings_explain_error (error), "dialog-warning-symbolic", "warning");
      return;
    }
  self->findings = g_steal_pointer (&findings);
  show_findings (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_FINDINGS]);
}

void
sme_seal_bar_check (SmeSealBar *self, GBytes *pdf, GPtrArray *trusted)
{
  g_return_if_fail (SME_IS_SEAL_BAR (self));
  g_return_if_fail (pdf != NULL && trusted != NULL);

  sme_seal_bar_show_checking (self);
  self->cancellable = g_cancellable_new ();
  sme_seal_findings_check_async (pdf, trusted, self->cancellable, on_checked, self);
}

const SmeSealFindings *
sme_seal_bar_get_findings (SmeSealBar *self)
{
  g_return_val_if_fail (SME_IS_SEAL_BAR (self), NULL);

  return self->findings;
}

const char *
sme_seal_bar_get_text (SmeSealBar *self)
{
  g_return_val_if_fail (SME_IS_SEAL_BAR (self), NULL);

  return gtk_label_get_label (self->label);
}

static void
on_details_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeSealBar *self = SME_SEAL_BAR (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->findings == NULL || self->details != NULL)
    return;
  g_set_weak_pointer (&self->details,
                      GTK_WINDOW (sme_seal_details_new (
                        GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->findings)));
  gtk_window_present (self->details);
}

static void
sme_seal_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_HAS_FINDINGS)
    g_value_set_boolean (value, SME_SEAL_BAR (object)->findings != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sme_seal_bar_dispose (GObject *object)
{
  SmeSealBar *self = SME_SEAL_BAR (object);

  sme_seal_bar_stop (self);
  g_clear_weak_pointer (&self->details);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SEAL_BAR);

  G_OBJECT_CLASS (sme_seal_bar_parent_class)->dispose (object);
}

static void
sme_seal_bar_class_init (SmeSealBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_seal_bar_get_property;
  object_class->dispose = sme_seal_bar_dispose;
  properties[PROP_HAS_FINDINGS] = g_param_spec_boolean ("has-findings", NULL, NULL, FALSE,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-seal-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSealBar, icon);
  gtk_widget_class_bind_template_child (widget_class, SmeSealBar, label);
  gtk_widget_class_bind_template_child (widget_class, SmeSealBar, button);
  gtk_widget_class_install_action (widget_class, "seal.details", NULL, on_details_activated);
}

static void
sme_seal_bar_init (SmeSealBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_seal_bar_new (void)
{
  return g_object_new (SME_TYPE_SEAL_BAR, NULL);
}
