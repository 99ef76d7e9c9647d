/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-people.h"

#include "core/sme-profile.h"

static const SmeField fields[] = {
  { "profiles", SME_FIELD_LIST, SME_FIELD_REQUIRED, .type = sme_profile_get_type },
};

SME_DEFINE_RECORD (SmePeople, sme_people, fields)
