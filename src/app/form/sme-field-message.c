/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/sme-field-message.h"

struct _SmeFieldMessage
{
  GtkLabel *label; /* of the row that owns us */
  char *texts[SME_N_MESSAGES];
};

static SmeMessageKind
find_shown (SmeFieldMessage *self)
{
  SmeMessageKind kind = SME_MESSAGE_ERROR;

  while (kind < SME_MESSAGE_NOTE && self->texts[kind] == NULL)
    kind++;
  return kind;
}

static void
set_class (SmeFieldMessage *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), name);
}

static void
show (SmeFieldMessage *self)
{
  SmeMessageKind kind = find_shown (self);
  const char *text = self->texts[kind];

  gtk_label_set_label (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->label), text != NULL);
  set_class (self, "error", kind == SME_MESSAGE_ERROR);
  set_class (self, "warning", kind == SME_MESSAGE_WARNING);
}

gboolean
sme_field_message_set (SmeFieldMessage *self, SmeMessageKind kind, const char *text)
{
  if (g_strcmp0 (self->texts[kind], text) == 0)
    return FALSE;
  g_free (self->texts[kind]);
  self->texts[kind] = g_strdup (text);
  show (self);
  return TRUE;
}

const char *
sme_field_message_get (SmeFieldMessage *self, SmeMessageKind kind)
{
  return self->texts[kind];
}

const char *
sme_field_message_get_shown (SmeFieldMessage *self)
{
  return self->texts[find_shown (self)];
}

SmeFieldMessage *
sme_field_message_new (GtkLabel *label)
{
  SmeFieldMessage *self = g_new0 (SmeFieldMessage, 1);

  self->label = label;
  return self;
}

void
sme_field_message_free (SmeFieldMessage *self)
{
  for (guint i = 0; i < SME_N_MESSAGES; i++)
    g_free (self->texts[i]);
  g_free (self);
}
