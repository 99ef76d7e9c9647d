/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/sme-records.h"

G_BEGIN_DECLS

/* From the shipped files, whose fields are named as on the wire, to records in one language ("vi"
 * or "en"). */
gpointer sme_catalog_make_record (GType type, JsonNode *source, const char *language);

/* With what follows from its plans: lowest price, whether it can be ordered. */
SmeService *
sme_catalog_make_service (JsonNode *source, const char *category_name, const char *language);

G_END_DECLS
