/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-known-address.h"

#define KEY "sme-known-address"

const char *
sme_known_address_get (SmeContext *context)
{
  g_return_val_if_fail (SME_IS_CONTEXT (context), NULL);
  return g_object_get_data (G_OBJECT (context), KEY);
}

void
sme_known_address_set (SmeContext *context, const char *address)
{
  g_return_if_fail (SME_IS_CONTEXT (context));
  g_object_set_data_full (G_OBJECT (context), KEY, g_strdup (address), g_free);
}
