/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_DOCUMENT_INFO (sme_document_info_get_type ())
SME_DECLARE_RECORD (SmeDocumentInfo, sme_document_info, DOCUMENT_INFO)

/**
 * SmeDocumentInfo:
 *
 * A document of a dossier; hash and size are those of the bytes served now.
 */

G_END_DECLS
