/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-wrong-audience.h"

#include "app/catalog/sme-price-text.h"
#include "app/catalog/sme-service-text.h"
#include "app/sme-route.h"
#include "base/sme-format.h"
#include "client/sme-known-accounts.h"
#include "core/sme-plan-audience.h"

#include <glib/gi18n.h>

struct _SmeWrongAudience
{
  AdwBin parent_instance;

  SmePlan *plan;
  SmeAccount *account;
  char *route; /* of this purchase */
};

G_DEFINE_FINAL_TYPE (SmeWrongAudience, sme_wrong_audience, ADW_TYPE_BIN)

static SmeCustomerType
type_of (gpointer account)
{
  return (SmeCustomerType) sme_record_get_int (account, "customer_type");
}

static gboolean
fits (SmePlan *plan, gpointer account)
{
  return sme_plan_audience_check (plan, type_of (account)) == SME_REASON_OK;
}

static void
add_text (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static AdwPreferencesGroup *
add_group (GtkBox *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* @target: floating */
static void
add_way (AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle,
         const char *action,
         GVariant *target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_suffix (
    ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_preferences_group_add (group, row);
}

/* @account_id: "" for nobody's; @then: opened above the purchase, where one is not signed in. */
static GVariant *
use_account (SmeWrongAudience *self, const char *account_id, const char *then)
{
  const char *routes[] = { self->route, then, NULL };

  return g_variant_new ("(s^as)", account_id, routes);
}

/* ---- Other plans */

static void
add_plan (AdwPreferencesGroup *group, SmeRecord *service, SmePlan *plan)
{
  GListModel *cycles = sme_record_get_list (SME_RECORD (plan), "cycles");
  g_autoptr (SmeRecord) cycle = g_list_model_get_item (cycles, 0);
  int months = (int) sme_record_get_int (cycle, "months");
  g_autofree char *money = sme_format_money (sme_record_get_int (cycle, "price"));
  g_autofree char *per = sme_price_text_per (plan, months);
  const char *mark = sme_price_text_mark (SME_RECORD (plan));
  g_autofree char *price = g_strconcat (money, per, mark != NULL ? " · " : NULL, mark, NULL);
  g_autofree char *number = g_strdup_printf ("%d", months);
  g_autofree char *route =
    sme_route_build ("buy", sme_record_get_text (SME_RECORD (plan), "id"), "service",
                     sme_record_get_text (service, "id"), "months", number, NULL);

  add_way (group, sme_record_get_text (SME_RECORD (plan), "name"), price, "win.replace",
           g_variant_new_string (route));
}

static void
add_plans (SmeWrongAudience *self, GtkBox *box, SmeRecord *service)
{
  GListModel *plans = sme_record_get_list (service, "plans");
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; plans != NULL && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (SmePlan) plan = g_list_model_get_item (plans, i);
      GListModel *cycles = sme_record_get_list (SME_RECORD (plan), "cycles");

      if (!fits (plan, self->account) || cycles == NULL || g_list_model_get_n_items (cycles) == 0 ||
          sme_record_get_int (SME_RECORD (plan), "model") == SME_MODEL_CONTACT)
        continue;
      if (group == NULL)
        group = add_group (box, _ ("Plans of this service that you can order"));
      add_plan (group, service, plan);
    }
}

/* ---- Other accounts */

static const char *
register_text (SmeCustomerType type)
{
  switch (type)
    {
    case SME_CUSTOMER_HOUSEHOLD:
      return _ ("Register an account of a household business");
    case SME_CUSTOMER_ENTERPRISE:
      return _ ("Register an account of an enterprise");
    case SME_CUSTOMER_PERSON:
    default:
      return _ ("Register an account of an individual");
    }
}

static void
add_known (SmeWrongAudience *self, AdwPreferencesGroup *group, SmeContext *context)
{
  SmeKnownAccounts *accounts = sme_context_get_known_accounts (context);
  GListModel *known = accounts != NULL ? sme_known_accounts_get_list (accounts) : NULL;

  for (guint i = 0; known != NULL && i < g_list_model_get_n_items (known); i++)
    {
      g_autoptr (SmeRecord) account = g_list_model_get_item (known, i);
      g_autofree char *title = NULL;

      if (!fits (self->plan, account))
        continue;
      /* Translators: %s is the name of a person. */
      title = g_strdup_printf (_ ("Go on as %s"), sme_record_get_text (account, "full_name"));
      add_way (group, title, sme_record_get_text (account, "email"), "win.use-account",
               use_account (self, sme_record_get_text (account, "id"), NULL));
    }
}

static void
add_accounts (SmeWrongAudience *self, GtkBox *box, SmeContext *context)
{
  AdwPreferencesGroup *group = add_group (box, _ ("Order with another account"));

  add_known (self, group, context);
  add_way (group, _ ("Sign in with another account"), NULL, "win.use-account",
           use_account (self, "", NULL));
  for (int type = SME_CUSTOMER_PERSON; type <= SME_CUSTOMER_ENTERPRISE; type++)
    {
      g_autofree char *route = sme_route_build ("register", NULL, "type",
                                                sme_enum_nick (SME_TYPE_CUSTOMER_TYPE, type), NULL);

      if (sme_plan_audience_check (self->plan, (SmeCustomerType) type) == SME_REASON_OK)
        add_way (group, register_text ((SmeCustomerType) type), NULL, "win.use-account",
                 use_account (self, "", route));
    }
}

static void
add_explanation (SmeWrongAudience *self, GtkBox *box)
{
  SmeRecord *account = SME_RECORD (self->account);
  g_autofree char *audience = sme_service_text_plan_audience (self->plan);
  g_autofree char *who = g_strdup_printf (
    /* Translators: the name of a plan; kinds of customers, like "Enterprise · Individual" */
    _ ("“%s” can be ordered by: %s."), sme_record_get_text (SME_RECORD (self->plan), "name"),
    audience);
  g_autofree char *you = g_strdup_printf (
    /* Translators: a kind of customer, like "Individual"; an e-mail address */
    _ ("You are signed in with an account of the kind “%s”: %s. Nothing has been ordered."),
    sme_service_text_customer (type_of (account)), sme_record_get_text (account, "email"));

  add_text (box, _ ("This plan is not for your kind of account"), "title-2");
  add_text (box, who, NULL);
  add_text (box, you, NULL);
}

static void
build (SmeWrongAudience *self, SmeContext *context, SmeRecord *service)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  AdwPreferencesGroup *group;

  add_explanation (self, GTK_BOX (box));
  add_plans (self, GTK_BOX (box), service);
  add_accounts (self, GTK_BOX (box), context);
  group = add_group (GTK_BOX (box), _ ("Other services"));
  add_way (group, _ ("All services"), _ ("They can be narrowed to your kind of customer."),
           "win.open", g_variant_new_string ("services"));
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
sme_wrong_audience_dispose (GObject *object)
{
  SmeWrongAudience *self = SME_WRONG_AUDIENCE (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->account);
  g_clear_pointer (&self->route, g_free);
  G_OBJECT_CLASS (sme_wrong_audience_parent_class)->dispose (object);
}

static void
sme_wrong_audience_class_init (SmeWrongAudienceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_wrong_audience_dispose;
}

static void
sme_wrong_audience_init (SmeWrongAudience *self)
{
}

GtkWidget *
sme_wrong_audience_new (SmeContext *context,
                        SmeService *service,
                        SmePlan *plan,
                        int months,
                        SmeAccount *account)
{
  SmeWrongAudience *self = g_object_new (SME_TYPE_WRONG_AUDIENCE, NULL);
  g_autofree char *number = g_strdup_printf ("%d", months);

  self->plan = g_object_ref (plan);
  self->account = g_object_ref (account);
  self->route =
    sme_route_build ("buy", sme_record_get_text (SME_RECORD (plan), "id"), "service",
                     sme_record_get_text (SME_RECORD (service), "id"), "months", number, NULL);
  build (self, context, SME_RECORD (service));
  return GTK_WIDGET (self);
}
