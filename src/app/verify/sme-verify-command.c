/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/verify/sme-verify-command.h"

#include "app/verify/sme-issuers.h"
#include "app/verify/sme-verification.h"
#include "client/sme-econtract.h"
#include "client/sme-local-backend.h"
#include "core/sme-record-json.h"

#include <glib/gi18n.h>

/* One try: somebody waits at the command line, and the answer can do without. */
#define CONNECT_MS 5000
#define ANSWER_MS 10000

typedef struct
{
  char *path;
  char **trusted;
  gboolean json;
  GMainLoop *loop;
  GPtrArray *issuers;
  SmeEcontract *econtract;
  SmeVerification *found;
} Command;

static const GOptionEntry described[] = {
  { "verify", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Check the seal of a PDF file and quit"),
    N_ ("FILE") },
  { "trust", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL,
    N_ ("With --verify: trust the certificates in this file too"), N_ ("FILE") },
  { "json", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("With --verify: answer in JSON"), NULL },
  { NULL },
};

void
sme_verify_command_describe (GApplication *application)
{
  g_application_add_main_option_entries (application, described);
}

gboolean
sme_verify_command_is_asked (char **arguments)
{
  for (guint i = 1; arguments[0] != NULL && arguments[i] != NULL; i++)
    {
      if (g_str_equal (arguments[i], "--"))
        return FALSE;
      if (g_str_equal (arguments[i], "--verify") || g_str_has_prefix (arguments[i], "--verify="))
        return TRUE;
    }
  return FALSE;
}

static char *
read_setting (const char *key)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SME_APP_ID, TRUE);
  if (schema == NULL)
    return g_strdup ("");
  settings = g_settings_new (SME_APP_ID);
  return g_settings_get_string (settings, key);
}

/* NULL where the contracts are the local backend's, which need not run for this. */
static SmeEcontract *
find_econtract (void)
{
  g_autofree char *server = read_setting ("server-url");
  g_autofree char *own = read_setting ("econtract-url");
  SmeEcontract *econtract;

  if (server[0] == '\0')
    return NULL;
  econtract = sme_econtract_new (own[0] != '\0' ? own : server, NULL);
  if (econtract == NULL)
    return NULL;
  sme_transport_set_timeouts (sme_econtract_get_transport (econtract), CONNECT_MS, 10, ANSWER_MS);
  sme_transport_set_retries (sme_econtract_get_transport (econtract), 1, 100, ANSWER_MS);
  return econtract;
}

static void
on_verified (GObject *source, GAsyncResult *result, gpointer data)
{
  Command *command = data;

  command->found = sme_verification_run_finish (result, NULL);
  g_main_loop_quit (command->loop);
}

static void
on_issuers_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  Command *command = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) issuers = sme_issuers_fetch_finish (result, &error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (command->path);

  if (issuers != NULL)
    g_ptr_array_extend_and_steal (command->issuers, g_steal_pointer (&issuers));
  else
    g_printerr ("onesme: %s\n", _ ("The contract system could not be asked whom to trust."));
  sme_verification_run_async (file, command->issuers, NULL, on_verified, command);
}

static gboolean
add_named (Command *command)
{
  for (guint i = 0; command->trusted != NULL && command->trusted[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!sme_issuers_add_file (command->issuers, command->trusted[i], &error))
        {
          g_printerr ("onesme: %s: %s\n", command->trusted[i], error->message);
          return FALSE;
        }
    }
  return TRUE;
}

/* There is no such file before the local backend was started once. */
static void
add_local (Command *command)
{
  g_autofree char *path = sme_local_backend_find_authorities (NULL);

  sme_issuers_add_file (command->issuers, path, NULL);
}

static void
print_line (const char *name, char *text)
{
  if (text != NULL)
    g_print ("%s %s\n", name, text);
  g_free (text);
}

static void
print_words (const SmeVerification *found)
{
  g_print ("%s\n", sme_verification_get_title (found));
  print_line (C_ ("verify", "Seal:"), sme_verification_describe (found));
  if (found->findings != NULL && found->findings->main != NULL)
    print_line (C_ ("verify", "Time stamp:"),
                g_strdup (sme_seal_finding_describe_timestamp (found->findings->main)));
  print_line (C_ ("verify", "Evidence:"), sme_verification_describe_evidence (found));
  print_line (C_ ("verify", "Kept signature:"), sme_verification_describe_reuse (found));
  print_line (C_ ("verify", "Chain of events:"), sme_verification_describe_chain (found));
}

static void
print_json (const SmeVerification *found)
{
  g_autoptr (SmeCheckedFile) file = sme_verification_to_record (found);
  g_autofree char *text = sme_record_to_json (SME_RECORD (file));

  g_print ("%s\n", text);
}

static int
find_exit_code (const SmeVerification *found)
{
  if (found->conclusion == SME_SEAL_CONCLUSION_TRUSTED)
    return SME_VERIFY_TRUSTED;
  return found->conclusion == SME_SEAL_CONCLUSION_UNKNOWN ? SME_VERIFY_UNKNOWN_ISSUER
                                                          : SME_VERIFY_NOT_INTACT;
}

static int
run (Command *command)
{
  if (!add_named (command))
    return SME_VERIFY_USAGE;
  add_local (command);
  command->econtract = find_econtract ();
  sme_issuers_fetch_async (command->econtract, NULL, on_issuers_ready, command);
  g_main_loop_run (command->loop);
  if (command->json)
    print_json (command->found);
  else
    print_words (command->found);
  return find_exit_code (command->found);
}

static gboolean
parse (Command *command, char **arguments, GError **error)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  const GOptionEntry entries[] = {
    { "verify", 0, 0, G_OPTION_ARG_FILENAME, &command->path, NULL, NULL },
    { "trust", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &command->trusted, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &command->json, NULL, NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, &left, error))
    return FALSE;
  if (g_strv_length (left) <= 1)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("One file at a time can be checked."));
  return FALSE;
}

int
sme_verify_command_run (char **arguments)
{
  Command command = { 0 };
  g_autoptr (GError) error = NULL;
  int code = SME_VERIFY_USAGE;

  command.loop = g_main_loop_new (NULL, FALSE);
  command.issuers = sme_issuers_new ();
  if (parse (&command, arguments, &error))
    code = run (&command);
  else
    g_printerr ("onesme: %s\n", error->message);
  g_clear_pointer (&command.found, sme_verification_free);
  g_clear_object (&command.econtract);
  g_ptr_array_unref (command.issuers);
  g_main_loop_unref (command.loop);
  g_strfreev (command.trusted);
  g_free (command.path);
  return code;
}
