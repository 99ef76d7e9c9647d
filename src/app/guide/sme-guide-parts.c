/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/guide/sme-guide-parts.h"

#include "app/sme-route.h"
#include "base/sme-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Shorter beginnings would mark half of the text. */
#define MIN_MARKED 2

static void
set_route (GtkActionable *actionable, const char *route)
{
  /* The target first: it has to fit the action as soon as that is named. */
  gtk_actionable_set_action_target (actionable, "s", route);
  gtk_actionable_set_action_name (actionable, "win.open");
}

/* Long labels wrap, also at 360 pixels and with large letters. */
static GtkWidget *
make_button (const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

GtkWidget *
sme_guide_make_link_button (const SmeGuideLink *link)
{
  GtkWidget *button = make_button (link->label);

  set_route (GTK_ACTIONABLE (button), link->route);
  return button;
}

GtkWidget *
sme_guide_make_call_button (SmeGuideArticle *article)
{
  SmeGuideCall call = sme_guide_article_get_call (article);
  GtkWidget *button;

  if (call == SME_GUIDE_CALL_NONE)
    return NULL;
  button =
    make_button (call == SME_GUIDE_CALL_BRANCH_1 ? _ ("Call the hotline 1800 1260 (free), branch 1")
                                                 : _ ("Call the hotline 1800 1260 (free)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.hotline");
  return button;
}

GtkWidget *
sme_guide_make_row (SmeGuideArticle *article, const char *subtitle, const char *typed)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *route = sme_route_build ("article", sme_guide_article_get_id (article), NULL);
  g_autofree char *title = sme_guide_highlight (sme_guide_article_get_title (article), typed);
  g_autofree char *shown = subtitle != NULL ? sme_guide_highlight (subtitle, typed) : g_strdup ("");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_route (GTK_ACTIONABLE (row), route);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sme_guide_article_get_title (article),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "", -1);
  return row;
}

static GStrv
split_folded (const char *typed)
{
  g_autofree char *folded = sme_text_fold (typed);

  return g_strsplit_set (folded, " \t,.;:?!", 0);
}

static gboolean
begins_word (const char *folded, gsize at)
{
  return at == 0 || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (folded + at)));
}

/* How often words of @folded begin with @word; @marked, if given, notes the bytes. */
static guint
count_beginnings (const char *folded, const char *word, gboolean *marked)
{
  gsize length = strlen (word);
  guint n = 0;

  for (const char *at = folded; (at = strstr (at, word)) != NULL; at += length)
    {
      if (!begins_word (folded, (gsize) (at - folded)))
        continue;
      n++;
      for (gsize i = 0; marked != NULL && i < length; i++)
        marked[(gsize) (at - folded) + i] = TRUE;
    }
  return n;
}

static void
append_escaped (GString *markup, const char *text, gsize from, gsize to, gboolean bold)
{
  g_autofree char *escaped = g_markup_escape_text (text + from, (gssize) (to - from));

  if (to > from)
    g_string_append_printf (markup, bold ? "<b>%s</b>" : "%s", escaped);
}

char *
sme_guide_highlight (const char *text, const char *typed)
{
  g_autofree gsize *map = NULL;
  gsize length, done = 0;
  g_autofree char *folded = sme_text_fold_with_map (text, &map, &length);
  g_autofree gboolean *marked = g_new0 (gboolean, length + 1);
  g_auto (GStrv) words = split_folded (typed);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) >= MIN_MARKED)
      count_beginnings (folded, words[i], marked);
  for (gsize from = 0; from < length; from++)
    {
      gsize to = from, begin, end;

      while (to < length && marked[to])
        to++;
      if (to == from)
        continue;
      sme_text_map_range (map, length, from, to, &begin, &end);
      append_escaped (markup, text, done, begin, FALSE);
      append_escaped (markup, text, begin, end, TRUE);
      done = end;
      from = to;
    }
  append_escaped (markup, text, done, strlen (text), FALSE);
  return g_string_free (markup, FALSE);
}

const char *
sme_guide_find_passage (SmeGuideArticle *article, const char *typed)
{
  g_auto (GStrv) words = split_folded (typed);
  guint best = 0, best_count = 0;

  for (guint i = 0; i < sme_guide_article_get_n_blocks (article); i++)
    {
      g_autofree char *folded = sme_text_fold (sme_guide_article_get_block (article, i)->text);
      guint count = 0;

      for (guint j = 0; words[j] != NULL; j++)
        if (strlen (words[j]) >= MIN_MARKED && count_beginnings (folded, words[j], NULL) > 0)
          count++;
      if (count > best_count)
        {
          best = i;
          best_count = count;
        }
    }
  return sme_guide_article_get_block (article, best)->text;
}
