/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-case-dialog.h"

#include "app/sme-error-text.h"
#include "app/support/sme-case-text.h"
#include "client/sme-caller.h"
#include "core/sme-case-request.h"

#include <glib/gi18n.h>

#define MAX_WORDS 500

typedef struct
{
  SmePage *page;
  SmeCaller *caller;
  SmeOperationId op;
  char *id; /* of what the case is of */
  SmeCaseKind kind;
  char *heading, *body;
  char *said;         /* the words, once they were sent */
  GtkEditable *words; /* in the first dialog */
  SmeCase *opened;    /* in the second one */
  SmeCaseFunc func;
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->page);
  g_clear_object (&asking->opened);
  g_object_unref (asking->caller);
  g_free (asking->id);
  g_free (asking->heading);
  g_free (asking->body);
  g_free (asking->said);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

/* A page that has left the window is on its way out. */
static gboolean
is_gone (Asking *asking)
{
  return gtk_widget_get_root (GTK_WIDGET (asking->page)) == NULL;
}

static void
free_asking (gpointer asking, GClosure *closure)
{
  asking_free (asking);
}

static GtkWidget *
make_dialog (Asking *asking, const char *heading, const char *body)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (asking->page));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  return dialog;
}

static void
on_number_seen (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Asking *asking = data;

  if (is_gone (asking))
    return;
  if (g_str_equal (response, "call"))
    sme_page_call_hotline (asking->page);
  if (asking->func != NULL)
    asking->func (asking->page, asking->opened);
}

/* Takes @asking over. */
static void
show_number (Asking *asking)
{
  gboolean local = sme_context_is_local (sme_page_get_context (asking->page));
  g_autofree char *heading = sme_case_text_number (asking->opened);
  g_autofree char *body = sme_case_text_hotline (asking->kind, local);
  GtkWidget *dialog = make_dialog (asking, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "call", _ ("Call 1800 1260"));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_number_seen), asking, free_asking, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static Asking *
copy_asking (Asking *asking)
{
  Asking *copy = g_new0 (Asking, 1);

  copy->page = g_object_ref (asking->page);
  copy->caller = g_object_ref (asking->caller);
  copy->op = asking->op;
  copy->id = g_strdup (asking->id);
  copy->kind = asking->kind;
  copy->heading = g_strdup (asking->heading);
  copy->body = g_strdup (asking->body);
  copy->func = asking->func;
  return copy;
}

static void ask (Asking *asking, const char *body);

/* What was typed is not typed a second time. */
static void
ask_again (Asking *asking, const GError *error)
{
  g_autofree char *problem = sme_error_text_summarize (error);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", problem, asking->body);
  Asking *again = copy_asking (asking);

  again->said = g_strdup (asking->said);
  ask (again, body);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (GError) error = NULL;

  asking->opened = sme_caller_record_finish (SME_CALLER (source), result, &error);
  if (is_gone (asking))
    return;
  if (asking->opened != NULL)
    show_number (g_steal_pointer (&asking));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ask_again (asking, error);
}

static void
tell (Asking *asking, const char *words)
{
  g_autoptr (SmeRecord) request = SME_RECORD (sme_case_request_new ());
  Asking *next = copy_asking (asking);

  sme_record_set_int (request, "kind", asking->kind);
  if (*words != '\0')
    sme_record_set_text (request, "text", words);
  next->said = g_strdup (words);
  sme_caller_send_async (asking->caller, asking->op, asking->id, NULL, request,
                         sme_page_get_cancellable (asking->page), on_opened, next);
}

static void
on_asked (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Asking *asking = data;

  if (!is_gone (asking) && g_str_equal (response, "tell"))
    tell (asking, gtk_editable_get_text (asking->words));
}

static GtkWidget *
make_question (Asking *asking)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What is wrong? (optional)"));
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (gtk_widget_activate_default), row);
  if (asking->said != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), asking->said);
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))), MAX_WORDS);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  asking->words = GTK_EDITABLE (row);
  return group;
}

/* Takes @asking over. */
static void
ask (Asking *asking, const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (make_dialog (asking, asking->heading, body));

  adw_message_dialog_set_extra_child (dialog, make_question (asking));
  adw_message_dialog_add_response (dialog, "tell", _ ("Get a case number"));
  adw_message_dialog_set_response_appearance (dialog, "tell", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "tell");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_asked), asking, free_asking, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

SmeCasePlace
sme_case_place_of_order (SmePage *page, const char *order_id)
{
  return (SmeCasePlace){ SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_OPEN_CASE, SME_OP_LIST_CASES, order_id };
}

SmeCasePlace
sme_case_place_of_dossier (SmeCaller *econtract, const char *dossier_id)
{
  return (SmeCasePlace){ econtract, SME_OP_OPEN_DOSSIER_CASE, SME_OP_LIST_DOSSIER_CASES,
                         dossier_id };
}

void
sme_case_dialog_present (SmePage *page,
                         const SmeCasePlace *place,
                         SmeCaseKind kind,
                         const char *heading,
                         const char *body,
                         SmeCaseFunc opened)
{
  Asking *asking = g_new0 (Asking, 1);

  g_return_if_fail (SME_IS_PAGE (page) && place->id != NULL);

  asking->page = g_object_ref (page);
  asking->caller = g_object_ref (place->caller);
  asking->op = place->open;
  asking->id = g_strdup (place->id);
  asking->kind = kind;
  asking->heading = g_strdup (heading);
  asking->body = g_strdup (body);
  asking->func = opened;
  ask (asking, body);
}
