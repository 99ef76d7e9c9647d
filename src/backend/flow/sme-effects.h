/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/* What transitions do beside changing a state; see sme-flow-table.c. @id is the thing's. */
gboolean sme_effect_replace_payments (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_order_paid (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_parts_returned (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_payment_succeeded (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_payment_revived (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_dossier_completed (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_dossier_locked (SmeCall *call, const char *id, GError **error);

/* sme-certificate-effects.c */
gboolean sme_effect_send_certificate_code (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_certificate_reached (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_certificate_issued (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_certificate_refused (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_offer_acceptance (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_order_accepted (SmeCall *call, const char *id, GError **error);

/* sme-refund-effects.c */
gboolean sme_effect_order_refunding (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_refund_sent (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_refund_confirmed (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_request_granted (SmeCall *call, const char *id, GError **error);

/* sme-case-effects.c */
gboolean sme_effect_case_resolved (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_order_corrected (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_order_declared_anew (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_dossier_unlocked (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_documents_follow (SmeCall *call, const char *id, GError **error);

/* A subscription's term runs out, or has: the certificate with it, and a letter. */
gboolean sme_effect_subscription_expiring (SmeCall *call, const char *id, GError **error);
gboolean sme_effect_subscription_ended (SmeCall *call, const char *id, GError **error);

G_END_DECLS
