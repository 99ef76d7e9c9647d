/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-service-page.h"

#include "app/catalog/sme-kept-card.h"
#include "app/catalog/sme-like-button.h"
#include "app/catalog/sme-logo-tile.h"
#include "app/catalog/sme-plan-card.h"
#include "app/catalog/sme-service-overview.h"
#include "app/catalog/sme-service-reviews.h"
#include "app/catalog/sme-service-text.h"
#include "app/catalog/sme-try-button.h"
#include "app/sme-wrap-box.h"
#include "base/sme-format.h"
#include "client/sme-caller.h"
#include "core/sme-problem.h"
#include "core/sme-release.h"

#include <glib/gi18n.h>

struct _SmeServicePage
{
  SmePage parent_instance;

  GtkScrolledWindow *scroller;
  SmeLogoTile *tile;
  GtkLabel *name_label;
  GtkLabel *provider_label;
  GtkLabel *rating_label;
  GtkLabel *category_label;
  GtkLabel *audience_label;
  SmeLikeButton *like_button;
  SmeTryButton *try_button;
  GtkStack *tabs;
  SmeServiceOverview *overview;
  GtkFlowBox *plans_box;
  GtkWidget *compare_button;
  SmeServiceReviews *reviews;
  GtkListBox *guide_list;
  GtkListBox *versions_list;

  SmeService *service;
  GError *unreached;  /* why there is at most a card of it */
  gboolean signed_in; /* when the service was asked for */
};

enum
{
  PROP_0,
  PROP_TAB,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeServicePage, sme_service_page, SME_TYPE_PAGE)

static void
set_tab (SmeServicePage *self, const char *tab)
{
  if (tab == NULL || gtk_stack_get_child_by_name (self->tabs, tab) == NULL ||
      g_str_equal (gtk_stack_get_visible_child_name (self->tabs), tab))
    return;
  gtk_stack_set_visible_child_name (self->tabs, tab);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TAB]);
}

static SmeCaller *
get_catalog (SmeServicePage *self)
{
  return sme_context_get_catalog (sme_page_get_context (SME_PAGE (self)));
}

static SmeCaller *
get_caller (SmeServicePage *self)
{
  return SME_CALLER (sme_context_get_shop (sme_page_get_context (SME_PAGE (self))));
}

static const char *
get_text (SmeServicePage *self, const char *field)
{
  const char *text = sme_record_get_text (SME_RECORD (self->service), field);

  return text != NULL ? text : "";
}

static void
on_sign_in_wished (SmeServicePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.sign-in-above", NULL);
}

static void
on_compare_clicked (SmeServicePage *self)
{
  g_autofree char *route = sme_route_build ("compare", get_text (self, "id"), NULL);

  sme_page_open (SME_PAGE (self), route);
}

static void
on_review_edited (SmeServicePage *self)
{
  gboolean edited = FALSE;

  g_object_get (self->reviews, "edited", &edited, NULL);
  sme_page_set_keeps_input (SME_PAGE (self), edited);
}

static void
on_copy_link_clicked (SmeServicePage *self)
{
  g_autofree char *link = sme_service_text_link (self->service);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), link);
  sme_page_toast (SME_PAGE (self), _ ("Link copied"));
}

static void
on_subscribe_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeServicePage *self = SME_SERVICE_PAGE (widget);

  set_tab (self, "pricing");
  gtk_widget_child_focus (GTK_WIDGET (self->plans_box), GTK_DIR_TAB_FORWARD);
}

static void
show_head (SmeServicePage *self)
{
  g_autofree char *rating = sme_service_text_rating (self->service);
  g_autofree char *stars = rating != NULL ? g_strdup_printf ("★ %s", rating) : NULL;
  g_autofree char *spoken = sme_service_text_rating_spoken (self->service);
  g_autofree char *audience = sme_service_text_audience (self->service);

  sme_page_set_title (SME_PAGE (self), get_text (self, "name"));
  sme_logo_tile_set_text (self->tile, get_text (self, "name"));
  gtk_label_set_label (self->name_label, get_text (self, "name"));
  gtk_label_set_label (self->provider_label, get_text (self, "provider"));
  gtk_label_set_label (self->rating_label, stars != NULL ? stars : spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rating_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_label_set_label (self->category_label, get_text (self, "category_name"));
  gtk_label_set_label (self->audience_label, audience);
  sme_try_button_set_service (self->try_button, self->service);
}

static void
show_plans (SmeServicePage *self)
{
  GListModel *plans = sme_record_get_list (SME_RECORD (self->service), "plans");
  guint n = plans != NULL ? g_list_model_get_n_items (plans) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->plans_box))) != NULL)
    gtk_flow_box_remove (self->plans_box, child);
  gtk_widget_set_visible (self->compare_button, n > 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmePlan) plan = g_list_model_get_item (plans, i);
      GtkWidget *box_child = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (box_child), sme_plan_card_new (plan));
      gtk_widget_set_focusable (box_child, FALSE);
      gtk_flow_box_append (self->plans_box, box_child);
    }
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
append_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (list, row);
}

/* "Heading: what to do" */
static void
append_step (SmeServicePage *self, guint number, const char *step)
{
  g_auto (GStrv) parts = g_strsplit (step, ": ", 2);
  g_autofree char *title = g_strdup_printf ("%u. %s", number, parts[0]);

  append_row (self->guide_list, title, parts[1] != NULL ? parts[1] : "");
}

static void
show_guide (SmeServicePage *self)
{
  const char *const *steps = sme_record_get_texts (SME_RECORD (self->service), "guide");

  clear_list (self->guide_list);
  for (guint i = 0; steps != NULL && steps[i] != NULL; i++)
    append_step (self, i + 1, steps[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->guide_list), steps != NULL && steps[0] != NULL);
}

static void
show_versions (SmeServicePage *self)
{
  GListModel *releases = sme_record_get_list (SME_RECORD (self->service), "releases");
  guint n = releases != NULL ? g_list_model_get_n_items (releases) : 0;

  clear_list (self->versions_list);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) release = g_list_model_get_item (releases, i);
      const char *notes = sme_record_get_text (release, "notes");
      g_autofree char *date = sme_format_date ((int) sme_record_get_int (release, "released_on"));
      g_autofree char *title = g_strdup_printf ("%s%s%s", sme_record_get_text (release, "version"),
                                                *date != '\0' ? " · " : "", date);

      append_row (self->versions_list, title, notes != NULL ? notes : "");
    }
  if (n == 0)
    append_row (self->versions_list, _ ("No versions have been published"), "");
}

/* A link may ask for a tab, in the portal's numbers too. */
static void
show_tab (SmeServicePage *self)
{
  set_tab (self, sme_route_get_param (sme_page_get_route (SME_PAGE (self)), "tab"));
}

static void
show_service (SmeServicePage *self)
{
  show_head (self);
  sme_like_button_set_service (self->like_button, get_caller (self), self->service,
                               self->signed_in);
  sme_service_overview_set_service (self->overview, self->service);
  show_plans (self);
  sme_service_reviews_set_service (self->reviews, get_caller (self), self->service);
  show_guide (self);
  show_versions (self);
  sme_page_show_content (SME_PAGE (self));
}

static void
show_not_found (SmeServicePage *self)
{
  SmePage *page = SME_PAGE (self);

  sme_page_set_title (page, _ ("Service not found"));
  sme_page_show_empty (page, "system-search-symbolic", _ ("There is no such service"),
                       _ ("It is not, or no longer, in the catalog. The link may be old or "
                          "mistyped."));
  sme_page_set_empty_action (page, _ ("All services"), "win.open::services");
  sme_page_set_empty_other_action (page, _ ("Search services"), "win.search");
}

/* Of the service itself nothing is kept: what a list said of it, or why there is no more. */
static void
on_card_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeServicePage) self = data;
  SmePage *page = SME_PAGE (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeService) card = sme_kept_card_find_finish (SME_CALLER (source), result, &error);
  g_autofree char *text = card != NULL ? sme_kept_card_describe (card) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (card == NULL)
    {
      sme_page_show_error (page, self->unreached);
      return;
    }
  sme_page_set_title (page, sme_record_get_text (SME_RECORD (card), "name"));
  sme_page_show_empty (page, NULL, sme_page_get_title (page), text);
  sme_page_set_unreached (page);
  sme_page_set_empty_action (page, _ ("Try again"), "page.retry");
  sme_page_set_empty_other_action (page, _ ("All services"), "win.open::services");
}

static void
look_for_card (SmeServicePage *self, GError *error)
{
  SmePage *page = SME_PAGE (self);

  g_clear_error (&self->unreached);
  self->unreached = g_error_copy (error);
  sme_kept_card_find_async (get_catalog (self), sme_route_get_id (sme_page_get_route (page)),
                            sme_page_get_cancellable (page), on_card_ready, g_object_ref (self));
}

static void
on_service_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeServicePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeService) service = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NOT_FOUND))
    {
      show_not_found (self);
      return;
    }
  if (service == NULL && sme_kept_card_may_help (error))
    {
      look_for_card (self, error);
      return;
    }
  if (service == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  if (self->service == NULL)
    show_tab (self); /* later the one that is shown stays */
  g_set_object (&self->service, service);
  show_service (self);
}

static void
sme_service_page_load (SmePage *page)
{
  SmeServicePage *self = SME_SERVICE_PAGE (page);

  self->signed_in = sme_context_is_signed_in (sme_page_get_context (page));
  sme_caller_send_async (get_catalog (self), SME_OP_GET_SERVICE,
                         sme_route_get_id (sme_page_get_route (page)), NULL, NULL,
                         sme_page_get_cancellable (page), on_service_ready, g_object_ref (self));
}

/* What is liked and who may review belongs to who is signed in. */
static void
sme_service_page_shown (SmePage *page)
{
  SmeServicePage *self = SME_SERVICE_PAGE (page);
  gboolean signed_in = sme_context_is_signed_in (sme_page_get_context (page));

  if (!signed_in)
    sme_like_button_forget_wish (self->like_button);
  if (signed_in != self->signed_in)
    sme_page_reload (page);
}

static void
on_session_changed (SmePage *page)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    sme_service_page_shown (page);
}

/* A service has its own id and the number that the portal's links have. */
static gboolean
sme_service_page_answers_to (SmePage *page, SmeRoute *route)
{
  SmeServicePage *self = SME_SERVICE_PAGE (page);
  const char *id = sme_route_get_id (route);
  g_autofree char *number = NULL;

  if (self->service == NULL || id == NULL || !g_str_equal (sme_route_get_name (route), "service"))
    return FALSE;
  if (g_str_equal (get_text (self, "id"), id))
    return TRUE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT,
                            sme_record_get_int (SME_RECORD (self->service), "portal_id"));
  return sme_record_has (SME_RECORD (self->service), "portal_id") && g_str_equal (number, id);
}

static void
sme_service_page_set_route (SmePage *page, SmeRoute *route)
{
  SME_PAGE_CLASS (sme_service_page_parent_class)->set_route (page, route);
  show_tab (SME_SERVICE_PAGE (page));
}

static void
sme_service_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TAB)
    g_value_set_string (value, gtk_stack_get_visible_child_name (SME_SERVICE_PAGE (object)->tabs));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_service_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TAB)
    set_tab (SME_SERVICE_PAGE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_service_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (sme_service_page_parent_class)->constructed (object);
  g_signal_connect_object (sme_page_get_context (SME_PAGE (object)), "notify::signed-in",
                           G_CALLBACK (on_session_changed), object, G_CONNECT_SWAPPED);
}

static void
sme_service_page_dispose (GObject *object)
{
  SmeServicePage *self = SME_SERVICE_PAGE (object);

  g_clear_object (&self->service);
  g_clear_error (&self->unreached);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SERVICE_PAGE);
  G_OBJECT_CLASS (sme_service_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_WRAP_BOX);
  g_type_ensure (SME_TYPE_LIKE_BUTTON);
  g_type_ensure (SME_TYPE_LOGO_TILE);
  g_type_ensure (SME_TYPE_SERVICE_OVERVIEW);
  g_type_ensure (SME_TYPE_SERVICE_REVIEWS);
  g_type_ensure (SME_TYPE_TRY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-service-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, tile);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, provider_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, rating_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, category_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, audience_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, like_button);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, try_button);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, tabs);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, overview);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, plans_box);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, reviews);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, guide_list);
  gtk_widget_class_bind_template_child (widget_class, SmeServicePage, versions_list);
  gtk_widget_class_bind_template_callback (widget_class, on_sign_in_wished);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_review_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_link_clicked);
}

static void
sme_service_page_class_init (SmeServicePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  object_class->get_property = sme_service_page_get_property;
  object_class->set_property = sme_service_page_set_property;
  object_class->constructed = sme_service_page_constructed;
  object_class->dispose = sme_service_page_dispose;
  props[PROP_TAB] =
    g_param_spec_string ("tab", NULL, NULL, "overview",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  page_class->load = sme_service_page_load;
  page_class->shown = sme_service_page_shown;
  page_class->answers_to = sme_service_page_answers_to;
  page_class->set_route = sme_service_page_set_route;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "service.subscribe", NULL,
                                   on_subscribe_activated);
  gtk_widget_class_install_property_action (GTK_WIDGET_CLASS (klass), "service.tab", "tab");
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sme_service_page_init (SmeServicePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
