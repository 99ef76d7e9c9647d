/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SME_TYPE_SEAL_CERTIFICATE (sme_seal_certificate_get_type ())

/**
 * SmeSealCertificate:
 *
 * An X.509 certificate, reference counted and never changed.
 */
typedef struct _SmeSealCertificate SmeSealCertificate;

GType sme_seal_certificate_get_type (void);

/**
 * sme_seal_certificate_list_from_pem:
 * @pem: one or more certificates; other PEM blocks are passed over
 * @error: return location for a #SmeSealError
 *
 * Returns: (transfer full) (element-type SmeSealCertificate): the certificates in their order;
 *   %NULL if there is none or one is not readable
 */
GPtrArray *sme_seal_certificate_list_from_pem (GBytes *pem, GError **error);

SmeSealCertificate *sme_seal_certificate_ref (SmeSealCertificate *self);
void sme_seal_certificate_unref (SmeSealCertificate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSealCertificate, sme_seal_certificate_unref)

/* Whole names in the manner of RFC 2253, as UTF-8: for people, not for comparing. */
char *sme_seal_certificate_dup_subject (SmeSealCertificate *self);
char *sme_seal_certificate_dup_issuer (SmeSealCertificate *self);

/* Returns: (transfer full): the common name, or the whole subject where there is none */
char *sme_seal_certificate_dup_name (SmeSealCertificate *self);
char *sme_seal_certificate_dup_serial (SmeSealCertificate *self); /* upper-case hexadecimal */
GDateTime *sme_seal_certificate_get_not_before (SmeSealCertificate *self); /* transfer full */
GDateTime *sme_seal_certificate_get_not_after (SmeSealCertificate *self);  /* transfer full */
char *sme_seal_certificate_to_pem (SmeSealCertificate *self);
gboolean sme_seal_certificate_equal (SmeSealCertificate *a, SmeSealCertificate *b);

/* For the rest of this room. new_from_x509 takes a reference of its own. */
struct x509_st;
SmeSealCertificate *sme_seal_certificate_new_from_x509 (struct x509_st *x509);
struct x509_st *sme_seal_certificate_get_x509 (SmeSealCertificate *self);

G_END_DECLS
