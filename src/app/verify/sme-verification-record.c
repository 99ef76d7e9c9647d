/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/verify/sme-verification.h"

#include "core/sme-checked-seal.h"

static const char *const conclusions[] = { "trusted", "unknown-issuer", "not-intact" };
static const char *const verdicts[] = {
  "intact", "unknown-issuer", "expired", "changed", "broken", "not-evaluated",
};
static const char *const afters[] = {
  "nothing",    "blank",         "signatures",   "unknown-signatures",
  "same-pages", "pages-changed", "not-compared",
};
static const char *const timestamps[] = {
  "none", "trusted", "expired", "unknown-issuer", "broken", "not-evaluated",
};

static char *
list_pages (GArray *pages)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    g_string_append_printf (list, i > 0 ? ",%u" : "%u", g_array_index (pages, guint, i) + 1);
  return g_string_free (list, FALSE);
}

static SmeCheckedSeal *
describe_seal (const SmeSealFinding *finding)
{
  SmeCheckedSeal *seal = sme_checked_seal_new ();
  SmeRecord *record = SME_RECORD (seal);

  sme_record_set_text (record, "kind", finding->is_timestamp ? "timestamp" : "signature");
  sme_record_set_text (record, "verdict", verdicts[finding->verdict]);
  sme_record_set_text (record, "name", finding->by);
  sme_record_set_text (record, "issuer", finding->issuer);
  sme_record_set_text (record, "reason", finding->reason);
  if (finding->time != 0)
    sme_record_set_int (record, "time", finding->time);
  sme_record_set_int (record, "time_is_proved", finding->time_is_proved);
  sme_record_set_text (record, "timestamp", timestamps[finding->timestamp]);
  sme_record_set_text (record, "after", afters[finding->after]);
  if (finding->pages_changed != NULL && finding->pages_changed->len > 0)
    {
      g_autofree char *pages = list_pages (finding->pages_changed);

      sme_record_set_text (record, "pages_changed", pages);
    }
  return seal;
}

SmeCheckedFile *
sme_verification_to_record (const SmeVerification *self)
{
  SmeCheckedFile *file = sme_checked_file_new ();
  SmeRecord *record = SME_RECORD (file);
  g_autofree char *words = sme_verification_describe (self);

  sme_record_set_text (record, "conclusion", conclusions[self->conclusion]);
  sme_record_set_text (record, "title", sme_verification_get_title (self));
  sme_record_set_text (record, "explanation", words);
  for (guint i = 0; self->findings != NULL && i < self->findings->list->len; i++)
    {
      g_autoptr (SmeCheckedSeal) seal = describe_seal (g_ptr_array_index (self->findings->list, i));

      sme_record_append (record, "signatures", seal);
    }
  if (self->evidence != NULL)
    {
      sme_record_set_int (record, "chain_holds", self->chain_holds);
      sme_record_set_object (record, "evidence", self->evidence);
    }
  return file;
}
