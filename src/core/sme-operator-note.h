/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_OPERATOR_NOTE (sme_operator_note_get_type ())
SME_DECLARE_RECORD (SmeOperatorNote, sme_operator_note, OPERATOR_NOTE)

/**
 * SmeOperatorNote:
 *
 * What an operator says about something done without being asked; shown to the customer as it is.
 */

G_END_DECLS
