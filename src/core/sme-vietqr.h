/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SME_VIETQR_ERROR (sme_vietqr_error_quark ())
GQuark sme_vietqr_error_quark (void);

/**
 * @SME_VIETQR_ERROR_FORMAT: not built as EMVCo asks, or a field longer than allowed
 * @SME_VIETQR_ERROR_CHECKSUM: the checksum is wrong: misread or altered
 * @SME_VIETQR_ERROR_UNSUPPORTED: a sound code for something else than a VietQR transfer in đồng
 */
typedef enum
{
  SME_VIETQR_ERROR_FORMAT,
  SME_VIETQR_ERROR_CHECKSUM,
  SME_VIETQR_ERROR_UNSUPPORTED,
} SmeVietqrError;

#define SME_VIETQR_MAX_TEXT 25
#define SME_VIETQR_MAX_AMOUNT G_GINT64_CONSTANT (9999999999999)

/**
 * SmeVietqr: what a VietQR code says; sme_vietqr_parse() makes one that owns its strings (NAPAS QR
 * Format T&C 1.5.2, on EMVCo QR Code Specification for Payment Systems, merchant-presented mode). A
 * code on the screen proves no payment.
 * @bin: the bank's identification number, six digits
 * @account: account or card number, up to 19 letters and digits
 * @to_card: transfer to a card number
 * @one_time: made for this payment; else a code to be used again and again
 * @amount: in đồng, up to thirteen digits; 0 lets the payer say how much
 * @bill: (nullable): bill number    @reference: (nullable): reference label
 * @purpose: (nullable): text of the transfer; each text up to 25 ASCII characters
 */
typedef struct
{
  const char *bin;
  const char *account;
  gboolean to_card;
  gboolean one_time;
  gint64 amount;
  const char *bill;
  const char *reference;
  const char *purpose;
} SmeVietqr;

void sme_vietqr_free (SmeVietqr *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeVietqr, sme_vietqr_free)

/** sme_vietqr_build: the payload for a QR code, ASCII, new; NULL and SME_VIETQR_ERROR_FORMAT if a
 *  value does not fit. Texts lose their accents (sme_text_to_ascii()). */
char *sme_vietqr_build (const SmeVietqr *self, GError **error);

/** sme_vietqr_parse: reads a payload from anywhere; fields it does not know are skipped. NULL and
 * an SME_VIETQR_ERROR otherwise. */
SmeVietqr *sme_vietqr_parse (const char *payload, GError **error);

/** sme_vietqr_checksum: CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF) of @length bytes. */
guint16 sme_vietqr_checksum (const char *data, gsize length);

G_END_DECLS
