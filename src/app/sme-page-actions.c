/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages ask of the window and of the desktop, and what is asked of them. */
#include "app/sme-error-text.h"
#include "app/sme-hotline-button.h"
#include "app/sme-page.h"

gboolean
sme_page_answers_to (SmePage *self, SmeRoute *route)
{
  SmePageClass *klass = SME_PAGE_GET_CLASS (self);

  return sme_route_is_same_page (sme_page_get_route (self), route) ||
         (klass->answers_to != NULL && klass->answers_to (self, route));
}

void
sme_page_call_hotline (SmePage *self)
{
  sme_hotline_call (GTK_WIDGET (self), sme_page_get_cancellable (self));
}

void
sme_page_open (SmePage *self, const char *route)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", route);
}

void
sme_page_replace (SmePage *self, const char *route)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.replace", "s", route);
}

void
sme_page_toast (SmePage *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

void
sme_page_toast_error (SmePage *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = sme_error_text_summarize (error);
  sme_page_toast (self, text);
}
