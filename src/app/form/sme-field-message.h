/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In the order in which one takes the place of the next. */
typedef enum
{
  SME_MESSAGE_ERROR,
  SME_MESSAGE_WARNING,
  SME_MESSAGE_NOTE,
  SME_N_MESSAGES
} SmeMessageKind;

/**
 * SmeFieldMessage:
 *
 * What stands below a field: an error, else a warning, else a note, in one label.
 */
typedef struct _SmeFieldMessage SmeFieldMessage;

SmeFieldMessage *sme_field_message_new (GtkLabel *label);
void sme_field_message_free (SmeFieldMessage *self);

/* @text: (nullable). FALSE: it was that before. */
gboolean sme_field_message_set (SmeFieldMessage *self, SmeMessageKind kind, const char *text);
/* (nullable) */
const char *sme_field_message_get (SmeFieldMessage *self, SmeMessageKind kind);
/* What is shown; (nullable) */
const char *sme_field_message_get_shown (SmeFieldMessage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeFieldMessage, sme_field_message_free)

G_END_DECLS
