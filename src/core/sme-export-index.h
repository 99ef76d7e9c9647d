/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_EXPORT_INDEX (sme_export_index_get_type ())
SME_DECLARE_RECORD (SmeExportIndex, sme_export_index, EXPORT_INDEX)

/**
 * SmeExportIndex:
 *
 * What was taken along of the account's data, file by file, as it was saved. @generated_at is when
 * the server gave the data. Written last: a folder without it is not whole.
 */

G_END_DECLS
