/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/guide/sme-assistant-message.h"

#include <glib/gi18n.h>

struct _SmeAssistantMessage
{
  GObject parent_instance;

  SmeMessageKind kind;
  char *question;
  SmeGuideArticle *article;
  GPtrArray *others; /* SmeGuideArticle */
};

G_DEFINE_FINAL_TYPE (SmeAssistantMessage, sme_assistant_message, G_TYPE_OBJECT)

static void
sme_assistant_message_finalize (GObject *object)
{
  SmeAssistantMessage *self = SME_ASSISTANT_MESSAGE (object);

  g_free (self->question);
  g_clear_object (&self->article);
  g_ptr_array_unref (self->others);
  G_OBJECT_CLASS (sme_assistant_message_parent_class)->finalize (object);
}

static void
sme_assistant_message_class_init (SmeAssistantMessageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_assistant_message_finalize;
}

static void
sme_assistant_message_init (SmeAssistantMessage *self)
{
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
}

SmeAssistantMessage *
sme_assistant_message_new_question (const char *text)
{
  SmeAssistantMessage *self = g_object_new (SME_TYPE_ASSISTANT_MESSAGE, NULL);

  self->kind = SME_MESSAGE_QUESTION;
  self->question = g_strdup (text);
  return self;
}

SmeAssistantMessage *
sme_assistant_message_new_reply (SmeMessageKind kind, SmeGuideArticle *article, GPtrArray *others)
{
  SmeAssistantMessage *self = g_object_new (SME_TYPE_ASSISTANT_MESSAGE, NULL);

  self->kind = kind;
  g_set_object (&self->article, article);
  for (guint i = 0; others != NULL && i < others->len; i++)
    g_ptr_array_add (self->others, g_object_ref (g_ptr_array_index (others, i)));
  return self;
}

SmeMessageKind
sme_assistant_message_get_kind (SmeAssistantMessage *self)
{
  return self->kind;
}

const char *
sme_assistant_message_get_question (SmeAssistantMessage *self)
{
  return self->question;
}

SmeGuideArticle *
sme_assistant_message_get_article (SmeAssistantMessage *self)
{
  return self->article;
}

guint
sme_assistant_message_get_n_others (SmeAssistantMessage *self)
{
  return self->others->len;
}

SmeGuideArticle *
sme_assistant_message_get_other (SmeAssistantMessage *self, guint index)
{
  g_return_val_if_fail (index < self->others->len, NULL);
  return g_ptr_array_index (self->others, index);
}

static char *
format_article (SmeGuideArticle *article)
{
  GString *text = g_string_new (sme_guide_article_get_title (article));

  for (guint i = 0; i < sme_guide_article_get_n_blocks (article); i++)
    {
      g_autofree char *line = sme_guide_article_format_block (article, i);

      g_string_append_printf (text, "\n%s", line);
    }
  return g_string_free (text, FALSE);
}

char *
sme_assistant_message_format (SmeAssistantMessage *self)
{
  switch (self->kind)
    {
    case SME_MESSAGE_QUESTION:
      return g_strdup (self->question);
    case SME_MESSAGE_GREETING:
      return g_strdup (
        _ ("Hello! I answer from the user guide, also without a network. What would you like to "
           "know about ordering, paying, signing or your certificate? What you ask stays on this "
           "computer."));
    case SME_MESSAGE_THANKS:
      return g_strdup (_ ("You are welcome. Just ask if there is anything else."));
    case SME_MESSAGE_CHOICE:
      return g_strdup (_ ("I am not sure that I understood. Did you mean one of these?"));
    case SME_MESSAGE_UNKNOWN:
      return g_strdup (
        _ ("The guide does not say this, so I do not know. Please ask in other words, "
           "or contact the hotline 1800 1260 (free)."));
    case SME_MESSAGE_ANSWER:
    default:
      return format_article (self->article);
    }
}
