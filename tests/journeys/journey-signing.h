/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey-screen.h"

G_BEGIN_DECLS

/* What a person does with a contract, in several presses. */

/* In the dialog that asks where to save, which @button opens; gives when the file is there. @name:
 * a file in the journey's folder. */
void journey_save_contract (Journey *self, const char *button, const char *name);
/* On the page with the contract: waits until there is something to read. */
void journey_see_contract (Journey *self);
/* Reads to its end, by the wheel, and goes on. */
void journey_read_contract (Journey *self);
/* The same with the acceptance record. */
void journey_read_record (Journey *self);
/* On the page that asks for the first password of eContract. */
void journey_choose_econtract_password (Journey *self, const char *password);
/* On the page with the OTP: fetches it from the inbox, comes back and pastes it. */
void journey_enter_otp (Journey *self);
void journey_enter_record_otp (Journey *self);
/* On the page with the pad: draws, without going on. */
void journey_draw_signature (Journey *self);
/* Instead of that: types @name with the keys. */
void journey_type_signature (Journey *self, const char *name);
/* A file in the journey's folder: ink on paper, with a shadow across. (transfer full) */
char *journey_photograph_signature (Journey *self, const char *name);
/* In the dialog that asks for a file or a folder: the slash that a path begins with opens the entry
 * for it. */
void journey_choose_file (Journey *self, const char *path);
/* Instead of drawing: opens the picture in the dialog for files and waits until its paper is away.
 */
void journey_open_signature (Journey *self, const char *path);
/* Goes on from the pad, finishes, and waits until the contract is signed. */
void journey_finish_signing (Journey *self);
void journey_finish_record (Journey *self);
/* Goes to the inbox: the user name of eContract, as the newest letter names it. (transfer full) */
char *journey_read_user_name (Journey *self);
/* The same: its first password. */
char *journey_read_first_password (Journey *self);

G_END_DECLS
