/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-dossier-message-input.h"
#include "core/sme-dossier-message.h"
#include "core/sme-enums.h"

G_BEGIN_DECLS

/* The messages of a dossier; who may see the dossier is the caller's to ask first. */

/* @type, @content: (nullable): of the attachment, checked. Returns the new message's id. */
char *sme_store_insert_dossier_message (SmeCall *call,
                                        const char *dossier_id,
                                        SmeMessageAuthor author,
                                        SmeDossierMessageInput *input,
                                        const char *type,
                                        GBytes *content,
                                        GError **error);

/* Oldest first. */
GListModel *sme_store_list_dossier_messages (SmeCall *call, const char *dossier_id, GError **error);
/* Of all dossiers of an account, for its holder. */
GListModel *sme_store_list_messages_of (SmeCall *call, const char *account_id, GError **error);
SmeDossierMessage *sme_store_find_dossier_message (SmeCall *call, const char *id, GError **error);

/* Returns: (transfer full): the attachment; %SME_PROBLEM_NOT_FOUND if there is none */
GBytes *sme_store_read_attachment (SmeCall *call, const char *message_id, GError **error);

/* What @author's counterpart has seen by now; says whether that changed anything. */
gboolean sme_store_read_dossier_messages (SmeCall *call,
                                          const char *dossier_id,
                                          SmeMessageAuthor author,
                                          gboolean *changed,
                                          GError **error);

/* How many of the operator's the customer has not seen. */
gboolean sme_store_count_unread (SmeCall *call, const char *dossier_id, gint64 *n, GError **error);

G_END_DECLS
