/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey.h"

G_BEGIN_DECLS

/*
 * The system's browser of the session: a script that pays on the demonstration bank's page.
 * Installed as the handler of web addresses, so that the program opens it like any other browser.
 */
void journey_browser_install (Journey *self);
/* Waits for a page of the browser: "bank-page.html", "bank-answer.html". (transfer full) */
char *journey_browser_read (Journey *self, const char *file);
/* Which button is pressed at the card gateway from now on ("00", "24"), or NULL to look only. */
void journey_browser_set_result (Journey *self, const char *result);
/* The amount typed at the bank from now on, or NULL for the amount that the page proposes. */
void journey_browser_set_amount (Journey *self, const char *amount);
/* The same for the text of the transfer. */
void journey_browser_set_reference (Journey *self, const char *reference);
/* From now on pages of the bank stay open under @name, or NULL: are paid at once again. */
void journey_browser_hold (Journey *self, const char *name);
/* Waits until the bank's page is open under @name. */
void journey_browser_see_held (Journey *self, const char *name);
/* Presses the button of a page that stayed open. */
void journey_browser_pay_held (Journey *self, const char *name);
/* Opens an address without the program: somebody who found or invented it. (transfer full): the
 * page */
char *journey_browser_open (Journey *self, const char *address);

G_END_DECLS
