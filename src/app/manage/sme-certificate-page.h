/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_CERTIFICATE_PAGE (sme_certificate_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeCertificatePage, sme_certificate_page, SME, CERTIFICATE_PAGE, SmePage)

/**
 * SmeCertificatePage:
 *
 * "certificate:ORDER": the way of an order's certificate (acceptance A3): what was reached and
 * when, what the person does next, the code once more, the way to the phone app, and at the end the
 * acceptance record. Follows what the server says by itself.
 */

G_END_DECLS
