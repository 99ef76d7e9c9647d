/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-data-export.h"
#include "core/sme-operations.h"

G_BEGIN_DECLS

/**
 * SmeTakenPaper:
 * @op: that answers it for @id
 * @name: of its file
 * @sha256: (nullable): where something is said of it
 *
 * A file that is taken along beside the data of an account: a document, a record of evidence, an
 * invoice, or what came with a message. The answer with the data could not hold them all.
 */
typedef struct
{
  SmeOperationId op;
  char *id;
  char *name;
  char *sha256;
} SmeTakenPaper;

/* Returns: (transfer full) (element-type SmeTakenPaper): all that @data names */
GPtrArray *sme_taken_paper_list (SmeDataExport *data);

G_END_DECLS
