/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"
#include "app/signing/sme-signing-flow.h"
#include "signing-fixture.h"

G_BEGIN_DECLS

/* Driving the signing page as a person does, with the real backend behind it. */

/* A context for pages with what the fixture has. */
SmeContext *signing_desk_make_context (SigningFixture *fixture);

/* The page is at the step of @state and shows it. */
void signing_desk_wait_for (GtkWidget *page, SmeSigningState state);

/* From each step to the next, as a person: what is typed, ticked, drawn and pressed. */
/* Until the contract was set against the declaration. */
void signing_desk_await_comparison (GtkWidget *page);
void signing_desk_read (GtkWidget *page);
void signing_desk_set_password (GtkWidget *page);
void signing_desk_enter_code (GtkWidget *page, SigningFixture *fixture);
void signing_desk_type_code (GtkWidget *page, const char *code);
void signing_desk_draw (GtkWidget *page);
void signing_desk_finish (GtkWidget *page);

/* Everything up to @state. */
void signing_desk_go_to (GtkWidget *page, SigningFixture *fixture, SmeSigningState state);

G_END_DECLS
