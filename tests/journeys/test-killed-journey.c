/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Declaring and paying while the program, or the backend, is killed at every step, and between
 * what a person presses and its answer. One goes on from what the home page offers; nothing typed
 * is gone, nothing is paid twice. */
#include "journey-browser.h"
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"

#define PLAN "SMARTCA CÁ NHÂN CƠ BẢN"
#define AGREE T ("I have read and agree to the terms of service")
#define QR T ("VietQR code to scan with a banking app")
#define CONTRACT L ("Ký điện tử hợp đồng cung cấp dịch vụ")

typedef enum
{
  PROGRAM,
  BACKEND
} Victim;

static Journey *journey;
static Victim victim;
static guint n_struck;

/* Whether @first is on the screen; else @second is. */
static gboolean
see_either (const char *first, const char *second)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) (journey_get_patience () * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < deadline)
    {
      if (journey_sees (journey, first))
        return TRUE;
      if (journey_sees (journey, second))
        return FALSE;
      journey_wait_for_change (journey);
    }
  journey_fail (journey, "Neither “%s” nor “%s” is on the screen", first, second);
}

/* @offer: what the home page then offers to go on with; NULL: the caller looks. */
static void
strike (const char *offer)
{
  n_struck++;
  if (victim == BACKEND)
    {
      journey_kill_backend (journey);
      return;
    }
  journey_kill (journey);
  journey_start (journey, NULL);
  if (offer != NULL)
    journey_press (journey, offer);
}

/* ---- Declaring */

static void
order (void)
{
  journey_choose_plan (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  journey_see (journey, L ("Số giấy tờ"));
  strike (T ("Declare information"));
}

static void
strike_form (void)
{
  g_autofree char *street = NULL;

  journey_declare (journey, &journey_person);
  journey_see (journey, T ("Everything you typed is saved."));
  strike (T ("Declare information"));
  journey_see (journey, journey_person.address);
  street = journey_read_entry (journey, L ("Phố/đường"));
  g_assert_cmpstr (street, ==, journey_person.street);
}

static void
strike_dialog (void)
{
  g_autofree char *summary = NULL;

  journey_press (journey, L ("Cập nhật"));
  summary = journey_read (journey, L ("OTP sẽ gửi đến"));
  strike (T ("Declare information"));
  if (victim == PROGRAM)
    journey_press (journey, L ("Cập nhật"));
}

/* Whether the answer came before the end or not, one goes on from there. */
static void
strike_confirmed (void)
{
  journey_press (journey, L ("Xác nhận"));
  strike (NULL);
  if (victim == PROGRAM && see_either (T ("Declare information"), T ("Pay")))
    {
      journey_press (journey, T ("Declare information"));
      journey_see (journey, journey_person.address);
      journey_confirm_declaration (journey, &journey_person);
    }
  else if (victim == PROGRAM)
    journey_press (journey, T ("Pay"));
  journey_see (journey, AGREE);
}

static void
declare (void)
{
  order ();
  strike_form ();
  strike_dialog ();
  strike_confirmed ();
}

/* ---- Paying */

static void
strike_review (void)
{
  strike (T ("Pay"));
  journey_see (journey, journey_person.address);
  journey_tick (journey, AGREE);
  if (victim == BACKEND)
    return;
  strike (T ("Pay"));
  /* Nobody agreed to anything that was not sent. */
  journey_tick (journey, AGREE);
}

/* The payment was begun, or not: never two of them. */
static void
strike_transfer (void)
{
  journey_press_button (journey, T ("Pay"));
  strike (T ("Pay"));
  if (victim == PROGRAM && see_either (AGREE, QR))
    {
      journey_tick (journey, AGREE);
      journey_press_button (journey, T ("Pay"));
    }
  journey_see (journey, QR);
  strike (T ("Pay"));
  journey_see (journey, QR);
}

/* The page of the gateway is looked at and not decided on. */
static void
strike_gateway (void)
{
  journey_press_button (journey, T ("Pay in another way"));
  journey_press (journey, T ("Card or bank account"));
  if (victim == PROGRAM)
    journey_tick (journey, AGREE);
  journey_browser_set_result (journey, NULL);
  journey_press_button (journey, T ("Pay"));
  journey_see (journey, T ("Open the payment page again"));
  strike (T ("Pay"));
  journey_see (journey, T ("Open the payment page again"));
}

/* Paid in the browser, and nobody there to hear of it. */
static void
strike_return (void)
{
  g_autofree char *answer = NULL;

  journey_browser_set_result (journey, "00");
  journey_press_button (journey, T ("Open the payment page again"));
  answer = journey_browser_read (journey, "bank-answer.html");
  strike (NULL);
  if (victim == PROGRAM)
    journey_press (journey, T ("Sign the contract"));
  journey_see (journey, CONTRACT);
}

static void
pay (void)
{
  strike_review ();
  strike_transfer ();
  strike_gateway ();
  strike_return ();
}

/* ---- Books */

/* The last order: paid once, and nothing of its money on the way back. */
static void
check_books (void)
{
  journey_go_to (journey, journey_message_in ("section", "Orders"));
  journey_press_button (journey, T ("Payments and invoices"));
  journey_see (journey, journey_message_in ("payment", "Payment successful"));
  journey_see (journey, journey_message_in ("payment", "No longer valid"));
  g_assert_false (journey_sees (journey, T ("Money on its way back")));
  g_assert_false (journey_sees (journey, journey_message_in ("payment", "Waiting for the money")));
}

static void
test_account (void)
{
  journey_start (journey, NULL);
  journey_press (journey, L ("Đăng nhập"));
  journey_register (journey, &journey_person);
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, journey_person.email);
  journey_sign_in (journey, &journey_person);
  journey_find_account (journey, journey_person.full_name);
}

static void
test_all (gconstpointer data)
{
  victim = GPOINTER_TO_INT (data);
  n_struck = 0;
  declare ();
  /* A backend that keeps ending is not started for ever, and these are many ends in a short time.
   */
  if (victim == BACKEND)
    {
      journey_quit (journey);
      journey_start (journey, NULL);
      journey_press (journey, T ("Pay"));
    }
  pay ();
  check_books ();
  g_print ("# declare and pay: %u steps, %s killed at each, losses 0\n", n_struck,
           victim == PROGRAM ? "program" : "backend");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("killed");
  g_test_add_func ("/killed/somebody-to-order", test_account);
  g_test_add_data_func ("/killed/a24-a33/the-program-at-each-step", GINT_TO_POINTER (PROGRAM),
                        test_all);
  g_test_add_data_func ("/killed/a24-a33/the-backend-at-each-step", GINT_TO_POINTER (BACKEND),
                        test_all);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
