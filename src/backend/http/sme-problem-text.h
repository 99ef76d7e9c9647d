/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-problem.h"

G_BEGIN_DECLS

/**
 * SmeProblemText:
 *
 * What problem answers say to people, for clients that have no words of their own for a code:
 * @title is the same for each code (RFC 9457, section 3.1.3), @detail says what it means and what
 * to do. Nothing in them is about the person or the request.
 */
typedef struct
{
  const char *title;
  const char *detail;
} SmeProblemText;

/**
 * sme_problem_text_find:
 * @code: one that a server may answer; any other is taken for %SME_PROBLEM_INTERNAL
 * @language: "vi" or "en", as sme_letter_pick_language() gives it
 *
 * Returns: (transfer none): static
 */
const SmeProblemText *sme_problem_text_find (SmeProblemCode code, const char *language);

G_END_DECLS
