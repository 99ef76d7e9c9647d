/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  SME_GUIDE_STEP,    /* of the way from the plan to the signed contract */
  SME_GUIDE_PROBLEM, /* "Một số lỗi thường gặp" */
  SME_GUIDE_FAQ,
  SME_GUIDE_WORD, /* glossary */
  SME_GUIDE_LAW,  /* a legal reference, and what replaced it */
  SME_GUIDE_N_KINDS
} SmeGuideKind;

typedef enum
{
  SME_GUIDE_CALL_NONE,
  SME_GUIDE_CALL_HOTLINE,
  SME_GUIDE_CALL_BRANCH_1, /* the hotline's branch for acceptance records */
} SmeGuideCall;

typedef enum
{
  SME_GUIDE_PARAGRAPH,
  SME_GUIDE_NUMBER, /* an item of a numbered list */
  SME_GUIDE_BULLET,
} SmeGuideBlockKind;

typedef struct
{
  SmeGuideBlockKind kind;
  guint number; /* of an item of a numbered list, from 1 */
  char *text;   /* plain */
} SmeGuideBlock;

/* A button that leads to the page that an article speaks of. */
typedef struct
{
  char *label;
  char *route;
} SmeGuideLink;

#define SME_TYPE_GUIDE_ARTICLE (sme_guide_article_get_type ())
G_DECLARE_FINAL_TYPE (SmeGuideArticle, sme_guide_article, SME, GUIDE_ARTICLE, GObject)

/**
 * SmeGuideArticle:
 *
 * One article of the guide, in one language: a step, a problem, a question, a word, a law. Does not
 * change once its guide is read. All that is returned is borrowed.
 */
const char *sme_guide_article_get_id (SmeGuideArticle *self);
SmeGuideKind sme_guide_article_get_kind (SmeGuideArticle *self);
const char *sme_guide_article_get_title (SmeGuideArticle *self);
SmeGuideCall sme_guide_article_get_call (SmeGuideArticle *self);
guint sme_guide_article_get_n_blocks (SmeGuideArticle *self);
const SmeGuideBlock *sme_guide_article_get_block (SmeGuideArticle *self, guint index);
guint sme_guide_article_get_n_links (SmeGuideArticle *self);
const SmeGuideLink *sme_guide_article_get_link (SmeGuideArticle *self, guint index);
/* Ids of articles that one may want to read next. */
const char *const *sme_guide_article_get_see (SmeGuideArticle *self);
/* Ways in which people ask for it; for the search only. */
const char *const *sme_guide_article_get_asks (SmeGuideArticle *self);

/* Block @index as a line of plain text: "1. ...", "• ...". (transfer full) */
char *sme_guide_article_format_block (SmeGuideArticle *self, guint index);

/*< private: for the reader >*/
SmeGuideArticle *sme_guide_article_new (const char *id);
/* FALSE if @key is unknown, was given already, or @value is not allowed for it. */
gboolean sme_guide_article_set (SmeGuideArticle *self, const char *key, const char *value);
void sme_guide_article_add_line (SmeGuideArticle *self, const char *line);
/* What is missing, or NULL. */
const char *sme_guide_article_find_gap (SmeGuideArticle *self);

G_END_DECLS
