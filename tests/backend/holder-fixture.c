/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "holder-fixture.h"

Customer *
holder_fixture_buyer (void)
{
  Customer *self = g_new0 (Customer, 1);
  g_autofree char *pay = NULL;
  g_autoptr (Answer) paid = NULL;

  self->fixture = fixture_new ();
  self->access = fixture_sign_up (self->fixture, BUYER_EMAIL);
  self->signing = g_new0 (Signing, 1);
  self->signing->order = fixture_order (self->fixture, self->access, "smartca-on-ps");
  fixture_declare (self->fixture, self->access, self->signing->order);
  pay = g_strdup_printf ("/v1/orders/%s/payments", self->signing->order);
  paid = fixture_call (self->fixture, "POST", pay, self->access,
                       "{\"method\":\"none\",\"terms_version\":\"2026-11\"}");
  assert_status (paid, 201);
  return self;
}

Answer *
holder_fixture_invitation (Customer *buyer, const char *method)
{
  g_autofree char *path =
    g_strdup_printf ("/v1/orders/%s/signer-invitation", buyer->signing->order);

  return fixture_call (buyer->fixture, method, path, buyer->access, NULL);
}

Answer *
holder_fixture_sign_in (Customer *buyer, const char *password)
{
  g_autofree char *name = fixture_find_in_inbox (buyer->fixture, "Tên đăng nhập: ");
  g_autofree char *body =
    g_strdup_printf ("{\"username\":\"%s\",\"password\":\"%s\"}", name, password);

  return fixture_call (buyer->fixture, "POST", "/econtract/v1/sessions", NULL, body);
}

/* What @token opens of @dossier. */
static Signing *
take (Customer *buyer, const char *token, const char *dossier)
{
  g_autofree char *json = g_strdup_printf (
    "{\"access_token\":\"%s\",\"dossier_id\":\"%s\",\"password_change_required\":false}", token,
    dossier);
  g_autoptr (Answer) session = g_new0 (Answer, 1);

  session->json = json_from_string (json, NULL);
  return fixture_take_session (buyer->fixture, session, buyer->signing->order);
}

Signing *
holder_fixture_open (Customer *buyer)
{
  g_autofree char *mailed = fixture_find_in_inbox (buyer->fixture, "Mật khẩu lần đầu: ");
  g_autoptr (Answer) session = holder_fixture_sign_in (buyer, mailed);
  g_autoptr (Answer) dossiers = NULL, changed = NULL;
  const char *token;

  assert_status (session, 201);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (session->json), "can_sign"));
  token = answer_text (session, "access_token");
  changed = fixture_call (buyer->fixture, "PUT", "/econtract/v1/password", token,
                          "{\"new\":\"" HOLDER_PASSWORD "\"}");
  assert_status (changed, 204);
  dossiers = fixture_call (buyer->fixture, "GET", "/econtract/v1/dossiers", token, NULL);
  g_assert_cmpint (answer_int (dossiers, "total"), ==, 1);
  return take (buyer, token, answer_text (dossiers, "items.0.id"));
}

Signing *
holder_fixture_find (Customer *buyer, const char *token, const char *kind)
{
  g_autoptr (Answer) dossiers =
    fixture_call (buyer->fixture, "GET", "/econtract/v1/dossiers", token, NULL);

  for (gint64 i = 0; i < answer_int (dossiers, "total"); i++)
    {
      g_autofree char *found = g_strdup_printf ("items.%" G_GINT64_FORMAT ".kind", i);
      g_autofree char *id = g_strdup_printf ("items.%" G_GINT64_FORMAT ".id", i);

      if (g_str_equal (answer_text (dossiers, found), kind))
        return take (buyer, token, answer_text (dossiers, id));
    }
  g_assert_not_reached ();
}
