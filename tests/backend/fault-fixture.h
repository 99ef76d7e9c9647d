/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend-fixture.h"

#include "backend/store/sme-db.h"

G_BEGIN_DECLS

/* What the fault harnesses share: a backend that dies at a given moment of a given operation, a
 * client that dies or goes on, and a look into the books afterwards. */

/* Where in an operation the backend can die: before its transaction, in it, after it. */
#define FAULT_N_MOMENTS 3
extern const char *const fault_moments[FAULT_N_MOMENTS];

typedef enum
{
  CLIENT_GOES_ON,   /* and repeats with the key that it had */
  CLIENT_DIES_TOO,  /* and comes back knowing nothing */
  CLIENT_DIES_ALONE /* at that step, whatever was answered */
} Client;

/* Starts the backend anew, to die at @fault ("send_otp.inside"), or not. */
void fault_restart (Fixture *fixture, const char *fault);

/* The backend's own database. */
SmeDb *fault_open_books (Fixture *fixture);

/* The column "n" of the one row of @sql, which may name :order. */
gint64 fault_read_number (SmeDb *db, const char *sql, const char *order);

/* Whether the audit of the order is there, each row vouching for the one before. */
gboolean fault_is_chain_whole (SmeDb *db, const char *order);

G_END_DECLS
