/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/guide/sme-guide.h"

G_BEGIN_DECLS

typedef enum
{
  SME_MESSAGE_QUESTION, /* of the person; all others are the assistant's */
  SME_MESSAGE_GREETING,
  SME_MESSAGE_THANKS,  /* the person thanked */
  SME_MESSAGE_ANSWER,  /* an article answers the question */
  SME_MESSAGE_CHOICE,  /* perhaps one of these was meant */
  SME_MESSAGE_UNKNOWN, /* the guide does not say it */
} SmeMessageKind;

#define SME_TYPE_ASSISTANT_MESSAGE (sme_assistant_message_get_type ())
G_DECLARE_FINAL_TYPE (SmeAssistantMessage, sme_assistant_message, SME, ASSISTANT_MESSAGE, GObject)

/**
 * SmeAssistantMessage:
 *
 * One turn of the conversation with the assistant. Does not change.
 */
SmeAssistantMessage *sme_assistant_message_new_question (const char *text);
/* @article: (nullable): what is said
 * @others: (nullable) (transfer none) (element-type SmeGuideArticle): what one may ask next */
SmeAssistantMessage *
sme_assistant_message_new_reply (SmeMessageKind kind, SmeGuideArticle *article, GPtrArray *others);

SmeMessageKind sme_assistant_message_get_kind (SmeAssistantMessage *self);
/* As the person typed it; NULL of the assistant's. */
const char *sme_assistant_message_get_question (SmeAssistantMessage *self);
SmeGuideArticle *sme_assistant_message_get_article (SmeAssistantMessage *self);
guint sme_assistant_message_get_n_others (SmeAssistantMessage *self);
SmeGuideArticle *sme_assistant_message_get_other (SmeAssistantMessage *self, guint index);

/* What is said, plain and translated: of an answer its title and text. (transfer full) */
char *sme_assistant_message_format (SmeAssistantMessage *self);

G_END_DECLS
