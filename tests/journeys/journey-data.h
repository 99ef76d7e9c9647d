/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey.h"

G_BEGIN_DECLS

/* What a person takes along of all that is held about them. */

/* On the page "Dữ liệu của tôi": chooses the folder @name of the journey's folder, which is made,
 * and waits until everything is in it. Gives the folder that the program made there. (transfer
 * full) */
char *journey_take_data_along (Journey *self, const char *name);
/* Opens what is in it: data.json is read as JSON and says all of @words (NULL ends them), and every
 * other file begins as a PDF and is one for pdfinfo. Gives how many of these there are. */
guint journey_check_data (Journey *self, const char *folder, const char *const *words);

G_END_DECLS
