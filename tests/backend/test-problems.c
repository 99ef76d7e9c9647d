/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a problem says to people: a title and a detail in the language that was asked for. */
#include "backend-fixture.h"

#include "backend/http/sme-problem-text.h"

#include <string.h>

static Answer *
ask (Fixture *fixture,
     const char *method,
     const char *path,
     const char *body,
     const char *languages)
{
  Request request = { method, path, body, .header = languages != NULL ? "Accept-Language" : NULL,
                      .value = languages };

  return fixture_send (fixture, &request);
}

static void
assert_says (Answer *answer, SmeProblemCode code, const char *language)
{
  const SmeProblemText *text = sme_problem_text_find (code, language);

  assert_problem (answer, sme_problem_code_to_status (code), sme_problem_code_to_word (code));
  g_assert_cmpstr (answer_text (answer, "title"), ==, text->title);
  g_assert_cmpstr (answer_text (answer, "detail"), ==, text->detail);
}

static void
test_every_code_has_both_languages (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (SmeProblemCode code = 0; code < SME_PROBLEM_UNREACHABLE; code++)
    {
      const SmeProblemText *vi = sme_problem_text_find (code, "vi");
      const SmeProblemText *en = sme_problem_text_find (code, "en");

      g_test_message ("%s", sme_problem_code_to_word (code));
      g_assert_nonnull (vi->title);
      g_assert_nonnull (vi->detail);
      g_assert_nonnull (en->title);
      g_assert_nonnull (en->detail);
      g_assert_cmpstr (vi->title, !=, en->title);
      g_assert_cmpstr (vi->detail, !=, en->detail);
      g_assert_false (g_str_is_ascii (vi->title));
      g_assert_true (g_str_is_ascii (en->title));
      /* A title stands for one code. */
      g_assert_true (g_hash_table_add (titles, (gpointer) en->title));
      g_assert_true (g_hash_table_add (titles, (gpointer) vi->title));
    }
}

/* Refused before a worker sees it, by the dispatcher and by a handler: all speak the language. */
static void
test_language_is_heeded (void)
{
  static const struct
  {
    const char *method, *path, *body;
    SmeProblemCode code;
  } requests[] = {
    { "GET", "/v1/nothing", NULL, SME_PROBLEM_NOT_FOUND },
    { "DELETE", "/v1/services", NULL, SME_PROBLEM_METHOD_NOT_ALLOWED },
    { "GET", "/v1/me", NULL, SME_PROBLEM_NO_SESSION },
    { "POST", "/v1/quotes", "{", SME_PROBLEM_MALFORMED },
    { "POST", "/v1/quotes", "{}", SME_PROBLEM_INVALID },
    { "GET", "/v1/services/no-such-service", NULL, SME_PROBLEM_NOT_FOUND },
  };
  static const struct
  {
    const char *languages, *chosen;
  } languages[] = {
    { NULL, "vi" }, { "vi-VN,vi;q=0.9,en;q=0.5", "vi" },
    { "en", "en" }, { "fr, en-GB;q=0.8, vi;q=0.3", "en" },
    { "fr", "vi" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        g_autoptr (Answer) answer = ask (fixture, requests[i].method, requests[i].path,
                                         requests[i].body, languages[k].languages);
        assert_says (answer, requests[i].code, languages[k].chosen);
      }
}

/* A wrong code is an answer that is kept, on a way of its own. */
static void
test_kept_answer_has_texts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autoptr (Answer) sent =
    fixture_dossier_call (fixture, signing, "POST", "/otp", signing->documents);
  g_autofree char *code = fixture_last_code (fixture, "sms");
  g_autofree char *path =
    g_strdup_printf ("/econtract/v1/dossiers/%s/otp/verify", signing->dossier);
  Request request = { "POST",
                      path,
                      g_str_equal (code, "000000") ? "{\"code\":\"111111\"}"
                                                   : "{\"code\":\"000000\"}",
                      signing->token,
                      "a-key-of-the-test",
                      .header = "Accept-Language",
                      .value = "en" };
  g_autoptr (Answer) answer = fixture_send (fixture, &request);

  assert_status (sent, 200);
  assert_says (answer, SME_PROBLEM_OTP_WRONG, "en");
  g_assert_cmpint (answer_int (answer, "attempts_left"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problems/every-code-has-both-languages", test_every_code_has_both_languages);
  g_test_add_func ("/problems/language-is-heeded", test_language_is_heeded);
  g_test_add_func ("/problems/kept-answer-has-texts", test_kept_answer_has_texts);
  return g_test_run ();
}
