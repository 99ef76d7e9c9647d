/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-stepper.h"

#include <glib/gi18n.h>

struct _SmeStepper
{
  AdwBin parent_instance;

  AdwSqueezer *squeezer;
  GtkWidget *row;
  GtkLabel *compact;
  GStrv names;
  guint current;
};

G_DEFINE_FINAL_TYPE (SmeStepper, sme_stepper, ADW_TYPE_BIN)

static GtkWidget *
make_mark (guint index, guint current)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  GtkWidget *mark = index < current ? gtk_image_new_from_icon_name ("object-select-symbolic")
                                    : gtk_label_new (number);

  gtk_widget_add_css_class (mark, "sme-step-mark");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  return mark;
}

static GtkWidget *
make_item (const char *name, guint index, guint current)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  const char *state = index < current    ? C_ ("step", "done")
                      : index == current ? C_ ("step", "current")
                                         : C_ ("step", "to come");
  g_autofree char *spoken = g_strdup_printf ("%u. %s (%s)", index + 1, name, state);

  gtk_box_append (GTK_BOX (box), make_mark (index, current));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "sme-step");
  if (index <= current)
    gtk_widget_add_css_class (box, index == current ? "current" : "done");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return box;
}

static void
fill (SmeStepper *self)
{
  guint n = self->names != NULL ? g_strv_length (self->names) : 0;
  GtkWidget *child;
  g_autofree char *text = NULL;

  while ((child = gtk_widget_get_first_child (self->row)) != NULL)
    gtk_box_remove (GTK_BOX (self->row), child);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        {
          GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

          gtk_widget_set_hexpand (line, TRUE);
          gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
          gtk_widget_set_size_request (line, 16, -1);
          gtk_box_append (GTK_BOX (self->row), line);
        }
      gtk_box_append (GTK_BOX (self->row), make_item (self->names[i], i, self->current));
    }
  if (self->current < n)
    text =
      g_strdup_printf (_ ("Step %u of %u: %s"), self->current + 1, n, self->names[self->current]);
  gtk_label_set_label (self->compact, text != NULL ? text : "");
}

static void
sme_stepper_finalize (GObject *object)
{
  g_strfreev (SME_STEPPER (object)->names);
  G_OBJECT_CLASS (sme_stepper_parent_class)->finalize (object);
}

static void
sme_stepper_class_init (SmeStepperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_stepper_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sme_stepper_init (SmeStepper *self)
{
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->compact = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->compact), "heading");
  gtk_label_set_wrap (self->compact, TRUE);
  gtk_label_set_justify (self->compact, GTK_JUSTIFY_CENTER);
  self->squeezer = ADW_SQUEEZER (adw_squeezer_new ());
  adw_squeezer_set_homogeneous (self->squeezer, FALSE);
  adw_squeezer_add (self->squeezer, self->row);
  adw_squeezer_add (self->squeezer, GTK_WIDGET (self->compact));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->squeezer));
}

GtkWidget *
sme_stepper_new (void)
{
  return g_object_new (SME_TYPE_STEPPER, NULL);
}

void
sme_stepper_set_names (SmeStepper *self, const char *const *names)
{
  g_strfreev (self->names);
  self->names = g_strdupv ((GStrv) names);
  fill (self);
}

void
sme_stepper_set_current (SmeStepper *self, guint current)
{
  if (self->current == current)
    return;
  self->current = current;
  fill (self);
}
