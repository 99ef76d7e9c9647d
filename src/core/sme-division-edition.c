/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-division-edition.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "edition", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_edition_get_type },
  { "dated", SME_FIELD_DATE, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeDivisionEdition, sme_division_edition, fields)
