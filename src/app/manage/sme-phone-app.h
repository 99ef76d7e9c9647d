/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"
#include "core/sme-certificate.h"

G_BEGIN_DECLS

#define SME_TYPE_PHONE_APP (sme_phone_app_get_type ())
G_DECLARE_FINAL_TYPE (SmePhoneApp, sme_phone_app, SME, PHONE_APP, AdwBin)

/**
 * SmePhoneApp:
 *
 * "Demonstration: play the phone app": the steps of a certificate that happen on a phone and at the
 * issuer, as buttons. Only with the local backend; hidden otherwise. The activation code is typed,
 * pasted, or taken from the inbox.
 */

/* @page: where it stands; its cancellable ends the calls. To be called before anything else. */
void sme_phone_app_set_page (SmePhoneApp *self, SmePage *page);
/* Offers what the state allows. @order_number: which of the codes in the inbox is this one's */
void sme_phone_app_set_certificate (SmePhoneApp *self,
                                    SmeCertificate *certificate,
                                    const char *order_number);

G_END_DECLS
