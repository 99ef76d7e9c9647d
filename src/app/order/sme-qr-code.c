/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-qr-code.h"

#include <qrencode.h>

#define SIZE 240
#define QUIET 4 /* modules, ISO/IEC 18004 */

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

struct _SmeQrCode
{
  GtkWidget parent_instance;
  char *text;
  QRcode *code;
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeQrCode, sme_qr_code, GTK_TYPE_WIDGET)

static void
sme_qr_code_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
draw_row (GtkSnapshot *snapshot, const guchar *row, int n, double x, double y, double module)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };

  /* Neighbours are drawn as one, so that no seam shows between them. */
  for (int i = 0, run; i < n; i += run)
    {
      for (run = 1; i + run < n && ((row[i] ^ row[i + run]) & 1) == 0; run++)
        ;
      if ((row[i] & 1) != 0)
        gtk_snapshot_append_color (snapshot, &black,
                                   &GRAPHENE_RECT_INIT ((float) (x + i * module), (float) y,
                                                        (float) (run * module), (float) module));
    }
}

static void
sme_qr_code_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SmeQrCode *self = SME_QR_CODE (widget);
  static const GdkRGBA white = { 1, 1, 1, 1 };
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int module, left, top;

  gtk_snapshot_append_color (snapshot, &white,
                             &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->code == NULL)
    return;
  /* Whole pixels: a module must not be grey at its edges. */
  module = MAX (1, MIN (width, height) / (self->code->width + 2 * QUIET));
  left = (width - module * self->code->width) / 2;
  top = (height - module * self->code->width) / 2;
  for (int y = 0; y < self->code->width; y++)
    draw_row (snapshot, self->code->data + y * self->code->width, self->code->width, left,
              top + y * module, module);
}

void
sme_qr_code_set_text (SmeQrCode *self, const char *text)
{
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->code, QRcode_free);
  if (text != NULL)
    self->code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
sme_qr_code_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, SME_QR_CODE (object)->text);
}

static void
sme_qr_code_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  sme_qr_code_set_text (SME_QR_CODE (object), g_value_get_string (value));
}

static void
sme_qr_code_finalize (GObject *object)
{
  SmeQrCode *self = SME_QR_CODE (object);

  g_free (self->text);
  g_clear_pointer (&self->code, QRcode_free);
  G_OBJECT_CLASS (sme_qr_code_parent_class)->finalize (object);
}

static void
sme_qr_code_class_init (SmeQrCodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_qr_code_get_property;
  object_class->set_property = sme_qr_code_set_property;
  object_class->finalize = sme_qr_code_finalize;
  widget_class->measure = sme_qr_code_measure;
  widget_class->snapshot = sme_qr_code_snapshot;
  properties[PROP_TEXT] = g_param_spec_string (
    "text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sme_qr_code_init (SmeQrCode *self)
{
}

GtkWidget *
sme_qr_code_new (void)
{
  return g_object_new (SME_TYPE_QR_CODE, NULL);
}
