/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-path.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_TYPED_SIGNATURE (sme_typed_signature_get_type ())
G_DECLARE_FINAL_TYPE (SmeTypedSignature, sme_typed_signature, SME, TYPED_SIGNATURE, GtkWidget)

/**
 * SmeTypedSignature:
 *
 * A typed name on the same paper as a drawn signature, as it will be in the document: the outline
 * that is sent. Its owner gives it an accessible name.
 */
GtkWidget *sme_typed_signature_new (void);

/* @outline: (nullable): copied; laid out in the box of sme-signature-record.h */
void sme_typed_signature_set_outline (SmeTypedSignature *self, const SmeInkPath *outline);
const SmeInkPath *sme_typed_signature_get_outline (SmeTypedSignature *self);

G_END_DECLS
