/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/promise-table.h"

#include <glib/gi18n-lib.h>

#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "ui/kit/template.h"
#include "ui/kit/tone.h"
#include "ui/invoices/invoice-words.h"
#include "ui/invoices/promise-cells.h"

struct _CarePromiseTable {
    AdwBin parent_instance;

    CareRecord *invoice; /* as it is shown */
    gboolean editable;
    gboolean compares; /* something was agreed */
    gboolean sales_tax;

    GtkBox *head;
    GtkListBox *lines;
    GtkBox *totals;
    CarePromiseColumns *columns;
};

enum {
    OPEN,
    MOVE,
    REMOVE,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CarePromiseTable, care_promise_table, ADW_TYPE_BIN)

static void
clear_box(GtkBox *box)
{
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child(GTK_WIDGET(box))))
        gtk_box_remove(box, child);
}

static char *
plain(CarePromiseTable *self, CareMoney amount)
{
    return care_money_format_plain(amount, care_record_text(self->invoice, CARE_INVOICE_CURRENCY));
}

/* "+12.00", "−5.60" */
static char *
signed_plain(CarePromiseTable *self, CareMoney amount)
{
    g_autofree char *figure = plain(self, ABS(amount));

    return g_strconcat(amount < 0 ? "−" : "+", figure, NULL);
}

static CareTone
tone_of(CareLineCheck check)
{
    return check == CARE_LINE_LOWER    ? CARE_TONE_SUCCESS
           : check == CARE_LINE_HIGHER ? CARE_TONE_WARNING
                                       : CARE_TONE_NEUTRAL;
}

static GtkWidget *
difference_new(CarePromiseTable *self, CareLineCheck check, CareMoney difference)
{
    g_autofree char *figure = signed_plain(self, difference);
    GtkWidget *label = care_promise_figure_new(check == CARE_LINE_AS_AGREED ? _("as agreed") : figure);

    if (check == CARE_LINE_AS_AGREED) {
        gtk_widget_add_css_class(label, "dimmed");
        gtk_widget_add_css_class(label, "caption");
        gtk_widget_add_css_class(label, "care-as-agreed"); /* on the line of the figures */
    }
    care_tone_apply(label, tone_of(check));
    return label;
}

/* The arrow says the same as the colour. */
static GtkWidget *
reason_new(CareLineCheck check, const char *reason)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *icon = gtk_image_new_from_icon_name(check == CARE_LINE_LOWER ? "care-arrow-down-symbolic"
                                                                            : "care-arrow-up-symbolic");

    gtk_image_set_pixel_size(GTK_IMAGE(icon), 12);
    g_object_set(icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
    gtk_box_append(GTK_BOX(box), icon);
    gtk_box_append(GTK_BOX(box), care_promise_words_new(reason, "caption", TRUE));
    gtk_widget_set_margin_top(box, 6);
    care_tone_apply(box, tone_of(check));
    return box;
}

static const char *
reason_of(CareLineCheck check, CareRecord *line)
{
    const char *reason = care_record_text(line, CARE_INVOICE_LINE_REASON);

    if (!reason)
        reason = care_record_text(line, CARE_INVOICE_LINE_DISCOUNT_REASON);
    if (reason)
        return reason;
    return check == CARE_LINE_LOWER ? _("less than agreed") : _("more than agreed");
}

static GtkWidget *
name_cell_new(CareRecord *invoice, CareRecord *line, gboolean narrow)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    const char *name = care_record_text(line, CARE_INVOICE_LINE_NAME);
    const char *note = care_record_text(line, CARE_INVOICE_LINE_NOTE);
    g_autofree char *detail = care_invoice_line_detail(invoice, line);

    gtk_box_append(GTK_BOX(box), care_promise_words_new(name ? name : "", NULL, narrow));
    gtk_box_append(GTK_BOX(box), care_promise_words_new(detail, "caption", narrow));
    gtk_widget_add_css_class(gtk_widget_get_last_child(box), "dimmed");
    if (note) {
        gtk_box_append(GTK_BOX(box), care_promise_words_new(note, "caption", narrow));
        gtk_widget_add_css_class(gtk_widget_get_last_child(box), "dimmed");
    }
    return box;
}

static char *
spoken(CareRecord *invoice, CareRecord *line, CareLineCheck check, CareMoney difference)
{
    g_autofree char *detail = care_invoice_line_detail(invoice, line);
    g_autofree char *billed = care_invoice_money(invoice, care_record_int(line, CARE_INVOICE_LINE_AMOUNT));
    g_autofree char *apart = care_invoice_money(invoice, ABS(difference));
    const char *name = care_record_text(line, CARE_INVOICE_LINE_NAME);
    g_autofree char *how = NULL;

    if (check == CARE_LINE_AS_AGREED)
        how = g_strdup(_("as agreed"));
    else if (check == CARE_LINE_LOWER)
        how = g_strdup_printf(_("%s less than agreed: %s"), apart, reason_of(check, line));
    else if (check == CARE_LINE_HIGHER)
        how = g_strdup_printf(_("%s more than agreed: %s"), apart, reason_of(check, line));
    return g_strjoin(", ", name ? name : "", detail, billed, how, NULL);
}

/* difference: nullable; empty figures keep the columns straight. css_class: nullable. */
static GtkWidget *
cells_new(CarePromiseTable *self, GtkWidget *words, GtkWidget *narrow_words, const char *agreed,
          const char *billed, GtkWidget *difference, const char *css_class)
{
    g_autoptr(GtkWidget) unused = difference ? g_object_ref_sink(difference) : NULL;
    GtkWidget *figures[CARE_PROMISE_N_FIGURES] = { NULL, care_promise_figure_new(billed), NULL };

    if (self->compares) {
        figures[CARE_PROMISE_AGREED] = care_promise_figure_new(agreed);
        figures[CARE_PROMISE_DIFFERENCE] = difference ? difference : care_promise_figure_new("");
    }
    return care_promise_cells_new(self->columns, words, narrow_words, figures, css_class);
}

static GtkWidget *
line_row_new(CarePromiseTable *self, CareRecord *line)
{
    GtkWidget *row = gtk_list_box_row_new();
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    gboolean was_agreed = care_record_is_set(line, CARE_INVOICE_LINE_AGREED);
    g_autofree char *agreed = plain(self, care_record_int(line, CARE_INVOICE_LINE_AGREED));
    g_autofree char *billed = plain(self, care_record_int(line, CARE_INVOICE_LINE_AMOUNT));
    CareMoney difference;
    CareLineCheck check = care_invoice_line_check(self->invoice, line, &difference);
    g_autofree char *label = spoken(self->invoice, line, check, difference);

    gtk_box_append(GTK_BOX(box), cells_new(self, name_cell_new(self->invoice, line, FALSE),
                                           name_cell_new(self->invoice, line, TRUE),
                                           was_agreed ? agreed : CARE_PROMISE_NONE, billed,
                                           difference_new(self, check, difference), NULL));
    if (check == CARE_LINE_LOWER || check == CARE_LINE_HIGHER)
        gtk_box_append(GTK_BOX(box), reason_new(check, reason_of(check, line)));
    gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(row), box);
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(row), self->editable);
    gtk_accessible_update_property(GTK_ACCESSIBLE(row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    return row;
}

static char *
with_currency(CarePromiseTable *self, const char *title)
{
    /* Translators: a column's heading and the sign of its currency, "Billed €" */
    return g_strdup_printf(C_("column", "%s %s"), title,
                           care_currency_symbol(care_record_text(self->invoice, CARE_INVOICE_CURRENCY)));
}

static void
call_columns(CarePromiseTable *self)
{
    care_promise_columns_call(self->columns, CARE_PROMISE_AGREED, _("Agreed"));
    care_promise_columns_call(self->columns, CARE_PROMISE_BILLED, self->compares ? _("Billed") : _("Amount"));
    care_promise_columns_call(self->columns, CARE_PROMISE_DIFFERENCE, _("Difference"));
}

static void
fill_head(CarePromiseTable *self)
{
    g_autofree char *agreed = with_currency(self, _("Agreed"));
    g_autofree char *billed = with_currency(self, self->compares ? _("Billed") : _("Amount"));
    GtkWidget *line = care_promise_words_new(_("Line"), "caption", FALSE);
    GtkWidget *cells;

    clear_box(self->head);
    call_columns(self);
    cells = cells_new(self, line, NULL, agreed, billed, care_promise_figure_new(_("Difference")), "caption");
    gtk_widget_add_css_class(cells, "dimmed");
    gtk_box_append(self->head, cells);
}

static void
add_total(CarePromiseTable *self, const char *title, const char *agreed, const char *billed,
          GtkWidget *difference, const char *css_class)
{
    gtk_box_append(self->totals, cells_new(self, care_promise_words_new(title, css_class, FALSE),
                                           care_promise_words_new(title, css_class, TRUE), agreed, billed,
                                           difference, css_class));
}

static gboolean
bears_tax(CarePromiseTable *self)
{
    for (guint i = 0; i < care_record_list_length(self->invoice, CARE_INVOICE_VAT_BREAKDOWN); i++)
        if (!care_record_is_set(care_record_list_item(self->invoice, CARE_INVOICE_VAT_BREAKDOWN, i),
                                CARE_INVOICE_VAT_REASON))
            return TRUE;
    return FALSE;
}

static void
add_sum(CarePromiseTable *self, gboolean gross)
{
    CareMoney agreed = 0, billed = 0;
    g_autofree char *agreed_text = NULL;
    g_autofree char *billed_text = NULL;
    CareLineCheck check;

    for (guint i = 0; i < care_record_list_length(self->invoice, CARE_INVOICE_LINES); i++) {
        CareRecord *line = care_record_list_item(self->invoice, CARE_INVOICE_LINES, i);

        agreed += care_record_int(line, CARE_INVOICE_LINE_AGREED);
        billed += care_record_int(line, CARE_INVOICE_LINE_AMOUNT);
    }
    check = billed == agreed ? CARE_LINE_AS_AGREED : billed < agreed ? CARE_LINE_LOWER : CARE_LINE_HIGHER;
    agreed_text = plain(self, agreed);
    billed_text = plain(self, billed);
    add_total(self,
              !bears_tax(self) ? _("Total")
              : gross          ? _("Total, tax included")
                               : _("Total before tax"),
              agreed_text, billed_text, difference_new(self, check, billed - agreed), "heading");
}

static void
add_taxes(CarePromiseTable *self, gboolean gross)
{
    for (guint i = 0; i < care_record_list_length(self->invoice, CARE_INVOICE_VAT_BREAKDOWN); i++) {
        CareRecord *vat = care_record_list_item(self->invoice, CARE_INVOICE_VAT_BREAKDOWN, i);
        g_autofree char *words = care_invoice_tax_words(vat, gross, self->sales_tax);
        g_autofree char *tax = plain(self, care_record_int(vat, CARE_INVOICE_VAT_TAX));

        /* or why there is none */
        add_total(self, words, "", care_record_is_set(vat, CARE_INVOICE_VAT_REASON) ? "" : tax, NULL,
                  "dimmed");
    }
}

static void
fill_totals(CarePromiseTable *self)
{
    gboolean gross
        = care_price_mode_is(care_record_text(self->invoice, CARE_INVOICE_PRICES), CARE_MODE_GROSS);
    CareMoney prepaid = care_record_int(self->invoice, CARE_INVOICE_PREPAID);

    clear_box(self->totals);
    add_sum(self, gross);
    add_taxes(self, gross);
    if (prepaid != 0) {
        g_autofree char *figure = signed_plain(self, -prepaid);

        add_total(self, _("Paid before"), "", figure, NULL, "dimmed");
    }
    if ((!gross && bears_tax(self)) || prepaid != 0) {
        g_autofree char *payable = plain(self, care_record_int(self->invoice, CARE_INVOICE_PAYABLE));

        add_total(self, _("To pay"), "", payable, NULL, "heading");
    }
}

static int
focused_line(CarePromiseTable *self)
{
    GtkWidget *child = gtk_widget_get_focus_child(GTK_WIDGET(self->lines));

    return child ? gtk_list_box_row_get_index(GTK_LIST_BOX_ROW(child)) : -1;
}

/* What nobody said yes to is not agreed, whatever the job had as its price. */
static CareRecord *
without_agreement(CareRecord *invoice)
{
    CareRecord *copy = care_record_copy(invoice);

    for (guint i = 0; i < care_record_list_length(copy, CARE_INVOICE_LINES); i++)
        care_record_clear(care_record_list_item(copy, CARE_INVOICE_LINES, i), CARE_INVOICE_LINE_AGREED);
    return copy;
}

void
care_promise_table_set_sales_tax(CarePromiseTable *self, gboolean sales_tax)
{
    g_return_if_fail(CARE_IS_PROMISE_TABLE(self));
    self->sales_tax = sales_tax;
}

void
care_promise_table_show(CarePromiseTable *self, CareRecord *invoice, gboolean agreed, gboolean editable)
{
    g_autoptr(CareRecord) shown = agreed ? g_object_ref(invoice) : without_agreement(invoice);
    guint n = care_record_list_length(invoice, CARE_INVOICE_LINES);
    int focused;

    g_return_if_fail(CARE_IS_PROMISE_TABLE(self));
    focused = focused_line(self);
    g_set_object(&self->invoice, shown);
    self->editable = editable;
    self->compares = FALSE;
    for (guint i = 0; i < n; i++)
        self->compares |= care_record_is_set(care_record_list_item(shown, CARE_INVOICE_LINES, i),
                                             CARE_INVOICE_LINE_AGREED);
    fill_head(self);
    gtk_list_box_remove_all(self->lines);
    for (guint i = 0; i < n; i++)
        gtk_list_box_append(self->lines,
                            line_row_new(self, care_record_list_item(shown, CARE_INVOICE_LINES, i)));
    fill_totals(self);
    gtk_widget_set_visible(GTK_WIDGET(self), n > 0);
    if (focused >= 0 && n > 0)
        care_promise_table_focus_line(self, MIN((guint)focused, n - 1));
}

void
care_promise_table_focus_line(CarePromiseTable *self, guint position)
{
    GtkListBoxRow *row;

    g_return_if_fail(CARE_IS_PROMISE_TABLE(self));
    row = gtk_list_box_get_row_at_index(self->lines, (int)position);
    if (row)
        gtk_widget_grab_focus(GTK_WIDGET(row));
}

static void
on_row_activated(CarePromiseTable *self, GtkListBoxRow *row)
{
    if (self->editable)
        g_signal_emit(self, signals[OPEN], 0, (guint)gtk_list_box_row_get_index(row));
}

static gboolean
on_move_key(GtkWidget *widget, GVariant *args, gpointer data)
{
    CarePromiseTable *self = data;
    int position = focused_line(self), by = g_variant_get_int32(args);
    guint n = self->invoice ? care_record_list_length(self->invoice, CARE_INVOICE_LINES) : 0;

    if (!self->editable || position < 0 || position + by < 0 || position + by >= (int)n)
        return FALSE;
    g_signal_emit(self, signals[MOVE], 0, (guint)position, by);
    return TRUE;
}

static gboolean
on_remove_key(GtkWidget *widget, GVariant *args, gpointer data)
{
    CarePromiseTable *self = data;
    int position = focused_line(self);

    if (!self->editable || position < 0)
        return FALSE;
    g_signal_emit(self, signals[REMOVE], 0, (guint)position);
    return TRUE;
}

static void
add_keys(CarePromiseTable *self)
{
    GtkEventController *keys = gtk_shortcut_controller_new();
    const struct {
        guint key;
        GdkModifierType modifiers;
        int by; /* 0: remove */
    } table[] = { { GDK_KEY_Up, GDK_ALT_MASK, -1 },
                  { GDK_KEY_Down, GDK_ALT_MASK, 1 },
                  { GDK_KEY_Delete, GDK_NO_MODIFIER_MASK, 0 } };

    for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
        GtkShortcut *shortcut = gtk_shortcut_new(
            gtk_keyval_trigger_new(table[i].key, table[i].modifiers),
            gtk_callback_action_new(table[i].by == 0 ? on_remove_key : on_move_key, self, NULL));

        gtk_shortcut_set_arguments(shortcut, g_variant_new_int32(table[i].by));
        gtk_shortcut_controller_add_shortcut(GTK_SHORTCUT_CONTROLLER(keys), shortcut);
    }
    gtk_widget_add_controller(GTK_WIDGET(self->lines), keys);
}

static void
care_promise_table_dispose(GObject *object)
{
    CarePromiseTable *self = CARE_PROMISE_TABLE(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_PROMISE_TABLE);
    g_clear_object(&self->invoice);
    g_clear_pointer(&self->columns, care_promise_columns_free);
    G_OBJECT_CLASS(care_promise_table_parent_class)->dispose(object);
}

static void
care_promise_table_class_init(CarePromiseTableClass *klass)
{
    GType type = G_TYPE_FROM_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_promise_table_dispose;

    signals[OPEN]
        = g_signal_new("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
    signals[MOVE] = g_signal_new("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_UINT, G_TYPE_INT);
    signals[REMOVE]
        = g_signal_new("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

    CARE_TEMPLATE(klass, "invoices/promise-table.ui");
    CARE_TEMPLATE_CHILDREN(klass, CarePromiseTable, head, lines, totals);
    CARE_TEMPLATE_CALLBACKS(klass, on_row_activated);
}

static void
care_promise_table_init(CarePromiseTable *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    self->columns = care_promise_columns_new();
    add_keys(self);
}
