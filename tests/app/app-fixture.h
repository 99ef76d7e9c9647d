/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"
#include "fake-shop.h"

G_BEGIN_DECLS

/**
 * AppFixture:
 * @shop: what pages talk to
 * @actions: (element-type utf8): window actions that were activated, in order: "open order:1"
 *
 * A window that shows one widget and notes what it asks of the window. Of g_test_add() with
 * app_fixture_set_up() and app_fixture_tear_down().
 */
typedef struct
{
  GtkWidget *window;
  FakeShop *shop;
  SmeContext *context;
  GPtrArray *actions;
} AppFixture;

/* As g_test_init(); starts GTK without animations. */
void app_test_init (int *argc, char ***argv);

void app_fixture_set_up (AppFixture *self, gconstpointer data);
/* Destroys the window and asserts that its content and the context are finalized. */
void app_fixture_tear_down (AppFixture *self, gconstpointer data);

/* Shows @widget, @width x @height; returns when it is drawn. */
void app_fixture_show (AppFixture *self, GtkWidget *widget, int width, int height);
/* The page of @type with @route, shown and entered. */
SmePage *app_fixture_show_page (AppFixture *self, GType type, const char *route);
/* What was asked of the window last; "" if nothing. */
const char *app_fixture_last_action (AppFixture *self);

typedef gboolean (*AppCondition) (gpointer data);
/* Runs the main loop until @condition; fails after ten seconds. */
void app_run_until (AppCondition condition, gpointer data);
void app_run_until_state (SmePage *page, SmePageState state);
/* Runs what is ready now. */
void app_run_idle (void);

/* The first mapped widget of @type below @root (with @label, for buttons and labels; NULL: any). */
GtkWidget *app_find (GtkWidget *root, GType type, const char *label);
/* Whether any mapped label below @root shows @text (or text that contains it). */
gboolean app_shows (GtkWidget *root, const char *text);
void app_click (GtkWidget *root, const char *label);

/* Every button, entry and list below @root has a name that a screen reader can read. */
void app_assert_named (GtkWidget *root);

G_END_DECLS
