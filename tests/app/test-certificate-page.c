/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/manage/sme-certificate-page.h"

#include "app-fixture.h"
#include "app/manage/sme-phone-app.h"
#include "manage-samples.h"

#define CERTIFICATE(state, more) \
  "{\"id\":\"o1\",\"order_id\":\"o1\",\"state\":\"" state \
  "\",\"code_sent_to\":\"0912 *** 678\",\"code_mailed_to\":\"a***n@vidu.vn\"," \
  "\"code_sent_at\":\"2026-11-22T03:15:00Z\",\"server_time\":\"2026-11-22T03:15:20Z\"" more "}"
#define SENT \
  CERTIFICATE ("code_sent", ",\"resend_after\":\"2026-11-22T03:16:00Z\"," \
                            "\"code_expires_at\":\"2026-11-29T03:15:00Z\"")
#define SENT_LONG_AGO CERTIFICATE ("code_sent", ",\"resend_after\":\"2026-11-22T03:15:10Z\"")
#define ACTIVATED CERTIFICATE ("activated", ",\"activated_at\":\"2026-11-22T03:30:00Z\"")
#define EKYC \
  CERTIFICATE ("ekyc", ",\"activated_at\":\"2026-11-22T03:30:00Z\",\"ekyc_at\":" \
                       "\"2026-11-22T03:40:00Z\"")
#define REFUSED \
  CERTIFICATE ("refused", ",\"activated_at\":\"2026-11-22T03:30:00Z\",\"ekyc_at\":" \
                          "\"2026-11-22T03:40:00Z\",\"refused_at\":\"2026-11-22T03:50:00Z\"," \
                          "\"refusal\":\"face_mismatch\",\"refusal_note\":\"Xin chụp lại.\"")
#define ISSUED \
  CERTIFICATE ("issued", ",\"activated_at\":\"2026-11-22T03:30:00Z\",\"ekyc_at\":" \
                         "\"2026-11-22T03:40:00Z\",\"issued_at\":\"2026-11-22T03:50:00Z\"," \
                         "\"serial_number\":\"54010101\",\"valid_from\":\"2026-11-22\"," \
                         "\"valid_until\":\"2027-11-21\"")
#define ACTIVATING \
  SAMPLE_ORDER ("o1", "activating", "\"activate\",\"view_contract\",\"contact_support\"")
#define INBOX \
  SAMPLE_ITEMS (SMS ("m1", "OSM-o1", "11112222") "," SMS ("m2", "OSM-o1", "33334444") "," SMS ( \
                  "m3", "OSM-o2", "55556666") "," SMS ("m4", "OSM-o1", "123456"), \
                4)
#define SMS(id, order, code) \
  "{\"id\":\"" id "\",\"kind\":\"sms\",\"to\":\"+84912345678\",\"body\":\"Ma " code \
  " don hang " order ".\",\"code\":\"" code "\",\"sent_at\":\"2026-11-22T03:15:00Z\"}"

static GtkWidget *
show (AppFixture *f, const char *order, const char *certificate)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o1", order);
  if (certificate != NULL)
    fake_shop_answer (f->shop, SME_OP_GET_CERTIFICATE, "o1", certificate);
  page = app_fixture_show_page (f, SME_TYPE_CERTIFICATE_PAGE, "certificate:o1");
  app_run_until_state (page, certificate != NULL ? SME_PAGE_CONTENT : SME_PAGE_EMPTY);
  app_run_idle ();
  return GTK_WIDGET (page);
}

/* With the local backend the same fake shop plays the tools. */
static GtkWidget *
show_locally (AppFixture *f, const char *certificate)
{
  sme_context_set_local_tools (f->context, (SmeLocalTools *) f->shop);
  return show (f, ACTIVATING, certificate);
}

static gboolean
can_press (GtkWidget *page, const char *label)
{
  GtkWidget *button = app_find (page, GTK_TYPE_BUTTON, label);

  return button != NULL && gtk_widget_is_sensitive (button);
}

static void
test_code_sent (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, ACTIVATING, SENT);

  g_assert_true (app_shows (page, "SMARTCA CÁ NHÂN CƠ BẢN"));
  g_assert_true (app_shows (page, "Order OSM-o1"));
  g_assert_true (app_shows (page, "22/11/2026 10:15, to 0912 *** 678 and a***n@vidu.vn"));
  g_assert_true (app_shows (page, "enter the activation code"));
  /* 40 seconds by the server's clock, whatever this computer's says. */
  g_assert_true (app_shows (page, "Possible again in 40 seconds."));
  g_assert_false (can_press (page, "Send the activation code again"));
  g_assert_nonnull (app_find (page, GTK_TYPE_BUTTON, "Try it now"));
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Sign the acceptance record"));
  /* A real server has no phone to play. */
  g_assert_false (app_shows (page, "Demonstration"));
  app_assert_named (page);
}

static void
test_resend (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, ACTIVATING, SENT_LONG_AGO);

  g_assert_true (can_press (page, "Send the activation code again"));
  fake_shop_answer (f->shop, SME_OP_RESEND_CERTIFICATE_CODE, "o1", SENT);
  fake_shop_hold (f->shop);
  app_click (page, "Send the activation code again");
  app_run_idle ();
  g_assert_false (can_press (page, "Send the activation code again"));
  fake_shop_let_go (f->shop);
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_RESEND_CERTIFICATE_CODE), ==, 1);
  g_assert_cmpstr (app_fixture_last_action (f), ==, "toast A new activation code was sent");
}

/* Neither eKYC again nor the money back is far, and there is a number to tell. */
static void
test_refused (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f,
                          SAMPLE_ORDER_MORE ("o1", "activating", "\"activate\",\"request_refund\"",
                                             ",\"refund_grounds\":[\"wrong_information\","
                                             "\"certificate_refused\"],\"case_number\":\"482913\""),
                          REFUSED);

  g_assert_true (app_shows (page, "Case 482 913. Tell this number"));
  app_assert_named (page);
  app_click (page, "Ask for the money back");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open payments:o1");
}

/* What is done, what comes next, and in which words. */
static void
test_way (AppFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *certificate;
    const char *words;
  } rows[] = {
    { ACTIVATED, "Identify yourself in the app (eKYC)" },
    { EKYC, "The certificate is issued when declaration, paper and eKYC agree" },
    { REFUSED, "Identify yourself (eKYC) in the app once more" },
  };
  GtkWidget *page = show (f, ACTIVATING, SENT);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fake_shop_answer (f->shop, SME_OP_GET_CERTIFICATE, "o1", rows[i].certificate);
      sme_page_reload (SME_PAGE (page));
      app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
      app_run_idle ();
      g_assert_true (app_shows (page, rows[i].words));
      g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Send the activation code again"));
      g_assert_true (app_shows (page, "22/11/2026 10:30"));
    }
  g_assert_true (app_shows (page, "Certificate not issued"));
  g_assert_true (app_shows (page, "The face is not the one on the identity paper. Xin chụp lại."));
}

static void
test_issued (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (
    f,
    SAMPLE_ORDER ("o1", "accepting", "\"sign_acceptance\",\"view_contract\",\"contact_support\""),
    ISSUED);

  g_assert_true (app_shows (page, "Certificate issued"));
  g_assert_true (app_shows (page, "54010101"));
  g_assert_true (app_shows (page, "22/11/2026 – 21/11/2027"));
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Try it now"));
  app_click (page, "Sign the acceptance record");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open sign:o1?purpose=acceptance");
  app_click (page, "View contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open contract:o1");
  app_click (page, "Contact support");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open support:o1");
  app_assert_named (page);
}

static void
test_active (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, SAMPLE_ORDER ("o1", "active", "\"view_contract\""), ISSUED);

  g_assert_true (app_shows (page, "Nothing more has to be done"));
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Sign the acceptance record"));
  app_click (page, "View the acceptance record");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open contract:o1?purpose=acceptance");
}

/* The server says that something changed; the page's own object changes with it. */
static void
test_lives (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, ACTIVATING, SENT);
  GtkWidget *app = GTK_WIDGET (app_find (page, SME_TYPE_PHONE_APP, NULL));

  g_assert_null (app);
  g_assert_true (app_shows (page, "enter the activation code"));
  fake_shop_answer (f->shop, SME_OP_GET_CERTIFICATE, "o1", ACTIVATED);
  sme_page_reload (SME_PAGE (page));
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  app_run_idle ();
  g_assert_false (app_shows (page, "enter the activation code"));
}

static void
test_before_the_contract (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, SAMPLE_ORDER ("o1", "signing", "\"sign_contract\""), NULL);

  g_assert_true (app_shows (page, "No certificate yet"));
  app_click (page, "Complete the contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open sign:o1");
}

static void
test_phone_enters_code (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show_locally (f, SENT);
  GtkWidget *entry = app_find (page, ADW_TYPE_ENTRY_ROW, NULL);

  g_assert_true (app_shows (page, "Demonstration: play the phone app"));
  app_click (page, "Activate the account");
  g_assert_true (app_shows (page, "Enter the activation code first."));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LOCAL_SMARTCA_ACTIVATE), ==, 0);
  /* The newest of this order; neither an OTP, nor another order's. */
  fake_shop_answer (f->shop, SME_OP_LOCAL_INBOX, NULL, INBOX);
  app_click (page, "Take the code from the inbox");
  app_run_idle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "33334444");
  fake_shop_answer (f->shop, SME_OP_LOCAL_SMARTCA_ACTIVATE, "o1", ACTIVATED);
  app_click (page, "Activate the account");
  app_run_idle ();
  g_assert_cmpstr (
    sme_record_get_text (fake_shop_get_body (f->shop, SME_OP_LOCAL_SMARTCA_ACTIVATE), "code"), ==,
    "33334444");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  app_assert_named (page);
}

static void
test_phone_wrong_code (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show_locally (f, SENT);

  gtk_editable_set_text (GTK_EDITABLE (app_find (page, ADW_TYPE_ENTRY_ROW, NULL)), " 1 ");
  fake_shop_refuse (f->shop, SME_OP_LOCAL_SMARTCA_ACTIVATE, SME_PROBLEM_OTP_EXPIRED);
  app_click (page, "Activate the account");
  app_run_idle ();
  g_assert_true (app_shows (page, "This activation code is no longer valid"));
  g_assert_cmpstr (
    sme_record_get_text (fake_shop_get_body (f->shop, SME_OP_LOCAL_SMARTCA_ACTIVATE), "code"), ==,
    "1");
}

static void
test_phone_steps (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show_locally (f, EKYC);

  fake_shop_answer (f->shop, SME_OP_LOCAL_SMARTCA_REFUSE, "o1", REFUSED);
  fake_shop_answer (f->shop, SME_OP_LOCAL_SMARTCA_ISSUE, "o1", ISSUED);
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Activate the account"));
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Identify yourself (eKYC)"));
  app_click (page, "Refuse the certificate");
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LOCAL_SMARTCA_REFUSE), ==, 1);
  app_click (page, "Issue the certificate");
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LOCAL_SMARTCA_ISSUE), ==, 1);
}

/* The page goes while the phone is at work; the late answer is dropped. */
static void
test_goes_meanwhile (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show_locally (f, EKYC);

  fake_shop_answer (f->shop, SME_OP_LOCAL_SMARTCA_ISSUE, "o1", ISSUED);
  fake_shop_hold (f->shop);
  app_click (page, "Issue the certificate");
  app_run_idle ();
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  fake_shop_let_go (f->shop);
  app_run_idle ();
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a3/code-sent-and-what-to-do", test_code_sent);
  ADD ("/a3/code-is-sent-again-after-a-while", test_resend);
  ADD ("/a3/every-stage-says-what-comes-next", test_way);
  ADD ("/a46/certificate-page/refused-has-a-number", test_refused);
  ADD ("/a3/issued-leads-to-the-acceptance-record", test_issued);
  ADD ("/a50/active-shows-the-record", test_active);
  ADD ("/certificate-page/loads-again", test_lives);
  ADD ("/certificate-page/before-the-contract", test_before_the_contract);
  ADD ("/certificate-page/phone-enters-the-code", test_phone_enters_code);
  ADD ("/certificate-page/phone-says-what-is-wrong", test_phone_wrong_code);
  ADD ("/certificate-page/phone-offers-what-the-state-allows", test_phone_steps);
  ADD ("/certificate-page/goes-while-a-step-is-under-way", test_goes_meanwhile);
  return g_test_run ();
}
