/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The operator's command line, beside a server that goes on working. */
#include "certificate-fixture.h"

#include <string.h>
#include <sysexits.h>

/* onesme-backend admin --data-dir ... --operator lan WORDS... */
static char *
admin (Customer *customer, int *code, const char *const *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *said = NULL;

  g_strv_builder_add_many (builder, g_getenv ("ONESME_BACKEND"), "admin", "--data-dir",
                           customer->fixture->directory, "--operator", "lan", NULL);
  g_strv_builder_addv (builder, (const char **) words);
  arguments = g_strv_builder_end (builder);
  process =
    g_subprocess_newv ((const char *const *) arguments,
                       G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, NULL));
  *code = g_subprocess_get_exit_status (process);
  return said;
}

#define ADMIN(customer, code, ...) \
  admin (customer, code, (const char *const[]){ __VA_ARGS__, NULL })

static void
test_unlocks (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) opened = NULL, completed = NULL;
  g_autoptr (Signing) signing = NULL;
  g_autofree char *listed = NULL, *wrong = NULL, *done = NULL, *again = NULL, *log = NULL;
  const char *number;
  int code = -1;

  customer_lock (customer, customer->signing);
  opened = customer_open_case (customer, "locked");
  number = answer_text (opened, "number");
  listed = ADMIN (customer, &code, "cases");
  g_assert_cmpint (code, ==, 0);
  g_assert_nonnull (strstr (listed, number));
  wrong = ADMIN (customer, &code, "correct", number);
  g_assert_cmpint (code, ==, 1);
  done = ADMIN (customer, &code, "unlock", number, "Khách đã xác nhận");
  g_assert_cmpint (code, ==, 0);
  g_assert_cmpstr (done, ==, "done\n");
  assert_order_state (customer, "signing");
  again = ADMIN (customer, &code, "unlock", number);
  g_assert_cmpint (code, ==, 1);
  log = ADMIN (customer, &code, "log");
  g_assert_nonnull (strstr (log, "operator:lan\tlocal_resolve_case\t"));
  signing = customer_open_session (customer, "contract");
  completed = customer_sign (customer, signing);
  assert_status (completed, 200);
}

static void
test_corrects (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) opened = customer_open_case (customer, "wrong_data");
  g_autofree char *done = NULL;
  int code = -1;

  done = ADMIN (customer, &code, "correct", answer_text (opened, "number"));
  g_assert_cmpint (code, ==, 0);
  assert_order_state (customer, "draft");
}

/* Where it does wait, test-refunds.c asks for it. */
static void
test_no_refund_waits (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) order = customer_get_order (customer);
  g_autofree char *none = NULL;
  int code = -1;

  none = ADMIN (customer, &code, "refund", answer_text (order, "number"));
  g_assert_cmpint (code, ==, 1);
  g_assert_nonnull (strstr (none, "no such thing"));
}

static void
test_answers (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *done =
    ADMIN (customer, &(int){ 0 }, "answer", customer->signing->dossier, "Xin chào");
  g_autoptr (Answer) list =
    fixture_dossier_call (customer->fixture, customer->signing, "GET", "/messages", NULL);

  g_assert_cmpstr (done, ==, "done\n");
  g_assert_cmpstr (answer_text (list, "items.0.text"), ==, "Xin chào");
  g_assert_cmpstr (answer_text (list, "items.0.author"), ==, "operator");
}

/* What waits for an answer is listed with what "answer" wants, in one line each. */
static void
test_lists_messages (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) order = customer_get_order (customer);
  g_autoptr (Answer) sent =
    fixture_dossier_call (customer->fixture, customer->signing, "POST", "/messages",
                          "{\"text\":\"Sai ngày sinh\\nXin sửa giúp\"}");
  g_autofree char *listed = NULL, *done = NULL, *after = NULL, *line = NULL;
  int code = -1;

  assert_status (sent, 201);
  listed = ADMIN (customer, &code, "messages");
  g_assert_cmpint (code, ==, 0);
  line = g_strdup_printf ("\t%s\t%s\tSai ngày sinh Xin sửa giúp\n", customer->signing->dossier,
                          answer_text (order, "number"));
  g_assert_true (g_str_has_suffix (listed, line));
  done = ADMIN (customer, &code, "answer", customer->signing->dossier, "Đã sửa");
  g_assert_cmpstr (done, ==, "done\n");
  after = ADMIN (customer, &code, "messages");
  g_assert_cmpstr (after, ==, "");
}

static void
test_asked_wrongly (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *unknown = NULL, *short_one = NULL;
  int code = -1;

  unknown = ADMIN (customer, &code, "destroy", "everything");
  g_assert_cmpint (code, ==, EX_USAGE);
  short_one = ADMIN (customer, &code, "unlock");
  g_assert_cmpint (code, ==, EX_USAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/admin/unlocks", test_unlocks);
  g_test_add_func ("/admin/corrects", test_corrects);
  g_test_add_func ("/admin/no-refund-waits", test_no_refund_waits);
  g_test_add_func ("/admin/answers", test_answers);
  g_test_add_func ("/admin/lists-messages", test_lists_messages);
  g_test_add_func ("/admin/asked-wrongly", test_asked_wrongly);
  return g_test_run ();
}
