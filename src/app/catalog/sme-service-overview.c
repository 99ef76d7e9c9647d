/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-service-overview.h"

struct _SmeServiceOverview
{
  AdwBin parent_instance;

  GtkLabel *summary_label;
  GtkWidget *functions_group;
  GtkBox *functions_box;
  GtkWidget *values_group;
  GtkBox *values_box;
  GtkFlowBox *slogans_box;
};

G_DEFINE_FINAL_TYPE (SmeServiceOverview, sme_service_overview, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_point (const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *tick =
    g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (tick, "accent");
  gtk_box_append (GTK_BOX (row), tick);
  gtk_box_append (GTK_BOX (row), make_label (text));
  return row;
}

static GtkWidget *
make_slogan (const char *text)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *label = make_label (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "sme-slogan");
  gtk_widget_set_size_request (label, 180, -1);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), label);
  gtk_widget_set_focusable (child, FALSE);
  return child;
}

static void
sme_service_overview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_SERVICE_OVERVIEW);
  G_OBJECT_CLASS (sme_service_overview_parent_class)->dispose (object);
}

static void
sme_service_overview_class_init (SmeServiceOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_service_overview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-service-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeServiceOverview, summary_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceOverview, functions_group);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceOverview, functions_box);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceOverview, values_group);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceOverview, values_box);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceOverview, slogans_box);
}

static void
sme_service_overview_init (SmeServiceOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_service_overview_new (void)
{
  return g_object_new (SME_TYPE_SERVICE_OVERVIEW, NULL);
}

static gboolean
has_any (const char *const *texts)
{
  return texts != NULL && texts[0] != NULL;
}

static void
show_points (GtkWidget *group, GtkBox *box, const char *const *points)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  gtk_widget_set_visible (group, has_any (points));
  for (guint i = 0; has_any (points) && points[i] != NULL; i++)
    gtk_box_append (box, make_point (points[i]));
}

static void
show_slogans (SmeServiceOverview *self, const char *const *slogans)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->slogans_box))) != NULL)
    gtk_flow_box_remove (self->slogans_box, child);
  gtk_widget_set_visible (GTK_WIDGET (self->slogans_box), has_any (slogans));
  for (guint i = 0; has_any (slogans) && slogans[i] != NULL; i++)
    gtk_flow_box_append (self->slogans_box, make_slogan (slogans[i]));
}

void
sme_service_overview_set_service (SmeServiceOverview *self, SmeService *service)
{
  SmeRecord *record = SME_RECORD (service);
  const char *summary = sme_record_get_text (record, "summary");
  const char *const *overview = sme_record_get_texts (record, "overview");
  const char *const *values = sme_record_get_texts (record, "values");

  if (!has_any (values))
    values = overview;
  /* The guide's services say the same in both: nobody reads it twice. */
  if (has_any (overview) && g_strv_equal (overview, values))
    overview = NULL;
  gtk_label_set_label (self->summary_label, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), summary != NULL);
  show_points (self->functions_group, self->functions_box, overview);
  show_points (self->values_group, self->values_box, values);
  show_slogans (self, sme_record_get_texts (record, "slogans"));
}
