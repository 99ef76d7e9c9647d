/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-application.h"

#include "app/sme-window.h"

struct _SmeApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  SmeContext *context;
};

G_DEFINE_FINAL_TYPE (SmeApplication, sme_application, ADW_TYPE_APPLICATION)

static SmeWindow *
ensure_window (SmeApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    return SME_WINDOW (window);
  return sme_window_new (GTK_APPLICATION (self), self->context);
}

static void
sme_application_activate (GApplication *application)
{
  SmeWindow *window = ensure_window (SME_APPLICATION (application));

  if (sme_window_get_page (window) == NULL)
    sme_window_open (window, "home");
  gtk_window_present (GTK_WINDOW (window));
}

static void
sme_application_startup (GApplication *application)
{
  SmeApplication *self = SME_APPLICATION (application);

  G_APPLICATION_CLASS (sme_application_parent_class)->startup (application);
  self->settings = g_settings_new (SME_APP_ID);
  self->context = sme_context_new (self->settings);
}

static void
sme_application_shutdown (GApplication *application)
{
  SmeApplication *self = SME_APPLICATION (application);

  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  G_APPLICATION_CLASS (sme_application_parent_class)->shutdown (application);
}

static void
sme_application_class_init (SmeApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = sme_application_activate;
  application_class->startup = sme_application_startup;
  application_class->shutdown = sme_application_shutdown;
}

static void
sme_application_init (SmeApplication *self)
{
}

SmeApplication *
sme_application_new (void)
{
  return g_object_new (SME_TYPE_APPLICATION, "application-id", SME_APP_ID, "resource-base-path",
                       "/vn/onesme/Desktop", NULL);
}
