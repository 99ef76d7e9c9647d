/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-page.h"

#include "app/sme-error-text.h"
#include "app/sme-page-focus.h"
#include "app/sme-page-shell.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

typedef struct
{
  SmePageShell *shell;
  SmeContext *context;
  SmeRoute *route;
  char *title;
  GCancellable *cancellable;
  gboolean loaded; /* load() was called at least once */
  gboolean in_front;
  gboolean keeps_input;
  gboolean unreached; /* the error is that no server answered, or what is shown is all without it */
} SmePagePrivate;

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_ROUTE,
  PROP_TITLE,
  PROP_STATE,
  PROP_CONTENT,
  N_PROPS
};

enum
{
  FINISHED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];
static GtkBuildableIface *parent_buildable;

static void sme_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SmePage,
                                  sme_page,
                                  ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (SmePage)
                                    G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                           sme_page_buildable_init))

#define PRIVATE(self) ((SmePagePrivate *) sme_page_get_instance_private (self))

G_DEFINE_ENUM_TYPE (SmePageState,
                    sme_page_state,
                    G_DEFINE_ENUM_VALUE (SME_PAGE_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (SME_PAGE_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (SME_PAGE_CONTENT, "content"),
                    G_DEFINE_ENUM_VALUE (SME_PAGE_ERROR, "error"))

static void
on_retry_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_page_reload (SME_PAGE (widget));
}

static void
on_sign_in_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.sign-in-here", NULL);
}

static void
on_hotline_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_page_call_hotline (SME_PAGE (widget));
}

static void
set_state (SmePage *self, SmePageState state)
{
  SmePagePrivate *priv = PRIVATE (self);

  if (sme_page_shell_get_state (priv->shell) == state)
    return;
  sme_page_shell_set_state (priv->shell, state);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

/* What runs for the page ends; late answers are dropped by their callbacks. */
static void
cancel (SmePage *self)
{
  SmePagePrivate *priv = PRIVATE (self);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
}

static void
sme_page_real_set_route (SmePage *self, SmeRoute *route)
{
  SmePagePrivate *priv = PRIVATE (self);

  g_clear_pointer (&priv->route, sme_route_unref);
  priv->route = route != NULL ? sme_route_ref (route) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROUTE]);
}

static void
sme_page_real_load (SmePage *self)
{
  sme_page_show_content (self);
}

static void
sme_page_real_nothing (SmePage *self)
{
}

static gboolean
sme_page_real_grab_first_focus (SmePage *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (PRIVATE (self)->shell), GTK_DIR_TAB_FORWARD);
}

static gboolean
sme_page_real_go_back (SmePage *self)
{
  return FALSE;
}

/* A template's children arrive while the instance is built: they are the content, not the shell's
 * neighbours. */
static void
sme_page_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SmePage *self = SME_PAGE (buildable);

  if (GTK_IS_WIDGET (child) && type == NULL && child != G_OBJECT (PRIVATE (self)->shell))
    sme_page_set_content (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sme_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sme_page_add_child;
}

static void
sme_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SmePage *self = SME_PAGE (object);
  SmePagePrivate *priv = PRIVATE (self);

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_ROUTE:
      g_value_set_boxed (value, priv->route);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) sme_page_get_state (self));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, sme_page_get_content (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sme_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SmePage *self = SME_PAGE (object);

  switch (id)
    {
    case PROP_CONTEXT:
      PRIVATE (self)->context = g_value_dup_object (value);
      break;
    case PROP_ROUTE:
      PRIVATE (self)->route = g_value_dup_boxed (value);
      break;
    case PROP_TITLE:
      sme_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_CONTENT:
      sme_page_set_content (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Calls under way hold the page, so it is not yet disposed when it is taken away. */
static void
sme_page_unroot (GtkWidget *widget)
{
  cancel (SME_PAGE (widget));
  GTK_WIDGET_CLASS (sme_page_parent_class)->unroot (widget);
}

static void
sme_page_dispose (GObject *object)
{
  SmePage *self = SME_PAGE (object);
  SmePagePrivate *priv = PRIVATE (self);

  cancel (self);
  g_clear_object (&priv->context);
  G_OBJECT_CLASS (sme_page_parent_class)->dispose (object);
}

static void
sme_page_finalize (GObject *object)
{
  SmePagePrivate *priv = PRIVATE (SME_PAGE (object));

  g_clear_pointer (&priv->route, sme_route_unref);
  g_clear_pointer (&priv->title, g_free);
  G_OBJECT_CLASS (sme_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_CONTEXT] =
    g_param_spec_object ("context", NULL, NULL, SME_TYPE_CONTEXT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_ROUTE] =
    g_param_spec_boxed ("route", NULL, NULL, SME_TYPE_ROUTE,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_TITLE] = g_param_spec_string (
    "title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, SME_TYPE_PAGE_STATE, SME_PAGE_LOADING,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_page_class_init (SmePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_page_get_property;
  object_class->set_property = sme_page_set_property;
  object_class->dispose = sme_page_dispose;
  object_class->finalize = sme_page_finalize;
  widget_class->unroot = sme_page_unroot;
  klass->load = sme_page_real_load;
  klass->shown = sme_page_real_nothing;
  klass->hidden = sme_page_real_nothing;
  klass->set_route = sme_page_real_set_route;
  klass->grab_first_focus = sme_page_real_grab_first_focus;
  klass->go_back = sme_page_real_go_back;
  install_properties (object_class);
  signals[FINISHED] = g_signal_new ("finished", SME_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "page.retry", NULL, on_retry_activated);
  gtk_widget_class_install_action (widget_class, "page.sign-in", NULL, on_sign_in_activated);
  gtk_widget_class_install_action (widget_class, "page.hotline", NULL, on_hotline_activated);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sme_page_init (SmePage *self)
{
  SmePagePrivate *priv = PRIVATE (self);

  priv->title = g_strdup ("");
  priv->shell = SME_PAGE_SHELL (sme_page_shell_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->shell));
}

SmeContext *
sme_page_get_context (SmePage *self)
{
  g_return_val_if_fail (SME_IS_PAGE (self), NULL);
  return PRIVATE (self)->context;
}

SmeRoute *
sme_page_get_route (SmePage *self)
{
  g_return_val_if_fail (SME_IS_PAGE (self), NULL);
  return PRIVATE (self)->route;
}

void
sme_page_set_route (SmePage *self, SmeRoute *route)
{
  g_return_if_fail (SME_IS_PAGE (self));
  SME_PAGE_GET_CLASS (self)->set_route (self, route);
}

const char *
sme_page_get_title (SmePage *self)
{
  g_return_val_if_fail (SME_IS_PAGE (self), NULL);
  return PRIVATE (self)->title;
}

void
sme_page_set_title (SmePage *self, const char *title)
{
  SmePagePrivate *priv = PRIVATE (self);

  if (g_strcmp0 (priv->title, title) == 0)
    return;
  g_free (priv->title);
  priv->title = g_strdup (title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, priv->title,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

GtkWidget *
sme_page_get_content (SmePage *self)
{
  return sme_page_shell_get_content (PRIVATE (self)->shell);
}

void
sme_page_set_content (SmePage *self, GtkWidget *content)
{
  if (content == sme_page_get_content (self))
    return;
  sme_page_shell_set_content (PRIVATE (self)->shell, content);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTENT]);
}

GCancellable *
sme_page_get_cancellable (SmePage *self)
{
  SmePagePrivate *priv = PRIVATE (self);

  if (priv->cancellable == NULL)
    priv->cancellable = g_cancellable_new ();
  return priv->cancellable;
}

SmePageState
sme_page_get_state (SmePage *self)
{
  return sme_page_shell_get_state (PRIVATE (self)->shell);
}

void
sme_page_reload (SmePage *self)
{
  g_return_if_fail (SME_IS_PAGE (self));
  cancel (self);
  sme_page_focus_keep (self);
  PRIVATE (self)->loaded = TRUE;
  sme_page_show_loading (self);
  SME_PAGE_GET_CLASS (self)->load (self);
}

void
sme_page_show_content (SmePage *self)
{
  set_state (self, SME_PAGE_CONTENT);
}

void
sme_page_show_loading (SmePage *self)
{
  SmePagePrivate *priv = PRIVATE (self);

  /* The state may be LOADING from birth, with the spinner not yet wound up. */
  if (sme_page_get_state (self) == SME_PAGE_LOADING)
    sme_page_shell_set_state (priv->shell, SME_PAGE_LOADING);
  else
    set_state (self, SME_PAGE_LOADING);
}

void
sme_page_show_empty (SmePage *self,
                     const char *icon_name,
                     const char *title,
                     const char *explanation)
{
  PRIVATE (self)->unreached = FALSE;
  sme_page_shell_set_empty (PRIVATE (self)->shell, icon_name, title, explanation);
  set_state (self, SME_PAGE_EMPTY);
}

void
sme_page_set_unreached (SmePage *self)
{
  PRIVATE (self)->unreached = TRUE;
}

void
sme_page_set_empty_action (SmePage *self, const char *label, const char *action)
{
  sme_page_shell_set_empty_action (PRIVATE (self)->shell, label, action);
}

void
sme_page_set_empty_other_action (SmePage *self, const char *label, const char *action)
{
  sme_page_shell_set_empty_other_action (PRIVATE (self)->shell, label, action);
}

void
sme_page_show_error (SmePage *self, const GError *error)
{
  SmeErrorText text;
  g_autofree char *explanation = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  PRIVATE (self)->unreached = g_error_matches (error, SME_PROBLEM, SME_PROBLEM_UNREACHABLE) ||
                              g_error_matches (error, SME_PROBLEM, SME_PROBLEM_TIMED_OUT);
  text = sme_error_text_find (error);
  explanation = sme_error_text_describe (error);
  sme_page_shell_set_error (PRIVATE (self)->shell, text.title, explanation, text.offers);
  /* A page that is named after what it shows has no other name when that doesn't come. */
  if (*PRIVATE (self)->title == '\0')
    sme_page_set_title (self, text.title);
  set_state (self, SME_PAGE_ERROR);
}

void
sme_page_reconnect (SmePage *self)
{
  g_return_if_fail (SME_IS_PAGE (self));
  if (sme_page_get_state (self) != SME_PAGE_CONTENT && PRIVATE (self)->unreached)
    sme_page_reload (self);
}

void
sme_page_finish (SmePage *self)
{
  PRIVATE (self)->keeps_input = FALSE;
  g_signal_emit (self, signals[FINISHED], 0);
}

void
sme_page_set_keeps_input (SmePage *self, gboolean keeps_input)
{
  g_return_if_fail (SME_IS_PAGE (self));

  PRIVATE (self)->keeps_input = keeps_input;
}

gboolean
sme_page_get_keeps_input (SmePage *self)
{
  g_return_val_if_fail (SME_IS_PAGE (self), FALSE);

  return PRIVATE (self)->keeps_input;
}

void
sme_page_enter (SmePage *self)
{
  SmePagePrivate *priv = PRIVATE (self);

  if (priv->in_front)
    return;
  priv->in_front = TRUE;
  if (!priv->loaded)
    sme_page_reload (self);
  SME_PAGE_GET_CLASS (self)->shown (self);
}

void
sme_page_leave (SmePage *self)
{
  SmePagePrivate *priv = PRIVATE (self);

  if (!priv->in_front)
    return;
  priv->in_front = FALSE;
  SME_PAGE_GET_CLASS (self)->hidden (self);
}

gboolean
sme_page_grab_first_focus (SmePage *self)
{
  return SME_PAGE_GET_CLASS (self)->grab_first_focus (self);
}

gboolean
sme_page_go_back (SmePage *self)
{
  return SME_PAGE_GET_CLASS (self)->go_back (self);
}
