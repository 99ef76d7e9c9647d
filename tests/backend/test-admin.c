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

G_GNUC_PRINTF (2, 3)
static void
assert_said (const char *log, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (strstr (log, words) == NULL)
    g_test_message ("%s", log);
  g_assert_nonnull (strstr (log, words));
}

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
  g_assert_nonnull (strstr (log, "operator:lan\tlocal_unlock_order\t"));
  assert_said (log, "case=%s kind=locked outcome=granted note=yes operator=lan", number);
  /* What was said to the customer is between them. */
  g_assert_null (strstr (log, "Khách đã xác nhận"));
  signing = customer_open_session (customer, "contract");
  completed = customer_sign (customer, signing);
  assert_status (completed, 200);
}

static const char *
find_detail (Answer *evidence, const char *event)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *name = g_strdup_printf ("audit.%u.event", i);
      g_autofree char *detail = g_strdup_printf ("audit.%u.detail", i);
      const char *found = answer_text (evidence, name);

      if (found == NULL || g_str_equal (found, event))
        return found != NULL ? answer_text (evidence, detail) : NULL;
    }
}

/* By the number of the order, which is what a customer has at hand; the chain of the order says
 * who it was. */
static void
test_unlocks_an_order (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) order = customer_get_order (customer), completed = NULL, evidence = NULL;
  g_autoptr (Signing) signing = NULL;
  g_autofree char *early = NULL, *done = NULL;
  const char *number = answer_text (order, "number");
  int code = -1;

  early = ADMIN (customer, &code, "unlock", number);
  g_assert_cmpint (code, ==, 1);
  g_assert_nonnull (strstr (early, "wrong-state"));
  customer_lock (customer, customer->signing);
  done = ADMIN (customer, &code, "unlock", number);
  g_assert_cmpint (code, ==, 0);
  assert_order_state (customer, "signing");
  signing = customer_open_session (customer, "contract");
  fixture_advance (customer->fixture, 31);
  completed = customer_sign (customer, signing);
  assert_status (completed, 200);
  evidence = fixture_dossier_call (customer->fixture, signing, "GET", "/evidence", NULL);
  g_assert_cmpstr (evidence_find_fact (evidence, "unlocked-by", "value"), ==, "lan");
  assert_said (find_detail (evidence, "case.resolve"), "outcome=granted note=no operator=%s",
               "lan");
}

/* Nobody asked in writing: the case is opened for it. */
static void
test_gives_codes (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) order = customer_get_order (customer);
  g_autofree char *done = NULL;
  int code = -1;

  for (guint i = 0; i < 5; i++)
    {
      customer_sign_until (customer, customer->signing, "otp_sent");
      fixture_advance (customer->fixture, 31);
    }
  done = ADMIN (customer, &code, "unlock", answer_text (order, "number"));
  g_assert_cmpint (code, ==, 0);
  customer_sign_until (customer, customer->signing, "otp_sent");
}

static void
test_corrects (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) opened = customer_open_case (customer, "wrong_data");
  g_autofree char *done = NULL, *log = NULL;
  int code = -1;

  done = ADMIN (customer, &code, "correct", answer_text (opened, "number"));
  g_assert_cmpint (code, ==, 0);
  assert_order_state (customer, "draft");
  log = ADMIN (customer, &code, "log");
  assert_said (log, "case=%s kind=wrong_data outcome=granted note=no operator=lan",
               answer_text (opened, "number"));
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
  g_test_add_func ("/admin/unlocks-an-order", test_unlocks_an_order);
  g_test_add_func ("/admin/gives-codes", test_gives_codes);
  g_test_add_func ("/admin/corrects", test_corrects);
  g_test_add_func ("/admin/no-refund-waits", test_no_refund_waits);
  g_test_add_func ("/admin/answers", test_answers);
  g_test_add_func ("/admin/lists-messages", test_lists_messages);
  g_test_add_func ("/admin/asked-wrongly", test_asked_wrongly);
  return g_test_run ();
}
