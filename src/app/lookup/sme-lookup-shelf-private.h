/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lookup/sme-lookup-shelf.h"
#include "client/sme-keyring.h"
#include "client/sme-vault.h"

G_BEGIN_DECLS

struct _SmeLookupShelf
{
  GObject parent_instance;

  SmeKeyring *keyring;
  SmeVault *vault; /* NULL: nothing can be kept */
  const char *server;
  GListStore *dossiers;
  gboolean loaded;
  guint generation; /* grows when all is forgotten */
};

/* In the vault, of the account, so that it goes with it. @what: "index", or the id of a document.
 * (transfer full) */
char *sme_lookup_shelf_make_name (SmeLookupShelf *self, const char *what);

/* The document of a dossier that has this id, or NULL. (transfer none) */
SmeRecord *sme_lookup_shelf_find_in (SmeRecord *dossier, const char *id);

G_END_DECLS
