/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"
#include "app/order/sme-draft-keeper.h"

G_BEGIN_DECLS

/* The order whose draft it is. */
#define DRAFT_ID "o1"

/**
 * DraftDesk:
 * @loaded: what the keeper began with
 * @merged: what it told of last that another computer wrote
 *
 * A keeper of a draft at work, as the form has one.
 */
typedef struct
{
  SmeDraftKeeper *keeper;
  SmeProfile *loaded;
  SmeProfile *merged;
  SmeDraftState wanted;
} DraftDesk;

/* Half a declaration; both (nullable) */
SmeProfile *draft_make (const char *name, const char *phone);

/* Loads; @draft: the JSON of what the server has */
DraftDesk *draft_desk_load (AppFixture *f, const char *draft);
void draft_desk_wait (DraftDesk *desk, SmeDraftState state);
/* Asserts that the keeper goes. */
void draft_desk_free (DraftDesk *desk);
/* What still waits is sent on its way, and holds the keeper until it is answered. */
void draft_desk_leave (DraftDesk *desk);

G_END_DECLS
