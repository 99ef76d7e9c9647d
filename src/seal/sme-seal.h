/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-error.h"
#include "seal/sme-seal-signer.h"
#include "seal/sme-seal-timestamp.h"

G_BEGIN_DECLS

/**
 * SmeSealField:
 * @name: its name in the form, as UTF-8, without full stops
 * @label: (nullable): what a screen reader calls it, as UTF-8
 * @page: the page, counted from 0
 * @x: left edge in points from the left edge of the page
 * @y: lower edge in points from the lower edge of the page
 * @width: in points
 * @height: in points
 *
 * A visible place for a signature.
 */
typedef struct
{
  const char *name;
  const char *label;
  guint page;
  double x;
  double y;
  double width;
  double height;
} SmeSealField;

/* The name by which the operators of an appearance draw its picture. */
#define SME_SEAL_IMAGE_NAME "Ink"

/**
 * SmeSealImage:
 * @colours: red, green and blue of each pixel, row by row from the top, without padding
 * @coverage: how opaque each is, 0 to 255, likewise
 * @width: in pixels
 * @height: in pixels
 *
 * A picture that an appearance shows.
 */
typedef struct
{
  GBytes *colours;
  GBytes *coverage;
  guint width;
  guint height;
} SmeSealImage;

/**
 * SmeSealAppearance:
 * @operators: (nullable): PDF content operators that use no fonts and no resources but @image;
 *   %NULL for none
 * @image: (nullable): what they draw as %SME_SEAL_IMAGE_NAME
 * @x0: left, @y0: lower, @x1: right, @y1: upper edge of what is drawn, in its own coordinates
 *
 * What a signed field looks like. The box is stretched over the field's rectangle, so its
 * proportions should be the field's.
 */
typedef struct
{
  GBytes *operators;
  const SmeSealImage *image;
  double x0;
  double y0;
  double x1;
  double y1;
} SmeSealAppearance;

/**
 * SmeSealRequest:
 * @field_name: the empty signature field to fill
 * @name: (nullable): who signs, for people
 * @reason: (nullable): why
 * @location: (nullable): where
 * @contact: (nullable): how to reach the signer
 * @time: (nullable): the claimed time of signing; %NULL for the system's time
 * @appearance: what the field is to look like
 * @certify: allow only form filling and further signatures from now on (DocMDP, level 2);
 *   only the first signature of a document can, so on a signed one it has no effect
 * @timestamp: (nullable): where to get a timestamp of the signature
 * @timestamp_data: handed to @timestamp
 */
typedef struct
{
  const char *field_name;
  const char *name;
  const char *reason;
  const char *location;
  const char *contact;
  GDateTime *time;
  SmeSealAppearance appearance;
  gboolean certify;
  SmeSealTimestampFunc timestamp;
  gpointer timestamp_data;
} SmeSealRequest;

/**
 * sme_seal_prepare:
 * @pdf: a PDF file
 * @field: the signature field to add
 * @error: return location for a #SmeSealError
 *
 * Appends one update with an empty signature field, so that signing it later changes nothing
 * else. The bytes of @pdf stay as the beginning of the result.
 *
 * Returns: (transfer full): the new file
 */
GBytes *sme_seal_prepare (GBytes *pdf, const SmeSealField *field, GError **error);

/**
 * sme_seal_sign:
 * @pdf: a PDF file with an empty signature field
 * @signer: who signs
 * @request: what and how
 * @error: return location for a #SmeSealError
 *
 * Appends one update that fills the field: a PAdES B-B signature over everything, B-T with a
 * timestamp. The bytes of @pdf stay as the beginning of the result. Takes milliseconds, longer if
 * @request asks for a timestamp from the network: not for a main loop.
 *
 * Returns: (transfer full): the signed file
 */
GBytes *
sme_seal_sign (GBytes *pdf, SmeSealSigner *signer, const SmeSealRequest *request, GError **error);

G_END_DECLS
