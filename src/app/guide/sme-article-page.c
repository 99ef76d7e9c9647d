/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/guide/sme-article-page.h"

#include "app/guide/sme-assistant.h"
#include "app/guide/sme-guide-parts.h"
#include "app/sme-wrap-box.h"

#include <glib/gi18n.h>

struct _SmeArticlePage
{
  SmePage parent_instance;

  GtkLabel *kind_label;
  GtkLabel *title_label;
  GtkBox *text_box;
  SmeWrapBox *button_box;
  AdwPreferencesGroup *see_group;
};

G_DEFINE_FINAL_TYPE (SmeArticlePage, sme_article_page, SME_TYPE_PAGE)

static const char *
name_kind (SmeGuideKind kind)
{
  switch (kind)
    {
    case SME_GUIDE_STEP:
      return _ ("From the plan to the signed contract");
    case SME_GUIDE_PROBLEM:
      return _ ("Common problems");
    case SME_GUIDE_FAQ:
      return _ ("Frequently asked questions | VNPT SmartCA support documents");
    case SME_GUIDE_WORD:
      return _ ("Words and abbreviations");
    case SME_GUIDE_LAW:
    case SME_GUIDE_N_KINDS:
    default:
      return _ ("Legal references of the guide");
    }
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* The text of an item stands apart from its number. */
static GtkWidget *
make_block (const SmeGuideBlock *block)
{
  g_autofree char *number = g_strdup_printf ("%u.", block->number);
  GtkWidget *box, *mark;

  if (block->kind == SME_GUIDE_PARAGRAPH)
    return make_label (block->text);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  mark = gtk_label_new (block->kind == SME_GUIDE_NUMBER ? number : "•");
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "sme-numeric");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), make_label (block->text));
  return box;
}

static void
fill_buttons (SmeArticlePage *self, SmeGuideArticle *article)
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
  gtk_widget_set_visible (GTK_WIDGET (self->button_box),
                          call != NULL || sme_guide_article_get_n_links (article) > 0);
}

static void
fill (SmeArticlePage *self, SmeGuide *guide, SmeGuideArticle *article)
{
  const char *const *see = sme_guide_article_get_see (article);

  gtk_label_set_label (self->kind_label, name_kind (sme_guide_article_get_kind (article)));
  gtk_label_set_label (self->title_label, sme_guide_article_get_title (article));
  for (guint i = 0; i < sme_guide_article_get_n_blocks (article); i++)
    gtk_box_append (self->text_box, make_block (sme_guide_article_get_block (article, i)));
  fill_buttons (self, article);
  for (guint i = 0; see[i] != NULL; i++)
    adw_preferences_group_add (self->see_group,
                               sme_guide_make_row (sme_guide_find (guide, see[i]), NULL, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->see_group), see[0] != NULL);
}

static SmeGuideArticle *
find_article (SmeArticlePage *self)
{
  SmePage *page = SME_PAGE (self);
  SmeGuide *guide =
    sme_assistant_get_guide (sme_context_get_assistant (sme_page_get_context (page)));

  return sme_guide_find (guide, sme_route_get_id (sme_page_get_route (page)));
}

static void
sme_article_page_load (SmePage *page)
{
  if (find_article (SME_ARTICLE_PAGE (page)) != NULL)
    {
      sme_page_show_content (page);
      return;
    }
  sme_page_show_empty (page, "onesme-guide-symbolic", _ ("Not found"),
                       _ ("The guide has no such article."));
  sme_page_set_empty_action (page, _ ("Open the whole guide"), "win.open::guide");
}

static void
sme_article_page_constructed (GObject *object)
{
  SmeArticlePage *self = SME_ARTICLE_PAGE (object);
  SmeGuideArticle *article;

  G_OBJECT_CLASS (sme_article_page_parent_class)->constructed (object);
  article = find_article (self);
  if (article != NULL)
    fill (
      self,
      sme_assistant_get_guide (sme_context_get_assistant (sme_page_get_context (SME_PAGE (self)))),
      article);
}

static void
sme_article_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_ARTICLE_PAGE);
  G_OBJECT_CLASS (sme_article_page_parent_class)->dispose (object);
}

static void
sme_article_page_class_init (SmeArticlePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SME_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->constructed = sme_article_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_article_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_article_page_load;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeArticlePage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, SmeArticlePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, SmeArticlePage, text_box);
  gtk_widget_class_bind_template_child (widget_class, SmeArticlePage, button_box);
  gtk_widget_class_bind_template_child (widget_class, SmeArticlePage, see_group);
}

static void
sme_article_page_init (SmeArticlePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("User guide"));
}
