/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-offers.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "service/jobs/unlock-draft.h"
#include "ui/kit/plain-row.h"

/* One line; owned by its row. */
typedef struct {
    CareStore *store;
    CareIntakeDraft *draft;
    CareIntakeDraft *thrown; /* its texts while it is thrown away */
    char *name;
    void (*chosen)(const char *key, gpointer owner);
    gpointer owner;
    GtkWidget *row;    /* not owned */
    GtkWidget *button; /* likewise */
} Offer;

static void
offer_free(gpointer data)
{
    Offer *offer = data;

    if (offer->thrown)
        care_unlock_draft_forget(offer->draft->keys[CARE_INTAKE_JOB]);
    g_clear_pointer(&offer->thrown, care_intake_draft_free);
    care_intake_draft_free(offer->draft);
    g_object_unref(offer->store);
    g_free(offer->name);
    g_free(offer);
}

static void
show(Offer *offer)
{
    gboolean thrown = offer->thrown != NULL;
    g_autofree char *name = care_isolate(offer->name);
    g_autofree char *spoken
        /* Translators: %s is whose a job is and what is wrong, "Elif Haas · Brake dead" */
        = g_strdup_printf(thrown ? _("Bring back %s") : _("Throw away %s"), name);

    adw_action_row_set_subtitle(ADW_ACTION_ROW(offer->row), thrown ? _("Thrown away") : _("Go on with it"));
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(offer->row), !thrown);
    gtk_button_set_icon_name(GTK_BUTTON(offer->button),
                             thrown ? "edit-undo-symbolic" : "user-trash-symbolic");
    gtk_widget_set_tooltip_text(offer->button, thrown ? _("Undo") : _("Throw Away"));
    gtk_accessible_update_property(GTK_ACCESSIBLE(offer->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
on_button(Offer *offer)
{
    if (offer->thrown) {
        care_intake_draft_write(offer->store, offer->draft, offer->thrown);
        g_clear_pointer(&offer->thrown, care_intake_draft_free);
    } else {
        offer->thrown = care_intake_draft_texts(offer->store, offer->draft);
        care_intake_draft_write(offer->store, offer->draft, NULL);
    }
    show(offer);
}

static void
on_activated(Offer *offer)
{
    offer->chosen(offer->draft->keys[CARE_INTAKE_JOB], offer->owner);
}

static GtkWidget *
row_new(Offer *offer)
{
    offer->row = care_plain_row_new(offer->name, NULL);
    offer->button = gtk_button_new();
    gtk_widget_add_css_class(offer->button, "flat");
    gtk_widget_set_valign(offer->button, GTK_ALIGN_CENTER);
    g_signal_connect_swapped(offer->button, "clicked", G_CALLBACK(on_button), offer);
    g_signal_connect_swapped(offer->row, "activated", G_CALLBACK(on_activated), offer);
    adw_action_row_add_suffix(ADW_ACTION_ROW(offer->row), offer->button);
    g_object_set_data_full(G_OBJECT(offer->row), "care-offer", offer, offer_free);
    show(offer);
    return offer->row;
}

static GtkWidget *
frame_new(GtkWidget *list)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 12);
    GtkWidget *title = g_object_new(GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                    _("Begun, Not Taken In"), "xalign", 0.0, NULL);

    gtk_widget_add_css_class(title, "heading");
    gtk_widget_add_css_class(list, "boxed-list");
    gtk_list_box_set_selection_mode(GTK_LIST_BOX(list), GTK_SELECTION_NONE);
    gtk_accessible_update_property(GTK_ACCESSIBLE(list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                   _("Begun, Not Taken In"), -1);
    gtk_box_append(GTK_BOX(box), title);
    gtk_box_append(GTK_BOX(box), list);
    return box;
}

GtkWidget *
care_intake_offers_new(CareStore *store, void (*chosen)(const char *key, gpointer owner), gpointer owner)
{
    g_autoptr(GPtrArray) drafts = care_intake_drafts(store);
    GtkWidget *list;

    if (drafts->len == 0)
        return NULL;
    list = gtk_list_box_new();
    g_ptr_array_set_free_func(drafts, NULL);
    for (guint i = 0; i < drafts->len; i++) {
        Offer *offer = g_new0(Offer, 1);
        g_autofree char *name = care_intake_draft_name(store, drafts->pdata[i]);

        offer->store = g_object_ref(store);
        offer->draft = drafts->pdata[i];
        offer->name = name ? g_steal_pointer(&name) : g_strdup(_("A job without a name"));
        offer->chosen = chosen;
        offer->owner = owner;
        gtk_list_box_append(GTK_LIST_BOX(list), row_new(offer));
    }
    return frame_new(list);
}
