/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-application.h"
#include "app/verify/sme-verify-command.h"

#include "base/sme-log.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* The language chosen in the preferences; gettext reads it before anything is translated. */
static void
choose_language (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *language = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SME_APP_ID, TRUE);
  if (schema == NULL)
    return;
  settings = g_settings_new (SME_APP_ID);
  language = g_settings_get_string (settings, "language");
  if (*language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
}

static void
set_up_messages (void)
{
  const char *directory = g_getenv ("ONESME_LOCALE_DIR");
  const char *locale;

  choose_language ();
  locale = setlocale (LC_ALL, "");
  /* In the plain C locale gettext translates nothing, whatever LANGUAGE says. */
  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (SME_GETTEXT_DOMAIN, directory != NULL ? directory : SME_LOCALE_DIR);
  bind_textdomain_codeset (SME_GETTEXT_DOMAIN, "UTF-8");
  textdomain (SME_GETTEXT_DOMAIN);
}

/* A link can hold an activation token, and anyone on this computer may read a process's arguments:
 * they are copied, and the originals overwritten. */
static GStrv
take_arguments (int argc, char *argv[])
{
  GStrv copy = g_strdupv (argv);

  for (int i = 1; i < argc; i++)
    memset (argv[i], '*', strlen (argv[i]));
  return copy;
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) arguments = take_arguments (argc, argv);
  g_autoptr (SmeApplication) application = NULL;

  sme_log_forbid_core_dumps ();
  sme_log_install ();
  set_up_messages ();
  if (sme_verify_command_is_asked (arguments))
    return sme_verify_command_run (arguments);
  application = sme_application_new ();
  sme_verify_command_describe (G_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, arguments);
}
