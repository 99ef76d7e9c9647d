/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <openssl/asn1t.h>
#include <openssl/x509.h>

/*
 * The parts of CMS (RFC 5652) and of signing-certificate-v2 (RFC 5035) that are written here.
 * OpenSSL 3.0 has them too, but CMS_sign() always adds a signingTime attribute, which PAdES
 * baseline signatures must not have (ETSI EN 319 142-1, 6.3).
 */

typedef struct
{
  X509_NAME *issuer;
  ASN1_INTEGER *serial;
} SmeCmsIssuerAndSerial;

typedef struct
{
  int32_t version;
  SmeCmsIssuerAndSerial *sid;
  X509_ALGOR *digest_algorithm;
  STACK_OF (X509_ATTRIBUTE) * signed_attributes;
  X509_ALGOR *signature_algorithm;
  ASN1_OCTET_STRING *signature;
  STACK_OF (X509_ATTRIBUTE) * unsigned_attributes; /* %NULL for none */
} SmeCmsSignerInfo;

DEFINE_STACK_OF (SmeCmsSignerInfo)

typedef struct
{
  ASN1_OBJECT *type;
} SmeCmsEncapsulated;

typedef struct
{
  int32_t version;
  STACK_OF (X509_ALGOR) * digest_algorithms;
  SmeCmsEncapsulated *encapsulated;
  STACK_OF (X509) * certificates;
  STACK_OF (SmeCmsSignerInfo) * signer_infos;
} SmeCmsSignedData;

typedef struct
{
  ASN1_OBJECT *type;
  SmeCmsSignedData *content;
} SmeCmsContentInfo;

typedef struct
{
  X509_ALGOR *hash_algorithm; /* %NULL means SHA-256 */
  ASN1_OCTET_STRING *hash;
  ASN1_TYPE *issuer_serial; /* %NULL for none; never used: the hash says it all */
} SmeCmsCertificateId;

DEFINE_STACK_OF (SmeCmsCertificateId)

typedef struct
{
  STACK_OF (SmeCmsCertificateId) * certificates;
  ASN1_TYPE *policies; /* %NULL for none */
} SmeCmsSigningCertificate;

DECLARE_ASN1_ITEM (SmeCmsSignerInfo)
DECLARE_ASN1_ITEM (SmeCmsContentInfo)
DECLARE_ASN1_ITEM (SmeCmsCertificateId)
DECLARE_ASN1_ITEM (SmeCmsSigningCertificate)

/* The attributes as they are signed: an explicit SET OF, in the order of DER (RFC 5652, 5.4). */
DECLARE_ASN1_ITEM (SmeCmsAttributes)
