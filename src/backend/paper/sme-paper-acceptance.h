/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-field.h"
#include "backend/paper/sme-paper-provider.h"
#include "core/sme-certificate.h"
#include "core/sme-enums.h"
#include "core/sme-order.h"

G_BEGIN_DECLS

/* The version of the template, printed on every page and to be kept with the document. */
#define SME_PAPER_ACCEPTANCE_VERSION "2"

/**
 * SmePaperAcceptance:
 * @order: with its plan, quote and profile, as declared; not used by another thread meanwhile
 * @certificate: issued
 * @customer_type: whom the order is for
 * @address_line: the declared address in one line, with the names of its divisions
 * @provider: (nullable): side B; %NULL is the provider of the demonstration
 * @contract_signed_at: when the contract was sealed, in milliseconds since the epoch
 * @drawn_at: the time that the record states
 * @demonstration: every page says "BẢN TRÌNH DIỄN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
 *
 * What an acceptance record ("Biên bản nghiệm thu") is drawn from.
 */
typedef struct
{
  SmeOrder *order;
  SmeCertificate *certificate;
  SmeCustomerType customer_type;
  const char *address_line;
  const SmePaperProvider *provider;
  gint64 contract_signed_at;
  gint64 drawn_at;
  gboolean demonstration;
} SmePaperAcceptance;

/**
 * sme_paper_draw_acceptance:
 * @field: (out) (optional): where the customer signs
 *
 * Draws the record that the service was delivered and works. A pure function, as
 * sme_paper_draw_contract().
 *
 * Returns: (transfer full) (nullable): a PDF 1.4, or %NULL with an error of %SME_PAPER_ERROR
 *   (INCOMPLETE for a certificate that is not issued)
 */
GBytes *sme_paper_draw_acceptance (const SmePaperAcceptance *acceptance,
                                   SmePaperField *field,
                                   GError **error);

G_END_DECLS
