/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows and fields kept the same both ways, drafts, duplicates. */

#include "display.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer-tag.h"
#include "model/customer.h"
#include "model/event.h"
#include "model/gift.h"
#include "model/interaction.h"
#include "model/staff.h"
#include "store/draft.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/form.h"
#include "ui/kit/money-row.h"
#include "ui/parts/duplicates.h"
#include "service/flow.h"

typedef struct {
    CareContext *context;
    CareStore *store;
    CareRecord *record;
    GtkWidget *box;
    AdwEntryRow *name;
    AdwComboRow *channel;
    AdwComboRow *type;
    GtkTextView *note;
    CareForm *form;
    guint changes;
} Fixture;

static GtkWidget *
with_id(GtkWidget *widget, const char *id)
{
    GTK_BUILDABLE_GET_IFACE(widget)->set_id(GTK_BUILDABLE(widget), id);
    return widget;
}

static void
count(Fixture *f)
{
    f->changes++;
}

static void
set_up(Fixture *f, gconstpointer data)
{
    f->context = test_context_new();
    f->store = care_context_get_store(f->context);
    f->record = CARE_RECORD(care_customer_new());
    f->box = g_object_ref_sink(gtk_box_new(GTK_ORIENTATION_VERTICAL, 0));
    f->name = ADW_ENTRY_ROW(with_id(adw_entry_row_new(), "name"));
    f->channel = ADW_COMBO_ROW(with_id(adw_combo_row_new(), "channel"));
    f->type = ADW_COMBO_ROW(with_id(adw_combo_row_new(), "type"));
    f->note = GTK_TEXT_VIEW(with_id(gtk_text_view_new(), "note"));
    gtk_box_append(GTK_BOX(f->box), GTK_WIDGET(f->name));
    gtk_box_append(GTK_BOX(f->box), GTK_WIDGET(f->channel));
    gtk_box_append(GTK_BOX(f->box), GTK_WIDGET(f->type));
    gtk_box_append(GTK_BOX(f->box), GTK_WIDGET(f->note));
    f->form = care_form_bind(f->box, f->record, f->store);
    g_signal_connect_swapped(f->form, "changed", G_CALLBACK(count), f);
}

static void
tear_down(Fixture *f, gconstpointer data)
{
    g_clear_object(&f->box);
    g_clear_object(&f->record);
    g_clear_object(&f->context);
}

static void
test_row_to_record(Fixture *f, gconstpointer data)
{
    gtk_editable_set_text(GTK_EDITABLE(f->name), "  Bea Koch ");
    g_assert_cmpstr(care_record_text(f->record, CARE_CUSTOMER_NAME), ==, "Bea Koch");
    g_assert_cmpuint(f->changes, ==, 1);
    gtk_editable_set_text(GTK_EDITABLE(f->name), "");
    g_assert_false(care_record_is_set(f->record, CARE_CUSTOMER_NAME));
}

static void
test_record_to_row(Fixture *f, gconstpointer data)
{
    care_record_set_text(f->record, CARE_CUSTOMER_NAME, "Bea");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(f->name)), ==, "Bea");
    g_assert_cmpuint(f->changes, ==, 0);
}

static void
test_typed_spaces_stay(Fixture *f, gconstpointer data)
{
    gtk_editable_set_text(GTK_EDITABLE(f->name), "Bea ");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(f->name)), ==, "Bea ");
}

static void
test_choice(Fixture *f, gconstpointer data)
{
    g_assert_cmpuint(adw_combo_row_get_selected(f->channel), ==, 0);
    adw_combo_row_set_selected(f->channel, 1);
    g_assert_cmpstr(care_record_text(f->record, CARE_CUSTOMER_CHANNEL), ==, "phone");
    care_record_set_text(f->record, CARE_CUSTOMER_CHANNEL, "counter");
    g_assert_cmpuint(adw_combo_row_get_selected(f->channel), ==, 5);
    adw_combo_row_set_selected(f->channel, 0);
    g_assert_false(care_record_is_set(f->record, CARE_CUSTOMER_CHANNEL));
}

static void
test_required_choice(Fixture *f, gconstpointer data)
{
    g_assert_cmpstr(care_record_text(f->record, CARE_CUSTOMER_TYPE), ==, "person");
    g_assert_cmpuint(g_list_model_get_n_items(adw_combo_row_get_model(f->type)), ==, 2);
}

static void
test_long_text(Fixture *f, gconstpointer data)
{
    gtk_text_buffer_set_text(gtk_text_view_get_buffer(f->note), "One\nTwo", -1);
    g_assert_cmpstr(care_record_text(f->record, CARE_CUSTOMER_NOTE), ==, "One\nTwo");
}

static void
test_check(Fixture *f, gconstpointer data)
{
    g_assert_false(care_form_check(f->form));
    g_assert_true(gtk_widget_has_css_class(GTK_WIDGET(f->name), "error"));
    gtk_editable_set_text(GTK_EDITABLE(f->name), "Bea");
    g_assert_true(care_form_check(f->form));
    g_assert_false(gtk_widget_has_css_class(GTK_WIDGET(f->name), "error"));
}

static CareRecord *
saved_staff(Fixture *f, const char *name)
{
    CareRecord *staff = CARE_RECORD(care_staff_new());
    g_autoptr(GError) error = NULL;

    care_record_set_text(staff, CARE_STAFF_NAME, name);
    care_flow_save_now(f->store, staff, NULL, &error);
    g_assert_no_error(error);
    return staff;
}

static gboolean
remove_record(CareTransaction *transaction, gpointer record, GError **error)
{
    return care_flow_remove(transaction, care_record_kind(record), care_record_id(record), error);
}

static const char *
shown_by(GtkWidget *combo)
{
    gpointer item = adw_combo_row_get_selected_item(ADW_COMBO_ROW(combo));

    return item ? gtk_string_object_get_string(item) : NULL;
}

/* Nobody is left to choose from, or somebody: whoever is named stands there all the same, and can be taken away. */
static void
test_left(Fixture *f, gconstpointer colleague)
{
    g_autoptr(CareRecord) mara = saved_staff(f, "Mara");
    g_autoptr(CareRecord) jonas = colleague ? saved_staff(f, colleague) : NULL;
    g_autoptr(GtkWidget) box = g_object_ref_sink(gtk_box_new(GTK_ORIENTATION_VERTICAL, 0));
    GtkWidget *contact = with_id(adw_combo_row_new(), "contact");
    g_autoptr(GError) error = NULL;

    g_assert_true(care_store_write(f->store, remove_record, mara, &error));
    care_record_set_int(f->record, CARE_CUSTOMER_CONTACT, care_record_id(mara));
    gtk_box_append(GTK_BOX(box), contact);
    care_form_bind(box, f->record, f->store);
    g_assert_true(gtk_widget_get_visible(contact));
    g_assert_cmpstr(shown_by(contact), ==, "Mara");
    adw_combo_row_set_selected(ADW_COMBO_ROW(contact), 0);
    g_assert_false(care_record_is_set(f->record, CARE_CUSTOMER_CONTACT));
    care_record_set_int(f->record, CARE_CUSTOMER_CONTACT, care_record_id(mara));
    g_assert_cmpstr(shown_by(contact), ==, "Mara");
}

/* Taken up by a draft or an Undo when the rows stand already. */
static void
test_left_later(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) mara = saved_staff(f, "Mara");
    g_autoptr(GtkWidget) box = g_object_ref_sink(gtk_box_new(GTK_ORIENTATION_VERTICAL, 0));
    GtkWidget *contact = with_id(adw_combo_row_new(), "contact");

    g_assert_true(care_store_write(f->store, remove_record, mara, NULL));
    gtk_box_append(GTK_BOX(box), contact);
    care_form_bind(box, f->record, f->store);
    g_assert_false(gtk_widget_get_visible(contact));
    care_record_set_int(f->record, CARE_CUSTOMER_CONTACT, care_record_id(mara));
    g_assert_true(gtk_widget_get_visible(contact));
    g_assert_cmpstr(shown_by(contact), ==, "Mara");
}

static void
test_references(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) staff = saved_staff(f, "Jonas");
    g_autoptr(GtkWidget) box = g_object_ref_sink(gtk_box_new(GTK_ORIENTATION_VERTICAL, 0));
    GtkWidget *contact = with_id(adw_combo_row_new(), "contact");

    gtk_box_append(GTK_BOX(box), contact);
    care_form_bind(box, f->record, f->store);
    adw_combo_row_set_selected(ADW_COMBO_ROW(contact), 1);
    g_assert_cmpint(care_record_int(f->record, CARE_CUSTOMER_CONTACT), ==, care_record_id(staff));
}

static void
test_draft_round_trip(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) back = CARE_RECORD(care_customer_new());
    g_autofree char *text = NULL;

    care_record_set_text(f->record, CARE_CUSTOMER_NAME, "Bea “Koch”\n");
    care_record_set_text(f->record, CARE_CUSTOMER_BIRTHDAY, "--02-29");
    care_record_set_text(care_record_list_add(f->record, CARE_CUSTOMER_TAGS), CARE_CUSTOMER_TAG_TAG,
                         "Commuter");
    care_record_list_add(f->record, CARE_CUSTOMER_PHONES); /* a row that is not filled yet */
    text = care_draft_text(f->record, NULL);
    g_assert_true(care_draft_take(back, NULL, text));
    g_assert_true(care_record_equal(back, f->record));
    g_assert_cmpint(care_record_id(back), ==, 0);
}

static void
test_draft_broken(Fixture *f, gconstpointer data)
{
    care_record_set_text(f->record, CARE_CUSTOMER_NAME, "Bea");
    g_assert_false(care_draft_take(f->record, NULL, "{\"name\": 3"));
    g_assert_cmpstr(care_record_text(f->record, CARE_CUSTOMER_NAME), ==, "Bea");
}

static void
test_draft_store(Fixture *f, gconstpointer data)
{
    g_auto(GStrv) keys = NULL;
    g_auto(GStrv) none = NULL;
    g_autofree char *text = NULL;

    care_draft_write(f->store, "customer:new", "one");
    store_now_write_draft(f->store, "customer:new", "two");
    text = care_draft_read(f->store, "customer:new");
    g_assert_cmpstr(text, ==, "two");
    keys = care_draft_keys(f->store);
    g_assert_cmpuint(g_strv_length(keys), ==, 1);
    store_now_write_draft(f->store, "customer:new", NULL);
    none = care_draft_keys(f->store);
    g_assert_cmpuint(g_strv_length(none), ==, 0);
}

static void
keep_note(Fixture *f, const char *key, const char *body)
{
    g_autoptr(CareRecord) note = CARE_RECORD(care_interaction_new());
    g_autofree char *text = NULL;

    care_record_set_int(note, CARE_INTERACTION_CUSTOMER, 7);
    care_record_set_text(note, CARE_INTERACTION_BODY, body);
    text = care_draft_text(note, NULL);
    store_now_write_draft(f->store, key, text);
}

static void
assert_draft_says(Fixture *f, const char *key, const char *words)
{
    g_autofree char *text = care_draft_read(f->store, key);

    g_assert_nonnull(text);
    g_assert_nonnull(strstr(text, words));
}

/* One that an older version kept under no customer stays where it is, and so does what is kept of that customer today. */
static void
test_draft_of_older_version(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) note = NULL;

    keep_note(f, "note:new-7", "Newer words");
    keep_note(f, "note:new", "Older words");
    note = care_draft_resume(f->store, "note:new", &care_interaction_kind);
    g_assert_cmpstr(care_record_text(note, CARE_INTERACTION_BODY), ==, "Older words");
    g_assert_cmpstr(care_draft_goes_on_under(note), ==, "note:new");
    store_now_write_draft(f->store, "other:new", "done"); /* and so is what was asked for before */
    assert_draft_says(f, "note:new-7", "Newer words");
    assert_draft_says(f, "note:new", "Older words");
}

static CareRecord *
saved_customer(Fixture *f, const char *name, const char *phone, const char *email)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(GError) error = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
    care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_PHONES), CARE_CUSTOMER_PHONE_NUMBER,
                         phone);
    care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_EMAILS), CARE_CUSTOMER_EMAIL_ADDRESS,
                         email);
    care_flow_save_now(f->store, customer, NULL, &error);
    g_assert_no_error(error);
    return g_steal_pointer(&customer);
}

typedef struct {
    const char *name;
    const char *phone;
    const char *email;
    gboolean found;
} DuplicateCase;

static const DuplicateCase duplicate_cases[] = {
    { "same-phone", "0157 335 21 78", NULL, TRUE },  { "same-phone-abroad", "+49 157 3352178", NULL, TRUE },
    { "same-email", NULL, "BEA@example.org", TRUE }, { "other-phone", "0157 335 21 79", NULL, FALSE },
    { "short-number", "110", NULL, FALSE },          { "nothing", NULL, NULL, FALSE },
};

static void
test_duplicate(Fixture *f, gconstpointer data)
{
    const DuplicateCase *c = data;
    g_autoptr(CareRecord) bea = saved_customer(f, "Bea Koch", "0157 3352178", "bea@example.org");
    g_autoptr(CareRecord) short_one = saved_customer(f, "Police", "110", "p@example.org");
    g_autoptr(CareRecord) other = NULL;
    g_autofree char *why = NULL;

    if (c->phone)
        care_record_set_text(care_record_list_add(f->record, CARE_CUSTOMER_PHONES),
                             CARE_CUSTOMER_PHONE_NUMBER, c->phone);
    if (c->email)
        care_record_set_text(care_record_list_add(f->record, CARE_CUSTOMER_EMAILS),
                             CARE_CUSTOMER_EMAIL_ADDRESS, c->email);
    other = care_duplicates_find(f->store, f->record, &why);
    g_assert_cmpint(other != NULL, ==, c->found);
    if (other)
        g_assert_cmpint(care_record_id(other), ==, care_record_id(bea));
}

static void
test_duplicate_not_oneself(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) bea = saved_customer(f, "Bea Koch", "0157 3352178", "bea@example.org");
    g_autofree char *why = NULL;

    g_assert_null(care_duplicates_find(f->store, bea, &why));
}

static void
test_duplicate_not_deleted(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) bea = saved_customer(f, "Bea Koch", "0157 3352178", "bea@example.org");
    g_autoptr(GError) error = NULL;
    g_autofree char *why = NULL;

    care_flow_remove_now(f->store, &care_customer_kind, care_record_id(bea), &error);
    g_assert_no_error(error);
    care_record_set_text(care_record_list_add(f->record, CARE_CUSTOMER_PHONES), CARE_CUSTOMER_PHONE_NUMBER,
                         "01573352178");
    g_assert_null(care_duplicates_find(f->store, f->record, &why));
}

/* No one reads "let-go" or "occasion" in a list: each choice of a field that is shown has words. */
static void
check_choices(const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];

        if (field->kind != CARE_FIELD_CHOICE || (field->flags & (CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL)))
            continue;
        for (int j = 0; j < field->choices->n; j++)
            if (field->choices->choices[j].label[0] == '\0')
                g_error("%s.%s: no words for \"%s\"", kind->name, field->name,
                        field->choices->choices[j].word);
    }
}

static void
test_choices_have_words(void)
{
    const CareKind *const *kinds = care_kinds();

    for (guint i = 0; kinds[i]; i++)
        if (kinds[i] != &care_event_kind) /* the timeline tells those in its own words */
            check_choices(kinds[i]);
}

static gboolean
is_title_case(const char *label)
{
    g_auto(GStrv) words = g_strsplit_set(label, " -", -1);

    for (guint i = 0; words[i]; i++)
        if (g_unichar_islower(g_utf8_get_char(words[i]))
            && (i == 0 || g_utf8_strlen(words[i], -1) > 3 || !words[i + 1]) && !strstr(words[i], "’"))
            return FALSE;
    return TRUE;
}

static void
check_labels(const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields; i++) {
        if (!is_title_case(kind->fields[i].label))
            g_error("%s.%s: “%s” is no title", kind->name, kind->fields[i].name, kind->fields[i].label);
        if (kind->fields[i].kind == CARE_FIELD_LIST)
            check_labels(care_kind_child(&kind->fields[i]));
    }
}

/* They are titles of rows. */
static void
test_labels_are_titles(void)
{
    const CareKind *const *kinds = care_kinds();

    for (guint i = 0; kinds[i]; i++)
        check_labels(kinds[i]);
}

static void
test_row_named(Fixture *f, gconstpointer data)
{
    g_autoptr(GtkWidget) box = g_object_ref_sink(gtk_box_new(GTK_ORIENTATION_VERTICAL, 0));
    GtkWidget *plain = with_id(adw_entry_row_new(), "vat_id");
    GtkWidget *asking = with_id(adw_entry_row_new(), "family");

    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(asking), "And the Family?");
    gtk_box_append(GTK_BOX(box), plain);
    gtk_box_append(GTK_BOX(box), asking);
    care_form_bind(box, f->record, f->store);
    g_assert_cmpstr(adw_preferences_row_get_title(ADW_PREFERENCES_ROW(plain)), ==, "VAT Number");
    g_assert_cmpstr(adw_preferences_row_get_title(ADW_PREFERENCES_ROW(asking)), ==, "And the Family?");
}

/* The same number of minor units is another amount in another currency. */
static void
test_currency(Fixture *f, gconstpointer data)
{
    g_autoptr(CareRecord) gift = CARE_RECORD(care_gift_new());
    g_autoptr(GtkWidget) box = g_object_ref_sink(gtk_box_new(GTK_ORIENTATION_VERTICAL, 0));
    GtkWidget *cost = with_id(g_object_new(CARE_TYPE_MONEY_ROW, NULL), "cost");
    CareForm *form;

    care_record_set_int(gift, CARE_GIFT_COST, 1250);
    gtk_box_append(GTK_BOX(box), cost);
    form = care_form_bind(box, gift, f->store);
    g_assert_cmpstr(care_typed_row_get_value_text(CARE_TYPED_ROW(cost)), ==, "12.50");
    care_form_set_currency(form, "JPY");
    g_assert_cmpstr(care_typed_row_get_value_text(CARE_TYPED_ROW(cost)), ==, "1250");
    gtk_editable_set_text(GTK_EDITABLE(cost), "1300");
    g_assert_cmpint(care_record_int(gift, CARE_GIFT_COST), ==, 1300);
}

#define ADD(path, function) g_test_add(path, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    ADD("/ui/form/row-to-record", test_row_to_record);
    ADD("/ui/form/record-to-row", test_record_to_row);
    ADD("/ui/form/typed-spaces-stay", test_typed_spaces_stay);
    ADD("/ui/form/choice", test_choice);
    ADD("/ui/form/required-choice", test_required_choice);
    g_test_add_func("/ui/form/choices-have-words", test_choices_have_words);
    g_test_add_func("/ui/form/labels-are-titles", test_labels_are_titles);
    ADD("/ui/form/row-named", test_row_named);
    ADD("/ui/form/currency", test_currency);
    ADD("/ui/form/long-text", test_long_text);
    ADD("/ui/form/check", test_check);
    ADD("/ui/form/references", test_references);
    g_test_add("/ui/form/left/the-only-one", Fixture, NULL, set_up, test_left, tear_down);
    g_test_add("/ui/form/left/one-of-two", Fixture, "Jonas", set_up, test_left, tear_down);
    ADD("/ui/form/left/later", test_left_later);
    ADD("/ui/draft/round-trip", test_draft_round_trip);
    ADD("/ui/draft/broken", test_draft_broken);
    ADD("/ui/draft/store", test_draft_store);
    ADD("/ui/draft/of-older-version", test_draft_of_older_version);
    for (guint i = 0; i < G_N_ELEMENTS(duplicate_cases); i++) {
        g_autofree char *path = g_strdup_printf("/ui/duplicate/%s", duplicate_cases[i].name);

        g_test_add(path, Fixture, &duplicate_cases[i], set_up, test_duplicate, tear_down);
    }
    ADD("/ui/duplicate/not-oneself", test_duplicate_not_oneself);
    ADD("/ui/duplicate/not-deleted", test_duplicate_not_deleted);
    return g_test_run();
}
