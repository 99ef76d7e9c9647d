/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-econtract.h"
#include "client/sme-local-backend.h"
#include "client/sme-local-tools.h"
#include "client/sme-remote-list.h"
#include "core/sme-problem.h"
#include "core/sme-records.h"
#include "test-server.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The client against onesme-backend itself ($ONESME_BACKEND), through the very objects of the app.
 */

#define EMAIL "an@example.vn"
#define PASSWORD "mat-khau-cua-An-2026"

typedef struct
{
  char *data_dir;
  SmeLocalBackend *backend;
  SmeLocalTools *tools;
  SmeKeyring *keyring;
  SmeShop *shop;
  SmeEcontract *econtract;
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  remove (path);
}

static void
start (SmeLocalBackend *backend)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_local_backend_start_async (backend, NULL, test_on_ready, &call);
  g_assert_true (sme_local_backend_start_finish (backend, test_await (&call), &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *url;

  fixture->data_dir = g_dir_make_tmp ("onesme-backend-XXXXXX", NULL);
  fixture->backend = sme_local_backend_new (NULL, fixture->data_dir);
  sme_local_backend_set_limits (fixture->backend, 60000, 5);
  start (fixture->backend);
  url = sme_local_backend_get_base_url (fixture->backend);
  fixture->tools = sme_local_tools_new (fixture->backend, NULL);
  fixture->keyring = sme_keyring_new ();
  fixture->shop = sme_shop_new (url, fixture->keyring, NULL);
  fixture->econtract = sme_econtract_new (url, NULL);
  sme_econtract_follow (fixture->econtract, fixture->shop);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) call = { 0 };

  /* What they fetch by themselves ends with them, before the backend does. */
  g_object_run_dispose (G_OBJECT (fixture->econtract));
  g_object_run_dispose (G_OBJECT (fixture->shop));
  sme_local_backend_stop_async (fixture->backend, NULL, test_on_ready, &call);
  g_assert_true (sme_local_backend_stop_finish (fixture->backend, test_await (&call), NULL));
  test_call_clear (&call);
  test_assert_finalizes (fixture->econtract);
  test_assert_finalizes (fixture->shop);
  test_assert_finalizes (fixture->keyring);
  test_assert_finalizes (fixture->tools);
  test_assert_finalizes (fixture->backend);
  remove_tree (fixture->data_dir);
  g_free (fixture->data_dir);
}

/* One call, in the way the pages make it; what fails fails the test. */

static gpointer
send_to (gpointer caller, SmeOperationId op, const char *id, gpointer body, GError **error)
{
  g_auto (TestCall) call = { 0 };

  sme_caller_send_async (caller, op, id, NULL, body, NULL, test_on_ready, &call);
  return sme_caller_record_finish (caller, test_await (&call), error);
}

static gpointer
must (gpointer caller, SmeOperationId op, const char *id, gpointer body)
{
  g_autoptr (GError) error = NULL;
  gpointer record = send_to (caller, op, id, body, &error);

  if (error != NULL && sme_problem_get_fields (error) != NULL)
    for (guint i = 0; i < sme_problem_get_fields (error)->len; i++)
      {
        SmeRecord *field = g_ptr_array_index (sme_problem_get_fields (error), i);
        g_test_message ("%s: %s", sme_record_get_text (field, "pointer"),
                        sme_record_get_text (field, "code"));
      }
  g_assert_no_error (error);
  return record;
}

static gboolean
is_settled (gpointer list)
{
  return sme_remote_list_get_state (list) != SME_REMOTE_LIST_LOADING;
}

static GListModel *
load (gpointer caller, SmeOperationId op, SmeRecord *query)
{
  SmeRemoteList *list = sme_remote_list_new (caller, op, NULL, query);

  test_wait_until (is_settled, list);
  g_assert_no_error (sme_remote_list_get_error (list));
  return G_LIST_MODEL (list);
}

/* The first item whose text @name is @value; any item for a NULL @name. */
static gpointer
find (GListModel *list, const char *name, const char *value)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (list, i);

      if (name == NULL || g_strcmp0 (sme_record_get_text (item, name), value) == 0)
        return g_steal_pointer (&item);
    }
  g_error ("Not in the list: %s", value);
  return NULL;
}

/* The code of the last message whose subject or body speaks of @about, and that has one. */
static char *
read_code (Fixture *fixture, const char *kind)
{
  g_autoptr (GListModel) inbox = load (fixture->tools, SME_OP_LOCAL_INBOX, NULL);

  for (guint i = g_list_model_get_n_items (inbox); i > 0; i--)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (inbox, i - 1);

      if (g_str_equal (sme_record_get_nick (item, "kind"), kind) && sme_record_has (item, "code"))
        return g_strdup (sme_record_get_text (item, "code"));
    }
  g_error ("No message with a code");
  return NULL;
}

static void
add_consents (SmeRecord *registration, GListModel *terms)
{
  for (guint i = 0; i < g_list_model_get_n_items (terms); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (terms, i);
      g_autoptr (SmeConsent) consent = sme_consent_new ();

      sme_record_set_text (SME_RECORD (consent), "purpose", sme_record_get_text (item, "purpose"));
      sme_record_set_text (SME_RECORD (consent), "version", sme_record_get_text (item, "version"));
      sme_record_append (registration, "consents", consent);
    }
}

static void
sign_in (SmeShop *shop)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_shop_sign_in_async (shop, EMAIL, PASSWORD, NULL, test_on_ready, &call);
  g_assert_true (sme_shop_sign_in_finish (shop, test_await (&call), &error));
  g_assert_no_error (error);
}

static void
register_and_sign_in (Fixture *fixture)
{
  g_autoptr (GListModel) terms = load (fixture->shop, SME_OP_LIST_TERMS, NULL);
  g_autoptr (SmeRecord) registration = SME_RECORD (sme_registration_new ());
  g_autoptr (SmeRecord) activation = SME_RECORD (sme_activation_new ());
  g_autoptr (SmeRecord) pending = NULL, active = NULL;
  g_autofree char *code = NULL;

  sme_record_set_nick (registration, "customer_type", "person");
  sme_record_set_text (registration, "email", EMAIL);
  sme_record_set_text (registration, "password", PASSWORD);
  sme_record_set_text (registration, "full_name", "Nguyễn Văn An");
  sme_record_set_text (registration, "phone", "0912345678");
  add_consents (registration, terms);
  pending = must (fixture->shop, SME_OP_CREATE_ACCOUNT, NULL, registration);
  g_assert_cmpstr (sme_record_get_nick (pending, "state"), ==, "pending_activation");
  code = read_code (fixture, "email");
  sme_record_set_text (activation, "token", code);
  active = must (fixture->shop, SME_OP_ACTIVATE_ACCOUNT, NULL, activation);
  sign_in (fixture->shop);
}

static gpointer
order_plan (Fixture *fixture)
{
  g_autoptr (SmeRecord) service = must (fixture->shop, SME_OP_GET_SERVICE, "231", NULL);
  g_autoptr (SmeRecord) request = SME_RECORD (sme_order_request_new ());
  g_autoptr (SmeRecord) plan =
    find (sme_record_get_list (service, "plans"), "name", "SMARTCA CÁ NHÂN CƠ BẢN");

  sme_record_set_text (request, "plan_id", sme_record_get_text (plan, "id"));
  sme_record_set_int (request, "cycle_months", 12);
  return must (fixture->shop, SME_OP_CREATE_ORDER, NULL, request);
}

static char *
first_division (Fixture *fixture, const char *parent)
{
  g_autoptr (SmeRecord) query = SME_RECORD (sme_division_query_new ());
  g_autoptr (GListModel) list = NULL;
  g_autoptr (SmeRecord) division = NULL;

  sme_record_set_nick (query, "edition", "2025");
  sme_record_set_text (query, "parent", parent);
  list = load (fixture->shop, SME_OP_LIST_DIVISIONS, query);
  division = find (list, NULL, NULL);
  return g_strdup (sme_record_get_text (division, "code"));
}

static SmeRecord *
make_profile (Fixture *fixture)
{
  SmeRecord *profile = SME_RECORD (sme_profile_new ());
  g_autoptr (SmeRecord) address = SME_RECORD (sme_address_new ());
  g_autofree char *province = first_division (fixture, NULL);
  g_autofree char *commune = first_division (fixture, province);

  sme_record_set_nick (address, "edition", "2025");
  sme_record_set_text (address, "province_code", province);
  sme_record_set_text (address, "commune_code", commune);
  sme_record_set_text (address, "street", "Khu Đoàn Kết 3");
  sme_record_set_text (address, "house_number", "14");
  sme_record_set_text (profile, "full_name", "Nguyễn Văn An");
  sme_record_set_nick (profile, "id_type", "citizen_id");
  sme_record_set_text (profile, "id_number", "001090012345");
  sme_record_set_int (profile, "id_issued_on", 20220601);
  sme_record_set_text (profile, "id_issued_by", "Bộ Công an");
  sme_record_set_int (profile, "born_on", 19900520);
  sme_record_set_nick (profile, "sex", "male");
  sme_record_set_text (profile, "phone", "0912345678");
  sme_record_set_text (profile, "email", EMAIL);
  sme_record_set_object (profile, "address", address);
  return profile;
}

static const char *
state_of (gpointer record)
{
  return sme_record_get_nick (record, "state");
}

/* The declaration, saved half and whole; each write knows the ETag of the one before. */
static void
declare (Fixture *fixture, SmeRecord *order)
{
  const char *id = sme_record_get_text (order, "id");
  g_autoptr (SmeRecord) profile = make_profile (fixture);
  g_autoptr (SmeRecord) half = SME_RECORD (sme_profile_new ());
  g_autoptr (SmeRecord) saved = NULL, read = NULL, declared = NULL;

  sme_record_set_text (half, "full_name", "Nguyễn V");
  saved = must (fixture->shop, SME_OP_PUT_DRAFT, id, half);
  read = must (fixture->shop, SME_OP_GET_DRAFT, id, NULL);
  g_assert_true (sme_record_equal (read, half));
  declared = must (fixture->shop, SME_OP_PUT_PROFILE, id, profile);
  g_assert_true (declared == order);
  g_assert_cmpstr (state_of (order), ==, "declared");
}

static gboolean
is_paid (gpointer order)
{
  return g_str_equal (state_of (order), "paid");
}

static gboolean
is_succeeded (gpointer payment)
{
  return g_str_equal (state_of (payment), "succeeded");
}

/* The transfer is somebody else's doing: only the event says that the order is paid. */
static void
pay (Fixture *fixture, SmeRecord *order)
{
  g_autoptr (SmeRecord) request = SME_RECORD (sme_payment_request_new ());
  g_autoptr (SmeRecord) transfer = SME_RECORD (sme_bank_transfer_new ());
  g_autoptr (SmeRecord) payment = NULL, receipt = NULL;
  SmeRecord *vietqr;

  sme_record_set_nick (request, "method", "vietqr");
  sme_record_set_text (request, "terms_version", sme_record_get_text (order, "terms_version"));
  payment = must (fixture->shop, SME_OP_CREATE_PAYMENT, sme_record_get_text (order, "id"), request);
  vietqr = sme_record_get_object (payment, "vietqr");
  sme_record_set_text (transfer, "payload", sme_record_get_text (vietqr, "payload"));
  sme_record_set_int (transfer, "amount", sme_record_get_int (payment, "amount"));
  receipt = must (fixture->tools, SME_OP_LOCAL_TRANSFER, NULL, transfer);
  g_assert_cmpstr (state_of (receipt), ==, "applied");
  test_wait_until (is_paid, order);
  test_wait_until (is_succeeded, payment);
}

static gpointer
open_dossier (Fixture *fixture, SmeRecord *order)
{
  g_autoptr (SmeRecord) request = SME_RECORD (sme_signing_request_new ());
  g_autoptr (SmeRecord) session = NULL, password = NULL, none = NULL;

  sme_record_set_nick (request, "purpose", "contract");
  session =
    must (fixture->shop, SME_OP_CREATE_SIGNING_SESSION, sme_record_get_text (order, "id"), request);
  sme_econtract_set_signing_token (fixture->econtract,
                                   sme_record_get_text (session, "access_token"));
  g_assert_true (sme_record_get_int (session, "password_change_required"));
  password = SME_RECORD (sme_econtract_password_new ());
  sme_record_set_text (password, "new", "mat-khau-hop-dong-2026");
  none = must (fixture->econtract, SME_OP_ECONTRACT_PASSWORD, NULL, password);
  return must (fixture->econtract, SME_OP_GET_DOSSIER, sme_record_get_text (session, "dossier_id"),
               NULL);
}

static GBytes *
read_document (Fixture *fixture, SmeRecord *document)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  sme_econtract_get_document_async (fixture->econtract, sme_record_get_text (document, "id"),
                                    sme_record_get_text (document, "sha256"), NULL, test_on_ready,
                                    &call);
  bytes = sme_econtract_get_document_finish (fixture->econtract, test_await (&call), &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_bytes_get_size (bytes), ==, sme_record_get_int (document, "bytes"));
  return bytes;
}

static void
verify_otp (Fixture *fixture, SmeRecord *dossier)
{
  GListModel *documents = sme_record_get_list (dossier, "documents");
  const char *id = sme_record_get_text (dossier, "id");
  g_autoptr (SmeRecord) request = SME_RECORD (sme_otp_request_new ());
  g_autoptr (SmeRecord) code = SME_RECORD (sme_otp_code_new ());
  g_autoptr (SmeRecord) sent = NULL, verified = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SmeRecord) document = g_list_model_get_item (documents, i);
      g_autoptr (SmeDocumentHash) hash = sme_document_hash_new ();
      g_autoptr (GBytes) bytes = read_document (fixture, document);

      sme_record_set_text (SME_RECORD (hash), "id", sme_record_get_text (document, "id"));
      sme_record_set_text (SME_RECORD (hash), "sha256", sme_record_get_text (document, "sha256"));
      sme_record_append (request, "documents", hash);
    }
  sent = must (fixture->econtract, SME_OP_SEND_OTP, id, request);
  text = read_code (fixture, "sms");
  sme_record_set_text (code, "code", text);
  verified = must (fixture->econtract, SME_OP_VERIFY_OTP, id, code);
  g_assert_true (verified == dossier);
  g_assert_cmpstr (state_of (dossier), ==, "otp_verified");
}

static SmeRecord *
draw_signature (void)
{
  SmeRecord *input = SME_RECORD (sme_signature_input_new ());
  g_autoptr (GListStore) strokes = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) stroke = g_list_store_new (SME_TYPE_STROKE_SAMPLE);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (SmeRecord) sample = SME_RECORD (sme_stroke_sample_new ());

      sme_record_set_number (sample, "x", 20 + 6.0 * i);
      sme_record_set_number (sample, "y", 100 + (i % 12 < 6 ? 8.0 * (i % 6) : -8.0 * (i % 6)));
      sme_record_set_int (sample, "t", 8 * i);
      sme_record_set_number (sample, "p", 0.5);
      g_list_store_append (stroke, sample);
    }
  g_list_store_append (strokes, stroke);
  sme_record_set_nick (input, "kind", "drawn");
  sme_record_set_number (input, "width", 500);
  sme_record_set_number (input, "height", 200);
  sme_record_set_list (input, "strokes", G_LIST_MODEL (strokes));
  return input;
}

static gboolean
is_past_signing (gpointer order)
{
  gint64 state = sme_record_get_int (order, "state");

  return state == SME_ORDER_SIGNED || state == SME_ORDER_ACTIVATING;
}

static void
test_orders_pays_signs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) order = NULL, dossier = NULL, input = NULL, saved = NULL, done = NULL;
  g_autoptr (SmeRecord) contract = NULL, sealed = NULL;
  g_autoptr (GBytes) shown = NULL, kept = NULL;

  register_and_sign_in (fixture);
  order = order_plan (fixture);
  g_assert_cmpstr (state_of (order), ==, "draft");
  declare (fixture, order);
  pay (fixture, order);
  dossier = open_dossier (fixture, order);
  contract = find (sme_record_get_list (dossier, "documents"), NULL, NULL);
  shown = read_document (fixture, contract);
  verify_otp (fixture, dossier);
  input = draw_signature ();
  saved =
    must (fixture->econtract, SME_OP_PUT_SIGNATURE, sme_record_get_text (dossier, "id"), input);
  done =
    must (fixture->econtract, SME_OP_COMPLETE_DOSSIER, sme_record_get_text (dossier, "id"), NULL);
  g_assert_true (done == dossier);
  g_assert_cmpstr (state_of (dossier), ==, "completed");
  sealed = find (sme_record_get_list (dossier, "documents"), NULL, NULL);
  kept = read_document (fixture, sealed);
  g_assert_cmpuint (g_bytes_get_size (kept), >, g_bytes_get_size (shown));
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (shown),
                   g_bytes_get_data (shown, NULL), g_bytes_get_size (shown));
  test_wait_until (is_past_signing, order);
}

/* Written elsewhere meanwhile: refused, and right again after looking. */
static void
test_two_computers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeShop) other =
    sme_shop_new (sme_shop_get_base_url (fixture->shop), fixture->keyring, NULL);
  g_autoptr (SmeRecord) here = NULL, there = NULL, again = NULL;
  g_autoptr (SmeRecord) a = NULL, b = NULL, c = NULL;
  g_autoptr (SmeRecord) draft = SME_RECORD (sme_profile_new ());
  g_autoptr (GError) error = NULL;
  const char *id;

  register_and_sign_in (fixture);
  sign_in (other);
  here = order_plan (fixture);
  id = sme_record_get_text (here, "id");
  there = must (other, SME_OP_GET_ORDER, id, NULL);
  g_assert_true (here != there);
  sme_record_set_text (draft, "full_name", "Nguyễn");
  a = must (fixture->shop, SME_OP_PUT_DRAFT, id, draft);
  /* The other's stream may have told it already; a new sign-in knows no ETag. */
  sme_transport_forget (sme_shop_get_transport (other));
  b = send_to (other, SME_OP_PUT_DRAFT, id, draft, &error);
  g_assert_null (b);
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_PRECONDITION_REQUIRED);
  again = must (other, SME_OP_GET_ORDER, id, NULL);
  g_assert_true (again == there);
  c = must (other, SME_OP_PUT_DRAFT, id, draft);
  g_object_run_dispose (G_OBJECT (other));
}

/* What was typed elsewhere is not written over by who has only seen the order, which comes by
 * itself with every change; who has seen the draft may. */
static void
test_draft_must_be_seen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeShop) other =
    sme_shop_new (sme_shop_get_base_url (fixture->shop), fixture->keyring, NULL);
  g_autoptr (SmeRecord) draft = SME_RECORD (sme_profile_new ());
  g_autoptr (SmeRecord) here = NULL, seen = NULL, a = NULL, b = NULL, order = NULL, again = NULL;
  g_autoptr (SmeRecord) c = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  register_and_sign_in (fixture);
  sign_in (other);
  here = order_plan (fixture);
  id = sme_record_get_text (here, "id");
  seen = must (other, SME_OP_GET_DRAFT, id, NULL);
  sme_record_set_text (draft, "full_name", "Nguyễn");
  a = must (fixture->shop, SME_OP_PUT_DRAFT, id, draft);
  order = must (other, SME_OP_GET_ORDER, id, NULL);
  sme_record_set_text (draft, "full_name", "Trần");
  b = send_to (other, SME_OP_PUT_DRAFT, id, draft, &error);
  g_assert_null (b);
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_PRECONDITION_FAILED);
  again = must (other, SME_OP_GET_DRAFT, id, NULL);
  g_assert_cmpstr (sme_record_get_text (again, "full_name"), ==, "Nguyễn");
  c = must (other, SME_OP_PUT_DRAFT, id, draft);
  g_object_run_dispose (G_OBJECT (other));
}

/* Twenty minutes later: the access token is no more, and nobody notices. */
static void
test_token_runs_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) advance = SME_RECORD (sme_clock_advance_new ());
  g_autoptr (SmeRecord) now = NULL, order = NULL;

  register_and_sign_in (fixture);
  sme_record_set_int (advance, "advance_seconds", 20 * 60);
  now = must (fixture->tools, SME_OP_LOCAL_CLOCK, NULL, advance);
  order = order_plan (fixture);
  g_assert_true (sme_shop_get_signed_in (fixture->shop));
}

/* Killed between two calls: the next one waits for the restart, nothing acknowledged is lost, and
 * the next change is heard again. */
static void
test_killed_backend_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) order = NULL, same = NULL;
  const char *pid;

  register_and_sign_in (fixture);
  order = order_plan (fixture);
  declare (fixture, order);
  pid = sme_local_backend_get_pid (fixture->backend);
  kill (atoi (pid), SIGKILL);
  same = must (fixture->shop, SME_OP_GET_ORDER, sme_record_get_text (order, "id"), NULL);
  g_assert_true (same == order);
  g_assert_cmpstr (state_of (order), ==, "declared");
  pay (fixture, order);
  g_assert_true (sme_shop_get_online (fixture->shop));
}

static void
test_data_directory_is_taken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeLocalBackend) second = sme_local_backend_new (NULL, fixture->data_dir);
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_local_backend_start_async (second, NULL, test_on_ready, &call);
  g_assert_false (sme_local_backend_start_finish (second, test_await (&call), &error));
  g_assert_error (error, SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_BUSY);
}

/* A parent that is killed: this program once more, with a backend of its own. */

static int
be_the_parent (const char *data_dir)
{
  SmeLocalBackend *backend = sme_local_backend_new (NULL, data_dir);

  start (backend);
  printf ("%s\n", sme_local_backend_get_pid (backend));
  fflush (stdout);
  g_main_loop_run (g_main_loop_new (NULL, FALSE));
  return 1;
}

/* A zombie that nobody collects is gone too. */
static gboolean
is_gone (gpointer user_data)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/stat", (const char *) user_data);
  g_autofree char *stat = NULL;

  return !g_file_get_contents (path, &stat, NULL, NULL) || strstr (stat, ") Z ") != NULL;
}

static gboolean
on_tick (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
test_killed_parent_takes_the_backend_along (void)
{
  g_autofree char *data_dir = g_dir_make_tmp ("onesme-backend-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) parent = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "--be-the-parent", data_dir, NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *pid = NULL;
  guint id;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (parent));
  pid = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (is_gone (pid));
  g_subprocess_force_exit (parent);
  /* Nothing tells us of processes that are not ours: we look. */
  id = g_timeout_add (20, on_tick, NULL);
  test_wait_until (is_gone, pid);
  g_source_remove (id);
  remove_tree (data_dir);
}

static void
on_session_ended (SmeShop *shop, gpointer user_data)
{
  g_error ("Taken for a session that somebody else ended");
}

static gpointer
end (SmeShop *shop, SmeOperationId op, gpointer body, GError **error)
{
  g_auto (TestCall) call = { 0 };

  sme_shop_end_async (shop, op, body, NULL, test_on_ready, &call);
  return sme_shop_end_finish (shop, test_await (&call), error);
}

/* The account is changed under its ETag; everywhere signed out; and deleted. */
static void
test_account_to_its_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) update = SME_RECORD (sme_account_update_new ());
  g_autoptr (SmeRecord) password = SME_RECORD (sme_password_entry_new ());
  g_autoptr (SmeRecord) me = NULL, session = NULL, changed = NULL, deletion = NULL;
  g_autoptr (GListModel) sessions = NULL;
  g_autoptr (GError) error = NULL;

  register_and_sign_in (fixture);
  g_signal_connect (fixture->shop, "session-ended", G_CALLBACK (on_session_ended), NULL);
  sessions = load (fixture->shop, SME_OP_LIST_SESSIONS, NULL);
  session = find (sessions, NULL, NULL);
  g_assert_nonnull (sme_record_get_text (session, "device_name"));
  me = must (fixture->shop, SME_OP_GET_ME, NULL, NULL);
  sme_record_set_text (update, "full_name", "Trần Văn An");
  changed = must (fixture->shop, SME_OP_UPDATE_ME, NULL, update);
  /* One live object. */
  g_assert_true (changed == me);
  g_assert_cmpstr (sme_record_get_text (me, "full_name"), ==, "Trần Văn An");

  g_assert_null (end (fixture->shop, SME_OP_END_ALL_SESSIONS, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (sme_shop_get_signed_in (fixture->shop));

  sign_in (fixture->shop);
  sme_record_set_text (password, "password", "sai mật khẩu");
  g_assert_null (end (fixture->shop, SME_OP_DELETE_ME, password, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_INVALID);
  g_clear_error (&error);
  g_assert_true (sme_shop_get_signed_in (fixture->shop));
  sme_record_set_text (password, "password", PASSWORD);
  deletion = end (fixture->shop, SME_OP_DELETE_ME, password, &error);
  g_assert_no_error (error);
  g_assert_true (sme_record_has (deletion, "deleted_at"));
  g_assert_false (sme_shop_get_signed_in (fixture->shop));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  /* The keyring has tests of its own: here it is in memory. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  if (argc == 3 && g_str_equal (argv[1], "--be-the-parent"))
    return be_the_parent (argv[2]);
  g_test_init (&argc, &argv, NULL);
  ADD ("/backend/orders-pays-signs", test_orders_pays_signs);
  ADD ("/backend/two-computers", test_two_computers);
  ADD ("/a24/a-draft-must-be-seen-to-be-written-over", test_draft_must_be_seen);
  ADD ("/backend/account-to-its-end", test_account_to_its_end);
  ADD ("/backend/token-runs-out", test_token_runs_out);
  ADD ("/backend/killed-backend-comes-back", test_killed_backend_comes_back);
  ADD ("/backend/data-directory-is-taken", test_data_directory_is_taken);
  g_test_add_func ("/backend/killed-parent-takes-it-along",
                   test_killed_parent_takes_the_backend_along);
  return g_test_run ();
}
