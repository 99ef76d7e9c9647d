/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/guide/sme-assistant-message.h"
#include "app/guide/sme-guide-index.h"

G_BEGIN_DECLS

#define SME_TYPE_ASSISTANT (sme_assistant_get_type ())
G_DECLARE_FINAL_TYPE (SmeAssistant, sme_assistant, SME, ASSISTANT, GObject)

/**
 * SmeAssistant:
 *
 * "Trợ lý": a conversation in which questions are answered from the guide alone. It greets, knows
 * when it does not know, and understands both languages of the guide whichever is shown. Nothing
 * that is asked leaves the process or is written anywhere; the conversation ends with it.
 */

/* @language: of the answers. */
SmeAssistant *sme_assistant_new (const char *language);

/* In which the answers are. Borrowed. */
SmeGuide *sme_assistant_get_guide (SmeAssistant *self);
/* (element-type SmeAssistantMessage) (transfer none): a greeting first. */
GListModel *sme_assistant_get_messages (SmeAssistant *self);

/* Adds the question and the reply to it; nothing for an empty @question. */
void sme_assistant_ask (SmeAssistant *self, const char *question);
/* As if @article's title had been asked. */
void sme_assistant_ask_for (SmeAssistant *self, SmeGuideArticle *article);
/* The conversation is forgotten; a greeting remains. */
void sme_assistant_clear (SmeAssistant *self);

/* Articles of the guide as one types; see sme_guide_index_find(). */
GArray *sme_assistant_find (SmeAssistant *self, const char *typed, guint max);
/* The reply to @question alone. (transfer full) */
SmeAssistantMessage *sme_assistant_find_reply (SmeAssistant *self, const char *question);

G_END_DECLS
