/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/outbox/sme-letter.h"

#include <string.h>

#include "backend/outbox/sme-letter-template.h"
#include "base/sme-format.h"
#include "base/sme-text.h"

/* The sections of data/letters/, by kind. */
static const char *const sections[SME_LETTER_N_KINDS] = {
  [SME_LETTER_ACTIVATION] = "activation",
  [SME_LETTER_ACCOUNT_EXISTS] = "account-exists",
  [SME_LETTER_PASSWORD_RESET] = "password-reset",
  [SME_LETTER_PASSWORD_CHANGED] = "password-changed",
  [SME_LETTER_PHONE_CODE] = "phone-code",
  [SME_LETTER_PHONE_CHANGED] = "phone-changed",
  [SME_LETTER_EMAIL_CODE] = "email-code",
  [SME_LETTER_EMAIL_CHANGED] = "email-changed",
  [SME_LETTER_EMAIL_TAKEN] = "email-taken",
  [SME_LETTER_ACCOUNT_DELETED] = "account-deleted",
  [SME_LETTER_ECONTRACT_ACCESS] = "econtract-access",
  [SME_LETTER_ECONTRACT_DOSSIER] = "econtract-dossier",
  [SME_LETTER_ECONTRACT_RESET] = "econtract-reset",
  [SME_LETTER_ECONTRACT_CHANGED] = "econtract-changed",
  [SME_LETTER_SIGNER_INVITATION] = "signer-invitation",
  [SME_LETTER_OTP_CONTRACT] = "otp-contract",
  [SME_LETTER_OTP_ACCEPTANCE] = "otp-acceptance",
  [SME_LETTER_PAYMENT_RECEIVED] = "payment-received",
  [SME_LETTER_INVOICE] = "invoice",
  [SME_LETTER_REFUND_SENT] = "refund-sent",
  [SME_LETTER_SMARTCA_CODE] = "smartca-code",
  [SME_LETTER_SMARTCA_CODE_SMS] = "smartca-code-sms",
  [SME_LETTER_SUBSCRIPTION_EXPIRING] = "subscription-expiring",
  [SME_LETTER_SUBSCRIPTION_EXPIRED] = "subscription-expired",
  [SME_LETTER_SMARTCA_ISSUED] = "smartca-issued",
  [SME_LETTER_SMARTCA_REFUSED] = "smartca-refused",
  [SME_LETTER_ACCEPTANCE_SIGNED] = "acceptance-signed",
  [SME_LETTER_CASE_OPENED] = "case-opened",
  [SME_LETTER_CASE_RESOLVED] = "case-resolved",
  [SME_LETTER_HOLDER_ISSUED] = "holder-issued",
  [SME_LETTER_HOLDER_REFUSED] = "holder-refused",
  [SME_LETTER_HOLDER_ACCEPTED] = "holder-accepted",
  [SME_LETTER_HOLDER_CASE_RESOLVED] = "holder-case-resolved",
};

typedef struct
{
  const SmeLetterFacts *facts;
  SmeLetterTemplate *template;
  SmeLetterTemplate *common;
  const char *link;
  gboolean in_link;
} Writer;

/* In one line, so that nobody writes a header or a paragraph of a letter. */
static char *
make_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        g_string_append_c (line, ' ');
      else if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (line, c);
    }

  return g_strstrip (g_string_free (line, FALSE));
}

static const char *
find_text (const SmeLetterFacts *facts, const char *name)
{
  const struct
  {
    const char *name;
    const char *text;
  } texts[] = {
    { "name", facts->name },
    { "user_name", facts->user_name },
    { "inviter", facts->inviter },
    { "code", facts->code },
    { "dossier_id", facts->dossier_id },
    { "order_id", facts->order_id },
    { "order_number", facts->order_number },
    { "plan_name", facts->plan_name },
    { "case_number", facts->case_number },
    { "invoice_number", facts->invoice_number },
    { "contact", facts->contact },
    { "kept", facts->kept },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, name))
      return texts[i].text;

  return NULL;
}

/* The ready sentence "choice-..." of the letter, and what somebody added to it. */
static char *
look_up_choice (Writer *self)
{
  const SmeLetterFacts *facts = self->facts;
  g_autofree char *header = g_strconcat ("choice-", facts->choice, NULL);
  const char *sentence = sme_letter_template_get_header (self->template, header);
  g_autofree char *note = facts->note != NULL ? make_line (facts->note) : NULL;

  return sentence != NULL && note != NULL ? g_strjoin (" ", sentence, note, NULL)
                                          : g_strdup (sentence);
}

static char *
look_up (const char *name, gpointer data)
{
  Writer *self = data;
  const SmeLetterFacts *facts = self->facts;
  const char *text;

  if (g_str_equal (name, "link"))
    return g_strdup (self->link);
  if (g_str_equal (name, "amount"))
    return sme_format_money (facts->amount);
  if (g_str_equal (name, "expires_at"))
    return facts->expires_at > 0 ? sme_format_date_time (facts->expires_at) : NULL;
  if (g_str_equal (name, "happened_at"))
    return facts->happened_at > 0 ? sme_format_date_time (facts->happened_at) : NULL;
  if (g_str_equal (name, "ends_on"))
    return facts->ends_on > 0 ? sme_format_date (facts->ends_on) : NULL;
  if (g_str_equal (name, "choice"))
    return look_up_choice (self);
  if (g_str_equal (name, "hotline"))
    return g_strdup (sme_letter_template_get_header (
      self->common, facts->demonstration ? "hotline-demonstration" : "hotline"));

  text = find_text (facts, name);
  if (text == NULL)
    return NULL;

  return self->in_link ? g_uri_escape_string (text, NULL, FALSE) : make_line (text);
}

static char *
expand_header (Writer *self, SmeLetterTemplate *template, const char *name)
{
  const char *source = sme_letter_template_get_header (template, name);

  return source != NULL ? sme_letter_template_expand (source, look_up, self) : NULL;
}

/* The text, behind the word that it is a demonstration only. */
static char *
write_body (Writer *self, SmeLetterTemplate *template)
{
  gboolean is_sms = sme_letter_template_get_kind (template) == SME_MESSAGE_SMS;
  g_autofree char *text =
    sme_letter_template_expand (sme_letter_template_get_body (template), look_up, self);
  g_autofree char *body = NULL;

  if (text == NULL)
    return NULL;

  if (self->facts->demonstration)
    body = g_strjoin (is_sms ? " " : "\n\n",
                      sme_letter_template_get_header (self->common, "notice"), text, NULL);
  else
    body = g_steal_pointer (&text);

  return is_sms ? sme_text_to_ascii (body) : g_strconcat (body, "\n", NULL);
}

SmeLetter *
sme_letter_compose (SmeLetterKind kind, const char *language, const SmeLetterFacts *facts)
{
  const char *known = g_strcmp0 (language, "en") == 0 ? "en" : "vi";
  g_autoptr (SmeLetterTemplate) template = NULL;
  g_autoptr (SmeLetterTemplate) common = NULL;
  g_autoptr (SmeLetter) letter = g_new0 (SmeLetter, 1);
  Writer writer = { .facts = facts };

  g_return_val_if_fail (kind < SME_LETTER_N_KINDS && facts != NULL, NULL);

  template = sme_letter_template_find (known, sections[kind]);
  g_return_val_if_fail (template != NULL, NULL);

  letter->kind = sme_letter_template_get_kind (template);
  common = sme_letter_template_find (known, letter->kind == SME_MESSAGE_SMS ? "common sms"
                                                                            : "common email");
  writer.common = common;
  writer.template = template;

  writer.in_link = TRUE;
  letter->link = expand_header (&writer, template, "link");
  writer.in_link = FALSE;
  writer.link = letter->link;
  letter->subject = expand_header (&writer, template, "subject");
  letter->code = expand_header (&writer, template, "code");
  letter->body = write_body (&writer, template);

  return letter->body != NULL ? g_steal_pointer (&letter) : NULL;
}

void
sme_letter_free (SmeLetter *self)
{
  if (self == NULL)
    return;

  g_free (self->subject);
  g_free (self->body);
  g_free (self->code);
  g_free (self->link);
  g_free (self);
}
