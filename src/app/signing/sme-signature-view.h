/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-image.h"
#include "ink/sme-ink-path.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_SIGNATURE_VIEW (sme_signature_view_get_type ())
G_DECLARE_FINAL_TYPE (SmeSignatureView, sme_signature_view, SME, SIGNATURE_VIEW, GtkWidget)

/**
 * SmeSignatureView:
 *
 * A typed name or a picture on the same paper as a drawn signature, as it will be in the document:
 * what is sent, as it is sent. Its owner gives it an accessible name.
 */
GtkWidget *sme_signature_view_new (void);

/* @outline: (nullable): copied; laid out in the box of sme-signature-record.h */
void sme_signature_view_set_outline (SmeSignatureView *self, const SmeInkPath *outline);
const SmeInkPath *sme_signature_view_get_outline (SmeSignatureView *self);

/* @image: (nullable) */
void sme_signature_view_set_image (SmeSignatureView *self, SmeInkImage *image);
SmeInkImage *sme_signature_view_get_image (SmeSignatureView *self);

G_END_DECLS
