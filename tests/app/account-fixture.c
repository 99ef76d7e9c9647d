/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "account-fixture.h"

#include "app/account/sme-busy-button.h"
#include "app/account/sme-notice.h"

void
account_fixture_set_up (AccountFixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->app, data);
  self->server = test_server_new ();
  self->keyring = sme_keyring_new ();
  self->shop = sme_shop_new (test_server_get_url (self->server), self->keyring, NULL);
  sme_transport_set_retries (sme_shop_get_transport (self->shop), 1, 10, 100);
  sme_context_set_keyring (self->app.context, self->keyring);
  sme_context_set_shop (self->app.context, self->shop);
  test_server_reply_always (self->server, "GET /v1/events",
                            (TestReply){ 200, ":\n\n", .kind = TEST_REPLY_STREAM });
  test_server_reply_always (self->server, "GET /v1/me", (TestReply){ 200, ACCOUNT_SAMPLE });
}

void
account_fixture_tear_down (AccountFixture *self, gconstpointer data)
{
  app_fixture_tear_down (&self->app, data);
  test_assert_finalizes (self->shop);
  test_assert_finalizes (self->keyring);
  test_server_free (self->server);
}

static gboolean
is_signed_in (gpointer context)
{
  return sme_context_is_signed_in (context);
}

void
account_fixture_sign_in (AccountFixture *self)
{
  test_server_reply (self->server, "POST /v1/sessions",
                     (TestReply){ 201, "{\"access_token\":\"access-1\",\"expires_in\":900,"
                                       "\"refresh_token\":\"refresh-1\",\"account\":" ACCOUNT_SAMPLE
                                       "}" });
  sme_shop_sign_in_async (self->shop, "lan@example.vn", "x", NULL, NULL, NULL);
  app_run_until (is_signed_in, self->app.context);
}

static GtkWidget *
find (GtkWidget *root, GType type, const char *property, const char *value)
{
  g_autofree char *found = NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      g_object_get (root, property, &found, NULL);
      if (g_strcmp0 (found, value) == 0)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *below = find (child, type, property, value);

      if (below != NULL)
        return below;
    }
  return NULL;
}

SmeFieldRow *
account_find_field (GtkWidget *root, const char *title)
{
  GtkWidget *field = find (root, SME_TYPE_FIELD_ROW, "title", title);

  if (field == NULL)
    g_error ("There is no field “%s”", title);
  return SME_FIELD_ROW (field);
}

void
account_type (GtkWidget *root, const char *title, const char *text)
{
  sme_field_row_set_text (account_find_field (root, title), text);
}

static GtkWidget *
find_button (GtkWidget *root, const char *caption)
{
  GtkWidget *button = find (root, SME_TYPE_BUSY_BUTTON, "caption", caption);

  if (button == NULL)
    g_error ("There is no button “%s”", caption);
  return button;
}

gboolean
account_can_press (GtkWidget *root, const char *caption)
{
  return gtk_widget_is_sensitive (find_button (root, caption));
}

void
account_press (GtkWidget *root, const char *caption)
{
  GtkWidget *button = find_button (root, caption);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

const char *
account_get_notice (GtkWidget *root)
{
  GtkWidget *notice = app_find (root, SME_TYPE_NOTICE, NULL);

  return notice != NULL ? sme_notice_get_text (SME_NOTICE (notice)) : NULL;
}

static void
count (SmePage *page, gpointer n)
{
  (*(guint *) n)++;
}

void
account_count_finished (SmePage *page, guint *n)
{
  g_signal_connect (page, "finished", G_CALLBACK (count), n);
}
