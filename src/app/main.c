/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-application.h"

#include "base/sme-log.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  const char *locale_dir = g_getenv ("ONESME_LOCALE_DIR");
  g_autoptr (SmeApplication) application = NULL;

  sme_log_forbid_core_dumps ();
  sme_log_install ();
  setlocale (LC_ALL, "");
  bindtextdomain (SME_GETTEXT_DOMAIN, locale_dir != NULL ? locale_dir : SME_LOCALE_DIR);
  bind_textdomain_codeset (SME_GETTEXT_DOMAIN, "UTF-8");
  textdomain (SME_GETTEXT_DOMAIN);
  application = sme_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
