/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certificate-fixture.h"

#include "core/sme-audit-chain.h"
#include "core/sme-evidence.h"
#include "core/sme-record-json.h"
#include "seal/sme-pdf-attachment.h"
#include "seal/sme-seal-check.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>

static Answer *
get (Customer *customer, const char *what)
{
  return fixture_dossier_call (customer->fixture, customer->signing, "GET", what, NULL);
}

/* The index of the n-th fact of the name, or -1. */
static int
find_fact (Answer *evidence, const char *name, guint n)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *member = g_strdup_printf ("facts.%u.name", i);
      const char *found = answer_text (evidence, member);

      if (found == NULL)
        return -1;
      if (g_str_equal (found, name) && n-- == 0)
        return (int) i;
    }
}

static const char *
fact_text (Answer *evidence, const char *name, const char *member)
{
  int at = find_fact (evidence, name, 0);
  g_autofree char *path = g_strdup_printf ("facts.%d.%s", at, member);

  g_assert_cmpint (at, >=, 0);
  return answer_text (evidence, path);
}

static char *
hash (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* Milliseconds, as the chain has them. */
static gint64
read_time (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000;
}

static Answer *
get_contract (Customer *customer)
{
  g_autofree char *path =
    g_strdup_printf ("/econtract/v1/documents/%s/content", customer->signing->contract);

  return fixture_call (customer->fixture, "GET", path, customer->signing->token, NULL);
}

static void
test_says_who_what_when (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) read = get_contract (customer);
  g_autofree char *read_hash = hash (read->body);
  g_autoptr (Answer) completed = NULL, evidence = NULL, sealed = NULL;
  g_autofree char *sealed_hash = NULL;

  customer_sign_until (customer, customer->signing, "otp_sent");
  fixture_advance (customer->fixture, 31);
  completed = customer_sign (customer, customer->signing);
  assert_status (completed, 200);
  evidence = get (customer, "/evidence");
  assert_status (evidence, 200);
  sealed = get_contract (customer);
  sealed_hash = hash (sealed->body);

  g_assert_cmpstr (fact_text (evidence, "document", "value"), ==, read_hash);
  g_assert_cmpstr (fact_text (evidence, "document", "source"), ==, "server");
  g_assert_cmpstr (fact_text (evidence, "document-shown", "source"), ==, "app");
  g_assert_cmpstr (fact_text (evidence, "document-sealed", "value"), ==, sealed_hash);
  g_assert_cmpstr (fact_text (evidence, "terms", "value"), ==, "2026-11");
  g_assert_cmpstr (fact_text (evidence, "otp-wrong", "value"), ==, "0");
  g_assert_cmpstr (fact_text (evidence, "ink", "source"), ==, "app");
  g_assert_nonnull (fact_text (evidence, "customer", "value"));
  /* Whose number it is, and never the number. */
  g_assert_nonnull (strchr (fact_text (evidence, "phone", "value"), '*'));
  g_assert_cmpint (find_fact (evidence, "otp-sent", 1), >=, 0);
  g_assert_cmpint (find_fact (evidence, "otp-sent", 2), ==, -1);
  g_assert_cmpint (find_fact (evidence, "otp-verified", 0), >=, 0);
  g_assert_cmpint (find_fact (evidence, "consent", 0), >=, 0);
}

static char *
member (guint n, const char *name)
{
  return g_strdup_printf ("audit.%u.%s", n, name);
}

static const char *
text_or_empty (Answer *answer, const char *path)
{
  const char *text = answer_text (answer, path);

  return text != NULL ? text : "";
}

/* Anybody can follow the chain with what the record says. */
static void
test_chain_holds (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) evidence = get (customer, "/evidence");
  const char *scope = answer_text (evidence, "audit_scope");
  const char *previous = "0";
  guint n = 0;

  for (;; n++)
    {
      g_autofree char *event = member (n, "event"), *from = member (n, "from");
      g_autofree char *to = member (n, "to"), *detail = member (n, "detail");
      g_autofree char *seq = member (n, "seq"), *at = member (n, "at");
      g_autofree char *hash_at = member (n, "hash"), *previous_at = member (n, "previous_hash");
      g_autofree char *line = NULL, *expected = NULL;

      if (answer_text (evidence, event) == NULL)
        break;
      line = g_strdup_printf (
        "%s\x1f%" G_GINT64_FORMAT "\x1f%" G_GINT64_FORMAT "\x1f%s\x1f%s\x1f%s\x1f%s\x1f%s", scope,
        answer_int (evidence, seq), read_time (answer_text (evidence, at)),
        text_or_empty (evidence, event), text_or_empty (evidence, from),
        text_or_empty (evidence, to), text_or_empty (evidence, detail), previous);
      expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, line, -1);
      g_assert_cmpstr (answer_text (evidence, hash_at), ==, expected);
      g_assert_cmpstr (answer_text (evidence, previous_at), ==, previous);
      previous = answer_text (evidence, hash_at);
    }
  g_assert_cmpuint (n, >, 5);
}

static void
test_is_sealed_on_its_own (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) evidence = get (customer, "/evidence");
  g_autoptr (Answer) content = get (customer, "/evidence/content");
  g_autofree char *sha256 = hash (content->body);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSealReport) report = NULL;

  assert_status (content, 200);
  g_assert_cmpstr (content->content_type, ==, "application/pdf");
  g_assert_cmpstr (answer_text (evidence, "sha256"), ==, sha256);
  report = sme_seal_check (content->body, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sme_seal_report_get_n_signatures (report), ==, 1);
  g_assert_true (sme_seal_signature_is_intact (sme_seal_report_get_signature (report, 0)));
  g_assert_false (sme_seal_report_is_extended_after_signature (report));
}

/* With nothing but the file. */
static void
test_file_carries_the_record (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) content = get (customer, "/evidence/content");
  g_autoptr (GBytes) json = sme_pdf_attachment_find (content->body, SME_EVIDENCE_ATTACHMENT);
  g_autoptr (SmeEvidence) evidence = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *rows;

  g_assert_nonnull (json);
  evidence = sme_record_from_bytes (SME_TYPE_EVIDENCE, json, SME_DECODE_STRICT, NULL, &error);
  g_assert_no_error (error);
  rows = sme_record_get_list (SME_RECORD (evidence), "audit");
  g_assert_true (
    sme_audit_chain_check (sme_record_get_text (SME_RECORD (evidence), "audit_scope"), rows));
}

static void
test_none_before_the_end (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) none = get (customer, "/evidence");
  g_autoptr (Answer) no_content = get (customer, "/evidence/content");

  assert_problem (none, 404, "not-found");
  assert_problem (no_content, 404, "not-found");
}

static void
test_nobody_else_sees_it (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autofree char *other = fixture_sign_up (customer->fixture, "binh@vidu.vn");
  g_autoptr (Signing) theirs = fixture_open_signing (customer->fixture, other);
  g_autofree char *path =
    g_strdup_printf ("/econtract/v1/dossiers/%s/evidence", customer->signing->dossier);
  g_autofree char *archive =
    g_strdup_printf ("/econtract/v1/dossiers/%s/archive", customer->signing->dossier);
  g_autoptr (Answer) refused = fixture_call (customer->fixture, "GET", path, theirs->token, NULL);
  g_autoptr (Answer) no_archive =
    fixture_call (customer->fixture, "GET", archive, theirs->token, NULL);

  assert_problem (refused, 404, "not-found");
  assert_problem (no_archive, 404, "not-found");
}

/* The names of the files in a zip, each behind a comma. */
static char *
list_files (GBytes *zip)
{
  g_autoptr (GString) names = g_string_new (NULL);
  struct archive *reader = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip (reader);
  g_assert_cmpint (archive_read_open_memory (reader, (void *) g_bytes_get_data (zip, NULL),
                                             g_bytes_get_size (zip)),
                   ==, ARCHIVE_OK);
  while (archive_read_next_header (reader, &entry) == ARCHIVE_OK)
    {
      g_string_append_printf (names, ",%s", archive_entry_pathname_utf8 (entry));
      g_assert_cmpint (archive_entry_size (entry), >, 100);
    }
  g_assert_cmpint (archive_errno (reader), ==, 0);
  archive_read_free (reader);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
test_archive_has_all_of_the_dossier (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) before = get (customer, "/archive"), completed = NULL, after = NULL,
                     again = NULL;
  g_autofree char *first = list_files (before->body), *last = NULL;

  g_assert_cmpstr (before->content_type, ==, "application/zip");
  g_assert_cmpstr (first, ==,
                   ",01 Mẫu hợp đồng SmartCA OneSME.pdf,02 Điều khoản sử dụng dịch vụ.pdf");
  completed = customer_sign (customer, customer->signing);
  assert_status (completed, 200);
  after = get (customer, "/archive");
  again = get (customer, "/archive");
  last = list_files (after->body);
  g_assert_cmpstr (last, ==,
                   ",01 Mẫu hợp đồng SmartCA OneSME.pdf,02 Điều khoản sử dụng dịch vụ.pdf"
                   ",03 Bản ghi bằng chứng.pdf,04 Bản ghi bằng chứng.json");
  g_assert_true (g_bytes_equal (after->body, again->body));
}

int
main (int argc, char **argv)
{
  /* The reader of archives converts names to the locale. */
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/says-who-what-when", test_says_who_what_when);
  g_test_add_func ("/evidence/chain-holds", test_chain_holds);
  g_test_add_func ("/evidence/is-sealed-on-its-own", test_is_sealed_on_its_own);
  g_test_add_func ("/evidence/file-carries-the-record", test_file_carries_the_record);
  g_test_add_func ("/evidence/none-before-the-end", test_none_before_the_end);
  g_test_add_func ("/evidence/nobody-else-sees-it", test_nobody_else_sees_it);
  g_test_add_func ("/evidence/archive-has-all-of-the-dossier", test_archive_has_all_of_the_dossier);
  return g_test_run ();
}
