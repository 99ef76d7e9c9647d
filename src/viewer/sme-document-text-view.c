/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-text-view-private.h"

#include "viewer/sme-page-flow.h"
#include "viewer/sme-text-gatherer.h"

#include <glib/gi18n.h>

/* Logical pixels round the text. */

enum
{
  PROP_DOCUMENT = 1,
  PROP_REACHED_END,
  PROP_PAGE,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeDocumentTextView, sme_document_text_view, GTK_TYPE_TEXT_VIEW)

void
sme_document_text_view_set_reached_end (SmeDocumentTextView *self, gboolean reached_end)
{
  if (self->reached_end == reached_end)
    return;
  self->reached_end = reached_end;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REACHED_END]);
}

void
sme_document_text_view_change_page (SmeDocumentTextView *self, guint page)
{
  if (self->page == page)
    return;
  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
append (SmeDocumentTextView *self, const char *text, GtkTextTag *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags (buffer, &end, text, -1, tag, NULL);
}

/* As the window breaks it, with every character at its place. */
static void
append_text (SmeDocumentTextView *self, guint page, const char *text)
{
  SmePageText *page_text = sme_document_peek_text (self->document, page);
  g_autofree char *flowing = page_text != NULL ? sme_page_flow_dup_text (page_text) : NULL;

  append (self, flowing != NULL ? flowing : text, NULL);
}

static void
on_page (guint page, const char *text, gpointer user_data)
{
  SmeDocumentTextView *self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autofree char *heading =
    g_strdup_printf (_ ("Page %u of %u"), page + 1, sme_document_get_n_pages (self->document));
  SmeTextPart part;

  append (self, page == 0 ? "" : "\n\n", NULL);
  part.heading = gtk_text_buffer_get_char_count (buffer);
  append (self, heading, self->heading);
  append (self, "\n", NULL);
  part.start = gtk_text_buffer_get_char_count (buffer);
  g_array_append_val (self->parts, part);
  if (text == NULL || text[0] == '\0')
    {
      self->has_all_text = FALSE;
      append (self,
              text == NULL ? _ ("(The text of this page cannot be read.)")
                           : _ ("(This page has no text.)"),
              NULL);
    }
  else
    {
      append_text (self, page, text);
    }
  sme_document_text_view_add_links (self, page);
  sme_document_text_view_unsettle (self);
  sme_document_text_view_page_came (self, page);
}

static void
on_gathered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = sme_text_gatherer_gather_finish (SME_DOCUMENT (source), result, &error);
  SmeDocumentTextView *self;

  if (text == NULL)
    return;
  self = user_data;
  self->is_complete = self->parts->len == sme_document_get_n_pages (self->document);
  sme_document_text_view_check_end (self);
}

static void
start (SmeDocumentTextView *self)
{
  SmeTextSpot first = { 0, 0 };
  SmeTextSpot last = { sme_document_get_n_pages (self->document) - 1, G_MAXUINT };

  sme_text_gatherer_gather_async (self->document, &first, &last, on_page, self, self->cancellable,
                                  on_gathered, self);
}

static void
stop (SmeDocumentTextView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
sme_document_text_view_set_document (SmeDocumentTextView *self, SmeDocument *document)
{
  g_return_if_fail (SME_IS_DOCUMENT_TEXT_VIEW (self));
  g_return_if_fail (document == NULL || SME_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  stop (self);
  self->cancellable = g_cancellable_new ();
  self->is_complete = FALSE;
  self->has_all_text = TRUE;
  g_array_set_size (self->parts, 0);
  self->page = 0;
  self->held = FALSE;
  self->target = 0;
  self->awaited = FALSE;
  sme_document_text_view_forget_marks (self);
  sme_document_text_view_forget_links (self);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "", 0);
  g_set_object (&self->document, document);
  if (document != NULL)
    start (self);
  sme_document_text_view_set_reached_end (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

gboolean
sme_document_text_view_get_reached_end (SmeDocumentTextView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_TEXT_VIEW (self), FALSE);

  return self->reached_end;
}

static gboolean on_late_move (gpointer user_data);

/* The text moved, or there is more of it. While sizes are being allocated nobody is told: who
 * shows the page's number would have to be allocated once more. */
static void
on_moved (SmeDocumentTextView *self)
{
  if (self->allocating)
    {
      if (self->late_source == 0)
        self->late_source = g_idle_add (on_late_move, self);
      return;
    }
  sme_document_text_view_update_page (self);
  sme_document_text_view_update_marks (self);
  sme_document_text_view_check_end (self);
}

static gboolean
on_late_move (gpointer user_data)
{
  SmeDocumentTextView *self = user_data;

  self->late_source = 0;
  on_moved (self);
  return G_SOURCE_REMOVE;
}

static void
sme_document_text_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SmeDocumentTextView *self = SME_DOCUMENT_TEXT_VIEW (widget);

  self->allocating = TRUE;
  GTK_WIDGET_CLASS (sme_document_text_view_parent_class)
    ->size_allocate (widget, width, height, baseline);
  sme_document_text_view_allocated (self, width);
  on_moved (self);
  self->allocating = FALSE;
}

static void
on_resized (SmeDocumentTextView *self)
{
  sme_document_text_view_resized (self);
  on_moved (self);
}

/* The scrolled window gives its adjustment after construction, and may change it. */
static void
on_vadjustment_changed (SmeDocumentTextView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_set_object (&self->vadjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (on_resized), self);
}

static void
sme_document_text_view_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  SmeDocumentTextView *self = SME_DOCUMENT_TEXT_VIEW (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_REACHED_END:
      g_value_set_boolean (value, self->reached_end);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_text_view_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DOCUMENT:
      sme_document_text_view_set_document (SME_DOCUMENT_TEXT_VIEW (object),
                                           g_value_get_object (value));
      break;
    case PROP_ZOOM:
      sme_document_text_view_set_zoom (SME_DOCUMENT_TEXT_VIEW (object), g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_text_view_dispose (GObject *object)
{
  SmeDocumentTextView *self = SME_DOCUMENT_TEXT_VIEW (object);

  stop (self);
  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->late_source, g_source_remove);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  sme_document_text_view_dispose_marks (self);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (sme_document_text_view_parent_class)->dispose (object);
}

static void
sme_document_text_view_finalize (GObject *object)
{
  SmeDocumentTextView *self = SME_DOCUMENT_TEXT_VIEW (object);

  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->marked, g_hash_table_unref);

  G_OBJECT_CLASS (sme_document_text_view_parent_class)->finalize (object);
}

static void
sme_document_text_view_class_init (SmeDocumentTextViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_document_text_view_get_property;
  object_class->set_property = sme_document_text_view_set_property;
  object_class->dispose = sme_document_text_view_dispose;
  object_class->finalize = sme_document_text_view_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = sme_document_text_view_size_allocate;

  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, SME_TYPE_DOCUMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REACHED_END] = g_param_spec_boolean ("reached-end", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] =
    g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  sme_document_text_view_class_init_links (GTK_WIDGET_CLASS (klass));
}

static void
sme_document_text_view_init (SmeDocumentTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->parts = g_array_new (FALSE, FALSE, sizeof (SmeTextPart));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE); /* the arrow keys read on */
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, SME_TEXT_MARGIN);
  gtk_text_view_set_right_margin (view, SME_TEXT_MARGIN);
  gtk_text_view_set_top_margin (view, SME_TEXT_MARGIN);
  gtk_text_view_set_bottom_margin (view, SME_TEXT_MARGIN);
  self->heading = gtk_text_buffer_create_tag (gtk_text_view_get_buffer (view), NULL, "weight",
                                              PANGO_WEIGHT_BOLD, NULL);
  sme_document_text_view_init_zoom (self);
  sme_document_text_view_init_links (self);
  sme_document_text_view_init_marks (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the document"), -1);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (on_vadjustment_changed), NULL);
  g_signal_connect (self, "map", G_CALLBACK (on_moved), NULL);
}

GtkWidget *
sme_document_text_view_new (void)
{
  return g_object_new (SME_TYPE_DOCUMENT_TEXT_VIEW, NULL);
}
