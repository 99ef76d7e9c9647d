/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backend dies as in a power cut between any two steps of signing, for each step; the client
 * dies too, or goes on with what it knows. Whoever comes back signs on as the program does. The
 * contract is then signed once, as it was read, or it was never signed at all. */
#include "fault-fixture.h"
#include "signing-walk.h"

#include <string.h>

#define MAX_ROUNDS 12

/* By the names of their operations, in the order of acceptance A40 to A46. */
static const char *const steps[] = {
  "create_signing_session", "econtract_password", "get_dossier",
  "get_document_content",   "send_otp",           "verify_otp",
  "put_signature",          "complete_dossier",
};

static guint n_tried, n_losses;

#define OF_CONTRACT " WHERE d.order_id = :order AND d.kind = 'contract'"
#define OF_EVENT(event) \
  "SELECT COUNT (*) AS n FROM audit WHERE scope = 'order:' || :order AND event = '" event "'"

/* Signed once, with all that comes with it. */
static gboolean
are_books_right (SigningWalk *self)
{
  static const struct
  {
    const char *what;
    const char *sql;
  } entries[] = {
    { "orders that went on to the certificate",
      "SELECT COUNT (*) AS n FROM orders WHERE id = :order AND state = 'activating'" },
    { "dossiers", "SELECT COUNT (*) AS n FROM dossier d" OF_CONTRACT },
    { "completed without a wrong code", "SELECT COUNT (*) AS n FROM dossier d" OF_CONTRACT
                                        " AND d.state = 'completed' AND d.otp_wrong = 0" },
    { "contracts in force",
      "SELECT COUNT (*) AS n FROM document o JOIN dossier d ON"
      " d.id = o.dossier_id" OF_CONTRACT " AND o.position = 0 AND o.state = 'effective'" },
    { "evidence",
      "SELECT COUNT (*) AS n FROM evidence e JOIN dossier d ON d.id = e.dossier_id" OF_CONTRACT },
    { "certificates on their way",
      "SELECT COUNT (*) AS n FROM certificate WHERE order_id = :order" },
    { "times completed", OF_EVENT ("dossier.complete") },
    { "times signed", OF_EVENT ("order.sign") },
    { "times the phone app's code was sent", OF_EVENT ("order.send-code") },
  };
  g_autoptr (SmeDb) db = fault_open_books (self->fixture);
  gboolean right = fault_is_chain_whole (db, self->order);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gint64 found = fault_read_number (db, entries[i].sql, self->order);

      if (found != 1)
        g_test_message ("%s: %" G_GINT64_FORMAT, entries[i].what, found);
      right = right && found == 1;
    }
  return right;
}

static guint
count_seals (GBytes *file)
{
  const char *at = g_bytes_get_data (file, NULL);
  const char *end = at + g_bytes_get_size (file);
  guint n = 0;

  while ((at = memmem (at, (gsize) (end - at), "/ByteRange", 10)) != NULL)
    {
      n++;
      at += 10;
    }
  return n;
}

/* The file read is the beginning of the file signed, and one seal is on it. */
static gboolean
is_file_right (SigningWalk *self)
{
  g_autoptr (Answer) dossier = signing_walk_ask_dossier (self, "get_dossier", "GET", "", NULL);
  g_autofree char *path =
    g_strdup_printf ("/econtract/v1/documents/%s/content", answer_text (dossier, "documents.0.id"));
  g_autoptr (Answer) content = signing_walk_ask (self, "get_document_content", "GET", path, NULL);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content->body);
  gsize n = g_bytes_get_size (self->read);

  return g_bytes_get_size (content->body) > n &&
         memcmp (g_bytes_get_data (self->read, NULL), g_bytes_get_data (content->body, NULL), n) ==
           0 &&
         count_seals (content->body) == count_seals (self->read) + 1 &&
         g_str_equal (hash, answer_text (dossier, "documents.0.sha256"));
}

static void
come_back (SigningWalk *self, Client client)
{
  if (client != CLIENT_DIES_ALONE)
    fault_restart (self->fixture, NULL);
  if (client != CLIENT_GOES_ON)
    signing_walk_forget (self);
}

static char *
pay_for_order (SigningWalk *self)
{
  char *order = fixture_order (self->fixture, self->access, "smartca-on-ps");
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/payments", order);
  g_autoptr (Answer) paid = NULL;

  fixture_declare (self->fixture, self->access, order);
  paid = fixture_call (self->fixture, "POST", path, self->access,
                       "{\"method\":\"none\",\"terms_version\":\"2026-11\"}");
  assert_status (paid, 201);
  return order;
}

static void
try_once (Fixture *fixture, const char *step, const char *moment, Client client)
{
  /* Everybody sets a password once, so each try is somebody else's. */
  g_autofree char *email = g_strdup_printf ("an%u@vidu.vn", n_tried);
  g_autofree char *fault = g_strconcat (step, ".", moment, NULL);
  SigningWalk try = { .fixture = fixture,
                      .email = email,
                      .keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
                      .die_after = client == CLIENT_DIES_ALONE ? step : NULL };
  gboolean done = FALSE;

  try.access = fixture_sign_up (fixture, email);
  try.order = pay_for_order (&try);
  if (client != CLIENT_DIES_ALONE)
    fault_restart (fixture, fault);
  for (guint rounds = 0; !done && rounds < MAX_ROUNDS; rounds++)
    if (!signing_walk_go_on (&try, &done))
      come_back (&try, client);
  /* It did die: a step that nobody takes would prove nothing. */
  if (client == CLIENT_DIES_ALONE ? !try.died : fixture->option[0] != NULL)
    g_error ("nobody died of %s", fault);
  n_tried++;
  if (!done || !are_books_right (&try) || !is_file_right (&try))
    {
      n_losses++;
      g_test_message ("LOST: %s, client %d", fault, client);
    }
  g_free (try.access);
  g_free (try.order);
  g_free (try.token);
  g_free (try.dossier);
  g_hash_table_unref (try.keys);
  g_clear_pointer (&try.read, g_bytes_unref);
}

/* A backend for each moment: a phone gets so many codes a day and no more. */
static void
try_moment (const char *step, const char *moment)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  try_once (fixture, step, moment, CLIENT_GOES_ON);
  try_once (fixture, step, moment, CLIENT_DIES_TOO);
  if (g_str_equal (moment, "after"))
    try_once (fixture, step, moment, CLIENT_DIES_ALONE);
}

static void
test_signing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint k = 0; k < FAULT_N_MOMENTS; k++)
      try_moment (steps[i], fault_moments[k]);
  g_print ("# signing: %u steps x %u faults = %u tried, losses %u\n", (guint) G_N_ELEMENTS (steps),
           2 * FAULT_N_MOMENTS + 1, n_tried, n_losses);
  g_assert_cmpuint (n_losses, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a40-a46/faults/signing", test_signing);
  return g_test_run ();
}
