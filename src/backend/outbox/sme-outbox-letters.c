/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/outbox/sme-outbox-letters.h"

#include "backend/outbox/sme-letter.h"
#include "backend/outbox/sme-outbox.h"
#include "backend/store/sme-store-econtract.h"
#include "base/sme-format.h"

/* Who is written to, and how. */
typedef struct
{
  const char *account_id;
  const char *recipient;
  const char *language;
} Address;

static gboolean
post (SmeCall *call,
      SmeLetterKind kind,
      const Address *address,
      const SmeLetterFacts *facts,
      GError **error)
{
  SmeLetterFacts told = *facts;
  g_autoptr (SmeLetter) letter = NULL;
  SmeOutgoing message;

  told.demonstration = sme_backend_is_local (call->backend);
  letter = sme_letter_compose (kind, address->language, &told);
  message = (SmeOutgoing){
    letter->kind, address->account_id, address->recipient, letter->subject,
    letter->body, letter->code,        letter->link,
  };
  return sme_outbox_add (call, &message, error);
}

static Address
address_of_account (SmeStoredAccount *account)
{
  return (Address){ account->id, account->email, account->language };
}

gboolean
sme_outbox_send_activation (SmeCall *call,
                            SmeStoredAccount *account,
                            const char *token,
                            GError **error)
{
  Address address = address_of_account (account);
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
  Address address = address_of_account (account);
  SmeLetterFacts facts = { .name = account->full_name };

  return post (call, SME_LETTER_ACCOUNT_EXISTS, &address, &facts, error);
}

/* Somebody who does not exist, for the time that writing takes. */
static gboolean
send_to_nobody (SmeCall *call, const SmeLetterFacts *facts, GError **error)
{
  Address nobody = { NULL, "nobody@onesme.invalid", call->language };

  return post (call, SME_LETTER_PASSWORD_RESET, &nobody, facts, error) &&
         sme_db_run (call->db, NULL, error,
                     "DELETE FROM message WHERE seq = (SELECT MAX (seq) FROM message) AND "
                     "recipient = :recipient",
                     "recipient:s", nobody.recipient, NULL);
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
  Address address;

  if (account == NULL)
    return send_to_nobody (call, &facts, error);
  address = address_of_account (account);
  return post (call, SME_LETTER_PASSWORD_RESET, &address, &facts, error);
}

gboolean
sme_outbox_send_password_changed (SmeCall *call, SmeStoredAccount *account, GError **error)
{
  Address address = address_of_account (account);
  SmeLetterFacts facts = { .name = account->full_name, .happened_at = call->now };

  return post (call, SME_LETTER_PASSWORD_CHANGED, &address, &facts, error);
}

gboolean
sme_outbox_send_phone_code (SmeCall *call, SmeStoredAccount *account, SmeCode *code, GError **error)
{
  Address address = { account->id, code->value, account->language };
  SmeLetterFacts facts = { .name = account->full_name, .code = code->code };

  return post (call, SME_LETTER_PHONE_CODE, &address, &facts, error);
}

gboolean
sme_outbox_send_phone_changed (SmeCall *call,
                               SmeStoredAccount *account,
                               const char *phone,
                               GError **error)
{
  Address address = address_of_account (account);
  g_autofree char *masked = sme_format_phone_masked (phone);
  SmeLetterFacts facts = { .name = account->full_name,
                           .contact = masked,
                           .happened_at = call->now };

  return post (call, SME_LETTER_PHONE_CHANGED, &address, &facts, error);
}

gboolean
sme_outbox_send_email_code (SmeCall *call, SmeStoredAccount *account, SmeCode *code, GError **error)
{
  Address address = { account->id, code->value, account->language };
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
  Address address = address_of_account (account);
  g_autofree char *masked = sme_format_email_masked (email);
  SmeLetterFacts facts = { .name = account->full_name,
                           .contact = masked,
                           .happened_at = call->now };

  return post (call, SME_LETTER_EMAIL_CHANGED, &address, &facts, error);
}

gboolean
sme_outbox_send_email_taken (SmeCall *call, SmeStoredAccount *holder, GError **error)
{
  Address address = address_of_account (holder);
  SmeLetterFacts facts = { .name = holder->full_name };

  return post (call, SME_LETTER_EMAIL_TAKEN, &address, &facts, error);
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
      if (until >= GPOINTER_TO_INT (g_hash_table_lookup (days, law)))
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
  Address address = { NULL, account->email, account->language };
  g_autofree char *kept = describe_kept (sme_record_get_list (SME_RECORD (deletion), "kept"));
  SmeLetterFacts facts = { .name = account->full_name, .kept = kept };

  return post (call, SME_LETTER_ACCOUNT_DELETED, &address, &facts, error);
}

static SmeRecord *
get_profile (SmeStoredOrder *order)
{
  return sme_record_get_object (SME_RECORD (order->record), "profile");
}

static Address
address_of_order (SmeStoredOrder *order, const char *field)
{
  return (Address){ order->account_id, sme_record_get_text (get_profile (order), field),
                    order->language };
}

static SmeLetterFacts
facts_of_order (SmeStoredOrder *order)
{
  SmeRecord *record = SME_RECORD (order->record);
  SmeRecord *profile = get_profile (order);

  return (SmeLetterFacts){
    .name = profile != NULL ? sme_record_get_text (profile, "full_name") : NULL,
    .order_id = sme_record_get_text (record, "id"),
    .order_number = sme_record_get_text (record, "number"),
    .plan_name = sme_record_get_text (sme_record_get_object (record, "plan"), "name"),
    .amount = order->total,
  };
}

gboolean
sme_outbox_send_payment_received (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  Address address = address_of_order (order, "email");
  SmeLetterFacts facts = facts_of_order (order);

  /* A plan for 0 đồng is ordered, not paid. */
  return order->total == 0 || post (call, SME_LETTER_PAYMENT_RECEIVED, &address, &facts, error);
}

/* Where it is to be sent to is part of what was asked for. */
static const char *
find_invoice_address (SmeStoredOrder *order)
{
  SmeRecord *billing = sme_record_get_object (SME_RECORD (order->record), "billing");
  SmeRecord *data = billing != NULL ? sme_record_get_object (billing, "invoice") : NULL;
  const char *email = data != NULL ? sme_record_get_text (data, "email") : NULL;

  return email != NULL ? email : sme_record_get_text (get_profile (order), "email");
}

gboolean
sme_outbox_send_invoice (SmeCall *call, SmeStoredOrder *order, SmeInvoice *invoice, GError **error)
{
  SmeRecord *record = SME_RECORD (invoice);
  Address address = { order->account_id, find_invoice_address (order), order->language };
  SmeLetterFacts facts = facts_of_order (order);
  g_autofree char *number =
    g_strdup_printf ("%s-%08" G_GINT64_FORMAT, sme_record_get_text (record, "series"),
                     sme_record_get_int (record, "number"));

  facts.invoice_number = number;
  return post (call, SME_LETTER_INVOICE, &address, &facts, error);
}

gboolean
sme_outbox_send_refund_sent (SmeCall *call, SmeStoredOrder *order, gint64 amount, GError **error)
{
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, order->account_id, error);
  SmeLetterFacts facts = facts_of_order (order);
  Address address;

  if (account == NULL)
    return FALSE;
  /* A cancelled order may have nobody declared. */
  address = address_of_account (account);
  facts.name = account->full_name;
  facts.amount = amount;
  return post (call, SME_LETTER_REFUND_SENT, &address, &facts, error);
}

gboolean
sme_outbox_send_econtract_access (SmeCall *call,
                                  SmeStoredOrder *order,
                                  const char *dossier_id,
                                  GError **error)
{
  Address address = address_of_order (order, "email");
  SmeLetterFacts facts = facts_of_order (order);
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
  return post (call, password != NULL ? SME_LETTER_ECONTRACT_ACCESS : SME_LETTER_ECONTRACT_DOSSIER,
               &address, &facts, error);
}

gboolean
sme_outbox_send_otp (SmeCall *call, SmeStoredDossier *dossier, const char *code, GError **error)
{
  SmeRecord *record = SME_RECORD (dossier->record);
  Address address = { dossier->account_id, dossier->phone, call->language };
  SmeLetterFacts facts = {
    .name = sme_record_get_text (record, "customer"),
    .code = code,
    .order_number = sme_record_get_text (record, "order_number"),
  };
  gboolean acceptance = sme_record_get_int (record, "kind") == SME_DOSSIER_ACCEPTANCE;

  return post (call, acceptance ? SME_LETTER_OTP_ACCEPTANCE : SME_LETTER_OTP_CONTRACT, &address,
               &facts, error);
}

gboolean
sme_outbox_send_certificate_code (SmeCall *call,
                                  SmeStoredOrder *order,
                                  const char *code,
                                  GError **error)
{
  Address mail = address_of_order (order, "email"), sms = address_of_order (order, "phone");
  SmeLetterFacts facts = facts_of_order (order);

  facts.code = code;
  facts.user_name = mail.recipient;
  return post (call, SME_LETTER_SMARTCA_CODE, &mail, &facts, error) &&
         post (call, SME_LETTER_SMARTCA_CODE_SMS, &sms, &facts, error);
}

gboolean
sme_outbox_send_term (SmeCall *call,
                      SmeStoredOrder *order,
                      SmeLetterKind kind,
                      int ends_on,
                      GError **error)
{
  Address address = address_of_order (order, "email");
  SmeLetterFacts facts = facts_of_order (order);

  facts.ends_on = ends_on;
  return post (call, kind, &address, &facts, error);
}

gboolean
sme_outbox_send_refused (SmeCall *call,
                         SmeStoredOrder *order,
                         SmeCertificate *certificate,
                         GError **error)
{
  Address address = address_of_order (order, "email");
  SmeLetterFacts facts = facts_of_order (order);

  facts.choice = sme_record_get_nick (SME_RECORD (certificate), "refusal");
  facts.note = sme_record_get_text (SME_RECORD (certificate), "refusal_note");
  return post (call, SME_LETTER_SMARTCA_REFUSED, &address, &facts, error);
}

gboolean
sme_outbox_send_case (SmeCall *call, SmeStoredOrder *order, SmeCase *support_case, GError **error)
{
  SmeRecord *record = SME_RECORD (support_case);
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, order->account_id, error);
  Address address;
  SmeLetterFacts facts;
  gboolean resolved = sme_record_get_int (record, "state") == SME_CASE_RESOLVED;
  gboolean unchanged = resolved && sme_record_get_int (record, "outcome") == SME_CASE_UNCHANGED;

  if (account == NULL)
    return FALSE;
  /* There are cases of orders that are not declared yet. */
  address = address_of_account (account);
  facts = facts_of_order (order);
  facts.name = account->full_name;
  facts.case_number = sme_record_get_text (record, "number");
  facts.choice =
    unchanged ? sme_record_get_nick (record, "outcome") : sme_record_get_nick (record, "kind");
  facts.note = sme_record_get_text (record, "note");
  return post (call, resolved ? SME_LETTER_CASE_RESOLVED : SME_LETTER_CASE_OPENED, &address, &facts,
               error);
}
