/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-certificate.h"

#include "seal/sme-seal-error.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

/* RFC 2253 order and escapes, but UTF-8 as it is. */
#define NAME_FLAGS (XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB)

struct _SmeSealCertificate
{
  X509 *x509;
};

G_DEFINE_BOXED_TYPE (SmeSealCertificate,
                     sme_seal_certificate,
                     sme_seal_certificate_ref,
                     sme_seal_certificate_unref)

SmeSealCertificate *
sme_seal_certificate_new_from_x509 (X509 *x509)
{
  SmeSealCertificate *self = g_atomic_rc_box_new0 (SmeSealCertificate);

  X509_up_ref (x509);
  self->x509 = x509;
  return self;
}

SmeSealCertificate *
sme_seal_certificate_ref (SmeSealCertificate *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
certificate_clear (gpointer data)
{
  X509_free (((SmeSealCertificate *) data)->x509);
}

void
sme_seal_certificate_unref (SmeSealCertificate *self)
{
  g_atomic_rc_box_release_full (self, certificate_clear);
}

X509 *
sme_seal_certificate_get_x509 (SmeSealCertificate *self)
{
  return self->x509;
}

/* Never asks on the terminal, as OpenSSL does by default. */
static int
on_password (char *buffer, int size, int writing, void *data)
{
  return -1;
}

GPtrArray *
sme_seal_certificate_list_from_pem (GBytes *pem, GError **error)
{
  gsize size = 0;
  const void *data = g_bytes_get_data (pem, &size);
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sme_seal_certificate_unref);
  BIO *bio = size <= G_MAXINT ? BIO_new_mem_buf (data, (int) size) : NULL;
  X509 *x509;

  while (bio != NULL && (x509 = PEM_read_bio_X509 (bio, NULL, on_password, NULL)) != NULL)
    {
      g_ptr_array_add (list, sme_seal_certificate_new_from_x509 (x509));
      X509_free (x509);
    }
  BIO_free (bio);
  if (list->len == 0 || ERR_GET_REASON (ERR_peek_last_error ()) != PEM_R_NO_START_LINE)
    {
      sme_seal_error_from_openssl (error, SME_SEAL_ERROR_CERTIFICATE, "No readable certificate");
      return NULL;
    }
  ERR_clear_error ();
  return g_steal_pointer (&list);
}

/* Takes @bio; what was written to it as a string. */
static char *
bio_to_string (BIO *bio)
{
  char *data = NULL;
  long size = BIO_get_mem_data (bio, &data);
  char *text = g_strndup (data != NULL ? data : "", (gsize) MAX (size, 0));

  BIO_free (bio);
  return text;
}

static char *
name_to_string (const X509_NAME *name)
{
  BIO *bio = BIO_new (BIO_s_mem ());
  g_autofree char *text = NULL;

  X509_NAME_print_ex (bio, name, 0, NAME_FLAGS);
  text = bio_to_string (bio);
  return g_utf8_make_valid (text, -1);
}

char *
sme_seal_certificate_dup_subject (SmeSealCertificate *self)
{
  return name_to_string (X509_get_subject_name (self->x509));
}

char *
sme_seal_certificate_dup_issuer (SmeSealCertificate *self)
{
  return name_to_string (X509_get_issuer_name (self->x509));
}

char *
sme_seal_certificate_dup_name (SmeSealCertificate *self)
{
  const X509_NAME *subject = X509_get_subject_name (self->x509);
  int index = X509_NAME_get_index_by_NID (subject, NID_commonName, -1);
  unsigned char *utf8 = NULL;
  char *text;
  int size;

  if (index < 0)
    return sme_seal_certificate_dup_subject (self);
  size =
    ASN1_STRING_to_UTF8 (&utf8, X509_NAME_ENTRY_get_data (X509_NAME_get_entry (subject, index)));
  if (size < 0)
    return sme_seal_certificate_dup_subject (self);
  text = g_utf8_make_valid ((const char *) utf8, size);
  OPENSSL_free (utf8);
  return text;
}

char *
sme_seal_certificate_dup_serial (SmeSealCertificate *self)
{
  BIGNUM *number = ASN1_INTEGER_to_BN (X509_get0_serialNumber (self->x509), NULL);
  char *hex = number != NULL ? BN_bn2hex (number) : NULL;
  char *text = g_strdup (hex != NULL ? hex : "");

  OPENSSL_free (hex);
  BN_free (number);
  return text;
}

static GDateTime *
time_from_asn1 (const ASN1_TIME *time)
{
  struct tm tm = { 0 };

  if (ASN1_TIME_to_tm (time, &tm) != 1)
    return g_date_time_new_from_unix_utc (0);
  return g_date_time_new_utc (tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
                              tm.tm_sec);
}

GDateTime *
sme_seal_certificate_get_not_before (SmeSealCertificate *self)
{
  return time_from_asn1 (X509_get0_notBefore (self->x509));
}

GDateTime *
sme_seal_certificate_get_not_after (SmeSealCertificate *self)
{
  return time_from_asn1 (X509_get0_notAfter (self->x509));
}

char *
sme_seal_certificate_to_pem (SmeSealCertificate *self)
{
  BIO *bio = BIO_new (BIO_s_mem ());

  PEM_write_bio_X509 (bio, self->x509);
  return bio_to_string (bio);
}

gboolean
sme_seal_certificate_equal (SmeSealCertificate *a, SmeSealCertificate *b)
{
  return X509_cmp (a->x509, b->x509) == 0;
}
