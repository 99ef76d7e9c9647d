/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-exported-file.h"

static const SmeField fields[] = {
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 255, .min = 1 },
  { "operation", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .min = 1 },
  { "id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "bytes", SME_FIELD_INTEGER, SME_FIELD_REQUIRED, .max = G_MAXINT64 },
  { "sha256", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_HASH },
};

SME_DEFINE_RECORD (SmeExportedFile, sme_exported_file, fields)
