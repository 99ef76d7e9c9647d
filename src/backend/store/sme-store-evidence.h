/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-dossiers.h"
#include "core/sme-evidence.h"

G_BEGIN_DECLS

/* @evidence gets the hash of @content, its sealed file. */
gboolean
sme_store_insert_evidence (SmeCall *call, SmeEvidence *evidence, GBytes *content, GError **error);

/* Of a dossier that the caller may see: NOT_FOUND before it is completed, and for one completed
 * before there was evidence. @content: (out) (optional) (transfer full) */
SmeEvidence *
sme_store_find_evidence (SmeCall *call, const char *dossier_id, GBytes **content, GError **error);

/* Of all dossiers of an account, oldest first, without the files. */
GListModel *sme_store_list_evidence (SmeCall *call, const char *account_id, GError **error);

G_END_DECLS
