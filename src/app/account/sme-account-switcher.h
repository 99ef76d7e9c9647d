/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-navigator.h"

G_BEGIN_DECLS

#define SME_TYPE_ACCOUNT_SWITCHER (sme_account_switcher_get_type ())
G_DECLARE_FINAL_TYPE (SmeAccountSwitcher, sme_account_switcher, SME, ACCOUNT_SWITCHER, GObject)

/**
 * SmeAccountSwitcher:
 *
 * Signing out of a window, and going over to another of the accounts that are known here. The pages
 * of the one before go first, and the contract system's own sign-in, which is the same person's,
 * with them. What became of it is said in a toast.
 */
/* Both outlive it; @navigator is in the window. */
SmeAccountSwitcher *sme_account_switcher_new (SmeNavigator *navigator, SmeContext *context);

void sme_account_switcher_sign_out (SmeAccountSwitcher *self);

/* @account_id: of a known account; "" for one that signs in first, on a page above those that are
 * open: until that is done nothing changes. @routes: (nullable) opened one above the other then;
 * without any, the page of the catalog that is in front, or home. Where something is typed and not
 * sent it is asked first. Does nothing while another switch is under way. */
void sme_account_switcher_use (SmeAccountSwitcher *self,
                               const char *account_id,
                               const char *const *routes);

/* Somebody has signed in on that page. */
void sme_account_switcher_take_over (SmeAccountSwitcher *self);

G_END_DECLS
