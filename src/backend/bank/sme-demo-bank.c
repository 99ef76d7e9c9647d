/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-demo-bank.h"

#include "core/sme-vietqr.h"

/* As much of "Không chuyển tiền thật" as the standard's 25 ASCII characters allow. */
#define WARNING "Khong chuyen tien that"

SmeVietqrDetails *
sme_demo_bank_make_vietqr (gint64 amount, const char *reference, GError **error)
{
  SmeVietqr code = {
    .bin = (char *) SME_DEMO_BANK_BIN,
    .account = (char *) SME_DEMO_BANK_ACCOUNT,
    .one_time = TRUE,
    .amount = amount,
    .reference = (char *) reference,
    .purpose = (char *) WARNING,
  };
  g_autofree char *payload = sme_vietqr_build (&code, error);
  SmeVietqrDetails *details;

  if (payload == NULL)
    return NULL;
  details = sme_vietqr_details_new ();
  sme_record_set_text (SME_RECORD (details), "payload", payload);
  sme_record_set_text (SME_RECORD (details), "bank_bin", SME_DEMO_BANK_BIN);
  sme_record_set_text (SME_RECORD (details), "bank_name", "Ngân hàng trình diễn");
  sme_record_set_text (SME_RECORD (details), "account", SME_DEMO_BANK_ACCOUNT);
  sme_record_set_text (SME_RECORD (details), "account_name", "KHONG CHUYEN TIEN THAT");
  sme_record_set_text (SME_RECORD (details), "reference", reference);
  return details;
}
