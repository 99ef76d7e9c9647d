/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-field.h"
#include "backend/paper/sme-paper-provider.h"
#include "core/sme-enums.h"
#include "core/sme-order.h"

G_BEGIN_DECLS

/* The version of the template, printed on every page and to be kept with the document. */
#define SME_PAPER_CONTRACT_VERSION "2"

/**
 * SmePaperContract:
 * @order: with its plan, quote and profile, as declared; not used by another thread meanwhile
 * @customer_type: whom the order is for
 * @address_line: the declared address in one line, with the names of its divisions
 * @provider: (nullable): side B; %NULL is the provider of the demonstration
 * @drawn_at: the time that the contract states, in milliseconds since the epoch
 * @demonstration: every page says "BẢN TRÌNH DIỄN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
 *
 * What a service contract is drawn from.
 */
typedef struct
{
  SmeOrder *order;
  SmeCustomerType customer_type;
  const char *address_line;
  const SmePaperProvider *provider;
  gint64 drawn_at;
  gboolean demonstration;
} SmePaperContract;

/**
 * sme_paper_draw_contract:
 * @field: (out) (optional): where the customer signs
 *
 * Draws the contract on the provision and use of VNPT SmartCA. A pure function: the same input
 * makes the same bytes, on any thread. Declared data stand in it as they were declared, but for
 * line breaks, which may fall within a long word.
 *
 * Returns: (transfer full) (nullable): a PDF 1.4, or %NULL with an error of %SME_PAPER_ERROR
 */
GBytes *
sme_paper_draw_contract (const SmePaperContract *contract, SmePaperField *field, GError **error);

G_END_DECLS
