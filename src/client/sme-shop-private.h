/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-event-stream.h"
#include "client/sme-live-table.h"
#include "client/sme-refetcher.h"
#include "client/sme-session-keeper.h"
#include "client/sme-shop.h"

G_BEGIN_DECLS

struct _SmeShop
{
  GObject parent_instance;

  SmeTransport *transport;
  SmeSessionKeeper *keeper;
  SmeKeyring *keyring;
  char *server_name; /* in the keyring; NULL for the base URL */
  SmeLiveTable *live;
  SmeRefetcher *refetcher;
  SmeEventStream *stream;
  guint stream_serial; /* of the access token that the stream took */
  SmeAccount *account;
  char *account_id;
  guint generation; /* of who is signed in; an answer for another is dropped */
  gboolean signed_in;
  gboolean online;
  guint probe_id;
  guint probe_ms; /* to the next probe; grows while the server is away */
  guint first_probe_ms;
  GCancellable *probe; /* under way */
};

/* Notes whether the server was reached. */
void sme_shop_note_reached (SmeShop *self, const GError *error);

/* Somebody is signed in; @account is %NULL while unknown. */
void sme_shop_enter (SmeShop *self, SmeAccount *account);
/* Nobody is, here; what belonged to the person is forgotten. */
void sme_shop_leave (SmeShop *self);

/* What the keyring calls this server. */
const char *sme_shop_get_server_name (SmeShop *self);

/* sme-shop-call.c */
void sme_shop_init_caller (SmeCallerInterface *iface);

/* sme-shop-session.c */
void sme_shop_on_renewed (SmeShop *self, SmeSession *session);
void sme_shop_on_ended (SmeShop *self);
void sme_shop_learn_account (SmeShop *self);
/* In the background: nobody waits for a keyring's prompt. Nothing for an unknown account. */
void sme_shop_keep_session (SmeShop *self, const char *account_id, SmeSession *session);
void sme_shop_forget_session_of (SmeShop *self, const char *account_id);
/* sme_keyring_lookup_finish() has what the keyring keeps of the account's session. */
void sme_shop_look_token_up (SmeShop *self,
                             const char *account_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* (transfer full) (nullable): the account of a session, as a live object. */
SmeAccount *sme_shop_take_account (SmeShop *self, SmeSession *session);
/* The keyring too. */
void sme_shop_forget_session (SmeShop *self);
/* And it was the person's own will: the account is not known here any more. */
void sme_shop_forget_account (SmeShop *self);

/* sme-shop-events.c */
void sme_shop_open_stream (SmeShop *self);
void sme_shop_close_stream (SmeShop *self);

/* sme-shop-probe.c: while the server is away, asks now and then whether it is back, so that nobody
 * is told "offline" for longer than it is true. */
void sme_shop_start_probing (SmeShop *self);
void sme_shop_stop_probing (SmeShop *self);

G_END_DECLS
