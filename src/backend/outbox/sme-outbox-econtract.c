/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of eContract, which has sign-ins of its own. */
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/outbox/sme-outbox-private.h"

gboolean
sme_outbox_send_econtract_access (SmeCall *call,
                                  SmeStoredOrder *order,
                                  const char *dossier_id,
                                  GError **error)
{
  SmeOutboxAddress address = sme_outbox_address_of_order (order, "email");
  SmeLetterFacts facts = sme_outbox_facts_of_order (order);
  g_autoptr (GError) local = NULL;
  g_autofree char *password = NULL;
  g_autoptr (SmeEcontractUser) user =
    sme_store_find_econtract_user (call, order->account_id, NULL, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (user == NULL)
    user = sme_store_make_econtract_user (call, order->account_id, &password, error);
  if (user == NULL)
    return FALSE;
  facts.user_name = user->username;
  facts.code = password;
  facts.dossier_id = dossier_id;
  return sme_outbox_post (
    call, password != NULL ? SME_LETTER_ECONTRACT_ACCESS : SME_LETTER_ECONTRACT_DOSSIER, &address,
    &facts, NULL, error);
}

/* Who has a user name: the holder of an account, or a signer who was invited. */
typedef struct
{
  SmeStoredAccount *account;
  SmeSigner *signer;
  SmeOutboxAddress address;
  const char *name;
} Holder;

static void
holder_clear (Holder *holder)
{
  g_clear_pointer (&holder->account, sme_stored_account_free);
  g_clear_pointer (&holder->signer, sme_signer_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Holder, holder_clear)

static gboolean
find_holder (SmeCall *call, SmeEcontractUser *user, Holder *holder, GError **error)
{
  SmeRecord *record;

  holder->account = sme_store_find_account (call, user->account_id, error);
  if (holder->account == NULL)
    return FALSE;
  holder->address = sme_outbox_address_of (holder->account);
  holder->name = holder->account->full_name;
  if (user->signer_id == NULL)
    return TRUE;
  holder->signer = sme_store_find_signer (call, user->order_id, error);
  if (holder->signer == NULL)
    return FALSE;
  record = SME_RECORD (holder->signer->record);
  holder->address.recipient = sme_record_get_text (record, "email");
  holder->name = sme_record_get_text (record, "name");
  return TRUE;
}

gboolean
sme_outbox_send_econtract_reset (SmeCall *call,
                                 SmeEcontractUser *user,
                                 SmeCode *code,
                                 GError **error)
{
  SmeLetterFacts facts = { .name = "Nguyễn Văn An",
                           .user_name = "kh0123456789",
                           .code = code->code,
                           .expires_at = code->expires_at };
  g_auto (Holder) holder = { NULL };

  if (user == NULL)
    return sme_outbox_post_to_nobody (call, SME_LETTER_ECONTRACT_RESET, &facts, error);
  if (!find_holder (call, user, &holder, error))
    return FALSE;
  facts.name = holder.name;
  facts.user_name = user->username;
  return sme_outbox_post (call, SME_LETTER_ECONTRACT_RESET, &holder.address, &facts, NULL, error);
}

gboolean
sme_outbox_send_econtract_changed (SmeCall *call, SmeEcontractUser *user, GError **error)
{
  g_auto (Holder) holder = { NULL };
  SmeLetterFacts facts = { .user_name = user->username, .happened_at = call->now };

  if (!find_holder (call, user, &holder, error))
    return FALSE;
  facts.name = holder.name;
  return sme_outbox_post (call, SME_LETTER_ECONTRACT_CHANGED, &holder.address, &facts, NULL, error);
}

gboolean
sme_outbox_send_signer_invitation (SmeCall *call,
                                   SmeStoredOrder *order,
                                   SmeSigner *signer,
                                   const char *dossier_id,
                                   GError **error)
{
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, order->account_id, error);
  SmeOutboxAddress address = sme_outbox_address_of_order (order, "email");
  SmeLetterFacts facts = sme_outbox_facts_of_order (order);
  SmeRecord *record = SME_RECORD (signer->record);

  if (account == NULL)
    return FALSE;
  address.recipient = sme_record_get_text (record, "email");
  facts.name = sme_record_get_text (record, "name");
  facts.inviter =
    account->organisation_name != NULL ? account->organisation_name : account->full_name;
  facts.user_name = signer->user->username;
  facts.code = signer->password;
  facts.dossier_id = dossier_id;
  return sme_outbox_post (
    call, signer->password != NULL ? SME_LETTER_SIGNER_INVITATION : SME_LETTER_ECONTRACT_DOSSIER,
    &address, &facts, NULL, error);
}
