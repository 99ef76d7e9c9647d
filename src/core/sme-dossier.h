/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_DOSSIER (sme_dossier_get_type ())
SME_DECLARE_RECORD (SmeDossier, sme_dossier, DOSSIER)

/**
 * SmeDossier:
 *
 * A set of documents to sign or signed.
 */

G_END_DECLS
