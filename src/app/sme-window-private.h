/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/account/sme-account-switcher.h"
#include "app/sme-navigator.h"
#include "app/sme-offline-line.h"
#include "app/sme-search-title.h"
#include "app/sme-sidebar.h"
#include "app/sme-toasts.h"
#include "app/sme-window.h"
#include "app/support/sme-link-opener.h"

G_BEGIN_DECLS

/* Between sme-window.c and sme-window-actions.c. */
struct _SmeWindow
{
  AdwApplicationWindow parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *sidebar_box;
  GtkWidget *content_box;
  SmeSidebar *sidebar;
  SmeNavigator *navigator;
  AdwToastOverlay *toast_overlay;
  SmeToasts *toasts;
  AdwHeaderBar *header_bar;
  SmeSearchTitle *search_title;
  GtkToggleButton *search_button;
  GtkWidget *local_line;
  SmeOfflineLine *offline_line;
  GError *problem; /* why there is no server to talk to */
  GtkStack *problem_stack;
  AdwStatusPage *problem_page;

  SmeContext *context;
  SmeAccountSwitcher *accounts;
  SmeLinkOpener *links;
  SmePage *page; /* whose title is shown; borrowed from the navigator */
  guint layout_source;
};

void sme_window_install_actions (GtkWidgetClass *widget_class);

/* Whether the page in front is shown, or why there is none (sme-window-problem.c). */
void sme_window_choose_problem_or_page (SmeWindow *self);

G_END_DECLS
