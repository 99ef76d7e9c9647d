/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-authority.h"
#include "seal/sme-seal-check.h"
#include "seal/sme-seal-stamper.h"
#include "seal/sme-seal.h"

G_BEGIN_DECLS

/* A PDF 1.4 with classic cross-reference tables, as the contracts are. */
GBytes *seal_fixture_make_pdf (guint pages);

/* One page in a file with an object stream and a cross-reference stream, both deflated. */
GBytes *seal_fixture_make_stream_pdf (void);

/* The name of the field that seal_fixture_prepare() makes. */
#define SEAL_FIXTURE_FIELD "customer"

GBytes *seal_fixture_prepare (GBytes *pdf, const char *name, guint page);

/* What the tests sign with; made once per process and kind. */
SmeSealSigner *seal_fixture_get_authority (void);
SmeSealSigner *seal_fixture_get_signer (SmeSealKeyKind kind);

/* Fills @request with a name, a reason and a drawn appearance for @field. */
void seal_fixture_fill_request (SmeSealRequest *request, const char *field);
void seal_fixture_clear_request (SmeSealRequest *request);

/* Prepares and signs, certifying; the most common fixture. */
GBytes *seal_fixture_sign (GBytes *prepared, const char *field, SmeSealSigner *signer);
GBytes *seal_fixture_make_signed (SmeSealKeyKind kind);

/* Checks, trusting the authority above. */
SmeSealReport *seal_fixture_check (GBytes *pdf);
SmeSealSignature *seal_fixture_get_only (SmeSealReport *report);
void
seal_fixture_assert (SmeSealReport *report, guint index, SmeSealVerdict verdict, SmeSealFlaw flaw);

/* A copy of @bytes with @with in place of the first @what after @from. */
GBytes *seal_fixture_replace (GBytes *bytes, gsize from, const char *what, const char *with);

/* Offset of the last @what in @bytes; fails the test if there is none. */
gsize seal_fixture_find_last (GBytes *bytes, const char *what);

/* @bytes with @text after them. */
GBytes *seal_fixture_append (GBytes *bytes, const char *text);

G_END_DECLS
