/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-search.h"

/* Pages at hand that are looked through in one go. */
#define BATCH 64

enum
{
  PROP_TEXT = 1,
  PROP_MATCH_CASE,
  PROP_MATCH_MARKS,
  PROP_COUNT,
  PROP_POSITION,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CURRENT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _SmeDocumentSearch
{
  GObject parent_instance;

  SmeDocument *document;
  GCancellable *cancellable;
  char *text;
  SmeTextMatch match;
  GPtrArray *matches; /* per page a GArray of SmeTextRange, or NULL */
  guint start_page;
  guint n_searched; /* pages */
  guint count;
  guint max;
  gboolean is_cut; /* there are more matches */
  gboolean busy;

  gboolean has_current;
  guint current_page;
  guint current_index;
};

G_DEFINE_FINAL_TYPE (SmeDocumentSearch, sme_document_search, G_TYPE_OBJECT)

static void
notify (SmeDocumentSearch *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_busy (SmeDocumentSearch *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  notify (self, PROP_BUSY);
}

static void
free_matches (gpointer matches)
{
  if (matches != NULL)
    g_array_unref (matches);
}

static void
set_current (SmeDocumentSearch *self, guint page, guint index)
{
  self->has_current = TRUE;
  self->current_page = page;
  self->current_index = index;
  notify (self, PROP_POSITION);
  g_signal_emit (self, signals[CURRENT_CHANGED], 0);
}

/* Returns: %FALSE where whoever heard of it began another search. */
static gboolean
add_matches (SmeDocumentSearch *self, guint page, SmePageText *text)
{
  g_autoptr (GCancellable) cancellable = g_object_ref (self->cancellable);
  guint left = self->max - self->count;
  g_autoptr (GArray) ranges = sme_page_text_find_strictly (text, self->text, self->match, left + 1);

  self->n_searched++;
  if (ranges->len > left)
    {
      self->is_cut = TRUE;
      g_array_set_size (ranges, left);
    }
  if (ranges->len == 0)
    return TRUE;

  self->count += ranges->len;
  g_ptr_array_index (self->matches, page) = g_steal_pointer (&ranges);
  notify (self, PROP_COUNT);
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  if (!self->has_current)
    set_current (self, page, 0);
  else if (page < self->current_page)
    notify (self, PROP_POSITION);
  return !g_cancellable_is_cancelled (cancellable);
}

static guint
get_next_page (SmeDocumentSearch *self)
{
  return (self->start_page + self->n_searched) % self->matches->len;
}

static void search_on (SmeDocumentSearch *self);

static void
on_text_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePageText) text =
    sme_document_get_text_finish (SME_DOCUMENT (source), result, &error);
  g_autoptr (SmeDocumentSearch) self = NULL;

  /* The search or its text are gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = g_object_ref (user_data);
  if (text == NULL) /* a page that cannot be read has no match */
    self->n_searched++;
  else if (!add_matches (self, get_next_page (self), text))
    return;
  search_on (self);
}

/* Goes on with the next page that was not searched. */
static void
search_on (SmeDocumentSearch *self)
{
  guint n_pages = self->matches->len;

  for (int i = 0; i < BATCH && self->n_searched < n_pages && !self->is_cut; i++)
    {
      guint page = get_next_page (self);
      SmePageText *text = sme_document_peek_text (self->document, page);

      if (text == NULL)
        break;
      if (!add_matches (self, page, text))
        return;
    }

  if (self->n_searched == n_pages || self->is_cut)
    set_busy (self, FALSE);
  else
    sme_document_get_text_async (self->document, get_next_page (self), SME_RENDER_TEXT,
                                 self->cancellable, on_text_ready, self);
}

/* Forgets all that was found. */
static void
reset (SmeDocumentSearch *self)
{
  guint n_pages = self->document != NULL ? sme_document_get_n_pages (self->document) : 0;
  gboolean had_count = self->count > 0;
  gboolean had_current = self->has_current;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  g_ptr_array_set_size (self->matches, 0);
  g_ptr_array_set_size (self->matches, (int) n_pages);
  self->n_searched = 0;
  self->count = 0;
  self->is_cut = FALSE;
  self->has_current = FALSE;
  set_busy (self, FALSE);
  if (had_count)
    notify (self, PROP_COUNT);
  if (had_current)
    notify (self, PROP_POSITION);
}

/* Searches from @page on, with nothing found yet. */
static void
begin (SmeDocumentSearch *self, guint page)
{
  g_autofree char *key = sme_page_text_fold_query (self->text);

  if (key[0] == '\0' || self->matches->len == 0)
    return;
  self->start_page = MIN (page, self->matches->len - 1);
  set_busy (self, TRUE);
  search_on (self);
}

SmeTextMatch
sme_document_search_get_match (SmeDocumentSearch *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_SEARCH (self), SME_TEXT_MATCH_LOOSE);

  return self->match;
}

void
sme_document_search_set_match (SmeDocumentSearch *self, SmeTextMatch match)
{
  SmeTextMatch changed;
  guint page;

  g_return_if_fail (SME_IS_DOCUMENT_SEARCH (self));

  changed = self->match ^ match;
  if (changed == 0)
    return;
  page = self->has_current ? self->current_page : self->start_page;
  self->match = match;
  reset (self);
  if ((changed & SME_TEXT_MATCH_CASE) != 0)
    notify (self, PROP_MATCH_CASE);
  if ((changed & SME_TEXT_MATCH_MARKS) != 0)
    notify (self, PROP_MATCH_MARKS);
  begin (self, page);
}

void
sme_document_search_set_text (SmeDocumentSearch *self, const char *text, guint page)
{
  g_return_if_fail (SME_IS_DOCUMENT_SEARCH (self));

  if (text == NULL)
    text = "";
  if (g_str_equal (self->text, text))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  reset (self);
  notify (self, PROP_TEXT);
  begin (self, page);
}

const char *
sme_document_search_get_text (SmeDocumentSearch *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_SEARCH (self), "");

  return self->text;
}

void
sme_document_search_set_document (SmeDocumentSearch *self, SmeDocument *document)
{
  g_return_if_fail (SME_IS_DOCUMENT_SEARCH (self));
  g_return_if_fail (document == NULL || SME_IS_DOCUMENT (document));

  sme_document_search_set_text (self, NULL, 0);
  g_set_object (&self->document, document);
  reset (self);
}

guint
sme_document_search_get_count (SmeDocumentSearch *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_SEARCH (self), 0);

  return self->count;
}

guint
sme_document_search_get_position (SmeDocumentSearch *self)
{
  guint position;

  g_return_val_if_fail (SME_IS_DOCUMENT_SEARCH (self), 0);

  if (!self->has_current)
    return 0;
  position = self->current_index + 1;
  for (guint page = 0; page < self->current_page; page++)
    {
      GArray *ranges = g_ptr_array_index (self->matches, page);

      position += ranges != NULL ? ranges->len : 0;
    }
  return position;
}

gboolean
sme_document_search_get_busy (SmeDocumentSearch *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_SEARCH (self), FALSE);

  return self->busy;
}

gboolean
sme_document_search_is_cut (SmeDocumentSearch *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_SEARCH (self), FALSE);

  return self->is_cut;
}

void
sme_document_search_set_max (SmeDocumentSearch *self, guint max)
{
  g_return_if_fail (SME_IS_DOCUMENT_SEARCH (self));
  g_return_if_fail (max > 0 && max <= SME_DOCUMENT_SEARCH_MAX);

  self->max = max;
}

/* The nearest page with matches, going @step (1 or -1) from the current one. */
static guint
find_page_with_matches (SmeDocumentSearch *self, int step)
{
  guint n_pages = self->matches->len;
  guint page = self->current_page;

  do
    page = (page + n_pages + step) % n_pages;
  while (g_ptr_array_index (self->matches, page) == NULL);
  return page;
}

void
sme_document_search_next (SmeDocumentSearch *self)
{
  GArray *ranges;

  g_return_if_fail (SME_IS_DOCUMENT_SEARCH (self));

  if (!self->has_current)
    return;
  ranges = g_ptr_array_index (self->matches, self->current_page);
  if (self->current_index + 1 < ranges->len)
    set_current (self, self->current_page, self->current_index + 1);
  else
    set_current (self, find_page_with_matches (self, 1), 0);
}

void
sme_document_search_previous (SmeDocumentSearch *self)
{
  guint page;

  g_return_if_fail (SME_IS_DOCUMENT_SEARCH (self));

  if (!self->has_current)
    return;
  if (self->current_index > 0)
    {
      set_current (self, self->current_page, self->current_index - 1);
      return;
    }
  page = find_page_with_matches (self, -1);
  set_current (self, page, ((GArray *) g_ptr_array_index (self->matches, page))->len - 1);
}

GArray *
sme_document_search_get_matches (SmeDocumentSearch *self, guint page)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_SEARCH (self), NULL);

  return page < self->matches->len ? g_ptr_array_index (self->matches, page) : NULL;
}

gboolean
sme_document_search_get_current (SmeDocumentSearch *self, guint *page, SmeTextRange *range)
{
  GArray *ranges;

  g_return_val_if_fail (SME_IS_DOCUMENT_SEARCH (self), FALSE);

  if (!self->has_current)
    return FALSE;
  ranges = g_ptr_array_index (self->matches, self->current_page);
  *page = self->current_page;
  *range = g_array_index (ranges, SmeTextRange, self->current_index);
  return TRUE;
}

static void
sme_document_search_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeDocumentSearch *self = SME_DOCUMENT_SEARCH (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_MATCH_CASE:
      g_value_set_boolean (value, (self->match & SME_TEXT_MATCH_CASE) != 0);
      break;
    case PROP_MATCH_MARKS:
      g_value_set_boolean (value, (self->match & SME_TEXT_MATCH_MARKS) != 0);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, sme_document_search_get_position (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_search_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  SmeDocumentSearch *self = SME_DOCUMENT_SEARCH (object);
  SmeTextMatch bit = prop_id == PROP_MATCH_CASE ? SME_TEXT_MATCH_CASE : SME_TEXT_MATCH_MARKS;

  switch (prop_id)
    {
    case PROP_MATCH_CASE:
    case PROP_MATCH_MARKS:
      sme_document_search_set_match (self, g_value_get_boolean (value) ? self->match | bit
                                                                       : self->match & ~bit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_search_dispose (GObject *object)
{
  SmeDocumentSearch *self = SME_DOCUMENT_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (sme_document_search_parent_class)->dispose (object);
}

static void
sme_document_search_finalize (GObject *object)
{
  SmeDocumentSearch *self = SME_DOCUMENT_SEARCH (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (sme_document_search_parent_class)->finalize (object);
}

static void
sme_document_search_class_init (SmeDocumentSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags change = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_document_search_get_property;
  object_class->set_property = sme_document_search_set_property;
  object_class->dispose = sme_document_search_dispose;
  object_class->finalize = sme_document_search_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_MATCH_CASE] = g_param_spec_boolean ("match-case", NULL, NULL, FALSE, change);
  properties[PROP_MATCH_MARKS] = g_param_spec_boolean ("match-marks", NULL, NULL, FALSE, change);
  properties[PROP_COUNT] =
    g_param_spec_uint ("count", NULL, NULL, 0, SME_DOCUMENT_SEARCH_MAX, 0, flags);
  properties[PROP_POSITION] =
    g_param_spec_uint ("position", NULL, NULL, 0, SME_DOCUMENT_SEARCH_MAX, 0, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CURRENT_CHANGED] = g_signal_new ("current-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_document_search_init (SmeDocumentSearch *self)
{
  self->text = g_strdup ("");
  self->max = SME_DOCUMENT_SEARCH_MAX;
  self->matches = g_ptr_array_new_with_free_func (free_matches);
  self->cancellable = g_cancellable_new ();
}

SmeDocumentSearch *
sme_document_search_new (void)
{
  return g_object_new (SME_TYPE_DOCUMENT_SEARCH, NULL);
}
