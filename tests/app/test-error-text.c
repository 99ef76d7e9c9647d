/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-error-text.h"

#include "client/sme-local-backend.h"
#include "core/sme-problem.h"

#include <string.h>

static void
test_every_code (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = SME_PROBLEM_INVALID; code <= SME_PROBLEM_INSECURE; code++)
    {
      g_autoptr (GError) error = NULL;
      SmeErrorText text;

      sme_problem_set (&error, (SmeProblemCode) code, NULL);
      text = sme_error_text_find (error);
      g_test_message ("%s", sme_problem_code_to_word ((SmeProblemCode) code));
      g_assert_nonnull (text.title);
      g_assert_nonnull (text.explanation);
      g_assert_nonnull (text.advice);
      g_assert_cmpuint (text.offers, !=, SME_OFFER_NONE);
      g_assert_true (g_hash_table_add (titles, (gpointer) text.title));
    }
}

/* There is no page on which a password could be reset. */
static void
test_wrong_password (void)
{
  g_autoptr (GError) error = NULL;

  sme_problem_set (&error, SME_PROBLEM_WRONG_CREDENTIALS, NULL);
  g_assert_null (strstr (sme_error_text_find (error).advice, "reset"));
}

static void
test_hotline (void)
{
  g_autoptr (GError) locked = NULL;
  g_autofree char *text = NULL;

  sme_problem_set (&locked, SME_PROBLEM_SIGNING_LOCKED, NULL);
  text = sme_error_text_describe (locked);
  g_assert_cmpint (sme_error_text_find (locked).offers, ==, SME_OFFER_HOTLINE);
  g_assert_nonnull (strstr (text, "1800 1260"));
}

static void
test_limits (void)
{
  g_autoptr (GError) wrong = NULL;
  g_autoptr (GError) soon = NULL;
  g_autofree char *tries = NULL;
  g_autofree char *wait = NULL;

  sme_problem_set_limits (&wrong, SME_PROBLEM_OTP_WRONG, 2, -1);
  tries = sme_error_text_describe (wrong);
  g_assert_nonnull (strstr (tries, "2 tries left"));
  g_assert_null (strstr (tries, "Possible again"));
  sme_problem_set_limits (&soon, SME_PROBLEM_OTP_TOO_SOON, -1, 30);
  wait = sme_error_text_summarize (soon);
  g_assert_nonnull (strstr (wait, "30 seconds"));
  g_assert_null (strstr (wait, "left"));
}

/* As far as it is of use: nobody counts 86399 seconds. */
static void
test_waits (void)
{
  static const struct
  {
    guint seconds;
    const char *words;
  } rows[] = {
    { 1, "Possible again in 1 second." }, { 120, "Possible again in 120 seconds." },
    { 121, "Try again in 3 minutes." },   { 3600, "Try again in 60 minutes." },
    { 5401, "Try again in 2 hours." },    { 86399, "Try again in 24 hours." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = sme_error_text_describe_wait (rows[i].seconds);

      g_assert_cmpstr (text, ==, rows[i].words);
    }
}

static void
test_foreign (void)
{
  g_autoptr (GError) refused = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, "x");
  g_autoptr (GError) certificate =
    g_error_new_literal (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, "x");
  g_autoptr (GError) missing =
    g_error_new_literal (SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_NOT_FOUND, "/usr/bin/x");
  g_autoptr (GError) strange = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_IO, "secret");
  g_autoptr (GError) beyond = g_error_new_literal (SME_PROBLEM, 9999, "x");
  g_autoptr (GError) unreachable = NULL;
  g_autofree char *text = sme_error_text_describe (strange);

  sme_problem_set (&unreachable, SME_PROBLEM_UNREACHABLE, NULL);
  g_assert_cmpstr (sme_error_text_find (refused).title, ==,
                   sme_error_text_find (unreachable).title);
  g_assert_cmpstr (sme_error_text_find (certificate).title, ==, "The connection is not safe");
  g_assert_cmpstr (sme_error_text_find (missing).title, ==, "The demonstration is not installed");
  g_assert_cmpstr (sme_error_text_find (beyond).title, ==, "Something went wrong");
  /* What a library says is not for the person, and may hold what must not be shown. */
  g_assert_null (strstr (text, "secret"));
}

static void
test_fields (void)
{
  g_assert_cmpstr (sme_error_text_for_field ("required"), ==, "Please fill this in");
  g_assert_cmpstr (sme_error_text_for_field ("never-heard-of"), ==, "This is not right");
  g_assert_cmpstr (sme_error_text_for_field (NULL), ==, "This is not right");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a82/every-code-says-what-happened-and-what-to-do", test_every_code);
  g_test_add_func ("/a6/locked-signing-offers-the-hotline", test_hotline);
  g_test_add_func ("/a82/advice-is-what-can-be-done-here", test_wrong_password);
  g_test_add_func ("/a81/tries-left-and-time-to-wait-are-said", test_limits);
  g_test_add_func ("/a81/long-waits-in-hours", test_waits);
  g_test_add_func ("/error-text/errors-of-other-domains-have-words-too", test_foreign);
  g_test_add_func ("/error-text/field-codes-have-words", test_fields);
  return g_test_run ();
}
