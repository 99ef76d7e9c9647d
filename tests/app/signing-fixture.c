/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "signing-fixture.h"

#include "core/sme-record-json.h"
#include "core/sme-records.h"

#include <glib/gstdio.h>
#include <math.h>

#define LATE_SECONDS 20
#define PASSWORD "mat khau dai qua"

static SmeLocalBackend *backend;

static gboolean
on_late (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
signing_run_until (SigningCondition condition, gpointer data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (LATE_SECONDS, on_late, &late);

  while (!condition (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

static gboolean
is_set (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

void
signing_assert_finalizes (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  signing_run_until (is_null, &object);
}

void
signing_on_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
signing_await (GAsyncResult **result)
{
  signing_run_until (is_set, result);
  return *result;
}

static SmeRecord *
make_body (SmeOperationId op, const char *json)
{
  g_autoptr (GBytes) bytes = NULL;
  SmeRecord *body;

  if (json == NULL)
    return NULL;
  bytes = g_bytes_new (json, strlen (json));
  body = sme_record_from_bytes (sme_operation_get (op)->request (), bytes, SME_DECODE_STRICT, NULL,
                                NULL);
  g_assert_nonnull (body);
  return body;
}

gpointer
signing_call (gpointer caller,
              SmeOperationId op,
              const char *path_id,
              const char *json,
              GError **error)
{
  g_autoptr (SmeRecord) body = make_body (op, json);
  g_autoptr (GAsyncResult) result = NULL;

  sme_caller_send_async (caller, op, path_id, NULL, body, NULL, signing_on_ready, &result);
  return sme_caller_record_finish (caller, signing_await (&result), error);
}

static gpointer
must_call (gpointer caller, SmeOperationId op, const char *path_id, const char *json)
{
  g_autoptr (GError) error = NULL;
  gpointer answer = signing_call (caller, op, path_id, json, &error);

  g_assert_no_error (error);
  return answer;
}

static GListModel *
read_inbox (SigningFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *inbox;

  sme_local_tools_call_async (self->tools, SME_OP_LOCAL_INBOX, NULL, NULL, NULL, NULL,
                              signing_on_ready, &result);
  inbox = sme_local_tools_list_finish (self->tools, signing_await (&result), NULL, NULL, &error);
  g_assert_no_error (error);
  return inbox;
}

/* Messages after the person's own first mail are the person's: nobody else is at work. */
static char *
read_last (SigningFixture *self, SmeMessageKind kind, guint *count)
{
  g_autoptr (GListModel) inbox = read_inbox (self);
  char *code = NULL;
  gboolean mine = FALSE;

  *count = 0;
  for (guint i = 0; i < g_list_model_get_n_items (inbox); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (inbox, i);

      mine |= g_strcmp0 (sme_record_get_text (item, "to"), self->email) == 0;
      if (!mine || sme_record_get_int (item, "kind") != kind ||
          sme_record_get_text (item, "code") == NULL)
        continue;
      (*count)++;
      g_free (code);
      code = g_strdup (sme_record_get_text (item, "code"));
    }
  return code;
}

char *
signing_fixture_read_code (SigningFixture *self)
{
  guint count;
  char *code = read_last (self, SME_MESSAGE_SMS, &count);

  g_assert_nonnull (code);
  return code;
}

guint
signing_fixture_count_codes (SigningFixture *self)
{
  guint count;

  g_free (read_last (self, SME_MESSAGE_SMS, &count));
  return count;
}

char *
signing_make_wrong_code (const char *code)
{
  char *wrong = g_strdup (code);

  wrong[5] = wrong[5] == '9' ? '0' : (char) (wrong[5] + 1);
  return wrong;
}

void
signing_fixture_advance (SigningFixture *self, guint seconds)
{
  g_autofree char *json = g_strdup_printf ("{\"advance_seconds\": %u}", seconds);

  g_object_unref (must_call (self->tools, SME_OP_LOCAL_CLOCK, NULL, json));
}

static void
register_person (SigningFixture *self, guint number)
{
  g_autofree char *token = NULL;
  guint count;
  g_autofree char *activation = NULL;
  g_autofree char *json = g_strdup_printf (
    "{\"customer_type\": \"person\", \"email\": \"%s\", \"password\": \"" PASSWORD "\","
    " \"full_name\": \"Nguyễn Văn An\", \"phone\": \"09123456%02u\", \"consents\": ["
    "{\"purpose\": \"service\", \"version\": \"service-2026-11-23\"},"
    "{\"purpose\": \"personal-data\", \"version\": \"personal-data-2026-11-23\"}]}",
    self->email, number);

  g_object_unref (must_call (self->shop, SME_OP_CREATE_ACCOUNT, NULL, json));
  token = read_last (self, SME_MESSAGE_EMAIL, &count);
  activation = g_strdup_printf ("{\"token\": \"%s\"}", token);
  g_object_unref (must_call (self->shop, SME_OP_ACTIVATE_ACCOUNT, NULL, activation));
}

static void
sign_in (SigningFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sme_shop_sign_in_async (self->shop, self->email, PASSWORD, NULL, signing_on_ready, &result);
  sme_shop_sign_in_finish (self->shop, signing_await (&result), &error);
  g_assert_no_error (error);
}

/* The plan that costs nothing: paid without a bank. */
static void
order (SigningFixture *self, guint number)
{
  g_autoptr (SmeRecord) made = must_call (self->shop, SME_OP_CREATE_ORDER, NULL,
                                          "{\"plan_id\": \"smartca-on-ps\", \"cycle_months\": 12}");
  g_autoptr (SmeRecord) declared = NULL, paid = NULL;
  g_autofree char *profile = g_strdup_printf (
    "{\"full_name\": \"Nguyễn Văn An\", \"id_type\": \"citizen_id\","
    " \"id_number\": \"031090001234\", \"id_issued_on\": \"2022-05-10\","
    " \"id_issued_by\": \"Cục Cảnh sát quản lý hành chính về trật tự xã hội\","
    " \"born_on\": \"1990-02-03\", \"sex\": \"male\", \"phone\": \"09123456%02u\","
    " \"email\": \"%s\", \"address\": {\"edition\": \"2025\", \"province_code\": \"31\","
    " \"commune_code\": \"11455\", \"street\": \"Khu Đoàn Kết 3\", \"house_number\": \"14\"}}",
    number, self->email);

  self->order_id = g_strdup (sme_record_get_text (made, "id"));
  declared = must_call (self->shop, SME_OP_PUT_PROFILE, self->order_id, profile);
  paid = must_call (self->shop, SME_OP_CREATE_PAYMENT, self->order_id,
                    "{\"method\": \"none\", \"terms_version\": \"2026-11\"}");
}

void
signing_fixture_set_up (SigningFixture *self, gconstpointer data)
{
  static guint number = 0;
  const char *url = signing_fixture_get_url ();

  number++;
  self->email = g_strdup_printf ("an-%u@vidu.vn", number);
  self->keyring = sme_keyring_new ();
  self->vault = sme_vault_new (self->keyring, g_get_tmp_dir ());
  self->tools = sme_local_tools_new (backend, NULL);
  self->shop = sme_shop_new (url, self->keyring, NULL);
  self->econtract = sme_econtract_new (url, NULL);
  g_assert_nonnull (self->shop);
  register_person (self, number);
  sign_in (self);
  order (self, number);
}

void
signing_fixture_tear_down (SigningFixture *self, gconstpointer data)
{
  signing_assert_finalizes (self->econtract);
  signing_assert_finalizes (self->shop);
  signing_assert_finalizes (self->tools);
  signing_assert_finalizes (self->vault);
  signing_assert_finalizes (self->keyring);
  g_free (self->order_id);
  g_free (self->email);
}

void
signing_draw (SmeInk *ink)
{
  double width = sme_ink_get_width (ink), height = sme_ink_get_height (ink);

  g_assert_true (sme_ink_begin_stroke (ink, NULL));
  for (guint i = 0; i < 200; i++)
    g_assert_true (sme_ink_append (ink, width * (0.1 + 0.7 * i / 200),
                                   height * (0.5 + 0.3 * sin (i / 15.0)), i * 8, -1, NULL));
  sme_ink_end_stroke (ink);
  g_assert_true (sme_ink_begin_stroke (ink, NULL));
  g_assert_true (sme_ink_append (ink, width / 2, height / 4, 2000, 0.5, NULL));
  sme_ink_end_stroke (ink);
}

const char *
signing_fixture_get_url (void)
{
  return sme_local_backend_get_base_url (backend);
}

static void
start_backend (const char *directory)
{
  /* No keyring: what is kept stays in memory, and nobody is prompted. */
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program =
    g_build_filename (g_getenv ("ONESME_BUILD_ROOT"), "src", "backend", "onesme-backend", NULL);

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  backend = sme_local_backend_new (program, directory);
  sme_local_backend_start_async (backend, NULL, signing_on_ready, &result);
  sme_local_backend_start_finish (backend, signing_await (&result), &error);
  g_assert_no_error (error);
}

static void
stop_backend (void)
{
  g_autoptr (GAsyncResult) result = NULL;

  sme_local_backend_stop_async (backend, NULL, signing_on_ready, &result);
  sme_local_backend_stop_finish (backend, signing_await (&result), NULL);
  g_clear_object (&result); /* it holds the backend */
  signing_assert_finalizes (backend);
}

static void
remove_directory (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_directory (path);
      else
        g_unlink (path);
    }
  g_rmdir (directory);
}

int
signing_fixture_run (void)
{
  g_autofree char *directory = g_dir_make_tmp ("onesme-signing-XXXXXX", NULL);
  int status;

  start_backend (directory);
  status = g_test_run ();
  stop_backend ();
  remove_directory (directory);
  return status;
}
