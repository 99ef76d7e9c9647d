/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pane shows: nothing, a spinner, an error, pages or text. */
#include "viewer/sme-document-pane-private.h"

#include "viewer/sme-document-error.h"

/* Milliseconds before a spinner: what is faster needs none. */
#define SPINNER_DELAY 200

enum
{
  PROP_DOCUMENT = 1,
  PROP_NAME,
  PROP_TEXT_MODE,
  PROP_SEARCH_MODE,
  PROP_SIDEBAR,
  PROP_DARK_PAGES,
  PROP_FIT_MODE,
  PROP_REACHED_END,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeDocumentPane, sme_document_pane, GTK_TYPE_WIDGET)

static void
notify (SmeDocumentPane *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
show_state (SmeDocumentPane *self, const char *state)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_stack_set_visible_child_name (self->states, state);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (state, "loading"));
}

/* Nothing that was under way comes back any more. */
static void
renew_cancellable (SmeDocumentPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
update_reached_end (SmeDocumentPane *self)
{
  gboolean reached_end = sme_document_view_get_reached_end (self->view) ||
                         sme_document_text_view_get_reached_end (self->text_view);

  if (self->reached_end == reached_end)
    return;
  self->reached_end = reached_end;
  notify (self, PROP_REACHED_END);
}

static void
show_document (SmeDocumentPane *self, SmeDocument *document)
{
  if (!g_set_object (&self->document, document))
    return;
  sme_document_search_bar_set_search_mode (self->search_bar, FALSE);
  sme_document_view_set_document (self->view, document);
  /* The text is read only once somebody wants it. */
  sme_document_text_view_set_document (self->text_view, self->text_mode ? document : NULL);
  sme_document_pane_update_actions (self);
  notify (self, PROP_DOCUMENT);
}

void
sme_document_pane_set_document (SmeDocumentPane *self, SmeDocument *document)
{
  g_return_if_fail (SME_IS_DOCUMENT_PANE (self));
  g_return_if_fail (document == NULL || SME_IS_DOCUMENT (document));

  renew_cancellable (self);
  g_clear_object (&self->file);
  show_document (self, document);
  show_state (self, document != NULL ? "content" : "empty");
}

SmeDocument *
sme_document_pane_get_document (SmeDocumentPane *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_PANE (self), NULL);

  return self->document;
}

static gboolean
on_spinner_due (gpointer user_data)
{
  SmeDocumentPane *self = user_data;

  self->spinner_source = 0;
  show_state (self, "loading");
  return G_SOURCE_REMOVE;
}

void
sme_document_pane_show_loading (SmeDocumentPane *self)
{
  g_return_if_fail (SME_IS_DOCUMENT_PANE (self));

  sme_document_pane_set_document (self, NULL);
  sme_document_prepare ();
  self->spinner_source = g_timeout_add (SPINNER_DELAY, on_spinner_due, self);
}

void
sme_document_pane_show_error (SmeDocumentPane *self, const char *message, gboolean can_retry)
{
  g_return_if_fail (SME_IS_DOCUMENT_PANE (self));
  g_return_if_fail (message != NULL);

  renew_cancellable (self);
  show_document (self, NULL);
  adw_status_page_set_description (self->error_page, message);
  gtk_widget_set_visible (self->retry_button, can_retry);
  show_state (self, "error");
}

static gboolean
sme_document_pane_grab_focus (GtkWidget *widget)
{
  SmeDocumentPane *self = SME_DOCUMENT_PANE (widget);

  if (self->document == NULL)
    return gtk_widget_child_focus (GTK_WIDGET (self->overlay), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (self->text_mode ? GTK_WIDGET (self->text_view)
                                                : GTK_WIDGET (self->view));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDocument) document = sme_document_open_finish (result, &error);
  SmeDocumentPane *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = user_data;
  if (document == NULL)
    {
      sme_document_pane_show_error (self, sme_document_error_get_text (error),
                                    sme_document_error_can_retry (error));
      return;
    }
  show_document (self, document);
  show_state (self, "content");
  sme_document_pane_take_focus (self);
}

void
sme_document_pane_open_bytes (SmeDocumentPane *self, GBytes *bytes)
{
  g_return_if_fail (SME_IS_DOCUMENT_PANE (self));
  g_return_if_fail (bytes != NULL);

  sme_document_pane_note_focus (self);
  sme_document_pane_show_loading (self);
  sme_document_open_bytes_async (bytes, self->cancellable, on_opened, self);
}

void
sme_document_pane_open_file (SmeDocumentPane *self, GFile *file)
{
  g_autoptr (GFile) kept = NULL;

  g_return_if_fail (SME_IS_DOCUMENT_PANE (self));
  g_return_if_fail (G_IS_FILE (file));

  kept = g_object_ref (file); /* it may be ours, which goes first */
  sme_document_pane_note_focus (self);
  sme_document_pane_show_loading (self);
  self->file = g_steal_pointer (&kept);
  sme_document_open_file_async (file, self->cancellable, on_opened, self);
}

void
sme_document_pane_retry (SmeDocumentPane *self)
{
  if (self->file != NULL)
    sme_document_pane_open_file (self, self->file);
  else
    g_signal_emit (self, signals[RETRY], 0);
}

void
sme_document_pane_set_name (SmeDocumentPane *self, const char *name)
{
  g_return_if_fail (SME_IS_DOCUMENT_PANE (self));

  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  notify (self, PROP_NAME);
}

const char *
sme_document_pane_get_name (SmeDocumentPane *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_PANE (self), NULL);

  return self->name;
}

void
sme_document_pane_set_text_mode (SmeDocumentPane *self, gboolean text_mode)
{
  g_return_if_fail (SME_IS_DOCUMENT_PANE (self));

  text_mode = !!text_mode;
  if (self->text_mode == text_mode)
    return;

  self->text_mode = text_mode;
  if (text_mode)
    sme_document_pane_enter_text (self);
  gtk_stack_set_visible_child_name (self->contents, text_mode ? "text" : "pages");
  gtk_widget_grab_focus (GTK_WIDGET (self));
  sme_document_pane_show_zoom (self);
  notify (self, PROP_TEXT_MODE);
}

gboolean
sme_document_pane_get_text_mode (SmeDocumentPane *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_PANE (self), FALSE);

  return self->text_mode;
}

gboolean
sme_document_pane_get_reached_end (SmeDocumentPane *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_PANE (self), FALSE);

  return self->reached_end;
}

SmeDocumentView *
sme_document_pane_get_view (SmeDocumentPane *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_PANE (self), NULL);

  return self->view;
}

static void
on_search_mode_changed (SmeDocumentSearchBar *bar, GParamSpec *pspec, SmeDocumentPane *self)
{
  notify (self, PROP_SEARCH_MODE);
}

/* Folded, it lies over the pages and is closed by a click beside it. */
static void
on_flap_changed (SmeDocumentPane *self)
{
  notify (self, PROP_SIDEBAR);
}

static gboolean
on_frame (GtkWidget *flap, GdkFrameClock *clock, gpointer user_data)
{
  SmeDocumentPane *self = user_data;

  if (gtk_widget_get_width (flap) == 0)
    return G_SOURCE_CONTINUE;
  self->sidebar_source = 0;
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
  return G_SOURCE_REMOVE;
}

/* AdwFlap (1.2) divides by the way that it has to go, and so must not begin without a size. */
static void
set_sidebar (SmeDocumentPane *self, gboolean shown)
{
  GtkWidget *flap = GTK_WIDGET (self->flap);

  if (self->sidebar_source != 0)
    gtk_widget_remove_tick_callback (flap, self->sidebar_source);
  self->sidebar_source = 0;
  if (shown && gtk_widget_get_width (flap) == 0)
    {
      self->sidebar_source = gtk_widget_add_tick_callback (flap, on_frame, self, NULL);
    }
  else
    {
      adw_flap_set_reveal_flap (self->flap, shown);
      gtk_widget_grab_focus (shown ? GTK_WIDGET (self->sidebar) : GTK_WIDGET (self));
    }
  notify (self, PROP_SIDEBAR);
}

static void
on_dark_changed (SmeDocumentPane *self)
{
  notify (self, PROP_DARK_PAGES);
}

static void
on_fit_mode_changed (SmeDocumentPane *self)
{
  notify (self, PROP_FIT_MODE);
}

/* Over the pages it hides them, so whoever chose one wants to see it. */
static void
on_page_chosen (SmeDocumentPane *self, guint page, double top)
{
  sme_document_pane_follow_place (self, page, top);
  if (adw_flap_get_folded (self->flap) && adw_flap_get_reveal_flap (self->flap))
    {
      adw_flap_set_reveal_flap (self->flap, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
}

static void
sme_document_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeDocumentPane *self = SME_DOCUMENT_PANE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_TEXT_MODE:
      g_value_set_boolean (value, self->text_mode);
      break;
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, sme_document_search_bar_get_search_mode (self->search_bar));
      break;
    case PROP_SIDEBAR:
      g_value_set_boolean (value,
                           self->sidebar_source != 0 || adw_flap_get_reveal_flap (self->flap));
      break;
    case PROP_DARK_PAGES:
      g_value_set_boolean (value, sme_document_view_get_dark (self->view));
      break;
    case PROP_FIT_MODE:
      g_value_set_enum (value, sme_document_view_get_fit_mode (self->view));
      break;
    case PROP_REACHED_END:
      g_value_set_boolean (value, self->reached_end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_pane_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  SmeDocumentPane *self = SME_DOCUMENT_PANE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      sme_document_pane_set_document (self, g_value_get_object (value));
      break;
    case PROP_NAME:
      sme_document_pane_set_name (self, g_value_get_string (value));
      break;
    case PROP_TEXT_MODE:
      sme_document_pane_set_text_mode (self, g_value_get_boolean (value));
      break;
    case PROP_SEARCH_MODE:
      sme_document_search_bar_set_search_mode (self->search_bar, g_value_get_boolean (value));
      break;
    case PROP_DARK_PAGES:
      sme_document_view_set_dark (self->view, g_value_get_boolean (value));
      break;
    case PROP_FIT_MODE:
      sme_document_view_set_fit_mode (self->view, g_value_get_enum (value));
      break;
    case PROP_SIDEBAR:
      set_sidebar (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_pane_dispose (GObject *object)
{
  SmeDocumentPane *self = SME_DOCUMENT_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_object (&self->chooser);
  if (self->dialog != NULL)
    gtk_window_destroy (self->dialog); /* which clears the weak pointer */
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->file);
  g_clear_object (&self->document);
  if (self->overlay != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->overlay)));

  G_OBJECT_CLASS (sme_document_pane_parent_class)->dispose (object);
}

static void
sme_document_pane_finalize (GObject *object)
{
  SmeDocumentPane *self = SME_DOCUMENT_PANE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (sme_document_pane_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags change = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags tell = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, SME_TYPE_DOCUMENT, change);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, change);
  properties[PROP_TEXT_MODE] = g_param_spec_boolean ("text-mode", NULL, NULL, FALSE, change);
  properties[PROP_SEARCH_MODE] = g_param_spec_boolean ("search-mode", NULL, NULL, FALSE, change);
  properties[PROP_SIDEBAR] = g_param_spec_boolean ("sidebar", NULL, NULL, FALSE, change);
  properties[PROP_DARK_PAGES] = g_param_spec_boolean ("dark-pages", NULL, NULL, FALSE, change);
  properties[PROP_FIT_MODE] =
    g_param_spec_enum ("fit-mode", NULL, NULL, SME_TYPE_FIT_MODE, SME_FIT_WIDTH, change);
  properties[PROP_REACHED_END] = g_param_spec_boolean ("reached-end", NULL, NULL, FALSE, tell);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/vn/onesme/Desktop/ui/sme-document-pane.ui");
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, overlay);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, states);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, spinner);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, error_page);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, error_box);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, retry_button);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, toolbar);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, search_bar);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, flap);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, sidebar);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, contents);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, view);
  gtk_widget_class_bind_template_child (klass, SmeDocumentPane, text_view);
  gtk_widget_class_bind_template_callback (klass, on_search_mode_changed);
}

static void
sme_document_pane_class_init (SmeDocumentPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_document_pane_get_property;
  object_class->set_property = sme_document_pane_set_property;
  object_class->dispose = sme_document_pane_dispose;
  object_class->finalize = sme_document_pane_finalize;

  widget_class->grab_focus = sme_document_pane_grab_focus;

  install_properties (object_class);
  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "documentpane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
  sme_document_pane_class_init_actions (widget_class);
  sme_document_pane_class_init_keys (widget_class);
}

static void
sme_document_pane_init (SmeDocumentPane *self)
{
  static const char *const action_signals[] = { "notify::n-pages", "actions-changed" };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  sme_document_pane_init_keys (self);
  sme_document_pane_init_text (self);
  for (gsize i = 0; i < G_N_ELEMENTS (action_signals); i++)
    g_signal_connect_object (self->view, action_signals[i],
                             G_CALLBACK (sme_document_pane_update_actions), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::reached-end", G_CALLBACK (update_reached_end), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text_view, "notify::reached-end", G_CALLBACK (update_reached_end),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sme_document_view_get_search (self->view), "notify::count",
                           G_CALLBACK (sme_document_pane_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "link-activated", G_CALLBACK (sme_document_pane_ask_link),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::dark", G_CALLBACK (on_dark_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::fit-mode", G_CALLBACK (on_fit_mode_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_flap_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "chosen", G_CALLBACK (on_page_chosen), self,
                           G_CONNECT_SWAPPED);
  sme_document_pane_update_actions (self);
}

GtkWidget *
sme_document_pane_new (void)
{
  return g_object_new (SME_TYPE_DOCUMENT_PANE, NULL);
}
