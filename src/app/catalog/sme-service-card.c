/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-service-card.h"

#include "app/catalog/sme-logo-tile.h"
#include "app/catalog/sme-service-text.h"

struct _SmeServiceCard
{
  AdwBin parent_instance;

  SmeLogoTile *tile;
  GtkLabel *name_label;
  GtkLabel *provider_label;
  GtkWidget *rating_box;
  GtkLabel *rating_label;
  GtkLabel *likes_label;
  GtkLabel *points_label;
  GtkLabel *audience_label;
  GtkLabel *price_label;
  GtkLabel *demonstration_label;

  SmeService *service;
};

enum
{
  PROP_0,
  PROP_SERVICE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeServiceCard, sme_service_card, ADW_TYPE_BIN)

/* Takes @marks. */
static void
set_marked (GtkLabel *label, const char *text, PangoAttrList *marks)
{
  gtk_label_set_label (label, text);
  gtk_label_set_attributes (label, marks);
  g_clear_pointer (&marks, pango_attr_list_unref);
}

static void
show_text (SmeServiceCard *self, GtkLabel *label, const char *field)
{
  const char *value = sme_record_get_text (SME_RECORD (self->service), field);
  const char *text = value != NULL ? value : "";

  set_marked (label, text, sme_service_text_marks (self->service, field, text));
}

static void
show_points (SmeServiceCard *self)
{
  g_autofree char *points = sme_service_text_points (self->service);

  set_marked (self->points_label, points, sme_service_text_point_marks (self->service));
}

static void
show_rating (SmeServiceCard *self)
{
  g_autofree char *rating = sme_service_text_rating (self->service);
  g_autofree char *spoken = sme_service_text_rating_spoken (self->service);

  gtk_widget_set_visible (self->rating_box, rating != NULL);
  gtk_label_set_label (self->rating_label, rating != NULL ? rating : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rating_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_service (SmeServiceCard *self)
{
  SmeRecord *record = SME_RECORD (self->service);
  g_autofree char *likes = sme_service_text_likes (self->service);
  g_autofree char *audience = sme_service_text_audience (self->service);
  g_autofree char *price = sme_service_text_price (self->service);
  const char *demonstration = sme_service_text_demonstration (self->service);

  sme_logo_tile_set_text (self->tile, sme_record_get_text (record, "name"));
  show_text (self, self->name_label, "name");
  show_text (self, self->provider_label, "provider");
  show_rating (self);
  gtk_label_set_label (self->likes_label, likes);
  gtk_widget_set_visible (GTK_WIDGET (self->likes_label), sme_record_get_int (record, "likes") > 0);
  show_points (self);
  gtk_label_set_label (self->audience_label, audience);
  gtk_label_set_label (self->price_label, price);
  gtk_label_set_label (self->demonstration_label, demonstration != NULL ? demonstration : "");
  gtk_widget_set_visible (GTK_WIDGET (self->demonstration_label), demonstration != NULL);
}

static void
sme_service_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SERVICE)
    g_value_set_object (value, SME_SERVICE_CARD (object)->service);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_service_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SERVICE)
    sme_service_card_set_service (SME_SERVICE_CARD (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_service_card_dispose (GObject *object)
{
  SmeServiceCard *self = SME_SERVICE_CARD (object);

  if (self->service != NULL)
    g_signal_handlers_disconnect_by_data (self->service, self);
  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SERVICE_CARD);
  G_OBJECT_CLASS (sme_service_card_parent_class)->dispose (object);
}

static void
sme_service_card_class_init (SmeServiceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SME_TYPE_LOGO_TILE);
  object_class->get_property = sme_service_card_get_property;
  object_class->set_property = sme_service_card_set_property;
  object_class->dispose = sme_service_card_dispose;
  props[PROP_SERVICE] =
    g_param_spec_object ("service", NULL, NULL, SME_TYPE_SERVICE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-service-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeServiceCard, tile);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceCard, provider_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceCard, rating_box);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceCard, rating_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceCard, likes_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceCard, points_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceCard, audience_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceCard, price_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceCard, demonstration_label);
}

static void
sme_service_card_init (SmeServiceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_service_card_new (void)
{
  return g_object_new (SME_TYPE_SERVICE_CARD, NULL);
}

SmeService *
sme_service_card_get_service (SmeServiceCard *self)
{
  g_return_val_if_fail (SME_IS_SERVICE_CARD (self), NULL);
  return self->service;
}

void
sme_service_card_set_service (SmeServiceCard *self, SmeService *service)
{
  if (self->service == service)
    return;
  if (self->service != NULL)
    g_signal_handlers_disconnect_by_data (self->service, self);
  g_set_object (&self->service, service);
  if (service != NULL)
    {
      g_signal_connect_swapped (service, "notify", G_CALLBACK (show_service), self);
      show_service (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SERVICE]);
}
