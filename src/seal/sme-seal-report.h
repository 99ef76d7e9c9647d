/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-signature.h"

G_BEGIN_DECLS

#define SME_TYPE_SEAL_REPORT (sme_seal_report_get_type ())

/**
 * SmeSealReport:
 *
 * What sme_seal_check() found in a file. Reference counted and never changed; keeps the file's
 * bytes alive.
 */
typedef struct _SmeSealReport SmeSealReport;

GType sme_seal_report_get_type (void);
SmeSealReport *sme_seal_report_ref (SmeSealReport *self);
void sme_seal_report_unref (SmeSealReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSealReport, sme_seal_report_unref)

/* The signatures in the order in which they are in the file. */
guint sme_seal_report_get_n_signatures (SmeSealReport *self);
SmeSealSignature *sme_seal_report_get_signature (SmeSealReport *self, guint index);

/* Whether something was added to the file after the last trusted signature. If none is trusted,
 * after any intact one: a stranger who adds something and signs it must not look like the end.
 * Document timestamps do not count, since they vouch for no content. */
gboolean sme_seal_report_is_extended_after_signature (SmeSealReport *self);

/* Returns: (transfer full) (nullable): the file as it was when signature @index was made; %NULL if
 *   its signed range makes no sense */
GBytes *sme_seal_report_get_revision (SmeSealReport *self, guint index);

/* For the checker. Takes references of its own. */
SmeSealReport *sme_seal_report_new (GBytes *pdf, GPtrArray *signatures);

G_END_DECLS
