/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-assistant.h"

#define MAX_CHARACTERS 300
#define MAX_MESSAGES 200
#define N_LANGUAGES 2
/* Found with the table of questions in test-assistant.c: from here on an article is the answer, */
#define SURE 0.44
/* from here on it may be what was meant. */
#define POSSIBLE 0.4
/* Less than this behind the best is as good as it. */
#define CLOSE 0.03
#define MAX_OTHERS 3
/* Of a language that is not shown, for the same words in both ("OTP"). */
#define FOREIGN 0.9

struct _SmeAssistant
{
  GObject parent_instance;

  SmeGuide *guides[N_LANGUAGES]; /* the one that is shown first */
  SmeGuideIndex *indexes[N_LANGUAGES];
  GListStore *messages;
};

G_DEFINE_FINAL_TYPE (SmeAssistant, sme_assistant, G_TYPE_OBJECT)

static void
add (SmeAssistant *self, SmeAssistantMessage *message)
{
  g_list_store_append (self->messages, message);
  g_object_unref (message);
}

static GPtrArray *
find_all (SmeAssistant *self, const char *const *ids)
{
  GPtrArray *articles = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (articles, sme_guide_find (self->guides[0], ids[i]));
  return articles;
}

/* What most people come for. */
static SmeAssistantMessage *
make_greeting (SmeAssistant *self, SmeMessageKind kind)
{
  static const char *const first[] = { "step-1", "step-4", "faq-pay-missing", "faq-otp-missing",
                                       NULL };
  g_autoptr (GPtrArray) others = kind == SME_MESSAGE_GREETING ? find_all (self, first) : NULL;

  return sme_assistant_message_new_reply (kind, NULL, others);
}

static void
sme_assistant_finalize (GObject *object)
{
  SmeAssistant *self = SME_ASSISTANT (object);

  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      g_clear_pointer (&self->indexes[i], sme_guide_index_free);
      g_clear_object (&self->guides[i]);
    }
  g_clear_object (&self->messages);
  G_OBJECT_CLASS (sme_assistant_parent_class)->finalize (object);
}

static void
sme_assistant_class_init (SmeAssistantClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_assistant_finalize;
}

static void
sme_assistant_init (SmeAssistant *self)
{
  self->messages = g_list_store_new (SME_TYPE_ASSISTANT_MESSAGE);
}

SmeAssistant *
sme_assistant_new (const char *language)
{
  SmeAssistant *self = g_object_new (SME_TYPE_ASSISTANT, NULL);
  const char *other = g_str_equal (language, "vi") ? "en" : "vi";

  self->guides[0] = sme_guide_load (language);
  self->guides[1] = sme_guide_load (other);
  for (guint i = 0; i < N_LANGUAGES; i++)
    self->indexes[i] = sme_guide_index_new (self->guides[i]);
  sme_assistant_clear (self);
  return self;
}

SmeGuide *
sme_assistant_get_guide (SmeAssistant *self)
{
  return self->guides[0];
}

GListModel *
sme_assistant_get_messages (SmeAssistant *self)
{
  return G_LIST_MODEL (self->messages);
}

GArray *
sme_assistant_find (SmeAssistant *self, const char *typed, guint max)
{
  return sme_guide_index_find (self->indexes[0], typed, max);
}

/* The hits of the language that the question seems to be in, as articles of the guide shown. */
static GArray *
find_hits (SmeAssistant *self, const char *question)
{
  g_autoptr (GArray) own = sme_guide_index_ask (self->indexes[0], question, MAX_OTHERS + 1);
  g_autoptr (GArray) foreign = sme_guide_index_ask (self->indexes[1], question, MAX_OTHERS + 1);

  for (guint i = 0; i < foreign->len; i++)
    {
      SmeGuideHit *hit = &g_array_index (foreign, SmeGuideHit, i);

      hit->article = sme_guide_find (self->guides[0], sme_guide_article_get_id (hit->article));
    }
  if (foreign->len > 0 &&
      (own->len == 0 || FOREIGN * g_array_index (foreign, SmeGuideHit, 0).score >
                          g_array_index (own, SmeGuideHit, 0).score))
    return g_steal_pointer (&foreign);
  return g_steal_pointer (&own);
}

static void
add_other (GPtrArray *others, SmeGuideArticle *article, SmeGuideArticle *except)
{
  if (article != except && others->len < MAX_OTHERS && !g_ptr_array_find (others, article, NULL))
    g_ptr_array_add (others, article);
}

static SmeAssistantMessage *
make_answer (SmeAssistant *self, SmeGuideArticle *article, const GArray *hits)
{
  g_autoptr (GPtrArray) see = find_all (self, sme_guide_article_get_see (article));
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  /* As good as the answer itself: it may have been meant. */
  for (guint i = 1; hits != NULL && i < hits->len; i++)
    {
      const SmeGuideHit *hit = &g_array_index (hits, SmeGuideHit, i);

      if (hit->score >= g_array_index (hits, SmeGuideHit, 0).score - CLOSE)
        add_other (others, hit->article, article);
    }
  for (guint i = 0; i < see->len; i++)
    add_other (others, g_ptr_array_index (see, i), article);
  return sme_assistant_message_new_reply (SME_MESSAGE_ANSWER, article, others);
}

static SmeAssistantMessage *
make_choice (const GArray *hits)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < hits->len; i++)
    {
      const SmeGuideHit *hit = &g_array_index (hits, SmeGuideHit, i);

      if (hit->score >= POSSIBLE)
        add_other (others, hit->article, NULL);
    }
  return sme_assistant_message_new_reply (SME_MESSAGE_CHOICE, NULL, others);
}

static gboolean
is_said (SmeAssistant *self,
         gboolean (*is) (SmeGuideWords *words, const char *text),
         const char *text)
{
  return is (sme_guide_get_words (self->guides[0]), text) ||
         is (sme_guide_get_words (self->guides[1]), text);
}

SmeAssistantMessage *
sme_assistant_find_reply (SmeAssistant *self, const char *question)
{
  g_autoptr (GArray) hits = NULL;
  double best;

  if (is_said (self, sme_guide_words_is_hello, question))
    return make_greeting (self, SME_MESSAGE_GREETING);
  if (is_said (self, sme_guide_words_is_thanks, question))
    return make_greeting (self, SME_MESSAGE_THANKS);
  hits = find_hits (self, question);
  best = hits->len > 0 ? g_array_index (hits, SmeGuideHit, 0).score : 0;
  if (best >= SURE)
    return make_answer (self, g_array_index (hits, SmeGuideHit, 0).article, hits);
  return best >= POSSIBLE ? make_choice (hits)
                          : sme_assistant_message_new_reply (SME_MESSAGE_UNKNOWN, NULL, NULL);
}

/* A conversation that goes on for days does not grow for ever. */
static void
forget_oldest (SmeAssistant *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->messages));

  if (n > MAX_MESSAGES)
    g_list_store_splice (self->messages, 0, n - MAX_MESSAGES, NULL, 0);
}

void
sme_assistant_ask (SmeAssistant *self, const char *question)
{
  g_autofree char *valid = g_utf8_make_valid (question, -1);
  g_autofree char *cut = NULL;

  g_strstrip (valid);
  if (*valid == '\0')
    return;
  cut = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_CHARACTERS));
  add (self, sme_assistant_message_new_question (cut));
  add (self, sme_assistant_find_reply (self, cut));
  forget_oldest (self);
}

void
sme_assistant_ask_for (SmeAssistant *self, SmeGuideArticle *article)
{
  add (self, sme_assistant_message_new_question (sme_guide_article_get_title (article)));
  add (self, make_answer (self, article, NULL));
  forget_oldest (self);
}

void
sme_assistant_clear (SmeAssistant *self)
{
  g_list_store_remove_all (self->messages);
  add (self, make_greeting (self, SME_MESSAGE_GREETING));
}
