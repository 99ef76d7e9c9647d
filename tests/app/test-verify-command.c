/* SPDX-License-Identifier: GPL-3.0-or-later */
/* onesme --verify: what it answers to files in every state, without a display, next to pdfsig. */
#include "app/verify/sme-verify-command.h"
#include "core/sme-evidence-fact.h"
#include "core/sme-record-json.h"
#include "seal-cases.h"
#include "seal-fixture.h"
#include "verify-evidence.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char *name;
  GBytes *(*make) (void);
  int code;
  const char *conclusion;
  const char
    *pdfsig; /* what it says, too; NULL where it cannot judge or takes forgeries for good */
} Case;

typedef struct
{
  char *directory;
  char *pdf;
  char *ca;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  GPtrArray *trusted = seal_cases_get_trusted ();
  g_autofree char *pem =
    sme_seal_certificate_to_pem (g_ptr_array_index (trusted, trusted->len - 1));

  desk->directory = g_dir_make_tmp ("onesme-verify-XXXXXX", NULL);
  desk->pdf = g_build_filename (desk->directory, "hợp đồng.pdf", NULL);
  desk->ca = g_build_filename (desk->directory, "ca.pem", NULL);
  g_assert_true (g_file_set_contents (desk->ca, pem, -1, NULL));
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_unlink (desk->pdf);
  g_unlink (desk->ca);
  g_assert_cmpint (g_rmdir (desk->directory), ==, 0);
  g_free (desk->directory);
  g_free (desk->pdf);
  g_free (desk->ca);
}

/* Nothing that a display or a person's settings could be reached by. */
static char *
run (const char *const *arguments, int *code)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  char *said = NULL;

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "memory", TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", "/nonexistent", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, arguments, NULL);
  if (process == NULL)
    return NULL;
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, NULL));
  *code = g_subprocess_get_exit_status (process);
  return said;
}

static GBytes *
make_unsigned (void)
{
  return seal_fixture_make_pdf (1);
}

static GBytes *
make_replaced (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();

  return seal_cases_replace_page (sealed, 0);
}

static GBytes *
make_longer (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();

  return seal_cases_add_nothing_visible (sealed);
}

static GBytes *
make_signed_by_stranger (void)
{
  return seal_cases_make_added_and_signed (seal_cases_add_link, TRUE);
}

static GBytes *
make_spaced (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();

  return seal_cases_append (sealed, "\n");
}

static GBytes *
make_page_added (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();

  return seal_cases_insert_page (sealed, 2);
}

static GBytes *
make_broken (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();

  return seal_fixture_replace (sealed, 0, "/MediaBox [ 0 0 595", "/MediaBox [ 0 0 594");
}

/* By @share of a hundred of its bytes. */
static GBytes *
cut (guint share)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();

  return g_bytes_new_from_bytes (sealed, 0, g_bytes_get_size (sealed) * share / 100);
}

static GBytes *
make_cut_short (void)
{
  return cut (99);
}

static GBytes *
make_half (void)
{
  return cut (50);
}

static GBytes *
make_empty (void)
{
  return g_bytes_new (NULL, 0);
}

static GBytes *
make_picture (void)
{
  return g_bytes_new_static ("\x89PNG\r\n\x1a\n and so on", 18);
}

static const Case cases[] = {
  { "intact", seal_cases_make_sealed, 0, "trusted", "Signature is Valid." },
  { "several-signatures", seal_cases_make_twice_signed, 0, "trusted", "Signature is Valid." },
  { "page-replaced", make_replaced, 1, "not-intact", NULL },
  { "stranger-signed-after", seal_cases_make_stranger_signed, 1, "not-intact", NULL },
  { "nothing-visible-added", make_longer, 2, "unknown-issuer", "Not total document signed" },
  { "stranger-signed-addition", make_signed_by_stranger, 2, "unknown-issuer", NULL },
  { "space-after-end", make_spaced, 0, "trusted", NULL },
  { "page-added", make_page_added, 1, "not-intact", NULL },
  { "broken-byte", make_broken, 1, "not-intact", "Digest Mismatch" },
  { "cut-short", make_cut_short, 1, "not-intact", NULL },
  { "half", make_half, 1, "not-intact", NULL },
  { "no-signature", make_unsigned, 1, "not-intact", "does not contain any signatures" },
  { "no-bytes", make_empty, 1, "not-intact", NULL },
  { "no-pdf", make_picture, 1, "not-intact", NULL },
};

static const char *
get_member (JsonNode *node, const char *name)
{
  return json_object_get_string_member_with_default (json_node_get_object (node), name, "");
}

static void
write_case (Desk *desk, const Case *test)
{
  g_autoptr (GBytes) bytes = test->make ();
  const char *data = g_bytes_get_data (bytes, NULL);

  g_assert_true (g_file_set_contents (desk->pdf, data != NULL ? data : "",
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static void
compare_with_pdfsig (Desk *desk, const Case *test)
{
  int code = 0;
  g_autofree char *program = g_find_program_in_path ("pdfsig");
  g_autofree char *said = NULL;

  if (test->pdfsig == NULL || program == NULL)
    return;
  said = run ((const char *[]){ "pdfsig", "-nocert", desk->pdf, NULL }, &code);
  g_assert_nonnull (said);
  if (strstr (said, test->pdfsig) == NULL)
    g_error ("%s: pdfsig says \"%s\"", test->name, said);
}

static void
test_case (Desk *desk, gconstpointer data)
{
  const Case *test = data;
  int code = -1;
  g_autofree char *said = NULL, *words = NULL;
  g_autoptr (GBytes) json = NULL;
  g_autoptr (JsonNode) node = NULL;

  write_case (desk, test);
  said = run (
    (const char *[]){ ONESME, "--verify", desk->pdf, "--trust", desk->ca, "--json", NULL }, &code);
  g_assert_cmpint (code, ==, test->code);
  json = g_bytes_new (said, strlen (said));
  node = sme_json_parse (json, NULL);
  g_assert_nonnull (node);
  g_assert_cmpstr (get_member (node, "conclusion"), ==, test->conclusion);
  g_assert_cmpstr (get_member (node, "explanation"), !=, "");
  words = run ((const char *[]){ ONESME, "--verify", desk->pdf, "--trust", desk->ca, NULL }, &code);
  g_assert_cmpint (code, ==, test->code);
  g_assert_true (g_str_has_prefix (words, get_member (node, "title")));
  compare_with_pdfsig (desk, test);
}

/* Without the certificate, whole or forged. */
static void
test_nobody_vouches (Desk *desk, gconstpointer data)
{
  const char *const arguments[] = { ONESME, "--verify", desk->pdf, NULL };
  g_autofree char *whole = NULL, *forged = NULL;
  int code = -1;

  write_case (desk, &cases[0]);
  whole = run (arguments, &code);
  g_assert_cmpint (code, ==, SME_VERIFY_UNKNOWN_ISSUER);
  g_assert_nonnull (strstr (whole, "nobody known here vouches for this name"));
  write_case (desk, &cases[2]);
  forged = run (arguments, &code);
  g_assert_cmpint (code, ==, SME_VERIFY_NOT_INTACT);
  g_assert_nonnull (strstr (forged, "After that page 1 was changed"));
}

/* Of the record: that the signature was a kept one is said to people and to machines. */
static void
test_reused (Desk *desk, gconstpointer data)
{
  static const Case evidence = { "evidence", verify_evidence_make, 0, "trusted", NULL };
  g_autofree char *words = NULL, *json = NULL;
  int code = -1;

  write_case (desk, &evidence);
  words = run ((const char *[]){ ONESME, "--verify", desk->pdf, "--trust", desk->ca, NULL }, &code);
  g_assert_cmpint (code, ==, SME_VERIFY_TRUSTED);
  g_assert_nonnull (strstr (words, "Kept signature: "));
  g_assert_nonnull (strstr (words, "The app reports that this was confirmed on 19/11/2026"));
  g_assert_nonnull (strstr (words, VERIFY_EVIDENCE_INK));
  json = run (
    (const char *[]){ ONESME, "--verify", desk->pdf, "--trust", desk->ca, "--json", NULL }, &code);
  g_assert_nonnull (strstr (json, "\"" SME_EVIDENCE_REUSED "\""));
  /* Of others nothing is said. */
  write_case (desk, &cases[0]);
  g_free (words);
  words = run ((const char *[]){ ONESME, "--verify", desk->pdf, NULL }, &code);
  g_assert_null (strstr (words, "Kept signature"));
}

static void
test_asked_wrongly (Desk *desk, gconstpointer data)
{
  g_autofree char *missing = NULL, *two = NULL, *trust = NULL, *none = NULL;
  int code = -1;

  missing = run ((const char *[]){ ONESME, "--verify", desk->pdf, NULL }, &code);
  g_assert_cmpint (code, ==, SME_VERIFY_NOT_INTACT);
  g_assert_nonnull (strstr (missing, "There is no such file."));
  none = run ((const char *[]){ ONESME, "--verify", NULL }, &code);
  g_assert_cmpint (code, ==, SME_VERIFY_USAGE);
  two = run ((const char *[]){ ONESME, "--verify", desk->ca, "other.pdf", NULL }, &code);
  g_assert_cmpint (code, ==, SME_VERIFY_USAGE);
  trust = run ((const char *[]){ ONESME, "--verify", desk->ca, "--trust", desk->pdf, NULL }, &code);
  g_assert_cmpint (code, ==, SME_VERIFY_USAGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/verify-command/", cases[i].name, NULL);

      g_test_add (path, Desk, &cases[i], set_up, test_case, tear_down);
    }
  g_test_add ("/verify-command/nobody-vouches", Desk, NULL, set_up, test_nobody_vouches, tear_down);
  g_test_add ("/a46/verify-command/a-kept-signature-was-used", Desk, NULL, set_up, test_reused,
              tear_down);
  g_test_add ("/verify-command/asked-wrongly", Desk, NULL, set_up, test_asked_wrongly, tear_down);
  return g_test_run ();
}
