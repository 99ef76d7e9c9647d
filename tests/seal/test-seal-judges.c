/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Programs of others say whether they agree with what this room writes. */

typedef struct
{
  char *directory;
  char *pdf;
  GBytes *sealed;
} Bench;

static char *
path_in (Bench *bench, const char *name)
{
  return g_build_filename (bench->directory, name, NULL);
}

static void
write_file (const char *path, GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
write_text (const char *path, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  write_file (path, bytes);
}

static void
write_authority (const char *path)
{
  g_autofree char *pem =
    sme_seal_certificate_to_pem (sme_seal_signer_get_certificate (seal_fixture_get_authority ()));

  write_text (path, pem);
}

static void
set_up (Bench *bench, gconstpointer data)
{
  bench->directory = g_dir_make_tmp ("sme-seal-XXXXXX", NULL);
  bench->sealed = seal_fixture_make_signed (GPOINTER_TO_INT (data));
  bench->pdf = path_in (bench, "sealed.pdf");
  write_file (bench->pdf, bench->sealed);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  remove_tree (bench->directory);
  g_free (bench->directory);
  g_free (bench->pdf);
  g_bytes_unref (bench->sealed);
}

/* Runs a program to its end and returns all it said; %NULL if it is not on this machine. */
static char *
run (gboolean *succeeded, const char *const *argv)
{
  g_autofree char *program = g_find_program_in_path (argv[0]);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *said = NULL;

  if (program == NULL)
    {
      g_autofree char *why = g_strdup_printf ("%s is not installed", argv[0]);

      g_test_skip (why);
      return NULL;
    }
  process = g_subprocess_newv (
    argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  *succeeded = g_subprocess_get_successful (process);
  return said;
}

static void
assert_says (const char *said, const char *what)
{
  if (strstr (said, what) == NULL)
    g_error ("Not found: \"%s\" in:\n%s", what, said);
}

static gboolean
make_nss (Bench *bench, char **spec)
{
  g_autofree char *directory = path_in (bench, "nss");
  g_autofree char *pem = path_in (bench, "ca.pem");
  gboolean good = FALSE;
  g_autofree char *made = NULL;
  g_autofree char *added = NULL;

  *spec = g_strconcat ("sql:", directory, NULL);
  g_mkdir (directory, 0700);
  write_authority (pem);
  made = run (&good, (const char *[]){ "certutil", "-N", "-d", *spec, "--empty-password", NULL });
  if (made == NULL)
    return FALSE;
  g_assert_true (good);
  added = run (&good, (const char *[]){ "certutil", "-A", "-d", *spec, "-n", "ca", "-t", "CT,C,C",
                                        "-i", pem, NULL });
  g_assert_true (good);
  return TRUE;
}

/* Not with -no-ocsp: Poppler then takes the absence of a revocation list's address for an error.
 * There is no address to ask for a certificate's state either, so nothing goes to the network. */
static void
test_pdfsig (Bench *bench, gconstpointer data)
{
  g_autofree char *spec = NULL;
  g_autofree char *said = NULL;
  gboolean good = FALSE;

  if (!make_nss (bench, &spec))
    return;
  said = run (&good, (const char *[]){ "pdfsig", "-nssdir", spec, bench->pdf, NULL });
  if (said == NULL)
    return;
  assert_says (said, "Signature is Valid.");
  assert_says (said, "Certificate is Trusted.");
  assert_says (said, "Total document signed");
  assert_says (said, "ETSI.CAdES.detached");
  assert_says (said, "OneSME demo");
}

static void
test_mutool (Bench *bench, gconstpointer data)
{
  g_autofree char *said = NULL;
  gboolean good = FALSE;

  said = run (&good, (const char *[]){ "mutool", "sign", "-v", bench->pdf, NULL });
  if (said == NULL)
    return;
  assert_says (said, "The document is unchanged since signing");
}

static void
test_qpdf (Bench *bench, gconstpointer data)
{
  g_autofree char *said = NULL;
  gboolean good = FALSE;

  said = run (&good, (const char *[]){ "qpdf", "--check", bench->pdf, NULL });
  if (said == NULL)
    return;
  g_assert_true (good);
  assert_says (said, "No syntax or stream encoding errors found");
  g_assert_null (strstr (said, "WARNING"));
}

/* Cuts the signed bytes and the CMS out as anyone could who knows nothing of this code. */
static void
extract (Bench *bench, const char *content_path, const char *cms_path)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bench->sealed, &size);
  gsize open = seal_fixture_find_last (bench->sealed, "/Contents <") + strlen ("/Contents ");
  const char *close = memchr (data + open, '>', size - open);
  gsize after = (gsize) (close - data) + 1;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GByteArray) cms = g_byte_array_new ();
  g_autoptr (GBytes) content_bytes = NULL;
  g_autoptr (GBytes) cms_bytes = NULL;

  g_byte_array_append (content, (const guint8 *) data, (guint) open);
  g_byte_array_append (content, (const guint8 *) data + after, (guint) (size - after));
  for (const char *at = data + open + 1; at < close; at += 2)
    {
      guint8 byte = (guint8) (g_ascii_xdigit_value (at[0]) * 16 + g_ascii_xdigit_value (at[1]));

      g_byte_array_append (cms, &byte, 1);
    }
  content_bytes = g_bytes_new (content->data, content->len);
  cms_bytes = g_bytes_new (cms->data, cms->len);
  write_file (content_path, content_bytes);
  write_file (cms_path, cms_bytes);
}

static void
test_openssl (Bench *bench, gconstpointer data)
{
  g_autofree char *content = path_in (bench, "content");
  g_autofree char *cms = path_in (bench, "cms.der");
  g_autofree char *ca = path_in (bench, "ca.pem");
  g_autofree char *said = NULL;
  g_autofree char *printed = NULL;
  gboolean good = FALSE;

  extract (bench, content, cms);
  write_authority (ca);
  said = run (&good, (const char *[]){ "openssl", "cms", "-verify", "-cades", "-binary", "-inform",
                                       "DER", "-in", cms, "-content", content, "-CAfile", ca,
                                       "-purpose", "any", "-out", "/dev/null", NULL });
  if (said == NULL)
    return;
  assert_says (said, "CAdES Verification successful");
  g_assert_true (good);
  printed = run (&good, (const char *[]){ "openssl", "cms", "-cmsout", "-print", "-inform", "DER",
                                          "-in", cms, NULL });
  g_assert_true (good);
  assert_says (printed, "id-smime-aa-signingCertificateV2");
  g_assert_null (strstr (printed, "signingTime"));
}

/* A file with cross-reference and object streams, which cairo does not write. */
static GBytes *
make_compressed (Bench *bench)
{
  g_autofree char *plain = path_in (bench, "plain.pdf");
  g_autofree char *compressed = path_in (bench, "compressed.pdf");
  g_autofree char *said = NULL;
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (3);
  char *data = NULL;
  gsize size = 0;
  gboolean good = FALSE;

  write_file (plain, pdf);
  said =
    run (&good, (const char *[]){ "qpdf", "--object-streams=generate", plain, compressed, NULL });
  if (said == NULL)
    return NULL;
  g_assert_true (good);
  g_assert_true (g_file_get_contents (compressed, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static void
test_compressed_file (Bench *bench, gconstpointer data)
{
  SmeSealSigner *signer = seal_fixture_get_signer (GPOINTER_TO_INT (data));
  g_autoptr (GBytes) pdf = make_compressed (bench);
  g_autoptr (GBytes) prepared = NULL;
  g_autoptr (SmeSealReport) report = NULL;

  if (pdf == NULL)
    return;
  g_assert_nonnull (
    g_strstr_len (g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), "/ObjStm"));
  prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 2);
  g_clear_pointer (&bench->sealed, g_bytes_unref);
  bench->sealed = seal_fixture_sign (prepared, SEAL_FIXTURE_FIELD, signer);
  write_file (bench->pdf, bench->sealed);

  report = seal_fixture_check (bench->sealed);
  seal_fixture_get_only (report);
  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  g_assert_false (sme_seal_report_is_extended_after_signature (report));
  test_qpdf (bench, data);
  test_pdfsig (bench, data);
  test_mutool (bench, data);
}

static void
test_openssl_timestamp (Bench *bench, gconstpointer data)
{
  g_autoptr (SmeSealSigner) signer =
    sme_seal_authority_issue (seal_fixture_get_authority (), "OneSME demo TSA",
                              SME_SEAL_USAGE_TIMESTAMPS, GPOINTER_TO_INT (data), NULL, NULL);
  SmeSealStamper stamper = { signer, NULL };
  guint8 digest[SME_SEAL_DIGEST_SIZE];
  g_autofree char *token_path = path_in (bench, "token.der");
  g_autofree char *ca = path_in (bench, "ca.pem");
  g_autofree char *said = NULL;
  g_autoptr (GBytes) token = NULL;
  gboolean good = FALSE;

  sme_seal_digest (bench->sealed, digest);
  token = sme_seal_stamper_stamp (digest, &stamper, NULL);
  g_assert_nonnull (token);
  write_file (token_path, token);
  write_authority (ca);
  said = run (&good, (const char *[]){ "openssl", "ts", "-verify", "-token_in", "-in", token_path,
                                       "-data", bench->pdf, "-CAfile", ca, NULL });
  if (said == NULL)
    return;
  assert_says (said, "Verification: OK");
  g_assert_true (good);
}

/* Poppler finds a byte that was changed, as this room does. */
static void
test_pdfsig_sees_change (Bench *bench, gconstpointer data)
{
  gsize size = 0;
  guint8 *copy =
    g_memdup2 (g_bytes_get_data (bench->sealed, &size), g_bytes_get_size (bench->sealed));
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (SmeSealReport) report = NULL;
  g_autofree char *spec = NULL;
  g_autofree char *said = NULL;
  gboolean good = FALSE;

  copy[300] ^= 1;
  changed = g_bytes_new_take (copy, size);
  write_file (bench->pdf, changed);
  report = seal_fixture_check (changed);
  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_CHANGED, SME_SEAL_FLAW_DIGEST);
  if (!make_nss (bench, &spec))
    return;
  said = run (&good, (const char *[]){ "pdfsig", "-nssdir", spec, bench->pdf, NULL });
  if (said != NULL)
    assert_says (said, "Digest Mismatch");
}

static void
add (const char *name, SmeSealKeyKind kind, void (*test) (Bench *, gconstpointer))
{
  g_autofree char *path =
    g_strdup_printf ("/seal-judges/%s-%s", kind == SME_SEAL_KEY_ECDSA_P256 ? "ecdsa" : "rsa", name);

  g_test_add (path, Bench, GINT_TO_POINTER (kind), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  static const SmeSealKeyKind kinds[] = { SME_SEAL_KEY_ECDSA_P256, SME_SEAL_KEY_RSA_2048 };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      add ("pdfsig-trusts", kinds[i], test_pdfsig);
      add ("mutool-sees-no-change", kinds[i], test_mutool);
      add ("qpdf-finds-no-error", kinds[i], test_qpdf);
      add ("openssl-verifies-cades", kinds[i], test_openssl);
      add ("openssl-verifies-timestamp", kinds[i], test_openssl_timestamp);
      add ("all-agree-on-compressed-file", kinds[i], test_compressed_file);
      add ("pdfsig-sees-change", kinds[i], test_pdfsig_sees_change);
    }
  return g_test_run ();
}
