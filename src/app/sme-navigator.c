/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-navigator.h"

#include "app/sme-page-focus.h"

/* More than anyone goes back; the oldest pages above the root are let go. */
#define MAX_DEPTH 24
#define SLIDE_MS 180

typedef enum
{
  OPEN,
  REPLACE, /* the page in front */
  ABOVE,   /* all that is open */
} Manner;

struct _SmeNavigator
{
  GtkWidget parent_instance;

  GtkStack *stack;
  SmeContext *context;
  SmeRouteFinder find;
  GPtrArray *pages;   /* SmePage, the one in front last; the stack widget holds them */
  GPtrArray *dropped; /* those that go as soon as another one is in front */
  GPtrArray *aside;   /* those with something typed that is not sent; still in the stack */
  char *continuation; /* route to go on at when signed in */
  SmePage *waiting;   /* one of the pages below, to come back to when signed in */
  SmePage *shown;     /* in front last time; to compare only */
  int natural_width;
};

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_CAN_GO_BACK,
  PROP_NATURAL_WIDTH,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeNavigator, sme_navigator, GTK_TYPE_WIDGET)

static const SmeRouteEntry *
entry_of (SmeNavigator *self, SmePage *page)
{
  return self->find (sme_route_get_name (sme_page_get_route (page)));
}

static void
notify_front (SmeNavigator *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_GO_BACK]);
}

static void
forget_continuation (SmeNavigator *self)
{
  g_clear_pointer (&self->continuation, g_free);
  self->waiting = NULL;
}

/* The way to being signed in is left by going anywhere else: then nothing is waited for. */
static void
forget_continuation_off_the_way (SmeNavigator *self)
{
  SmePage *page = sme_navigator_get_page (self);

  if (page == NULL || (entry_of (self, page)->flags & SME_ROUTE_ACCOUNT) == 0)
    forget_continuation (self);
}

static int
find_page (GPtrArray *pages, SmeRoute *route)
{
  for (guint i = 0; i < pages->len; i++)
    if (sme_page_answers_to (g_ptr_array_index (pages, i), route))
      return (int) i;
  return -1;
}

/* Only after the next page has the keyboard: GTK would otherwise look for a place for it by
 * itself, later. What is put aside stays in the stack, out of sight: GTK 4.8 does not enable the
 * buttons of a page's own actions any more when it was taken out and comes back. */
static void
bury (SmeNavigator *self)
{
  while (self->dropped->len > 0)
    {
      SmePage *page = g_ptr_array_steal_index (self->dropped, 0);

      if (sme_page_get_keeps_input (page) && find_page (self->pages, sme_page_get_route (page)) < 0)
        g_ptr_array_add (self->aside, page);
      else
        gtk_stack_remove (self->stack, GTK_WIDGET (page));
    }
}

static void
forget_aside (SmeNavigator *self)
{
  while (self->aside->len > 0)
    gtk_stack_remove (self->stack, g_ptr_array_steal_index (self->aside, self->aside->len - 1));
}

static void
show_front (SmeNavigator *self, SmePage *before)
{
  SmePage *page = sme_navigator_get_page (self);
  gboolean keyboard = page != self->shown && sme_page_focus_is_in (GTK_WIDGET (self));

  self->shown = page;

  if (before != NULL && before != page)
    {
      sme_page_focus_remember (before);
      sme_page_leave (before);
    }
  if (page != NULL)
    {
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
      sme_page_enter (page);
      if (keyboard)
        sme_page_focus_give (page, GTK_WIDGET (self));
    }
  bury (self);
  forget_continuation_off_the_way (self);
  notify_front (self);
}

static void
drop (SmeNavigator *self, guint index)
{
  SmePage *page = g_ptr_array_index (self->pages, index);

  g_ptr_array_remove_index (self->pages, index);
  g_ptr_array_add (self->dropped, page);
  if (self->waiting == page)
    self->waiting = NULL;
  sme_page_leave (page);
}

static void
drop_from (SmeNavigator *self, guint index)
{
  while (self->pages->len > index)
    drop (self, self->pages->len - 1);
}

/* FALSE if nothing waits for the sign-in, or is gone meanwhile. */
static gboolean
return_to_waiting (SmeNavigator *self)
{
  guint index;

  if (self->waiting == NULL || !g_ptr_array_find (self->pages, self->waiting, &index))
    return FALSE;
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
  drop_from (self, index + 1);
  show_front (self, NULL);
  return TRUE;
}

static void
on_page_finished (SmePage *page, gpointer data)
{
  SmeNavigator *self = data;
  g_autofree char *next = NULL;

  if (page != sme_navigator_get_page (self) || return_to_waiting (self))
    return;
  next = g_steal_pointer (&self->continuation);
  if (next != NULL && sme_navigator_replace (self, next))
    return;
  if (sme_navigator_get_can_go_back (self))
    sme_navigator_back (self);
  else
    sme_navigator_replace (self, "home");
}

static SmePage *
push (SmeNavigator *self, const SmeRouteEntry *entry, SmeRoute *route)
{
  int aside = find_page (self->aside, route);
  SmePage *page;

  if (aside >= 0)
    {
      page = g_ptr_array_steal_index (self->aside, (guint) aside);
      if (g_strcmp0 (sme_route_get_text (sme_page_get_route (page)), sme_route_get_text (route)) !=
          0)
        sme_page_set_route (page, route);
    }
  else
    {
      page = g_object_new (entry->type (), "context", self->context, "route", route, NULL);
      g_signal_connect_object (page, "finished", G_CALLBACK (on_page_finished), self, 0);
      gtk_stack_add_child (self->stack, GTK_WIDGET (page));
    }
  g_ptr_array_add (self->pages, page);
  if (self->pages->len > MAX_DEPTH)
    drop (self, 1);
  return page;
}

/* Where @route already is on the stack and may be returned to: in front, or an entry of the
 * sidebar. */
static int
find_returnable (SmeNavigator *self, SmeRoute *route, gboolean top)
{
  for (guint i = self->pages->len; i > 0; i--)
    {
      SmePage *page = g_ptr_array_index (self->pages, i - 1);
      gboolean in_front = i == self->pages->len;

      if ((in_front || top) && sme_page_answers_to (page, route))
        return (int) i - 1;
    }
  return -1;
}

static gboolean
return_to (SmeNavigator *self, SmeRoute *route, gboolean top)
{
  SmePage *before = sme_navigator_get_page (self);
  int index = find_returnable (self, route, top);
  SmePage *page;

  if (index < 0)
    return FALSE;
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  drop_from (self, (guint) index + 1);
  page = sme_navigator_get_page (self);
  if (g_strcmp0 (sme_route_get_text (sme_page_get_route (page)), sme_route_get_text (route)) != 0)
    sme_page_set_route (page, route);
  show_front (self, before == page ? NULL : before);
  return TRUE;
}

static void
go (SmeNavigator *self, const SmeRouteEntry *entry, SmeRoute *route, Manner manner)
{
  gboolean top = manner != ABOVE && (entry->flags & SME_ROUTE_TOP) != 0;
  gboolean replace =
    manner == REPLACE || (manner == ABOVE && self->pages->len >= MAX_DEPTH); /* others above */
  SmePage *before = sme_navigator_get_page (self);

  if (replace && before != NULL)
    {
      drop (self, self->pages->len - 1);
      before = NULL;
    }
  if (return_to (self, route, top))
    return;
  gtk_stack_set_transition_type (self->stack, top || replace
                                                ? GTK_STACK_TRANSITION_TYPE_CROSSFADE
                                                : GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT);
  if (top && self->pages->len > 1)
    {
      drop_from (self, 1);
      before = NULL;
    }
  if (before == NULL && self->pages->len > 0)
    before = sme_navigator_get_page (self);
  push (self, entry, route);
  show_front (self, before);
}

static gboolean
open_route (SmeNavigator *self, const char *text, Manner manner)
{
  g_autoptr (SmeRoute) route = sme_route_parse (text);
  const SmeRouteEntry *entry = route != NULL ? self->find (sme_route_get_name (route)) : NULL;

  if (entry == NULL)
    return FALSE;
  if ((entry->flags & SME_ROUTE_SIGNED_IN) != 0 && !sme_context_is_signed_in (self->context))
    {
      g_autoptr (SmeRoute) sign_in = sme_route_parse ("sign-in");
      const SmeRouteEntry *sign_in_entry = self->find ("sign-in");

      if (sign_in_entry == NULL)
        return FALSE;
      go (self, sign_in_entry, sign_in, manner);
      g_free (self->continuation);
      self->continuation = g_strdup (text);
      return TRUE;
    }
  go (self, entry, route, manner);
  return TRUE;
}

/* The session ended under the pages: what belonged to it goes, and the one in front waits behind
 * the sign-in. */
static void
on_signed_in_changed (SmeContext *context, GParamSpec *pspec, gpointer data)
{
  SmeNavigator *self = data;
  SmePage *front = sme_navigator_get_page (self);

  /* What one person typed is not for the next. */
  forget_aside (self);
  if (sme_context_is_signed_in (context) || front == NULL)
    return;
  for (guint i = self->pages->len - 1; i > 0; i--)
    if ((entry_of (self, g_ptr_array_index (self->pages, i - 1))->flags & SME_ROUTE_SIGNED_IN) != 0)
      drop (self, i - 1);
  if ((entry_of (self, front)->flags & SME_ROUTE_SIGNED_IN) != 0)
    sme_navigator_sign_in_here (self);
  else
    {
      bury (self);
      notify_front (self);
    }
}

/* The window folds when the content can't be as wide as it would like to be. */
static void
sme_navigator_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  SmeNavigator *self = SME_NAVIGATOR (widget);

  gtk_widget_measure (GTK_WIDGET (self->stack), orientation, for_size, minimum, natural, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, self->natural_width);
}

static void
sme_navigator_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GTK_WIDGET (SME_NAVIGATOR (widget)->stack), width, height, baseline, NULL);
}

static void
sme_navigator_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SmeNavigator *self = SME_NAVIGATOR (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_object (value, sme_navigator_get_page (self));
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, sme_navigator_get_can_go_back (self));
      break;
    case PROP_NATURAL_WIDTH:
      g_value_set_int (value, self->natural_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sme_navigator_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SmeNavigator *self = SME_NAVIGATOR (object);

  if (id == PROP_NATURAL_WIDTH)
    {
      self->natural_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_navigator_dispose (GObject *object)
{
  SmeNavigator *self = SME_NAVIGATOR (object);

  if (self->stack != NULL)
    {
      drop_from (self, 0);
      bury (self);
      forget_aside (self);
    }
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_pointer (&self->continuation, g_free);
  G_OBJECT_CLASS (sme_navigator_parent_class)->dispose (object);
}

static void
sme_navigator_finalize (GObject *object)
{
  g_ptr_array_unref (SME_NAVIGATOR (object)->pages);
  g_ptr_array_unref (SME_NAVIGATOR (object)->dropped);
  g_ptr_array_unref (SME_NAVIGATOR (object)->aside);
  G_OBJECT_CLASS (sme_navigator_parent_class)->finalize (object);
}

static void
sme_navigator_class_init (SmeNavigatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_navigator_get_property;
  object_class->set_property = sme_navigator_set_property;
  object_class->dispose = sme_navigator_dispose;
  object_class->finalize = sme_navigator_finalize;
  widget_class->measure = sme_navigator_measure;
  widget_class->size_allocate = sme_navigator_size_allocate;
  props[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, SME_TYPE_PAGE,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_NATURAL_WIDTH] = g_param_spec_int ("natural-width", NULL, NULL, 0, G_MAXINT, 0,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_navigator_init (SmeNavigator *self)
{
  self->find = sme_routes_find;
  self->pages = g_ptr_array_new ();
  self->dropped = g_ptr_array_new ();
  self->aside = g_ptr_array_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_duration (self->stack, SLIDE_MS);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

GtkWidget *
sme_navigator_new (void)
{
  return g_object_new (SME_TYPE_NAVIGATOR, NULL);
}

void
sme_navigator_set_context (SmeNavigator *self, SmeContext *context)
{
  g_return_if_fail (self->context == NULL);
  g_set_object (&self->context, context);
  g_signal_connect_object (context, "notify::signed-in", G_CALLBACK (on_signed_in_changed), self,
                           0);
}

void
sme_navigator_set_finder (SmeNavigator *self, SmeRouteFinder finder)
{
  self->find = finder;
}

gboolean
sme_navigator_open (SmeNavigator *self, const char *route)
{
  return open_route (self, route, OPEN);
}

gboolean
sme_navigator_replace (SmeNavigator *self, const char *route)
{
  return open_route (self, route, REPLACE);
}

gboolean
sme_navigator_open_above (SmeNavigator *self, const char *route)
{
  return open_route (self, route, ABOVE);
}

void
sme_navigator_sign_in_here (SmeNavigator *self)
{
  SmePage *page = sme_navigator_get_page (self);
  g_autofree char *here =
    page != NULL ? g_strdup (sme_route_get_text (sme_page_get_route (page))) : NULL;

  if (sme_navigator_replace (self, "sign-in") && here != NULL)
    {
      g_free (self->continuation);
      self->continuation = g_steal_pointer (&here);
    }
}

void
sme_navigator_sign_in_above (SmeNavigator *self)
{
  SmePage *page = sme_navigator_get_page (self);

  if (sme_navigator_open (self, "sign-in") && page != sme_navigator_get_page (self))
    self->waiting = page;
}

void
sme_navigator_back (SmeNavigator *self)
{
  if (!sme_navigator_get_can_go_back (self) || sme_page_go_back (sme_navigator_get_page (self)))
    return;
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
  drop (self, self->pages->len - 1);
  show_front (self, NULL);
}

gboolean
sme_navigator_back_to (SmeNavigator *self, const char *text)
{
  g_autoptr (SmeRoute) route = sme_route_parse (text);
  int index = route != NULL ? find_page (self->pages, route) : -1;

  if (index < 0)
    return FALSE;
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
  drop_from (self, (guint) index + 1);
  show_front (self, NULL);
  return TRUE;
}

SmePage *
sme_navigator_get_page (SmeNavigator *self)
{
  return self->pages->len > 0 ? g_ptr_array_index (self->pages, self->pages->len - 1) : NULL;
}

gboolean
sme_navigator_get_can_go_back (SmeNavigator *self)
{
  return self->pages->len > 1;
}

guint
sme_navigator_get_depth (SmeNavigator *self)
{
  return self->pages->len;
}

static gboolean
any_keeps_input (GPtrArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    if (sme_page_get_keeps_input (g_ptr_array_index (pages, i)))
      return TRUE;
  return FALSE;
}

gboolean
sme_navigator_has_input (SmeNavigator *self)
{
  return any_keeps_input (self->pages) || any_keeps_input (self->aside);
}

char *
sme_navigator_dup_catalog_route (SmeNavigator *self)
{
  SmePage *page = sme_navigator_get_page (self);

  if (page == NULL || (entry_of (self, page)->flags & SME_ROUTE_SHOP) == 0)
    return NULL;
  return g_strdup (sme_route_get_text (sme_page_get_route (page)));
}

void
sme_navigator_clear (SmeNavigator *self)
{
  drop_from (self, 0);
  bury (self);
  forget_aside (self);
  forget_continuation (self);
  notify_front (self);
}
