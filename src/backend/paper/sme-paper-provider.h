/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-values.h"

G_BEGIN_DECLS

/**
 * SmePaperProvider:
 * @name: as it stands on its papers
 * @tax_code, @address, @representative, @position, @email: (nullable): what there is of it
 * @hotline: what a document says about whom to call
 *
 * Who provides the service: side B of a contract.
 */
typedef struct
{
  const char *name;
  const char *tax_code;
  const char *address;
  const char *representative;
  const char *position;
  const char *email;
  const char *hotline;
} SmePaperProvider;

/* The provider of the demonstration, which is nobody; says first that the order exists on this
 * computer only. */
const SmePaperProvider *sme_paper_provider_get_demonstration (void);

/* Sets provider_name, provider_tax_code ... hotline. */
void sme_paper_provider_describe (const SmePaperProvider *self, SmePaperValues *values);

G_END_DECLS
