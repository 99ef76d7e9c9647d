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

/* (transfer full) (nullable): what one of the files has; NULL where there is none, or only a part.
 */
JsonNode *sme_catalog_disk_read_node (const char *path);

/* (transfer full) (element-type utf8): the ids of those of @services, a list as it is kept, that
 * are not kept each by itself, whose card was another one then, or which were kept more than a week
 * ago.
 */
GPtrArray *sme_catalog_disk_list_missing (const char *folder, JsonNode *services);

/* Services that were not kept for longest go, as far as all take up more than 32 MB. */
void sme_catalog_disk_prune (const char *folder);

/* (transfer full) (nullable): the answer that was kept; of the services those that @query asks for.
 */
SmeAnswer *sme_catalog_disk_read (const char *path, SmeOperationId op, SmeRecord *query);

G_END_DECLS
