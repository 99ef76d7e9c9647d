/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money whose text was mangled on its way: matched where it can only be for one payment, else kept
 * in the operator's sight, who says whose it is or sends it back. */
#include "payment-fixture.h"

#include "backend/bank/sme-transfer-text.h"
#include "core/sme-vietqr.h"

#include <string.h>

static void
test_near (void)
{
  static const char reference[] = "OSM2611230001P1";

  g_assert_true (sme_transfer_text_is_near ("OSM2611230001P1", reference));
  g_assert_true (sme_transfer_text_is_near ("chuyen tien 0SM2611230001P1 nhe", reference));
  g_assert_true (sme_transfer_text_is_near ("osm 26112 30001 p", reference));
  g_assert_true (sme_transfer_text_is_near ("OSM26112300011P1", reference));
  g_assert_false (sme_transfer_text_is_near ("0SM261123001P1", reference));
  g_assert_false (sme_transfer_text_is_near ("OSM2611230021P2", reference));
  g_assert_false (sme_transfer_text_is_near ("", reference));
}

/* A sound code, its checksum right, that says something else. */
static char *
mangle (Paying *paying, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeVietqr) code = sme_vietqr_parse (paying->payload, &error);
  g_auto (GStrv) parts = NULL;
  g_autofree char *reference = NULL;
  SmeVietqr changed;
  char *payload;

  g_assert_no_error (error);
  parts = g_strsplit (code->reference, from, 2);
  g_assert_nonnull (parts[1]);
  reference = g_strjoinv (to, parts);
  changed = *code;
  changed.reference = reference;
  payload = sme_vietqr_build (&changed, &error);
  g_assert_no_error (error);
  return payload;
}

static void
transfer (Paying *paying, const char *payload, gint64 amount, const char *state, char **id)
{
  g_autoptr (Answer) receipt = paying_transfer (paying, payload, amount);

  assert_status (receipt, 201);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, state);
  if (id != NULL)
    *id = g_strdup (answer_text (receipt, "id"));
}

/* One letter wrong, the amount right, and nobody else it could be for. */
static void
test_certain (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *payload = mangle (paying, "OSM", "0SM");

  transfer (paying, payload, PRICE, "applied", NULL);
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, PRICE);
}

/* Another amount, or a second order as near that asks for as much: nobody guesses. */
static void
test_uncertain (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *wrong = mangle (paying, "OSM", "0SM"), *between = mangle (paying, "1P1", "P1");
  g_autofree char *far = mangle (paying, "OSM", "0XM");

  transfer (paying, wrong, PRICE - 1, "unmatched", NULL);
  transfer (paying, far, PRICE, "unmatched", NULL);
  paying_renew (paying, VIETQR_BODY);
  transfer (paying, between, PRICE, "unmatched", NULL);
  paying_assert_order (paying, "awaiting_payment");
  paying_assert_balanced (paying, 0);
}

/* What is paid does not wait: the near one's twin goes to nobody. */
static void
test_not_awaited (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *payload = mangle (paying, "OSM", "0SM");

  transfer (paying, paying->payload, PRICE, "applied", NULL);
  transfer (paying, payload, PRICE, "unmatched", NULL);
  paying_assert_balanced (paying, PRICE);
}

/* onesme-backend admin --data-dir ... --operator lan WORDS... */
static char *
admin (Paying *paying, int expected, const char *const *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *said = NULL;

  g_strv_builder_add_many (builder, g_getenv ("ONESME_BACKEND"), "admin", "--data-dir",
                           paying->fixture->directory, "--operator", "lan", NULL);
  g_strv_builder_addv (builder, (const char **) words);
  arguments = g_strv_builder_end (builder);
  process =
    g_subprocess_newv ((const char *const *) arguments,
                       G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, expected);
  return said;
}

#define ADMIN(paying, expected, ...) \
  admin (paying, expected, (const char *const[]){ __VA_ARGS__, NULL })

static char *
read_number (Paying *paying)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", paying->order);
  g_autoptr (Answer) order = fixture_call (paying->fixture, "GET", path, paying->token, NULL);

  return g_strdup (answer_text (order, "number"));
}

/* The customer misses the money and says so; the operator finds it, and says whose it is. */
static void
test_assigned (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *payload = mangle (paying, "OSM", "XYZ"), *number = read_number (paying);
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cases", paying->order);
  g_autofree char *receipt = NULL, *listed = NULL, *unknown = NULL, *done = NULL, *again = NULL;
  g_autofree char *nothing = NULL;
  g_autoptr (Answer) asked =
    fixture_call (paying->fixture, "POST", path, paying->token,
                  "{\"kind\":\"other\",\"text\":\"Tôi đã chuyển khoản nhưng chưa thấy tiền.\"}");

  assert_status (asked, 201);
  transfer (paying, payload, PRICE + 5000, "unmatched", &receipt);
  listed = ADMIN (paying, 0, "unassigned");
  g_assert_nonnull (strstr (listed, receipt));
  g_assert_nonnull (strstr (listed, "\t225000\tXYZ"));
  unknown = ADMIN (paying, 1, "assign", receipt, "OSM0000000000");
  done = ADMIN (paying, 0, "assign", receipt, number);
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, PRICE);
  again = ADMIN (paying, 1, "assign", receipt, number);
  nothing = ADMIN (paying, 0, "unassigned");
  g_assert_cmpstr (nothing, ==, "");
}

/* It is nobody's after all. */
static void
test_returned (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *number = read_number (paying);
  g_autofree char *receipt = NULL, *done = NULL, *late = NULL, *nothing = NULL, *log = NULL;

  transfer (paying, "0002010102", 5000, "unmatched", &receipt);
  done = ADMIN (paying, 0, "return", receipt);
  late = ADMIN (paying, 1, "assign", receipt, number);
  nothing = ADMIN (paying, 0, "unassigned");
  g_assert_cmpstr (nothing, ==, "");
  log = ADMIN (paying, 0, "log");
  g_assert_nonnull (strstr (log, "operator:lan\tlocal_assign_receipt\t"));
  paying_assert_balanced (paying, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a33/mangled/near", test_near);
  g_test_add_func ("/a33/mangled/certain", test_certain);
  g_test_add_func ("/a33/mangled/uncertain", test_uncertain);
  g_test_add_func ("/a33/mangled/not-awaited", test_not_awaited);
  g_test_add_func ("/a33/mangled/assigned-by-the-operator", test_assigned);
  g_test_add_func ("/a33/mangled/returned-by-the-operator", test_returned);
  return g_test_run ();
}
