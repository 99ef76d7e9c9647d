/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-pdf-file.h"
#include "seal/sme-seal-signature.h"

G_BEGIN_DECLS

/**
 * SmeSealCandidate:
 * @offset: where the object begins
 * @number: its object number
 * @dict: (nullable): its value
 * @hole_start: first byte of /Contents, with its brackets
 * @hole_end: the byte after it
 * @end: the end of the signed revision; 0 as long as the range is not known to be sound
 * @cms: (nullable): the cryptographic message without its padding
 * @result: what is found out
 *
 * An object of a PDF file that may be a signature. Inside this room only.
 */
typedef struct
{
  gsize offset;
  guint32 number;
  SmePdfObject *dict;
  gsize hole_start;
  gsize hole_end;
  gsize end;
  GBytes *cms;
  SmeSealSignature *result;
} SmeSealCandidate;

/* What candidates are judged by; nothing is owned. @file is %NULL if it cannot be read. */
typedef struct
{
  GBytes *pdf;
  SmePdfFile *file;
  GPtrArray *trusted;
  GDateTime *now;
} SmeSealContext;

/* Reads the object at @offset of @pdf into a candidate filled with zeros. */
void sme_seal_candidate_read (SmeSealCandidate *self, GBytes *pdf, gsize offset);
void sme_seal_candidate_clear (SmeSealCandidate *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmeSealCandidate, sme_seal_candidate_clear)

/* Finds everything out: structure first, cryptography last. */
void sme_seal_candidate_judge (SmeSealCandidate *self, const SmeSealContext *context);

/* Signatures that give the reader rights, as Adobe sold them, are not signatures of a document. */
gboolean sme_seal_candidate_gives_usage_rights (const SmeSealCandidate *self);

G_END_DECLS
