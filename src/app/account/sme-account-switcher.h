/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-navigator.h"

G_BEGIN_DECLS

#define SME_TYPE_ACCOUNT_SWITCHER (sme_account_switcher_get_type ())
G_DECLARE_FINAL_TYPE (SmeAccountSwitcher, sme_account_switcher, SME, ACCOUNT_SWITCHER, GObject)

/**
 * SmeAccountSwitcher:
 *
 * Signing out of a window, and going over to another of the accounts that are known here. Nothing
 * changes until the other one is there; then the pages of the one before go, and the contract
 * system's own sign-in, which is the same person's, with them. Whose session is gone signs in above
 * the pages that are open. What became of it is said in a toast.
 */
/* Both outlive it; @navigator is in the window. */
SmeAccountSwitcher *sme_account_switcher_new (SmeNavigator *navigator, SmeContext *context);

void sme_account_switcher_sign_out (SmeAccountSwitcher *self);

/* @account_id: of a known account; "" for one that signs in first, on a page above those that are
 * open. @routes: (nullable): the first is opened then; without any, the page of the catalog that is
 * in front, or home. The others come first, above the page that asks to sign in. Where something is
 * typed and not sent it is asked first. Does nothing while another switch is under way. */
void sme_account_switcher_use (SmeAccountSwitcher *self,
                               const char *account_id,
                               const char *const *routes);

/* Somebody has signed in on that page. */
void sme_account_switcher_take_over (SmeAccountSwitcher *self);

G_END_DECLS
