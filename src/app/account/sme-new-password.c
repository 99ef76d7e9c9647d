/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-new-password.h"

#include "app/account/sme-account-rules.h"

#define METER_KEY "sme-new-password-meter"
#define REPEAT_KEY "sme-new-password-repeat"
#define EMAIL_KEY "sme-new-password-email"

static const char *
get_email (gpointer password_row)
{
  return g_object_get_data (password_row, EMAIL_KEY);
}

static void
rate (SmeFieldRow *password_row)
{
  sme_password_meter_rate (g_object_get_data (G_OBJECT (password_row), METER_KEY),
                           sme_field_row_get_text (password_row), get_email (password_row));
}

static void
on_edited (SmeFieldRow *password_row, SmeFormChecker *checker)
{
  rate (password_row);
  sme_form_checker_refresh (checker, g_object_get_data (G_OBJECT (password_row), REPEAT_KEY));
}

static const char *
judge_password (const char *text, gpointer password_row)
{
  return sme_account_judge_password (text, get_email (password_row));
}

static const char *
judge_repeat (const char *text, gpointer password_row)
{
  return g_str_equal (text, sme_field_row_get_text (password_row)) ? NULL : "mismatch";
}

void
sme_new_password_watch (SmeFormChecker *checker,
                        SmeFieldRow *password_row,
                        const char *pointer,
                        SmePasswordMeter *meter,
                        SmeFieldRow *repeat_row)
{
  g_return_if_fail (SME_IS_FIELD_ROW (password_row) && SME_IS_FIELD_ROW (repeat_row));
  g_object_set_data (G_OBJECT (password_row), METER_KEY, meter);
  g_object_set_data (G_OBJECT (password_row), REPEAT_KEY, repeat_row);
  sme_form_checker_add_with (checker, password_row, pointer, judge_password, password_row);
  sme_form_checker_add_with (checker, repeat_row, NULL, judge_repeat, password_row);
  /* The checker goes first, when the form does. */
  g_signal_connect_object (password_row, "edited", G_CALLBACK (on_edited), checker, 0);
}

void
sme_new_password_set_email (SmeFormChecker *checker, SmeFieldRow *password_row, const char *email)
{
  g_return_if_fail (SME_IS_FIELD_ROW (password_row));
  if (g_strcmp0 (email, get_email (password_row)) == 0)
    return;
  g_object_set_data_full (G_OBJECT (password_row), EMAIL_KEY, g_strdup (email), g_free);
  rate (password_row);
  sme_form_checker_refresh (checker, password_row);
}
