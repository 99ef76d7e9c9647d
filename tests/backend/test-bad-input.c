/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bad input made from the operations table and the fields of the records: whatever is wrong, the
 * answer is a problem with the right code, and nothing is stored. */
#include "backend-fixture.h"

#include "core/sme-operations.h"
#include "core/sme-records.h"
#include "core/sme-record-json.h"

#include <string.h>

typedef struct
{
  Fixture *fixture;
  char *access;
  char *other;
  Signing *signing;
  guint tried;
} World;

static World *
make_world (void)
{
  World *world = g_new0 (World, 1);

  world->fixture = fixture_new ();
  world->access = fixture_sign_up (world->fixture, "an@vidu.vn");
  world->other = fixture_sign_up (world->fixture, "binh@vidu.vn");
  world->signing = fixture_open_signing (world->fixture, world->access);
  return world;
}

static void
world_free (World *world)
{
  g_test_message ("%u bad requests", world->tried);
  signing_free (world->signing);
  fixture_free (world->fixture);
  g_free (world->access);
  g_free (world->other);
  g_free (world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static const char *
get_token (World *world, SmeAuth auth)
{
  switch (auth)
    {
    case SME_AUTH_ACCESS:
      return world->access;
    case SME_AUTH_SIGNING:
    case SME_AUTH_ECONTRACT:
      return world->signing->token;
    case SME_AUTH_LOCAL:
      return "local-token-of-the-tests";
    default:
      return NULL;
    }
}

static const char *
get_id (World *world, const SmeOperation *operation)
{
  if (strstr (operation->path, "/orders/") != NULL)
    return world->signing->order;
  if (strstr (operation->path, "/dossiers/") != NULL)
    return world->signing->dossier;
  return "smartca-on";
}

static Answer *
send_with (World *world,
           SmeOperationId id,
           const char *path_id,
           const char *token,
           const char *body)
{
  const SmeOperation *operation = sme_operation_get (id);
  g_autofree char *key = g_uuid_string_random ();
  g_autofree char *path =
    sme_operation_build_path (id, strstr (operation->path, "{id}") != NULL ? path_id : NULL);
  Request request = { operation->method, path, body, token, key, "\"v1\"" };

  world->tried++;
  return fixture_send (world->fixture, &request);
}

static Answer *
send_body (World *world, SmeOperationId id, const char *body)
{
  const SmeOperation *operation = sme_operation_get (id);

  return send_with (world, id, get_id (world, operation), get_token (world, operation->auth), body);
}

/* Calls that take a body and are not pages for a browser. */
static gboolean
takes_body (SmeOperationId id)
{
  return sme_operation_get (id)->request != NULL;
}

static void
test_broken_json (void)
{
  static const char *const bodies[] = {
    "", "{", "[1,]", "{} {}", "nul", "{\"a\":1,\"a\":2}", "\xff\xfe", "{\"a\":99999999999999999999}"
  };
  g_autoptr (World) world = make_world ();

  for (guint id = 0; id < SME_N_OPERATIONS; id++)
    for (guint i = 0; takes_body (id) && i < G_N_ELEMENTS (bodies); i++)
      {
        g_autoptr (Answer) answer = send_body (world, id, bodies[i]);
        assert_problem (answer, 400, "malformed");
      }
}

static gboolean
has_pointer (Answer *answer, const char *pointer)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *path = g_strdup_printf ("errors.%u.pointer", i);
      const char *found = answer_text (answer, path);

      if (found == NULL)
        return FALSE;
      if (g_str_equal (found, pointer))
        return TRUE;
    }
  return FALSE;
}

/* The wrong values for a field, as JSON. */
static void
list_wrong_values (const SmeField *field, GPtrArray *values)
{
  g_autofree char *long_text = NULL;

  switch (field->kind)
    {
    case SME_FIELD_TEXT:
      long_text = g_strnfill ((gsize) sme_field_get_max (field) + 1, 'a');
      g_ptr_array_add (values, g_strdup ("1"));
      g_ptr_array_add (values, g_strdup ("{}"));
      g_ptr_array_add (values, g_strdup ("\"a\\u0007\""));
      g_ptr_array_add (values, g_strdup_printf ("\"%s\"", long_text));
      break;
    case SME_FIELD_ENUM:
      g_ptr_array_add (values, g_strdup ("\"no such word\""));
      g_ptr_array_add (values, g_strdup ("0"));
      break;
    case SME_FIELD_INTEGER:
    case SME_FIELD_MONEY:
    case SME_FIELD_NUMBER:
      g_ptr_array_add (values, g_strdup ("\"1\""));
      g_ptr_array_add (values, g_strdup ("true"));
      if (field->max > 0)
        g_ptr_array_add (values, g_strdup_printf ("%" G_GINT64_FORMAT, field->max + 1));
      g_ptr_array_add (values, g_strdup_printf ("%" G_GINT64_FORMAT, field->min - 1));
      break;
    case SME_FIELD_DATE:
    case SME_FIELD_TIME:
      g_ptr_array_add (values, g_strdup ("\"2026-02-30\""));
      g_ptr_array_add (values, g_strdup ("20260230"));
      break;
    case SME_FIELD_BOOLEAN:
      g_ptr_array_add (values, g_strdup ("\"true\""));
      break;
    default:
      g_ptr_array_add (values, g_strdup ("\"text\""));
      g_ptr_array_add (values, g_strdup ("7"));
    }
}

static void
try_field (World *world, SmeOperationId id, const SmeField *field)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *pointer = g_strconcat ("/", field->name, NULL);

  list_wrong_values (field, values);
  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *body =
        g_strdup_printf ("{\"%s\":%s}", field->name, (char *) g_ptr_array_index (values, i));
      g_autoptr (Answer) answer = send_body (world, id, body);

      assert_problem (answer, 422, "invalid");
      g_assert_true (has_pointer (answer, pointer));
    }
}

static void
test_wrong_fields (void)
{
  g_autoptr (World) world = make_world ();
  guint before = fixture_count_messages (world->fixture);

  for (guint id = 0; id < SME_N_OPERATIONS; id++)
    {
      g_autoptr (GTypeClass) klass = NULL;
      const SmeField *fields;
      guint n;

      if (!takes_body (id))
        continue;
      klass = g_type_class_ref (sme_operation_get (id)->request ());
      fields = sme_record_class_list_fields (SME_RECORD_CLASS (klass), &n);
      for (guint i = 0; i < n; i++)
        try_field (world, id, &fields[i]);
    }
  g_assert_cmpuint (fixture_count_messages (world->fixture), ==, before);
}

static void
test_missing_fields (void)
{
  g_autoptr (World) world = make_world ();

  for (guint id = 0; id < SME_N_OPERATIONS; id++)
    {
      g_autoptr (GTypeClass) klass = NULL;
      g_autoptr (Answer) answer = NULL;
      const SmeField *fields;
      guint n;

      if (!takes_body (id) || (sme_operation_get (id)->flags & SME_OP_PARTIAL) != 0)
        continue;
      klass = g_type_class_ref (sme_operation_get (id)->request ());
      fields = sme_record_class_list_fields (SME_RECORD_CLASS (klass), &n);
      answer = send_body (world, id, "{}");
      for (guint i = 0; i < n; i++)
        if ((fields[i].flags & SME_FIELD_REQUIRED) != 0)
          {
            g_autofree char *pointer = g_strconcat ("/", fields[i].name, NULL);

            assert_problem (answer, 422, "invalid");
            g_assert_true (has_pointer (answer, pointer));
          }
    }
}

static void
test_no_token_and_wrong_kind (void)
{
  g_autoptr (World) world = make_world ();

  for (guint id = 0; id < SME_N_OPERATIONS; id++)
    {
      const SmeOperation *operation = sme_operation_get (id);
      const char *wrong =
        operation->auth == SME_AUTH_ACCESS ? world->signing->token : world->access;
      g_autoptr (Answer) none = NULL, other = NULL, nonsense = NULL;

      if (operation->auth == SME_AUTH_NONE || operation->auth == SME_AUTH_OPTIONAL)
        continue;
      none = send_with (world, id, get_id (world, operation), NULL, NULL);
      other = send_with (world, id, get_id (world, operation), wrong, NULL);
      nonsense = send_with (world, id, get_id (world, operation), "nonsense", NULL);
      assert_problem (none, 401, "no-session");
      assert_problem (other, 401, "no-session");
      assert_problem (nonsense, 401, "no-session");
    }
}

static void
test_unknown_and_foreign_ids (void)
{
  static const char *const ids[] = { "no-such-thing", "'; DROP TABLE orders; --", "%00", "..",
                                     "đ" };
  g_autoptr (World) world = make_world ();

  for (guint id = 0; id < SME_N_OPERATIONS; id++)
    {
      const SmeOperation *operation = sme_operation_get (id);

      if (strstr (operation->path, "{id}") == NULL || operation->request != NULL ||
          operation->auth == SME_AUTH_NONE)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          g_autoptr (Answer) answer =
            send_with (world, id, ids[i], get_token (world, operation->auth), NULL);
          g_assert_cmpuint (answer->status, ==, 404);
        }
      if (operation->auth == SME_AUTH_ACCESS && strstr (operation->path, "/orders/") != NULL)
        {
          g_autoptr (Answer) foreign =
            send_with (world, id, world->signing->order, world->other, NULL);
          assert_problem (foreign, 404, "not-found");
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bad-input/broken-json", test_broken_json);
  g_test_add_func ("/bad-input/wrong-fields", test_wrong_fields);
  g_test_add_func ("/bad-input/missing-fields", test_missing_fields);
  g_test_add_func ("/bad-input/no-token-and-wrong-kind", test_no_token_and_wrong_kind);
  g_test_add_func ("/bad-input/unknown-and-foreign-ids", test_unknown_and_foreign_ids);
  return g_test_run ();
}
