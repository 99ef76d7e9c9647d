/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-records.h"
#include "core/sme-record-json.h"

#include <string.h>

static SmeProfile *
make_profile (void)
{
  SmeProfile *profile = sme_profile_new ();
  g_autoptr (SmeAddress) address = sme_address_new ();

  sme_record_set_text (SME_RECORD (profile), "full_name", "Nguyễn Văn An");
  sme_record_set_int (SME_RECORD (profile), "born_on", 19900203);
  sme_record_set_int (SME_RECORD (profile), "sex", SME_SEX_FEMALE);
  sme_record_set_text (SME_RECORD (address), "street", "Khu Đoàn Kết 3");
  sme_record_set_object (SME_RECORD (profile), "address", address);
  return profile;
}

static void
test_absent_is_not_default (void)
{
  g_autoptr (SmeOtpState) state = sme_otp_state_new ();
  SmeRecord *record = SME_RECORD (state);

  g_assert_false (sme_record_has (record, "attempts_left"));
  g_assert_cmpint (sme_record_get_int (record, "attempts_left"), ==, 0);
  sme_record_set_int (record, "attempts_left", 0);
  g_assert_true (sme_record_has (record, "attempts_left"));
  sme_record_unset (record, "attempts_left");
  g_assert_false (sme_record_has (record, "attempts_left"));
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_notifies_on_change_only (void)
{
  g_autoptr (SmeProfile) profile = make_profile ();
  guint n = 0;

  g_signal_connect_swapped (profile, "notify::full-name", G_CALLBACK (count), &n);
  sme_record_set_text (SME_RECORD (profile), "full_name", "Nguyễn Văn An");
  g_assert_cmpuint (n, ==, 0);
  g_object_set (profile, "full-name", "Trần Thị Bình", NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (profile), "full_name"), ==, "Trần Thị Bình");
}

static void
test_copy_is_deep (void)
{
  g_autoptr (SmeProfile) profile = make_profile ();
  g_autoptr (SmeProfile) copy = sme_record_copy (SME_RECORD (profile));
  SmeRecord *address = sme_record_get_object (SME_RECORD (copy), "address");

  g_assert_true (sme_record_equal (SME_RECORD (profile), SME_RECORD (copy)));
  g_assert_true (address != sme_record_get_object (SME_RECORD (profile), "address"));
  sme_record_set_text (address, "street", "Phố Huế");
  g_assert_false (sme_record_equal (SME_RECORD (profile), SME_RECORD (copy)));
}

static void
test_diff_names_leaves (void)
{
  g_autoptr (SmeProfile) a = make_profile ();
  g_autoptr (SmeProfile) b = sme_record_copy (SME_RECORD (a));
  g_auto (GStrv) none = sme_record_diff (SME_RECORD (a), SME_RECORD (b));
  g_auto (GStrv) some = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  sme_record_set_text (sme_record_get_object (SME_RECORD (b), "address"), "street", "Phố Huế");
  sme_record_unset (SME_RECORD (b), "sex");
  some = sme_record_diff (SME_RECORD (a), SME_RECORD (b));
  g_assert_cmpuint (g_strv_length (some), ==, 2);
  g_assert_cmpstr (some[0], ==, "/sex");
  g_assert_cmpstr (some[1], ==, "/address/street");
}

static void
test_update_keeps_objects (void)
{
  g_autoptr (SmeOrder) order = sme_order_new ();
  g_autoptr (SmeOrder) fresh = NULL;
  g_autoptr (SmePayment) payment = sme_payment_new ();
  g_autoptr (SmeProfile) profile = make_profile ();
  GListModel *list;
  guint changed = 0;

  sme_record_set_text (SME_RECORD (payment), "id", "p1");
  sme_record_set_int (SME_RECORD (payment), "state", SME_PAYMENT_PENDING);
  sme_record_append (SME_RECORD (order), "payments", payment);
  sme_record_set_object (SME_RECORD (order), "profile", profile);
  fresh = sme_record_copy (SME_RECORD (order));
  list = sme_record_get_list (SME_RECORD (fresh), "payments");
  {
    g_autoptr (SmeRecord) twin = g_list_model_get_item (list, 0);
    sme_record_set_int (twin, "state", SME_PAYMENT_SUCCEEDED);
  }
  g_signal_connect_swapped (payment, "notify::state", G_CALLBACK (count), &changed);

  sme_record_update (SME_RECORD (order), SME_RECORD (fresh));
  list = sme_record_get_list (SME_RECORD (order), "payments");
  {
    g_autoptr (SmeRecord) same = g_list_model_get_item (list, 0);
    g_assert_true (same == SME_RECORD (payment));
  }
  g_assert_cmpuint (changed, ==, 1);
  g_assert_true (sme_record_get_object (SME_RECORD (order), "profile") == (gpointer) profile);
  g_assert_true (sme_record_equal (SME_RECORD (order), SME_RECORD (fresh)));
}

/* Who shows the price of an order listens to the order. */
static void
test_update_tells_of_objects (void)
{
  g_autoptr (SmeOrder) order = sme_order_new ();
  g_autoptr (SmeQuote) quote = sme_quote_new ();
  g_autoptr (SmeOrder) fresh = NULL;
  guint changed = 0;

  sme_record_set_int (SME_RECORD (quote), "total", 220000);
  sme_record_set_object (SME_RECORD (order), "quote", quote);
  fresh = sme_record_copy (SME_RECORD (order));
  g_signal_connect_swapped (order, "notify::quote", G_CALLBACK (count), &changed);
  sme_record_update (SME_RECORD (order), SME_RECORD (fresh));
  g_assert_cmpuint (changed, ==, 0);

  sme_record_set_int (sme_record_get_object (SME_RECORD (fresh), "quote"), "total", 176000);
  sme_record_update (SME_RECORD (order), SME_RECORD (fresh));
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpint (sme_record_get_int (SME_RECORD (quote), "total"), ==, 176000);
}

static const char *
make_text (const SmeField *field)
{
  switch (field->format)
    {
    case SME_TEXT_HASH:
      return "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    case SME_TEXT_BASE64:
      return "QWEx";
    default:
      return field->max > 0 && field->max < 3 ? "Aa" : "Aa1";
    }
}

/* Makes a value that fits the field, so that every declared field takes part. */
static void
fill_field (SmeRecord *record, const SmeField *field, guint depth)
{
  switch (field->kind)
    {
    case SME_FIELD_TEXT:
      sme_record_set_text (record, field->name, make_text (field));
      break;
    case SME_FIELD_NUMBER:
      sme_record_set_number (record, field->name, (double) field->min + 0.5);
      break;
    case SME_FIELD_DATE:
      sme_record_set_int (record, field->name, 20261122);
      break;
    case SME_FIELD_TIME:
      sme_record_set_int (record, field->name, G_GINT64_CONSTANT (1795000000123));
      break;
    case SME_FIELD_TEXTS:
      if (field->type == NULL)
        sme_record_set_texts (record, field->name, (const char *const[]){ "một", "hai", NULL });
      break;
    case SME_FIELD_OBJECT:
    case SME_FIELD_LIST:
      if (depth < 3)
        {
          g_autoptr (SmeRecord) child = g_object_new (field->type (), NULL);
          guint n;
          const SmeField *fields = sme_record_class_list_fields (SME_RECORD_GET_CLASS (child), &n);

          for (guint i = 0; i < n; i++)
            fill_field (child, &fields[i], depth + 1);
          if (field->kind == SME_FIELD_LIST)
            sme_record_append (record, field->name, child);
          else
            sme_record_set_object (record, field->name, child);
        }
      break;
    case SME_FIELD_GRID:
      break;
    default:
      sme_record_set_int (record, field->name, MAX (field->min, 0));
    }
}

static void
check_round_trip (GType type)
{
  g_autoptr (SmeRecord) record = g_object_new (type, NULL);
  g_autoptr (SmeRecord) back = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (GError) error = NULL;
  guint n;
  const SmeField *fields = sme_record_class_list_fields (SME_RECORD_GET_CLASS (record), &n);

  for (guint i = 0; i < n; i++)
    fill_field (record, &fields[i], 0);
  bytes = sme_record_to_bytes (record);
  back = sme_record_from_bytes (type, bytes, SME_DECODE_PARTIAL, &errors, &error);
  if (back == NULL && errors != NULL)
    g_test_message ("%s: %s %s", g_type_name (type),
                    sme_record_get_text (g_ptr_array_index (errors, 0), "pointer"),
                    sme_record_get_text (g_ptr_array_index (errors, 0), "code"));
  g_assert_no_error (error);
  g_assert_true (sme_record_equal (record, back));
}

static void
test_every_type_round_trips (void)
{
  g_autofree GType *types = NULL;
  guint n;

  /* Types register when they are first asked for. */
  g_type_ensure (SME_TYPE_ORDER);
  g_type_ensure (SME_TYPE_SERVICE);
  g_type_ensure (SME_TYPE_DOSSIER);
  g_type_ensure (SME_TYPE_SUBSCRIPTION);
  g_type_ensure (SME_TYPE_SESSION);
  g_type_ensure (SME_TYPE_REGISTRATION);
  g_type_ensure (SME_TYPE_BILLING);
  g_type_ensure (SME_TYPE_INBOX_ITEM);
  g_type_ensure (SME_TYPE_SIGNATURE_INPUT);
  g_type_ensure (SME_TYPE_OTP_REQUEST);
  for (guint round = 0; round < 2; round++)
    {
      g_free (types);
      types = g_type_children (SME_TYPE_RECORD, &n);
      g_assert_cmpuint (n, >=, 10);
      for (guint i = 0; i < n; i++)
        check_round_trip (types[i]);
    }
}

static void
test_grid (void)
{
  const char *json =
    "{\"kind\":\"drawn\",\"width\":480,\"height\":200.5,"
    "\"strokes\":[[{\"x\":1.25,\"y\":2,\"t\":0},{\"x\":3,\"y\":4,\"t\":8,\"p\":0.5}],[]]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (SmeRecord) input =
    sme_record_from_bytes (SME_TYPE_SIGNATURE_INPUT, bytes, SME_DECODE_STRICT, NULL, NULL);
  g_autoptr (SmeRecord) again = NULL, sample = NULL;
  g_autoptr (GListModel) stroke = NULL;
  g_autoptr (GBytes) written = NULL;
  GListModel *strokes;

  g_assert_nonnull (input);
  strokes = sme_record_get_list (input, "strokes");
  g_assert_cmpuint (g_list_model_get_n_items (strokes), ==, 2);
  stroke = g_list_model_get_item (strokes, 0);
  g_assert_cmpuint (g_list_model_get_n_items (stroke), ==, 2);
  sample = g_list_model_get_item (stroke, 1);
  g_assert_cmpfloat (sme_record_get_number (sample, "p"), ==, 0.5);
  written = sme_record_to_bytes (input);
  again = sme_record_from_bytes (SME_TYPE_SIGNATURE_INPUT, written, SME_DECODE_STRICT, NULL, NULL);
  g_assert_true (sme_record_equal (input, again));
}

typedef struct
{
  const char *json;
  const char *pointer; /* NULL: good */
  const char *code;
} DecodeCase;

static const DecodeCase decode_cases[] = {
  { "{\"method\":\"vietqr\",\"terms_version\":\"1\"}", NULL, NULL },
  { "{\"method\":\"vietqr\",\"terms_version\":\"1\",\"more\":{}}", NULL, NULL },
  { "{\"method\":\"vietqr\",\"terms_version\":\"1\",\"order_ids\":null}", NULL, NULL },
  { "{\"method\":\"vietqr\"}", "/terms_version", "required" },
  { "{\"method\":\"vietqr\",\"terms_version\":null}", "/terms_version", "required" },
  { "{\"method\":\"vietqr\",\"terms_version\":\"\"}", "/terms_version", "required" },
  { "{\"method\":\"VietQR\",\"terms_version\":\"1\"}", "/method", "unknown-value" },
  { "{\"method\":1,\"terms_version\":\"1\"}", "/method", "type" },
  { "{\"method\":\"none\",\"terms_version\":1}", "/terms_version", "type" },
  { "{\"method\":\"none\",\"terms_version\":[\"1\"]}", "/terms_version", "type" },
  { "{\"method\":\"none\",\"terms_version\":\"a\\u0007b\"}", "/terms_version", "characters" },
  { "{\"method\":\"none\",\"terms_version\":\"a\\u202eb\"}", "/terms_version", "characters" },
  { "{\"method\":\"none\",\"terms_version\":\"123456789012345678901234567890123\"}",
    "/terms_version", "too-long" },
  { "{\"method\":\"none\",\"terms_version\":\"1\",\"order_ids\":\"1\"}", "/order_ids", "type" },
  { "{\"method\":\"none\",\"terms_version\":\"1\",\"order_ids\":[1]}", "/order_ids", "type" },
  { "[]", "", "type" },
};

static void
test_decode_is_strict (gconstpointer data)
{
  const DecodeCase *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->json, strlen (test->json));
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) record =
    sme_record_from_bytes (SME_TYPE_PAYMENT_REQUEST, bytes, SME_DECODE_STRICT, &errors, &error);

  if (test->pointer == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (record);
      return;
    }
  g_assert_error (error, SME_JSON_ERROR, SME_JSON_ERROR_FIELDS);
  g_assert_null (record);
  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_cmpstr (sme_record_get_text (g_ptr_array_index (errors, 0), "pointer"), ==,
                   test->pointer);
  g_assert_cmpstr (sme_record_get_text (g_ptr_array_index (errors, 0), "code"), ==, test->code);
}

static void
test_text_becomes_nfc (void)
{
  const char *json = "{\"token\":\"e\\u0302\\u0301\"}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (SmeRecord) record =
    sme_record_from_bytes (SME_TYPE_ACTIVATION, bytes, SME_DECODE_STRICT, NULL, NULL);

  g_assert_cmpstr (sme_record_get_text (record, "token"), ==, "ế");
}

static void
test_errors_are_bounded (void)
{
  g_autoptr (GString) json = g_string_new ("{\"documents\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) errors = NULL;

  for (guint i = 0; i < 900; i++)
    g_string_append (json, i > 0 ? ",{}" : "{}");
  g_string_append (json, "]}");
  bytes = g_bytes_new (json->str, json->len);
  g_assert_null (
    sme_record_from_bytes (SME_TYPE_OTP_REQUEST, bytes, SME_DECODE_STRICT, &errors, NULL));
  g_assert_cmpuint (errors->len, <=, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/absent-is-not-default", test_absent_is_not_default);
  g_test_add_func ("/record/notifies-on-change-only", test_notifies_on_change_only);
  g_test_add_func ("/record/copy-is-deep", test_copy_is_deep);
  g_test_add_func ("/record/diff-names-leaves", test_diff_names_leaves);
  g_test_add_func ("/record/update-keeps-objects", test_update_keeps_objects);
  g_test_add_func ("/record/update-tells-of-objects", test_update_tells_of_objects);
  g_test_add_func ("/record/every-type-round-trips", test_every_type_round_trips);
  g_test_add_func ("/record/grid-round-trips", test_grid);
  for (guint i = 0; i < G_N_ELEMENTS (decode_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/record/decode-is-strict/%u", i);
      g_test_add_data_func (path, &decode_cases[i], test_decode_is_strict);
    }
  g_test_add_func ("/record/text-becomes-nfc", test_text_becomes_nfc);
  g_test_add_func ("/record/errors-are-bounded", test_errors_are_bounded);
  return g_test_run ();
}
