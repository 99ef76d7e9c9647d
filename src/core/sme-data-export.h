/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_DATA_EXPORT (sme_data_export_get_type ())
SME_DECLARE_RECORD (SmeDataExport, sme_data_export, DATA_EXPORT)

/**
 * SmeDataExport:
 *
 * Everything that is held about the account, to take along. The documents that the dossiers list
 * are fetched apart, each as it was signed.
 */

G_END_DECLS
