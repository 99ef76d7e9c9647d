/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-certificate-text.h"

#include "base/sme-format.h"

#include <glib/gi18n.h>

static SmeCertificateState
get_state (SmeCertificate *self)
{
  return (SmeCertificateState) sme_record_get_int (SME_RECORD (self), "state");
}

/* How many stages are behind. */
static int
count_done (SmeCertificate *self)
{
  switch (get_state (self))
    {
    case SME_CERTIFICATE_CODE_SENT:
    case SME_CERTIFICATE_REVOKED:
      return 1;
    case SME_CERTIFICATE_ACTIVATED:
      return 2;
    case SME_CERTIFICATE_EKYC:
    case SME_CERTIFICATE_REFUSED:
      return 3;
    case SME_CERTIFICATE_ISSUED:
    case SME_CERTIFICATE_EXPIRING:
    case SME_CERTIFICATE_EXPIRED:
    default:
      return SME_N_STAGES;
    }
}

const char *
sme_certificate_text_stage (SmeCertificate *self, SmeCertificateStage stage)
{
  switch (stage)
    {
    case SME_STAGE_CODE:
      return _ ("Activation code sent");
    case SME_STAGE_ACTIVATED:
      return _ ("Account activated in the VNPT SmartCA app");
    case SME_STAGE_EKYC:
      return _ ("Electronic identification (eKYC)");
    case SME_STAGE_ISSUED:
    case SME_N_STAGES:
    default:
      return get_state (self) == SME_CERTIFICATE_REFUSED ? _ ("Certificate not issued")
                                                         : _ ("Certificate issued");
    }
}

SmeStageMark
sme_certificate_text_mark (SmeCertificate *self, SmeCertificateStage stage)
{
  int done = count_done (self);

  if ((int) stage < done)
    return SME_STAGE_DONE;
  if ((int) stage > done)
    return SME_STAGE_TO_COME;
  return get_state (self) == SME_CERTIFICATE_REFUSED || get_state (self) == SME_CERTIFICATE_REVOKED
           ? SME_STAGE_FAILED
           : SME_STAGE_CURRENT;
}

const char *
sme_certificate_text_name_mark (SmeStageMark mark)
{
  switch (mark)
    {
    case SME_STAGE_DONE:
      return C_ ("step", "done");
    case SME_STAGE_CURRENT:
      return C_ ("step", "current");
    case SME_STAGE_FAILED:
      return C_ ("step", "failed");
    case SME_STAGE_TO_COME:
    default:
      return C_ ("step", "to come");
    }
}

static const char *
find_time_field (SmeCertificate *self, SmeCertificateStage stage)
{
  static const char *const fields[SME_N_STAGES] = { "code_sent_at", "activated_at", "ekyc_at",
                                                    "issued_at" };

  return stage == SME_STAGE_ISSUED && get_state (self) == SME_CERTIFICATE_REFUSED ? "refused_at"
                                                                                  : fields[stage];
}

char *
sme_certificate_text_detail (SmeCertificate *self, SmeCertificateStage stage)
{
  SmeRecord *record = SME_RECORD (self);
  const char *field = find_time_field (self, stage);
  const char *phone = sme_record_get_text (record, "code_sent_to");
  const char *email = sme_record_get_text (record, "code_mailed_to");
  g_autofree char *time = NULL;

  if (!sme_record_has (record, field))
    return NULL;
  time = sme_format_date_time (sme_record_get_int (record, field));
  if (stage != SME_STAGE_CODE || phone == NULL || email == NULL)
    return g_steal_pointer (&time);
  /* Translators: a time, a phone number and an e-mail address, both partly hidden. */
  return g_strdup_printf (_ ("%s, to %s and %s"), time, phone, email);
}

const char *
sme_certificate_text_next (SmeCertificate *self)
{
  switch (get_state (self))
    {
    case SME_CERTIFICATE_CODE_SENT:
      return _ (
        "Install the VNPT SmartCA app on your phone, sign in there and enter the activation "
        "code from the e-mail or the SMS.");
    case SME_CERTIFICATE_ACTIVATED:
      return _ ("Identify yourself in the app (eKYC): a photo of your identity paper, then your "
                "face. Have the paper at hand, in good light.");
    case SME_CERTIFICATE_EKYC:
      return _ ("Set a PIN in the app. The certificate is issued when declaration, paper and eKYC "
                "agree; this page says so by itself.");
    case SME_CERTIFICATE_REFUSED:
      return _ ("Identify yourself (eKYC) in the app once more. If the contract has wrong "
                "information, tell support. If the certificate is not issued through no fault of "
                "yours, you can have all of your money back.");
    case SME_CERTIFICATE_REVOKED:
      return _ (
        "This certificate is void. After the corrected contract is signed, a new activation "
        "code is sent.");
    case SME_CERTIFICATE_ISSUED:
      return _ ("The certificate works. The last step is the acceptance record, which you sign in "
                "the same way as the contract.");
    case SME_CERTIFICATE_EXPIRING:
    case SME_CERTIFICATE_EXPIRED:
    default:
      return _ ("Renew the subscription to go on signing.");
    }
}

static const char *
name_refusal (SmeRefusal refusal)
{
  switch (refusal)
    {
    case SME_REFUSAL_PAPER_UNREADABLE:
      return _ ("The photo of the identity paper cannot be read.");
    case SME_REFUSAL_FACE_MISMATCH:
      return _ ("The face is not the one on the identity paper.");
    case SME_REFUSAL_DATA_MISMATCH:
      return _ ("The identity paper says something else than the declaration.");
    case SME_REFUSAL_OTHER:
    default:
      return _ ("What was sent does not meet the requirements.");
    }
}

char *
sme_certificate_text_refusal (SmeCertificate *self)
{
  SmeRecord *record = SME_RECORD (self);
  const char *note = sme_record_get_text (record, "refusal_note");
  const char *reason;

  if (get_state (self) != SME_CERTIFICATE_REFUSED)
    return NULL;
  reason = name_refusal ((SmeRefusal) sme_record_get_int (record, "refusal"));
  return note != NULL ? g_strjoin (" ", reason, note, NULL) : g_strdup (reason);
}
