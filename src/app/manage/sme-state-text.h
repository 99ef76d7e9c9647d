/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SmeStateText:
 * @text: the state in a person's words, translated, static
 * @icon_name: says the same by its shape
 * @css_class: (nullable): "success", "warning" or "error"; never the only sign
 */
typedef struct
{
  const char *text;
  const char *icon_name;
  const char *css_class;
} SmeStateText;

/* @type: SME_TYPE_ORDER_STATE, _PAYMENT_STATE, _SUBSCRIPTION_STATE, _DOSSIER_STATE or
 * _DOCUMENT_STATE. A value that has no words here says so in general ones. */
SmeStateText sme_state_text_find (GType type, int state);

G_END_DECLS
