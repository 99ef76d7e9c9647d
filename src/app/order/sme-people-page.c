/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-people-page.h"

#include "app/order/sme-declaration-dialog.h"
#include "app/order/sme-organisation-gaps.h"
#include "app/order/sme-people-head.h"
#include "app/order/sme-people-result.h"
#include "base/sme-time.h"
#include "client/sme-shop.h"
#include "core/sme-account.h"
#include "core/sme-field-error.h"
#include "core/sme-people-sheet.h"
#include "core/sme-people.h"
#include "core/sme-problem.h"
#include "core/sme-profile-rules.h"

#include <glib/gi18n.h>

struct _SmePeoplePage
{
  SmePage parent_instance;
  SmePeopleResult *result;
  GtkFileChooserNative *chooser;
  SmeCsv *csv;
  GPtrArray *people;
  GPtrArray *asked; /* what the dialog repeated, or NULL */
  SmeProfile *common;
  gboolean sending;
};

G_DEFINE_FINAL_TYPE (SmePeoplePage, sme_people_page, SME_TYPE_PAGE)

static SmeCaller *
get_caller (SmePeoplePage *self)
{
  return SME_CALLER (sme_context_get_shop (sme_page_get_context (SME_PAGE (self))));
}

static SmeCustomerType
get_customer_type (SmePeoplePage *self)
{
  g_autoptr (SmeAccount) account = NULL;

  g_object_get (sme_context_get_shop (sme_page_get_context (SME_PAGE (self))), "account", &account,
                NULL);
  return account != NULL
           ? (SmeCustomerType) sme_record_get_int (SME_RECORD (account), "customer_type")
           : SME_CUSTOMER_ENTERPRISE;
}

static gboolean
speaks_vietnamese (void)
{
  /* The template's names are those of the form. */
  return g_str_equal (_ ("Full name"), "Họ và Tên");
}

/* ---- Reading */

/* The table waits until the form has what is missing. */
static void
say_gaps (SmePeoplePage *self, const char *gaps)
{
  g_autofree char *text =
    /* Translators: %s is a list of fields of the form. */
    g_strdup_printf (_ ("In the form these are still missing or wrong: %s. They are the same for"
                        " all people. Your table is kept, and read again when you come back."),
                     gaps);

  sme_people_result_say (self->result, _ ("The organisation is not complete yet"), text,
                         _ ("Back to the form"), "win.back");
}

static void
read_people (SmePeoplePage *self)
{
  g_autoptr (GPtrArray) faults = NULL;
  SmeCustomerType type = get_customer_type (self);
  int today = sme_date_from_time (g_get_real_time () / 1000);
  g_autofree char *gaps = sme_organisation_gaps_describe (self->common, type, today);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  /* What is not the people's must be right before: the form has it. */
  if (gaps != NULL)
    {
      say_gaps (self, gaps);
      return;
    }
  self->people = sme_people_sheet_read (self->csv, self->common, type, today, &faults);
  if (faults->len > 0)
    sme_people_result_show_faults (self->result, faults);
  else
    sme_people_result_show_people (self->result, self->people);
}

static void
on_draft (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmePeoplePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeProfile) draft = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      sme_page_toast_error (SME_PAGE (self), error);
      return;
    }
  g_clear_object (&self->common);
  self->common = draft != NULL ? g_steal_pointer (&draft) : sme_profile_new ();
  read_people (self);
}

/* As the form has it now. */
static void
ask_common (SmePeoplePage *self)
{
  sme_caller_send_async (get_caller (self), SME_OP_GET_DRAFT,
                         sme_route_get_id (sme_page_get_route (SME_PAGE (self))), NULL, NULL,
                         sme_page_get_cancellable (SME_PAGE (self)), on_draft, g_object_ref (self));
}

static void
on_file_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmePeoplePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  guint line = 0;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->csv, sme_csv_free);
  if (bytes != NULL)
    self->csv = sme_csv_parse (bytes, &line, &error);
  if (self->csv == NULL)
    {
      sme_people_result_show_error (self->result, line, error);
      return;
    }
  sme_page_set_keeps_input (SME_PAGE (self), TRUE);
  ask_common (self);
}

void
sme_people_page_take_file (SmePeoplePage *self, GFile *file)
{
  g_file_load_bytes_async (file, sme_page_get_cancellable (SME_PAGE (self)), on_file_read,
                           g_object_ref (self));
}

/* ---- Ordering */

/* "/profiles/3/id_number": of the fourth person. */
static gboolean
add_server_fault (SmePeoplePage *self, SmeRecord *error)
{
  g_auto (GStrv) parts = g_strsplit (sme_record_get_text (error, "pointer"), "/", 5);
  const char *column;
  guint64 person;

  if (g_strv_length (parts) < 4 || !g_str_equal (parts[1], "profiles") ||
      !g_ascii_string_to_unsigned (parts[2], 10, 0, SME_PEOPLE_MAX, &person, NULL) ||
      person + 1 >= sme_csv_get_n_rows (self->csv))
    return FALSE;
  column = sme_people_sheet_name_column (parts[3], speaks_vietnamese ());
  sme_people_result_add_fault (self->result, sme_csv_get_line (self->csv, (guint) person + 1),
                               column, sme_record_get_text (error, "code"));
  return TRUE;
}

static void
show_refusal (SmePeoplePage *self, const GError *error)
{
  GPtrArray *errors = sme_problem_get_fields (error);

  /* Answered once, and the answer was lost on its way or the person came back to it. */
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_WRONG_STATE))
    {
      sme_people_result_say (self->result, _ ("This table has been ordered for already"),
                             _ ("Nothing was ordered twice. You find the orders of all people, and"
                                " what comes next, under Orders."),
                             C_ ("section", "Orders"), "win.open::orders");
      g_clear_pointer (&self->csv, sme_csv_free);
      sme_page_set_keeps_input (SME_PAGE (self), FALSE);
      return;
    }
  if (errors == NULL)
    {
      sme_page_toast_error (SME_PAGE (self), error);
      return;
    }
  sme_people_result_begin_faults (self->result);
  for (guint i = 0; i < errors->len; i++)
    if (!add_server_fault (self, g_ptr_array_index (errors, i)))
      sme_people_result_add_fault (self->result, 0, NULL,
                                   sme_record_get_text (g_ptr_array_index (errors, i), "code"));
}

static void
on_ordered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmePeoplePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) orders = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->sending = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->result), TRUE);
  if (orders == NULL)
    show_refusal (self, error);
  else
    {
      sme_page_set_keeps_input (SME_PAGE (self), FALSE);
      sme_page_replace (SME_PAGE (self), "orders");
    }
}

static void
order (SmePeoplePage *self)
{
  g_autoptr (SmePeople) people = sme_people_new ();

  for (guint i = 0; i < self->asked->len; i++)
    sme_record_append (SME_RECORD (people), "profiles", g_ptr_array_index (self->asked, i));
  self->sending = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->result), FALSE);
  sme_caller_send_async (get_caller (self), SME_OP_DECLARE_PEOPLE,
                         sme_route_get_id (sme_page_get_route (SME_PAGE (self))), NULL,
                         SME_RECORD (people), sme_page_get_cancellable (SME_PAGE (self)),
                         on_ordered, g_object_ref (self));
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SmePeoplePage *self = SME_PEOPLE_PAGE (source);

  if (sme_declaration_dialog_ask_finish (result) && self->asked != NULL && !self->sending)
    order (self);
}

/* In the form in which the contracts will have them: what is repeated is what is sent. */
static void
on_order_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmePeoplePage *self = SME_PEOPLE_PAGE (widget);
  int today = sme_date_from_time (g_get_real_time () / 1000);

  if (self->sending || self->people == NULL || self->people->len == 0)
    return;
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  self->asked = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->people->len; i++)
    {
      SmeProfile *profile =
        SME_PROFILE (sme_record_copy (SME_RECORD (g_ptr_array_index (self->people, i))));

      sme_profile_normalize (profile, today);
      g_ptr_array_add (self->asked, profile);
    }
  sme_declaration_dialog_ask_people_async (widget, self->asked, get_customer_type (self),
                                           on_confirmed, NULL);
}

/* ---- Files */

static void
on_template_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmePeoplePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    sme_page_toast (SME_PAGE (self), _ ("The template is saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sme_page_toast_error (SME_PAGE (self), error);
}

/* Excel in Vietnamese takes the semicolon: the comma is the decimal sign. */
static void
save_template (SmePeoplePage *self, GFile *file)
{
  gboolean vietnamese = speaks_vietnamese ();
  g_autoptr (GBytes) bytes = sme_people_sheet_make_template (vietnamese, vietnamese ? ';' : ',');

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE,
                                       sme_page_get_cancellable (SME_PAGE (self)),
                                       on_template_saved, g_object_ref (self));
}

static void
on_response (GtkNativeDialog *dialog, int response, SmePeoplePage *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    save_template (self, file);
  else
    sme_people_page_take_file (self, file);
}

static void
choose (SmePeoplePage *self, const char *title, GtkFileChooserAction action)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (root), action, NULL, NULL);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _ ("people.csv"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_template_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (SME_PEOPLE_PAGE (widget), _ ("Save the template"), GTK_FILE_CHOOSER_ACTION_SAVE);
}

static void
on_choose_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (SME_PEOPLE_PAGE (widget), _ ("Choose the table"), GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
sme_people_page_load (SmePage *page)
{
  sme_page_show_content (page);
}

/* Back from the form, which may say more now, or something else. */
static void
sme_people_page_shown (SmePage *page)
{
  SmePeoplePage *self = SME_PEOPLE_PAGE (page);

  if (self->csv != NULL && !self->sending)
    ask_common (self);
}

static void
sme_people_page_dispose (GObject *object)
{
  SmePeoplePage *self = SME_PEOPLE_PAGE (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->csv, sme_csv_free);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_clear_object (&self->common);
  G_OBJECT_CLASS (sme_people_page_parent_class)->dispose (object);
}

static void
sme_people_page_class_init (SmePeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_people_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_people_page_load;
  SME_PAGE_CLASS (klass)->shown = sme_people_page_shown;
  gtk_widget_class_install_action (widget_class, "people.template", NULL, on_template_activated);
  gtk_widget_class_install_action (widget_class, "people.choose", NULL, on_choose_activated);
  gtk_widget_class_install_action (widget_class, "people.order", NULL, on_order_activated);
}

static void
sme_people_page_init (SmePeoplePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->result = SME_PEOPLE_RESULT (sme_people_result_new ());
  gtk_box_append (GTK_BOX (box), sme_people_head_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->result));
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 24, "margin-bottom", 24,
                NULL);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  sme_page_set_title (SME_PAGE (self), _ ("Order for several people"));
  sme_page_set_content (SME_PAGE (self), scroller);
}
