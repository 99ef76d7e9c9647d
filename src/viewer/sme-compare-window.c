/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-compare-window.h"

#include "viewer/sme-document-error.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-rows.h"

#include <glib/gi18n.h>

struct _SmeCompareWindow
{
  AdwWindow parent_instance;

  SmeDocumentView *before;
  SmeDocumentView *now;
  GtkLabel *summary;
  GtkStack *stack;
  AdwStatusPage *error_page;

  GCancellable *cancellable;
  GArray *changed; /* pages, or NULL */
  gboolean following;
};

G_DEFINE_FINAL_TYPE (SmeCompareWindow, sme_compare_window, ADW_TYPE_WINDOW)

static SmeDocumentView *
get_other (SmeCompareWindow *self, SmeDocumentView *view)
{
  return view == self->before ? self->now : self->before;
}

/* Each side follows the other, and is not followed while it does. What fits the window is zoomed
 * by either side for itself. */
static void
on_view_changed (SmeDocumentView *view, GParamSpec *pspec, SmeCompareWindow *self)
{
  SmeDocumentView *other = get_other (self, view);
  SmeFitMode mode = sme_document_view_get_fit_mode (view);

  if (self->following || (mode != SME_FIT_NONE && mode == sme_document_view_get_fit_mode (other)))
    return;
  self->following = TRUE;
  if (mode != SME_FIT_NONE)
    sme_document_view_set_fit_mode (other, mode);
  else
    sme_document_view_set_zoom (other, sme_document_view_get_zoom (view));
  self->following = FALSE;
}

/* A side that is given another size moves its pages itself, and the other one will do the same. */
static void
follow_scroll (SmeCompareWindow *self, SmeDocumentView *from, GtkOrientation orientation)
{
  SmeDocumentView *to = get_other (self, from);
  gboolean is_vertical = orientation == GTK_ORIENTATION_VERTICAL;
  GtkAdjustment *source = is_vertical ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (from))
                                      : gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (from));
  GtkAdjustment *target = is_vertical ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (to))
                                      : gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (to));

  if (self->following || target == NULL || sme_document_view_is_arranging (from))
    return;
  self->following = TRUE;
  gtk_adjustment_set_value (target, gtk_adjustment_get_value (source));
  self->following = FALSE;
}

static void
on_scrolled (GtkAdjustment *adjustment, SmeCompareWindow *self)
{
  SmeDocumentView *views[2] = { self->before, self->now };

  for (int i = 0; i < 2; i++)
    {
      if (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (views[i])) == adjustment)
        follow_scroll (self, views[i], GTK_ORIENTATION_VERTICAL);
      else if (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (views[i])) == adjustment)
        follow_scroll (self, views[i], GTK_ORIENTATION_HORIZONTAL);
    }
}

/* The changed page next to the current one, going @step; G_MAXUINT for none. */
static guint
find_changed (SmeCompareWindow *self, int step)
{
  guint page = sme_document_view_get_page (self->now);
  guint found = G_MAXUINT;

  for (guint i = 0; self->changed != NULL && i < self->changed->len; i++)
    {
      guint changed = g_array_index (self->changed, guint, i);

      if (step > 0 && changed > page)
        return changed;
      if (step < 0 && changed < page)
        found = changed;
    }
  return found;
}

static void
update_actions (SmeCompareWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "compare.next", find_changed (self, 1) != G_MAXUINT);
  gtk_widget_action_set_enabled (widget, "compare.previous", find_changed (self, -1) != G_MAXUINT);
  gtk_widget_action_set_enabled (widget, "compare.zoom-in",
                                 sme_document_view_is_enabled (self->now, "view.zoom-in"));
  gtk_widget_action_set_enabled (widget, "compare.zoom-out",
                                 sme_document_view_is_enabled (self->now, "view.zoom-out"));
}

static void
go_to (SmeCompareWindow *self, guint page)
{
  self->following = TRUE;
  sme_document_view_set_page (self->before, page);
  sme_document_view_set_page (self->now, page);
  self->following = FALSE;
  update_actions (self);
}

static void
on_step_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeCompareWindow *self = SME_COMPARE_WINDOW (widget);
  guint page = find_changed (self, g_str_equal (name, "compare.next") ? 1 : -1);

  if (page != G_MAXUINT)
    go_to (self, page);
}

/* One side does it, and the other follows. */
static void
on_zoom_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (
    GTK_WIDGET (SME_COMPARE_WINDOW (widget)->now),
    g_str_equal (name, "compare.zoom-in") ? "view.zoom-in" : "view.zoom-out", NULL);
}

static void
show_summary (SmeCompareWindow *self)
{
  g_autofree char *text = NULL;

  if (self->changed == NULL)
    text = g_strdup (_ ("The pages were not compared."));
  else if (self->changed->len == 0)
    text = g_strdup (_ ("All pages show the same."));
  else
    text = g_strdup_printf (
      g_dngettext (NULL, "%u page differs.", "%u pages differ.", self->changed->len),
      self->changed->len);
  gtk_label_set_label (self->summary, text);
}

static void
take_document (SmeCompareWindow *self, SmeDocumentView *view, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDocument) document = sme_document_open_finish (result, &error);

  if (document == NULL)
    {
      adw_status_page_set_description (self->error_page, sme_document_error_get_text (error));
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  sme_document_view_set_document (view, document);
  if (sme_document_view_get_document (self->before) == NULL ||
      sme_document_view_get_document (self->now) == NULL)
    return;
  if (self->changed != NULL && self->changed->len > 0)
    go_to (self, g_array_index (self->changed, guint, 0));
  update_actions (self);
}

static void
on_before_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    take_document (user_data, SME_COMPARE_WINDOW (user_data)->before, result);
}

static void
on_now_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    take_document (user_data, SME_COMPARE_WINDOW (user_data)->now, result);
}

SmeDocumentView *
sme_compare_window_get_before (SmeCompareWindow *self)
{
  g_return_val_if_fail (SME_IS_COMPARE_WINDOW (self), NULL);

  return self->before;
}

SmeDocumentView *
sme_compare_window_get_now (SmeCompareWindow *self)
{
  g_return_val_if_fail (SME_IS_COMPARE_WINDOW (self), NULL);

  return self->now;
}

static void
sme_compare_window_dispose (GObject *object)
{
  SmeCompareWindow *self = SME_COMPARE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->changed, g_array_unref);

  G_OBJECT_CLASS (sme_compare_window_parent_class)->dispose (object);
}

static void
sme_compare_window_class_init (SmeCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_compare_window_dispose;
  g_type_ensure (SME_TYPE_DOCUMENT_VIEW);
  g_type_ensure (SME_TYPE_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeCompareWindow, before);
  gtk_widget_class_bind_template_child (widget_class, SmeCompareWindow, now);
  gtk_widget_class_bind_template_child (widget_class, SmeCompareWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, SmeCompareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeCompareWindow, error_page);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_install_action (widget_class, "compare.next", NULL, on_step_activated);
  gtk_widget_class_install_action (widget_class, "compare.previous", NULL, on_step_activated);
  gtk_widget_class_install_action (widget_class, "compare.zoom-in", NULL, on_zoom_activated);
  gtk_widget_class_install_action (widget_class, "compare.zoom-out", NULL, on_zoom_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "compare.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, GDK_SHIFT_MASK, "compare.previous",
                                       NULL);
}

static void
watch (SmeCompareWindow *self, SmeDocumentView *view, const char *name)
{
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), "value-changed",
                           G_CALLBACK (on_scrolled), self, 0);
  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view)), "value-changed",
                           G_CALLBACK (on_scrolled), self, 0);
  g_signal_connect_object (view, "notify::page", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "actions-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}

static void
sme_compare_window_init (SmeCompareWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  watch (self, self->before, "before");
  watch (self, self->now, "now");
  update_actions (self);
}

GtkWidget *
sme_compare_window_new (GtkWindow *parent, GBytes *before, GBytes *now, GArray *changed)
{
  SmeCompareWindow *self;

  g_return_val_if_fail (before != NULL && now != NULL, NULL);

  self = g_object_new (SME_TYPE_COMPARE_WINDOW, "transient-for", parent, NULL);
  self->changed = changed != NULL ? g_array_ref (changed) : NULL;
  show_summary (self);
  sme_document_open_bytes_async (before, self->cancellable, on_before_opened, self);
  sme_document_open_bytes_async (now, self->cancellable, on_now_opened, self);
  return GTK_WIDGET (self);
}
