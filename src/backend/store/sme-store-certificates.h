/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-orders.h"

G_BEGIN_DECLS

/* An activation code lives a week and takes five wrong entries; the next one can be had a minute
 * after it. All in milliseconds. */
#define SME_CERTIFICATE_CODE_LIFE (7 * 24 * G_GINT64_CONSTANT (3600000))
#define SME_CERTIFICATE_CODE_PAUSE G_GINT64_CONSTANT (60000)
#define SME_CERTIFICATE_CODE_TRIES 5

/**
 * SmeStoredCertificate:
 *
 * The certificate of an order as the wire shows it, and what only the backend knows of it.
 */
typedef struct
{
  SmeCertificate *record;
  char *code_hash;
  gint64 code_sent_at;
  gint64 code_wrong;
  gint64 version;
} SmeStoredCertificate;

void sme_stored_certificate_free (SmeStoredCertificate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeStoredCertificate, sme_stored_certificate_free)

/* NULL with SME_PROBLEM_NOT_FOUND while no code was sent. */
SmeStoredCertificate *
sme_store_find_certificate (SmeCall *call, SmeStoredOrder *order, GError **error);
gboolean sme_store_has_certificate (SmeCall *call, const char *order_id, GError **error);

/* In the state code_sent. */
gboolean sme_store_insert_certificate (SmeCall *call, const char *order_id, GError **error);

/* Makes @code the one that counts, with all its tries; the one before is void. */
gboolean sme_store_set_certificate_code (SmeCall *call,
                                         const char *order_id,
                                         const char *code,
                                         GError **error);
gboolean sme_store_check_certificate_code (SmeCall *call,
                                           SmeStoredOrder *order,
                                           SmeStoredCertificate *certificate,
                                           const char *code);
gboolean sme_store_count_wrong_code (SmeCall *call, const char *order_id, GError **error);

/* The state that it is in now was reached now. */
gboolean sme_store_stamp_certificate (SmeCall *call, const char *order_id, GError **error);

/* Dates are yyyymmdd; the last one is the last day. */
gboolean sme_store_set_certificate_term (SmeCall *call,
                                         const char *order_id,
                                         int valid_from,
                                         int valid_until,
                                         GError **error);
gboolean sme_store_set_refusal (SmeCall *call,
                                const char *order_id,
                                SmeRefusalRequest *refusal,
                                GError **error);

G_END_DECLS
