/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeBanks: the banks and wallets of Vietnam's interbank network, by the numbers that VietQR codes
 * carry. Dated data, replaceable (data/banks/). Immutable; may be used in any thread.
 */
typedef struct _SmeBanks SmeBanks;

/**
 * SmeBank: lives as long as its table.
 * @bin: six digits    @code: a short word ("VCB")    @swift: "" where it is not known
 * @can_transfer: its customers can pay by VietQR; others only receive
 */
typedef struct
{
  const char *bin;
  const char *code;
  const char *short_name;
  const char *full_name;
  const char *swift;
  gboolean can_transfer;
} SmeBank;

/** sme_banks_new: NULL and G_IO_ERROR_INVALID_DATA for bytes that aren't such a table. */
SmeBanks *sme_banks_new (GBytes *bytes, GError **error);

SmeBanks *sme_banks_ref (SmeBanks *self);
void sme_banks_unref (SmeBanks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeBanks, sme_banks_unref)

/** sme_banks_find: the bank with this number; NULL if there is none. */
const SmeBank *sme_banks_find (SmeBanks *self, const char *bin);

/** sme_banks_list: all, in the order of their short names; borrowed. */
const SmeBank *sme_banks_list (SmeBanks *self, guint *n_banks);

/** sme_banks_search: those that have every word of @query in code or names, accents and case
 *  forgiven, in the order of the list. Returns: (transfer container): of borrowed SmeBank */
GPtrArray *sme_banks_search (SmeBanks *self, const char *query);

G_END_DECLS
