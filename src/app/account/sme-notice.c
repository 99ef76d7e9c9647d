/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-notice.h"

#include "app/sme-hotline-button.h"

#include <glib/gi18n.h>

struct _SmeNotice
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (SmeNotice, sme_notice, ADW_TYPE_BIN)

static void
sme_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_NOTICE);
  G_OBJECT_CLASS (sme_notice_parent_class)->dispose (object);
}

static void
sme_notice_class_init (SmeNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_notice_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/onesme/Desktop/ui/sme-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeNotice, label);
  gtk_widget_class_bind_template_child (widget_class, SmeNotice, button);
}

static void
sme_notice_init (SmeNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_notice_new (void)
{
  return g_object_new (SME_TYPE_NOTICE, NULL);
}

void
sme_notice_set_text (SmeNotice *self, const char *text)
{
  g_return_if_fail (SME_IS_NOTICE (self));
  gtk_label_set_label (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  if (sme_hotline_is_named (text))
    sme_notice_set_action (self, _ ("Call 1800 1260 (free)"), "page.hotline");
}

const char *
sme_notice_get_text (SmeNotice *self)
{
  g_return_val_if_fail (SME_IS_NOTICE (self), NULL);
  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (self->label) : NULL;
}

void
sme_notice_set_action (SmeNotice *self, const char *label, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_return_if_fail (SME_IS_NOTICE (self));
  g_return_if_fail (g_action_parse_detailed_name (action, &name, &target, NULL));
  gtk_button_set_label (self->button, label);
  /* The target first: it has to fit the action as soon as that is named. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), name);
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);
}
