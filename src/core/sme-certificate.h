/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CERTIFICATE (sme_certificate_get_type ())
SME_DECLARE_RECORD (SmeCertificate, sme_certificate, CERTIFICATE)

/**
 * SmeCertificate:
 *
 * The way of an order's SmartCA certificate (acceptance A3). Its id is the order's. Phone and
 * address that the code went to are masked; a time is there when its state was reached, valid_from
 * and valid_until (the last day) when it is issued, refusal when it was refused last. Times of the
 * code are to be compared with server_time.
 */

G_END_DECLS
