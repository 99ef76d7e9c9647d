/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-lookup-page.h"

#include "app/lookup/sme-dossier-list.h"
#include "app/lookup/sme-kept-button.h"
#include "app/lookup/sme-lookup-memory.h"
#include "app/lookup/sme-lookup-shelf.h"
#include "app/lookup/sme-lookup-sign-in.h"
#include "app/lookup/sme-pending-downloads.h"
#include "app/sme-page-list.h"
#include "app/sme-wrap-box.h"
#include "client/sme-econtract.h"
#include "core/sme-list-query.h"

#include <glib/gi18n.h>

#define PAGE_SIZE 20

struct _SmeLookupPage
{
  SmePage parent_instance;

  GtkStack *stack;
  SmeLookupSignIn *sign_in;
  SmeDossierList *list;
  SmeKeptButton *kept_button;
  GtkWidget *pending_button;

  SmeEcontract *econtract;
  SmeRemoteList *dossiers;
  gboolean in_front;
  guint going_on; /* source */
};

G_DEFINE_FINAL_TYPE (SmeLookupPage, sme_lookup_page, SME_TYPE_PAGE)

static void
show_nothing (SmePage *page)
{
  sme_page_show_empty (page, "onesme-lookup-symbolic", _ ("No contracts yet"),
                       _ ("The contracts of this eContract user appear here, to read and to "
                          "download. Another user name has others."));
  sme_page_set_empty_action (page, _ ("Sign out"), "lookup.sign-out");
}

static void
drop_list (SmeLookupPage *self)
{
  if (self->dossiers == NULL)
    return;
  sme_dossier_list_set_list (self->list, NULL);
  /* What is under way holds the list; nobody follows it any more. */
  g_object_run_dispose (G_OBJECT (self->dossiers));
  g_clear_object (&self->dossiers);
}

static SmePendingDownloads *
get_pending (SmeLookupPage *self)
{
  return sme_pending_downloads_get (sme_page_get_context (SME_PAGE (self)));
}

/* Leads to the dossier, where it goes on. */
static void
on_pending_changed (SmeLookupPage *self, SmePendingDownloads *pending)
{
  const char *id = sme_pending_downloads_get_first (pending);
  g_autofree char *route = id != NULL ? sme_route_build ("dossier", id, NULL) : NULL;

  if (self->pending_button == NULL)
    return;
  if (route != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->pending_button), "s", route);
  gtk_widget_set_visible (self->pending_button, route != NULL);
}

static void
load_list (SmeLookupPage *self)
{
  g_autoptr (SmeRecord) query = NULL;

  sme_pending_downloads_load (get_pending (self));

  sme_page_set_title (SME_PAGE (self), _ ("Contract file sets"));
  gtk_stack_set_visible_child_name (self->stack, "list");
  if (self->dossiers != NULL)
    {
      sme_remote_list_reload (self->dossiers);
      return;
    }
  query = SME_RECORD (sme_list_query_new ());
  sme_record_set_int (query, "limit", PAGE_SIZE);
  self->dossiers =
    sme_remote_list_new (SME_CALLER (self->econtract), SME_OP_LIST_DOSSIERS, NULL, query);
  sme_remote_list_set_auto_load (self->dossiers, FALSE);
  sme_dossier_list_set_list (self->list, self->dossiers);
  sme_page_follow_list (SME_PAGE (self), self->dossiers, show_nothing);
}

static gboolean
on_going_on (gpointer data)
{
  SmeLookupPage *self = data;
  const char *id = sme_route_get_id (sme_page_get_route (SME_PAGE (self)));
  g_autofree char *route = sme_route_build ("dossier", id, NULL);

  self->going_on = 0;
  sme_page_replace (SME_PAGE (self), route);
  return G_SOURCE_REMOVE;
}

/* Not while the navigator is bringing this page to the front. */
static void
go_on (SmeLookupPage *self)
{
  if (self->going_on == 0 && self->in_front)
    self->going_on = g_idle_add (on_going_on, self);
}

static void
show_sign_in (SmeLookupPage *self)
{
  drop_list (self);
  g_clear_handle_id (&self->going_on, g_source_remove);
  sme_page_set_title (SME_PAGE (self), _ ("Look up e-contracts"));
  gtk_stack_set_visible_child_name (self->stack, "sign-in");
  sme_page_show_content (SME_PAGE (self));
  sme_lookup_sign_in_start (self->sign_in);
}

static void
sme_lookup_page_load (SmePage *page)
{
  SmeLookupPage *self = SME_LOOKUP_PAGE (page);

  if (!sme_econtract_get_signed_in (self->econtract))
    show_sign_in (self);
  else if (sme_route_get_id (sme_page_get_route (page)) != NULL)
    go_on (self);
  else
    load_list (self);
}

static void
on_session_changed (SmeLookupPage *self)
{
  sme_page_reload (SME_PAGE (self));
  if (self->in_front)
    sme_page_grab_first_focus (SME_PAGE (self));
}

static void
sme_lookup_page_shown (SmePage *page)
{
  SmeLookupPage *self = SME_LOOKUP_PAGE (page);

  self->in_front = TRUE;
  if (sme_econtract_get_signed_in (self->econtract) &&
      sme_route_get_id (sme_page_get_route (page)) != NULL)
    go_on (self);
}

static void
sme_lookup_page_hidden (SmePage *page)
{
  SmeLookupPage *self = SME_LOOKUP_PAGE (page);

  self->in_front = FALSE;
  g_clear_handle_id (&self->going_on, g_source_remove);
}

static gboolean
sme_lookup_page_grab_first_focus (SmePage *page)
{
  SmeLookupPage *self = SME_LOOKUP_PAGE (page);

  if (sme_page_get_state (page) != SME_PAGE_CONTENT)
    return SME_PAGE_CLASS (sme_lookup_page_parent_class)->grab_first_focus (page);
  if (sme_econtract_get_signed_in (self->econtract))
    sme_dossier_list_focus (self->list);
  else
    sme_lookup_sign_in_focus (self->sign_in);
  return TRUE;
}

static void
on_opened (SmeLookupPage *self, const char *id)
{
  g_autofree char *route = sme_route_build ("dossier", id, NULL);

  sme_page_open (SME_PAGE (self), route);
}

static void
on_sign_out_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeLookupPage *self = SME_LOOKUP_PAGE (widget);

  sme_lookup_memory_forget (sme_page_get_context (SME_PAGE (self)));
  sme_lookup_shelf_forget (sme_lookup_shelf_get (sme_page_get_context (SME_PAGE (self))));
  sme_pending_downloads_drop_all (get_pending (self));
  sme_econtract_sign_out_async (self->econtract, NULL, NULL, NULL);
}

static void
sme_lookup_page_constructed (GObject *object)
{
  SmeLookupPage *self = SME_LOOKUP_PAGE (object);
  SmeContext *context = sme_page_get_context (SME_PAGE (self));

  G_OBJECT_CLASS (sme_lookup_page_parent_class)->constructed (object);
  self->econtract = g_object_ref (sme_context_get_econtract (context));
  sme_lookup_sign_in_set_context (self->sign_in, context);
  sme_kept_button_set_context (self->kept_button, context);
  g_signal_connect_object (get_pending (self), "changed", G_CALLBACK (on_pending_changed), self,
                           G_CONNECT_SWAPPED);
  on_pending_changed (self, get_pending (self));
  g_signal_connect_object (self->econtract, "notify::signed-in", G_CALLBACK (on_session_changed),
                           self, G_CONNECT_SWAPPED);
}

static void
sme_lookup_page_dispose (GObject *object)
{
  SmeLookupPage *self = SME_LOOKUP_PAGE (object);

  g_clear_handle_id (&self->going_on, g_source_remove);
  drop_list (self);
  g_clear_object (&self->econtract);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_LOOKUP_PAGE);
  G_OBJECT_CLASS (sme_lookup_page_parent_class)->dispose (object);
}

static void
sme_lookup_page_class_init (SmeLookupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  g_type_ensure (SME_TYPE_LOOKUP_SIGN_IN);
  g_type_ensure (SME_TYPE_DOSSIER_LIST);
  g_type_ensure (SME_TYPE_KEPT_BUTTON);
  G_OBJECT_CLASS (klass)->constructed = sme_lookup_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_lookup_page_dispose;
  page_class->load = sme_lookup_page_load;
  page_class->shown = sme_lookup_page_shown;
  page_class->hidden = sme_lookup_page_hidden;
  page_class->grab_first_focus = sme_lookup_page_grab_first_focus;
  gtk_widget_class_install_action (widget_class, "lookup.sign-out", NULL, on_sign_out_activated);
  g_type_ensure (SME_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-lookup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeLookupPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeLookupPage, sign_in);
  gtk_widget_class_bind_template_child (widget_class, SmeLookupPage, list);
  gtk_widget_class_bind_template_child (widget_class, SmeLookupPage, kept_button);
  gtk_widget_class_bind_template_child (widget_class, SmeLookupPage, pending_button);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
}

static void
sme_lookup_page_init (SmeLookupPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Look up e-contracts"));
}
