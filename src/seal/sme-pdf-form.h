/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-pdf-file.h"

G_BEGIN_DECLS

/**
 * SmePdfField:
 * @name: its full name, parts joined by full stops (ISO 32000-1, 12.7.3.2), as UTF-8
 * @number: its object number; 0 if it is written inside another object
 * @dict: its dictionary
 * @is_signature: whether its type, own or inherited, is Sig
 * @value: (nullable): its value, own or inherited, not resolved
 */
typedef struct
{
  char *name;
  guint32 number;
  SmePdfObject *dict;
  gboolean is_signature;
  SmePdfObject *value;
} SmePdfField;

/* Returns: (transfer full) (element-type SmePdfField): the fields of the interactive form */
GPtrArray *sme_pdf_form_list (SmePdfFile *file);

/* Returns: (nullable): the field called @name in @fields */
const SmePdfField *sme_pdf_form_find (GPtrArray *fields, const char *name);

/* Whether @field is a signature field that holds something. */
gboolean sme_pdf_field_is_signed (const SmePdfField *field);

/* Permission level of the document's certification (12.8.2.2): 1 to 3, or 0 if there is none; and
 * in @signature (nullable) the number of the signature that certifies, 0 if it has none. */
guint sme_pdf_form_get_certification (SmePdfFile *file, guint32 *signature);

G_END_DECLS
