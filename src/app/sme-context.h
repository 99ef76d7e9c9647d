/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* From client/; named here so that pages which don't call them needn't include them. */
typedef struct _SmeShop SmeShop;
typedef struct _SmeCaller SmeCaller;
typedef struct _SmeCatalogCache SmeCatalogCache;
typedef struct _SmeEcontract SmeEcontract;
typedef struct _SmeKeyring SmeKeyring;
typedef struct _SmeVault SmeVault;
typedef struct _SmeKnownAccounts SmeKnownAccounts;
typedef struct _SmeLocalBackend SmeLocalBackend;
typedef struct _SmeLocalTools SmeLocalTools;
typedef struct _SmeWaiting SmeWaiting;
typedef struct _SmeAssistant SmeAssistant;

#define SME_TYPE_CONTEXT (sme_context_get_type ())
G_DECLARE_FINAL_TYPE (SmeContext, sme_context, SME, CONTEXT, GObject)

/**
 * SmeContext:
 *
 * What pages work with, handed to each of them; there are no globals. The application fills it once
 * before the first page; tests fill in only what the page under test needs. What is missing is
 * %NULL (local tools and backend: always with a server of one's own choice).
 *
 * Property "signed-in" (boolean, read-only) follows the shop's.
 */
SmeContext *sme_context_new (GSettings *settings);

/* All borrowed. */
GSettings *sme_context_get_settings (SmeContext *self);
SmeShop *sme_context_get_shop (SmeContext *self);
/* Who is asked for what the catalog's pages show: the cache before the shop or, without one, the
 * shop. */
SmeCaller *sme_context_get_catalog (SmeContext *self);
SmeCatalogCache *sme_context_get_catalog_cache (SmeContext *self);
SmeEcontract *sme_context_get_econtract (SmeContext *self);
SmeKeyring *sme_context_get_keyring (SmeContext *self);
SmeVault *sme_context_get_vault (SmeContext *self);
SmeLocalBackend *sme_context_get_local_backend (SmeContext *self);
SmeLocalTools *sme_context_get_local_tools (SmeContext *self);
SmeKnownAccounts *sme_context_get_known_accounts (SmeContext *self);
/* What waits for the person; made when first asked for. */
SmeWaiting *sme_context_get_waiting (SmeContext *self);
/* The guide, and the conversation about it; made when first asked for. */
SmeAssistant *sme_context_get_assistant (SmeContext *self);
gboolean sme_context_is_signed_in (SmeContext *self);
/* Whether the servers are the demonstration on this computer: nothing there is real. */
gboolean sme_context_is_local (SmeContext *self);

/* Each takes a reference. */
void sme_context_set_shop (SmeContext *self, SmeShop *shop);
void sme_context_set_catalog_cache (SmeContext *self, SmeCatalogCache *catalog);
void sme_context_set_econtract (SmeContext *self, SmeEcontract *econtract);
void sme_context_set_keyring (SmeContext *self, SmeKeyring *keyring);
void sme_context_set_vault (SmeContext *self, SmeVault *vault);
void sme_context_set_known_accounts (SmeContext *self, SmeKnownAccounts *accounts);
void sme_context_set_local_backend (SmeContext *self, SmeLocalBackend *backend);
void sme_context_set_local_tools (SmeContext *self, SmeLocalTools *tools);

G_END_DECLS
