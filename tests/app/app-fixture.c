/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <string.h>

#define LATE_SECONDS 10

void
app_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/vn/onesme/Desktop/icons");
}

static void
note (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GPtrArray *actions = data;
  g_autofree char *value = NULL;

  if (parameter == NULL)
    value = g_strdup ("");
  else if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING))
    value = g_strconcat (" ", g_variant_get_string (parameter, NULL), NULL);
  else
    {
      g_autofree char *printed = g_variant_print (parameter, FALSE);

      value = g_strconcat (" ", printed, NULL);
    }
  g_ptr_array_add (actions, g_strconcat (g_action_get_name (G_ACTION (action)), value, NULL));
}

static void
add_actions (AppFixture *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = note, .parameter_type = "s" },
    { .name = "replace", .activate = note, .parameter_type = "s" },
    { .name = "toast", .activate = note, .parameter_type = "s" },
    { .name = "toast-kept", .activate = note, .parameter_type = "s" },
    { .name = "buy", .activate = note, .parameter_type = "(ssi)" },
    { .name = "back", .activate = note },
    { .name = "sign-in-here", .activate = note },
    { .name = "sign-in-above", .activate = note },
    { .name = "sign-out", .activate = note },
    { .name = "add-account", .activate = note },
    { .name = "account-added", .activate = note },
    { .name = "switch-to", .activate = note, .parameter_type = "s" },
    { .name = "use-account", .activate = note, .parameter_type = "(sas)" },
    { .name = "preferences", .activate = note },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries),
                                   self->actions);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
}

void
app_fixture_set_up (AppFixture *self, gconstpointer data)
{
  self->window = gtk_window_new ();
  self->shop = fake_shop_new ();
  self->context = sme_context_new (NULL);
  self->actions = g_ptr_array_new_with_free_func (g_free);
  sme_context_set_shop (self->context, fake_shop_as_shop (self->shop));
  add_actions (self);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* A timer of the page (a search entry waits before it tells) may have sent one more call just
 * before the page went; its answer is dropped, but it has to come back first. */
static gboolean
is_only_ours (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

void
app_fixture_tear_down (AppFixture *self, gconstpointer data)
{
  GtkWidget *content = gtk_window_get_child (GTK_WINDOW (self->window));
  gpointer context = self->context;

  if (content != NULL)
    g_object_add_weak_pointer (G_OBJECT (content), (gpointer *) &content);
  gtk_window_destroy (GTK_WINDOW (self->window));
  /* Answers that were cancelled come back in the next rounds of the main loop. */
  app_run_until (is_gone, &content);
  g_object_add_weak_pointer (G_OBJECT (self->context), &context);
  g_object_unref (self->context);
  app_run_until (is_gone, &context);
  app_run_until (is_only_ours, self->shop);
  g_assert_finalize_object (self->shop);
  g_ptr_array_unref (self->actions);
}

static gboolean
is_drawn (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

void
app_fixture_show (AppFixture *self, GtkWidget *widget, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_set_child (GTK_WINDOW (self->window), widget);
  gtk_window_present (GTK_WINDOW (self->window));
  app_run_until (is_drawn, widget);
}

SmePage *
app_fixture_show_page (AppFixture *self, GType type, const char *route_text)
{
  g_autoptr (SmeRoute) route = sme_route_parse (route_text);
  SmePage *page;

  g_assert_nonnull (route);
  page = g_object_new (type, "context", self->context, "route", route, NULL);
  app_fixture_show (self, GTK_WIDGET (page), 1000, 700);
  sme_page_enter (page);
  return page;
}

const char *
app_fixture_last_action (AppFixture *self)
{
  return self->actions->len > 0 ? g_ptr_array_index (self->actions, self->actions->len - 1) : "";
}

static gboolean
on_late (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
app_run_until (AppCondition condition, gpointer data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (LATE_SECONDS, on_late, &late);

  while (!condition (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

typedef struct
{
  SmePage *page;
  SmePageState state;
} Wanted;

static gboolean
is_in_state (gpointer data)
{
  Wanted *wanted = data;

  return sme_page_get_state (wanted->page) == wanted->state;
}

void
app_run_until_state (SmePage *page, SmePageState state)
{
  Wanted wanted = { page, state };

  app_run_until (is_in_state, &wanted);
}

void
app_run_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What a button or label says. */
static const char *
get_label (GtkWidget *widget)
{
  GtkWidget *child;

  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  if (!GTK_IS_BUTTON (widget))
    return NULL;
  child = gtk_button_get_child (GTK_BUTTON (widget));
  if (ADW_IS_BUTTON_CONTENT (child))
    return adw_button_content_get_label (ADW_BUTTON_CONTENT (child));
  return gtk_button_get_label (GTK_BUTTON (widget));
}

typedef gboolean (*Matcher) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
walk (GtkWidget *root, Matcher matches, gconstpointer data)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (matches (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = walk (child, matches, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GType type;
  const char *label;
} Sought;

static gboolean
is_sought (GtkWidget *widget, gconstpointer data)
{
  const Sought *sought = data;

  return g_type_is_a (G_OBJECT_TYPE (widget), sought->type) &&
         (sought->label == NULL || g_strcmp0 (get_label (widget), sought->label) == 0);
}

GtkWidget *
app_find (GtkWidget *root, GType type, const char *label)
{
  Sought sought = { type, label };

  return walk (root, is_sought, &sought);
}

static gboolean
contains (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), data) != NULL;
}

gboolean
app_shows (GtkWidget *root, const char *text)
{
  return walk (root, contains, text) != NULL;
}

void
app_click (GtkWidget *root, const char *label)
{
  GtkWidget *button = app_find (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* GTK 4.8 makes a tooltip the description, not the name. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* libadwaita's own lists are named by the row or group round them. */
static gboolean
is_inner_list (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW) != NULL ||
         gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) != NULL;
}

static gboolean
is_nameless (GtkWidget *widget, gconstpointer data)
{
  if (GTK_IS_LIST_BOX (widget))
    return !has_name (widget) && !is_inner_list (widget);
  if (GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_DROP_DOWN (widget))
    return !has_name (widget);
  if (!GTK_IS_BUTTON (widget) || has_name (widget))
    return FALSE;
  /* GTK 4.8 takes no name from a label that is the child. */
  if (get_label (widget) == NULL && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
    return TRUE;
  return get_label (widget) == NULL && app_find (widget, GTK_TYPE_LABEL, NULL) == NULL;
}

void
app_assert_named (GtkWidget *root)
{
  GtkWidget *nameless = walk (root, is_nameless, NULL);

  if (nameless != NULL)
    g_test_message ("no accessible name: %s in %s", G_OBJECT_TYPE_NAME (nameless),
                    G_OBJECT_TYPE_NAME (gtk_widget_get_parent (nameless)));
  g_assert_null (nameless);
}
