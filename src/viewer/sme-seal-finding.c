/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-seal-finding.h"

#include "base/sme-format.h"
#include "base/sme-text.h"

#include <glib/gi18n.h>

/* Numbers of pages that are named one by one. */
#define NAMED_PAGES 8
/* Characters of what a certificate or a signature says. */
#define NAME_MAX_LENGTH 200

/* Anybody can write anything into a certificate. */
static char *
take_line (char *text)
{
  g_autofree char *owned = text;

  return owned != NULL ? sme_text_make_line (owned, NAME_MAX_LENGTH) : NULL;
}

static void
read_time (SmeSealFinding *self, SmeSealSignature *signature)
{
  GDateTime *proved = sme_seal_signature_get_timestamp_time (signature);
  GDateTime *time;

  self->timestamp = sme_seal_signature_get_timestamp_verdict (signature);
  self->time_is_proved = proved != NULL && self->timestamp == SME_SEAL_TIMESTAMP_TRUSTED;
  time = self->time_is_proved ? proved : sme_seal_signature_get_claimed_time (signature);
  self->time = time != NULL ? g_date_time_to_unix (time) * 1000 : 0;
}

SmeSealFinding *
sme_seal_finding_new (SmeSealReport *report, guint index)
{
  SmeSealSignature *signature = sme_seal_report_get_signature (report, index);
  SmeSealCertificate *certificate = sme_seal_signature_get_certificate (signature);
  SmeSealFinding *self = g_new0 (SmeSealFinding, 1);

  self->verdict = sme_seal_signature_get_verdict (signature);
  self->flaw = sme_seal_signature_get_flaw (signature);
  self->is_timestamp = sme_seal_signature_is_timestamp (signature);
  self->reason = take_line (g_strdup (sme_seal_signature_get_reason (signature)));
  self->revision = sme_seal_report_get_revision (report, index);
  self->after = sme_seal_signature_get_bytes_after (signature) > 0 ? SME_SEAL_AFTER_NOT_COMPARED
                                                                   : SME_SEAL_AFTER_NOTHING;
  if (certificate != NULL)
    {
      self->by = take_line (sme_seal_certificate_dup_name (certificate));
      self->issuer = take_line (sme_seal_certificate_dup_issuer (certificate));
    }
  read_time (self, signature);
  return self;
}

void
sme_seal_finding_free (SmeSealFinding *self)
{
  g_free (self->by);
  g_free (self->issuer);
  g_free (self->reason);
  g_clear_pointer (&self->pages_changed, g_array_unref);
  g_clear_pointer (&self->revision, g_bytes_unref);
  g_free (self);
}

gboolean
sme_seal_finding_is_intact (const SmeSealFinding *self)
{
  return self->verdict == SME_SEAL_VERDICT_INTACT_TRUSTED ||
         self->verdict == SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER ||
         self->verdict == SME_SEAL_VERDICT_INTACT_EXPIRED;
}

SmeSealWorry
sme_seal_finding_get_worry (const SmeSealFinding *self)
{
  if (self->verdict == SME_SEAL_VERDICT_CHANGED || self->verdict == SME_SEAL_VERDICT_BROKEN)
    return SME_SEAL_WORRY_ALARM;
  if (sme_seal_finding_is_intact (self) && self->after == SME_SEAL_AFTER_PAGES_CHANGED)
    return SME_SEAL_WORRY_ALARM;
  if (self->verdict != SME_SEAL_VERDICT_INTACT_TRUSTED)
    return SME_SEAL_WORRY_DOUBT;
  if (self->after == SME_SEAL_AFTER_NOTHING || self->after == SME_SEAL_AFTER_BLANK ||
      self->after == SME_SEAL_AFTER_SIGNATURES)
    return SME_SEAL_WORRY_NONE;
  return SME_SEAL_WORRY_DOUBT;
}

char *
sme_seal_finding_describe_who (const SmeSealFinding *self)
{
  const char *by = self->by != NULL ? self->by : _ ("an unnamed sender");
  g_autofree char *time = self->time != 0 ? sme_format_date_time (self->time) : NULL;

  if (self->is_timestamp && time != NULL)
    /* Translators: a timestamp in a file; %s is a date and a time. */
    return g_strdup_printf (_ ("Time stamp of %s."), time);
  if (self->is_timestamp)
    return g_strdup (_ ("Time stamp."));
  if (time == NULL)
    /* Translators: %s is a name. */
    return g_strdup_printf (_ ("Sealed by %s."), by);
  /* Translators: the first %s is a name, the second one a date and a time. */
  return g_strdup_printf (_ ("Sealed by %s on %s."), by, time);
}

static const char *
explain_not_evaluated (SmeSealFlaw flaw)
{
  if (flaw == SME_SEAL_FLAW_ALGORITHM)
    return _ ("Not evaluated: it was made with an algorithm that is too weak or unknown here.");
  return _ ("Not evaluated: it is of a kind that is not judged here.");
}

static const char *
explain_unknown (SmeSealFlaw flaw)
{
  if (flaw == SME_SEAL_FLAW_PURPOSE)
    return _ ("What was sealed is unchanged, but the certificate is not meant for signing "
              "documents.");
  return _ ("What was sealed is unchanged, but nobody known here vouches for this name.");
}

char *
sme_seal_finding_describe_verdict (const SmeSealFinding *self)
{
  switch (self->verdict)
    {
    case SME_SEAL_VERDICT_INTACT_TRUSTED:
      return g_strdup (_ ("Whoever issued the certificate is known here."));
    case SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER:
      return g_strdup (explain_unknown (self->flaw));
    case SME_SEAL_VERDICT_INTACT_EXPIRED:
      return g_strdup (
        _ ("What was sealed is unchanged, but the certificate of the seal is not valid any more."));
    case SME_SEAL_VERDICT_CHANGED:
      return g_strdup (_ ("This file was changed after it was sealed. Don't rely on it."));
    case SME_SEAL_VERDICT_NOT_EVALUATED:
      return g_strdup (explain_not_evaluated (self->flaw));
    case SME_SEAL_VERDICT_BROKEN:
    default:
      return g_strdup (_ ("There is something like a seal in this file, but it proves nothing. "
                          "Don't rely on it."));
    }
}

/* The first @n_pages of @pages. */
static char *
list_pages (GArray *pages, guint n_pages)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_pages, NAMED_PAGES); i++)
    g_string_append_printf (list, i > 0 ? ", %u" : "%u", g_array_index (pages, guint, i) + 1);
  if (n_pages > NAMED_PAGES)
    g_string_append (list, "…");
  return g_string_free (list, FALSE);
}

static char *
describe_changed (GArray *pages)
{
  g_autofree char *list = list_pages (pages, pages->len);

  return g_strdup_printf (
    /* Translators: %s are numbers of pages, separated by commas. */
    g_dngettext (NULL, "After that page %s was changed: it does not show what was sealed.",
                 "After that pages %s were changed: they do not show what was sealed.", pages->len),
    list);
}

static char *
describe_count (const SmeSealFinding *self)
{
  guint n;

  if (self->n_pages_now > self->n_pages_sealed)
    {
      n = self->n_pages_now - self->n_pages_sealed;
      return g_strdup_printf (
        g_dngettext (NULL, "After that %u page was added: it is no part of what was sealed.",
                     "After that %u pages were added: they are no part of what was sealed.", n),
        n);
    }
  n = self->n_pages_sealed - self->n_pages_now;
  return g_strdup_printf (
    g_dngettext (NULL, "After that %u page was removed: not all that was sealed is shown.",
                 "After that %u pages were removed: not all that was sealed is shown.", n),
    n);
}

/* Where pages came or went in the middle, those behind them have other numbers: nothing is said of
 * them but that. */
static char *
describe_other_pages (const SmeSealFinding *self)
{
  g_autofree char *count = describe_count (self);
  g_autofree char *list = NULL;
  g_autofree char *others = NULL;
  guint n = 0;

  while (n < self->pages_changed->len && g_array_index (self->pages_changed, guint, n) <
                                           MIN (self->n_pages_sealed, self->n_pages_now))
    n++;
  if (n == 0)
    return g_steal_pointer (&count);
  list = list_pages (self->pages_changed, n);
  others = g_strdup_printf (
    /* Translators: %s are numbers of pages, separated by commas. */
    g_dngettext (NULL, "Page %s shows something else than the sealed page with that number.",
                 "Pages %s show something else than the sealed pages with those numbers.", n),
    list);
  return g_strjoin (" ", count, others, NULL);
}

char *
sme_seal_finding_describe_after (const SmeSealFinding *self)
{
  if (!sme_seal_finding_is_intact (self))
    return g_strdup ("");
  switch (self->after)
    {
    case SME_SEAL_AFTER_NOTHING:
      return g_strdup (_ ("Unchanged since then."));
    case SME_SEAL_AFTER_BLANK:
      return g_strdup (_ ("Unchanged since then but for blank space after its end, which shows "
                          "nothing."));
    case SME_SEAL_AFTER_SIGNATURES:
      return g_strdup (_ ("Others signed after that; every page still shows what was sealed."));
    case SME_SEAL_AFTER_STRANGERS:
      return g_strdup (_ ("After that something was added and signed by somebody for whom nobody "
                          "known here vouches; every page still shows what was sealed."));
    case SME_SEAL_AFTER_SAME_PAGES:
      return g_strdup (_ ("Something was added to the file after that; every page still shows what "
                          "was sealed."));
    case SME_SEAL_AFTER_PAGES_CHANGED:
      return self->n_pages_sealed == self->n_pages_now ? describe_changed (self->pages_changed)
                                                       : describe_other_pages (self);
    case SME_SEAL_AFTER_NOT_COMPARED:
    default:
      return g_strdup (_ ("Something was added to the file after that; the pages could not be "
                          "compared, so only the sealed part counts."));
    }
}

const char *
sme_seal_finding_describe_timestamp (const SmeSealFinding *self)
{
  switch (self->timestamp)
    {
    case SME_SEAL_TIMESTAMP_TRUSTED:
      return _ ("Somebody known here proves the time.");
    case SME_SEAL_TIMESTAMP_EXPIRED:
      return _ (
        "Somebody known here proved the time, but their certificate is not valid any more.");
    case SME_SEAL_TIMESTAMP_UNKNOWN_ISSUER:
      return _ ("There is a time stamp, but nobody known here made it.");
    case SME_SEAL_TIMESTAMP_BROKEN:
      return _ ("There is something like a time stamp, but it belongs to something else or cannot "
                "be read.");
    case SME_SEAL_TIMESTAMP_NOT_EVALUATED:
      return _ ("Not evaluated: a time stamp counts only with a seal that holds.");
    case SME_SEAL_TIMESTAMP_NONE:
    default:
      return _ ("There is none: the time is the word of whoever sealed it.");
    }
}

char *
sme_seal_finding_describe (const SmeSealFinding *self)
{
  g_autofree char *who = sme_seal_finding_describe_who (self);
  g_autofree char *verdict = sme_seal_finding_describe_verdict (self);
  g_autofree char *after = sme_seal_finding_describe_after (self);

  if (self->verdict == SME_SEAL_VERDICT_CHANGED || self->verdict == SME_SEAL_VERDICT_BROKEN)
    return g_steal_pointer (&verdict); /* the name in it would only lend it weight */
  if (after[0] == '\0')
    return g_strjoin (" ", who, verdict, NULL);
  if (self->after == SME_SEAL_AFTER_STRANGERS) /* it is not the stranger who is known */
    return g_strjoin (" ", who, verdict, after, NULL);
  return g_strjoin (" ", who, after, verdict, NULL);
}
