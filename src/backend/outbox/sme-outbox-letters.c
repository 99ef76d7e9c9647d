/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/outbox/sme-outbox-letters.h"

#include "backend/outbox/sme-outbox.h"
#include "backend/store/sme-store-econtract.h"

static gboolean
send (SmeCall *call,
      SmeMessageKind kind,
      const char *account_id,
      const char *to,
      const char *subject,
      const char *body,
      const char *code,
      const char *link,
      GError **error)
{
  SmeOutgoing message = { kind, account_id, to, subject, body, code, link };
  return sme_outbox_add (call, &message, error);
}

gboolean
sme_outbox_send_activation (SmeCall *call,
                            SmeStoredAccount *account,
                            const char *token,
                            GError **error)
{
  g_autofree char *link = g_strdup_printf ("onesme://activate?token=%s", token);
  return send (call, SME_MESSAGE_EMAIL, account->id, account->email, "Kích hoạt tài khoản OneSME",
               "Kích hoạt", token, link, error);
}

gboolean
sme_outbox_send_account_exists (SmeCall *call, SmeStoredAccount *account, GError **error)
{
  return send (call, SME_MESSAGE_EMAIL, account->id, account->email, "Tài khoản OneSME",
               "Đã có tài khoản", NULL, NULL, error);
}

static SmeRecord *
profile_of (SmeStoredOrder *order)
{
  return sme_record_get_object (SME_RECORD (order->record), "profile");
}

gboolean
sme_outbox_send_payment_received (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  return send (call, SME_MESSAGE_EMAIL, order->account_id,
               sme_record_get_text (profile_of (order), "email"), "Thanh toán thành công",
               "Đã thanh toán", NULL, NULL, error);
}

gboolean
sme_outbox_send_econtract_access (SmeCall *call,
                                  SmeStoredOrder *order,
                                  const char *dossier_id,
                                  GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeEcontractUser) user =
    sme_store_find_econtract_user (call, order->account_id, NULL, &local);
  g_autofree char *password = NULL;
  g_autofree char *link = g_strdup_printf ("onesme://econtract/%s", dossier_id);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (user == NULL)
    user = sme_store_make_econtract_user (call, order->account_id, &password, error);
  return user != NULL && send (call, SME_MESSAGE_EMAIL, order->account_id,
                               sme_record_get_text (profile_of (order), "email"), "VNPT eContract",
                               user->username, password, link, error);
}

gboolean
sme_outbox_send_otp (SmeCall *call, SmeStoredDossier *dossier, const char *code, GError **error)
{
  return send (call, SME_MESSAGE_SMS, dossier->account_id, dossier->phone, NULL, code, code, NULL,
               error);
}

gboolean
sme_outbox_send_certificate_code (SmeCall *call,
                                  SmeStoredOrder *order,
                                  const char *code,
                                  GError **error)
{
  return send (call, SME_MESSAGE_EMAIL, order->account_id,
               sme_record_get_text (profile_of (order), "email"), "Mã kích hoạt SmartCA", code,
               code, NULL, error) &&
         send (call, SME_MESSAGE_SMS, order->account_id,
               sme_record_get_text (profile_of (order), "phone"), NULL, code, code, NULL, error);
}
