/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of each state that a signed file can be in. */
#include "seal-cases.h"
#include "seal-fixture.h"
#include "viewer-fixture.h"
#include "viewer/sme-seal-findings.h"

#include <string.h>

static SmeSealFindings *
check_with (GBytes *pdf, GPtrArray *trusted)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SmeSealFindings *findings;

  sme_seal_findings_check_async (pdf, trusted, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  findings = sme_seal_findings_check_finish (result, &error);
  g_assert_no_error (error);
  return findings;
}

static SmeSealFindings *
check (GBytes *pdf)
{
  return check_with (pdf, seal_cases_get_trusted ());
}

static void
assert_main (const SmeSealFindings *findings,
             SmeSealVerdict verdict,
             SmeSealAfter after,
             SmeSealWorry worry)
{
  g_assert_nonnull (findings->main);
  g_assert_cmpint (findings->main->verdict, ==, verdict);
  g_assert_cmpint (findings->main->after, ==, after);
  g_assert_cmpint (sme_seal_findings_get_worry (findings), ==, worry);
}

static void
assert_says (const SmeSealFindings *findings, const char *part)
{
  g_autofree char *text = sme_seal_findings_describe (findings);

  if (strstr (text, part) == NULL)
    g_error ("\"%s\" does not say \"%s\"", text, part);
}

static void
test_none (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (SmeSealFindings) findings = check (pdf);

  g_assert_null (findings->main);
  assert_says (findings, "Not sealed yet.");
}

static void
test_intact (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (SmeSealFindings) findings = check (sealed);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_NOTHING,
               SME_SEAL_WORRY_NONE);
  assert_says (findings, "Sealed by OneSME demo on ");
  assert_says (findings, "Unchanged since then. Whoever issued the certificate is known here.");
  g_assert_false (findings->main->time_is_proved);
}

/* The case that common checkers call valid. */
static void
test_page_replaced (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) forged = seal_cases_replace_page (sealed, 0);
  g_autoptr (SmeSealFindings) findings = check (forged);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_PAGES_CHANGED,
               SME_SEAL_WORRY_ALARM);
  g_assert_cmpuint (findings->main->pages_changed->len, ==, 1);
  g_assert_cmpuint (g_array_index (findings->main->pages_changed, guint, 0), ==, 0);
  g_assert_true (g_bytes_equal (findings->main->revision, sealed));
  assert_says (findings, "After that page 1 was changed: it does not show what was sealed.");
}

/* Also under the seal's own picture, and on both pages. */
static void
test_page_with_seal_replaced (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) once = seal_cases_replace_page (sealed, 0);
  g_autoptr (GBytes) forged = seal_cases_replace_page (once, 1);
  g_autoptr (SmeSealFindings) findings = check (forged);

  g_assert_cmpuint (findings->main->pages_changed->len, ==, 2);
  assert_says (findings, "After that pages 1, 2 were changed");
}

static void
test_nothing_visible_added (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) longer = seal_cases_add_nothing_visible (sealed);
  g_autoptr (SmeSealFindings) findings = check (longer);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_SAME_PAGES,
               SME_SEAL_WORRY_DOUBT);
  assert_says (findings, "every page still shows what was sealed");
}

/* An allowed later signature changes the picture in its own field only. */
static void
test_later_signature (void)
{
  g_autoptr (GBytes) pdf = seal_cases_make_twice_signed ();
  g_autoptr (SmeSealFindings) findings = check (pdf);
  const SmeSealFinding *customer = g_ptr_array_index (findings->list, 0);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_NOTHING,
               SME_SEAL_WORRY_NONE);
  assert_says (findings, "There are 2 signatures in all.");
  g_assert_cmpint (customer->verdict, ==, SME_SEAL_VERDICT_INTACT_TRUSTED);
  g_assert_cmpint (customer->after, ==, SME_SEAL_AFTER_SIGNATURES);
  g_assert_cmpint (sme_seal_finding_get_worry (customer), ==, SME_SEAL_WORRY_NONE);
}

/* A stranger with the same name replaced a page and signed that: it must not look like the end. */
static void
test_stranger_signed_after (void)
{
  g_autoptr (GBytes) pdf = seal_cases_make_stranger_signed ();
  g_autoptr (SmeSealFindings) findings = check (pdf);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_PAGES_CHANGED,
               SME_SEAL_WORRY_ALARM);
  assert_says (findings, "After that page 1 was changed");
  g_assert_cmpint (((SmeSealFinding *) g_ptr_array_index (findings->list, 1))->verdict, ==,
                   SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER);
}

/* A warning must not become full trust because a stranger signs last. */
static void
test_stranger_signed_addition (gconstpointer add)
{
  g_autoptr (GBytes) by_stranger =
    seal_cases_make_added_and_signed ((GBytes * (*) (GBytes *) ) add, TRUE);
  g_autoptr (GBytes) by_known =
    seal_cases_make_added_and_signed ((GBytes * (*) (GBytes *) ) add, FALSE);
  g_autoptr (SmeSealFindings) findings = check (by_stranger);
  g_autoptr (SmeSealFindings) of_known = check (by_known);
  const SmeSealFinding *first = g_ptr_array_index (of_known->list, 0);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_STRANGERS,
               SME_SEAL_WORRY_DOUBT);
  g_assert_cmpint (sme_seal_findings_conclude (findings), ==, SME_SEAL_CONCLUSION_UNKNOWN);
  assert_says (findings, "Whoever issued the certificate is known here. After that something was "
                         "added and signed by somebody for whom nobody known here vouches;");
  assert_says (findings, "There are 2 signatures in all; nobody known here vouches for 1 of them.");
  g_assert_cmpint (first->after, ==, SME_SEAL_AFTER_SIGNATURES);
  g_assert_cmpint (sme_seal_findings_conclude (of_known), ==, SME_SEAL_CONCLUSION_TRUSTED);
}

/* An authority stamps what it is given. */
static void
test_time_stamp_after_addition (void)
{
  g_autoptr (GBytes) pdf = seal_cases_make_added_and_stamped ();
  g_autoptr (SmeSealFindings) findings = check (pdf);
  const SmeSealFinding *stamp = g_ptr_array_index (findings->list, 1);

  g_assert_true (stamp->is_timestamp);
  g_assert_cmpint (stamp->verdict, ==, SME_SEAL_VERDICT_INTACT_TRUSTED);
  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_SAME_PAGES,
               SME_SEAL_WORRY_DOUBT);
  g_assert_cmpint (sme_seal_findings_conclude (findings), ==, SME_SEAL_CONCLUSION_UNKNOWN);
}

/* Who signs last vouches for all there is; that the other one is unknown is said all the same. */
static void
test_stranger_signed_first (void)
{
  g_autoptr (GBytes) pdf = seal_cases_make_stranger_first ();
  g_autoptr (SmeSealFindings) findings = check (pdf);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_NOTHING,
               SME_SEAL_WORRY_NONE);
  assert_says (findings, "There are 2 signatures in all; nobody known here vouches for 1 of them.");
}

static void
assert_pages (GBytes *pdf, const char *said)
{
  g_autoptr (SmeSealFindings) findings = check (pdf);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_PAGES_CHANGED,
               SME_SEAL_WORRY_ALARM);
  g_assert_cmpint (sme_seal_findings_conclude (findings), ==, SME_SEAL_CONCLUSION_BAD);
  assert_says (findings, said);
}

/* What came or went is no changed page, and pages behind it only have other numbers. */
static void
test_pages_added_and_removed (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) at_end = seal_cases_insert_page (sealed, 2);
  g_autoptr (GBytes) at_start = seal_cases_insert_page (sealed, 0);
  g_autoptr (GBytes) without_last = seal_cases_remove_page (sealed, 1);
  g_autoptr (GBytes) without_first = seal_cases_remove_page (sealed, 0);

  assert_pages (at_end, "After that 1 page was added: it is no part of what was sealed. Whoever");
  assert_pages (at_start, "1 page was added: it is no part of what was sealed. Pages 1, 2 show "
                          "something else than the sealed pages with those numbers.");
  assert_pages (without_last,
                "After that 1 page was removed: not all that was sealed is shown. Whoever");
  assert_pages (without_first, "1 page was removed: not all that was sealed is shown. Page 1 shows "
                               "something else than the sealed page with that number.");
}

/* White space after the end shows nothing; anything else may. */
static void
test_space_after_end (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) spaced = seal_cases_append (sealed, "\r\n \t\n");
  g_autoptr (GBytes) worded = seal_cases_append (sealed, "\n% \n");
  g_autoptr (GBytes) twice = seal_cases_make_twice_signed ();
  g_autoptr (GBytes) twice_spaced = seal_cases_append (twice, "\n");
  g_autoptr (SmeSealFindings) findings = check (spaced);
  g_autoptr (SmeSealFindings) of_worded = check (worded);
  g_autoptr (SmeSealFindings) of_twice = check (twice_spaced);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_BLANK,
               SME_SEAL_WORRY_NONE);
  g_assert_cmpint (sme_seal_findings_conclude (findings), ==, SME_SEAL_CONCLUSION_TRUSTED);
  assert_says (findings, "Unchanged since then but for blank space after its end");
  assert_main (of_worded, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_SAME_PAGES,
               SME_SEAL_WORRY_DOUBT);
  assert_main (of_twice, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_BLANK,
               SME_SEAL_WORRY_NONE);
  g_assert_cmpint (((SmeSealFinding *) g_ptr_array_index (of_twice->list, 0))->after, ==,
                   SME_SEAL_AFTER_SIGNATURES);
}

/* Another signer vouches for what the file shows, not for what the first one sealed. */
static void
test_trusted_signed_after_change (gconstpointer with_large_field)
{
  g_autoptr (GBytes) pdf = seal_cases_make_signed_after_change (GPOINTER_TO_INT (with_large_field));
  g_autoptr (SmeSealFindings) findings = check (pdf);
  const SmeSealFinding *customer = g_ptr_array_index (findings->list, 0);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_NOTHING,
               SME_SEAL_WORRY_ALARM);
  g_assert_cmpint (customer->after, ==, SME_SEAL_AFTER_PAGES_CHANGED);
  g_assert_cmpint (sme_seal_findings_conclude (findings), ==, SME_SEAL_CONCLUSION_BAD);
  assert_says (findings, "Sealed by OneSME demo on ");
  assert_says (findings, "After that page 1 was changed: it does not show what was sealed. Sealed "
                         "by The buyer on ");
}

static void
test_print_only (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) stamped = seal_cases_add_print_only (sealed);
  g_autoptr (SmeSealFindings) findings = check (stamped);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_AFTER_PAGES_CHANGED,
               SME_SEAL_WORRY_ALARM);
  assert_says (findings, "After that page 1 was changed");
}

/* U+202E would turn round what is said after it. */
static void
test_name_is_one_line (void)
{
  g_autoptr (GBytes) pdf =
    seal_cases_make_signed_by ("VNPT\n\342\234\224 Known here.\342\200\250\342\200\256");
  g_autoptr (SmeSealFindings) findings = check (pdf);

  g_assert_cmpstr (findings->main->by, ==, "VNPT \342\234\224 Known here.");
  assert_says (findings, "Sealed by VNPT \342\234\224 Known here. on ");
}

static void
test_broken_byte (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) broken =
    seal_fixture_replace (sealed, 0, "/MediaBox [ 0 0 595", "/MediaBox [ 0 0 594");
  g_autoptr (SmeSealFindings) findings = check (broken);

  assert_main (findings, SME_SEAL_VERDICT_CHANGED, SME_SEAL_AFTER_NOTHING, SME_SEAL_WORRY_ALARM);
  assert_says (findings, "This file was changed after it was sealed. Don't rely on it.");
}

static void
test_foreign_certificate (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) forged = seal_cases_replace_page (sealed, 1);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (SmeSealFindings) findings = check_with (sealed, nobody);
  g_autoptr (SmeSealFindings) of_forged = check_with (forged, nobody);

  assert_main (findings, SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER, SME_SEAL_AFTER_NOTHING,
               SME_SEAL_WORRY_DOUBT);
  assert_says (findings, "nobody known here vouches for this name");
  assert_main (of_forged, SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER, SME_SEAL_AFTER_PAGES_CHANGED,
               SME_SEAL_WORRY_ALARM);
  assert_says (of_forged, "After that page 2 was changed");
}

static void
test_not_evaluated (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) other =
    seal_fixture_replace (sealed, 0, "/ETSI.CAdES.detached", "/ETSI.CAdES.deliched");
  g_autoptr (SmeSealFindings) findings = check (other);

  assert_main (findings, SME_SEAL_VERDICT_NOT_EVALUATED, SME_SEAL_AFTER_NOTHING,
               SME_SEAL_WORRY_DOUBT);
  assert_says (findings, "Not evaluated: it is of a kind that is not judged here.");
}

/* All states together: no two of them read the same. */
static void
test_wordings (void)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) pages = g_array_new (FALSE, TRUE, sizeof (guint));
  SmeSealFinding finding = { .by = (char *) "VNPT", .time = G_GINT64_CONSTANT (1795400000000) };

  g_array_set_size (pages, 20);
  finding.pages_changed = pages;
  for (int v = 0; v <= SME_SEAL_VERDICT_NOT_EVALUATED; v++)
    for (int a = 0; a <= SME_SEAL_AFTER_NOT_COMPARED; a++)
      {
        gboolean is_new;

        finding.verdict = (SmeSealVerdict) v;
        finding.after = (SmeSealAfter) a;
        is_new = g_hash_table_add (texts, sme_seal_finding_describe (&finding));
        /* Of what does not hold it says nothing about later additions. */
        g_assert_cmpint (is_new, ==, a == 0 || v <= SME_SEAL_VERDICT_INTACT_EXPIRED);
      }
  g_assert_cmpuint (g_hash_table_size (texts), ==, 3 * 7 + 3);
}

static void
test_no_document (void)
{
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("nonsense", 8);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sme_seal_findings_check_async (nonsense, seal_cases_get_trusted (), NULL, fixture_keep_result,
                                 &result);
  fixture_await (&result);
  g_assert_null (sme_seal_findings_check_finish (result, &error));
  g_assert_nonnull (error);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) forged = seal_cases_replace_page (sealed, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sme_seal_findings_check_async (forged, seal_cases_get_trusted (), cancellable,
                                 fixture_keep_result, &result);
  g_cancellable_cancel (cancellable);
  fixture_await (&result);
  g_assert_null (sme_seal_findings_check_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a46/seal/none", test_none);
  g_test_add_func ("/a46/seal/intact", test_intact);
  g_test_add_func ("/a46/seal/page-replaced", test_page_replaced);
  g_test_add_func ("/a46/seal/page-with-seal-replaced", test_page_with_seal_replaced);
  g_test_add_func ("/a46/seal/nothing-visible-added", test_nothing_visible_added);
  g_test_add_func ("/a46/seal/later-signature", test_later_signature);
  g_test_add_func ("/a46/seal/stranger-signed-after", test_stranger_signed_after);
  g_test_add_data_func ("/a46/seal/trusted-signed-after-change", GINT_TO_POINTER (FALSE),
                        test_trusted_signed_after_change);
  g_test_add_data_func ("/a46/seal/field-as-large-as-the-page", GINT_TO_POINTER (TRUE),
                        test_trusted_signed_after_change);
  g_test_add_data_func ("/a46/seal/stranger-signed-nothing-visible", seal_cases_add_nothing_visible,
                        test_stranger_signed_addition);
  g_test_add_data_func ("/a46/seal/stranger-signed-link", seal_cases_add_link,
                        test_stranger_signed_addition);
  g_test_add_data_func ("/a46/seal/stranger-signed-only", g_bytes_ref,
                        test_stranger_signed_addition);
  g_test_add_func ("/a46/seal/time-stamp-after-addition", test_time_stamp_after_addition);
  g_test_add_func ("/a46/seal/stranger-signed-first", test_stranger_signed_first);
  g_test_add_func ("/a46/seal/pages-added-and-removed", test_pages_added_and_removed);
  g_test_add_func ("/a46/seal/space-after-end", test_space_after_end);
  g_test_add_func ("/a46/seal/print-only", test_print_only);
  g_test_add_func ("/a46/seal/name-is-one-line", test_name_is_one_line);
  g_test_add_func ("/a46/seal/broken-byte", test_broken_byte);
  g_test_add_func ("/a46/seal/foreign-certificate", test_foreign_certificate);
  g_test_add_func ("/a46/seal/not-evaluated", test_not_evaluated);
  g_test_add_func ("/seal-findings/wordings", test_wordings);
  g_test_add_func ("/seal-findings/no-document", test_no_document);
  g_test_add_func ("/seal-findings/cancelled", test_cancelled);
  return g_test_run ();
}
