/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/sme-admin.h"

#include "backend/http/sme-dispatch.h"
#include "backend/store/sme-ids.h"
#include "base/sme-format.h"
#include "core/sme-case-resolution.h"
#include "core/sme-dossier-message-input.h"
#include "core/sme-operator-note.h"
#include "core/sme-receipt-assignment.h"
#include "core/sme-record-json.h"

#include <string.h>
#include <sysexits.h>

#define EX_REFUSED 1

static char *data_dir, *keys_dir, *operator_name;

static const GOptionEntry options[] = {
  { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &data_dir, "Where the data are kept", "DIR" },
  { "keys", 0, 0, G_OPTION_ARG_FILENAME, &keys_dir, "Where the keys are kept", "DIR" },
  { "operator", 0, 0, G_OPTION_ARG_STRING, &operator_name, "Who does it; goes into the log",
    "NAME" },
  { NULL },
};

typedef struct
{
  SmeBackend *backend;
  SmeDb *db;
  char **words; /* of the command, itself first */
} Admin;

typedef int (*Command) (Admin *admin);

static int
report (const char *what)
{
  g_printerr ("onesme-backend admin: %s\n", what);
  return EX_REFUSED;
}

/* The id that @sql finds for the second word; NULL without an error when there is none. */
static char *
look_up (Admin *admin, const char *sql, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (admin->db, error, sql, "number:s", admin->words[1], NULL);

  return rows != NULL && sme_rows_count (rows) > 0 ? g_strdup (sme_rows_text (rows, 0, "id"))
                                                   : NULL;
}

/* The same; NULL was said. */
static char *
find_id (Admin *admin, const char *sql)
{
  g_autoptr (GError) error = NULL;
  char *id = look_up (admin, sql, &error);

  if (id == NULL)
    report (error != NULL ? error->message : "there is no such thing that waits for a decision");
  return id;
}

/* By the way of every call, so that the rules are the same, whoever asks. */
static int
dispatch (Admin *admin, SmeOperationId op, const char *id, SmeRecord *body)
{
  g_autoptr (SmeCall) call = sme_call_new (op);
  g_autoptr (SmeReply) reply = NULL;

  call->path_id = g_strdup (id);
  call->bearer = g_strdup (sme_backend_get_local_token (admin->backend));
  call->operator_name = g_strdup (operator_name);
  call->language = g_strdup ("en");
  call->body_bytes = sme_record_to_bytes (body);
  call->backend = admin->backend;
  call->db = admin->db;
  reply = sme_dispatch (call);
  if (reply->status < 300)
    {
      g_print ("done\n");
      return EX_OK;
    }
  g_printerr ("onesme-backend admin: %.*s\n", (int) g_bytes_get_size (reply->body),
              (const char *) g_bytes_get_data (reply->body, NULL));
  return EX_REFUSED;
}

static int
decide (Admin *admin, SmeOperationId op, const char *id, const char *outcome)
{
  g_autoptr (SmeCaseResolution) resolution = sme_case_resolution_new ();

  sme_record_set_nick (SME_RECORD (resolution), "outcome", outcome);
  if (admin->words[2] != NULL)
    sme_record_set_text (SME_RECORD (resolution), "note", admin->words[2]);
  return dispatch (admin, op, id, SME_RECORD (resolution));
}

static int
resolve (Admin *admin, const char *sql, const char *outcome)
{
  g_autofree char *id = find_id (admin, sql);

  return id != NULL ? decide (admin, SME_OP_LOCAL_RESOLVE_CASE, id, outcome) : EX_REFUSED;
}

#define OPEN_CASE "SELECT id FROM support_case WHERE number = :number AND state = 'open'"

/* Something that nobody asked for in writing. */
static int
act (Admin *admin, SmeOperationId op, const char *sql)
{
  g_autofree char *id = find_id (admin, sql);
  g_autoptr (SmeOperatorNote) note = sme_operator_note_new ();

  if (id == NULL)
    return EX_REFUSED;
  if (admin->words[2] != NULL)
    sme_record_set_text (SME_RECORD (note), "note", admin->words[2]);
  return dispatch (admin, op, id, SME_RECORD (note));
}

/* By the number of the case, or of the order for whoever tells that one. */
static int
run_unlock (Admin *admin)
{
  return act (admin, SME_OP_LOCAL_UNLOCK_ORDER,
              "SELECT id FROM orders WHERE number = :number UNION SELECT order_id AS id FROM"
              " support_case WHERE number = :number AND state = 'open' AND kind = 'locked'");
}

static int
run_correct (Admin *admin)
{
  return resolve (admin, OPEN_CASE " AND kind <> 'locked'", "granted");
}

static int
run_decline (Admin *admin)
{
  return resolve (admin, OPEN_CASE, "unchanged");
}

#define ASKED_REFUND \
  "SELECT r.id FROM refund_request r JOIN orders o ON o.id = r.order_id WHERE o.number = :number" \
  " AND r.state = 'asked'"

/* What was asked for; or the certificate was refused, and nobody has to ask. */
static int
run_refund (Admin *admin)
{
  g_autofree char *id = look_up (admin, ASKED_REFUND, NULL);

  if (id != NULL)
    return decide (admin, SME_OP_LOCAL_DECIDE_REFUND, id, "granted");
  return act (admin, SME_OP_LOCAL_REFUND_ORDER,
              "SELECT o.id FROM orders o JOIN certificate c ON c.order_id = o.id WHERE o.number ="
              " :number AND c.state = 'refused'");
}

static int
run_keep_money (Admin *admin)
{
  g_autofree char *id = find_id (admin, ASKED_REFUND);

  return id != NULL ? decide (admin, SME_OP_LOCAL_DECIDE_REFUND, id, "unchanged") : EX_REFUSED;
}

static int
run_answer (Admin *admin)
{
  g_autoptr (SmeDossierMessageInput) input = sme_dossier_message_input_new ();

  sme_record_set_text (SME_RECORD (input), "text", admin->words[2]);
  return dispatch (admin, SME_OP_LOCAL_ANSWER_DOSSIER, admin->words[1], SME_RECORD (input));
}

/* @payment: (nullable): it goes back */
static int
assign (Admin *admin, const char *payment)
{
  g_autoptr (SmeReceiptAssignment) assignment = sme_receipt_assignment_new ();

  if (payment != NULL)
    sme_record_set_text (SME_RECORD (assignment), "payment", payment);
  return dispatch (admin, SME_OP_LOCAL_ASSIGN_RECEIPT, admin->words[1], SME_RECORD (assignment));
}

static int
run_assign (Admin *admin)
{
  return assign (admin, admin->words[2]);
}

static int
run_return (Admin *admin)
{
  return assign (admin, NULL);
}

/* In one line, and nothing that a terminal would obey: customers write it. */
static char *
make_line (const char *text)
{
  char *line = g_strdup (text != NULL ? text : "");

  for (char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    if (g_ascii_iscntrl (*at))
      *at = ' ';
    else if ((guchar) at[0] == 0xc2 && (guchar) at[1] < 0xa0)
      at[1] = (char) 0xa0;
  return line;
}

static void
print_rows (SmeRows *rows)
{
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      g_autofree char *at = sme_format_date_time (sme_rows_int (rows, i, "at"));

      g_autofree char *about = make_line (sme_rows_text (rows, i, "about"));

      g_print ("%s\t%s\t%s\t%s\n", at, sme_rows_text (rows, i, "number"),
               sme_rows_text (rows, i, "kind"), about);
    }
}

static int
list (Admin *admin, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRows) rows = sme_db_query (admin->db, &error, sql, NULL);

  if (rows == NULL)
    return report (error->message);
  print_rows (rows);
  return EX_OK;
}

static int
run_cases (Admin *admin)
{
  int code = list (admin, "SELECT c.created_at AS at, c.number, c.kind, o.number AS about FROM"
                          " support_case c JOIN orders o ON o.id = c.order_id WHERE c.state ="
                          " 'open' ORDER BY c.created_at");

  return code != EX_OK
           ? code
           : list (admin, "SELECT r.created_at AS at, o.number, 'refund' AS kind, r.ground AS"
                          " about FROM refund_request r JOIN orders o ON o.id = r.order_id"
                          " WHERE r.state = 'asked' ORDER BY r.created_at");
}

/* Money that names no payment and has not gone back: when, which receipt, how much, what it said.
 */
static int
run_unassigned (Admin *admin)
{
  return list (admin, "SELECT r.received_at AS at, r.id AS number, CAST (r.amount AS TEXT) AS kind,"
                      " r.reference AS about FROM receipt r JOIN refund f ON f.receipt_id = r.id"
                      " WHERE r.payment_id IS NULL AND f.state = 'due' ORDER BY r.received_at");
}

/* What customers wrote about a dossier since somebody answered: when, the dossier to answer, the
 * order, the words. */
static int
run_messages (Admin *admin)
{
  return list (admin, "SELECT m.sent_at AS at, m.dossier_id AS number, o.number AS kind,"
                      " COALESCE (m.text, '') || COALESCE (' [' || m.attachment_name || ']', '')"
                      " AS about FROM dossier_message m JOIN dossier d ON d.id = m.dossier_id"
                      " JOIN orders o ON o.id = d.order_id WHERE m.author = 'customer' AND"
                      " m.read_at IS NULL ORDER BY m.sent_at, m.id");
}

static int
run_log (Admin *admin)
{
  return list (admin, "SELECT at, scope AS number, event AS kind, detail AS about FROM audit WHERE"
                      " scope LIKE 'operator:%' ORDER BY at, scope, seq");
}

static const struct
{
  const char *name;
  Command run;
  guint min_words, max_words; /* after the name */
  gboolean decides;
} commands[] = {
  { "cases", run_cases, 0, 0, FALSE },          { "log", run_log, 0, 0, FALSE },
  { "unlock", run_unlock, 1, 2, TRUE },         { "correct", run_correct, 1, 2, TRUE },
  { "decline", run_decline, 1, 2, TRUE },       { "refund", run_refund, 1, 2, TRUE },
  { "keep-money", run_keep_money, 1, 2, TRUE }, { "answer", run_answer, 2, 2, TRUE },
  { "messages", run_messages, 0, 0, FALSE },    { "unassigned", run_unassigned, 0, 0, FALSE },
  { "assign", run_assign, 2, 2, TRUE },         { "return", run_return, 1, 1, TRUE },
};

static Command
find_command (char **words)
{
  guint n = g_strv_length (words);

  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, words[0]) && n > commands[i].min_words &&
        n <= commands[i].max_words + 1 && (!commands[i].decides || operator_name != NULL))
      return commands[i].run;
  return NULL;
}

static int
run (Command command, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeBackend) backend = sme_backend_new_beside (data_dir, keys_dir, &error);
  Admin admin = { .backend = backend, .words = words };
  g_autofree char *token = sme_id_new ();
  int code;

  if (backend != NULL)
    admin.db = sme_backend_open_db (backend, &error);
  if (admin.db == NULL)
    return report (error->message);
  sme_backend_set_local_token (backend, token);
  code = command (&admin);
  sme_db_close (admin.db);
  return code;
}

/* It stands in chains and in sealed evidence. */
static gboolean
is_name (const char *name)
{
  glong length = g_utf8_validate (name, -1, NULL) ? g_utf8_strlen (name, -1) : 0;

  for (const char *at = name; length > 0 && *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isprint (g_utf8_get_char (at)))
      return FALSE;
  return length > 0 && length <= 100;
}

int
sme_admin_run (char **arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("COMMAND");
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strdupv (arguments);
  Command command;

  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_set_summary (
    context, "cases | log | unlock CASE-OR-ORDER [NOTE] | correct CASE [NOTE] | decline"
             " CASE [NOTE] |\nrefund ORDER [NOTE] | keep-money ORDER [NOTE] |"
             " messages | answer DOSSIER TEXT |\nunassigned | assign RECEIPT"
             " PAYMENT-OR-ORDER | return RECEIPT");
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      report (error->message);
      return EX_USAGE;
    }
  if (operator_name != NULL && !is_name (operator_name))
    return report ("a name has 1 to 100 characters, none of them invisible");
  /* The first is the program's name. */
  command = find_command (words + 1);
  if (data_dir == NULL || command == NULL)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_printerr ("%s", help);
      return EX_USAGE;
    }
  return run (command, words + 1);
}
