/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-guide.h"

#include <string.h>

#define MAX_BYTES (1024 * 1024)
#define FOLDER "/vn/onesme/Desktop/guide/"

struct _SmeGuide
{
  GObject parent_instance;

  GPtrArray *articles;   /* SmeGuideArticle */
  GHashTable *positions; /* id, borrowed -> index */
  SmeGuideWords *words;
};

G_DEFINE_FINAL_TYPE (SmeGuide, sme_guide, G_TYPE_OBJECT)

static const char *const languages[] = { "vi", "en" };

/* Reading one section after the other. */
typedef struct
{
  SmeGuide *guide;
  SmeGuideArticle *article; /* being read; borrowed from the guide */
  gboolean in_words;        /* the section about the language */
  gboolean in_text;         /* its keys are over */
} Reader;

static gboolean
is_id (const char *id)
{
  return *id != '\0' && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id);
}

static const char *
begin_section (Reader *reader, const char *id)
{
  g_autoptr (SmeGuideArticle) article = NULL;

  reader->in_text = FALSE;
  reader->article = NULL;
  reader->in_words = g_str_equal (id, "words");
  if (reader->in_words)
    return NULL;
  if (!is_id (id) || sme_guide_find (reader->guide, id) != NULL)
    return "a section needs a name of its own, of a-z, 0-9 and -";
  article = sme_guide_article_new (id);
  g_hash_table_insert (reader->guide->positions, (gpointer) sme_guide_article_get_id (article),
                       GUINT_TO_POINTER (reader->guide->articles->len));
  reader->article = article;
  g_ptr_array_add (reader->guide->articles, g_steal_pointer (&article));
  return NULL;
}

static const char *
read_key (Reader *reader, const char *line)
{
  const char *colon = strstr (line, ": ");
  g_autofree char *key = colon != NULL ? g_strndup (line, (gsize) (colon - line)) : NULL;
  gboolean taken;

  if (key == NULL)
    return "\"key: value\" expected; the text comes after an empty line";
  if (reader->in_words)
    taken = g_str_equal (key, "kind") || sme_guide_words_set (reader->guide->words, key, colon + 2);
  else
    taken = sme_guide_article_set (reader->article, key, colon + 2);
  return taken ? NULL : "this key or value is not allowed here";
}

static const char *
read_line (Reader *reader, const char *line)
{
  if (*line == ';')
    return NULL;
  if (g_str_has_prefix (line, "== "))
    return begin_section (reader, line + 3);
  if (*line == '\0')
    {
      reader->in_text = TRUE;
      return NULL;
    }
  if (!reader->in_text && (reader->article != NULL || reader->in_words))
    return read_key (reader, line);
  if (reader->article == NULL)
    return "text outside of an article";
  sme_guide_article_add_line (reader->article, line);
  return NULL;
}

static gboolean
complain (GError **error, guint line, const char *complaint)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %u: %s", line, complaint);
  return FALSE;
}

static gboolean
check_article (SmeGuide *self, SmeGuideArticle *article, GError **error)
{
  const char *gap = sme_guide_article_find_gap (article);
  const char *const *see = sme_guide_article_get_see (article);

  if (gap != NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: no %s",
                   sme_guide_article_get_id (article), gap);
      return FALSE;
    }
  for (guint i = 0; see[i] != NULL; i++)
    if (sme_guide_find (self, see[i]) == NULL)
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: there is no %s",
                     sme_guide_article_get_id (article), see[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_text (SmeGuide *self, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 0);
  Reader reader = { self, NULL, FALSE, FALSE };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *complaint = read_line (&reader, lines[i]);

      if (complaint != NULL)
        return complain (error, i + 1, complaint);
    }
  for (guint i = 0; i < self->articles->len; i++)
    if (!check_article (self, g_ptr_array_index (self->articles, i), error))
      return FALSE;
  return TRUE;
}

static void
sme_guide_finalize (GObject *object)
{
  SmeGuide *self = SME_GUIDE (object);

  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->articles);
  sme_guide_words_free (self->words);
  G_OBJECT_CLASS (sme_guide_parent_class)->finalize (object);
}

static void
sme_guide_class_init (SmeGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_guide_finalize;
}

static void
sme_guide_init (SmeGuide *self)
{
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = sme_guide_words_new ();
}

SmeGuide *
sme_guide_new (GBytes *bytes, GError **error)
{
  g_autoptr (SmeGuide) self = g_object_new (SME_TYPE_GUIDE, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  if (size > MAX_BYTES || !g_utf8_validate_len (data, size, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a text of 1 MiB");
      return NULL;
    }
  text = g_strndup (data, size);
  return read_text (self, text, error) ? g_steal_pointer (&self) : NULL;
}

SmeGuide *
sme_guide_load (const char *language)
{
  g_autofree char *path = g_strdup_printf (FOLDER "guide.%s.txt", language);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  SmeGuide *self = bytes != NULL ? sme_guide_new (bytes, &error) : NULL;

  /* A part of the program itself; a test reads every one of them. */
  if (self == NULL)
    g_error ("%s: %s", path, error->message);
  return self;
}

const char *
sme_guide_choose_language (void)
{
  const char *const *wanted = g_get_language_names_with_category ("LC_MESSAGES");

  for (guint i = 0; wanted[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      if (g_str_equal (wanted[i], languages[j]))
        return languages[j];
  return "en";
}

guint
sme_guide_get_n_articles (SmeGuide *self)
{
  return self->articles->len;
}

SmeGuideArticle *
sme_guide_get_article (SmeGuide *self, guint index)
{
  g_return_val_if_fail (index < self->articles->len, NULL);
  return g_ptr_array_index (self->articles, index);
}

SmeGuideArticle *
sme_guide_find (SmeGuide *self, const char *id)
{
  gpointer position;

  if (id == NULL || !g_hash_table_lookup_extended (self->positions, id, NULL, &position))
    return NULL;
  return g_ptr_array_index (self->articles, GPOINTER_TO_UINT (position));
}

guint
sme_guide_get_position (SmeGuide *self, SmeGuideArticle *article)
{
  return GPOINTER_TO_UINT (
    g_hash_table_lookup (self->positions, sme_guide_article_get_id (article)));
}

SmeGuideWords *
sme_guide_get_words (SmeGuide *self)
{
  return self->words;
}
