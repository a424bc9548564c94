/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/case-table.h"
#include "common/draft-text.h"
#include "exchange/import/csv-contacts.h"

typedef struct {
    const char *name; /* the header */
    CareContactField field;
    const char *label;
} Header;

#define F(field) CARE_CONTACT_FIELD_##field

static const Header headers[] = {
    { "Name", F(NAME), NULL },
    { "Display Name", F(NAME), NULL },
    { "First Name", F(GIVEN), NULL },
    { "firstName", F(GIVEN), NULL },
    { "FIRST_NAME", F(GIVEN), NULL },
    { "Contact First Name", F(GIVEN), NULL },
    { "contact.last_name", F(FAMILY), NULL },
    { "Middle Name", F(ADDITIONAL), NULL },
    { "Name Prefix", F(PREFIX), NULL },
    { "Nickname", F(NICKNAME), NULL },
    { "Vorname", F(GIVEN), NULL },
    { "Nachname", F(FAMILY), NULL },
    { "Anzeigename", F(NAME), NULL },
    { "Prénom", F(GIVEN), NULL },
    { "Nom de famille", F(FAMILY), NULL },
    { "Apellidos", F(FAMILY), NULL },
    { "Cognome", F(FAMILY), NULL },
    { "Imię", F(GIVEN), NULL },
    { "Nazwisko", F(FAMILY), NULL },
    { "Achternaam", F(FAMILY), NULL },
    { "Příjmení", F(FAMILY), NULL },
    { "Company", F(ORGANISATION), NULL },
    { "Business", F(ORGANISATION), NULL },
    { "Organization Name", F(ORGANISATION), NULL },
    { "Organization 1 - Name", F(ORGANISATION), NULL },
    { "Firma", F(ORGANISATION), NULL },
    { "Société", F(ORGANISATION), NULL },
    { "E-mail Address", F(EMAIL), NULL },
    { "E-mail 2 Address", F(EMAIL), NULL },
    { "E-mail 1 - Value", F(EMAIL), NULL },
    { "E-mail 1 - Type", F(EMAIL_LABEL), NULL },
    { "E-mail 1 - Label", F(EMAIL_LABEL), NULL },
    { "Primäre E-Mail-Adresse", F(EMAIL), NULL },
    { "Adresse électronique principale", F(EMAIL), NULL },
    { "E-mail Display Name", F(NONE), NULL },
    { "Business Phone", F(PHONE), "work" },
    { "Business Phone 2", F(PHONE), "work" },
    { "Home Phone", F(PHONE), "home" },
    { "Mobile Phone", F(PHONE), "mobile" },
    { "Mobile Number", F(PHONE), "mobile" },
    { "Work Mobile", F(PHONE), "mobile" },
    { "Business Fax", F(PHONE), "work fax" },
    { "Home Fax", F(PHONE), "home fax" },
    { "Other Fax", F(PHONE), "fax" },
    { "Fax Number", F(PHONE), "fax" },
    { "Company Main Phone", F(PHONE), "main" },
    { "Pager", F(PHONE), "pager" },
    { "Phone 1 - Value", F(PHONE), NULL },
    { "Phone 1 - Type", F(PHONE_LABEL), NULL },
    { "Tel. dienstlich", F(PHONE), "work" },
    { "Tel. privat", F(PHONE), "home" },
    { "Telefon geschäftlich", F(PHONE), "work" },
    { "Mobil-Tel.-Nr.", F(PHONE), "mobile" },
    { "Handy", F(PHONE), "mobile" },
    { "Téléphone (domicile)", F(PHONE), "home" },
    { "Télécopie (bureau)", F(PHONE), "work fax" },
    { "Tél. mobile", F(PHONE), "mobile" },
    { "Teléfono móvil", F(PHONE), "mobile" },
    { "Telefono di casa 2", F(PHONE), "home" },
    { "Telefon komórkowy", F(PHONE), "mobile" },
    { "Home Street", F(STREET), "home" },
    { "Business Street 2", F(STREET_MORE), "work" },
    { "Home Address", F(STREET), "home" },
    { "Home Address 2", F(STREET_MORE), "home" },
    { "Home Address PO Box", F(STREET_MORE), "home" },
    { "Address", F(STREET), NULL },
    { "Address 2", F(STREET_MORE), NULL },
    { "address1", F(STREET), NULL },
    { "Address 2 - Street", F(STREET), NULL },
    { "Address 1 - Extended Address", F(STREET_MORE), NULL },
    { "Address 1 - Formatted", F(ADDRESS_TEXT), NULL },
    { "Address 1 - Type", F(ADDRESS_LABEL), NULL },
    { "Apt/Suite", F(STREET_MORE), NULL },
    { "Client Street", F(STREET), NULL },
    { "Billing Street", F(STREET), "billing" },
    { "Shipping City", F(LOCALITY), "shipping" },
    { "Home City", F(LOCALITY), "home" },
    { "Work ZipCode", F(POSTCODE), "work" },
    { "Business Postal Code", F(POSTCODE), "work" },
    { "Business Country/Region", F(COUNTRY), "work" },
    { "Home State", F(REGION), "home" },
    { "State/Province", F(REGION), NULL },
    { "Privat: PLZ", F(POSTCODE), "home" },
    { "Dienstlich: Adresse 2", F(STREET_MORE), "work" },
    { "Dienstlich: Bundesland", F(REGION), "work" },
    { "Straße privat", F(STREET), "home" },
    { "Ort", F(LOCALITY), NULL },
    { "Land", F(COUNTRY), NULL },
    { "Pays/Région (bureau)", F(COUNTRY), "work" },
    { "Dép/Région (domicile)", F(REGION), "home" },
    { "Código postal del trabajo", F(POSTCODE), "work" },
    { "País o región del trabajo", F(COUNTRY), "work" },
    { "CAP di Lavoro", F(POSTCODE), "work" },
    { "Miasto (dom)", F(LOCALITY), "home" },
    { "Birthday", F(BIRTHDAY), NULL },
    { "Birth Day", F(BIRTH_DAY), NULL },
    { "Geburtsdatum", F(BIRTHDAY), NULL },
    { "Date de naissance", F(BIRTHDAY), NULL },
    { "Anniversary", F(ANNIVERSARY), NULL },
    { "Event 1 - Value", F(EVENT), NULL },
    { "Categories", F(TAGS), NULL },
    { "Group Membership", F(TAGS), NULL },
    { "Labels", F(TAGS), NULL },
    { "Notes", F(NOTE), NULL },
    { "Client Private Notes", F(NOTE), NULL },
    { "Bemerkungen", F(NOTE), NULL },
    { "Web Page 1", F(URL), NULL },
    { "Website 1 - Value", F(URL), NULL },
    { "Client Website", F(URL), NULL },
    { "Client VAT Number", F(VAT_ID), NULL },
    { "USt-IdNr.", F(VAT_ID), NULL },
    { "Language", F(LANGUAGE), NULL },
    { "Photo", F(PHOTO), NULL },
    { "Фамилия", F(FAMILY), NULL },
    { "Мобильный телефон", F(PHONE), "mobile" },
    { "メールアドレス", F(EMAIL), NULL },
    { "携帯電話", F(PHONE), "mobile" },
    { "手机", F(PHONE), "mobile" },
    { "전화번호", F(PHONE), NULL },
    { "fname", F(GIVEN), NULL },
    { "lname", F(FAMILY), NULL },
    { "postal", F(POSTCODE), NULL },
    { "EmailID", F(EMAIL), NULL },
    { "client_surname", F(FAMILY), NULL },
    { "client_birthdate", F(BIRTHDAY), NULL },
    { "Default Address Address1", F(STREET), NULL },
    { "Default Address Address2", F(STREET_MORE), NULL },
    { "Default Address City", F(LOCALITY), NULL },
    { "Default Address Zip", F(POSTCODE), NULL },
    { "Default Address Phone", F(PHONE), NULL },
    { "Default Address Company", F(ORGANISATION), NULL },
    { "Mailing Street", F(STREET), NULL },
    { "Mailing State/Province", F(REGION), NULL },
    { "Mailing Zip/Postal Code", F(POSTCODE), NULL },
    { "State/Region", F(REGION), NULL },
    { "province/state", F(REGION), NULL },
    { "postal_code/zip_code", F(POSTCODE), NULL },
    { "Person - Name", F(NAME), NULL },
    { "Person - Email", F(EMAIL), NULL },
    { "Person - Phone", F(PHONE), NULL },
    { "Alt Phone", F(PHONE), "other" },
    { "SecondaryPhone", F(PHONE), "other" },
    { "SMS Phone", F(PHONE), "mobile" },
    { "Soyadı", F(FAMILY), NULL },
    { "Cep Telefonu", F(PHONE), "mobile" },
    { "Doğum Tarihi", F(BIRTHDAY), NULL },
    { "電子メール アドレス", F(EMAIL), NULL },
    { "電子メール 2 アドレス", F(EMAIL), NULL },
    { "会社電話", F(PHONE), "work" },
    { "番地 (自宅)", F(STREET), "home" },
    { "电子邮件地址", F(EMAIL), NULL },
    { "移动电话", F(PHONE), "mobile" },
    { "商务地址 街道", F(STREET), "work" },
    { "전자 메일 주소", F(EMAIL), NULL },
    { "휴대폰", F(PHONE), "mobile" },
    { "Job Title", F(NONE), NULL },
    { "Organization 1 - Title", F(NONE), NULL },
    { "Organization 1 - Yomi Name", F(NONE), NULL },
    { "Manager's Name", F(NONE), NULL },
    { "Relation 1 - Value", F(NONE), NULL },
    { "Custom 1", F(NONE), NULL },
    { "Screen Name", F(NONE), NULL },
    { "12", F(NONE), NULL },
    { "", F(NONE), NULL },
};

static void
test_header(gconstpointer data)
{
    const Header *row = data;
    g_autofree char *label = NULL;
    gboolean own_name = FALSE;
    int number = 0;

    g_assert_cmpint(care_csv_header_find(row->name, &label, &number, &own_name), ==, row->field);
    g_assert_cmpstr(label, ==, row->label);
}

static void
test_titles(void)
{
    for (guint i = 0; i < care_contact_field_count(); i++)
        g_assert_nonnull(care_contact_field_get_title((CareContactField)i));
}

typedef struct {
    const char *name;
    const char *file;
    const char *expected; /* one line per contact */
} Case;

#define NAMELESS "error=This contact has no name. Give it a name and import it again."

static const Case files[] = {
    { "thunderbird",
      "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Work Phone,Home Phone,Fax "
      "Number,"
      "Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,Organization,"
      "Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Notes\n"
      "Ann,Lee,Ann Lee,Annie,a@b.example,c@d.example,1,2,3,4,12 Mill Lane,Flat 2,Leeds,Yorks,LS1,UK,Cycles,"
      "x.example,y.example,1970,2,3,blue,\"likes\ntea\"\n",
      "name=Ann Lee | given=Ann | family=Lee | org=Cycles | phone(work)=1 | phone(home)=2 | phone(fax)=3 | "
      "phone(mobile)=4 | email=a@b.example | email=c@d.example | address(home)=12 Mill Lane/Flat "
      "2;Leeds;Yorks;LS1;UK "
      "| birthday=1970-02-03 | note=likes/tea | url=x.example | dropped=Web Page 2 | dropped=Custom 1 | "
      "dropped=Nickname\n" },
    { "thunderbird-german",
      "Vorname;Nachname;Anzeigename;Primäre E-Mail-Adresse;Tel. dienstlich;Tel. "
      "privat;Mobil-Tel.-Nr.;Privat: Adresse;"
      "Privat: Ort;Privat: PLZ;Privat: Land;Dienstlich: Adresse;Dienstlich: "
      "Ort;Organisation;Geburtsjahr;Geburtsmonat;"
      "Geburtstag;Notizen\n"
      "Jörg;Müller;Jörg Müller;j@m.example;1;2;3;Mühlweg 1;Köln;50667;DE;Domplatz 4;Bonn;Rad & "
      "Tat;1970;12;31;Stammkunde\n",
      "name=Jörg Müller | given=Jörg | family=Müller | org=Rad & Tat | phone(work)=1 | phone(home)=2 | "
      "phone(mobile)=3 "
      "| email=j@m.example | address(home)=Mühlweg 1;Köln;;50667;DE | address(work)=Domplatz 4;Bonn;;; | "
      "birthday=1970-12-31 | note=Stammkunde\n" },
    { "thunderbird-birthday-without-year",
      "First Name,Birth Year,Birth Month,Birth Day\nAnn,,2,29\nBea,1999,2,29\nCem,,,\n",
      "name=Ann | given=Ann | birthday=--02-29\nname=Bea | given=Bea | dropped=birthday\nname=Cem | "
      "given=Cem\n" },
    { "outlook",
      "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business "
      "Street 2,"
      "Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home "
      "City,Business Fax,"
      "Business Phone,Business Phone 2,Home Phone,Mobile Phone,Anniversary,Birthday,Categories,E-mail "
      "Address,"
      "E-mail Type,E-mail Display Name,E-mail 2 Address,Gender,Notes,Priority,Private,Sensitivity,Web Page\n"
      "Dr,Ann,Eva,Lee,MSc,Cycles,Workshop,Boss,12 Mill Lane,Unit 3,Leeds,Yorks,LS1,UK,Low Road "
      "3,York,1,2,3,4,5,"
      "6/21/1999,12/31/1970,VIP;E-bike,a@b.example,SMTP,Ann Lee "
      "(a@b.example),c@d.example,Unspecified,hello,Normal,"
      "False,Normal,x.example\n"
      ",Bea,,Koch,,,,,,,,,,,,,,,,,,0/0/00,0/0/00,,,,,,Unspecified,,Normal,False,Normal,\n",
      "name=Dr Ann Eva Lee MSc | prefix=Dr | given=Ann | additional=Eva | family=Lee | suffix=MSc | "
      "org=Cycles | "
      "phone(work fax)=1 | phone(work)=2 | phone(work)=3 | phone(home)=4 | phone(mobile)=5 | "
      "email=a@b.example | "
      "email=c@d.example | address(work)=12 Mill Lane/Unit 3;Leeds;Yorks;LS1;UK | address(home)=Low Road "
      "3;York;;; | "
      "birthday=1970-12-31 | anniversary=1999-06-21 | tag=VIP | tag=E-bike | note=hello | url=x.example | "
      "dropped=Department | dropped=Job Title | dropped=E-mail Display Name\n"
      "name=Bea Koch | given=Bea | family=Koch\n" },
    { "google-new",
      "First Name,Middle Name,Last Name,Nickname,Organization Name,Organization "
      "Title,Birthday,Notes,Photo,Labels,"
      "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
      "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,"
      "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Website 1 - Label,Website 1 - Value,"
      "Event 1 - Label,Event 1 - Value\n"
      "Ann,,Lee,,,,--12-31,,http://p.example/1.jpg,* myContacts ::: VIP,* Home,a@b.example,,c@d.example ::: "
      "e@f.example,"
      "Mobile,+44 1 ::: +44 2,Barn,\"12 Mill\nLeeds\",12 "
      "Mill,Leeds,,,LS1,UK,Profile,x.example,Anniversary,1999-06-21\n",
      "name=Ann Lee | given=Ann | family=Lee | phone(mobile)=+44 1 | phone(mobile)=+44 2 | "
      "email(home)=a@b.example | "
      "email=c@d.example | email=e@f.example | address(Barn)=12 Mill;Leeds;;LS1;UK | birthday=--12-31 | "
      "anniversary=1999-06-21 | tag=myContacts | tag=VIP | url=x.example | photo=yes | dropped=Photo\n" },
    { "google-formatted-only",
      "Name,Address 1 - Type,Address 1 - Formatted,Address 1 - Street\nAnn,Home,\"Mill\nLeeds\",\n",
      "name=Ann | address(home)=Mill/Leeds;;;;\n" },
    { "invoice-ninja",
      "Client Name,Client Street,Client Apt/Suite,Client City,Client State/Province,Client Postal "
      "Code,Client Country,"
      "Client Phone,Client Website,Client VAT Number,Client Currency,Client Public Notes,Client Private "
      "Notes,"
      "Contact First Name,Contact Last Name,Contact Email,Contact Phone\n"
      "Cycles Ltd,12 Mill Lane,Unit 3,Leeds,Yorks,LS1,UK,1,x.example,GB1,GBP,pays "
      "late,nice,Ann,Lee,a@b.example,2\n",
      "company | name=Cycles Ltd | given=Ann | family=Lee | org=Cycles Ltd | phone=1 | phone=2 | "
      "email=a@b.example | "
      "address=12 Mill Lane/Unit 3;Leeds;Yorks;LS1;UK | note=pays late/nice | url=x.example | vat=GB1 | "
      "dropped=Client Currency\n" },
    { "repairshopr",
      "id,firstname,lastname,fullname,business_name,email,phone,mobile,address,address_2,city,state,zip,"
      "notes,get_sms\n"
      "7,Ann,Lee,Ann Lee,,a@b.example,1,2,12 Mill Lane,Flat 2,Leeds,Yorks,LS1,hello,true\n",
      "name=Ann Lee | given=Ann | family=Lee | phone=1 | phone(mobile)=2 | email=a@b.example | "
      "address=12 Mill Lane/Flat 2;Leeds;Yorks;LS1; | note=hello | dropped=id | dropped=get_sms\n" },
    { "french",
      "Nom;Prénom;Téléphone;Portable;Ville;Code postal;Anniversaire\nLeduc;Zoé;1;2;Lyon;69001;03/04/1980\n",
      "name=Zoé Leduc | given=Zoé | family=Leduc | phone=1 | phone(mobile)=2 | address=;Lyon;;69001; | "
      "birthday=1980-04-03\n" },
    { "french-name-alone", "Nom;Téléphone\nZoé Leduc;1\n", "name=Zoé Leduc | phone=1\n" },
    { "spanish", "Nombre,Apellidos,Correo electrónico\nJosé,Núñez,a@b.example\n",
      "name=José Núñez | given=José | family=Núñez | email=a@b.example\n" },
    { "german-name-and-vorname", "Name;Vorname;Straße;PLZ;Ort\nKoch;Bea;Mühlweg 1;50667;Köln\n",
      "name=Bea Koch | given=Bea | family=Koch | address=Mühlweg 1;Köln;;50667;\n" },
    { "company-only", "Display Name,Organization\nAcme,Acme\n", "company | name=Acme | org=Acme\n" },
    { "no-header", "Ann Lee,a@b.example,+44 113 496 0000\nBea Koch,b@b.example,+44 113 496 0001\n",
      "name=Ann Lee | phone=+44 113 496 0000 | email=a@b.example\n"
      "name=Bea Koch | phone=+44 113 496 0001 | email=b@b.example\n" },
    { "no-header-parts", "Ann,Lee,Ann Lee,a@b.example\nBea,Koch,Bea Koch,b@b.example\n",
      "name=Ann Lee | given=Ann | family=Lee | email=a@b.example\n"
      "name=Bea Koch | given=Bea | family=Koch | email=b@b.example\n" },
    { "no-header-one-word", "Ann,a@b.example\nBea,b@b.example\n",
      "name=Ann | email=a@b.example\nname=Bea | email=b@b.example\n" },
    { "no-header-two-words", "Ann,Lee,a@b.example\n",
      "name=Ann Lee | given=Ann | family=Lee | email=a@b.example\n" },
    { "unknown-header", "Foo,Bar,Baz\nAnn Lee,a@b.example,hello\n",
      "name=Ann Lee | email=a@b.example | dropped=Baz\n" },
    { "quotes-and-newlines", "Name,Notes\n\"Lee, Ann\",\"a \"\"b\"\"\nc\"\n",
      "name=Lee, Ann | note=a \"b\"/c\n" },
    { "ragged-short", "Name,Phone,City\nAnn\n", "name=Ann\n" },
    { "ragged-long", "Name,Phone\nAnn,1,extra,\n", "name=Ann | phone=1 | dropped=column 3\n" },
    { "phone-in-words", "Name,Phone,Mobile\nAnn,ask her mother,1\n",
      "name=Ann | phone(mobile)=1 | dropped=Phone\n" },
    { "rows-of-delimiters", "Name,Phone\n,\nAnn,1\n , \n", "name=Ann | phone=1\n" },
    { "nameless-row", "Name,Phone\n,1\nAnn,2\n",
      "phone=1 | error=This contact has no name, only the phone number 1. Give it a name and import it "
      "again.\n"
      "name=Ann | phone=2\n" },
    { "nickname-only", "First Name,Nickname\n,Shorty\n", "name=Shorty\n" },
    { "broken-quote", "Name,Phone\n\"Ann,1\nBea,2\n",
      "name=\"Ann | phone=1 | error=A quotation mark in this row is never closed, so its columns cannot be "
      "told apart. "
      "Correct the row and import it again.\nname=Bea | phone=2\n" },
    { "type", "Name,Type\nAnn,company\nBea,Person\nCem,alien\n",
      "company | name=Ann\nname=Bea\nname=Cem | dropped=Type\n" },
    { "several-emails-in-a-cell", "Name,Emails\nAnn,a@b.example; c@d.example\n",
      "name=Ann | email=a@b.example | email=c@d.example\n" },
    { "tags-by-comma", "Name,Tags\nAnn,\"VIP, e-bike\"\n", "name=Ann | tag=VIP | tag=e-bike\n" },
    { "title-is-a-position", "Name,Title\nAnn,Boss\n", "name=Ann | dropped=Title\n" },
    { "two-names", "Name,Display Name\nAnn,Annie\nBea,Bea\n", "name=Ann | dropped=Display Name\nname=Bea\n" },
    { "bad-date", "Name,Birthday\nAnn,soon\n", "name=Ann | dropped=Birthday\n" },
    { "header-only", "Name,Phone\n", "" },
    { "empty", "", "" },
};

static char *
read_all(CareCsvContacts *contacts)
{
    GString *all = g_string_new(NULL);
    guint rows = 0;

    for (;;) {
        g_autoptr(CareContactDraft) draft = care_csv_contacts_next(contacts);
        g_autofree char *text = draft != NULL ? care_test_draft_text(draft) : NULL;
        if (draft == NULL)
            return g_string_free_and_steal(all);
        g_assert_cmpuint(draft->row, ==, ++rows);
        g_string_append_printf(all, "%s\n", text);
    }
}

static CareCsvContacts *
open_text(const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));

    return care_csv_contacts_new(care_csv_reader_new(bytes, '\0'), NULL);
}

static void
test_file(gconstpointer data)
{
    const Case *row = data;
    g_autoptr(CareCsvContacts) contacts = open_text(row->file);
    g_autofree char *first = read_all(contacts);
    g_autofree char *second = NULL;

    g_assert_cmpstr(first, ==, row->expected);
    care_csv_contacts_rewind(contacts);
    second = read_all(contacts);
    g_assert_cmpstr(second, ==, first);
}

static void
test_changed_mapping(void)
{
    g_autoptr(CareCsvContacts) contacts = open_text("Name,Foo,Bar\nAnn,1,x\n");
    CareCsvMapping *mapping = care_csv_contacts_get_mapping(contacts);
    g_autofree char *before = read_all(contacts);
    g_autofree char *after = NULL;

    g_assert_cmpstr(before, ==, "name=Ann | dropped=Foo | dropped=Bar\n");
    care_csv_mapping_set_field(mapping, 1, F(PHONE), "mobile");
    care_csv_mapping_set_field(mapping, 2, F(NOTE), NULL);
    care_csv_contacts_rewind(contacts);
    after = read_all(contacts);
    g_assert_cmpstr(after, ==, "name=Ann | phone(mobile)=1 | note=x\n");
}

static void
test_line_numbers(void)
{
    g_autoptr(CareCsvContacts) contacts = open_text("Name,Note\nAnn,\"a\nb\"\n\nBea,c\n");
    g_autoptr(CareContactDraft) ann = care_csv_contacts_next(contacts);
    g_autoptr(CareContactDraft) bea = care_csv_contacts_next(contacts);

    g_assert_cmpuint(ann->line, ==, 2);
    g_assert_cmpuint(bea->line, ==, 5);
}

static const struct {
    const char *name; /* the text */
    CareCsvDateOrder order;
    const char *expected;
} dates[] = {
    { "1999-12-31", CARE_CSV_DAY_FIRST, "1999-12-31" },
    { "--12-31", CARE_CSV_DAY_FIRST, "--12-31" },
    { "31.12.1999", CARE_CSV_MONTH_FIRST, "1999-12-31" },
    { "3.4.1999", CARE_CSV_MONTH_FIRST, "1999-04-03" },
    { "3/4/1999", CARE_CSV_MONTH_FIRST, "1999-03-04" },
    { "3/4/1999", CARE_CSV_DAY_FIRST, "1999-04-03" },
    { "31/12/1999", CARE_CSV_MONTH_FIRST, "1999-12-31" },
    { "12/31/1999", CARE_CSV_DAY_FIRST, "1999-12-31" },
    { "1999/12/31", CARE_CSV_DAY_FIRST, "1999-12-31" },
    { "31-12-1999", CARE_CSV_DAY_FIRST, "1999-12-31" },
    { "31.12.", CARE_CSV_DAY_FIRST, "--12-31" },
    { "31.12.65", CARE_CSV_DAY_FIRST, "1965-12-31" },
    { "31.12.05", CARE_CSV_DAY_FIRST, "2005-12-31" },
    { "31 Dec 1999", CARE_CSV_DAY_FIRST, "1999-12-31" },
    { "December 31, 1999", CARE_CSV_DAY_FIRST, "1999-12-31" },
    { "31. März 1999", CARE_CSV_DAY_FIRST, "1999-03-31" },
    { "4 juillet 1999", CARE_CSV_DAY_FIRST, "1999-07-04" },
    { "1999-12-31 00:00:00", CARE_CSV_DAY_FIRST, "1999-12-31" },
    { "12/31/1999 12:00", CARE_CSV_DAY_FIRST, "1999-12-31" },
    { "29/2/2000", CARE_CSV_DAY_FIRST, "2000-02-29" },
    { "29/2/1999", CARE_CSV_DAY_FIRST, NULL },
    { "31/31/1999", CARE_CSV_DAY_FIRST, NULL },
    { "0/0/00", CARE_CSV_MONTH_FIRST, NULL },
    { "04/12", CARE_CSV_MONTH_FIRST, "--04-12" },
    { "04/12", CARE_CSV_DAY_FIRST, "--12-04" },
    { "12/24", CARE_CSV_DAY_FIRST, "--12-24" },
    { "12/1999", CARE_CSV_DAY_FIRST, NULL },
    { "1999", CARE_CSV_DAY_FIRST, NULL },
    { "soon", CARE_CSV_DAY_FIRST, NULL },
    { "99999/1/1", CARE_CSV_DAY_FIRST, NULL },
    { "1/2/3/4", CARE_CSV_DAY_FIRST, NULL },
    { "", CARE_CSV_DAY_FIRST, NULL },
};

static void
test_date(gconstpointer data)
{
    const typeof(dates[0]) *row = data;
    CareDate date = { 0, 0, 0 };
    gboolean ok = care_csv_parse_date(row->name, row->order, &date);
    g_autofree char *text = ok ? care_date_to_string(date) : NULL;

    g_assert_cmpstr(text, ==, row->expected);
}

static const struct {
    const char *name;
    const char *file;
    CareCsvDateOrder order;
} orders[] = {
    { "seen-day-first", "Name,Birthday\na,3/4/99\nb,31/4/99\n", CARE_CSV_DAY_FIRST },
    { "seen-month-first", "Nom,Anniversaire\na,3/4/99\nb,4/31/99\n", CARE_CSV_MONTH_FIRST },
    { "english-by-default", "Name,Birthday\na,3/4/99\n", CARE_CSV_MONTH_FIRST },
    { "others-by-default", "Nom,Anniversaire\na,3/4/99\n", CARE_CSV_DAY_FIRST },
};

static void
test_order(gconstpointer data)
{
    const typeof(orders[0]) *row = data;
    g_autoptr(CareCsvContacts) contacts = open_text(row->file);

    g_assert_cmpint(care_csv_contacts_get_mapping(contacts)->date_order, ==, row->order);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/csv-contacts/header", headers, name, test_header);
    CARE_TEST_ADD_TABLE("/csv-contacts/file", files, name, test_file);
    CARE_TEST_ADD_TABLE("/csv-contacts/date", dates, name, test_date);
    CARE_TEST_ADD_TABLE("/csv-contacts/date-order", orders, name, test_order);
    g_test_add_func("/csv-contacts/titles", test_titles);
    g_test_add_func("/csv-contacts/changed-mapping", test_changed_mapping);
    g_test_add_func("/csv-contacts/line-numbers", test_line_numbers);
    return g_test_run();
}
