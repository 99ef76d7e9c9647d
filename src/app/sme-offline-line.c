/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-offline-line.h"

#include "base/sme-format.h"
#include "client/sme-catalog-cache.h"
#include "client/sme-shop.h"

#include <glib/gi18n.h>

struct _SmeOfflineLine
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkWidget *button;
  SmeCatalogCache *catalog; /* NULL where nothing is kept */
  char *problem;            /* why there is no server; NULL where nobody knows */
  gboolean online;
};

enum
{
  PROP_0,
  PROP_ONLINE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeOfflineLine, sme_offline_line, ADW_TYPE_BIN)

/* @date: (nullable): of when what is shown is */
static char *
make_text (SmeOfflineLine *self, const char *date)
{
  if (self->problem != NULL && date != NULL)
    /* Translators: what happened ("The demonstration is not installed"), then a date and time */
    return g_strdup_printf (
      _ ("%s. The catalog is as it was on %s; ordering has to wait. What you enter is kept."),
      self->problem, date);
  if (self->problem != NULL)
    /* Translators: what happened ("The demonstration is not installed") */
    return g_strdup_printf (_ ("%s. What you enter is kept."), self->problem);
  if (date != NULL)
    return g_strdup_printf (
      /* Translators: %s is a date and time */
      _ ("No connection to the server. The catalog is as it was on %s; ordering needs the network. "
         "What you enter is kept."),
      date);
  return g_strdup (_ ("No connection to the server. What you enter is kept."));
}

/* What is seen without the server is as old as it was when it came. */
static void
update (SmeOfflineLine *self)
{
  gint64 as_of = self->catalog != NULL ? sme_catalog_cache_get_as_of (self->catalog) : 0;
  g_autofree char *date = as_of > 0 ? sme_format_date_time (as_of) : NULL;
  g_autofree char *text = make_text (self, date);

  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (self->button, self->problem != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), !self->online || self->problem != NULL);
}

static void
sme_offline_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ONLINE)
    g_value_set_boolean (value, SME_OFFLINE_LINE (object)->online);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Written by the binding to the shop only. */
static void
sme_offline_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SmeOfflineLine *self = SME_OFFLINE_LINE (object);

  if (id != PROP_ONLINE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->online == g_value_get_boolean (value))
    return;
  self->online = g_value_get_boolean (value);
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
sme_offline_line_dispose (GObject *object)
{
  g_clear_object (&SME_OFFLINE_LINE (object)->catalog);
  G_OBJECT_CLASS (sme_offline_line_parent_class)->dispose (object);
}

static void
sme_offline_line_finalize (GObject *object)
{
  g_free (SME_OFFLINE_LINE (object)->problem);
  G_OBJECT_CLASS (sme_offline_line_parent_class)->finalize (object);
}

static void
sme_offline_line_class_init (SmeOfflineLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_offline_line_get_property;
  object_class->set_property = sme_offline_line_set_property;
  object_class->dispose = sme_offline_line_dispose;
  object_class->finalize = sme_offline_line_finalize;
  props[PROP_ONLINE] =
    g_param_spec_boolean ("online", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_offline_line_init (SmeOfflineLine *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->online = TRUE;
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap",
                              TRUE, "justify", GTK_JUSTIFY_CENTER, "hexpand", TRUE, NULL);
  self->button = gtk_button_new_with_label (_ ("Try again"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.retry-connection");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
  update (self);
}

GtkWidget *
sme_offline_line_new (void)
{
  return g_object_new (SME_TYPE_OFFLINE_LINE, NULL);
}

void
sme_offline_line_set_context (SmeOfflineLine *self, SmeContext *context)
{
  SmeShop *shop = sme_context_get_shop (context);

  g_return_if_fail (SME_IS_OFFLINE_LINE (self));
  g_return_if_fail (self->catalog == NULL);

  g_set_object (&self->catalog, sme_context_get_catalog_cache (context));
  if (self->catalog != NULL)
    g_signal_connect_object (self->catalog, "notify::as-of", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  if (shop != NULL)
    g_object_bind_property (shop, "online", self, "online", G_BINDING_SYNC_CREATE);
  update (self);
}

void
sme_offline_line_set_problem (SmeOfflineLine *self, const char *title)
{
  g_return_if_fail (SME_IS_OFFLINE_LINE (self));

  g_free (self->problem);
  self->problem = g_strdup (title);
  update (self);
}
