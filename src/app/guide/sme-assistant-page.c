/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/guide/sme-assistant-page.h"

#include "app/guide/sme-assistant-row.h"
#include "app/guide/sme-assistant.h"

#include <glib/gi18n.h>

#define MAX_QUESTION 300

struct _SmeAssistantPage
{
  SmePage parent_instance;

  GtkListBox *list;
  GtkScrolledWindow *scroller;
  GtkEntry *entry;
  GtkWidget *clear_button;

  guint focus_tick; /* until the newest reply can be shown */
};

G_DEFINE_FINAL_TYPE (SmeAssistantPage, sme_assistant_page, SME_TYPE_PAGE)

static SmeAssistant *
get_assistant (SmeAssistantPage *self)
{
  return sme_context_get_assistant (sme_page_get_context (SME_PAGE (self)));
}

static guint
count (SmeAssistantPage *self)
{
  return g_list_model_get_n_items (sme_assistant_get_messages (get_assistant (self)));
}

/* The question stands at the top and its reply below it, however long that is. */
static void
scroll_to (SmeAssistantPage *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y);
}

/* Rows have their place only after they were laid out. */
static gboolean
on_focus_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SmeAssistantPage *self = SME_ASSISTANT_PAGE (widget);
  int last = (int) count (self) - 1;
  GtkListBoxRow *reply = gtk_list_box_get_row_at_index (self->list, last);
  GtkListBoxRow *question = gtk_list_box_get_row_at_index (self->list, MAX (last - 1, 0));

  if (reply != NULL && gtk_widget_get_height (GTK_WIDGET (reply)) == 0)
    return G_SOURCE_CONTINUE;
  self->focus_tick = 0;
  if (reply == NULL)
    return G_SOURCE_REMOVE;
  gtk_widget_grab_focus (GTK_WIDGET (reply));
  scroll_to (self, GTK_WIDGET (question));
  return G_SOURCE_REMOVE;
}

static void
show_reply (SmeAssistantPage *self)
{
  if (self->focus_tick == 0)
    self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_focus_tick, NULL, NULL);
}

static void
on_messages_changed (SmeAssistantPage *self)
{
  gtk_widget_set_sensitive (self->clear_button, count (self) > 1);
}

static void
on_ask (SmeAssistantPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *question = g_strstrip (g_strdup (typed));

  if (*question == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  sme_assistant_ask (get_assistant (self), question);
  show_reply (self);
}

static void
on_row_asked (SmeAssistantPage *self, SmeGuideArticle *article)
{
  sme_assistant_ask_for (get_assistant (self), article);
  show_reply (self);
}

static void
on_clear_clicked (SmeAssistantPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  sme_assistant_clear (get_assistant (self));
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  GtkWidget *row = sme_assistant_row_new (item);

  g_signal_connect_object (row, "asked", G_CALLBACK (on_row_asked), data, G_CONNECT_SWAPPED);
  return row;
}

/* Letters typed while a reply is read begin the next question. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                gpointer data)
{
  SmeAssistantPage *self = data;
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      !g_unichar_isgraph (gdk_keyval_to_unicode (keyval)) ||
      gtk_widget_has_focus (GTK_WIDGET (delegate)))
    return GDK_EVENT_PROPAGATE;
  gtk_entry_grab_focus_without_selecting (self->entry);
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (delegate));
}

static void
capture_typing (SmeAssistantPage *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static gboolean
sme_assistant_page_grab_first_focus (SmePage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SME_ASSISTANT_PAGE (page)->entry));
}

/* What was asked elsewhere is shown too. */
static void
sme_assistant_page_shown (SmePage *page)
{
  SmeAssistantPage *self = SME_ASSISTANT_PAGE (page);

  /* One comes here to type, from wherever it was opened. */
  if (count (self) > 1)
    show_reply (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
sme_assistant_page_constructed (GObject *object)
{
  SmeAssistantPage *self = SME_ASSISTANT_PAGE (object);
  GListModel *messages;

  G_OBJECT_CLASS (sme_assistant_page_parent_class)->constructed (object);
  messages = sme_assistant_get_messages (get_assistant (self));
  gtk_list_box_bind_model (self->list, messages, make_row, self, NULL);
  g_signal_connect_object (messages, "items-changed", G_CALLBACK (on_messages_changed), self,
                           G_CONNECT_SWAPPED);
  on_messages_changed (self);
}

static void
sme_assistant_page_dispose (GObject *object)
{
  SmeAssistantPage *self = SME_ASSISTANT_PAGE (object);

  if (self->focus_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_tick);
  self->focus_tick = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_ASSISTANT_PAGE);
  G_OBJECT_CLASS (sme_assistant_page_parent_class)->dispose (object);
}

static void
sme_assistant_page_class_init (SmeAssistantPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_assistant_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_assistant_page_dispose;
  page_class->shown = sme_assistant_page_shown;
  page_class->grab_first_focus = sme_assistant_page_grab_first_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-assistant-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeAssistantPage, list);
  gtk_widget_class_bind_template_child (widget_class, SmeAssistantPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SmeAssistantPage, entry);
  gtk_widget_class_bind_template_child (widget_class, SmeAssistantPage, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_ask);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
sme_assistant_page_init (SmeAssistantPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_entry_set_max_length (self->entry, MAX_QUESTION);
  capture_typing (self);
  sme_page_set_title (SME_PAGE (self), _ ("Assistant"));
}
