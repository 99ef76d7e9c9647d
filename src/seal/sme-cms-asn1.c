/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-cms-asn1.h"

/* clang-format off: these are tables in the form OpenSSL's macros want them. */

ASN1_SEQUENCE (SmeCmsIssuerAndSerial) = {
  ASN1_SIMPLE (SmeCmsIssuerAndSerial, issuer, X509_NAME),
  ASN1_SIMPLE (SmeCmsIssuerAndSerial, serial, ASN1_INTEGER),
} static_ASN1_SEQUENCE_END (SmeCmsIssuerAndSerial)

ASN1_SEQUENCE (SmeCmsSignerInfo) = {
  ASN1_EMBED (SmeCmsSignerInfo, version, INT32),
  ASN1_SIMPLE (SmeCmsSignerInfo, sid, SmeCmsIssuerAndSerial),
  ASN1_SIMPLE (SmeCmsSignerInfo, digest_algorithm, X509_ALGOR),
  ASN1_IMP_SET_OF (SmeCmsSignerInfo, signed_attributes, X509_ATTRIBUTE, 0),
  ASN1_SIMPLE (SmeCmsSignerInfo, signature_algorithm, X509_ALGOR),
  ASN1_SIMPLE (SmeCmsSignerInfo, signature, ASN1_OCTET_STRING),
  ASN1_IMP_SET_OF_OPT (SmeCmsSignerInfo, unsigned_attributes, X509_ATTRIBUTE, 1),
} ASN1_SEQUENCE_END (SmeCmsSignerInfo)

ASN1_SEQUENCE (SmeCmsEncapsulated) = {
  ASN1_SIMPLE (SmeCmsEncapsulated, type, ASN1_OBJECT),
} static_ASN1_SEQUENCE_END (SmeCmsEncapsulated)

ASN1_SEQUENCE (SmeCmsSignedData) = {
  ASN1_EMBED (SmeCmsSignedData, version, INT32),
  ASN1_SET_OF (SmeCmsSignedData, digest_algorithms, X509_ALGOR),
  ASN1_SIMPLE (SmeCmsSignedData, encapsulated, SmeCmsEncapsulated),
  ASN1_IMP_SET_OF_OPT (SmeCmsSignedData, certificates, X509, 0),
  ASN1_SET_OF (SmeCmsSignedData, signer_infos, SmeCmsSignerInfo),
} static_ASN1_SEQUENCE_END (SmeCmsSignedData)

ASN1_SEQUENCE (SmeCmsContentInfo) = {
  ASN1_SIMPLE (SmeCmsContentInfo, type, ASN1_OBJECT),
  ASN1_EXP (SmeCmsContentInfo, content, SmeCmsSignedData, 0),
} ASN1_SEQUENCE_END (SmeCmsContentInfo)

ASN1_SEQUENCE (SmeCmsCertificateId) = {
  ASN1_OPT (SmeCmsCertificateId, hash_algorithm, X509_ALGOR),
  ASN1_SIMPLE (SmeCmsCertificateId, hash, ASN1_OCTET_STRING),
  ASN1_OPT (SmeCmsCertificateId, issuer_serial, ASN1_ANY),
} ASN1_SEQUENCE_END (SmeCmsCertificateId)

ASN1_SEQUENCE (SmeCmsSigningCertificate) = {
  ASN1_SEQUENCE_OF (SmeCmsSigningCertificate, certificates, SmeCmsCertificateId),
  ASN1_OPT (SmeCmsSigningCertificate, policies, ASN1_ANY),
} ASN1_SEQUENCE_END (SmeCmsSigningCertificate)

ASN1_ITEM_TEMPLATE (SmeCmsAttributes) =
  ASN1_EX_TEMPLATE_TYPE (ASN1_TFLG_SET_ORDER, 0, attributes, X509_ATTRIBUTE)
ASN1_ITEM_TEMPLATE_END (SmeCmsAttributes)
