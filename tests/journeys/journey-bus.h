/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The accessibility bus, spoken to directly. libatspi asks for one property of one widget at a
 * time, which makes reading a page of some hundred widgets take seconds; here questions about many
 * widgets are under way at the same time.
 */
typedef struct _JourneyBus JourneyBus;

JourneyBus *journey_bus_new (void);
void journey_bus_free (JourneyBus *self);

/* @changed is called with @data whenever a program says that a widget of its changed. */
void journey_bus_watch (JourneyBus *self, void (*changed) (gpointer data), gpointer data);

/* Whether the program with the process id @program is there with a window; if so, all that follows
 * is about it. */
gboolean journey_bus_attach (JourneyBus *self, GPid program);
void journey_bus_detach (JourneyBus *self);
gboolean journey_bus_is_attached (JourneyBus *self);

#define JOURNEY_BUS_ROOT "/org/a11y/atspi/accessible/root"

/* The answer as a tuple, or NULL if the widget went away. @interface: without "org.a11y.atspi.";
 * @parameters may be floating. (transfer full) */
GVariant *journey_bus_call (JourneyBus *self,
                            const char *path,
                            const char *interface,
                            const char *method,
                            GVariant *parameters);
/* A property's value, or NULL. (transfer full) */
GVariant *
journey_bus_get (JourneyBus *self, const char *path, const char *interface, const char *property);
/* Asks @n_questions at once; each answer, or NULL, in the same order. @paths: of the widgets asked;
 * @parameters: NULL, or for each question its floating parameters. (transfer full) */
GPtrArray *journey_bus_call_all (JourneyBus *self,
                                 const char *const *paths,
                                 guint n_questions,
                                 const char *interface,
                                 const char *method,
                                 GVariant *const *parameters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JourneyBus, journey_bus_free)

G_END_DECLS
