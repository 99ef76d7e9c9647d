/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-new-password.h"

#include "app/account/sme-account-rules.h"

#define METER_KEY "sme-new-password-meter"
#define REPEAT_KEY "sme-new-password-repeat"

static void
on_edited (SmeFieldRow *password_row, SmeFormChecker *checker)
{
  sme_password_meter_rate (g_object_get_data (G_OBJECT (password_row), METER_KEY),
                           sme_field_row_get_text (password_row));
  sme_form_checker_refresh (checker, g_object_get_data (G_OBJECT (password_row), REPEAT_KEY));
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
  sme_form_checker_add (checker, password_row, pointer, sme_account_judge_password);
  sme_form_checker_add_with (checker, repeat_row, NULL, judge_repeat, password_row);
  /* The checker goes first, when the form does. */
  g_signal_connect_object (password_row, "edited", G_CALLBACK (on_edited), checker, 0);
}
