/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lookup/sme-negotiation.h"

#include "app/lookup/sme-message-composer.h"
#include "app/lookup/sme-message-row.h"
#include "core/sme-record-json.h"
#include "lookup-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define MESSAGES "/econtract/v1/dossiers/d1/messages"
#define TWO \
  "{\"items\":[{\"id\":\"m1\",\"dossier_id\":\"d1\",\"author\":\"customer\"," \
  "\"text\":\"Xin sửa điều 5.\",\"sent_at\":\"2026-11-22T03:15:00Z\"}," \
  "{\"id\":\"m2\",\"dossier_id\":\"d1\",\"author\":\"operator\",\"text\":\"Đã sửa.\"," \
  "\"attachment_name\":\"bản sửa.pdf\",\"attachment_type\":\"application/pdf\"," \
  "\"attachment_bytes\":2048,\"sent_at\":\"2026-11-22T04:15:00Z\"}],\"total\":2}"
#define NONE "{\"items\":[],\"total\":0}"

static SmeDossier *
make_dossier (const char *more)
{
  g_autofree char *json =
    g_strdup_printf (LOOKUP_DOSSIER ("d1", "Hợp đồng", "12726", "ready", "%s"), more);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  SmeDossier *dossier =
    sme_record_from_bytes (SME_TYPE_DOSSIER, bytes, SME_DECODE_STRICT, NULL, NULL);

  g_assert_nonnull (dossier);
  return dossier;
}

static gboolean
is_idle (gpointer negotiation)
{
  return !sme_negotiation_get_busy (negotiation);
}

static SmeNegotiation *
show (LookupFixture *f, SmeDossier *dossier)
{
  SmeNegotiation *negotiation = SME_NEGOTIATION (sme_negotiation_new ());

  lookup_fixture_sign_in (f);
  app_fixture_show (&f->app, GTK_WIDGET (negotiation), 360, 640);
  sme_negotiation_set_dossier (negotiation, f->econtract, dossier);
  app_run_until (is_idle, negotiation);
  app_run_idle ();
  return negotiation;
}

static void
type (SmeNegotiation *negotiation, const char *text)
{
  GtkWidget *view = app_find (GTK_WIDGET (negotiation), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  app_run_idle ();
}

static char *
dup_typed (SmeNegotiation *negotiation)
{
  GtkWidget *view = app_find (GTK_WIDGET (negotiation), GTK_TYPE_TEXT_VIEW, NULL);
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  return text;
}

static void
test_shows_both_sides (LookupFixture *f, gconstpointer data)
{
  g_autoptr (SmeDossier) dossier = make_dossier (",\"unread_messages\":1");
  SmeNegotiation *negotiation;

  test_server_reply_always (f->server, "GET " MESSAGES, (TestReply){ 200, TWO });
  test_server_reply_always (
    f->server, "POST " MESSAGES "/read",
    (TestReply){ 200, LOOKUP_DOSSIER ("d1", "Hợp đồng", "12726", "ready", "") });
  negotiation = show (f, dossier);
  app_assert_named (GTK_WIDGET (negotiation));
  g_assert_true (app_shows (GTK_WIDGET (negotiation), "You"));
  g_assert_true (app_shows (GTK_WIDGET (negotiation), "Provider"));
  g_assert_true (app_shows (GTK_WIDGET (negotiation), "Xin sửa điều 5."));
  g_assert_true (app_shows (GTK_WIDGET (negotiation), "22/11/2026 11:15"));
  g_assert_true (app_shows (GTK_WIDGET (negotiation), "bản sửa.pdf"));
  g_assert_cmpuint (test_server_count (f->server, "POST " MESSAGES "/read"), ==, 1);
}

static void
test_what_is_typed_stays (LookupFixture *f, gconstpointer data)
{
  g_autoptr (SmeDossier) dossier = make_dossier ("");
  g_autofree char *after_failure = NULL, *after_success = NULL;
  SmeNegotiation *negotiation;
  TestRequest *request;

  test_server_reply_always (f->server, "GET " MESSAGES, (TestReply){ 200, NONE });
  negotiation = show (f, dossier);
  g_assert_true (app_shows (GTK_WIDGET (negotiation), "Nothing was written yet."));
  type (negotiation, "Xin sửa điều 5.");
  test_server_reply (f->server, "POST " MESSAGES, (TestReply){ 500, "{\"code\":\"internal\"}" });
  gtk_widget_activate_action (app_find (GTK_WIDGET (negotiation), SME_TYPE_MESSAGE_COMPOSER, NULL),
                              "composer.send", NULL);
  app_run_until (is_idle, negotiation);
  after_failure = dup_typed (negotiation);
  g_assert_cmpstr (after_failure, ==, "Xin sửa điều 5.");
  test_server_reply (f->server, "POST " MESSAGES,
                     (TestReply){ 201, "{\"id\":\"m1\",\"dossier_id\":\"d1\",\"author\":"
                                       "\"customer\",\"text\":\"Xin sửa điều 5.\","
                                       "\"sent_at\":\"2026-11-22T03:15:00Z\"}" });
  test_server_reply_always (f->server, "GET " MESSAGES, (TestReply){ 200, TWO });
  gtk_widget_activate_action (app_find (GTK_WIDGET (negotiation), SME_TYPE_MESSAGE_COMPOSER, NULL),
                              "composer.send", NULL);
  app_run_until (is_idle, negotiation);
  after_success = dup_typed (negotiation);
  g_assert_cmpstr (after_success, ==, "");
  request = test_server_get (f->server, "POST " MESSAGES, 1);
  g_assert_nonnull (strstr (request->body, "Xin sửa điều 5."));
  g_assert_true (app_shows (GTK_WIDGET (negotiation), "Đã sửa."));
}

static void
attach (SmeNegotiation *negotiation, const char *content)
{
  GtkWidget *composer = app_find (GTK_WIDGET (negotiation), SME_TYPE_MESSAGE_COMPOSER, NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "onesme đính kèm.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  sme_message_composer_attach (SME_MESSAGE_COMPOSER (composer), file);
}

static gboolean
shows_name (gpointer negotiation)
{
  return app_shows (negotiation, "onesme đính kèm.pdf");
}

static gboolean
shows_refusal (gpointer negotiation)
{
  return app_shows (negotiation, "Only PDF files and pictures");
}

static void
test_attachment (LookupFixture *f, gconstpointer data)
{
  g_autoptr (SmeDossier) dossier = make_dossier ("");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "onesme đính kèm.pdf", NULL);
  SmeNegotiation *negotiation;

  test_server_reply_always (f->server, "GET " MESSAGES, (TestReply){ 200, NONE });
  negotiation = show (f, dossier);
  attach (negotiation, "#!/bin/sh\n");
  app_run_until (shows_refusal, negotiation);
  attach (negotiation, "%PDF-1.4 and so on");
  app_run_until (shows_name, negotiation);
  g_assert_false (shows_refusal (negotiation));
  app_click (GTK_WIDGET (negotiation), "Remove the file");
  app_run_idle ();
  g_assert_false (shows_name (negotiation));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_can_be_tried_again (LookupFixture *f, gconstpointer data)
{
  g_autoptr (SmeDossier) dossier = make_dossier ("");
  SmeNegotiation *negotiation;

  test_server_reply (f->server, "GET " MESSAGES, (TestReply){ 500, "{\"code\":\"internal\"}" });
  negotiation = show (f, dossier);
  test_server_reply_always (f->server, "GET " MESSAGES, (TestReply){ 200, TWO });
  gtk_widget_activate_action (GTK_WIDGET (negotiation), "negotiation.retry", NULL);
  app_run_until (is_idle, negotiation);
  g_assert_true (app_shows (GTK_WIDGET (negotiation), "Đã sửa."));
}

#define ADD(path, function) \
  g_test_add (path, LookupFixture, NULL, lookup_fixture_set_up, function, lookup_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a61/negotiation-shows-both-sides", test_shows_both_sides);
  ADD ("/a61/what-is-typed-in-the-negotiation-stays", test_what_is_typed_stays);
  ADD ("/a61/a-file-goes-along", test_attachment);
  ADD ("/a61/the-negotiation-can-be-tried-again", test_can_be_tried_again);
  return g_test_run ();
}
