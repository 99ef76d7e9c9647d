/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_DOSSIER_MESSAGE (sme_dossier_message_get_type ())
SME_DECLARE_RECORD (SmeDossierMessage, sme_dossier_message, DOSSIER_MESSAGE)

/**
 * SmeDossierMessage:
 *
 * What the customer or the operator wrote about a dossier ("Đàm phán", acceptance A61). With
 * attachment_name there is a file, of attachment_type and so many bytes. read_at: when the other
 * side saw it.
 */

G_END_DECLS
