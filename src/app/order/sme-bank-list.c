/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-bank-list.h"

#include "core/sme-banks.h"

#include <glib/gi18n.h>

#define TABLE "/vn/onesme/Desktop/banks.tsv"

struct _SmeBankList
{
  AdwBin parent_instance;
  GtkToggleButton *toggle;
  GtkImage *arrow; /* in the button */
  GtkBox *opened;  /* below the button */
  GtkSearchEntry *search;
  AdwPreferencesGroup *group;
  GtkLabel *count;
  SmeBanks *banks;
  GHashTable *rows; /* of an SmeBank, once the list was opened */
};

G_DEFINE_FINAL_TYPE (SmeBankList, sme_bank_list, ADW_TYPE_BIN)

static void
add_bank (SmeBankList *self, const SmeBank *bank)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bank->short_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), bank->full_name);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->group, row);
  g_hash_table_insert (self->rows, (gpointer) bank, row);
}

static void
fill (SmeBankList *self)
{
  guint n_banks;
  const SmeBank *banks = sme_banks_list (self->banks, &n_banks);

  for (guint i = 0; i < n_banks; i++)
    if (banks[i].can_transfer)
      add_bank (self, &banks[i]);
}

static void
show_count (SmeBankList *self, guint n)
{
  g_autofree char *text =
    /* Translators: of banks and wallets. */
    g_strdup_printf (ngettext ("%u bank or wallet", "%u banks and wallets", n), n);

  gtk_label_set_label (
    self->count,
    n > 0 ? text
          : _ ("No bank or wallet of this name pays by VietQR. Any bank can transfer to the account"
               " above, with the transfer text."));
  gtk_widget_set_visible (GTK_WIDGET (self->group), n > 0);
}

static void
on_search (SmeBankList *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) found = sme_banks_search (self->banks, query);
  GHashTableIter iter;
  gpointer bank, row;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &bank, &row))
    {
      gboolean matches = g_ptr_array_find (found, bank, NULL);

      gtk_widget_set_visible (row, matches);
      n += matches;
    }
  show_count (self, n);
}

static void
on_toggled (SmeBankList *self)
{
  gboolean opened = gtk_toggle_button_get_active (self->toggle);

  if (opened && g_hash_table_size (self->rows) == 0)
    {
      fill (self);
      on_search (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->opened), opened);
  gtk_image_set_from_icon_name (self->arrow, opened ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, opened,
                               -1);
  if (opened)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
sme_bank_list_finalize (GObject *object)
{
  SmeBankList *self = SME_BANK_LIST (object);

  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->banks, sme_banks_unref);
  G_OBJECT_CLASS (sme_bank_list_parent_class)->finalize (object);
}

static void
sme_bank_list_class_init (SmeBankListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_bank_list_finalize;
}

/* Part of the program, so it is there and whole; a test reads it too. */
static SmeBanks *
load_banks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (TABLE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  SmeBanks *banks = bytes != NULL ? sme_banks_new (bytes, &error) : NULL;

  if (banks == NULL)
    g_error ("%s: %s", TABLE, error->message);
  return banks;
}

static void
build_list (SmeBankList *self)
{
  self->opened = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->count = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0,
                                         "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_object_set (self->search, "placeholder-text", _ ("Search banks"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search banks"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->opened, GTK_WIDGET (self->search));
  gtk_box_append (self->opened, GTK_WIDGET (self->count));
  gtk_box_append (self->opened, GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self->opened), FALSE);
}

/* As wide as what it opens, with an arrow: a caption alone would be taken for a heading. */
static void
build_toggle (SmeBankList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Banks whose apps read this code"));

  self->toggle = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->arrow =
    GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrow));
  gtk_button_set_child (GTK_BUTTON (self->toggle), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (label)), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE,
                               -1);
  g_signal_connect_object (self->toggle, "toggled", G_CALLBACK (on_toggled), self,
                           G_CONNECT_SWAPPED);
}

static void
sme_bank_list_init (SmeBankList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->banks = load_banks ();
  self->rows = g_hash_table_new (NULL, NULL);
  build_toggle (self);
  build_list (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toggle));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->opened));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
sme_bank_list_new (void)
{
  return g_object_new (SME_TYPE_BANK_LIST, NULL);
}
