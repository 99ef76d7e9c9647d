/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-signature.h"

G_BEGIN_DECLS

/* For the checker, which fills it in. Everything is owned. */
struct _SmeSealSignature
{
  SmeSealFlaw flaw;
  gboolean is_timestamp;
  SmeSealCertificate *certificate;
  char *field_name;
  char *reason;
  char *location;
  GDateTime *claimed_time;
  SmeSealTimestampVerdict timestamp_verdict;
  GDateTime *timestamp_time;
  guint certification;
  gsize signed_size;
  gsize bytes_after;
  guint revisions_after;
};

SmeSealSignature *sme_seal_signature_new (void);

G_END_DECLS
