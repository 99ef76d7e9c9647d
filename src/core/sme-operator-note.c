/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-operator-note.h"

static const SmeField fields[] = {
  { "note", SME_FIELD_TEXT, .max = 500 },
};

SME_DEFINE_RECORD (SmeOperatorNote, sme_operator_note, fields)
