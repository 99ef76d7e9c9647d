/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_DOSSIER_MESSAGE_INPUT (sme_dossier_message_input_get_type ())
SME_DECLARE_RECORD (SmeDossierMessageInput, sme_dossier_message_input, DOSSIER_MESSAGE_INPUT)

/**
 * SmeDossierMessageInput:
 *
 * A message about a dossier, as it is sent.
 */

G_END_DECLS
