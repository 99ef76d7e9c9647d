/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the buttons and keys of the pane do. */
#include "viewer/sme-document-pane-private.h"

#include "viewer/sme-document-printing.h"
#include "viewer/sme-document-properties.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-link-question.h"

#include <glib/gi18n.h>

static GtkWindow *
get_window (SmeDocumentPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
tell (SmeDocumentPane *self, const char *text)
{
  adw_toast_overlay_add_toast (self->overlay, adw_toast_new (text));
}

static const char *
get_name (SmeDocumentPane *self)
{
  if (self->name != NULL)
    return self->name;
  return sme_document_get_title (self->document);
}

/* A name that every file system takes. */
static char *
make_file_name (SmeDocumentPane *self)
{
  const char *name = get_name (self);
  g_autofree char *clean = g_strdup (name != NULL ? name : _ ("Document"));

  g_strdelimit (clean, "/\\:*?\"<>|\n\r\t", '-');
  g_strstrip (clean);
  if (g_str_has_suffix (clean, ".pdf"))
    return g_steal_pointer (&clean);
  return g_strconcat (clean, ".pdf", NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeDocumentPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (sme_document_save_finish (SME_DOCUMENT (source), result, &error))
    tell (self, _ ("The copy was saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, _ ("The copy could not be saved there. Please choose another place."));
}

static void
on_chosen (GtkNativeDialog *dialog, int response, SmeDocumentPane *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT || self->document == NULL)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  /* What was begun is written to its end, even if the page goes away. */
  sme_document_save_async (self->document, file, NULL, on_saved, g_object_ref (self));
}

static void
on_save_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeDocumentPane *self = SME_DOCUMENT_PANE (widget);
  g_autofree char *file_name = NULL;

  if (self->chooser != NULL)
    return;
  file_name = make_file_name (self);
  self->chooser = gtk_file_chooser_native_new (_ ("Save a copy"), get_window (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, SmeDocumentPane *self)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell (self, _ ("The document could not be printed."));
}

static void
on_print_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeDocumentPane *self = SME_DOCUMENT_PANE (widget);
  g_autoptr (GtkPrintOperation) operation =
    sme_document_print_operation_new (self->document, get_name (self));

  gtk_print_operation_set_current_page (operation, (int) sme_document_view_get_page (self->view));
  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, get_window (self),
                           NULL);
}

/* One dialog at a time: what a document can cause must not pile up. */
static void
show_dialog (SmeDocumentPane *self, GtkWidget *dialog)
{
  g_set_weak_pointer (&self->dialog, GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sme_document_pane_ask_link (SmeDocumentPane *self, const char *uri)
{
  if (self->dialog == NULL)
    show_dialog (self, sme_link_question_new (get_window (self), uri));
}

static void
on_properties_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeDocumentPane *self = SME_DOCUMENT_PANE (widget);

  if (self->dialog == NULL && self->document != NULL)
    show_dialog (self, sme_document_properties_new (get_window (self), self->document));
}

static void
on_enter_page_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_document_toolbar_enter_page (SME_DOCUMENT_PANE (widget)->toolbar);
}

static void
on_find_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_document_search_bar_start (SME_DOCUMENT_PANE (widget)->search_bar);
}

static void
on_find_next_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_document_search_next (sme_document_view_get_search (SME_DOCUMENT_PANE (widget)->view));
}

static void
on_find_previous_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_document_search_previous (sme_document_view_get_search (SME_DOCUMENT_PANE (widget)->view));
}

static void
on_retry_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_document_pane_retry (SME_DOCUMENT_PANE (widget));
}

/* The toolbar is not inside of the view, so it finds the view's actions here. In text mode a page
 * is a place in the text. */
static void
on_view_action_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeDocumentPane *self = SME_DOCUMENT_PANE (widget);

  if (self->text_mode && sme_document_text_view_zoom (self->text_view, name))
    return;
  gtk_widget_activate_action_variant (GTK_WIDGET (self->view), name, parameter);
  sme_document_pane_follow_pages (self);
}

static gboolean
is_view_action_enabled (SmeDocumentPane *self, const char *name)
{
  if (self->text_mode &&
      (g_str_has_prefix (name, "view.fit") || g_str_has_prefix (name, "view.rotate")))
    return FALSE;
  if (self->text_mode && g_str_has_prefix (name, "view.zoom"))
    return self->document != NULL && sme_document_text_view_can_zoom (self->text_view, name);
  return sme_document_view_is_enabled (self->view, name);
}

void
sme_document_pane_update_actions (SmeDocumentPane *self)
{
  static const char *const document_actions[] = {
    "document.save",       "document.print",      "document.find", "document.search-mode",
    "document.text-mode",  "document.properties", "view.dark",     "document.sidebar",
    "document.enter-page",
  };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_matches =
    sme_document_search_get_count (sme_document_view_get_search (self->view)) > 0;

  for (gsize i = 0; i < G_N_ELEMENTS (document_actions); i++)
    gtk_widget_action_set_enabled (widget, document_actions[i], self->document != NULL);
  gtk_widget_action_set_enabled (widget, "view.fit-mode",
                                 is_view_action_enabled (self, "view.fit-page"));
  gtk_widget_action_set_enabled (widget, "document.find-next", has_matches);
  gtk_widget_action_set_enabled (widget, "document.find-previous", has_matches);
  for (int i = 0; sme_document_view_action_names[i] != NULL; i++)
    {
      const char *name = sme_document_view_action_names[i];

      gtk_widget_action_set_enabled (widget, name, is_view_action_enabled (self, name));
    }
}

void
sme_document_pane_class_init_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "document.save", NULL, on_save_activated);
  gtk_widget_class_install_action (klass, "document.print", NULL, on_print_activated);
  gtk_widget_class_install_action (klass, "document.find", NULL, on_find_activated);
  gtk_widget_class_install_action (klass, "document.find-next", NULL, on_find_next_activated);
  gtk_widget_class_install_action (klass, "document.find-previous", NULL,
                                   on_find_previous_activated);
  gtk_widget_class_install_action (klass, "document.retry", NULL, on_retry_activated);
  gtk_widget_class_install_action (klass, "document.properties", NULL, on_properties_activated);
  gtk_widget_class_install_action (klass, "document.enter-page", NULL, on_enter_page_activated);
  gtk_widget_class_install_property_action (klass, "document.text-mode", "text-mode");
  gtk_widget_class_install_property_action (klass, "document.sidebar", "sidebar");
  gtk_widget_class_install_property_action (klass, "view.dark", "dark-pages");
  gtk_widget_class_install_property_action (klass, "view.fit-mode", "fit-mode");
  gtk_widget_class_install_property_action (klass, "document.search-mode", "search-mode");
  for (int i = 0; sme_document_view_action_names[i] != NULL; i++)
    {
      const char *name = sme_document_view_action_names[i];

      gtk_widget_class_install_action (
        klass, name, g_str_equal (name, "view.go-to-page") ? "u" : NULL, on_view_action_activated);
    }
}

void
sme_document_pane_add_help (SmeDocumentPane *self, GtkWidget *help)
{
  g_return_if_fail (SME_IS_DOCUMENT_PANE (self));
  g_return_if_fail (GTK_IS_WIDGET (help));

  gtk_box_append (self->error_box, help);
}
