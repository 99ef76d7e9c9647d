/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/guide/sme-guide-page.h"

#include "app/guide/sme-assistant.h"
#include "app/guide/sme-guide-parts.h"

#include <glib/gi18n.h>

#define MAX_RESULTS 20

struct _SmeGuidePage
{
  SmePage parent_instance;

  GtkEditable *search_entry;
  GtkStack *stack;
  AdwPreferencesGroup *groups[SME_GUIDE_N_KINDS];
  GtkListBox *results;
  GtkLabel *count_label;
  GtkWidget *nothing;

  gboolean shown_before;
};

G_DEFINE_FINAL_TYPE (SmeGuidePage, sme_guide_page, SME_TYPE_PAGE)

static SmeAssistant *
get_assistant (SmeGuidePage *self)
{
  return sme_context_get_assistant (sme_page_get_context (SME_PAGE (self)));
}

static void
remove_results (SmeGuidePage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->results, 0)) != NULL)
    gtk_list_box_remove (self->results, GTK_WIDGET (row));
}

static void
show_results (SmeGuidePage *self, const char *typed)
{
  g_autoptr (GArray) hits = sme_assistant_find (get_assistant (self), typed, MAX_RESULTS);
  g_autofree char *count =
    g_strdup_printf (ngettext ("%d result", "%d results", hits->len), (int) hits->len);

  remove_results (self);
  for (guint i = 0; i < hits->len; i++)
    {
      SmeGuideArticle *article = g_array_index (hits, SmeGuideHit, i).article;

      gtk_list_box_append (
        self->results,
        sme_guide_make_row (article, sme_guide_find_passage (article, typed), typed));
    }
  gtk_label_set_label (self->count_label, hits->len > 0 ? count : _ ("Nothing found"));
  gtk_widget_set_visible (GTK_WIDGET (self->results), hits->len > 0);
  gtk_widget_set_visible (self->nothing, hits->len == 0);
}

static void
on_search_changed (SmeGuidePage *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  if (*typed != '\0')
    show_results (self, typed);
  gtk_stack_set_visible_child_name (self->stack, *typed != '\0' ? "results" : "contents");
}

static void
on_search_stopped (SmeGuidePage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  on_search_changed (self);
}

/* Enter opens the best. */
static void
on_search_activated (SmeGuidePage *self)
{
  GtkListBoxRow *row;

  on_search_changed (self);
  row = gtk_list_box_get_row_at_index (self->results, 0);
  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    gtk_widget_activate (GTK_WIDGET (row));
}

static void
on_search_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (SME_GUIDE_PAGE (widget)->search_entry));
}

/* What is not found here is asked there. */
static void
on_ask_clicked (SmeGuidePage *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  sme_assistant_ask (get_assistant (self), typed);
  sme_page_open (SME_PAGE (self), "assistant");
}

/* Words and laws are said here already. */
static const char *
get_subtitle (SmeGuideArticle *article)
{
  SmeGuideKind kind = sme_guide_article_get_kind (article);

  return kind == SME_GUIDE_WORD || kind == SME_GUIDE_LAW
           ? sme_guide_article_get_block (article, 0)->text
           : NULL;
}

static void
fill (SmeGuidePage *self)
{
  SmeGuide *guide = sme_assistant_get_guide (get_assistant (self));

  for (guint i = 0; i < sme_guide_get_n_articles (guide); i++)
    {
      SmeGuideArticle *article = sme_guide_get_article (guide, i);

      adw_preferences_group_add (self->groups[sme_guide_article_get_kind (article)],
                                 sme_guide_make_row (article, get_subtitle (article), NULL));
    }
}

static gboolean
sme_guide_page_grab_first_focus (SmePage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SME_GUIDE_PAGE (page)->search_entry));
}

/* Ctrl+F and typing are for the guide from the beginning; who comes back has the focus where it
 * was. */
static void
sme_guide_page_shown (SmePage *page)
{
  SmeGuidePage *self = SME_GUIDE_PAGE (page);

  if (!self->shown_before)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  self->shown_before = TRUE;
}

static void
sme_guide_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (sme_guide_page_parent_class)->constructed (object);
  fill (SME_GUIDE_PAGE (object));
}

static void
sme_guide_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_GUIDE_PAGE);
  G_OBJECT_CLASS (sme_guide_page_parent_class)->dispose (object);
}

static void
bind_groups (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "steps_group", "problems_group", "questions_group",
                                       "words_group", "law_group" };

  for (guint i = 0; i < SME_GUIDE_N_KINDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               G_STRUCT_OFFSET (SmeGuidePage, groups) +
                                                 (gssize) (i * sizeof (AdwPreferencesGroup *)));
}

static void
sme_guide_page_class_init (SmeGuidePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_guide_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_guide_page_dispose;
  SME_PAGE_CLASS (klass)->shown = sme_guide_page_shown;
  SME_PAGE_CLASS (klass)->grab_first_focus = sme_guide_page_grab_first_focus;
  gtk_widget_class_install_action (widget_class, "guide.search", NULL, on_search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "guide.search",
                                       NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-guide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeGuidePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SmeGuidePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeGuidePage, results);
  gtk_widget_class_bind_template_child (widget_class, SmeGuidePage, count_label);
  gtk_widget_class_bind_template_child (widget_class, SmeGuidePage, nothing);
  bind_groups (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_ask_clicked);
}

static void
sme_guide_page_init (SmeGuidePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry),
                                           GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("User guide"));
}
