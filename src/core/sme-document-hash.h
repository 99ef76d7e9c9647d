/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_DOCUMENT_HASH (sme_document_hash_get_type ())
SME_DECLARE_RECORD (SmeDocumentHash, sme_document_hash, DOCUMENT_HASH)

/**
 * SmeDocumentHash:
 *
 * What the person was shown: a document and the hash of its bytes.
 */

G_END_DECLS
