/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-headers.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "exchange/import/contact-own.h"

/* What the first row's words mean, in the programs and languages that shops export from: Thunderbird, Outlook,
 * Google (both generations), Invoice Ninja, RepairShopr, our own, and plain words anybody would write.
 *
 * A header is folded ("Privat: Adresse 2" → "privat adresse 2"), numbers and words of place (home, work) and of
 * no meaning are taken out, and what is left is looked up. So one row of the table serves every combination. */

static const struct {
    CareContactField field;
    const char *title;
} titles[] = {
    { CARE_CONTACT_FIELD_NONE, N_("Do Not Import") },
    { CARE_CONTACT_FIELD_NAME, N_("Name") },
    { CARE_CONTACT_FIELD_PREFIX, N_("Title Before the Name") },
    { CARE_CONTACT_FIELD_GIVEN, N_("Given Name") },
    { CARE_CONTACT_FIELD_ADDITIONAL, N_("Middle Name") },
    { CARE_CONTACT_FIELD_FAMILY, N_("Family Name") },
    { CARE_CONTACT_FIELD_SUFFIX, N_("Suffix After the Name") },
    { CARE_CONTACT_FIELD_NICKNAME, N_("Nickname") },
    { CARE_CONTACT_FIELD_ORGANISATION, N_("Company") },
    { CARE_CONTACT_FIELD_TYPE, N_("Person or Company") },
    { CARE_CONTACT_FIELD_PHONE, N_("Phone") },
    { CARE_CONTACT_FIELD_PHONE_LABEL, N_("Kind of Phone") },
    { CARE_CONTACT_FIELD_EMAIL, N_("E-Mail") },
    { CARE_CONTACT_FIELD_EMAIL_LABEL, N_("Kind of E-Mail") },
    { CARE_CONTACT_FIELD_STREET, N_("Street") },
    { CARE_CONTACT_FIELD_STREET_MORE, N_("Second Line of the Street") },
    { CARE_CONTACT_FIELD_LOCALITY, N_("Town") },
    { CARE_CONTACT_FIELD_REGION, N_("Region") },
    { CARE_CONTACT_FIELD_POSTCODE, N_("Postcode") },
    { CARE_CONTACT_FIELD_COUNTRY, N_("Country") },
    { CARE_CONTACT_FIELD_ADDRESS_TEXT, N_("Whole Address") },
    { CARE_CONTACT_FIELD_ADDRESS_LABEL, N_("Kind of Address") },
    { CARE_CONTACT_FIELD_BIRTHDAY, N_("Birthday") },
    { CARE_CONTACT_FIELD_BIRTH_YEAR, N_("Year of Birth") },
    { CARE_CONTACT_FIELD_BIRTH_MONTH, N_("Month of Birth") },
    { CARE_CONTACT_FIELD_BIRTH_DAY, N_("Day of Birth") },
    { CARE_CONTACT_FIELD_ANNIVERSARY, N_("Anniversary") },
    { CARE_CONTACT_FIELD_EVENT, N_("Date") },
    { CARE_CONTACT_FIELD_EVENT_LABEL, N_("Kind of Date") },
    { CARE_CONTACT_FIELD_TAGS, N_("Tags") },
    { CARE_CONTACT_FIELD_TAG, N_("Tag") },
    { CARE_CONTACT_FIELD_NOTE, N_("Note") },
    { CARE_CONTACT_FIELD_LANGUAGE, N_("Language") },
    { CARE_CONTACT_FIELD_URL, N_("Website") },
    { CARE_CONTACT_FIELD_URL_LABEL, N_("Kind of Website") },
    { CARE_CONTACT_FIELD_VAT_ID, N_("VAT Number") },
    { CARE_CONTACT_FIELD_UID, N_("Identifier") },
    { CARE_CONTACT_FIELD_PHOTO, N_("Photo") },
};

/* Phrases by meaning; the label is what the phrase itself says of the number ("mobile phone"). */
static const struct {
    CareContactField field;
    const char *label;
    const char *phrases; /* separated by | */
} phrases[] = {
    { CARE_CONTACT_FIELD_NAME, NULL,
      "name|full name|display name|file as|contact name|customer name|client "
      "name|fullname|anzeigename|voller name|"
      "kunde|kundenname|name kunde|nom|nom a afficher|nom complet|nom affiche|nom du client|nombre|nombre "
      "completo|"
      "nombre en pantalla|nombre para mostrar|nombre del cliente|nome|nome completo|nome visualizzato|naam|"
      "volledige naam|weergavenaam|klantnaam|nazwa|nazwa wyswietlana|imie i nazwisko|jmeno|nome de "
      "exibicao|namn|"
      "visningsnamn|navn|vist navn|nimi|visningsnavn|"
      "氏名|名前|表示名|姓名|이름|фио|полное имя|отображаемое имя" },
    { CARE_CONTACT_FIELD_PREFIX, NULL,
      "prefix|name prefix|salutation|honorific|courtesy title|anrede|titre|civilite|titolo|tytul|aanhef|"
      "tratamiento|titulo" },
    { CARE_CONTACT_FIELD_GIVEN, NULL,
      "first name|given name|given|forename|christian name|firstname|vorname|rufname|prenom|primer nombre|"
      "nombre de pila|nome proprio|voornaam|imie|krestni jmeno|jmeno krestni|primeiro "
      "nome|fornamn|fornavn|etunimi|"
      "utonev|keresztnev|"
      "名|имя|όνομα" },
    { CARE_CONTACT_FIELD_ADDITIONAL, NULL,
      "middle name|additional name|additional|second name|middlename|weitere vornamen|zweiter vorname|"
      "weiterer vorname|deuxieme prenom|segundo nombre|secondo nome|drugie imie|tweede "
      "voornaam|tussenvoegsel|"
      "отчество" },
    { CARE_CONTACT_FIELD_FAMILY, NULL,
      "last name|family name|family|surname|lastname|nachname|familienname|zuname|nom de famille|apellido|"
      "apellidos|cognome|achternaam|familienaam|nazwisko|prijmeni|sobrenome|apelido|efternamn|efternavn|"
      "etternavn|"
      "sukunimi|vezeteknev|csaladnev|soyad|soyadi|"
      "姓|성|фамилия|επώνυμο" },
    { CARE_CONTACT_FIELD_SUFFIX, NULL, "suffix|name suffix|suffixe|suffisso|namenszusatz|sufijo|sufiks" },
    { CARE_CONTACT_FIELD_NICKNAME, NULL,
      "nickname|nick name|short name|spitzname|surnom|pseudonyme|apodo|alias|soprannome|bijnaam|przydomek|"
      "pseudonim" },
    { CARE_CONTACT_FIELD_ORGANISATION, NULL,
      "company|company name|organization|organisation|organization name|organisation name|business "
      "name|business|"
      "employer|account "
      "name|firma|firmenname|unternehmen|betrieb|societe|entreprise|organisme|empresa|organizacion|"
      "compania|societa|azienda|organizzazione|ditta|bedrijf|bedrijfsnaam|organisatie|organizacja|nazwa "
      "firmy|"
      "spolecnost|organizacao|foretag|virksomhed|yritys|ceg|sirket|"
      "会社|会社名|勤務先|公司|单位|회사|компания|организация|фирма" },
    { CARE_CONTACT_FIELD_TYPE, NULL, "type" },
    { CARE_CONTACT_FIELD_PHONE, NULL,
      "phone|phone value|telephone|phone number|telephone number|tel|primary phone|contact phone|daytime "
      "phone|"
      "telefon|telefonnummer|rufnummer|festnetz|fon|tel nr|tel nummer|numero de telephone|telephone "
      "fixe|telefono|"
      "numero de telefono|numero di telefono|telefoon|telefoonnummer|tel nr|telefone|puhelin|telefonszam|"
      "telefonskt|numer telefonu|callback|tty tdd phone|isdn|radio phone|phones|phone numbers|"
      "電話|電話番号|电话|電話號碼|电话号码|전화|전화번호|телефон|τηλέφωνο" },
    { CARE_CONTACT_FIELD_PHONE, "main",
      "company main phone|main phone|haupttelefon|telefon firma|telephone principal|telefono principal|"
      "telefono principale|telefon glowny" },
    { CARE_CONTACT_FIELD_PHONE, "mobile",
      "mobile|mobile phone|mobile number|mobile phone number|cell|cell phone|cellphone|cellular|cellular "
      "number|"
      "cell number|handy|handynummer|mobil|mobiltelefon|mobilnummer|mobil tel nr|mobilfunk|portable|mobile "
      "tel|"
      "telephone portable|telephone mobile|tel mobile|tel portable|movil|telefono movil|celular|cellulare|"
      "telefono mobile|numero cellulare|telefono cellulare|mobiel|mobiele telefoon|mobiel nummer|gsm|"
      "telefon komorkowy|komorka|komorkowy|telemovel|matkapuhelin|"
      "携帯|携帯電話|携帯番号|携帯電話番号|手机|手机号|手機|휴대전화|휴대폰|мобильный|мобильный "
      "телефон|κινητό" },
    { CARE_CONTACT_FIELD_PHONE, "fax",
      "fax|fax number|fax phone|faxnummer|fax nummer|telefax|telecopie|telecopieur|numero de fax|numero "
      "fax|faks|"
      "faxnr|"
      "FAX番号|传真|факс" },
    { CARE_CONTACT_FIELD_PHONE, "pager",
      "pager|pager number|pager nummer|recepteur de radiomessagerie|buscapersonas|numero cercapersone|numero "
      "pager" },
    { CARE_CONTACT_FIELD_PHONE, "car", "car phone|autotelefon|telephone voiture|telefono dell auto" },
    { CARE_CONTACT_FIELD_PHONE, "assistant",
      "assistant s phone|assistants phone|telefon assistent|telephone de l assistant e|telefono dell "
      "assistente|"
      "telefon asystenta" },
    { CARE_CONTACT_FIELD_PHONE_LABEL, NULL, "phone type|phone label" },
    { CARE_CONTACT_FIELD_EMAIL, NULL,
      "e mail|email|e mail value|email value|e mail address|email address|primary email|primary e mail|"
      "secondary email|secondary e mail|contact email|mail|mail address|e mail adresse|email "
      "adresse|mailadresse|"
      "primare e mail adresse|sekundare e mail adresse|primare e mail|sekundare e mail|weitere e "
      "mail|courriel|"
      "adresse e mail|adresse mail|adresse email|adresse de messagerie|adresse electronique|"
      "adresse electronique principale|adresse electronique secondaire|correo|correo electronico|correo e|"
      "direccion de correo electronico|direccion del correo electronico|"
      "direccion de correo electronico principal|direccion de correo electronico secundaria|posta "
      "elettronica|"
      "indirizzo e mail|indirizzo email|email principale|email secondaria|e mailadres|e mail "
      "adres|emailadres|"
      "adres e mail|adres email|endereco de email|e mailova adresa|e post|epost|e postadress|e posta|emails|"
      "sahkoposti|"
      "メール|メールアドレス|電子メール|別のメールアドレス|邮箱|电子邮件|電子郵件|이메일|электронная "
      "почта|почта|"
      "адрес электронной почты" },
    { CARE_CONTACT_FIELD_EMAIL_LABEL, NULL, "e mail type|email type|e mail label|email label" },
    { CARE_CONTACT_FIELD_STREET, NULL,
      "street|street address|address|address line|address street|street line|postal address|mailing address|"
      "billing address|billing street|shipping address|shipping street|strasse|straße|strasse hausnummer|"
      "strasse und hausnummer|strasse nr|anschrift|adresse|rue|adresse "
      "postale|direccion|calle|domicilio|indirizzo|"
      "via|adres|straat|straat en huisnummer|ulica|ulice|endereco|morada|rua|gatuadress|adress|gade|vej|gate|"
      "katuosoite|utca|cim|"
      "住所|番地|地址|街道|주소|адрес|улица|διεύθυνση" },
    { CARE_CONTACT_FIELD_STREET_MORE, NULL,
      "apt suite|apartment|apt|suite|unit|po box|address po box|p o box|extended address|address extended "
      "address|"
      "address extended|postfach|hausnummer|adresszusatz|boite postale|complement d adresse|apartado|"
      "casella postale|postbus|huisnummer" },
    { CARE_CONTACT_FIELD_LOCALITY, NULL,
      "city|town|locality|address city|address locality|suburb|billing city|shipping "
      "city|ort|stadt|wohnort|ville|"
      "commune|localite|ciudad|poblacion|localidad|municipio|citta|comune|localita|plaats|woonplaats|stad|"
      "miasto|"
      "miejscowosc|mesto|cidade|localidade|postort|by|kaupunki|varos|sehir|"
      "市区町村|城市|도시|город|πόλη" },
    { CARE_CONTACT_FIELD_REGION, NULL,
      "state|province|region|county|state province|state county|address region|address state|billing state|"
      "shipping state|bundesland|kanton|departement|dep region|etat|provincia|estado|provincia o "
      "estado|stato|"
      "provincie|wojewodztwo|kraj okres|distrito|lan|fylke|maakunta|megye|"
      "都道府県|省|область|регион" },
    { CARE_CONTACT_FIELD_POSTCODE, NULL,
      "zip|zip code|zipcode|postal code|postcode|post code|postalcode|address postal code|address postcode|"
      "zip postal code|billing zip|billing postal code|shipping zip|plz|postleitzahl|code postal|cp|codigo "
      "postal|"
      "cap|codice postale|cap postale|kod pocztowy|psc|cep|postnummer|postnr|postinumero|iranyitoszam|posta "
      "kodu|"
      "郵便番号|邮编|邮政编码|우편번호|индекс|почтовый индекс" },
    { CARE_CONTACT_FIELD_COUNTRY, NULL,
      "country|country region|country name|nation|address country|billing country|shipping country|land|"
      "land region|staat|pays|pays region|pais|pais region|pais o region|pais de residencia|nazione|"
      "nazione regione|paese|kraj|kraj region|zeme|maa|orszag|ulke|"
      "国|国家|국가|страна|χώρα" },
    { CARE_CONTACT_FIELD_ADDRESS_TEXT, NULL, "address formatted|formatted address|full address" },
    { CARE_CONTACT_FIELD_ADDRESS_LABEL, NULL, "address type|address label" },
    { CARE_CONTACT_FIELD_BIRTHDAY, NULL,
      "birthday|birth date|birthdate|date of birth|dob|geburtstag|geburtsdatum|geb datum|geb am|anniversaire|"
      "date de naissance|cumpleanos|fecha de nacimiento|compleanno|data di nascita|verjaardag|geboortedatum|"
      "urodziny|data urodzenia|datum narozeni|aniversario|data de "
      "nascimento|fodelsedag|fodselsdag|syntymapaiva|"
      "誕生日|生年月日|生日|생일|день рождения|дата рождения" },
    { CARE_CONTACT_FIELD_BIRTH_YEAR, NULL,
      "birth year|year of birth|geburtsjahr|annee de naissance|ano de nacimiento|anno di "
      "nascita|geboortejaar|"
      "rok urodzenia" },
    { CARE_CONTACT_FIELD_BIRTH_MONTH, NULL,
      "birth month|month of birth|geburtsmonat|mois|mois de naissance|mes de nacimiento|mese di nascita|"
      "geboortemaand|miesiac urodzenia" },
    { CARE_CONTACT_FIELD_BIRTH_DAY, NULL,
      "birth day|day of birth|jour|jour de naissance|dia de nacimiento|giorno di nascita|geboortedag|"
      "dzien urodzenia" },
    { CARE_CONTACT_FIELD_ANNIVERSARY, NULL,
      "anniversary|wedding anniversary|wedding day|jahrestag|hochzeitstag|anniversaire de mariage|"
      "anniversaire de mariage ou fete|aniversario de boda|anniversario|trouwdag|rocznica|rocznica slubu" },
    { CARE_CONTACT_FIELD_EVENT, NULL, "event value" },
    { CARE_CONTACT_FIELD_EVENT_LABEL, NULL, "event label|event type" },
    { CARE_CONTACT_FIELD_TAGS, NULL,
      "tags|categories|category|groups|group|group "
      "membership|labels|keywords|kategorien|kategorie|gruppen|gruppe|"
      "schlagworter|stichworter|categories "
      "contact|groupes|groupe|etiquettes|categorias|categoria|grupos|etiquetas|"
      "categorie|gruppi|etichette|categorieen|groepen|grupy" },
    { CARE_CONTACT_FIELD_TAG, NULL, "tag" },
    { CARE_CONTACT_FIELD_NOTE, NULL,
      "note|notes|comment|comments|remark|remarks|memo|info|public notes|private "
      "notes|description|notizen|notiz|"
      "bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|hinweis|remarque|remarques|commentaire|"
      "commentaires|"
      "nota|notas|comentarios|observaciones|commenti|osservazioni|notities|opmerking|opmerkingen|notatki|"
      "uwagi|"
      "poznamka|poznamky|observacoes|anteckningar|noter|notater|muistiinpanot|megjegyzes|"
      "メモ|備考|备注|메모|заметки|примечание|примечания|комментарий" },
    { CARE_CONTACT_FIELD_LANGUAGE, NULL, "language|lang|locale|sprache|langue|idioma|lingua|taal|jezyk" },
    { CARE_CONTACT_FIELD_URL, NULL,
      "website|website value|web site|web page|webpage|homepage|home "
      "page|url|web|internet|webseite|webadresse|"
      "site web|page web|site internet|pagina web|sitio web|sito web|sito internet|website url|strona www|"
      "strona internetowa|osobista strona sieci web" },
    { CARE_CONTACT_FIELD_URL_LABEL, NULL, "website type|website label" },
    { CARE_CONTACT_FIELD_VAT_ID, NULL,
      "vat id|vat number|vat|vat no|vat reg no|tax number|tax id|ust id|ust idnr|ust id nr|umsatzsteuer "
      "id|uid nummer|"
      "numero de tva|numero tva|tva|nif|nif cif|cif|partita iva|p iva|btw nummer|nip" },
    { CARE_CONTACT_FIELD_UID, NULL, "uid" },
    { CARE_CONTACT_FIELD_PHOTO, NULL, "photo|picture|image|user photo|foto|bild" },
};

/* Words that say where a number or address belongs. */
static const struct {
    const char *label;
    const char *words;
} places[] = {
    { "home",
      "home|private|personal|privat|privee|prive|domicile|domicilio|particular|residencia|residenza|casa|dom|"
      "domowy|domowe|personnel|personnelle|thuis|priveadres" },
    { "work",
      "work|business|office|geschaftlich|dienstlich|beruflich|arbeit|buro|bureau|professionnel|"
      "professionnelle|travail|trabajo|oficina|lavoro|ufficio|biuro|sluzbowy|sluzbowe|praca|zakelijk|werk" },
    { "billing", "billing" },
    { "shipping", "shipping" },
    { "other",
      "other|weitere|weiterer|weiteres|andere|anderes|autre|otra|otro|altro|altra|inny|inna|inne|overig" },
};

/* Words between the others that change nothing. */
static const char fillers[]
    = "client|contact|customer|kunden|the|de|du|des|del|della|di|la|le|el|of|nr|no|number";

static gboolean
list_has(const char *list, const char *word)
{
    gsize length = strlen(word);

    for (const char *p = list; p != NULL; p = strchr(p, '|')) {
        p += *p == '|';
        if (strncmp(p, word, length) == 0 && (p[length] == '|' || p[length] == '\0'))
            return TRUE;
    }
    return FALSE;
}

guint
care_contact_field_count(void)
{
    return CARE_N_CONTACT_FIELDS + care_contact_n_own();
}

/**
 * care_contact_field_get_title:
 *
 * Returns: (transfer none): what to call the field in a chooser, translated
 */
const char *
care_contact_field_get_title(CareContactField field)
{
    if (field >= CARE_N_CONTACT_FIELDS)
        return care_field_label(
            &care_customer_kind.fields[care_contact_own_field(field - CARE_N_CONTACT_FIELDS)]);
    for (guint i = 0; i < G_N_ELEMENTS(titles); i++)
        if (titles[i].field == field)
            return _(titles[i].title);
    return NULL;
}

/**
 * care_csv_header_normalise:
 *
 * Returns: (transfer full): the header's words in lower case, without accents, separated by one blank. A change
 *   from small to capital letter or from letter to digit starts a word: "firstName", "address1".
 */
char *
care_csv_header_normalise(const char *header)
{
    g_autofree char *plain = g_utf8_normalize(header, -1, G_NORMALIZE_ALL);
    g_autoptr(GString) words = g_string_new(NULL);
    GUnicodeType before = G_UNICODE_SPACE_SEPARATOR;

    for (const char *p = plain != NULL ? plain : ""; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        GUnicodeType type = g_unichar_type(c);
        if (g_unichar_ismark(c))
            continue;
        if (!g_unichar_isalnum(c)) {
            before = G_UNICODE_SPACE_SEPARATOR;
            continue;
        }
        if (words->len > 0
            && (before == G_UNICODE_SPACE_SEPARATOR
                || (before == G_UNICODE_LOWERCASE_LETTER && type == G_UNICODE_UPPERCASE_LETTER)
                || (before == G_UNICODE_DECIMAL_NUMBER) != (type == G_UNICODE_DECIMAL_NUMBER)))
            g_string_append_c(words, ' ');
        if (c == 0xDF)
            g_string_append(words, "ss");
        else if (c == 0x142 || c == 0x141)
            g_string_append_c(words, 'l');
        else if (c == 0xF8 || c == 0xD8)
            g_string_append_c(words, 'o');
        else
            g_string_append_unichar(words, g_unichar_tolower(c));
        before = type;
    }
    return g_strdup(words->str);
}

/* Every phrase, folded like a header, with the row it stands in; made once and never changed. */
static GHashTable *
phrase_index(void)
{
    static GHashTable *index = NULL;

    if (g_once_init_enter_pointer(&index)) {
        GHashTable *made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        for (guint i = G_N_ELEMENTS(phrases); i > 0; i--) {
            g_auto(GStrv) list = g_strsplit(phrases[i - 1].phrases, "|", -1);
            for (guint k = 0; list[k] != NULL; k++)
                g_hash_table_insert(made, care_csv_header_normalise(list[k]), GUINT_TO_POINTER(i));
        }
        g_once_init_leave_pointer(&index, made);
    }
    return index;
}

static gboolean
find_phrase(const char *phrase, CareContactField *field, const char **label)
{
    guint row = GPOINTER_TO_UINT(g_hash_table_lookup(phrase_index(), phrase));

    if (row == 0)
        return FALSE;
    *field = phrases[row - 1].field;
    *label = phrases[row - 1].label;
    return TRUE;
}

static const char *
find_place(const char *word)
{
    for (guint i = 0; i < G_N_ELEMENTS(places); i++)
        if (list_has(places[i].words, word))
            return places[i].label;
    return NULL;
}

static gboolean
is_number(const char *word)
{
    return *word != '\0' && word[strspn(word, "0123456789")] == '\0';
}

typedef struct {
    const char *place;
    int number; /* the last one; -1 if none */
    gboolean number_last;
    GString *without_numbers;
    GString *without_places; /* and numbers */
    GString *core;           /* and fillers */
} Words;

static void
append_word(GString *phrase, const char *word)
{
    if (phrase->len > 0)
        g_string_append_c(phrase, ' ');
    g_string_append(phrase, word);
}

static void
sort_words(const char *normal, Words *words)
{
    g_auto(GStrv) list = g_strsplit(normal, " ", -1);

    for (guint i = 0; list[i] != NULL; i++) {
        const char *place = find_place(list[i]);
        if (is_number(list[i])) {
            words->number = (int)MIN(g_ascii_strtoull(list[i], NULL, 10), 100000);
            words->number_last = list[i + 1] == NULL;
            continue;
        }
        append_word(words->without_numbers, list[i]);
        if (place != NULL) {
            words->place = place;
            continue;
        }
        append_word(words->without_places, list[i]);
        if (!list_has(fillers, list[i]))
            append_word(words->core, list[i]);
    }
}

/* "home fax" rather than "fax"; a mobile is a mobile wherever it is carried. */
static char *
join_label(CareContactField field, const char *place, const char *label)
{
    if (field != CARE_CONTACT_FIELD_PHONE || label == NULL || place == NULL)
        return g_strdup(label != NULL ? label : place);
    if (strcmp(label, "fax") == 0 && strcmp(place, "other") != 0)
        return g_strconcat(place, " fax", NULL);
    return g_strdup(label);
}

static gboolean
is_place_field(CareContactField field)
{
    return (field >= CARE_CONTACT_FIELD_PHONE && field <= CARE_CONTACT_FIELD_ADDRESS_LABEL)
           || field == CARE_CONTACT_FIELD_URL;
}

/**
 * care_csv_header_find:
 * @label: (out) (transfer full) (nullable): what the header says about the value: "home", "mobile", "work fax"
 * @number: (out): the header's number ("Phone 2 - Value"), or -1
 * @own_name: (out): whether the bare word may be a whole name or a part of one, by what stands beside it
 *   ("Nom", "Nombre", "Name")
 *
 * Returns: what a column with this header holds; %CARE_CONTACT_FIELD_NONE if unknown
 */
CareContactField
care_csv_header_find(const char *header, char **label, int *number, gboolean *own_name)
{
    g_autofree char *normal = care_csv_header_normalise(header);
    g_autoptr(GString) without_numbers = g_string_new(NULL);
    g_autoptr(GString) without_places = g_string_new(NULL);
    g_autoptr(GString) core = g_string_new(NULL);
    Words words = { NULL, -1, FALSE, without_numbers, without_places, core };
    CareContactField field = CARE_CONTACT_FIELD_NONE;
    const char *own_label = NULL;
    int own = care_contact_own_find(header);

    *label = NULL;
    *number = -1;
    *own_name = FALSE;
    if (own >= 0) /* as our own export writes it */
        return (CareContactField)(CARE_N_CONTACT_FIELDS + own);
    *own_name = list_has("name|nom|nombre|nome|naam|jmeno|namn|navn|nimi", normal);
    if (strlen(normal) > 100) /* no header is a paragraph */
        return CARE_CONTACT_FIELD_NONE;
    sort_words(normal, &words);
    if (find_phrase(without_numbers->str, &field, &own_label))
        words.place = is_place_field(field) && own_label == NULL ? words.place : NULL;
    else if (!find_phrase(without_places->str, &field, &own_label)
             && !find_phrase(core->str, &field, &own_label))
        return CARE_CONTACT_FIELD_NONE;
    else if (words.place != NULL && !is_place_field(field))
        words.place = NULL;
    *number = words.number;
    /* "Address 2" is the second line of the address, "Address 2 - Street" belongs to the second address */
    if (field == CARE_CONTACT_FIELD_STREET && words.number_last) {
        field = words.number > 1 ? CARE_CONTACT_FIELD_STREET_MORE : field;
        *number = -1;
    }
    *label = join_label(field, words.place, own_label);
    return field;
}
