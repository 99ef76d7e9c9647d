/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_EXPORTED_FILE (sme_exported_file_get_type ())
SME_DECLARE_RECORD (SmeExportedFile, sme_exported_file, EXPORTED_FILE)

/**
 * SmeExportedFile:
 *
 * A file of what was taken along: @name in its folder, and which operation answered it for which
 * @id; the data themselves have none.
 */

G_END_DECLS
