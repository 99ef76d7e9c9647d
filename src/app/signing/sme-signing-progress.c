/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-signing-progress.h"

#include <glib/gi18n.h>

#define N_STEPS 4

struct _SmeSigningProgress
{
  AdwBin parent_instance;

  GtkBox *box;
  SmeSigningState state;
};

G_DEFINE_FINAL_TYPE (SmeSigningProgress, sme_signing_progress, ADW_TYPE_BIN)

GStrv
sme_signing_progress_list_names (void)
{
  const char *names[] = { C_ ("signing step", "Check"), C_ ("signing step", "OTP"),
                          C_ ("signing step", "Signature"), _ ("Finish"), NULL };

  return g_strdupv ((char **) names);
}

int
sme_signing_progress_find_step (SmeSigningState state)
{
  switch (state)
    {
    case SME_SIGNING_READING:
      return 0;
    case SME_SIGNING_PASSWORD:
    case SME_SIGNING_OTP:
    case SME_SIGNING_LOCKED:
      return 1;
    case SME_SIGNING_DRAWING:
      return 2;
    case SME_SIGNING_FINISHING:
      return 3;
    case SME_SIGNING_DONE:
      return N_STEPS;
    case SME_SIGNING_LOADING:
    case SME_SIGNING_ENDED:
    default:
      return -1;
    }
}

static GtkWidget *
make_mark (int step, int current, gboolean locked)
{
  g_autofree char *number = g_strdup_printf ("%d", step + 1);
  GtkWidget *mark;

  if (step < current)
    mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  else if (step == current && locked)
    mark = gtk_image_new_from_icon_name ("system-lock-screen-symbolic");
  else
    mark = gtk_label_new (number);
  gtk_widget_add_css_class (mark, "sme-step-mark");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (mark, GTK_ALIGN_CENTER);
  return mark;
}

static const char *
name_state (int step, int current, gboolean locked)
{
  if (step < current)
    return C_ ("step", "done");
  if (step > current)
    return C_ ("step", "to come");
  return locked ? C_ ("step", "locked") : C_ ("step", "current");
}

static GtkWidget *
make_row (const char *name, int step, int current, gboolean locked)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *state = gtk_label_new (name_state (step, current, locked));
  g_autofree char *spoken =
    g_strdup_printf ("%d. %s (%s)", step + 1, name, name_state (step, current, locked));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_add_css_class (state, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (state), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (row), make_mark (step, current, locked));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), state);
  gtk_widget_add_css_class (row, "sme-step");
  if (step <= current)
    gtk_widget_add_css_class (row, step == current ? "current" : "done");
  return row;
}

static void
fill (SmeSigningProgress *self)
{
  g_auto (GStrv) names = sme_signing_progress_list_names ();
  int current = sme_signing_progress_find_step (self->state);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (int i = 0; i < N_STEPS; i++)
    gtk_box_append (self->box, make_row (names[i], i, current, self->state == SME_SIGNING_LOCKED));
}

void
sme_signing_progress_set_state (SmeSigningProgress *self, SmeSigningState state)
{
  g_return_if_fail (SME_IS_SIGNING_PROGRESS (self));
  if (self->state == state || sme_signing_progress_find_step (state) < 0)
    return;
  self->state = state;
  fill (self);
}

static void
sme_signing_progress_class_init (SmeSigningProgressClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sme_signing_progress_init (SmeSigningProgress *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "sme-signing-progress");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  fill (self);
}

GtkWidget *
sme_signing_progress_new (void)
{
  return g_object_new (SME_TYPE_SIGNING_PROGRESS, NULL);
}
