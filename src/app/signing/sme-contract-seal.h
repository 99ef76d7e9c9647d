/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeContractSealVerdict:
 * @SME_CONTRACT_SEAL_NONE: nobody sealed the file yet
 * @SME_CONTRACT_SEAL_INTACT: sealed by one whom an authority vouches for, and the same to the byte
 * @SME_CONTRACT_SEAL_EXTENDED: so, but something was added to the file since
 * @SME_CONTRACT_SEAL_UNKNOWN: unchanged, but no authority vouches for who sealed it
 * @SME_CONTRACT_SEAL_EXPIRED: unchanged; the seal's certificate is not valid at a proved time
 * @SME_CONTRACT_SEAL_CHANGED: what was sealed is not what is there
 * @SME_CONTRACT_SEAL_BROKEN: nothing that could hold, or of a kind that is not judged
 */
typedef enum
{
  SME_CONTRACT_SEAL_NONE,
  SME_CONTRACT_SEAL_INTACT,
  SME_CONTRACT_SEAL_EXTENDED,
  SME_CONTRACT_SEAL_UNKNOWN,
  SME_CONTRACT_SEAL_EXPIRED,
  SME_CONTRACT_SEAL_CHANGED,
  SME_CONTRACT_SEAL_BROKEN,
} SmeContractSealVerdict;

/**
 * SmeContractSeal:
 * @by: (nullable): the name in the seal's certificate; a mere claim unless the verdict is INTACT or
 *   EXTENDED
 * @sealed_at: ms since the epoch, 0 if unknown: proved by a timestamp, else the seal's own word
 *
 * What can be said of the provider's seal on a contract.
 */
typedef struct
{
  SmeContractSealVerdict verdict;
  char *by;
  gint64 sealed_at;
} SmeContractSeal;

void sme_contract_seal_free (SmeContractSeal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeContractSeal, sme_contract_seal_free)

/**
 * sme_contract_seal_check_async:
 * @authorities: (element-type utf8): PEM certificates of who may vouch for a seal
 *
 * Judges the file in a thread of its own. An error: this is no PDF file that can be judged.
 */
void sme_contract_seal_check_async (GBytes *pdf,
                                    GPtrArray *authorities,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SmeContractSeal *sme_contract_seal_check_finish (GAsyncResult *result, GError **error);

/* The same in plain words, translated. */
char *sme_contract_seal_describe (const SmeContractSeal *self);

G_END_DECLS
