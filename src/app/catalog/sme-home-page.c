/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-home-page.h"

#include <glib/gi18n.h>

struct _SmeHomePage
{
  SmePage parent_instance;
};

G_DEFINE_FINAL_TYPE (SmeHomePage, sme_home_page, SME_TYPE_PAGE)

static void
sme_home_page_load (SmePage *page)
{
  sme_page_show_empty (page, "onesme-home-symbolic", _ ("No services yet"),
                       _ ("The services of the shop appear here."));
}

static void
sme_home_page_class_init (SmeHomePageClass *klass)
{
  SME_PAGE_CLASS (klass)->load = sme_home_page_load;
}

static void
sme_home_page_init (SmeHomePage *self)
{
  sme_page_set_title (SME_PAGE (self), _ ("Home"));
}
