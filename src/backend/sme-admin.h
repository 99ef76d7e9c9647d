/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * onesme-backend admin --data-dir DIR --operator NAME COMMAND...
 *
 *   cases                                  open cases, and requests for money back
 *   unlock CASE|ORDER [NOTE]               three new tries and five new codes to sign with; where
 *                                          nobody opened a case for it, it is opened
 *   correct CASE [NOTE]                    the declaration anew, which is not paid a second time
 *   decline CASE [NOTE]                    leaves everything as it was
 *   refund|keep-money ORDER [NOTE]         decides on the request for an order's money; where the
 *                                          certificate was refused nobody has to ask for it
 *   messages                               what customers wrote about a dossier that nobody has
 *                                          answered yet, with the DOSSIER
 *   answer DOSSIER TEXT                    writes to the customer about a dossier
 *   log                                    what operators did
 *
 * CASE and ORDER are the numbers that people have. Works beside a running server: the same
 * database, in short transactions that wait for its writer. Each deed leaves a row in the chain
 * "operator:NAME", in the transaction that does it: what was decided on which case, and whether
 * there is a note, never what it says. The chain of the order says the same.
 */

/* @arguments: as of a program of its own, "admin" first. Returns: the exit code */
int sme_admin_run (char **arguments);

G_END_DECLS
