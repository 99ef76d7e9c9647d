/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-capture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SmeSignaturePad:
 *
 * A box, 12:5, in which one signs with pen, finger or mouse. Every sample that the device delivers
 * is kept, those that GTK merges into one event included.
 *
 * Properties: SmeSignaturePad:ink (an #SmeInk, never %NULL; setting %NULL gives an empty one),
 * :empty, :can-undo, :can-redo (readable, notified on change), :hint (text shown while empty).
 * Actions: pad.undo (Ctrl+Z), pad.redo (Ctrl+Shift+Z), pad.clear; each enabled only when it would
 * do something. Escape is left to the page.
 *
 * SmeInk::changed of the ink tells when a stroke was finished or taken back; that is the time to
 * keep a draft.
 */
#define SME_TYPE_SIGNATURE_PAD (sme_signature_pad_get_type ())
G_DECLARE_FINAL_TYPE (SmeSignaturePad, sme_signature_pad, SME, SIGNATURE_PAD, GtkWidget)

GtkWidget *sme_signature_pad_new (void);

/** sme_signature_pad_get_ink: Returns: (transfer none): what is drawn on, finished strokes and all
 */
SmeInk *sme_signature_pad_get_ink (SmeSignaturePad *self);

/**
 * sme_signature_pad_set_ink:
 * @ink: (nullable): ink to go on with, drawn scaled if its box has another size
 */
void sme_signature_pad_set_ink (SmeSignaturePad *self, SmeInk *ink);

gboolean sme_signature_pad_get_empty (SmeSignaturePad *self);

const char *sme_signature_pad_get_hint (SmeSignaturePad *self);
void sme_signature_pad_set_hint (SmeSignaturePad *self, const char *hint);

/**
 * sme_signature_pad_get_actions:
 *
 * The pad's actions for buttons that lie beside it: the page inserts this group as "pad".
 *
 * Returns: (transfer none): undo, redo and clear
 */
GActionGroup *sme_signature_pad_get_actions (SmeSignaturePad *self);

typedef enum
{
  SME_SIGNATURE_PAD_DOWN,
  SME_SIGNATURE_PAD_MOVE,
  SME_SIGNATURE_PAD_UP,
  SME_SIGNATURE_PAD_CANCEL,
  SME_SIGNATURE_PAD_HOVER,
} SmeSignaturePadPhase;

/**
 * sme_signature_pad_feed:
 * @phase: what happened
 * @owner: any address that stays the same from down to up
 * @source: kind of device
 * @x: widget coordinates
 * @y: widget coordinates
 * @time: of the device, ms
 * @pressure: 0..1 or -1
 *
 * The one way into the pad: gestures come through here, and so do tests.
 *
 * Returns: for a down, whether the stroke is taken
 */
gboolean sme_signature_pad_feed (SmeSignaturePad *self,
                                 SmeSignaturePadPhase phase,
                                 gconstpointer owner,
                                 SmeInkSource source,
                                 double x,
                                 double y,
                                 guint32 time,
                                 double pressure);

G_END_DECLS
