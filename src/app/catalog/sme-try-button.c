/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-try-button.h"

#include "core/sme-enums.h"
#include "core/sme-plan.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _SmeTryButton
{
  GtkButton parent_instance;

  AdwButtonContent *content;

  char *url;        /* of the provider's page, or NULL */
  SmeRecord *offer; /* the plan that can be tried, or NULL */
};

G_DEFINE_FINAL_TYPE (SmeTryButton, sme_try_button, GTK_TYPE_BUTTON)

static int
get_months (SmeRecord *plan)
{
  GListModel *cycles = sme_record_get_list (plan, "cycles");
  g_autoptr (SmeRecord) cycle = cycles != NULL ? g_list_model_get_item (cycles, 0) : NULL;

  return cycle != NULL ? (int) sme_record_get_int (cycle, "months") : 0;
}

static void
on_shown (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeTryButton) self = data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) || self->url == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->url);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _ ("No program opens web pages here; the address was copied"));
}

static void
sme_try_button_clicked (GtkButton *button)
{
  SmeTryButton *self = SME_TRY_BUTTON (button);

  if (self->url != NULL)
    gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->url,
                       GDK_CURRENT_TIME, NULL, on_shown, g_object_ref (self));
  else if (self->offer != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.buy", "(ssi)",
                                sme_record_get_text (self->offer, "service_id"),
                                sme_record_get_text (self->offer, "id"), get_months (self->offer));
}

static void
sme_try_button_finalize (GObject *object)
{
  SmeTryButton *self = SME_TRY_BUTTON (object);

  g_clear_object (&self->offer);
  g_free (self->url);
  G_OBJECT_CLASS (sme_try_button_parent_class)->finalize (object);
}

static void
sme_try_button_class_init (SmeTryButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_try_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = sme_try_button_clicked;
}

static void
sme_try_button_init (SmeTryButton *self)
{
  self->content = ADW_BUTTON_CONTENT (adw_button_content_new ());
  adw_button_content_set_label (self->content, _ ("Try it now"));
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (self->content));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sme_try_button_new (void)
{
  return g_object_new (SME_TYPE_TRY_BUTTON, NULL);
}

static gboolean
is_free (SmeRecord *plan)
{
  return sme_record_get_int (plan, "model") == SME_MODEL_FREE;
}

static gboolean
can_be_ordered (SmeRecord *plan)
{
  return sme_record_get_text (plan, "service_id") != NULL && get_months (plan) > 0;
}

/* What costs nothing can be tried for good, so it goes before any number of days. */
static SmeRecord *
find_offer (SmeService *service)
{
  GListModel *plans = sme_record_get_list (SME_RECORD (service), "plans");
  guint n = plans != NULL ? g_list_model_get_n_items (plans) : 0;
  gint64 most_days = 0;
  SmeRecord *offer = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) plan = g_list_model_get_item (plans, i);
      gint64 days = is_free (plan) ? G_MAXINT64 : sme_record_get_int (plan, "trial_days");

      if (days <= most_days || !can_be_ordered (plan))
        continue;
      most_days = days;
      g_set_object (&offer, plan);
    }
  return offer;
}

static char *
describe (SmeTryButton *self)
{
  int days;

  if (self->url != NULL)
    return g_strdup (_ ("Opens the provider's page in the browser"));
  if (is_free (self->offer))
    return g_strdup (_ ("Leads to ordering the plan that costs nothing"));
  days = (int) sme_record_get_int (self->offer, "trial_days");
  return g_strdup_printf (ngettext ("Leads to ordering the plan that is free to try for %d day",
                                    "Leads to ordering the plan that is free to try for %d days",
                                    (gulong) days),
                          days);
}

void
sme_try_button_set_service (SmeTryButton *self, SmeService *service)
{
  const char *url = sme_record_get_text (SME_RECORD (service), "experience_url");
  g_autofree char *what = NULL;
  gboolean any;

  g_return_if_fail (SME_IS_TRY_BUTTON (self));

  g_clear_pointer (&self->url, g_free);
  g_clear_object (&self->offer);
  /* Only a web address is handed to the desktop, whatever a server sends. */
  if (url != NULL && g_str_has_prefix (url, "https://"))
    self->url = g_strdup (url);
  else
    self->offer = find_offer (service);
  any = self->url != NULL || self->offer != NULL;
  what = any ? describe (self) : NULL;
  adw_button_content_set_icon_name (self->content, self->url != NULL ? "adw-external-link-symbolic"
                                                                     : "go-next-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), what);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}
