/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-case-text.h"

#include "base/sme-format.h"

#include <glib/gi18n.h>
#include <string.h>

const char *
sme_case_text_kind (SmeCaseKind kind)
{
  switch (kind)
    {
    case SME_CASE_WRONG_DATA:
      return _ ("Wrong information on the contract");
    case SME_CASE_LOCKED:
      return _ ("Signing is locked");
    case SME_CASE_ACCEPTANCE_FAILED:
      return _ ("Signing the acceptance record failed");
    case SME_CASE_CERTIFICATE_REFUSED:
      return _ ("The certificate was refused");
    case SME_CASE_OTHER:
    default:
      return _ ("Something else");
    }
}

static char *
format_number (const char *number)
{
  gsize half = strlen (number) / 2;
  g_autofree char *groups = g_strdup_printf ("%.*s %s", (int) half, number, number + half);

  /* Translators: %s is the number of a case for the support, in two groups of digits. */
  return g_strdup_printf (_ ("Case %s"), groups);
}

char *
sme_case_text_number (SmeCase *self)
{
  return format_number (sme_record_get_text (SME_RECORD (self), "number"));
}

char *
sme_case_text_hotline (SmeCaseKind kind, gboolean demonstration)
{
  const char *text =
    kind == SME_CASE_ACCEPTANCE_FAILED
      ? _ ("Tell this number when you call the hotline 1800 1260 (free), branch 1.")
      : _ ("Tell this number when you call the hotline 1800 1260 (free).");

  if (!demonstration)
    return g_strdup (text);
  return g_strconcat (_ ("This order exists on this computer only."), " ", text, NULL);
}

char *
sme_case_text_of_order (SmeOrder *order, gboolean demonstration)
{
  const char *number = sme_record_get_text (SME_RECORD (order), "case_number");
  gboolean acceptance = sme_record_get_int (SME_RECORD (order), "state") == SME_ORDER_ACCEPTING;
  g_autofree char *title = NULL, *hotline = NULL;

  if (number == NULL)
    return NULL;
  title = format_number (number);
  hotline =
    sme_case_text_hotline (acceptance ? SME_CASE_ACCEPTANCE_FAILED : SME_CASE_OTHER, demonstration);
  return g_strdup_printf ("%s. %s", title, hotline);
}

char *
sme_case_text_state (SmeCase *self)
{
  SmeRecord *record = SME_RECORD (self);
  gboolean resolved = sme_record_get_int (record, "state") == SME_CASE_RESOLVED;
  g_autofree char *time =
    sme_format_date_time (sme_record_get_int (record, resolved ? "resolved_at" : "created_at"));
  const char *note = sme_record_get_text (record, "note");
  g_autofree char *text = NULL;

  if (!resolved)
    /* Translators: %s is a date and a time. */
    return g_strdup_printf (_ ("Open since %s"), time);
  text = g_strdup_printf (sme_record_get_int (record, "outcome") == SME_CASE_GRANTED
                            /* Translators: %s is a date and a time. */
                            ? _ ("Done on %s")
                            : _ ("Looked into on %s; nothing had to change"),
                          time);
  return note != NULL ? g_strdup_printf ("%s\n%s", text, note) : g_steal_pointer (&text);
}
