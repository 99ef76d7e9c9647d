/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-guide-article.h"

#include "app/sme-route.h"

#include <string.h>

struct _SmeGuideArticle
{
  GObject parent_instance;

  char *id;
  int kind; /* -1: not given yet */
  char *title;
  SmeGuideCall call;
  gboolean call_given;
  GArray *blocks; /* SmeGuideBlock */
  GArray *links;  /* SmeGuideLink */
  GStrv see;
  GPtrArray *asks; /* utf8, NULL-terminated */
};

G_DEFINE_FINAL_TYPE (SmeGuideArticle, sme_guide_article, G_TYPE_OBJECT)

static const char *const kinds[] = { "step", "problem", "faq", "word", "law" };
static const char *const calls[] = { "none", "hotline", "branch-1" };

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == SME_GUIDE_N_KINDS);

static int
find_name (const char *name, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i], name))
      return (int) i;
  return -1;
}

static void
clear_block (gpointer data)
{
  g_free (((SmeGuideBlock *) data)->text);
}

static void
clear_link (gpointer data)
{
  SmeGuideLink *link = data;

  g_free (link->label);
  g_free (link->route);
}

static void
sme_guide_article_finalize (GObject *object)
{
  SmeGuideArticle *self = SME_GUIDE_ARTICLE (object);

  g_free (self->id);
  g_free (self->title);
  g_array_unref (self->blocks);
  g_array_unref (self->links);
  g_strfreev (self->see);
  g_ptr_array_unref (self->asks);
  G_OBJECT_CLASS (sme_guide_article_parent_class)->finalize (object);
}

static void
sme_guide_article_class_init (SmeGuideArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_guide_article_finalize;
}

static void
sme_guide_article_init (SmeGuideArticle *self)
{
  self->kind = -1;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (SmeGuideBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  self->links = g_array_new (FALSE, FALSE, sizeof (SmeGuideLink));
  g_array_set_clear_func (self->links, clear_link);
  self->see = g_new0 (char *, 1);
  self->asks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->asks, NULL);
}

SmeGuideArticle *
sme_guide_article_new (const char *id)
{
  SmeGuideArticle *self = g_object_new (SME_TYPE_GUIDE_ARTICLE, NULL);

  self->id = g_strdup (id);
  return self;
}

static gboolean
set_kind (SmeGuideArticle *self, const char *value)
{
  gboolean first = self->kind < 0;

  self->kind = find_name (value, kinds, G_N_ELEMENTS (kinds));
  return first && self->kind >= 0;
}

static gboolean
set_title (SmeGuideArticle *self, const char *value)
{
  if (self->title != NULL || *value == '\0')
    return FALSE;
  self->title = g_strdup (value);
  return TRUE;
}

static gboolean
set_call (SmeGuideArticle *self, const char *value)
{
  int call = find_name (value, calls, G_N_ELEMENTS (calls));

  if (self->call_given || call <= 0)
    return FALSE;
  self->call = (SmeGuideCall) call;
  self->call_given = TRUE;
  return TRUE;
}

/* "Label | route" */
static gboolean
add_link (SmeGuideArticle *self, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " | ", 0);
  g_autoptr (SmeRoute) route = NULL;
  SmeGuideLink link;

  if (g_strv_length (parts) != 2 || *parts[0] == '\0')
    return FALSE;
  route = sme_route_parse (g_strstrip (parts[1]));
  if (route == NULL)
    return FALSE;
  link.label = g_strdup (g_strstrip (parts[0]));
  link.route = g_strdup (parts[1]);
  g_array_append_val (self->links, link);
  return TRUE;
}

static gboolean
set_see (SmeGuideArticle *self, const char *value)
{
  if (self->see[0] != NULL)
    return FALSE;
  g_strfreev (self->see);
  self->see = g_strsplit (value, ",", 0);
  for (guint i = 0; self->see[i] != NULL; i++)
    g_strstrip (self->see[i]);
  return self->see[0] != NULL;
}

static gboolean
add_asks (SmeGuideArticle *self, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) == '\0')
        return FALSE;
      g_ptr_array_insert (self->asks, (int) self->asks->len - 1, g_strdup (parts[i]));
    }
  return TRUE;
}

gboolean
sme_guide_article_set (SmeGuideArticle *self, const char *key, const char *value)
{
  static const struct
  {
    const char *key;
    gboolean (*set) (SmeGuideArticle *self, const char *value);
  } setters[] = {
    { "kind", set_kind }, { "title", set_title }, { "call", set_call },
    { "open", add_link }, { "see", set_see },     { "ask", add_asks },
  };

  for (guint i = 0; i < G_N_ELEMENTS (setters); i++)
    if (g_str_equal (setters[i].key, key))
      return setters[i].set (self, value);
  return FALSE;
}

/* How many characters "12. " takes, 0 if @line does not begin so. */
static gsize
get_number_length (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  return digits > 0 && digits < 3 && g_str_has_prefix (line + digits, ". ") ? digits + 2 : 0;
}

void
sme_guide_article_add_line (SmeGuideArticle *self, const char *line)
{
  SmeGuideBlock block = { SME_GUIDE_PARAGRAPH, 0, NULL };
  gsize skip = get_number_length (line);

  if (skip > 0)
    {
      block.kind = SME_GUIDE_NUMBER;
      block.number = (guint) g_ascii_strtoull (line, NULL, 10);
    }
  else if (g_str_has_prefix (line, "- "))
    {
      block.kind = SME_GUIDE_BULLET;
      skip = 2;
    }
  block.text = g_strstrip (g_strdup (line + skip));
  g_array_append_val (self->blocks, block);
}

const char *
sme_guide_article_find_gap (SmeGuideArticle *self)
{
  if (self->kind < 0)
    return "kind";
  if (self->title == NULL)
    return "title";
  if (self->asks->len == 1)
    return "ask";
  return self->blocks->len == 0 ? "text" : NULL;
}

const char *
sme_guide_article_get_id (SmeGuideArticle *self)
{
  return self->id;
}

SmeGuideKind
sme_guide_article_get_kind (SmeGuideArticle *self)
{
  return (SmeGuideKind) self->kind;
}

const char *
sme_guide_article_get_title (SmeGuideArticle *self)
{
  return self->title;
}

SmeGuideCall
sme_guide_article_get_call (SmeGuideArticle *self)
{
  return self->call;
}

guint
sme_guide_article_get_n_blocks (SmeGuideArticle *self)
{
  return self->blocks->len;
}

const SmeGuideBlock *
sme_guide_article_get_block (SmeGuideArticle *self, guint index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);
  return &g_array_index (self->blocks, SmeGuideBlock, index);
}

guint
sme_guide_article_get_n_links (SmeGuideArticle *self)
{
  return self->links->len;
}

const SmeGuideLink *
sme_guide_article_get_link (SmeGuideArticle *self, guint index)
{
  g_return_val_if_fail (index < self->links->len, NULL);
  return &g_array_index (self->links, SmeGuideLink, index);
}

const char *const *
sme_guide_article_get_see (SmeGuideArticle *self)
{
  return (const char *const *) self->see;
}

const char *const *
sme_guide_article_get_asks (SmeGuideArticle *self)
{
  return (const char *const *) self->asks->pdata;
}

char *
sme_guide_article_format_block (SmeGuideArticle *self, guint index)
{
  const SmeGuideBlock *block = sme_guide_article_get_block (self, index);

  if (block->kind == SME_GUIDE_NUMBER)
    return g_strdup_printf ("%u. %s", block->number, block->text);
  return block->kind == SME_GUIDE_BULLET ? g_strconcat ("• ", block->text, NULL)
                                         : g_strdup (block->text);
}
