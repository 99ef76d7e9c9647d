/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "certificate-fixture.h"

G_BEGIN_DECLS

/* Who buys, whom the declaration names, and what that one changes the mailed password to. */
#define BUYER_EMAIL "mua@vidu.vn"
#define HOLDER_EMAIL "an@vidu.vn"
#define HOLDER_PASSWORD "mật khẩu của người ký"

/* A buyer whose order declares another person; the contract is not open yet. */
Customer *holder_fixture_buyer (void);
/* GET, POST or DELETE of the order's invitation. */
Answer *holder_fixture_invitation (Customer *buyer, const char *method);
/* Of the holder at eContract, with the user name of the newest letter. */
Answer *holder_fixture_sign_in (Customer *buyer, const char *password);
/* With the mailed password, which is replaced at once: the only dossier, ready to be signed. */
Signing *holder_fixture_open (Customer *buyer);
/* The holder's dossier of that kind, "contract" or "acceptance", as a sign-in of theirs has it. */
Signing *holder_fixture_find (Customer *buyer, const char *token, const char *kind);

G_END_DECLS
