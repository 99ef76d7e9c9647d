/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey-screen.h"

G_BEGIN_DECLS

/* Somebody who orders. */
typedef struct
{
  const char *full_name;
  const char *email;
  const char *phone;    /* as typed */
  const char *password; /* of the shop */
  const char *id_number;
  const char *issued_on; /* dates as typed */
  const char *issued_by;
  const char *born_on;
  const char *province; /* to search for */
  const char *commune;
  const char *street;
  const char *house_number;
  const char *address; /* as the program composes it */
} JourneyPerson;

/* The title of the contract, which is Vietnamese in every language, and the service that it is
 * about. */
#define JOURNEY_CONTRACT "Hợp đồng cung cấp và sử dụng dịch vụ chứng thực chữ ký số (VNPT SmartCA)"
/* As the catalog names it in the language of the session. */
const char *journey_service_name (void);

extern const JourneyPerson journey_person;

/* What a person does in several presses. Each step begins on any page unless it says otherwise. */

/* By the sidebar. @section: as the sidebar shows it. */
void journey_go_to (Journey *self, const char *section);
/* Search without diacritics, the service, its prices, "Mua ngay" at the plan. */
void journey_choose_plan (Journey *self, const char *plan);
/* On the page to sign in: to the form, which is filled in and sent. */
void journey_register (Journey *self, const JourneyPerson *person);
/* On the page to sign in: to the form of a business, the mail, and in. @type: as the form calls it.
 */
void journey_register_business (Journey *self,
                                const JourneyPerson *person,
                                const char *type,
                                const char *name,
                                const char *tax_code);
/* In the inbox: opens the link of the newest message that says @text. */
void journey_open_link (Journey *self, const char *text);
/* In the inbox: copies the code of the newest message that says @text, which is in the clipboard
 * then. */
void journey_copy_code (Journey *self, const char *text);
/* On the page to sign in. */
void journey_sign_in (Journey *self, const JourneyPerson *person);

/* Waits until the sidebar says who is signed in. */
void journey_find_account (Journey *self, const char *full_name);

/* On the order's second step: fills in the form. */
void journey_declare (Journey *self, const JourneyPerson *person);
/* In the dialog before the declaration: what the contract will say. (transfer full) */
char *journey_read_declaration (Journey *self, const JourneyPerson *person);
/* Sends the form, and confirms what the contract will say. */
void journey_confirm_declaration (Journey *self, const JourneyPerson *person);

/* In a list: the row that shows @text. */
void journey_open_row (Journey *self, const char *text);

G_END_DECLS
