/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-name-page.h"

#include "app/account/sme-account-rules.h"
#include "app/account/sme-busy-button.h"
#include "app/account/sme-form-checker.h"
#include "app/account/sme-try-pause.h"
#include "base/sme-text.h"
#include "client/sme-shop.h"
#include "core/sme-account-update.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeNamePage
{
  SmePage parent_instance;

  SmeFieldRow *name_row;
  SmeFieldRow *position_row;
  SmeFieldRow *organisation_row;
  SmeFieldRow *number_row;
  SmeFieldRow *tax_code_row;
  SmeNotice *notice;
  SmeBusyButton *save_button;

  SmeFormChecker *checker;
  SmeTryPause *pause;
  SmeRecord *account; /* as it was when the page began */
};

G_DEFINE_FINAL_TYPE (SmeNamePage, sme_name_page, SME_TYPE_PAGE)

static SmeCaller *
get_caller (SmeNamePage *self)
{
  return SME_CALLER (sme_context_get_shop (sme_page_get_context (SME_PAGE (self))));
}

static SmeCustomerType
get_type (SmeNamePage *self)
{
  return self->account != NULL
           ? (SmeCustomerType) sme_record_get_int (self->account, "customer_type")
           : SME_CUSTOMER_PERSON;
}

static void
set_busy (SmeNamePage *self, gboolean busy)
{
  sme_busy_button_set_busy (self->save_button, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "change-name.save", !busy);
}

static void
fill_row (SmeNamePage *self, SmeFieldRow *row, const char *name)
{
  const char *text = sme_record_get_text (self->account, name);

  sme_field_row_set_text (row, text != NULL ? text : "");
}

static void
fill (SmeNamePage *self)
{
  gboolean business = get_type (self) != SME_CUSTOMER_PERSON;

  fill_row (self, self->name_row, "full_name");
  fill_row (self, self->position_row, "position");
  fill_row (self, self->organisation_row, "organisation_name");
  fill_row (self, self->number_row, "registration_number");
  fill_row (self, self->tax_code_row, "tax_code");
  gtk_widget_set_visible (GTK_WIDGET (self->position_row), business);
  gtk_widget_set_visible (GTK_WIDGET (self->organisation_row), business);
  gtk_widget_set_visible (GTK_WIDGET (self->number_row), business);
  g_object_set (self->tax_code_row, "required", business, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->organisation_row),
                                 sme_account_organisation_title (get_type (self)));
}

/* The answer has the version that a change must name. What was typed meanwhile stays. */
static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeNamePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) account = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (account == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  if (self->account != NULL)
    {
      sme_page_show_content (SME_PAGE (self));
      return;
    }
  self->account = sme_record_copy (account);
  fill (self);
  sme_page_show_content (SME_PAGE (self));
  sme_page_grab_first_focus (SME_PAGE (self));
}

static void
load_account (SmeNamePage *self)
{
  sme_caller_send_async (get_caller (self), SME_OP_GET_ME, NULL, NULL, NULL,
                         sme_page_get_cancellable (SME_PAGE (self)), on_loaded,
                         g_object_ref (self));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeNamePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) account = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (account != NULL)
    {
      sme_page_toast (SME_PAGE (self), _ ("Your data are changed"));
      sme_page_finish (SME_PAGE (self));
      return;
    }
  if (!sme_form_checker_take_error (self->checker, error))
    sme_try_pause_show_error (self->pause, error);
  /* The next try is made against what is there now. */
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_PRECONDITION_FAILED))
    load_account (self);
}

/* Only what was changed. */
static void
take_row (SmeNamePage *self, SmeRecord *update, SmeFieldRow *row, const char *name)
{
  g_autofree char *text = sme_text_normalize_name (sme_field_row_get_text (row));
  const char *before = sme_record_get_text (self->account, name);

  if (gtk_widget_get_visible (GTK_WIDGET (row)) &&
      !g_str_equal (text, before != NULL ? before : ""))
    sme_record_set_text (update, name, text);
}

static void
on_save_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeNamePage *self = SME_NAME_PAGE (widget);
  g_autoptr (SmeRecord) update = SME_RECORD (sme_account_update_new ());

  /* Enter comes here too, and GTK does not ask whether the action is enabled. */
  if (self->account == NULL || sme_busy_button_get_busy (self->save_button) ||
      !sme_form_checker_check_all (self->checker))
    return;
  take_row (self, update, self->name_row, "full_name");
  take_row (self, update, self->position_row, "position");
  take_row (self, update, self->organisation_row, "organisation_name");
  take_row (self, update, self->number_row, "registration_number");
  take_row (self, update, self->tax_code_row, "tax_code");
  sme_notice_set_text (self->notice, NULL);
  set_busy (self, TRUE);
  sme_caller_send_async (get_caller (self), SME_OP_UPDATE_ME, NULL, NULL, update,
                         sme_page_get_cancellable (SME_PAGE (self)), on_saved, g_object_ref (self));
}

static void
on_entered (SmeNamePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "change-name.save", NULL);
}

static const char *
judge_tax_code (const char *text, gpointer data)
{
  return sme_account_judge_tax_code (text, get_type (data));
}

static const char *
judge_number (const char *text, gpointer data)
{
  return sme_account_judge_registration_number (text, get_type (data));
}

static void
sme_name_page_load (SmePage *page)
{
  set_busy (SME_NAME_PAGE (page), FALSE);
  load_account (SME_NAME_PAGE (page));
}

static gboolean
sme_name_page_grab_first_focus (SmePage *page)
{
  if (sme_page_get_state (page) != SME_PAGE_CONTENT)
    return SME_PAGE_CLASS (sme_name_page_parent_class)->grab_first_focus (page);
  sme_field_row_focus (SME_NAME_PAGE (page)->name_row);
  return TRUE;
}

static void
sme_name_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (sme_name_page_parent_class)->constructed (object);
  sme_page_set_title (SME_PAGE (object), _ ("Change account information"));
}

static void
sme_name_page_dispose (GObject *object)
{
  SmeNamePage *self = SME_NAME_PAGE (object);

  g_clear_object (&self->checker);
  g_clear_object (&self->pause);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_NAME_PAGE);
  G_OBJECT_CLASS (sme_name_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_FIELD_ROW);
  g_type_ensure (SME_TYPE_NOTICE);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-name-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeNamePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, SmeNamePage, position_row);
  gtk_widget_class_bind_template_child (widget_class, SmeNamePage, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, SmeNamePage, number_row);
  gtk_widget_class_bind_template_child (widget_class, SmeNamePage, tax_code_row);
  gtk_widget_class_bind_template_child (widget_class, SmeNamePage, notice);
  gtk_widget_class_bind_template_child (widget_class, SmeNamePage, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
}

static void
sme_name_page_class_init (SmeNamePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sme_name_page_constructed;
  object_class->dispose = sme_name_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_name_page_load;
  SME_PAGE_CLASS (klass)->grab_first_focus = sme_name_page_grab_first_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "change-name.save", NULL,
                                   on_save_activated);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sme_name_page_init (SmeNamePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_keeps_input (SME_PAGE (self), TRUE);
  self->pause = sme_try_pause_new (self->notice);
  self->checker = sme_form_checker_new (self);
  sme_form_checker_add (self->checker, self->name_row, "/full_name", sme_account_judge_name);
  sme_form_checker_add (self->checker, self->position_row, "/position", sme_account_judge_position);
  sme_form_checker_add (self->checker, self->organisation_row, "/organisation_name",
                        sme_account_judge_organisation);
  sme_form_checker_add (self->checker, self->number_row, "/registration_number", judge_number);
  sme_form_checker_add (self->checker, self->tax_code_row, "/tax_code", judge_tax_code);
}
