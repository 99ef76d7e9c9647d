/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The seven facts of a dossier (acceptance A61), as rows of a list: first the empty rows, then what
 * they say, once more whenever the dossier changed. */
void sme_dossier_facts_fill (GtkListBox *list);
void sme_dossier_facts_show (GtkListBox *list, SmeDossier *dossier);

G_END_DECLS
