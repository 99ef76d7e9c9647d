/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-answer.h"
#include "core/sme-operations.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The files of the catalog cache: plain functions, for any thread. */

/* (nullable): where the answer to a call is kept, in @folder; NULL for what is not the catalog's.
 * @id, @query: (nullable) */
char *sme_catalog_disk_make_path (const char *folder,
                                  SmeOperationId op,
                                  const char *id,
                                  SmeRecord *query);

/* (transfer full): what of @answer is kept: nothing of the person's own. */
JsonNode *sme_catalog_disk_make_node (SmeOperationId op, SmeAnswer *answer);

/* Lists of services are put together; a service is found by each of its two ids then. */
void sme_catalog_disk_write (const char *path, SmeOperationId op, JsonNode *node);

/* (transfer full) (nullable): the answer that was kept; of the services those that @query asks for.
 */
SmeAnswer *sme_catalog_disk_read (const char *path, SmeOperationId op, SmeRecord *query);

G_END_DECLS
