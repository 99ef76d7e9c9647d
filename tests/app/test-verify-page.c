/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/verify/sme-verify-page.h"

#include "lookup-fixture.h"
#include "seal-cases.h"
#include "verify-evidence.h"
#include "viewer/sme-seal-details.h"

#include <glib/gstdio.h>

#define AUTHORITIES "GET /econtract/v1/authorities"

static char *
make_authorities (void)
{
  GPtrArray *trusted = seal_cases_get_trusted ();
  g_autofree char *pem =
    sme_seal_certificate_to_pem (g_ptr_array_index (trusted, trusted->len - 1));
  g_auto (GStrv) lines = g_strsplit (pem, "\n", -1);
  g_autofree char *escaped = g_strjoinv ("\\n", lines);

  return g_strdup_printf ("{\"items\":[{\"subject\":\"CN=Test\",\"pem\":\"%s\"}],\"total\":1}",
                          escaped);
}

static SmePage *
show (LookupFixture *f)
{
  SmePage *page = app_fixture_show_page (&f->app, SME_TYPE_VERIFY_PAGE, "verify");

  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return page;
}

static gboolean
is_idle (gpointer page)
{
  return !sme_verify_page_get_busy (page);
}

/* Writes @bytes to a file and has it checked. */
static void
check (SmePage *page, GBytes *bytes)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("onesme-XXXXXX.pdf", &path, NULL);
  const char *data = g_bytes_get_data (bytes, NULL);

  g_close (fd, NULL);
  g_assert_true (
    g_file_set_contents (path, data != NULL ? data : "", (gssize) g_bytes_get_size (bytes), NULL));
  file = g_file_new_for_path (path);
  sme_verify_page_check (SME_VERIFY_PAGE (page), file);
  g_assert_true (sme_verify_page_get_busy (SME_VERIFY_PAGE (page)));
  app_run_until (is_idle, page);
  app_run_idle ();
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_verdicts (LookupFixture *f, gconstpointer data)
{
  g_autofree char *authorities = make_authorities ();
  SmePage *page = show (f);
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) forged = seal_cases_replace_page (sealed, 0);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);

  app_assert_named (GTK_WIDGET (page));
  test_server_reply_always (f->server, AUTHORITIES, (TestReply){ 200, authorities });
  check (page, sealed);
  app_assert_named (GTK_WIDGET (page));
  g_assert_true (app_shows (GTK_WIDGET (page), "Intact, and sealed by somebody known"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Sealed by OneSME demo on "));
  g_assert_true (app_shows (GTK_WIDGET (page), "There is none: the time is the word of"));
  g_assert_false (app_shows (GTK_WIDGET (page), "could not be asked whom to trust"));
  check (page, forged);
  g_assert_true (app_shows (GTK_WIDGET (page), "Don't rely on this file"));
  g_assert_true (app_shows (GTK_WIDGET (page), "After that page 1 was changed"));
  check (page, empty);
  g_assert_true (app_shows (GTK_WIDGET (page), "This file cannot be checked"));
  g_assert_true (app_shows (GTK_WIDGET (page), "It is not a PDF file"));
  g_assert_null (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "_Details"));
}

static void
test_without_issuers (LookupFixture *f, gconstpointer data)
{
  g_autofree char *authorities = make_authorities ();
  SmePage *page = show (f);
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();

  test_server_reply (f->server, AUTHORITIES, (TestReply){ 500, "{\"code\":\"internal\"}" });
  check (page, sealed);
  g_assert_true (app_shows (GTK_WIDGET (page), "could not be asked whom to trust"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Intact, but not everything is vouched for"));
  test_server_reply_always (f->server, AUTHORITIES, (TestReply){ 200, authorities });
  check (page, sealed);
  g_assert_false (app_shows (GTK_WIDGET (page), "could not be asked whom to trust"));
}

/* Also that the signature was a kept one; of a file without a record nothing is said of that. */
static void
test_evidence (LookupFixture *f, gconstpointer data)
{
  g_autofree char *authorities = make_authorities ();
  SmePage *page = show (f);
  g_autoptr (GBytes) evidence = verify_evidence_make (), sealed = seal_cases_make_sealed ();

  test_server_reply_always (f->server, AUTHORITIES, (TestReply){ 200, authorities });
  check (page, evidence);
  g_assert_true (app_shows (GTK_WIDGET (page), "Intact, and sealed by somebody known"));
  g_assert_true (app_shows (GTK_WIDGET (page), "order 12726"));
  g_assert_true (
    app_shows (GTK_WIDGET (page), "The app reports that this was confirmed on 19/11/"));
  g_assert_true (app_shows (GTK_WIDGET (page), VERIFY_EVIDENCE_INK));
  app_assert_named (GTK_WIDGET (page));
  check (page, sealed);
  g_assert_false (app_shows (GTK_WIDGET (page), "A signature kept before was used again"));
}

static void
test_details (LookupFixture *f, gconstpointer data)
{
  g_autofree char *authorities = make_authorities ();
  SmePage *page = show (f);
  g_autoptr (GBytes) sealed = seal_cases_make_twice_signed ();
  g_autoptr (GListModel) windows = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (windows);

  g_object_ref (windows);
  test_server_reply_always (f->server, AUTHORITIES, (TestReply){ 200, authorities });
  check (page, sealed);
  app_click (GTK_WIDGET (page), "_Details");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
  /* It tells of the file that was checked, so it goes with it. */
  check (page, sealed);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/verify-page/verdicts", LookupFixture, NULL, lookup_fixture_set_up, test_verdicts,
              lookup_fixture_tear_down);
  g_test_add ("/verify-page/without-issuers", LookupFixture, NULL, lookup_fixture_set_up,
              test_without_issuers, lookup_fixture_tear_down);
  g_test_add ("/a46/verify-page/a-kept-signature-was-used", LookupFixture, NULL,
              lookup_fixture_set_up, test_evidence, lookup_fixture_tear_down);
  g_test_add ("/verify-page/details", LookupFixture, NULL, lookup_fixture_set_up, test_details,
              lookup_fixture_tear_down);
  return g_test_run ();
}
