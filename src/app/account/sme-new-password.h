/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/account/sme-form-checker.h"
#include "app/account/sme-password-meter.h"

G_BEGIN_DECLS

/* A password that is chosen, in any form: @checker judges it (@pointer: its place in the request)
 * and that @repeat_row holds the same, @meter shows its strength. The rows live in one form. */
void sme_new_password_watch (SmeFormChecker *checker,
                             SmeFieldRow *password_row,
                             const char *pointer,
                             SmePasswordMeter *meter,
                             SmeFieldRow *repeat_row);

/* Whose password it is to be: no part of the address is taken for one. @email: (nullable) */
void
sme_new_password_set_email (SmeFormChecker *checker, SmeFieldRow *password_row, const char *email);

G_END_DECLS
