/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-image.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_IMAGE_FORM (sme_image_form_get_type ())
G_DECLARE_FINAL_TYPE (SmeImageForm, sme_image_form, SME, IMAGE_FORM, AdwBin)

/**
 * SmeImageForm:
 *
 * A picture as the signature: chosen, dropped or pasted, shown without its paper as it will be in
 * the document. How much is taken for paper can be set while the picture that was chosen is there.
 *
 * Signal "changed": there is another picture, or none.
 */
GtkWidget *sme_image_form_new (void);

/* (nullable): what is shown */
SmeInkImage *sme_image_form_get_image (SmeImageForm *self);
/* A picture from before, unless there is one; says nothing. @image: (nullable) */
void sme_image_form_preset (SmeImageForm *self, SmeInkImage *image);

/* Another picture; what there was stays until it is read, and if it cannot be. */
void sme_image_form_open (SmeImageForm *self, GFile *file);

/* Shows the text of a code from the backend; NULL: none. */
void sme_image_form_refuse (SmeImageForm *self, const char *code);
void sme_image_form_focus (SmeImageForm *self);

G_END_DECLS
