/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/outreach/default-texts.h"

#include <glib/gi18n-lib.h>

#include "model/text.h"
#include "service/flow.h"
#include "store/kind-query.h"
#include "store/setting.h"

static const struct {
    const char *situation;
    const char *name;
    const char *subject;
    const char *body;
} texts[] = {
    /* Translators: words in {braces} are placeholders; they stay as they are, but {thing}, which begins with a small letter, is
     * {device} in a language that writes nouns with a capital one. What follows the greeting begins as is the
     * custom after its sign: with a capital letter here, with a small one in German, where it ends with a comma. */
    { "ready", N_("It Is Ready"), N_("Your {thing} is ready"),
      N_("Dear {first_name},\n\nYour {thing} is ready. You can collect it at {shop} whenever we are open: "
         "{hours}. Please bring the number {job}.\n\nKind regards\n{contact}\n{shop}") },
    { "thanks", N_("Thank You"), N_("Thank you, {first_name}"),
      N_("Dear {first_name},\n\nThank you for bringing your {thing} to us. If anything about it is not as "
         "it "
         "should be, tell us: {contact_phone}.\n\nKind regards\n{contact}\n{shop}") },
    { "check", N_("Does It Still Work?"), N_("Is everything well with your {thing}?"),
      N_("Dear {first_name},\n\nA few days have passed since you collected your {thing}. Does everything "
         "work "
         "as it should? A word is enough, and we look at it at once.\n\nKind regards\n{contact}\n{shop}") },
    { "feedback", N_("How Did It Go?"), N_("How did it go with us?"),
      N_("Dear {first_name},\n\nHow likely is it that you recommend us to a friend, from 0 (not at all) to "
         "10? "
         "A number is enough; a word about what we can do better is worth even more to us.\n\nKind "
         "regards\n{contact}\n{shop}") },
    { "service", N_("Service Is Due"), N_("Time for a look at your {thing}"),
      N_("Dear {first_name},\n\nIt is time for the next service of your {thing}. Call us at {contact_phone} "
         "or drop in, and we find a day that suits you.\n\nKind regards\n{contact}\n{shop}") },
    { "warranty", N_("Warranty Ends Soon"), N_("A free check before your warranty ends"),
      N_("Dear {first_name},\n\nThe warranty on our work on your {thing} ends on {warranty_end}. Bring it "
         "in "
         "before that, and we check it free of charge.\n\nKind regards\n{contact}\n{shop}") },
    { "invoice", N_("Your Invoice"), N_("Invoice {invoice_number}"),
      N_("Dear {first_name},\n\nWith this comes invoice {invoice_number}. {open} is due by {due_date}. If "
         "anything on it "
         "is not clear, ask us: {contact_phone}.\n\nKind regards\n{contact}\n{shop}") },
    { "reminder", N_("Friendly Reminder"), N_("Invoice {invoice_number} is still open"),
      N_("Dear {first_name},\n\nInvoice {invoice_number} was due on {due_date}, and {open} is still open. "
         "Perhaps it was "
         "overlooked. If you have paid in the meantime, please forget this message.\n\nKind "
         "regards\n{contact}\n{shop}") },
    { "complaint", N_("We Heard You"), N_("Your complaint: thank you for telling us"),
      N_("Dear {first_name},\n\nThank you for telling us, and we are sorry for the trouble. {contact} looks "
         "into it now, and you hear from us by the next working day at the latest.\n\nKind "
         "regards\n{contact}\n{shop}") },
    { "occasion", N_("All the Best"), N_("All the best from {shop}"),
      N_("Dear {first_name},\n\nAll the best on the occasion of your {occasion}. It is good to have you with "
         "us.\n\nKind regards\n{contact}\n{shop}") },
};

static gboolean
add_text(CareTransaction *transaction, gsize i, GError **error)
{
    g_autoptr(CareRecord) text = CARE_RECORD(care_text_new());

    care_record_set_text(text, CARE_TEXT_NAME, _(texts[i].name));
    care_record_set_text(text, CARE_TEXT_SITUATION, texts[i].situation);
    care_record_set_text(text, CARE_TEXT_SUBJECT, _(texts[i].subject));
    care_record_set_text(text, CARE_TEXT_BODY, _(texts[i].body));
    return care_flow_save(transaction, text, NULL, error);
}

gboolean
care_default_texts_add(CareTransaction *transaction, GError **error)
{
    g_autofree char *given = care_transaction_setting(transaction, CARE_SETTING_DEFAULT_TEXTS);
    gboolean own = care_kind_had_any(care_transaction_connection(transaction), &care_text_kind, FALSE);

    if (given != NULL)
        return TRUE;
    for (gsize i = 0; !own && i < G_N_ELEMENTS(texts); i++)
        if (!add_text(transaction, i, error))
            return FALSE;
    return care_transaction_set_setting(transaction, CARE_SETTING_DEFAULT_TEXTS, "true", error);
}

static gboolean
closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_default_texts_add(transaction, error);
}

static void
on_added(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    /* A shop that cannot be written to says so at the first thing that somebody does. */
    if (!care_store_write_finish(CARE_STORE(source), result, &error))
        g_debug("texts: %s", error->message);
}

void
care_default_texts_add_async(CareStore *store)
{
    g_autofree char *given = care_store_setting(store, CARE_SETTING_DEFAULT_TEXTS);

    if (given == NULL)
        care_store_write_async(store, CARE_PRIORITY_BACKGROUND, closure, NULL, NULL, NULL, on_added, NULL);
}
