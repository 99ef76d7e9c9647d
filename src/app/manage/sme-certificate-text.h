/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-certificate.h"
#include "core/sme-enums.h"

G_BEGIN_DECLS

/**
 * SmeCertificateStage:
 *
 * What the way of a certificate is shown as, one below the other (A3).
 */
typedef enum
{
  SME_STAGE_CODE,
  SME_STAGE_ACTIVATED,
  SME_STAGE_EKYC,
  SME_STAGE_ISSUED,
  SME_N_STAGES,
} SmeCertificateStage;

typedef enum
{
  SME_STAGE_DONE,
  SME_STAGE_CURRENT, /* what has to happen next */
  SME_STAGE_TO_COME,
  SME_STAGE_FAILED,
} SmeStageMark;

/* Translated, static. */
const char *sme_certificate_text_stage (SmeCertificate *self, SmeCertificateStage stage);
SmeStageMark sme_certificate_text_mark (SmeCertificate *self, SmeCertificateStage stage);
const char *sme_certificate_text_name_mark (SmeStageMark mark);

/* When it was reached and what belongs to it, or NULL. */
char *sme_certificate_text_detail (SmeCertificate *self, SmeCertificateStage stage);

/* What the person does now, in words; translated, static. */
const char *sme_certificate_text_next (SmeCertificate *self);

/* Why it was refused, with what the issuer added; NULL if it was not. */
char *sme_certificate_text_refusal (SmeCertificate *self);

G_END_DECLS
