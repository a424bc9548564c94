/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/record.h"

#include <string.h>

/* Numbers and references are in number, text kinds in text, lists in list; set tells 0 from nothing. */
typedef struct {
    gboolean set;
    union {
        gint64 number;
        char *text;
        GListStore *list;
    };
} CareValue;

typedef struct {
    CareId id;
    CareRecordStamp stamp;
    CareValue *values;
} CareRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE(CareRecord, care_record, G_TYPE_OBJECT)

static const CareField *
field_of(CareRecord *self, int field)
{
    const CareKind *kind = CARE_RECORD_GET_CLASS(self)->kind;

    g_assert(field >= 0 && (guint)field < kind->n_fields);
    return &kind->fields[field];
}

static CareValue *
value_of(CareRecord *self, int field)
{
    CareRecordPrivate *priv = care_record_get_instance_private(self);

    /* Not in init: there the instance does not know its kind yet. */
    if (priv->values == NULL)
        priv->values = g_new0(CareValue, CARE_RECORD_GET_CLASS(self)->kind->n_fields);
    return &priv->values[field];
}

static void
notify(CareRecord *self, int field)
{
    g_object_notify_by_pspec(G_OBJECT(self), CARE_RECORD_GET_CLASS(self)->pspecs[field]);
}

static void
care_record_finalize(GObject *object)
{
    CareRecord *self = CARE_RECORD(object);
    CareRecordPrivate *priv = care_record_get_instance_private(self);
    const CareKind *kind = CARE_RECORD_GET_CLASS(self)->kind;

    for (guint i = 0; priv->values != NULL && i < kind->n_fields; i++) {
        if (care_field_is_text(&kind->fields[i]))
            g_free(priv->values[i].text);
        else if (kind->fields[i].kind == CARE_FIELD_LIST)
            g_clear_object(&priv->values[i].list);
    }
    g_free(priv->values);
    G_OBJECT_CLASS(care_record_parent_class)->finalize(object);
}

static void
care_record_get_property(GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
    CareRecord *self = CARE_RECORD(object);
    int field = (int)prop_id - 1;

    if (G_VALUE_HOLDS_STRING(value))
        g_value_set_string(value, care_record_text(self, field));
    else if (G_VALUE_HOLDS_BOOLEAN(value))
        g_value_set_boolean(value, care_record_int(self, field) != 0);
    else if (G_VALUE_HOLDS_INT64(value))
        g_value_set_int64(value, care_record_int(self, field));
    else
        g_value_set_object(value, care_record_list(self, field));
}

static void
care_record_set_property(GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
    CareRecord *self = CARE_RECORD(object);
    int field = (int)prop_id - 1;

    if (G_VALUE_HOLDS_STRING(value))
        care_record_set_text(self, field, g_value_get_string(value));
    else if (G_VALUE_HOLDS_BOOLEAN(value))
        care_record_set_int(self, field, g_value_get_boolean(value));
    else
        care_record_set_int(self, field, g_value_get_int64(value));
}

static void
care_record_class_init(CareRecordClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->finalize = care_record_finalize;
}

static void
care_record_init(CareRecord *self)
{
}

static GParamSpec *
pspec_for(const CareField *field)
{
    GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY;

    if (care_field_is_text(field))
        return g_param_spec_string(field->name, NULL, NULL, NULL, flags);
    if (field->kind == CARE_FIELD_BOOLEAN)
        return g_param_spec_boolean(field->name, NULL, NULL, FALSE, flags);
    if (field->kind == CARE_FIELD_LIST)
        return g_param_spec_object(field->name, NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE);
    return g_param_spec_int64(field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
}

void
care_record_class_set_kind(CareRecordClass *klass, const CareKind *kind)
{
    g_assert(kind->n_fields <= CARE_FIELDS_MAX);
    /* GObject does not inherit these two: properties belong to the class that installs them. */
    G_OBJECT_CLASS(klass)->get_property = care_record_get_property;
    G_OBJECT_CLASS(klass)->set_property = care_record_set_property;
    klass->kind = kind;
    klass->pspecs = g_new(GParamSpec *, kind->n_fields); /* like the class, for ever */
    for (guint i = 0; i < kind->n_fields; i++) {
        klass->pspecs[i] = pspec_for(&kind->fields[i]);
        g_object_class_install_property(G_OBJECT_CLASS(klass), i + 1, klass->pspecs[i]);
    }
}

/** care_record_new: a new, empty record of a kind; its id is 0 until it is saved. */
CareRecord *
care_record_new(const CareKind *kind)
{
    return g_object_new(kind->get_type(), NULL);
}

const CareKind *
care_record_kind(CareRecord *self)
{
    return CARE_RECORD_GET_CLASS(self)->kind;
}

gboolean
care_record_is(CareRecord *self, const CareKind *kind)
{
    return self != NULL && CARE_RECORD_GET_CLASS(self)->kind == kind;
}

CareId
care_record_id(CareRecord *self)
{
    CareRecordPrivate *priv = care_record_get_instance_private(self);

    return priv->id;
}

void
care_record_set_id(CareRecord *self, CareId id)
{
    CareRecordPrivate *priv = care_record_get_instance_private(self);

    priv->id = id;
}

CareRecordStamp
care_record_stamp(CareRecord *self)
{
    CareRecordPrivate *priv = care_record_get_instance_private(self);

    return priv->stamp;
}

void
care_record_set_stamp(CareRecord *self, CareRecordStamp stamp)
{
    CareRecordPrivate *priv = care_record_get_instance_private(self);

    priv->stamp = stamp;
}

CareInstant
care_record_gone_since(CareRecord *self)
{
    CareRecordStamp stamp = care_record_stamp(self);

    return MIN(stamp.deleted, stamp.changed); /* the one may be moved ahead, the other be touched since */
}

/** care_record_is_set: whether the field has a value: 0 is one, a list needs at least one entry. */
gboolean
care_record_is_set(CareRecord *self, int field)
{
    if (field_of(self, field)->kind == CARE_FIELD_LIST)
        return care_record_list_length(self, field) > 0;
    return value_of(self, field)->set;
}

void
care_record_clear(CareRecord *self, int field)
{
    const CareField *f = field_of(self, field);
    CareValue *value = value_of(self, field);

    if (care_field_is_text(f)) {
        care_record_set_text(self, field, NULL);
    } else if (f->kind == CARE_FIELD_LIST) {
        g_list_store_remove_all(care_record_list(self, field));
    } else if (value->set) {
        value->set = FALSE;
        value->number = 0;
        notify(self, field);
    }
}

const char *
care_record_text(CareRecord *self, int field)
{
    g_return_val_if_fail(care_field_is_text(field_of(self, field)), NULL);

    return value_of(self, field)->text;
}

void
care_record_set_text(CareRecord *self, int field, const char *text)
{
    CareValue *value = value_of(self, field);

    g_return_if_fail(care_field_is_text(field_of(self, field)));

    if (text != NULL && *text == '\0')
        text = NULL;
    if (!g_set_str(&value->text, text))
        return;
    value->set = text != NULL;
    notify(self, field);
}

gint64
care_record_int(CareRecord *self, int field)
{
    const CareField *f = field_of(self, field);

    g_return_val_if_fail(!care_field_is_text(f) && f->kind != CARE_FIELD_LIST, 0);

    return value_of(self, field)->number;
}

void
care_record_set_int(CareRecord *self, int field, gint64 number)
{
    const CareField *f = field_of(self, field);
    CareValue *value = value_of(self, field);
    gboolean set = f->kind != CARE_FIELD_REF || number != 0;

    g_return_if_fail(!care_field_is_text(f) && f->kind != CARE_FIELD_LIST);

    if (value->set == set && value->number == number)
        return;
    value->set = set;
    value->number = number;
    notify(self, field);
}

/** care_record_date: the date of a DATE or DAY field; month 0 when not set. */
CareDate
care_record_date(CareRecord *self, int field)
{
    CareDate date = { 0 };
    const char *text = care_record_text(self, field);

    if (text == NULL || !care_date_parse(text, &date))
        return (CareDate){ 0 };
    return date;
}

void
care_record_set_date(CareRecord *self, int field, CareDate date)
{
    g_autofree char *text = care_date_is_set(date) ? care_date_to_string(date) : NULL;

    care_record_set_text(self, field, text);
}

GListStore *
care_record_list(CareRecord *self, int field)
{
    const CareField *f = field_of(self, field);
    CareValue *value = value_of(self, field);

    g_return_val_if_fail(f->kind == CARE_FIELD_LIST, NULL);

    if (value->list == NULL)
        value->list = g_list_store_new(care_kind_child(f)->get_type());
    return value->list;
}

guint
care_record_list_length(CareRecord *self, int field)
{
    CareValue *value = value_of(self, field);

    g_return_val_if_fail(field_of(self, field)->kind == CARE_FIELD_LIST, 0);

    return value->list == NULL ? 0 : g_list_model_get_n_items(G_LIST_MODEL(value->list));
}

CareRecord *
care_record_list_item(CareRecord *self, int field, guint position)
{
    g_autoptr(CareRecord) item = g_list_model_get_item(G_LIST_MODEL(care_record_list(self, field)), position);

    return item; /* the list holds it */
}

CareRecord *
care_record_list_add(CareRecord *self, int field)
{
    g_autoptr(CareRecord) child = care_record_new(care_kind_child(field_of(self, field)));

    g_list_store_append(care_record_list(self, field), child);
    return child; /* the list holds it */
}

CareRecord *
care_record_list_find(CareRecord *self, int field, CareId id)
{
    guint n = id != 0 ? care_record_list_length(self, field) : 0;

    for (guint i = 0; i < n; i++)
        if (care_record_id(care_record_list_item(self, field, i)) == id)
            return care_record_list_item(self, field, i);
    return NULL;
}

/* The same values may stand in rows that got their ids meanwhile. */
static void
assign_ids(CareRecord *self, CareRecord *from, int field)
{
    for (guint i = 0; i < care_record_list_length(self, field); i++)
        care_record_set_id(care_record_list_item(self, field, i),
                           care_record_id(care_record_list_item(from, field, i)));
}

static void
assign_list(CareRecord *self, CareRecord *from, int field)
{
    g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func(g_object_unref);
    guint n = care_record_list_length(from, field);

    for (guint i = 0; i < n; i++)
        g_ptr_array_add(copies, care_record_copy(care_record_list_item(from, field, i)));
    g_list_store_splice(care_record_list(self, field), 0, care_record_list_length(self, field), copies->pdata,
                        n);
    notify(self, field);
}

/** care_record_assign_field: takes one value over, children with their ids; notifies if it differs. */
void
care_record_assign_field(CareRecord *self, CareRecord *from, int field)
{
    const CareField *f = field_of(self, field);
    gboolean equal = care_record_field_equal(self, from, field);

    if (f->kind == CARE_FIELD_LIST && equal)
        assign_ids(self, from, field);
    else if (f->kind == CARE_FIELD_LIST)
        assign_list(self, from, field);
    else if (equal)
        return;
    else if (care_field_is_text(f))
        care_record_set_text(self, field, care_record_text(from, field));
    else if (care_record_is_set(from, field))
        care_record_set_int(self, field, care_record_int(from, field));
    else
        care_record_clear(self, field);
}

void
care_record_assign(CareRecord *self, CareRecord *from)
{
    const CareKind *kind = care_record_kind(self);

    g_return_if_fail(care_record_is(from, kind));

    g_object_freeze_notify(G_OBJECT(self));
    for (guint i = 0; i < kind->n_fields; i++)
        care_record_assign_field(self, from, (int)i);
    care_record_set_stamp(self, care_record_stamp(from));
    g_object_thaw_notify(G_OBJECT(self));
}

CareRecord *
care_record_copy(CareRecord *self)
{
    CareRecord *copy = care_record_new(care_record_kind(self));

    care_record_assign(copy, self);
    care_record_set_id(copy, care_record_id(self));
    return copy;
}

/* Of what the program writes down itself only a number is a name: a payment is not called EUR. */
static gboolean
names(const CareField *field)
{
    return field->kind == CARE_FIELD_TEXT
           && (!(field->flags & CARE_FIELD_COMPUTED) || (field->flags & CARE_FIELD_CODES));
}

/** care_record_title: (transfer full): one line that names the record for people; never empty. */
char *
care_record_title(CareRecord *self)
{
    const CareKind *kind = care_record_kind(self);
    g_autofree char *title = kind->title != NULL ? kind->title(self) : NULL;

    if (title != NULL && *title != '\0')
        return g_steal_pointer(&title);
    for (guint i = 0; i < kind->n_fields; i++)
        if (names(&kind->fields[i]) && care_record_text(self, (int)i) != NULL)
            return g_strdup(care_record_text(self, (int)i));
    return g_strdup(care_kind_label(kind));
}

/** care_record_detail: (transfer full) (nullable): what tells the record from others of its title. */
char *
care_record_detail(CareRecord *self)
{
    const CareKind *kind = care_record_kind(self);

    return kind->detail != NULL ? kind->detail(self) : NULL;
}

/** care_record_customer: whose the record is: a customer is their own; 0 for what is the shop's. */
CareId
care_record_customer(CareRecord *self)
{
    const CareKind *kind = care_record_kind(self);
    int field = care_kind_customer_field(kind);

    if (field >= 0)
        return care_record_int(self, field);
    return strcmp(kind->name, "customer") == 0 ? care_record_id(self) : 0;
}
