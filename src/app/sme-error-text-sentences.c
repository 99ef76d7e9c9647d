/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-error-text.h"

#include "core/sme-problem.h"

#include <glib/gi18n.h>

static void
append_sentence (GString *text, const char *sentence)
{
  if (sentence == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

/* A minute or an hour that has begun counts: nobody is sent to try too early. */
char *
sme_error_text_describe_wait (guint seconds)
{
  guint minutes = (seconds + 59) / 60, hours = (seconds + 3599) / 3600;

  if (seconds <= 120)
    return g_strdup_printf (
      ngettext ("Possible again in %d second.", "Possible again in %d seconds.", seconds),
      (int) seconds);
  if (minutes <= 90)
    return g_strdup_printf (
      ngettext ("Try again in %d minute.", "Try again in %d minutes.", minutes), (int) minutes);
  return g_strdup_printf (ngettext ("Try again in %d hour.", "Try again in %d hours.", hours),
                          (int) hours);
}

static void
append_limits (GString *text, const GError *error)
{
  int attempts = sme_problem_get_attempts_left (error);
  int seconds = sme_problem_get_retry_after (error);
  g_autofree char *tries = NULL;
  g_autofree char *wait = NULL;

  if (attempts >= 0)
    tries =
      g_strdup_printf (ngettext ("%d try left.", "%d tries left.", (gulong) attempts), attempts);
  if (seconds > 0)
    wait = sme_error_text_describe_wait ((guint) seconds);
  append_sentence (text, tries);
  append_sentence (text, wait);
}

char *
sme_error_text_describe (const GError *error)
{
  SmeErrorText found = sme_error_text_find (error);
  GString *text = g_string_new (found.explanation);

  append_sentence (text, found.kept);
  append_sentence (text, found.advice);
  if (error != NULL && error->domain == SME_PROBLEM)
    append_limits (text, error);
  return g_string_free (text, FALSE);
}

char *
sme_error_text_summarize (const GError *error)
{
  SmeErrorText found = sme_error_text_find (error);
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s.", found.title);
  append_sentence (text, found.advice);
  if (error != NULL && error->domain == SME_PROBLEM)
    append_limits (text, error);
  return g_string_free (text, FALSE);
}
