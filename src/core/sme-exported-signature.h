/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_EXPORTED_SIGNATURE (sme_exported_signature_get_type ())
SME_DECLARE_RECORD (SmeExportedSignature, sme_exported_signature, EXPORTED_SIGNATURE)

/**
 * SmeExportedSignature:
 *
 * A signature as it was given, stroke by stroke, with the dossier that it stands in.
 */

G_END_DECLS
