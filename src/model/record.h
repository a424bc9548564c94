/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/decimal.h"
#include "core/id.h"
#include "core/money.h"
#include "model/kind.h"

G_BEGIN_DECLS

/* CareRecord: the base of all records.
 *
 * A record is a row of values described by its kind's table of fields. From the table come the GObject
 * properties, validation, copy and equality; the store, JSON, CSV and the forms read the same table.
 * Numbers know "not set" apart from 0. Not thread-safe: shared records live on the main thread, a transaction
 * works on copies of its own. */
#define CARE_TYPE_RECORD (care_record_get_type())
G_DECLARE_DERIVABLE_TYPE(CareRecord, care_record, CARE, RECORD, GObject)

struct _CareRecordClass {
    GObjectClass parent_class;
    const CareKind *kind;
    GParamSpec **pspecs; /* by field */
};

/* For class_init of a kind: declares its fields and installs a property for each. */
void care_record_class_set_kind(CareRecordClass *klass, const CareKind *kind);

CareRecord *care_record_new(const CareKind *kind);
const CareKind *care_record_kind(CareRecord *self);
gboolean care_record_is(CareRecord *self, const CareKind *kind);

CareId care_record_id(CareRecord *self);
void care_record_set_id(CareRecord *self, CareId id);

/* Kept by the store: when made and last changed, by whom (a staff id or 0), and when deleted (0: it is not). */
typedef struct {
    CareInstant created;
    CareInstant changed;
    CareId changed_by;
    CareInstant deleted;
} CareRecordStamp;
CareRecordStamp care_record_stamp(CareRecord *self);
void care_record_set_stamp(CareRecord *self, CareRecordStamp stamp);
/* The instant in which it was deleted, to be told; 0: it is not. What the stamp says is the day in its book by which it goes for
 * good, and moves along with the days that do not count (store/deletion.h). Of what was taken back, which nobody deleted, it is
 * when it was changed before: care_taken_back_went() knows those (store/taken-back.h). */
CareInstant care_record_gone_since(CareRecord *self);

gboolean care_record_is_set(CareRecord *self, int field);
void care_record_clear(CareRecord *self, int field);
const char *care_record_text(CareRecord *self, int field);                /* NULL when not set */
void care_record_set_text(CareRecord *self, int field, const char *text); /* NULL or "" clears */
gint64 care_record_int(CareRecord *self, int field);                      /* 0 when not set */
void care_record_set_int(CareRecord *self, int field, gint64 value);
CareDate care_record_date(CareRecord *self, int field);
void care_record_set_date(CareRecord *self, int field, CareDate date);
GListStore *care_record_list(CareRecord *self, int field); /* transfer none; never NULL */
guint care_record_list_length(CareRecord *self, int field);
CareRecord *care_record_list_item(CareRecord *self, int field, guint position); /* transfer none */
CareRecord *care_record_list_add(CareRecord *self, int field); /* a new child at the end; transfer none */
/* The child with this id; NULL when there is none, and for 0. Transfer none. */
CareRecord *care_record_list_find(CareRecord *self, int field, CareId id);

CareRecord *care_record_copy(CareRecord *self); /* deep; the same id and stamp */
void care_record_assign(CareRecord *self,
                        CareRecord *from); /* takes all values over, notifying those that differ */
void care_record_assign_field(CareRecord *self, CareRecord *from, int field);
gboolean care_record_equal(CareRecord *a, CareRecord *b); /* values only, not id and stamp */
typedef gboolean (*CareRecordAgree)(CareRecord *a, CareRecord *b);
/* Whether the rows of a list are as many, and each agrees with that in its place. */
gboolean care_record_rows_agree(CareRecord *a, CareRecord *b, int field, CareRecordAgree agree);
gboolean care_record_field_equal(CareRecord *a, CareRecord *b, int field);
/* Two of a kind, as somebody wrote them: without what follows from that and may be made anew. */
gboolean care_record_says_the_same(CareRecord *a, CareRecord *b);
/* The fields whose values differ: CARE_FIELD_BIT() of each. */
guint64 care_record_difference(CareRecord *a, CareRecord *b);
char *care_record_title(CareRecord *self);
char *care_record_detail(CareRecord *self); /* transfer full, nullable: tells it from others of its title */
/* CARE_ERROR_NOT_FOUND, with the sentence that no record of the kind has that id. */
void care_set_error_not_found(GError **error, const CareKind *kind, const char *id);
CareId care_record_customer(CareRecord *self); /* whose it is, or its own for a customer; 0 for nobody's */

/* The first schema under which every door asked what is asked today; what was entered before may say otherwise, and stands. */
#define CARE_SCHEMA_THAT_ASKED 2
/* That whose programs let nobody take the job from what was issued, or its days from its status, nor say when somebody who
 * is alive will be born, or what is still to come of what has happened. */
#define CARE_SCHEMA_THAT_ASKED_MORE 3
/* That whose programs let no file bring a draft that does not add up: every door has always asked that, and no import did. */
#define CARE_SCHEMA_THAT_ADDED_UP 4
/* That whose contacts and answers say which steps they have seen to. */
#define CARE_SCHEMA_THAT_SAID_STEPS 4
/* No schema's: a rule that came when the newest was closed already. It is asked where something is entered; of what stands or
 * comes it is told, and nothing is lost for it. */
#define CARE_SCHEMA_TO_COME G_MAXINT

void care_record_drop_unseen(CareRecord *self, CareRecord *old);
const CareField *care_record_find_unseen(CareRecord *self);
void care_record_prepare(CareRecord *self, CareRecord *old, const CareShopFacts *shop);
gboolean care_record_validate(CareRecord *self, GError **error);
gboolean care_record_recheck(CareRecord *self, CareRecord *before, GError **error);
gboolean care_record_check_taken(CareRecord *self, int schema, GError **error);
gboolean care_record_is_valid(CareRecord *self, int schema, int *field);
int care_record_below_zero(CareRecord *self);
int care_record_beyond(CareRecord *self);
int care_record_within(CareRecord *self, int field);
gboolean care_record_has_real_times(CareRecord *self);

/* Plain text of a field and back: JSON strings, CSV cells and FIELD=VALUE of the command line. */
char *care_record_field_to_string(CareRecord *self, int field, const char *currency);
gboolean care_record_field_parse(CareRecord *self, int field, const char *text, const char *currency,
                                 GError **error);
gboolean care_record_field_take(CareRecord *self, int field, const char *text, const char *currency,
                                GError **error);

/* Whether people pay with it, or it has none of its own. */
gboolean care_record_has_real_currency(CareRecord *self);
/* The currency that the record's amounts are in: its own if its kind has one, else the shop's; also instead of one that there
 * is not. Of the record, or shop_currency itself. */
const char *care_record_currency(CareRecord *self, const char *shop_currency);
/* Before it is written: an amount is in the currency of the shop when it was first written down, and stays in it, whatever
 * the shop's is by now. Only where the currency is no choice of somebody's; a record without amounts has none, which its kind's
 * flow sees to. old is nullable. */
void care_record_keep_currency(CareRecord *self, CareRecord *old, const char *shop_currency);

/* In a kind's .c file, after its table of fields. The rest of the CareKind follows as designated initialisers. */
#define CARE_DEFINE_RECORD(TypeName, type_name, FIELDS, kind_name, kind_label, ...)                          \
    struct _##TypeName {                                                                                     \
        CareRecord parent_instance;                                                                          \
    };                                                                                                       \
    G_DEFINE_FINAL_TYPE(TypeName, type_name, CARE_TYPE_RECORD)                                               \
    static const CareField type_name##_fields[] = { FIELDS(CARE_FIELD_ROW) };                                \
    const CareKind type_name##_kind = { .name = kind_name,                                                   \
                                        .label = kind_label,                                                 \
                                        .get_type = type_name##_get_type,                                    \
                                        .fields = type_name##_fields,                                        \
                                        .n_fields = G_N_ELEMENTS(type_name##_fields),                        \
                                        __VA_ARGS__ };                                                       \
    static void type_name##_class_init(TypeName##Class *klass)                                               \
    {                                                                                                        \
        care_record_class_set_kind(CARE_RECORD_CLASS(klass), &type_name##_kind);                             \
    }                                                                                                        \
    static void type_name##_init(TypeName *self) {}

/* In a kind's header, after its table of fields. */
#define CARE_DECLARE_RECORD(TypeName, type_name, MODULE_NAME, FIELDS)                                        \
    typedef enum { FIELDS(CARE_FIELD_ENUMERATOR) } TypeName##Field;                                          \
    extern const CareKind type_name##_kind;                                                                  \
    G_DECLARE_FINAL_TYPE(TypeName, type_name, CARE, MODULE_NAME, CareRecord)                                 \
    static inline TypeName *type_name##_new(void) { return (TypeName *)care_record_new(&type_name##_kind); }

G_END_DECLS
