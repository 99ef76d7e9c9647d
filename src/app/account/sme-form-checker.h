/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/form/sme-field-row.h"

G_BEGIN_DECLS

#define SME_TYPE_FORM_CHECKER (sme_form_checker_get_type ())
G_DECLARE_FINAL_TYPE (SmeFormChecker, sme_form_checker, SME, FORM_CHECKER, GObject)

/* Returns: (nullable): the code of what is wrong with @text (sme_reason_text() knows the sentence);
 * blanks around it are gone unless the field is a secret. */
typedef const char *(*SmeFieldRule) (const char *text, gpointer data);

/**
 * SmeFormChecker:
 *
 * Watches the text fields of a form. What is wrong with one is said below it when the keyboard
 * leaves it or after a pause in typing, never while an input method composes; what is mended
 * is forgiven at once. An empty field is only asked for when everything is checked. Fields that
 * are not visible are left alone.
 */
SmeFormChecker *sme_form_checker_new (gpointer data);

/* @pointer: the field's JSON pointer in the request ("/email"), static; @rule: (nullable): asked
 * with the checker's data when something was typed. */
void sme_form_checker_add (SmeFormChecker *self,
                           SmeFieldRow *row,
                           const char *pointer,
                           SmeFieldRule rule);
/* The same with other data than the checker's. */
void sme_form_checker_add_with (SmeFormChecker *self,
                                SmeFieldRow *row,
                                const char *pointer,
                                SmeFieldRule rule,
                                gpointer data);

/* Judges @row again if it has been judged: another field that it depends on changed. */
void sme_form_checker_refresh (SmeFormChecker *self, SmeFieldRow *row);

/* All of it, empty required fields too; the keyboard goes to the first that is wrong. */
gboolean sme_form_checker_check_all (SmeFormChecker *self);

/* Shows the field errors of @error at their fields. FALSE if there are none, or not all of them
 * have a field here. */
gboolean sme_form_checker_take_error (SmeFormChecker *self, const GError *error);

G_END_DECLS
