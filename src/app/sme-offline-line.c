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
  SmeCatalogCache *catalog; /* NULL where nothing is kept */
};

G_DEFINE_FINAL_TYPE (SmeOfflineLine, sme_offline_line, ADW_TYPE_BIN)

/* What is seen without the server is as old as it was when it came. */
static void
show_age (SmeOfflineLine *self)
{
  gint64 as_of = self->catalog != NULL ? sme_catalog_cache_get_as_of (self->catalog) : 0;
  g_autofree char *date = sme_format_date_time (as_of);
  g_autofree char *text = g_strdup_printf (
    /* Translators: %s is a date and time */
    _ ("No connection to the server. The catalog is as it was on %s; ordering needs the network. "
       "What you enter is kept."),
    date);

  gtk_label_set_label (
    self->label, as_of > 0 ? text : _ ("No connection to the server. What you enter is kept."));
}

static void
sme_offline_line_dispose (GObject *object)
{
  g_clear_object (&SME_OFFLINE_LINE (object)->catalog);
  G_OBJECT_CLASS (sme_offline_line_parent_class)->dispose (object);
}

static void
sme_offline_line_class_init (SmeOfflineLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_offline_line_dispose;
}

static void
sme_offline_line_init (SmeOfflineLine *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap",
                              TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  show_age (self);
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
    g_signal_connect_object (self->catalog, "notify::as-of", G_CALLBACK (show_age), self,
                             G_CONNECT_SWAPPED);
  if (shop != NULL)
    g_object_bind_property (shop, "online", self, "visible",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  show_age (self);
}
