/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-guide-page.h"

#include <glib/gi18n.h>

struct _SmeGuidePage
{
  SmePage parent_instance;

  AdwPreferencesGroup *steps_group;
  AdwPreferencesGroup *problems_group;
  AdwPreferencesGroup *words_group;
  AdwPreferencesGroup *law_group;
};

/* A part of the guide: what it says, and the page that it speaks of (NULL: none). */
typedef struct
{
  const char *title;
  const char *text;
  const char *label;
  const char *action; /* detailed */
} Part;

static const Part steps[] = {
  { N_ ("1. Choose a plan"),
    N_ ("Open the service “VNPT SmartCA ON”, or search for “VNPT SmartCA”; marks may be left out. "
        "Press “Subscribe now”, compare the plans under “Pricing”, choose the payment cycle and "
        "press “Buy now”. If you are not signed in yet, sign in with your e-mail address and "
        "password, or register and open the link in the activation e-mail; the order then goes on "
        "where it was."),
    N_ ("Open the service"), "win.open::service:231?tab=pricing" },
  { N_ ("2. Declare information"),
    N_ ("Fields with a red star are required. Write the full name and the document number exactly "
        "as on the identity card or passport: they are printed on the contract and go into the "
        "certificate. What you type is kept by itself, also when you close the program. Press "
        "“Update”, read the summary once more and press “Confirm”."),
    N_ ("My orders"), "win.open::orders" },
  { N_ ("3. Pay"),
    N_ ("Check the invoice, the customer and the contact person; “Edit information” corrects "
        "them. Read the terms of service and agree, choose a payment method and pay. When the "
        "money has arrived the contract opens by itself. A plan for 0 ₫ needs no payment."),
    N_ ("My orders"), "win.open::orders" },
  { N_ ("4. Sign the contract"),
    N_ ("Read the contract and compare it with what you declared. Have an OTP code sent to the "
        "registered phone: it is valid for five minutes and may be entered wrongly at most three "
        "times. Draw your signature and press “Finish”. An unfinished signing goes on under "
        "“Manage subscriptions” with “Complete the contract”, on any computer. The first time, "
        "choose a new eContract password before you sign."),
    N_ ("Manage subscriptions"), "win.open::subscriptions" },
  { N_ ("Look up and download"),
    N_ ("VNPT eContract sends a user name and a first password by e-mail. With them you can read "
        "and download the signed contract and the terms of service at any time."),
    N_ ("Look up e-contracts"), "win.open::lookup" },
};

static const Part problems[] = {
  { N_ ("The contract does not appear"),
    N_ ("In a browser a blocked pop-up window can hide it. Here the contract opens inside this "
        "window, so there is nothing to allow. If it was closed, open it again under “Manage "
        "subscriptions”. For the browser see support.google.com/chrome/answer/95472"),
    N_ ("Manage subscriptions"), "win.open::subscriptions" },
  { N_ ("The session has expired"),
    N_ ("Press “Agree”: the contract opens again and a new OTP code is sent. Strokes that you have "
        "drawn are kept."),
    NULL, NULL },
  { N_ ("Wrong OTP code"),
    N_ ("Compare the code with the newest message on your phone, or press “Resend code”; the older "
        "code is void then. After three wrong entries signing is locked: please contact the "
        "hotline 1800 1260 (free)."),
    NULL, NULL },
  { N_ ("Wrong information on the contract"),
    N_ ("Before signing and also afterwards, when the activation code has arrived already: please "
        "contact the hotline 1800 1260 (free)."),
    N_ ("Call 1800 1260 (free)"), "page.hotline" },
  { N_ ("Signing the acceptance record failed"),
    N_ ("Please contact the hotline 1800 1260 (free), branch 1, or read the questions and answers "
        "at smartca.vnpt.vn."),
    N_ ("Call 1800 1260 (free)"), "page.hotline" },
};

static const Part words[] = {
  { "CCCD / CMND / HC",
    N_ ("Number of the identity document of the certificate's owner: citizen identity card, the "
        "older identity card, passport. The older card (CMND) has been out of force since "
        "2025-01-01."),
    NULL, NULL },
  { "OneSME", N_ ("VNPT's shop: here a plan is ordered and paid."), NULL, NULL },
  { "VNPT SmartCA",
    N_ ("The phone app with which the account is activated, the identity checked (eKYC) and the "
        "certificate received."),
    NULL, NULL },
  { "VNPT eContract",
    N_ ("Where the service contract and its terms of service are signed, read and downloaded."),
    NULL, NULL },
};

static const Part law[] = {
  { "51/2005/QH11",
    N_ ("Law on electronic transactions of 2005; replaced by Law 20/2023/QH15 since 2024-07-01."),
    NULL, NULL },
  { "130/2018/NĐ-CP",
    N_ ("Decree on digital signatures and their certification; replaced by Decree 23/2025/NĐ-CP "
        "since 2025-04-10."),
    NULL, NULL },
  { "16/2019/TT-BTTTT",
    N_ ("Circular on standards for signing on mobile devices and remote signing; whether it has "
        "been replaced is not confirmed."),
    NULL, NULL },
  { "22/2020/TT-BTTTT",
    N_ ("Circular on signing and checking software; replaced by Circular 15/2025/TT-BKHCN."), NULL,
    NULL },
};

G_DEFINE_FINAL_TYPE (SmeGuidePage, sme_guide_page, SME_TYPE_PAGE)

static GtkWidget *
make_button (const Part *part)
{
  GtkWidget *button = gtk_button_new_with_label (_ (part->label));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), part->action);
  return button;
}

static GtkWidget *
make_text_row (const Part *part)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (_ (part->text));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (part->action != NULL)
    gtk_box_append (GTK_BOX (box), make_button (part));
  gtk_widget_add_css_class (box, "sme-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
fill (AdwPreferencesGroup *group, const Part *parts, gsize n, gboolean expanded)
{
  for (gsize i = 0; i < n; i++)
    {
      GtkWidget *row = adw_expander_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (parts[i].title));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_text_row (&parts[i]));
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), expanded);
      adw_preferences_group_add (group, row);
    }
}

static void
sme_guide_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_GUIDE_PAGE);
  G_OBJECT_CLASS (sme_guide_page_parent_class)->dispose (object);
}

static void
sme_guide_page_class_init (SmeGuidePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_guide_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-guide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeGuidePage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, SmeGuidePage, problems_group);
  gtk_widget_class_bind_template_child (widget_class, SmeGuidePage, words_group);
  gtk_widget_class_bind_template_child (widget_class, SmeGuidePage, law_group);
}

static void
sme_guide_page_init (SmeGuidePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self->steps_group, steps, G_N_ELEMENTS (steps), TRUE);
  fill (self->problems_group, problems, G_N_ELEMENTS (problems), FALSE);
  fill (self->words_group, words, G_N_ELEMENTS (words), FALSE);
  fill (self->law_group, law, G_N_ELEMENTS (law), FALSE);
  sme_page_set_title (SME_PAGE (self), _ ("User guide"));
}
