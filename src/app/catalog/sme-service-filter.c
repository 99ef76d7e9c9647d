/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-service-filter.h"

#include "app/sme-wrap-box.h"
#include "core/sme-category.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

/* Below, the filters would take the room of what they filter. */
#define UNFOLDED_FROM 720

struct _SmeServiceFilter
{
  AdwBin parent_instance;

  GtkToggleButton *fold_button;
  AdwButtonContent *fold_content;
  GtkDropDown *sort_drop_down;
  GtkLabel *count_label;
  GtkDropDown *customer_drop_down;
  GtkDropDown *category_drop_down;
  GtkDropDown *price_drop_down;
  GtkToggleButton *trial_button;
  GtkWidget *clear_button;

  GPtrArray *category_ids; /* utf8, from the second row of the drop-down on */
  gboolean typed;
  gboolean unfolded_once;
  gboolean quiet; /* several are being set at once */
};

enum
{
  PROP_0,
  PROP_TYPED,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeServiceFilter, sme_service_filter, ADW_TYPE_BIN)

/* In the order of the drop-downs of the template; the first row of a filter is "all". */
static const SmeCustomerType customer_types[] = { SME_CUSTOMER_PERSON, SME_CUSTOMER_HOUSEHOLD,
                                                  SME_CUSTOMER_ENTERPRISE };
static const SmeServiceSort sorts[] = { SME_SORT_POPULAR, SME_SORT_NAME, SME_SORT_PRICE,
                                        SME_SORT_PRICE_DESC, SME_SORT_RATING };
/* Per month, as the server compares them. */
static const struct
{
  gint64 min;
  gint64 max; /* -1: none */
} prices[] = { { 0, 0 }, { 0, 100000 }, { 100000, 500000 }, { 500000, 1000000 }, { 1000000, -1 } };

static const char *const sort_names[] = { N_ ("Most liked first"), N_ ("By name"),
                                          N_ ("Lowest price first"), N_ ("Highest price first"),
                                          N_ ("Best rating first") };

static guint
count_filters (SmeServiceFilter *self)
{
  GtkDropDown *drop_downs[] = { self->customer_drop_down, self->category_drop_down,
                                self->price_drop_down };
  guint n = gtk_toggle_button_get_active (self->trial_button) ? 1 : 0;

  for (guint i = 0; i < G_N_ELEMENTS (drop_downs); i++)
    {
      guint selected = gtk_drop_down_get_selected (drop_downs[i]);

      n += selected > 0 && selected != GTK_INVALID_LIST_POSITION;
    }
  return n;
}

static void
show_number (SmeServiceFilter *self)
{
  guint n = count_filters (self);
  g_autofree char *text = n > 0 ? g_strdup_printf (_ ("Filters (%u)"), n) : NULL;

  adw_button_content_set_label (self->fold_content, text != NULL ? text : _ ("Filters"));
  gtk_widget_set_visible (self->clear_button, n > 0);
}

static void
on_choice_changed (SmeServiceFilter *self)
{
  if (self->quiet)
    return;
  show_number (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_clear_clicked (SmeServiceFilter *self)
{
  /* The button is about to hide, and must not take the focus along. */
  gtk_widget_grab_focus (GTK_WIDGET (self->fold_button));
  sme_service_filter_clear (self);
}

static void
fill_sorts (SmeServiceFilter *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->typed)
    gtk_string_list_append (names, _ ("Best match first"));
  for (guint i = 0; i < G_N_ELEMENTS (sort_names); i++)
    gtk_string_list_append (names, _ (sort_names[i]));
  self->quiet = TRUE;
  gtk_drop_down_set_model (self->sort_drop_down, G_LIST_MODEL (names));
  self->quiet = FALSE;
}

static void
take_categories (SmeServiceFilter *self, GListModel *categories)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->category_ids, 0);
  gtk_string_list_append (names, _ ("All categories"));
  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (SmeRecord) category = g_list_model_get_item (categories, i);

      gtk_string_list_append (names, sme_record_get_text (category, "name"));
      g_ptr_array_add (self->category_ids, g_strdup (sme_record_get_text (category, "id")));
    }
  self->quiet = TRUE;
  gtk_drop_down_set_model (self->category_drop_down, G_LIST_MODEL (names));
  self->quiet = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->category_drop_down), self->category_ids->len > 0);
}

static void
on_categories_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeServiceFilter) self = data;
  g_autoptr (GListModel) list =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, NULL);

  if (list != NULL && self->category_ids != NULL)
    take_categories (self, list);
}

static void
sme_service_filter_map (GtkWidget *widget)
{
  SmeServiceFilter *self = SME_SERVICE_FILTER (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  int width = 0, height = 0;

  GTK_WIDGET_CLASS (sme_service_filter_parent_class)->map (widget);
  if (self->unfolded_once || !GTK_IS_WINDOW (root))
    return;
  self->unfolded_once = TRUE;
  gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  gtk_toggle_button_set_active (self->fold_button, width >= UNFOLDED_FROM);
}

static void
sme_service_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TYPED)
    g_value_set_boolean (value, SME_SERVICE_FILTER (object)->typed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_service_filter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TYPED)
    sme_service_filter_set_typed (SME_SERVICE_FILTER (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_service_filter_constructed (GObject *object)
{
  SmeServiceFilter *self = SME_SERVICE_FILTER (object);

  G_OBJECT_CLASS (sme_service_filter_parent_class)->constructed (object);
  fill_sorts (self);
  show_number (self);
}

static void
sme_service_filter_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_SERVICE_FILTER);
  g_clear_pointer (&SME_SERVICE_FILTER (object)->category_ids, g_ptr_array_unref);
  G_OBJECT_CLASS (sme_service_filter_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-service-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeServiceFilter, fold_button);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceFilter, fold_content);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceFilter, sort_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceFilter, count_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceFilter, customer_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceFilter, category_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceFilter, price_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceFilter, trial_button);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceFilter, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
sme_service_filter_class_init (SmeServiceFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_service_filter_get_property;
  object_class->set_property = sme_service_filter_set_property;
  object_class->constructed = sme_service_filter_constructed;
  object_class->dispose = sme_service_filter_dispose;
  GTK_WIDGET_CLASS (klass)->map = sme_service_filter_map;
  props[PROP_TYPED] =
    g_param_spec_boolean ("typed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sme_service_filter_init (SmeServiceFilter *self)
{
  self->category_ids = g_ptr_array_new_with_free_func (g_free);
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->quiet = FALSE;
}

GtkWidget *
sme_service_filter_new (void)
{
  return g_object_new (SME_TYPE_SERVICE_FILTER, NULL);
}

void
sme_service_filter_set_typed (SmeServiceFilter *self, gboolean typed)
{
  g_return_if_fail (SME_IS_SERVICE_FILTER (self));

  if (self->typed == typed)
    return;
  self->typed = typed;
  fill_sorts (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TYPED]);
}

static void
apply_sort (SmeServiceFilter *self, SmeRecord *query)
{
  guint sort = gtk_drop_down_get_selected (self->sort_drop_down);

  if (self->typed && sort-- == 0)
    return; /* the server's own order for typed words */
  if (sort < G_N_ELEMENTS (sorts))
    sme_record_set_int (query, "sort", sorts[sort]);
}

void
sme_service_filter_apply (SmeServiceFilter *self, SmeRecord *query)
{
  guint customer = gtk_drop_down_get_selected (self->customer_drop_down);
  guint category = gtk_drop_down_get_selected (self->category_drop_down);
  guint price = gtk_drop_down_get_selected (self->price_drop_down);

  g_return_if_fail (SME_IS_SERVICE_FILTER (self) && SME_IS_RECORD (query));

  if (customer > 0 && customer <= G_N_ELEMENTS (customer_types))
    sme_record_set_int (query, "customer_type", customer_types[customer - 1]);
  if (category > 0 && category <= self->category_ids->len)
    sme_record_set_text (query, "category", g_ptr_array_index (self->category_ids, category - 1));
  if (price > 0 && price <= G_N_ELEMENTS (prices))
    {
      if (prices[price - 1].min > 0)
        sme_record_set_int (query, "price_min", prices[price - 1].min);
      if (prices[price - 1].max >= 0)
        sme_record_set_int (query, "price_max", prices[price - 1].max);
    }
  if (gtk_toggle_button_get_active (self->trial_button))
    sme_record_set_int (query, "free_trial", TRUE);
  apply_sort (self, query);
}

gboolean
sme_service_filter_is_narrowing (SmeServiceFilter *self)
{
  g_return_val_if_fail (SME_IS_SERVICE_FILTER (self), FALSE);

  return count_filters (self) > 0;
}

void
sme_service_filter_clear (SmeServiceFilter *self)
{
  g_return_if_fail (SME_IS_SERVICE_FILTER (self));

  if (count_filters (self) == 0)
    return;
  self->quiet = TRUE;
  gtk_drop_down_set_selected (self->customer_drop_down, 0);
  gtk_drop_down_set_selected (self->category_drop_down, 0);
  gtk_drop_down_set_selected (self->price_drop_down, 0);
  gtk_toggle_button_set_active (self->trial_button, FALSE);
  self->quiet = FALSE;
  on_choice_changed (self);
}

void
sme_service_filter_load_categories (SmeServiceFilter *self,
                                    SmeCaller *caller,
                                    GCancellable *cancellable)
{
  g_return_if_fail (SME_IS_SERVICE_FILTER (self));

  sme_caller_send_async (caller, SME_OP_LIST_CATEGORIES, NULL, NULL, NULL, cancellable,
                         on_categories_ready, g_object_ref (self));
}

void
sme_service_filter_set_count_text (SmeServiceFilter *self, const char *text)
{
  g_return_if_fail (SME_IS_SERVICE_FILTER (self));

  gtk_label_set_label (self->count_label, text);
}
