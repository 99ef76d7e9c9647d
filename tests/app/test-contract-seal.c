/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signing-flow.h"
#include "core/sme-records.h"
#include "signing-fixture.h"
#include "viewer/sme-seal-findings.h"

/* The contract as it was read, and as it was sealed. */
typedef struct
{
  GBytes *read;
  GBytes *sealed;
  GPtrArray *authorities;
} Files;

static void
files_clear (Files *files)
{
  g_bytes_unref (files->read);
  g_bytes_unref (files->sealed);
  g_ptr_array_unref (files->authorities);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

#define DO(flow, name, ...) \
  G_STMT_START \
  { \
    g_autoptr (GAsyncResult) result = NULL; \
    g_autoptr (GError) error = NULL; \
    sme_signing_flow_##name##_async (flow, ##__VA_ARGS__, NULL, signing_on_ready, &result); \
    sme_signing_flow_##name##_finish (flow, signing_await (&result), &error); \
    g_assert_no_error (error); \
  } \
  G_STMT_END

static GBytes *
dup_contract (SmeSigningFlow *flow)
{
  SmeShownDocument *contract =
    sme_shown_documents_find_contract (sme_signing_flow_get_documents (flow));

  return g_bytes_ref (contract->bytes);
}

static void
fetch_authorities (SigningFixture *f, Files *files)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) list = NULL;

  files->authorities = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_seal_certificate_unref);
  sme_econtract_call_async (f->econtract, SME_OP_LIST_AUTHORITIES, NULL, NULL, NULL, NULL,
                            signing_on_ready, &result);
  list = sme_econtract_list_finish (f->econtract, signing_await (&result), NULL, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (list, i);

      const char *pem = sme_record_get_text (item, "pem");
      g_autoptr (GBytes) bytes = g_bytes_new (pem, strlen (pem));
      g_autoptr (GPtrArray) read = sme_seal_certificate_list_from_pem (bytes, NULL);

      g_ptr_array_extend_and_steal (files->authorities, g_steal_pointer (&read));
    }
}

static void
make_files (SigningFixture *f, Files *files)
{
  g_autoptr (SmeSigningFlow) flow =
    sme_signing_flow_new (f->shop, f->econtract, NULL, f->order_id, SME_DOSSIER_CONTRACT);
  g_autofree char *code = NULL;

  DO (flow, load);
  files->read = dup_contract (flow);
  sme_signing_flow_confirm_read (flow);
  DO (flow, set_password, "mat khau econtract");
  DO (flow, send_otp);
  code = signing_fixture_read_code (f);
  DO (flow, verify_otp, code);
  signing_draw (sme_signing_flow_get_ink (flow));
  DO (flow, save_signature);
  DO (flow, complete);
  DO (flow, fetch_documents);
  files->sealed = dup_contract (flow);
  fetch_authorities (f, files);
}

static SmeSealFindings *
check (GBytes *pdf, GPtrArray *authorities, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sme_seal_findings_check_async (pdf, authorities, NULL, signing_on_ready, &result);
  return sme_seal_findings_check_finish (signing_await (&result), error);
}

static void
assert_finding (GBytes *pdf, GPtrArray *authorities, SmeSealVerdict verdict, SmeSealAfter after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSealFindings) findings = check (pdf, authorities, &error);

  g_assert_no_error (error);
  g_assert_nonnull (findings->main);
  g_assert_cmpint (findings->main->verdict, ==, verdict);
  g_assert_cmpint (findings->main->after, ==, after);
}

static GBytes *
flip_byte (GBytes *bytes, gsize at)
{
  gsize size;
  guint8 *data = g_memdup2 (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));

  size = g_bytes_get_size (bytes);
  g_assert_cmpuint (at, <, size);
  data[at] ^= 1;
  return g_bytes_new_take (data, size);
}

/* Inside the first picture or text of the file, which leaves its structure alone. */
static gsize
find_content (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *found = g_strstr_len (data, (gssize) size, "stream\n");

  g_assert_nonnull (found);
  return (gsize) (found - data) + 40;
}

static GBytes *
append_update (GBytes *bytes)
{
  static const char update[] = "\n% added afterwards\n";
  GByteArray *array = g_byte_array_new ();

  g_byte_array_append (array, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  g_byte_array_append (array, (const guint8 *) update, sizeof update - 1);
  return g_byte_array_free_to_bytes (array);
}

static void
test_says_who_sealed (SigningFixture *f, gconstpointer data)
{
  g_auto (Files) files = { 0 };
  g_autoptr (SmeSealFindings) findings = NULL;
  g_autofree char *text = NULL;

  make_files (f, &files);
  findings = check (files.sealed, files.authorities, NULL);
  g_assert_cmpint (findings->main->verdict, ==, SME_SEAL_VERDICT_INTACT_TRUSTED);
  g_assert_cmpint (findings->main->after, ==, SME_SEAL_AFTER_NOTHING);
  g_assert_cmpint (sme_seal_findings_get_worry (findings), ==, SME_SEAL_WORRY_NONE);
  g_assert_cmpstr (findings->main->by, ==, "OneSME demo");
  g_assert_cmpint (ABS (findings->main->time - g_get_real_time () / 1000), <,
                   G_GINT64_CONSTANT (24) * 3600 * 1000);
  text = sme_seal_findings_describe (findings);
  g_assert_true (g_str_has_prefix (text, "Sealed by OneSME demo on "));
  g_assert_nonnull (strstr (text, " Unchanged since then."));
}

static void
test_tells_changes (SigningFixture *f, gconstpointer data)
{
  g_auto (Files) files = { 0 };
  g_autoptr (GBytes) changed = NULL, extended = NULL;
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (SmeSealFindings) unsealed = NULL;

  make_files (f, &files);
  changed = flip_byte (files.sealed, find_content (files.sealed));
  extended = append_update (files.sealed);
  unsealed = check (files.read, files.authorities, NULL);
  g_assert_null (unsealed->main);
  assert_finding (changed, files.authorities, SME_SEAL_VERDICT_CHANGED, SME_SEAL_AFTER_NOTHING);
  assert_finding (extended, files.authorities, SME_SEAL_VERDICT_INTACT_TRUSTED,
                  SME_SEAL_AFTER_SAME_PAGES);
  assert_finding (files.sealed, nobody, SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER,
                  SME_SEAL_AFTER_NOTHING);
}

static void
test_no_document (void)
{
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("nonsense", 8);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSealFindings) findings = check (nonsense, nobody, &error);

  g_assert_null (findings);
  g_assert_nonnull (error);
}

#define ADD(path, function) \
  g_test_add (path, SigningFixture, NULL, signing_fixture_set_up, function, \
              signing_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/a46/says-who-sealed-and-when", test_says_who_sealed);
  ADD ("/a46/tells-what-was-changed", test_tells_changes);
  g_test_add_func ("/contract-seal/not-a-document", test_no_document);
  return signing_fixture_run ();
}
