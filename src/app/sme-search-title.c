/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-search-title.h"

#include "app/sme-search-capture.h"
#include "app/support/sme-link.h"

struct _SmeSearchTitle
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *title_label;
  GtkSearchEntry *entry;

  gboolean searching;
  char *text; /* what was shown or told last; the entry is late by its delay */
  gboolean pasted;
  SmeSearchCapture *capture;
  gboolean quiet; /* the entry is being set; it empties itself on the way, and tells that at once */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SEARCHING,
  N_PROPS
};

enum
{
  CHANGED,
  STOPPED,
  ACTIVATED,
  LINK,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeSearchTitle, sme_search_title, ADW_TYPE_BIN)

static void
set_searching (SmeSearchTitle *self, gboolean searching)
{
  gtk_stack_set_visible_child_name (self->stack, searching ? "search" : "title");
  if (self->searching == searching)
    return;
  self->searching = searching;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCHING]);
}

/* From here on the keys belong to the entry, the space bar too; what was typed isn't selected. */
static void
on_search_started (SmeSearchTitle *self)
{
  set_searching (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
open_link (SmeSearchTitle *self)
{
  g_autofree char *link =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  g_signal_emit (self, signals[LINK], 0, link);
}

/* A link may hold a code, and what is searched for goes to the server: it is never told as a
 * search. One that is typed waits for Enter, as its first half is another link. */
static void
on_search_changed (SmeSearchTitle *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean pasted = self->pasted;

  if (self->quiet || g_str_equal (text, self->text))
    return;
  self->pasted = FALSE;
  if (sme_link_is_like (text))
    {
      if (pasted)
        open_link (self);
      return;
    }
  g_free (self->text);
  self->text = g_strdup (text);
  g_signal_emit (self, signals[CHANGED], 0, text);
}

/* Two lines are not always enough for the name of a service. */
static gboolean
on_title_asked (SmeSearchTitle *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (self->title_label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (self->title_label));
  return TRUE;
}

static void
on_paste (SmeSearchTitle *self)
{
  self->pasted = TRUE;
}

static void
on_search_stopped (SmeSearchTitle *self)
{
  g_signal_emit (self, signals[STOPPED], 0);
}

/* Enter need not wait for the delay. */
static void
on_activated (SmeSearchTitle *self)
{
  if (sme_link_is_like (gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    {
      open_link (self);
      return;
    }
  on_search_changed (self);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
sme_search_title_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SmeSearchTitle *self = SME_SEARCH_TITLE (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_label (self->title_label));
  else if (id == PROP_SEARCHING)
    g_value_set_boolean (value, self->searching);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_search_title_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    sme_search_title_set_title (SME_SEARCH_TITLE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_search_title_dispose (GObject *object)
{
  SmeSearchTitle *self = SME_SEARCH_TITLE (object);

  g_clear_pointer (&self->capture, sme_search_capture_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SEARCH_TITLE);
  G_OBJECT_CLASS (sme_search_title_parent_class)->dispose (object);
}

static void
sme_search_title_finalize (GObject *object)
{
  g_free (SME_SEARCH_TITLE (object)->text);
  G_OBJECT_CLASS (sme_search_title_parent_class)->finalize (object);
}

static void
sme_search_title_class_init (SmeSearchTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = sme_search_title_get_property;
  object_class->set_property = sme_search_title_set_property;
  object_class->dispose = sme_search_title_dispose;
  object_class->finalize = sme_search_title_finalize;
  props[PROP_TITLE] = g_param_spec_string (
    "title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STOPPED] =
    g_signal_new ("stopped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] =
    g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINK] = g_signal_new ("link", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-search-title.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSearchTitle, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeSearchTitle, title_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSearchTitle, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_bind_template_callback (widget_class, on_title_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
sme_search_title_init (SmeSearchTitle *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->capture = sme_search_capture_new (self->entry);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)),
                           "paste-clipboard", G_CALLBACK (on_paste), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sme_search_title_new (void)
{
  return g_object_new (SME_TYPE_SEARCH_TITLE, NULL);
}

void
sme_search_title_set_title (SmeSearchTitle *self, const char *title)
{
  if (g_strcmp0 (gtk_label_get_label (self->title_label), title) == 0)
    return;
  gtk_label_set_label (self->title_label, title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

gboolean
sme_search_title_get_searching (SmeSearchTitle *self)
{
  return self->searching;
}

void
sme_search_title_begin (SmeSearchTitle *self)
{
  set_searching (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
sme_search_title_show (SmeSearchTitle *self, const char *text)
{
  const char *wanted = text != NULL ? text : "";

  g_free (self->text);
  self->text = g_strdup (wanted);
  self->quiet = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), wanted) != 0)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), wanted);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }
  self->quiet = FALSE;
  set_searching (self, text != NULL);
}

void
sme_search_title_set_capture (SmeSearchTitle *self, GtkWidget *widget)
{
  sme_search_capture_set_widget (self->capture, widget);
}

/* A selectable label would move its caret by Ctrl+F, which nobody expects of it. */
static gboolean
on_label_keys (GtkWidget *root, GVariant *arguments, gpointer data)
{
  if (!GTK_IS_LABEL (gtk_root_get_focus (GTK_ROOT (root))))
    return GDK_EVENT_PROPAGATE;
  sme_search_title_begin (data);
  return GDK_EVENT_STOP;
}

void
sme_search_title_precede_labels (SmeSearchTitle *self, GtkRoot *root)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                      gtk_callback_action_new (on_label_keys, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (root), controller);
  sme_search_capture_watch (self->capture, GTK_WIDGET (root));
}
