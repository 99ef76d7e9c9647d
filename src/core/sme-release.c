/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-release.h"

static const SmeField fields[] = {
  { "version", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "released_on", SME_FIELD_DATE },
  { "notes", SME_FIELD_TEXT, .max = 2000, .format = SME_TEXT_MULTILINE },
};

SME_DEFINE_RECORD (SmeRelease, sme_release, fields)
