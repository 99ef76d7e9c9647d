/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-page-shell.h"

/* A spinner that flashes up for a moment makes a page feel slower than none. */
#define SPINNER_DELAY_MS 200

struct _SmePageShell
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkRevealer *loading_revealer;
  GtkSpinner *spinner;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  GtkButton *empty_other_button;
  AdwStatusPage *error_page;
  GtkWidget *retry_button;
  GtkWidget *sign_in_button;
  GtkWidget *hotline_button;
  AdwBin *content_bin;

  SmePageState state;
  guint spinner_source;
};

G_DEFINE_FINAL_TYPE (SmePageShell, sme_page_shell, ADW_TYPE_BIN)

static const char *const state_names[] = { "loading", "empty", "content", "error" };

static gboolean
on_spinner_due (gpointer data)
{
  SmePageShell *self = data;

  self->spinner_source = 0;
  gtk_revealer_set_reveal_child (self->loading_revealer, TRUE);
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
stop_spinner (SmePageShell *self)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_revealer_set_reveal_child (self->loading_revealer, FALSE);
}

/* The target first: a button in a window complains of an action without its target. */
static void
set_action (GtkActionable *actionable, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  gboolean valid = g_action_parse_detailed_name (detailed, &name, &target, NULL);

  g_return_if_fail (valid);
  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, target);
  gtk_actionable_set_action_name (actionable, name);
}

static void
sme_page_shell_dispose (GObject *object)
{
  SmePageShell *self = SME_PAGE_SHELL (object);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  /* First, or AdwBin would unparent a child that the template has let go already. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_PAGE_SHELL);
  G_OBJECT_CLASS (sme_page_shell_parent_class)->dispose (object);
}

static void
sme_page_shell_class_init (SmePageShellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_page_shell_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-page-shell.ui");
  gtk_widget_class_bind_template_child (widget_class, SmePageShell, stack);
  gtk_widget_class_bind_template_child (widget_class, SmePageShell, loading_revealer);
  gtk_widget_class_bind_template_child (widget_class, SmePageShell, spinner);
  gtk_widget_class_bind_template_child (widget_class, SmePageShell, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SmePageShell, empty_button);
  gtk_widget_class_bind_template_child (widget_class, SmePageShell, empty_other_button);
  gtk_widget_class_bind_template_child (widget_class, SmePageShell, error_page);
  gtk_widget_class_bind_template_child (widget_class, SmePageShell, retry_button);
  gtk_widget_class_bind_template_child (widget_class, SmePageShell, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, SmePageShell, hotline_button);
  gtk_widget_class_bind_template_child (widget_class, SmePageShell, content_bin);
}

static void
sme_page_shell_init (SmePageShell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_page_shell_new (void)
{
  return g_object_new (SME_TYPE_PAGE_SHELL, NULL);
}

SmePageState
sme_page_shell_get_state (SmePageShell *self)
{
  return self->state;
}

void
sme_page_shell_set_state (SmePageShell *self, SmePageState state)
{
  self->state = state;
  stop_spinner (self);
  if (state == SME_PAGE_LOADING)
    self->spinner_source = g_timeout_add (SPINNER_DELAY_MS, on_spinner_due, self);
  gtk_stack_set_visible_child_name (self->stack, state_names[state]);
}

GtkWidget *
sme_page_shell_get_content (SmePageShell *self)
{
  return adw_bin_get_child (self->content_bin);
}

void
sme_page_shell_set_content (SmePageShell *self, GtkWidget *content)
{
  adw_bin_set_child (self->content_bin, content);
}

void
sme_page_shell_set_empty (SmePageShell *self,
                          const char *icon_name,
                          const char *title,
                          const char *explanation)
{
  g_autofree char *escaped = g_markup_escape_text (explanation != NULL ? explanation : "", -1);

  adw_status_page_set_icon_name (self->empty_page, icon_name);
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, escaped);
}

static void
offer (GtkButton *button, const char *label, const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (button, label);
  set_action (GTK_ACTIONABLE (button), action);
}

void
sme_page_shell_set_empty_action (SmePageShell *self, const char *label, const char *action)
{
  offer (self->empty_button, label, action);
}

void
sme_page_shell_set_empty_other_action (SmePageShell *self, const char *label, const char *action)
{
  offer (self->empty_other_button, label, action);
}

void
sme_page_shell_set_error (SmePageShell *self,
                          const char *title,
                          const char *explanation,
                          SmeErrorOffer offers)
{
  g_autofree char *escaped = g_markup_escape_text (explanation, -1);

  adw_status_page_set_title (self->error_page, title);
  adw_status_page_set_description (self->error_page, escaped);
  gtk_widget_set_visible (self->retry_button, (offers & SME_OFFER_RETRY) != 0);
  gtk_widget_set_visible (self->sign_in_button, (offers & SME_OFFER_SIGN_IN) != 0);
  gtk_widget_set_visible (self->hotline_button, (offers & SME_OFFER_HOTLINE) != 0);
}
