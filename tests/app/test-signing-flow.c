/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-open-contract.h"
#include "app/signing/sme-signature-mark.h"
#include "app/signing/sme-signing-flow.h"
#include "core/sme-evidence-fact.h"
#include "core/sme-problem.h"
#include "core/sme-records.h"
#include "ink/sme-ink-error.h"
#include "signing-fixture.h"

#define E_PASSWORD "mat khau econtract"

/* Makes a call of the flow and waits for its end. */
#define CALL(flow, name, error, ...) \
  G_STMT_START \
  { \
    g_autoptr (GAsyncResult) call_result = NULL; \
    sme_signing_flow_##name##_async (flow, ##__VA_ARGS__, NULL, signing_on_ready, &call_result); \
    sme_signing_flow_##name##_finish (flow, signing_await (&call_result), error); \
  } \
  G_STMT_END

#define REUSED_AT G_GINT64_CONSTANT (1795053784000) /* ms: 2026-11-19 */

#define MUST(flow, name, ...) \
  G_STMT_START \
  { \
    g_autoptr (GError) call_error = NULL; \
    CALL (flow, name, &call_error, ##__VA_ARGS__); \
    g_assert_no_error (call_error); \
  } \
  G_STMT_END

#define FAILS(flow, reason, name, ...) \
  G_STMT_START \
  { \
    g_autoptr (GError) call_error = NULL; \
    CALL (flow, name, &call_error, ##__VA_ARGS__); \
    g_assert_error (call_error, SME_PROBLEM, reason); \
  } \
  G_STMT_END

#define assert_state(flow, wanted) \
  g_assert_cmpint (sme_signing_flow_get_state (flow), ==, SME_SIGNING_##wanted)

static SmeSigningFlow *
open_flow (SigningFixture *f)
{
  SmeSigningFlow *flow =
    sme_signing_flow_new (f->shop, f->econtract, f->vault, f->order_id, SME_DOSSIER_CONTRACT);

  assert_state (flow, LOADING);
  MUST (flow, load);
  return flow;
}

static void
go_to_otp (SigningFixture *f, SmeSigningFlow *flow)
{
  sme_signing_flow_confirm_read (flow);
  if (sme_signing_flow_get_state (flow) == SME_SIGNING_PASSWORD)
    MUST (flow, set_password, E_PASSWORD);
  assert_state (flow, OTP);
}

static void
enter_code (SigningFixture *f, SmeSigningFlow *flow)
{
  g_autofree char *code = NULL;

  MUST (flow, send_otp);
  code = signing_fixture_read_code (f);
  MUST (flow, verify_otp, code);
  assert_state (flow, DRAWING);
}

static void
draw (SmeSigningFlow *flow)
{
  signing_draw (sme_signing_flow_get_ink (flow));
  MUST (flow, save_signature);
  assert_state (flow, FINISHING);
}

static GBytes *
dup_contract (SmeSigningFlow *flow)
{
  SmeShownDocument *contract =
    sme_shown_documents_find_contract (sme_signing_flow_get_documents (flow));

  g_assert_nonnull (contract);
  return g_bytes_ref (contract->bytes);
}

static void
assert_begins_with (GBytes *whole, GBytes *part)
{
  gsize whole_size, part_size;
  gconstpointer whole_data = g_bytes_get_data (whole, &whole_size);
  gconstpointer part_data = g_bytes_get_data (part, &part_size);

  g_assert_cmpuint (whole_size, >, part_size);
  g_assert_cmpmem (whole_data, part_size, part_data, part_size);
}

static void
count (gpointer counter)
{
  (*(guint *) counter)++;
}

static void
test_signs (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);
  g_autoptr (GBytes) read = dup_contract (flow), sealed = NULL, again = NULL;
  g_autoptr (SmeRecord) order = NULL;
  guint changes = 0;

  assert_state (flow, READING);
  g_assert_cmpuint (sme_signing_flow_get_documents (flow)->len, ==, 2);
  g_signal_connect_swapped (flow, "notify::state", G_CALLBACK (count), &changes);
  sme_signing_flow_confirm_read (flow);
  assert_state (flow, PASSWORD);
  MUST (flow, set_password, E_PASSWORD);
  enter_code (f, flow);
  draw (flow);
  MUST (flow, complete);
  assert_state (flow, DONE);
  g_assert_cmpuint (changes, ==, 5);
  MUST (flow, fetch_documents);
  sealed = dup_contract (flow);
  assert_begins_with (sealed, read);

  order = signing_call (f->shop, SME_OP_GET_ORDER, f->order_id, NULL, NULL);
  g_assert_cmpstr (sme_record_get_nick (order, "state"), ==, "activating");
}

/* Two windows: the second one's session ends the first one's. */
static void
test_done_is_done (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);
  g_autoptr (SmeSigningFlow) later = NULL;
  g_autoptr (GBytes) first = NULL, second = NULL;
  g_autoptr (SmeRecord) dossier = NULL;

  go_to_otp (f, flow);
  enter_code (f, flow);
  draw (flow);
  MUST (flow, complete);
  dossier = signing_call (
    f->econtract, SME_OP_COMPLETE_DOSSIER,
    sme_record_get_text (SME_RECORD (sme_signing_flow_get_dossier (flow)), "id"), NULL, NULL);
  g_assert_cmpstr (sme_record_get_nick (dossier, "state"), ==, "completed");
  MUST (flow, fetch_documents);
  first = dup_contract (flow);
  later = open_flow (f);
  assert_state (later, DONE);
  second = dup_contract (later);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (sme_ink_is_empty (sme_signing_flow_get_ink (later)));
}

static void
test_wrong_codes_lock (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);
  g_autoptr (SmeSigningFlow) later = NULL;
  g_autofree char *code = NULL, *wrong = NULL;

  go_to_otp (f, flow);
  MUST (flow, send_otp);
  g_assert_cmpint (sme_signing_flow_get_attempts_left (flow), ==, 3);
  code = signing_fixture_read_code (f);
  wrong = signing_make_wrong_code (code);
  FAILS (flow, SME_PROBLEM_OTP_WRONG, verify_otp, wrong);
  g_assert_cmpint (sme_signing_flow_get_attempts_left (flow), ==, 2);
  assert_state (flow, OTP);
  FAILS (flow, SME_PROBLEM_INVALID, verify_otp, "12345");
  g_assert_cmpint (sme_signing_flow_get_attempts_left (flow), ==, 2);
  FAILS (flow, SME_PROBLEM_OTP_WRONG, verify_otp, wrong);
  FAILS (flow, SME_PROBLEM_OTP_WRONG, verify_otp, wrong);
  g_assert_cmpint (sme_signing_flow_get_attempts_left (flow), ==, 0);
  assert_state (flow, LOCKED);
  later = open_flow (f);
  assert_state (later, LOCKED);
}

static void
test_tries_stay_lost (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);
  g_autoptr (SmeSigningFlow) later = NULL;
  g_autofree char *code = NULL, *wrong = NULL;

  go_to_otp (f, flow);
  MUST (flow, send_otp);
  code = signing_fixture_read_code (f);
  wrong = signing_make_wrong_code (code);
  FAILS (flow, SME_PROBLEM_OTP_WRONG, verify_otp, wrong);
  signing_fixture_advance (f, 31);
  MUST (flow, send_otp);
  g_assert_cmpint (sme_signing_flow_get_attempts_left (flow), ==, 2);
  later = open_flow (f);
  g_assert_cmpint (sme_signing_flow_get_attempts_left (later), ==, 2);
}

static void
test_resend (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);
  g_autofree char *first = NULL, *second = NULL;

  go_to_otp (f, flow);
  g_assert_false (sme_signing_flow_has_code (flow));
  MUST (flow, send_otp);
  g_assert_true (sme_signing_flow_has_code (flow));
  g_assert_cmpint (strlen (sme_signing_flow_get_sent_to (flow)), ==, strlen ("0912 *** 678"));
  g_assert_cmpuint (sme_signing_flow_get_wait_seconds (flow), >, 20);
  g_assert_cmpuint (sme_signing_flow_get_valid_seconds (flow), >, 280);
  first = signing_fixture_read_code (f);
  FAILS (flow, SME_PROBLEM_OTP_TOO_SOON, send_otp);
  g_assert_true (sme_signing_flow_has_code (flow));
  signing_fixture_advance (f, 31);
  MUST (flow, send_otp);
  g_assert_cmpuint (signing_fixture_count_codes (f), ==, 2);
  /* The old code is void, unless chance made the new one the same. */
  second = signing_fixture_read_code (f);
  if (!g_str_equal (first, second))
    FAILS (flow, SME_PROBLEM_OTP_WRONG, verify_otp, first);
}

static void
test_limit (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);

  go_to_otp (f, flow);
  for (guint i = 0; i < 5; i++)
    {
      MUST (flow, send_otp);
      signing_fixture_advance (f, 31);
    }
  FAILS (flow, SME_PROBLEM_OTP_LIMIT, send_otp);
  assert_state (flow, OTP);
}

static void
test_expiry (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);
  g_autofree char *code = NULL;

  go_to_otp (f, flow);
  MUST (flow, send_otp);
  code = signing_fixture_read_code (f);
  signing_fixture_advance (f, 301);
  FAILS (flow, SME_PROBLEM_OTP_EXPIRED, verify_otp, code);
  assert_state (flow, OTP);
  g_assert_false (sme_signing_flow_has_code (flow));
  g_assert_cmpint (sme_signing_flow_get_attempts_left (flow), ==, 3);
  enter_code (f, flow);
}

/* A48, at the worst moment: all that is left to do is "Finish". */
static void
test_session_ends (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);
  SmeInk *ink;

  go_to_otp (f, flow);
  enter_code (f, flow);
  draw (flow);
  ink = sme_signing_flow_get_ink (flow);
  signing_fixture_advance (f, 31 * 60);
  FAILS (flow, SME_PROBLEM_NO_SESSION, complete);
  assert_state (flow, ENDED);
  MUST (flow, restart);
  assert_state (flow, OTP);
  g_assert_false (sme_signing_flow_has_code (flow));
  g_assert_true (sme_signing_flow_get_ink (flow) == ink);
  g_assert_cmpuint (sme_ink_get_n_strokes (ink), ==, 2);
  enter_code (f, flow);
  MUST (flow, save_signature);
  MUST (flow, complete);
  assert_state (flow, DONE);
}

static void
test_session_ends_before_the_code (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);

  go_to_otp (f, flow);
  signing_fixture_advance (f, 31 * 60);
  FAILS (flow, SME_PROBLEM_NO_SESSION, send_otp);
  assert_state (flow, ENDED);
  MUST (flow, restart);
  enter_code (f, flow);
}

/* Without the first password there is no OTP step to return to. */
static void
test_session_ends_at_the_password (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);

  sme_signing_flow_confirm_read (flow);
  signing_fixture_advance (f, 31 * 60);
  FAILS (flow, SME_PROBLEM_NO_SESSION, set_password, E_PASSWORD);
  assert_state (flow, ENDED);
  MUST (flow, restart);
  assert_state (flow, PASSWORD);
  MUST (flow, set_password, E_PASSWORD);
  assert_state (flow, OTP);
}

static gboolean
is_ended (gpointer flow)
{
  return sme_signing_flow_get_state (flow) == SME_SIGNING_ENDED;
}

/* Opened on another computer: the first window hears of it at its next call. */
static void
test_another_computer (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);
  g_autoptr (SmeEcontract) econtract = sme_econtract_new (signing_fixture_get_url (), NULL);
  g_autoptr (SmeSigningFlow) other =
    sme_signing_flow_new (f->shop, econtract, f->vault, f->order_id, SME_DOSSIER_CONTRACT);

  go_to_otp (f, flow);
  enter_code (f, flow);
  signing_draw (sme_signing_flow_get_ink (flow));
  MUST (other, load);
  assert_state (other, READING);
  g_assert_true (sme_ink_equal (sme_signing_flow_get_ink (flow), sme_signing_flow_get_ink (other)));
  FAILS (flow, SME_PROBLEM_NO_SESSION, save_signature);
  g_assert_true (is_ended (flow));
}

static void
test_strokes_outlive_the_program (SigningFixture *f, gconstpointer data)
{
  SmeSigningFlow *flow = open_flow (f);
  g_autoptr (SmeInk) ink = NULL;
  g_autoptr (SmeSigningFlow) later = NULL;

  go_to_otp (f, flow);
  enter_code (f, flow);
  ink = g_object_ref (sme_signing_flow_get_ink (flow));
  signing_draw (ink);
  signing_assert_finalizes (flow);
  later = open_flow (f);
  assert_state (later, READING);
  g_assert_true (sme_ink_equal (sme_signing_flow_get_ink (later), ink));
  g_assert_true (sme_ink_undo (sme_signing_flow_get_ink (later)));
}

/* When the evidence says that the kept signature was confirmed; 0: it says nothing of one. */
static gint64
find_reused (SmeSigningFlow *flow, SmeEcontract *econtract)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) evidence = signing_call (
    econtract, SME_OP_GET_EVIDENCE,
    sme_record_get_text (SME_RECORD (sme_signing_flow_get_dossier (flow)), "id"), NULL, &error);
  GListModel *facts;

  g_assert_no_error (error);
  facts = sme_record_get_list (evidence, "facts");
  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (SmeRecord) fact = g_list_model_get_item (facts, i);

      if (g_str_equal (sme_record_get_text (fact, "name"), SME_EVIDENCE_REUSED))
        return sme_record_get_int (fact, "at");
    }
  return 0;
}

/* The strokes that were put there and confirmed, found again after the program ended. */
static void
test_reused (SigningFixture *f, gconstpointer data)
{
  SmeSigningFlow *flow = open_flow (f);
  g_autoptr (SmeSigningFlow) later = NULL;
  g_autofree char *mark = NULL;

  signing_draw (sme_signing_flow_get_ink (flow));
  mark = sme_signature_mark_ink (sme_signing_flow_get_ink (flow));
  sme_signature_draft_note_reused (sme_signing_flow_get_draft (flow), mark, REUSED_AT);
  signing_assert_finalizes (flow);
  later = open_flow (f);
  go_to_otp (f, later);
  enter_code (f, later);
  MUST (later, save_signature);
  MUST (later, complete);
  g_assert_cmpint (find_reused (later, f->econtract), ==, REUSED_AT);
}

/* Taken back, and drawn anew. */
static void
test_not_reused (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);
  g_autofree char *mark = NULL;
  SmeInk *ink = sme_signing_flow_get_ink (flow);

  signing_draw (ink);
  mark = sme_signature_mark_ink (ink);
  sme_signature_draft_note_reused (sme_signing_flow_get_draft (flow), mark, REUSED_AT);
  sme_ink_clear (ink);
  g_assert_true (sme_ink_begin_stroke (ink, NULL));
  for (guint i = 0; i < 60; i++)
    g_assert_true (sme_ink_append (ink, 60 + i * 4, 80 + (i % 6) * 9, i * 8, -1, NULL));
  sme_ink_end_stroke (ink);
  go_to_otp (f, flow);
  enter_code (f, flow);
  MUST (flow, save_signature);
  MUST (flow, complete);
  g_assert_cmpint (find_reused (flow, f->econtract), ==, 0);
}

/* A name and a picture are known by what they are, strokes by the first of them. */
static void
test_marks (void)
{
  g_autoptr (SmeInk) none = sme_ink_new (300, 100), drawn = sme_ink_new (300, 100);
  g_autofree char *before = NULL, *after = NULL, *typed = NULL, *again = NULL, *other = NULL;

  g_assert_null (sme_signature_mark_ink (none));
  signing_draw (drawn);
  before = sme_signature_mark_ink (drawn);
  signing_draw (drawn);
  after = sme_signature_mark_ink (drawn);
  g_assert_cmpstr (before, ==, after);
  typed = sme_signature_mark_name ("Nguyễn Thị Lan");
  again = sme_signature_mark_name (" Nguyễn Thị Lan ");
  other = sme_signature_mark_name ("Nguyễn Thị Lân");
  g_assert_cmpstr (typed, ==, again);
  g_assert_cmpstr (typed, !=, other);
}

static void
test_no_signature (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);
  g_autoptr (GError) error = NULL;

  go_to_otp (f, flow);
  enter_code (f, flow);
  CALL (flow, save_signature, &error);
  g_assert_error (error, SME_INK_ERROR, SME_INK_ERROR_EMPTY);
  assert_state (flow, DRAWING);
  draw (flow);
  sme_signing_flow_draw_again (flow);
  assert_state (flow, DRAWING);
  g_assert_true (sme_ink_undo (sme_signing_flow_get_ink (flow)));
  MUST (flow, save_signature);
  MUST (flow, complete);
}

/* One stroke of a device at 1000 Hz is longer than a list usually is. */
static void
test_fast_device (SigningFixture *f, gconstpointer data)
{
  g_autoptr (SmeSigningFlow) flow = open_flow (f);
  SmeInk *ink;

  go_to_otp (f, flow);
  enter_code (f, flow);
  ink = sme_signing_flow_get_ink (flow);
  g_assert_true (sme_ink_begin_stroke (ink, NULL));
  for (guint i = 0; i < 4000; i++)
    g_assert_true (
      sme_ink_append (ink, 50 + i / 10.0, 50 + (i / 40 % 2 ? i % 40 : 40 - i % 40), i, 0.5, NULL));
  sme_ink_end_stroke (ink);
  MUST (flow, save_signature);
  MUST (flow, complete);
}

static void
test_other_server (void)
{
  g_assert_true (sme_open_contract_is_same_server ("https://e.vn", "https://E.vn/"));
  g_assert_true (sme_open_contract_is_same_server ("https://e.vn:443", "https://e.vn"));
  g_assert_false (sme_open_contract_is_same_server ("https://e.vn", "http://e.vn"));
  g_assert_false (sme_open_contract_is_same_server ("https://e.vn", "https://e.vn.evil.example"));
  g_assert_false (sme_open_contract_is_same_server ("https://e.vn", "https://e.vn@evil.example"));
  g_assert_false (sme_open_contract_is_same_server ("https://e.vn", "https://e.vn:444"));
  g_assert_false (sme_open_contract_is_same_server ("https://e.vn", "https://e.vn/a"));
  g_assert_false (sme_open_contract_is_same_server ("https://e.vn", "nonsense"));
}

/* OneSME names its own address; we were told of another one. */
static void
test_refuses_other_server (SigningFixture *f, gconstpointer data)
{
  g_autofree char *url = g_strdup (signing_fixture_get_url ());
  g_autofree char *other = g_strdup_printf ("http://localhost%s", strrchr (url, ':'));
  g_autoptr (SmeEcontract) econtract = sme_econtract_new (other, NULL);
  g_autoptr (SmeSigningFlow) flow =
    sme_signing_flow_new (f->shop, econtract, f->vault, f->order_id, SME_DOSSIER_CONTRACT);

  FAILS (flow, SME_PROBLEM_MISDIRECTED, load);
  assert_state (flow, LOADING);
  g_assert_false (sme_econtract_get_can_sign (econtract));
}

static void
test_cancelled (SigningFixture *f, gconstpointer data)
{
  SmeSigningFlow *flow =
    sme_signing_flow_new (f->shop, f->econtract, f->vault, f->order_id, SME_DOSSIER_CONTRACT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sme_signing_flow_load_async (flow, cancellable, signing_on_ready, &result);
  g_cancellable_cancel (cancellable);
  sme_signing_flow_load_finish (flow, signing_await (&result), &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  signing_assert_finalizes (flow);
}

#define ADD(path, function) \
  g_test_add (path, SigningFixture, NULL, signing_fixture_set_up, function, \
              signing_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signing-flow/server-is-the-configured-one", test_other_server);
  ADD ("/signing-flow/refuses-another-server", test_refuses_other_server);
  ADD ("/a46/signed-file-begins-with-the-file-read", test_signs);
  ADD ("/a47/completed-stays-completed", test_done_is_done);
  ADD ("/a44/three-wrong-codes-lock", test_wrong_codes_lock);
  ADD ("/a44/tries-do-not-come-back", test_tries_stay_lost);
  ADD ("/a43/resend-voids-and-has-a-cool-down", test_resend);
  ADD ("/a43/five-codes-at-most", test_limit);
  ADD ("/a43/otp-expires-after-five-minutes", test_expiry);
  ADD ("/a48/session-ends-before-finish", test_session_ends);
  ADD ("/a48/session-ends-before-the-code", test_session_ends_before_the_code);
  ADD ("/a48/session-ends-at-the-password", test_session_ends_at_the_password);
  ADD ("/a47/another-computer", test_another_computer);
  ADD ("/a48/strokes-outlive-the-program", test_strokes_outlive_the_program);
  g_test_add_func ("/a45/saved/known-again", test_marks);
  ADD ("/a45/saved/the-evidence-says-that-it-was-reused", test_reused);
  ADD ("/a45/saved/drawn-anew-is-not-reused", test_not_reused);
  ADD ("/a45/an-empty-mark-is-refused", test_no_signature);
  ADD ("/a45/every-sample-of-a-fast-device", test_fast_device);
  ADD ("/signing-flow/can-be-cancelled", test_cancelled);
  return signing_fixture_run ();
}
