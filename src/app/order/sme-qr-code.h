/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_QR_CODE (sme_qr_code_get_type ())
G_DECLARE_FINAL_TYPE (SmeQrCode, sme_qr_code, SME, QR_CODE, GtkWidget)

/**
 * SmeQrCode:
 *
 * Text as a QR code, black on white in both themes with the quiet zone the standard asks for, so
 * that a camera reads it. At least 240 CSS pixels. Property "text".
 */
GtkWidget *sme_qr_code_new (void);
void sme_qr_code_set_text (SmeQrCode *self, const char *text);

G_END_DECLS
