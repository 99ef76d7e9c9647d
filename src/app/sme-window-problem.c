/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-error-text.h"
#include "app/sme-page-reconnect.h"
#include "app/sme-routes.h"
#include "app/sme-window-private.h"
#include "client/sme-local-backend.h"

static SmeRouteFlags
get_flags (SmePage *page)
{
  const SmeRouteEntry *entry =
    page != NULL ? sme_routes_find (sme_route_get_name (sme_page_get_route (page))) : NULL;

  return entry != NULL ? entry->flags : 0;
}

/* Where the servers of this computer do not start, pages show what was seen before, as they do
 * without a network. */
static gboolean
is_local (const GError *problem)
{
  return problem != NULL && problem->domain == SME_LOCAL_BACKEND_ERROR;
}

/* What is in the program itself is there whatever the server does. */
static gboolean
hides_page (SmeWindow *self)
{
  if (self->problem == NULL || (get_flags (self->page) & SME_ROUTE_HERE) != 0)
    return FALSE;
  return !is_local (self->problem) || self->page == NULL ||
         sme_page_get_state (self->page) == SME_PAGE_ERROR;
}

void
sme_window_choose_problem_or_page (SmeWindow *self)
{
  gtk_stack_set_visible_child_name (self->problem_stack, hides_page (self) ? "problem" : "pages");
}

/* The server is there again. What a person has typed stays. */
static void
load_again (SmeWindow *self, gboolean local)
{
  gboolean replaceable =
    !local || sme_page_get_state (self->page) == SME_PAGE_ERROR ||
    ((get_flags (self->page) & SME_ROUTE_SHOP) != 0 && !sme_page_get_keeps_input (self->page));

  if (replaceable)
    sme_page_reload (self->page);
  else
    sme_page_reconnect_all (self->page);
}

static void
describe (SmeWindow *self)
{
  SmeErrorText text = sme_error_text_find (self->problem);
  g_autofree char *explanation = sme_error_text_describe (self->problem);
  g_autofree char *escaped = g_markup_escape_text (explanation, -1);

  adw_status_page_set_title (self->problem_page, text.title);
  adw_status_page_set_description (self->problem_page, escaped);
  sme_offline_line_set_problem (self->offline_line, is_local (self->problem) ? text.title : NULL);
}

void
sme_window_show_problem (SmeWindow *self, const GError *problem)
{
  g_autoptr (GError) before = g_steal_pointer (&self->problem);

  g_return_if_fail (SME_IS_WINDOW (self));

  self->problem = problem != NULL ? g_error_copy (problem) : NULL;
  if (problem != NULL)
    describe (self);
  else
    sme_offline_line_set_problem (self->offline_line, NULL);
  sme_window_choose_problem_or_page (self);
  if (problem == NULL && before != NULL && self->page != NULL)
    load_again (self, is_local (before));
}
