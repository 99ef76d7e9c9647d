/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/sme-enums.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

/* Repeats what will be printed on the contract, all of it, and where the OTP will be sent
 * (acceptance A24), and asks for "Xác nhận". @profile: in its normal form, which is what will be
 * printed; @type: who orders. The finish function answers whether it was given. */
void sme_declaration_dialog_ask_async (GtkWidget *parent,
                                       SmeProfile *profile,
                                       SmeCustomerType type,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/* The same for the people of a table, one below the other: (element-type SmeProfile) @profiles. */
void sme_declaration_dialog_ask_people_async (GtkWidget *parent,
                                              GPtrArray *profiles,
                                              SmeCustomerType type,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

gboolean sme_declaration_dialog_ask_finish (GAsyncResult *result);

G_END_DECLS
