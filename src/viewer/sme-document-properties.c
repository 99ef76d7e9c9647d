/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-properties.h"

#include "base/sme-format.h"

#include <glib/gi18n.h>
#include <math.h>

#define MM_PER_POINT (25.4 / 72)

struct _SmeDocumentProperties
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;
  GCancellable *cancellable;
  gboolean complete;
};

G_DEFINE_FINAL_TYPE (SmeDocumentProperties, sme_document_properties, ADW_TYPE_WINDOW)

static void
add (SmeDocumentProperties *self, const char *name, const char *value)
{
  GtkWidget *row;

  if (value == NULL || value[0] == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_preferences_group_add (self->group, row);
}

static void
add_time (SmeDocumentProperties *self, const char *name, GDateTime *time)
{
  g_autofree char *text = NULL;

  if (time == NULL)
    return;
  text = sme_format_date_time (g_date_time_to_unix (time) * 1000);
  add (self, name, text);
}

static gboolean
is_about (double value, double wanted)
{
  return fabs (value - wanted) < 2;
}

static char *
describe_size (const SmePageSize *size)
{
  double width = size->width * MM_PER_POINT;
  double height = size->height * MM_PER_POINT;

  if (is_about (width, 210) && is_about (height, 297))
    /* Translators: the size of a page. */
    return g_strdup (_ ("A4, upright"));
  if (is_about (width, 297) && is_about (height, 210))
    /* Translators: the size of a page. */
    return g_strdup (_ ("A4, across"));
  return g_strdup_printf (_ ("%.0f × %.0f mm"), width, height);
}

static void
show_facts (SmeDocumentProperties *self, const SmeDocumentFacts *facts)
{
  g_autofree char *pages = g_strdup_printf ("%u", facts->n_pages);
  g_autofree char *bytes = g_format_size (facts->n_bytes);
  g_autofree char *size = describe_size (&facts->first_page);

  add (self, C_ ("document", "Title"), facts->title);
  add (self, C_ ("document", "Author"), facts->author);
  add (self, C_ ("document", "Subject"), facts->subject);
  add (self, C_ ("document", "Keywords"), facts->keywords);
  add (self, _ ("Number of pages"), pages);
  add (self, _ ("Size of the first page"), size);
  add (self, _ ("Size of the file"), bytes);
  add_time (self, _ ("Created on"), facts->created);
  add_time (self, _ ("Modified on"), facts->modified);
  add (self, _ ("Written with"), facts->creator);
  add (self, _ ("Made into PDF with"), facts->producer);
  add (self, _ ("Format"), facts->version);
  add (self, _ ("Fonts not in the file, shown with others"), facts->fonts_missing);
  self->complete = TRUE;
}

static void
on_facts_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDocumentFacts) facts =
    sme_document_get_facts_finish (SME_DOCUMENT (source), result, &error);

  if (facts != NULL)
    show_facts (user_data, facts);
}

gboolean
sme_document_properties_is_complete (SmeDocumentProperties *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_PROPERTIES (self), FALSE);

  return self->complete;
}

static void
sme_document_properties_dispose (GObject *object)
{
  SmeDocumentProperties *self = SME_DOCUMENT_PROPERTIES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (sme_document_properties_parent_class)->dispose (object);
}

static void
sme_document_properties_class_init (SmeDocumentPropertiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_document_properties_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-document-properties.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentProperties, group);
}

static void
sme_document_properties_init (SmeDocumentProperties *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
sme_document_properties_new (GtkWindow *parent, SmeDocument *document)
{
  SmeDocumentProperties *self;

  g_return_val_if_fail (SME_IS_DOCUMENT (document), NULL);

  self = g_object_new (SME_TYPE_DOCUMENT_PROPERTIES, "transient-for", parent, NULL);
  sme_document_get_facts_async (document, self->cancellable, on_facts_ready, self);
  return GTK_WIDGET (self);
}
