/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/past-imports.h"

#include <glib/gi18n-lib.h>

#include "core/listed.h"
#include "exchange/import/import-revert.h"
#include "ui/import/report-group.h"
#include "store/named-query.h"
#include "ui/kit/act-name.h"
#include "ui/kit/announce.h"
#include "ui/kit/busy.h"
#include "ui/kit/facts.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/toast.h"

/* Older ones are hardly taken back. */
#define SHOWN 20
/* Of the files of one import. */
#define NAMED 3

struct _CarePastImports {
    AdwDialog parent_instance;

    CareContext *context;
    CareReportOpened opened;
    gpointer user_data;
    AdwNavigationView *view;
    AdwPreferencesGroup *group;
    GPtrArray *rows; /* not owned */
    guint taken;     /* the index of the one that is taken back */
};

G_DEFINE_FINAL_TYPE(CarePastImports, care_past_imports, ADW_TYPE_DIALOG)

static void show(CarePastImports *self);

static CareStore *
store_of(CarePastImports *self)
{
    return care_context_get_store(self->context);
}

char *
care_past_imports_sentence(guint kept)
{
    if (kept == 0)
        return g_strdup(_("The import was reverted. Everything is as it was before."));
    return g_strdup_printf(ngettext("The import was reverted, but %u customer changed since was kept",
                                    "The import was reverted, but %u customers changed since were kept",
                                    kept),
                           kept);
}

static void
say(CarePastImports *self, const char *sentence)
{
    g_autofree char *escaped = g_markup_escape_text(sentence, -1);

    adw_preferences_group_set_description(self->group, escaped);
    care_announce(GTK_WIDGET(self), sentence);
}

/* It is where it was if it could not be taken back, and else the next is. */
static void
go_on(CarePastImports *self)
{
    GtkWidget *row = self->rows->len > 0 ? self->rows->pdata[MIN(self->taken, self->rows->len - 1)] : NULL;

    if (row)
        gtk_widget_grab_focus(g_object_get_data(G_OBJECT(row), "care-button"));
    else
        gtk_widget_child_focus(GTK_WIDGET(self), GTK_DIR_TAB_FORWARD);
}

static void
on_reverted(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CarePastImports) self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareImportRevert) revert = care_import_revert_finish(CARE_STORE(source), result, &error);
    g_autofree char *sentence = revert ? care_past_imports_sentence(revert->kept->len) : NULL;

    if (revert)
        care_toast_barrier(GTK_WIDGET(self));
    adw_dialog_set_can_close(ADW_DIALOG(self), TRUE);
    show(self);
    care_busy_end(GTK_WIDGET(self->group));
    say(self, sentence ? sentence : error->message);
    go_on(self);
}

static void
on_take_back(GtkWidget *button, CarePastImports *self)
{
    const CareId *import = g_object_get_data(G_OBJECT(button), "care-import");

    g_ptr_array_find(self->rows, gtk_widget_get_ancestor(button, GTK_TYPE_LIST_BOX_ROW), &self->taken);
    care_busy_begin(GTK_WIDGET(self->group));
    adw_dialog_set_can_close(ADW_DIALOG(self), FALSE);
    say(self, _("Taking it back…"));
    care_import_revert_async(store_of(self), *import, on_reverted, g_object_ref(self));
}

/* group: of preferences. */
static AdwNavigationPage *
page_new(GtkWidget *group, const char *title)
{
    GtkWidget *bars = adw_toolbar_view_new();
    GtkWidget *page = adw_preferences_page_new();

    adw_preferences_page_add(ADW_PREFERENCES_PAGE(page), ADW_PREFERENCES_GROUP(group));
    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(bars), adw_header_bar_new());
    adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(bars), page);
    return adw_navigation_page_new(bars, title);
}

static void
on_opened(CareId customer, gpointer data)
{
    g_autoptr(CarePastImports) self = g_object_ref(data); /* closed, it goes */

    adw_dialog_close(ADW_DIALOG(self));
    self->opened(customer, self->user_data);
}

/* What it did, row by row. */
static void
on_activated(AdwActionRow *row, CarePastImports *self)
{
    const CareId *import = g_object_get_data(G_OBJECT(row), "care-import");
    GtkWidget *report = care_report_group_new();

    care_report_group_show(CARE_REPORT_GROUP(report), store_of(self), *import, on_opened, self);
    adw_navigation_view_push(self->view,
                             page_new(report, adw_preferences_row_get_title(ADW_PREFERENCES_ROW(row))));
}

static void
lead_to_report(CarePastImports *self, GtkWidget *row, CareId import)
{
    g_object_set_data_full(G_OBJECT(row), "care-import", g_memdup2(&import, sizeof import), g_free);
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), TRUE);
    g_signal_connect(row, "activated", G_CALLBACK(on_activated), self);
}

static GtkWidget *
button_new(CarePastImports *self, CareId import, const char *files, const char *when)
{
    GtkWidget *button = gtk_button_new_with_mnemonic(_("Take _Back"));
    g_autofree char *whose = care_listed((const char *const[]){ files, when, NULL });

    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    g_object_set_data_full(G_OBJECT(button), "care-import", g_memdup2(&import, sizeof import), g_free);
    care_act_name_set(button, _("Take Back"), whose); /* a file may have come in twice */
    g_signal_connect(button, "clicked", G_CALLBACK(on_take_back), self);
    return button;
}

static void
add_count(GString *facts, gint64 n, char *words)
{
    g_autofree char *taken = words;

    care_facts_add(facts, n > 0 ? taken : NULL);
}

/* Each count has its own plural; of what there was none, nothing is said. Transfer full. */
static char *
what_it_brought(const char *when, gint64 fresh, gint64 merged)
{
    g_autoptr(GString) facts = g_string_new(NULL);

    care_facts_add(facts, when);
    add_count(facts, fresh, g_strdup_printf(ngettext("%d new", "%d new", (gulong)fresh), (int)fresh));
    add_count(facts, merged,
              g_strdup_printf(ngettext("%d merged", "%d merged", (gulong)merged), (int)merged));
    if (fresh + merged == 0)
        care_facts_add(facts, C_("import", "nothing new"));
    return g_string_free(g_steal_pointer(&facts), FALSE);
}

/* The first of them, and how many others. Transfer full. */
static char *
files_of(const char *lines)
{
    g_auto(GStrv) paths = g_strsplit(lines != NULL ? lines : "", "\n", -1);
    g_autoptr(GString) first = g_string_new(NULL);
    guint n = g_strv_length(paths), shown = n > NAMED + 1 ? NAMED : n;

    for (guint i = 0; i < shown; i++) {
        g_autofree char *name = care_report_file_name(paths[i]);

        care_listed_add(first, name);
    }
    if (shown == n)
        return g_string_free(g_steal_pointer(&first), FALSE);
    return g_strdup_printf(ngettext("%s and %u more", "%s and %u more", n - shown), first->str, n - shown);
}

/* id, at, files, new, merged */
static gboolean
add_row(CareStatement *line, gpointer data, GError **error)
{
    CarePastImports *self = data;
    CareClock *clock = care_context_get_clock(self->context);
    g_autofree char *files = files_of(care_statement_text(line, 2));
    g_autofree char *when
        = care_format_instant(care_statement_int(line, 1), care_clock_zone(clock), care_clock_today(clock));
    g_autofree char *facts = what_it_brought(when, care_statement_int(line, 3), care_statement_int(line, 4));
    GtkWidget *row = care_plain_row_new(files, facts);
    GtkWidget *button = button_new(self, care_statement_int(line, 0), files, when);

    adw_action_row_set_subtitle_lines(ADW_ACTION_ROW(row), 0);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), button);
    g_object_set_data(G_OBJECT(row), "care-button", button);
    lead_to_report(self, row, care_statement_int(line, 0));
    adw_preferences_group_add(self->group, row);
    g_ptr_array_add(self->rows, row);
    return TRUE;
}

static void
show(CarePastImports *self)
{
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove(self->group, self->rows->pdata[i]);
    g_ptr_array_set_size(self->rows, 0);
    if (!care_query_each(care_store_reader(store_of(self)), "exchange/import-past", add_row, self, &error,
                         "i", (gint64)SHOWN))
        say(self, error->message);
}

static void
care_past_imports_finalize(GObject *object)
{
    CarePastImports *self = CARE_PAST_IMPORTS(object);

    g_ptr_array_unref(self->rows);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_past_imports_parent_class)->finalize(object);
}

static void
care_past_imports_class_init(CarePastImportsClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_past_imports_finalize;
}

static void
care_past_imports_init(CarePastImports *self)
{
    self->rows = g_ptr_array_new();
    self->view = ADW_NAVIGATION_VIEW(adw_navigation_view_new());
    self->group = ADW_PREFERENCES_GROUP(adw_preferences_group_new());
    adw_dialog_set_title(ADW_DIALOG(self), _("Earlier Imports"));
    adw_dialog_set_content_width(ADW_DIALOG(self), 480);
    adw_dialog_set_content_height(ADW_DIALOG(self), 560); /* a report is longer than the list */
    adw_navigation_view_add(self->view, page_new(GTK_WIDGET(self->group), _("Earlier Imports")));
    adw_dialog_set_child(ADW_DIALOG(self), GTK_WIDGET(self->view));
    adw_preferences_group_set_description(
        self->group,
        _("What was changed since, or is used by now, stays and is counted. The rest goes as it came."));
}

void
care_past_imports_present(GtkWidget *parent, CareContext *context, CareReportOpened opened,
                          gpointer user_data)
{
    CarePastImports *self = g_object_new(CARE_TYPE_PAST_IMPORTS, NULL);

    self->context = g_object_ref(context);
    self->opened = opened;
    self->user_data = user_data;
    show(self);
    adw_dialog_present(ADW_DIALOG(self), parent);
}

gboolean
care_past_imports_any(CareStore *store)
{
    return care_query_number(care_store_reader(store), "exchange/import-past", "i", (gint64)1) != 0;
}
