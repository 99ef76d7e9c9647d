/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-focus-place.h"

struct _SmeFocusPlace
{
  GtkWidget *widget; /* itself, as long as it is there */
  GType type;
  char *words;   /* what it says */
  guint ordinal; /* among those that say the same */
};

typedef struct
{
  SmeFocusPlace *place;
  GtkWidget *until; /* NULL: the one at the place's ordinal is looked for */
  guint seen;
} Search;

/* What is entered may be another thing then. */
static void
add_words (GtkWidget *widget, GString *words)
{
  const char *tip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else if (tip != NULL)
    g_string_append_printf (words, "%s\n", tip);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_EDITABLE (widget) && !GTK_IS_POPOVER (child))
      add_words (child, words);
}

/* The field that an entry's inner text belongs to is named by its row. */
static char *
dup_words (GtkWidget *widget)
{
  GString *words = g_string_new (NULL);
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  if (GTK_IS_EDITABLE (widget) && row != NULL)
    widget = row;
  add_words (widget, words);
  return g_string_free (words, FALSE);
}

static gboolean
is_alike (SmeFocusPlace *self, GtkWidget *widget)
{
  g_autofree char *words = NULL;

  if (G_OBJECT_TYPE (widget) != self->type || !gtk_widget_get_mapped (widget))
    return FALSE;
  words = dup_words (widget);
  return g_str_equal (words, self->words);
}

/* In the order of the screen; the widget that ends the search, or NULL. */
static GtkWidget *
find (Search *search, GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (widget == search->until)
    return widget;
  if (is_alike (search->place, widget) && search->seen++ == search->place->ordinal &&
      search->until == NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (search, child);
  return found;
}

SmeFocusPlace *
sme_focus_place_new (GtkWidget *root)
{
  GtkRoot *window = gtk_widget_get_root (root);
  GtkWidget *focus = window != NULL ? gtk_root_get_focus (window) : NULL;
  SmeFocusPlace *self;
  Search search = { NULL, focus, 0 };

  if (focus == NULL || !gtk_widget_is_ancestor (focus, root))
    return NULL;
  self = g_new0 (SmeFocusPlace, 1);
  g_set_weak_pointer (&self->widget, focus);
  self->type = G_OBJECT_TYPE (focus);
  self->words = dup_words (focus);
  search.place = self;
  find (&search, root);
  self->ordinal = search.seen;
  return self;
}

void
sme_focus_place_free (SmeFocusPlace *self)
{
  g_clear_weak_pointer (&self->widget);
  g_free (self->words);
  g_free (self);
}

gboolean
sme_focus_place_restore (SmeFocusPlace *self, GtkWidget *root)
{
  Search search = { self, NULL, 0 };
  GtkWidget *widget = self->widget;

  if (widget == NULL || !gtk_widget_is_ancestor (widget, root) || !gtk_widget_get_mapped (widget))
    widget = find (&search, root);
  /* One goes on typing where one was. */
  if (widget != NULL && GTK_IS_TEXT (widget))
    return gtk_text_grab_focus_without_selecting (GTK_TEXT (widget));
  return widget != NULL && gtk_widget_grab_focus (widget);
}
