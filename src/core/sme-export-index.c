/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-export-index.h"

#include "core/sme-exported-file.h"

static const SmeField fields[] = {
  { "generated_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "files", SME_FIELD_LIST, .max = 100000, .type = sme_exported_file_get_type },
};

SME_DEFINE_RECORD (SmeExportIndex, sme_export_index, fields)
