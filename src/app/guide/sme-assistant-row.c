/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/guide/sme-assistant-row.h"

#include "app/guide/sme-guide-parts.h"
#include "app/sme-route.h"
#include "app/sme-wrap-box.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SmeAssistantRow
{
  GtkListBoxRow parent_instance;

  GtkBox *bubble;
  GtkLabel *title_label;
  GtkLabel *text_label;
  SmeWrapBox *button_box;
  GtkWidget *others_label;
  GtkBox *others_box;
};

enum
{
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeAssistantRow, sme_assistant_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_other_clicked (GtkButton *button, SmeAssistantRow *self)
{
  g_signal_emit (self, signals[ASKED], 0, g_object_get_data (G_OBJECT (button), "article"));
}

static GtkWidget *
make_other_button (SmeAssistantRow *self, SmeGuideArticle *article)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (sme_guide_article_get_title (article));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "sme-assistant-other");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sme_guide_article_get_title (article), -1);
  g_object_set_data_full (G_OBJECT (button), "article", g_object_ref (article), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_other_clicked), self);
  return button;
}

static void
show_others (SmeAssistantRow *self, SmeAssistantMessage *message)
{
  guint n = sme_assistant_message_get_n_others (message);

  for (guint i = 0; i < n; i++)
    gtk_box_append (self->others_box,
                    make_other_button (self, sme_assistant_message_get_other (message, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->others_box), n > 0);
  gtk_widget_set_visible (self->others_label,
                          n > 0 && sme_assistant_message_get_kind (message) == SME_MESSAGE_ANSWER);
}

static GtkWidget *
make_read_button (SmeGuideArticle *article)
{
  g_autofree char *route = sme_route_build ("article", sme_guide_article_get_id (article), NULL);
  SmeGuideLink link = { (char *) _ ("Read in the guide"), route };

  return sme_guide_make_link_button (&link);
}

static GtkWidget *
make_hotline_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Call the hotline 1800 1260 (free)"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.hotline");
  gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

static void
show_article (SmeAssistantRow *self, SmeGuideArticle *article)
{
  GtkWidget *call = sme_guide_make_call_button (article);

  for (guint i = 0; i < sme_guide_article_get_n_links (article); i++)
    {
      GtkWidget *button = sme_guide_make_link_button (sme_guide_article_get_link (article, i));

      if (i == 0)
        gtk_widget_add_css_class (button, "suggested-action");
      sme_wrap_box_append (self->button_box, button);
    }
  if (call != NULL)
    sme_wrap_box_append (self->button_box, call);
  sme_wrap_box_append (self->button_box, make_read_button (article));
}

static void
show_buttons (SmeAssistantRow *self, SmeAssistantMessage *message)
{
  SmeMessageKind kind = sme_assistant_message_get_kind (message);

  if (kind == SME_MESSAGE_ANSWER)
    show_article (self, sme_assistant_message_get_article (message));
  if (kind == SME_MESSAGE_UNKNOWN || kind == SME_MESSAGE_CHOICE)
    sme_wrap_box_append (self->button_box, make_hotline_button ());
  gtk_widget_set_visible (GTK_WIDGET (self->button_box), kind == SME_MESSAGE_ANSWER ||
                                                           kind == SME_MESSAGE_UNKNOWN ||
                                                           kind == SME_MESSAGE_CHOICE);
}

/* Of an answer the title stands above the text. */
static void
show_text (SmeAssistantRow *self, SmeAssistantMessage *message)
{
  gboolean question = sme_assistant_message_get_kind (message) == SME_MESSAGE_QUESTION;
  gboolean answer = sme_assistant_message_get_kind (message) == SME_MESSAGE_ANSWER;
  g_autofree char *text = sme_assistant_message_format (message);
  g_autofree char *spoken = g_strdup_printf (
    question ? C_ ("assistant", "You: %s") : C_ ("assistant", "Assistant: %s"), text);
  const char *title =
    answer ? sme_guide_article_get_title (sme_assistant_message_get_article (message)) : "";

  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), answer);
  gtk_label_set_label (self->text_label, answer ? text + strlen (title) + 1 : text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->bubble),
                            question ? "sme-assistant-question" : "sme-assistant-reply");
  gtk_widget_set_halign (GTK_WIDGET (self->bubble), question ? GTK_ALIGN_END : GTK_ALIGN_FILL);
}

static void
sme_assistant_row_dispose (GObject *object)
{
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_ASSISTANT_ROW);
  G_OBJECT_CLASS (sme_assistant_row_parent_class)->dispose (object);
}

static void
sme_assistant_row_class_init (SmeAssistantRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SME_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = sme_assistant_row_dispose;
  signals[ASKED] = g_signal_new ("asked", SME_TYPE_ASSISTANT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, SME_TYPE_GUIDE_ARTICLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-assistant-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeAssistantRow, bubble);
  gtk_widget_class_bind_template_child (widget_class, SmeAssistantRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, SmeAssistantRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, SmeAssistantRow, button_box);
  gtk_widget_class_bind_template_child (widget_class, SmeAssistantRow, others_label);
  gtk_widget_class_bind_template_child (widget_class, SmeAssistantRow, others_box);
}

static void
sme_assistant_row_init (SmeAssistantRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_assistant_row_new (SmeAssistantMessage *message)
{
  SmeAssistantRow *self = g_object_new (SME_TYPE_ASSISTANT_ROW, NULL);

  show_text (self, message);
  show_buttons (self, message);
  show_others (self, message);
  return GTK_WIDGET (self);
}
