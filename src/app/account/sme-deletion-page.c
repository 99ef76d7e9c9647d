/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-deletion-page.h"

#include "app/account/sme-busy-button.h"
#include "app/account/sme-consent-text.h"
#include "app/account/sme-forgotten-button.h"
#include "app/account/sme-form-checker.h"
#include "app/account/sme-holding-row.h"
#include "app/account/sme-try-pause.h"
#include "client/sme-shop.h"
#include "client/sme-vault.h"
#include "core/sme-account.h"
#include "core/sme-account-deletion.h"
#include "core/sme-password-entry.h"

#include <glib/gi18n.h>

struct _SmeDeletionPage
{
  SmePage parent_instance;

  GtkLabel *erased_label;
  GtkLabel *cancelled_label;
  GtkWidget *kept_label;
  GtkListBox *kept_list;
  GtkWidget *blocked_box;
  GtkLabel *blocked_label;
  GtkWidget *password_list;
  SmeFieldRow *password_row;
  SmeNotice *notice;
  SmeBusyButton *delete_button;

  SmeFormChecker *checker;
  SmeTryPause *pause;
  char *account_id;  /* that is being deleted */
  SmeVault *vault;   /* while it is being deleted, as is the window: what the account had on this */
  GtkWidget *window; /* computer goes with it, and this page too */
};

G_DEFINE_FINAL_TYPE (SmeDeletionPage, sme_deletion_page, SME_TYPE_PAGE)

static SmeShop *
get_shop (SmeDeletionPage *self)
{
  return sme_context_get_shop (sme_page_get_context (SME_PAGE (self)));
}

static gboolean
may_delete (SmeDeletionPage *self)
{
  return !sme_busy_button_get_busy (self->delete_button) &&
         gtk_widget_get_visible (self->password_list) && !sme_try_pause_get_waiting (self->pause);
}

static void
update_action (SmeDeletionPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "deletion.delete", may_delete (self));
}

static void
set_busy (SmeDeletionPage *self, gboolean busy)
{
  sme_busy_button_set_busy (self->delete_button, busy);
  update_action (self);
}

static char *
join_kinds (SmeRecord *plan)
{
  const char *const *erased = sme_record_get_texts (plan, "erased");
  g_autoptr (GEnumClass) klass = g_type_class_ref (SME_TYPE_DATA_KIND);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; erased != NULL && erased[i] != NULL; i++)
    {
      GEnumValue *value = g_enum_get_value_by_nick (klass, erased[i]);

      if (value != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                sme_data_kind_text ((SmeDataKind) value->value));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "12726, 12727"; NULL for none. */
static char *
join_numbers (SmeRecord *plan, const char *name)
{
  const char *const *numbers = sme_record_get_texts (plan, name);

  return numbers != NULL && numbers[0] != NULL ? g_strjoinv (", ", (char **) numbers) : NULL;
}

/* Takes @text over. */
static void
show_line (GtkLabel *label, char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_label (label, text != NULL ? text : "");
  g_free (text);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return sme_holding_row_new (item, FALSE);
}

static void
show_plan (SmeDeletionPage *self, SmeRecord *plan)
{
  GListModel *kept = sme_record_get_list (plan, "kept");
  gboolean keeps = kept != NULL && g_list_model_get_n_items (kept) > 0;
  g_autofree char *erased = join_kinds (plan);
  g_autofree char *cancelled = join_numbers (plan, "cancelled_orders");
  g_autofree char *blocked = join_numbers (plan, "blocked_by");

  /* Translators: %s is a list like "account, sign-ins, likes". */
  show_line (self->erased_label, g_strdup_printf (_ ("Erased at once: %s."), erased));
  show_line (self->cancelled_label,
             cancelled != NULL
               /* Translators: %s is a list of order numbers. */
               ? g_strdup_printf (_ ("Cancelled: the orders %s, which are not paid."), cancelled)
               : NULL);
  gtk_widget_set_visible (self->kept_label, keeps);
  gtk_widget_set_visible (GTK_WIDGET (self->kept_list), keeps);
  gtk_list_box_bind_model (self->kept_list, kept, make_row, NULL, NULL);
  gtk_widget_set_visible (self->blocked_box, blocked != NULL);
  show_line (
    self->blocked_label,
    blocked != NULL
      /* Translators: %s is a list of order numbers. */
      ? g_strdup_printf (_ ("The account cannot be deleted yet: the orders %s are paid and "
                            "not finished, and you need the account for them."),
                         blocked)
      : NULL);
  gtk_widget_set_visible (self->password_list, blocked == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button), blocked == NULL);
  update_action (self);
  sme_page_show_content (SME_PAGE (self));
}

static void
on_plan_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDeletionPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) plan = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (plan != NULL)
    show_plan (self, plan);
  else
    sme_page_show_error (SME_PAGE (self), error);
}

static void
sme_deletion_page_load (SmePage *page)
{
  SmeDeletionPage *self = SME_DELETION_PAGE (page);

  sme_caller_send_async (SME_CALLER (get_shop (self)), SME_OP_PREVIEW_DELETION, NULL, NULL, NULL,
                         sme_page_get_cancellable (page), on_plan_ready, g_object_ref (self));
}

static void
remember_account (SmeDeletionPage *self)
{
  g_autoptr (SmeAccount) account = NULL;

  g_object_get (get_shop (self), "account", &account, NULL);
  g_free (self->account_id);
  self->account_id =
    account != NULL ? g_strdup (sme_record_get_text (SME_RECORD (account), "id")) : NULL;
}

/* The page is mostly gone with the account: the window says the rest. */
static void
say_goodbye (SmeDeletionPage *self, GtkWidget *window)
{
  if (self->vault != NULL && self->account_id != NULL)
    sme_vault_forget_account_async (self->vault, self->account_id, NULL, NULL, NULL);
  g_clear_object (&self->vault);
  if (self->delete_button != NULL)
    sme_field_row_set_text (self->password_row, "");
  gtk_widget_activate_action (window, "win.toast", "s",
                              _ ("The account is deleted. A letter confirms it."));
  /* Leaving of one's own will asks nobody to sign in again. */
  gtk_widget_activate_action (window, "win.sign-out", NULL);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDeletionPage) self = data;
  g_autoptr (GtkWidget) window = g_steal_pointer (&self->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_shop_end_finish (SME_SHOP (source), result, &error);

  if (self->delete_button != NULL)
    set_busy (self, FALSE);
  if (answer != NULL)
    {
      say_goodbye (self, window);
      return;
    }
  if (self->delete_button != NULL && !sme_form_checker_take_error (self->checker, error))
    sme_try_pause_show_error (self->pause, error);
}

static void
on_delete_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeDeletionPage *self = SME_DELETION_PAGE (widget);
  g_autoptr (SmeRecord) request = SME_RECORD (sme_password_entry_new ());

  /* Enter comes here too, and GTK does not ask whether the action is enabled. */
  if (!may_delete (self) || !sme_form_checker_check_all (self->checker))
    return;
  sme_record_set_text (request, "password", sme_field_row_get_text (self->password_row));
  sme_notice_set_text (self->notice, NULL);
  set_busy (self, TRUE);
  remember_account (self);
  g_set_object (&self->vault, sme_context_get_vault (sme_page_get_context (SME_PAGE (self))));
  g_set_object (&self->window, GTK_WIDGET (gtk_widget_get_root (widget)));
  sme_shop_end_async (get_shop (self), SME_OP_DELETE_ME, request, NULL, on_deleted,
                      g_object_ref (self));
}

static void
sme_deletion_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (sme_deletion_page_parent_class)->constructed (object);
  sme_page_set_title (SME_PAGE (object), _ ("Delete account"));
}

static void
sme_deletion_page_dispose (GObject *object)
{
  SmeDeletionPage *self = SME_DELETION_PAGE (object);

  g_clear_object (&self->checker);
  g_clear_object (&self->pause);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_DELETION_PAGE);
  G_OBJECT_CLASS (sme_deletion_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_FIELD_ROW);
  g_type_ensure (SME_TYPE_FORGOTTEN_BUTTON);
  g_type_ensure (SME_TYPE_NOTICE);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-deletion-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDeletionPage, erased_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDeletionPage, cancelled_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDeletionPage, kept_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDeletionPage, kept_list);
  gtk_widget_class_bind_template_child (widget_class, SmeDeletionPage, blocked_box);
  gtk_widget_class_bind_template_child (widget_class, SmeDeletionPage, blocked_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDeletionPage, password_list);
  gtk_widget_class_bind_template_child (widget_class, SmeDeletionPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, SmeDeletionPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SmeDeletionPage, delete_button);
}

static void
sme_deletion_page_finalize (GObject *object)
{
  SmeDeletionPage *self = SME_DELETION_PAGE (object);

  g_clear_object (&self->vault);
  g_free (self->account_id);
  G_OBJECT_CLASS (sme_deletion_page_parent_class)->finalize (object);
}

static void
sme_deletion_page_class_init (SmeDeletionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sme_deletion_page_constructed;
  object_class->dispose = sme_deletion_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_deletion_page_finalize;
  SME_PAGE_CLASS (klass)->load = sme_deletion_page_load;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "deletion.delete", NULL,
                                   on_delete_activated);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sme_deletion_page_init (SmeDeletionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checker = sme_form_checker_new (self);
  sme_form_checker_add (self->checker, self->password_row, "/password", NULL);
  self->pause = sme_try_pause_new (self->notice);
  g_signal_connect_object (self->pause, "changed", G_CALLBACK (update_action), self,
                           G_CONNECT_SWAPPED);
}
