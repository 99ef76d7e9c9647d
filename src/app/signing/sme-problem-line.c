/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-problem-line.h"

#include "app/sme-error-text.h"

struct _SmeProblemLine
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkWidget *retry_button;
  GtkWidget *sign_in_button;
  GtkWidget *hotline_button;
};

enum
{
  RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeProblemLine, sme_problem_line, ADW_TYPE_BIN)

static void
on_retry_clicked (SmeProblemLine *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
sme_problem_line_class_init (SmeProblemLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[RETRY] = g_signal_new ("retry", SME_TYPE_PROBLEM_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-problem-line.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeProblemLine, revealer);
  gtk_widget_class_bind_template_child (widget_class, SmeProblemLine, label);
  gtk_widget_class_bind_template_child (widget_class, SmeProblemLine, retry_button);
  gtk_widget_class_bind_template_child (widget_class, SmeProblemLine, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, SmeProblemLine, hotline_button);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
}

static void
sme_problem_line_init (SmeProblemLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_problem_line_show (self, NULL);
}

GtkWidget *
sme_problem_line_new (void)
{
  return g_object_new (SME_TYPE_PROBLEM_LINE, NULL);
}

void
sme_problem_line_show (SmeProblemLine *self, const GError *error)
{
  gboolean shown = error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  SmeErrorText text = sme_error_text_find (error);
  g_autofree char *summary = shown ? sme_error_text_summarize (error) : NULL;

  g_return_if_fail (SME_IS_PROBLEM_LINE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  gtk_revealer_set_reveal_child (self->revealer, shown);
  if (!shown)
    return;
  gtk_label_set_label (self->label, summary);
  gtk_widget_set_visible (self->retry_button, (text.offers & SME_OFFER_RETRY) != 0);
  gtk_widget_set_visible (self->sign_in_button, (text.offers & SME_OFFER_SIGN_IN) != 0);
  gtk_widget_set_visible (self->hotline_button, (text.offers & SME_OFFER_HOTLINE) != 0);
}
