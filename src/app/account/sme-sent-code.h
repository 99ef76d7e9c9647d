/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/account/sme-busy-button.h"
#include "app/form/sme-field-row.h"
#include "core/sme-code-state.h"

G_BEGIN_DECLS

#define SME_TYPE_SENT_CODE (sme_sent_code_get_type ())
G_DECLARE_FINAL_TYPE (SmeSentCode, sme_sent_code, SME, SENT_CODE, GObject)

/**
 * SmeSentCode:
 *
 * A code that was sent by mail or SMS and has to be entered: how many digits it has, and how long
 * it is until another one may be sent, which the caption of the button that sends it counts down.
 *
 * Signal "changed": whether another one may be sent did.
 */

/* @row: where the code is entered; @button: sends the first and each other one. */
SmeSentCode *sme_sent_code_new (SmeFieldRow *row, SmeBusyButton *button);

/* One was sent: the pause begins, the row is emptied and gets the keyboard. */
void sme_sent_code_take (SmeSentCode *self, SmeCodeState *state);
/* As if none had been sent: the pause was another address's. */
void sme_sent_code_clear (SmeSentCode *self);

gboolean sme_sent_code_was_sent (SmeSentCode *self);
gboolean sme_sent_code_may_send (SmeSentCode *self);
/* Of what was sent; nullable. */
const char *sme_sent_code_get_request_id (SmeSentCode *self);
const char *sme_sent_code_get_address (SmeSentCode *self);
int sme_sent_code_get_digits (SmeSentCode *self);
int sme_sent_code_get_minutes (SmeSentCode *self); /* that it is valid */

/* A #SmeFieldRule; @data: the SmeSentCode. */
const char *sme_sent_code_judge (const char *text, gpointer data);

/* A wrong code, or one that has expired, is said at the row. FALSE if @error is another; one that
 * asks for a pause begins it by the way. */
gboolean sme_sent_code_take_error (SmeSentCode *self, const GError *error);

G_END_DECLS
