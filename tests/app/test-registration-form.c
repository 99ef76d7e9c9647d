/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-registration-form.h"

#include "account-fixture.h"
#include "app/form/sme-choice-row.h"
#include "core/sme-enums.h"

static GtkWidget *
show (AppFixture *f)
{
  GtkWidget *form = sme_registration_form_new ();

  app_fixture_show (f, form, 560, 800);
  return form;
}

static void
choose (GtkWidget *form, SmeCustomerType type)
{
  GtkWidget *row = app_find (form, SME_TYPE_CHOICE_ROW, NULL);

  sme_choice_row_set_selected (SME_CHOICE_ROW (row), (int) type);
  g_signal_emit_by_name (row, "edited");
}

static void
fill_in_person (GtkWidget *form)
{
  account_type (form, "Full name", "  Nguyễn   Thị Lan ");
  account_type (form, "Phone number", "0912 345 678");
  account_type (form, "Email address", " lan@Example.VN ");
  account_type (form, "Password", "mật khẩu thật dài");
  account_type (form, "Repeat password", "mật khẩu thật dài");
}

static gboolean
is_wrong (GtkWidget *form, const char *title)
{
  return sme_field_row_get_error (account_find_field (form, title)) != NULL;
}

static void
test_person (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f);
  g_autoptr (SmeRecord) request = NULL;

  g_assert_true (app_shows (form, "INDIVIDUAL"));
  g_assert_true (app_shows (form, "HOUSEHOLD BUSINESS"));
  g_assert_true (app_shows (form, "ENTERPRISE"));
  g_assert_false (app_shows (form, "Position"));
  fill_in_person (form);
  g_assert_true (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  request = SME_RECORD (sme_registration_form_make_request (SME_REGISTRATION_FORM (form)));
  g_assert_cmpint (sme_record_get_int (request, "customer_type"), ==, SME_CUSTOMER_PERSON);
  g_assert_cmpstr (sme_record_get_text (request, "full_name"), ==, "Nguyễn Thị Lan");
  g_assert_cmpstr (sme_record_get_text (request, "phone"), ==, "+84912345678");
  g_assert_cmpstr (sme_record_get_text (request, "email"), ==, "lan@example.vn");
  g_assert_cmpstr (sme_record_get_text (request, "password"), ==, "mật khẩu thật dài");
  g_assert_false (sme_record_has (request, "organisation_name"));
  /* Not asked for, and only looked at if given. */
  g_assert_false (sme_record_has (request, "tax_code"));
  account_type (form, "Tax code", "0100684378-001");
  g_assert_false (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  account_type (form, "Tax code", "001399000001");
  g_assert_false (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  account_type (form, "Tax code", "031190001234");
  g_assert_true (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  app_assert_named (form);
}

static void
test_enterprise (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f);
  g_autoptr (SmeRecord) request = NULL;

  choose (form, SME_CUSTOMER_ENTERPRISE);
  app_run_idle ();
  fill_in_person (form);
  g_assert_false (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  g_assert_true (is_wrong (form, "Name of the enterprise"));
  account_type (form, "Name of the enterprise", "Công ty Đóm Lửa");
  account_type (form, "Tax code", "0100684378 - 001");
  account_type (form, "Business registration number", "0100684378<");
  g_assert_false (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  account_type (form, "Business registration number", "12");
  g_assert_false (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  g_assert_true (is_wrong (form, "Business registration number"));
  account_type (form, "Business registration number", "0100684378");
  account_type (form, "Position", " Giám  đốc ");
  g_assert_true (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  request = SME_RECORD (sme_registration_form_make_request (SME_REGISTRATION_FORM (form)));
  g_assert_cmpstr (sme_record_get_text (request, "tax_code"), ==, "0100684378-001");
  g_assert_cmpstr (sme_record_get_text (request, "organisation_name"), ==, "Công ty Đóm Lửa");
  g_assert_cmpstr (sme_record_get_text (request, "registration_number"), ==, "0100684378");
  g_assert_cmpstr (sme_record_get_text (request, "position"), ==, "Giám đốc");
}

/* The twelve digits of a person are a household's tax code, not an enterprise's. */
static void
test_household (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f);

  choose (form, SME_CUSTOMER_HOUSEHOLD);
  app_run_idle ();
  fill_in_person (form);
  account_type (form, "Name of the household business", "Tạp hóa Lan");
  account_type (form, "Tax code", "031190001234");
  g_assert_true (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  choose (form, SME_CUSTOMER_ENTERPRISE);
  g_assert_true (is_wrong (form, "Tax code"));
  g_assert_cmpstr (sme_field_row_get_error (account_find_field (form, "Tax code")), ==,
                   "An enterprise’s tax code has 10 digits, or 10 digits, a hyphen and 3 digits.");
  choose (form, SME_CUSTOMER_HOUSEHOLD);
  g_assert_false (is_wrong (form, "Tax code"));
}

/* Whatever was typed is looked at again when somebody else is to be registered, and says what is
 * needed. */
static void
test_other_type (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f);

  app_run_idle ();
  g_assert_true (app_shows (form, "12-digit personal number"));
  account_type (form, "Tax code", "031190001234");
  choose (form, SME_CUSTOMER_ENTERPRISE);
  g_assert_true (is_wrong (form, "Tax code"));
  g_assert_false (app_shows (form, "12-digit personal number"));
  account_type (form, "Password", "ngắn");
  g_assert_false (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  g_assert_cmpstr (sme_field_row_get_error (account_find_field (form, "Password")), ==,
                   "At least 8 characters are needed.");
}

static void
test_rules (AppFixture *f, gconstpointer data)
{
  static const char *const wrong[][2] = {
    { "Full name", "Lan 2" },        { "Phone number", "024 3774 1234" },
    { "Email address", "lan@vidu" }, { "Password", "matkhau123" },
    { "Repeat password", "khác" },
  };
  GtkWidget *form = show (f);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      fill_in_person (form);
      account_type (form, wrong[i][0], wrong[i][1]);
      g_assert_false (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
      g_assert_true (is_wrong (form, wrong[i][0]));
    }
}

static void
assert_says (GtkWidget *form, const char *title, const char *text, const char *error)
{
  account_type (form, title, text);
  g_assert_false (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  g_assert_cmpstr (sme_field_row_get_error (account_find_field (form, title)), ==, error);
}

/* How many digits a right number has. */
static void
test_lengths (AppFixture *f, gconstpointer data)
{
  const char *missing = "One digit is missing: these are 11, a personal number has 12. An older tax"
                        " code of a person has 10.";
  const char *household = "A household’s tax code has 10, 12 or 13 digits.";
  GtkWidget *form = show (f);

  fill_in_person (form);
  assert_says (form, "Tax code", "03119000123", missing);
  assert_says (form, "Tax code", "031 190 001 23", missing);
  assert_says (form, "Tax code", "031190001",
               "A person’s tax code has 12 digits, or 10 for an older one.");
  assert_says (form, "Phone number", "02812345",
               "A mobile number is needed, like 0912 345 678: the OTP comes by SMS.");
  assert_says (form, "Phone number", "091234567",
               "A mobile number has 10 digits, like 0912 345 678.");
  choose (form, SME_CUSTOMER_HOUSEHOLD);
  assert_says (form, "Tax code", "03119000123", missing);
  assert_says (form, "Tax code", "03119000123456", household);
  choose (form, SME_CUSTOMER_ENTERPRISE);
  assert_says (form, "Tax code", "01006843781",
               "An enterprise’s tax code has 10 digits, or 10 digits, a hyphen and 3 digits.");
}

/* The second field is judged again when the first one changes. */
static void
test_repeat (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f);

  fill_in_person (form);
  account_type (form, "Repeat password", "mật khẩu thật ngắn");
  g_assert_false (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  account_type (form, "Password", "mật khẩu thật ngắn");
  g_assert_false (is_wrong (form, "Repeat password"));
}

/* Whichever of the two is typed first. */
static void
test_own_email (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f);
  SmeFieldRow *password = account_find_field (form, "Password");

  fill_in_person (form);
  account_type (form, "Email address", "lanhuong@example.vn");
  account_type (form, "Password", "LanHuong@2026");
  account_type (form, "Repeat password", "LanHuong@2026");
  g_assert_true (app_shows (form, "Strength: Not accepted yet"));
  g_assert_false (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  g_assert_cmpstr (sme_field_row_get_error (password), ==,
                   "This is your email address, or little more. Please choose another password.");
  account_type (form, "Email address", "lan@example.vn");
  g_assert_null (sme_field_row_get_error (password));
  g_assert_false (app_shows (form, "Strength: Not accepted yet"));
  g_assert_true (sme_registration_form_check (SME_REGISTRATION_FORM (form)));
  account_type (form, "Email address", "lanhuong@example.vn");
  g_assert_nonnull (sme_field_row_get_error (password));
}

static SmeFieldRow *
find_focused (GtkWidget *form)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (form));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SME_TYPE_FIELD_ROW) : NULL;

  return row != NULL ? SME_FIELD_ROW (row) : NULL;
}

/* From the first field to the last and back again, past the strength of the password. */
static void
test_keyboard (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  SmeFieldRow *row;

  choose (form, SME_CUSTOMER_ENTERPRISE);
  account_type (form, "Password", "mật khẩu thật dài");
  app_run_idle ();
  sme_field_row_focus (account_find_field (form, "Name of the enterprise"));
  /* A password has two stops: where it is typed, and its eye. */
  while ((row = find_focused (form)) != NULL)
    {
      if (!g_ptr_array_find (rows, row, NULL))
        g_ptr_array_add (rows, row);
      if (!gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD))
        break;
    }
  g_assert_cmpuint (rows->len, ==, 9);
  for (guint i = rows->len - 1; i > 0; i--)
    {
      sme_field_row_focus (g_ptr_array_index (rows, i));
      gtk_widget_child_focus (form, GTK_DIR_TAB_BACKWARD);
      g_assert_true (find_focused (form) == g_ptr_array_index (rows, i - 1));
    }
  gtk_widget_child_focus (form, GTK_DIR_TAB_BACKWARD);
  g_assert_null (find_focused (form));
  g_assert_nonnull (
    gtk_widget_get_ancestor (gtk_root_get_focus (gtk_widget_get_root (form)), SME_TYPE_CHOICE_ROW));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a17/a-person-registers", test_person);
  ADD ("/a17/an-enterprise-registers", test_enterprise);
  ADD ("/a17/a-household-registers", test_household);
  ADD ("/a17/the-own-address-is-no-password", test_own_email);
  ADD ("/registration-form/another-type-checks-the-tax-code-again", test_other_type);
  ADD ("/registration-form/each-rule-at-its-field", test_rules);
  ADD ("/registration-form/a17/how-many-digits-are-needed", test_lengths);
  ADD ("/registration-form/the-keyboard-passes-every-field-both-ways", test_keyboard);
  ADD ("/registration-form/passwords-are-compared-both-ways", test_repeat);
  return g_test_run ();
}
