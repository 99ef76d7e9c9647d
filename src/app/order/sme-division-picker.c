/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-division-picker.h"

#include "app/form/sme-list-keys.h"
#include "base/sme-text.h"
#include "client/sme-division-book.h"
#include "core/sme-division.h"

#include <string.h>

struct _SmeDivisionPicker
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *title;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkListBox *list;
  SmeContext *context;
  SmeEdition edition;
  char *parent_code;
  GListModel *divisions;
  GCancellable *cancellable;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeDivisionPicker, sme_division_picker, GTK_TYPE_WIDGET)

static char *
make_name (SmeRecord *division)
{
  const char *type = sme_record_get_text (division, "type");
  const char *name = sme_record_get_text (division, "name");

  return type != NULL ? g_strdup_printf ("%s %s", type, name) : g_strdup (name);
}

/* Every word typed must begin a word of the name. */
static gboolean
matches (const char *folded_name, const char *query)
{
  g_autofree char *folded = sme_text_fold (query);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autofree char *padded = g_strconcat (" ", folded_name, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *start = g_strconcat (" ", words[i], NULL);
      if (words[i][0] != '\0' && strstr (padded, start) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
append_row (SmeDivisionPicker *self, SmeRecord *division)
{
  g_autofree char *name = make_name (division);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "sme-division", g_object_ref (division), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static void
fill (SmeDivisionPicker *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; self->divisions != NULL && i < g_list_model_get_n_items (self->divisions); i++)
    {
      g_autoptr (SmeRecord) division = g_list_model_get_item (self->divisions, i);
      g_autofree char *name = make_name (division);
      g_autofree char *folded = sme_text_fold (name);

      if (!matches (folded, query))
        continue;
      append_row (self, division);
      n++;
    }
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
}

static void
on_divisions_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeDivisionPicker) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list =
    sme_division_book_list_finish (SME_DIVISION_BOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_spinner_stop (self->spinner);
  if (list == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  g_set_object (&self->divisions, list);
  fill (self);
}

static void
load (SmeDivisionPicker *self)
{
  SmeCaller *caller = SME_CALLER (sme_context_get_shop (self->context));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->divisions);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  gtk_spinner_start (self->spinner);
  sme_division_book_list_async (sme_division_book_of (caller), self->edition, self->parent_code,
                                self->cancellable, on_divisions_ready, g_object_ref (self));
}

static void
begin (SmeDivisionPicker *self, const char *title)
{
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

void
sme_division_picker_open_list (SmeDivisionPicker *self, const char *title, GListModel *list)
{
  begin (self, title);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
  g_set_object (&self->divisions, list);
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
sme_division_picker_open (SmeDivisionPicker *self,
                          const char *title,
                          SmeEdition edition,
                          const char *parent)
{
  begin (self, title);
  self->edition = edition;
  g_free (self->parent_code);
  self->parent_code = g_strdup (parent);
  load (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
on_retry (SmeDivisionPicker *self)
{
  load (self);
}

static void
on_cancel (SmeDivisionPicker *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
on_search_changed (SmeDivisionPicker *self)
{
  if (self->divisions != NULL)
    fill (self);
}

static void
on_row_activated (SmeDivisionPicker *self, GtkListBoxRow *row)
{
  SmeRecord *division = g_object_get_data (G_OBJECT (row), "sme-division");
  g_autofree char *name = make_name (division);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, sme_record_get_text (division, "code"), name);
}

/* Enter takes the first of what is left. */
static void
on_search_activated (SmeDivisionPicker *self)
{
  GtkListBoxRow *row;

  fill (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    on_row_activated (self, row);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  on_cancel (SME_DIVISION_PICKER (widget));
  return GDK_EVENT_STOP;
}

static void
sme_division_picker_dispose (GObject *object)
{
  SmeDivisionPicker *self = SME_DIVISION_PICKER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->divisions);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sme_division_picker_parent_class)->dispose (object);
}

static void
sme_division_picker_finalize (GObject *object)
{
  g_free (SME_DIVISION_PICKER (object)->parent_code);
  G_OBJECT_CLASS (sme_division_picker_parent_class)->finalize (object);
}

static void
sme_division_picker_class_init (SmeDivisionPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_division_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_division_picker_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_CANCELLED] =
    g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-division-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDivisionPicker, box);
  gtk_widget_class_bind_template_child (widget_class, SmeDivisionPicker, title);
  gtk_widget_class_bind_template_child (widget_class, SmeDivisionPicker, search);
  gtk_widget_class_bind_template_child (widget_class, SmeDivisionPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeDivisionPicker, spinner);
  gtk_widget_class_bind_template_child (widget_class, SmeDivisionPicker, list);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sme_division_picker_init (SmeDivisionPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_list_keys_join (self->search, self->list);
}

GtkWidget *
sme_division_picker_new (SmeContext *context)
{
  SmeDivisionPicker *self = g_object_new (SME_TYPE_DIVISION_PICKER, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
