/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"
#include "client/sme-caller.h"
#include "core/sme-case.h"
#include "core/sme-enums.h"

G_BEGIN_DECLS

/**
 * SmeCasePlace:
 * @caller: who takes cases: the shop those of its orders, eContract those of a dossier
 * @id: of the order or the dossier
 *
 * Where a case is told. Borrows.
 */
typedef struct
{
  SmeCaller *caller;
  SmeOperationId open;
  SmeOperationId list;
  const char *id;
} SmeCasePlace;

SmeCasePlace sme_case_place_of_order (SmePage *page, const char *order_id);
/* For a holder who was invited: the order is the buyer's. */
SmeCasePlace sme_case_place_of_dossier (SmeCaller *econtract, const char *dossier_id);

/* After the person has seen the number. */
typedef void (*SmeCaseFunc) (SmePage *page, SmeCase *opened);

/**
 * sme_case_dialog_present:
 * @page: where it is asked; when it has gone, the answer is dropped
 * @heading, @body: what the case is about, and what the support will do
 * @opened: (nullable)
 *
 * Asks in a person's own words what is wrong, tells the support, and shows the number of the case
 * beside the hotline (A6, A49). A case that is open already answers with its number again.
 */
void sme_case_dialog_present (SmePage *page,
                              const SmeCasePlace *place,
                              SmeCaseKind kind,
                              const char *heading,
                              const char *body,
                              SmeCaseFunc opened);

G_END_DECLS
