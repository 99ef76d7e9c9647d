/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/outbox/sme-outbox-letters.h"

#include "backend/outbox/sme-outbox-private.h"
#include "base/sme-format.h"

static gboolean
post (SmeCall *call,
      SmeLetterKind kind,
      const SmeOutboxAddress *address,
      const SmeLetterFacts *facts,
      GError **error)
{
  return sme_outbox_post (call, kind, address, facts, NULL, error);
}

gboolean
sme_outbox_send_activation (SmeCall *call,
                            SmeStoredAccount *account,
                            const char *token,
                            GError **error)
{
  SmeOutboxAddress address = sme_outbox_address_of (account);
  SmeLetterFacts facts = {
    .name = account->full_name,
    .code = token,
    .expires_at = call->now + SME_ACTIVATION_LIFE,
  };

  return post (call, SME_LETTER_ACTIVATION, &address, &facts, error);
}

gboolean
sme_outbox_send_account_exists (SmeCall *call, SmeStoredAccount *account, GError **error)
{
  SmeOutboxAddress address = sme_outbox_address_of (account);
  SmeLetterFacts facts = { .name = account->full_name };

  return post (call, SME_LETTER_ACCOUNT_EXISTS, &address, &facts, error);
}

gboolean
sme_outbox_send_password_reset (SmeCall *call,
                                SmeStoredAccount *account,
                                SmeCode *code,
                                GError **error)
{
  SmeLetterFacts facts = { .name = account != NULL ? account->full_name : "Nguyễn Văn An",
                           .code = code->code,
                           .expires_at = code->expires_at };
  SmeOutboxAddress address;

  if (account == NULL)
    return sme_outbox_post_to_nobody (call, SME_LETTER_PASSWORD_RESET, &facts, error);
  address = sme_outbox_address_of (account);
  return post (call, SME_LETTER_PASSWORD_RESET, &address, &facts, error);
}

gboolean
sme_outbox_send_password_changed (SmeCall *call, SmeStoredAccount *account, GError **error)
{
  SmeOutboxAddress address = sme_outbox_address_of (account);
  SmeLetterFacts facts = { .name = account->full_name, .happened_at = call->now };

  return post (call, SME_LETTER_PASSWORD_CHANGED, &address, &facts, error);
}

gboolean
sme_outbox_send_phone_code (SmeCall *call, SmeStoredAccount *account, SmeCode *code, GError **error)
{
  SmeOutboxAddress address = { account->id, code->value, account->language };
  SmeLetterFacts facts = { .name = account->full_name, .code = code->code };

  return post (call, SME_LETTER_PHONE_CODE, &address, &facts, error);
}

gboolean
sme_outbox_send_phone_changed (SmeCall *call,
                               SmeStoredAccount *account,
                               const char *phone,
                               GError **error)
{
  SmeOutboxAddress address = sme_outbox_address_of (account);
  g_autofree char *masked = sme_format_phone_masked (phone);
  SmeLetterFacts facts = { .name = account->full_name,
                           .contact = masked,
                           .happened_at = call->now };

  return post (call, SME_LETTER_PHONE_CHANGED, &address, &facts, error);
}

gboolean
sme_outbox_send_email_code (SmeCall *call, SmeStoredAccount *account, SmeCode *code, GError **error)
{
  SmeOutboxAddress address = { account->id, code->value, account->language };
  SmeLetterFacts facts = { .name = account->full_name,
                           .code = code->code,
                           .expires_at = code->expires_at };

  return post (call, SME_LETTER_EMAIL_CODE, &address, &facts, error);
}

gboolean
sme_outbox_send_email_changed (SmeCall *call,
                               SmeStoredAccount *account,
                               const char *email,
                               GError **error)
{
  SmeOutboxAddress address = sme_outbox_address_of (account);
  g_autofree char *masked = sme_format_email_masked (email);
  SmeLetterFacts facts = { .name = account->full_name,
                           .contact = masked,
                           .happened_at = call->now };

  return post (call, SME_LETTER_EMAIL_CHANGED, &address, &facts, error);
}

gboolean
sme_outbox_send_email_taken (SmeCall *call, SmeStoredAccount *holder, GError **error)
{
  SmeOutboxAddress address = sme_outbox_address_of (holder);
  SmeLetterFacts facts = { .name = holder->full_name };

  return post (call, SME_LETTER_EMAIL_TAKEN, &address, &facts, error);
}

/* The later day; what has no day is not over on any. */
static int
last_of (int a, int b)
{
  return a == 0 || b == 0 ? 0 : MAX (a, b);
}

/* Each law once, with the last day that it makes us keep anything. */
static char *
describe_kept (GListModel *kept)
{
  g_autoptr (GHashTable) days = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) laws = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; kept != NULL && i < g_list_model_get_n_items (kept); i++)
    {
      g_autoptr (SmeRecord) holding = g_list_model_get_item (kept, i);
      const char *law = g_intern_string (sme_record_get_text (holding, "law"));
      int until = (int) sme_record_get_int (holding, "keep_until");

      if (!g_hash_table_contains (days, law))
        g_ptr_array_add (laws, (gpointer) law);
      else
        until = last_of (until, GPOINTER_TO_INT (g_hash_table_lookup (days, law)));
      g_hash_table_insert (days, (gpointer) law, GINT_TO_POINTER (until));
    }
  for (guint i = 0; i < laws->len; i++)
    {
      int until = GPOINTER_TO_INT (g_hash_table_lookup (days, g_ptr_array_index (laws, i)));
      g_autofree char *day = until != 0 ? sme_format_date (until) : NULL;

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                              (char *) g_ptr_array_index (laws, i));
      if (day != NULL)
        g_string_append_printf (text, " (%s)", day);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
sme_outbox_send_account_deleted (SmeCall *call,
                                 SmeStoredAccount *account,
                                 SmeAccountDeletion *deletion,
                                 GError **error)
{
  SmeOutboxAddress address = { NULL, account->email, account->language };
  g_autofree char *kept = describe_kept (sme_record_get_list (SME_RECORD (deletion), "kept"));
  SmeLetterFacts facts = { .name = account->full_name, .kept = kept };

  return post (call, SME_LETTER_ACCOUNT_DELETED, &address, &facts, error);
}
