/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_APPLICATION (sme_application_get_type ())
G_DECLARE_FINAL_TYPE (SmeApplication, sme_application, SME, APPLICATION, AdwApplication)

/**
 * SmeApplication:
 *
 * The program: one instance per session, which opens links (onesme:, https://onesme.vn/...) in its
 * window, makes what pages work with (#SmeContext), and ends what it started.
 */
SmeApplication *sme_application_new (void);

G_END_DECLS
