/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-phrases.h"

/* The dictionary of headers: data only. How it is looked up stands in csv-headers.c. */

/* Phrases by meaning; the label is what the phrase itself says of the number ("mobile phone"). */
const CareCsvPhrases care_csv_phrases[] = {
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

    /* databases, shops and tills in English */
    { CARE_CONTACT_FIELD_NAME, NULL,
      "who|contact "
      "person|kontakt|kontaktperson|ansprechpartner|ansprechpartnerin|ansprechperson|client|customer|"
      "customer full name|patient|member|member name|debtor" },
    { CARE_CONTACT_FIELD_GIVEN, NULL, "fname|f name|first" },
    { CARE_CONTACT_FIELD_FAMILY, NULL, "lname|l name|last" },
    { CARE_CONTACT_FIELD_ORGANISATION, NULL, "company or organization|customer company|address company" },
    { CARE_CONTACT_FIELD_PHONE, NULL, "address phone|phone no|tel no|day phone|rufnr|ruf nr|tel" },
    { CARE_CONTACT_FIELD_PHONE, "other",
      "alt phone|alternate phone|alternative phone|secondary phone|second phone" },
    { CARE_CONTACT_FIELD_PHONE, "mobile",
      "sms phone|sms phone number|whatsapp|whatsapp number|whatsapp phone" },
    { CARE_CONTACT_FIELD_EMAIL, NULL, "email id|e mail id|mail id" },
    { CARE_CONTACT_FIELD_STREET, NULL, "address address|street name|street and number|street address line" },
    { CARE_CONTACT_FIELD_LOCALITY, NULL, "village|town city|city town|place" },
    { CARE_CONTACT_FIELD_REGION, NULL,
      "state region|region state|province state|province region|address province|county state" },
    { CARE_CONTACT_FIELD_POSTCODE, NULL,
      "postal|postal code zip code|zip code postal code|zip postcode|postal zip|zip postal|address "
      "zip|billing code|"
      "shipping code|pin code|pincode|eircode" },
    { CARE_CONTACT_FIELD_BIRTHDAY, NULL, "born|date born|bday|b day" },
    { CARE_CONTACT_FIELD_VAT_ID, NULL,
      "vat registration number|tva intracommunautaire|numero de identificacion fiscal" },
    /* DATEV */
    { CARE_CONTACT_FIELD_ORGANISATION, NULL, "name adressattyp unternehmen" },
    { CARE_CONTACT_FIELD_GIVEN, NULL, "vorname adressattyp naturl person" },
    { CARE_CONTACT_FIELD_FAMILY, NULL, "name adressattyp naturl person" },
    /* Turkish */
    { CARE_CONTACT_FIELD_NAME, NULL,
      "ad soyad|adi soyadi|ad soyadi|adi soyad|isim soyisim|musteri adi|unvan" },
    { CARE_CONTACT_FIELD_GIVEN, NULL, "ad|adi|isim|on ad" },
    { CARE_CONTACT_FIELD_FAMILY, NULL, "soyisim" },
    { CARE_CONTACT_FIELD_ORGANISATION, NULL, "sirket adi|firma adi|firma unvani|kurum" },
    { CARE_CONTACT_FIELD_PHONE, NULL, "telefon numarasi|tel numarasi" },
    { CARE_CONTACT_FIELD_PHONE, "home", "ev telefonu|ev telefon" },
    { CARE_CONTACT_FIELD_PHONE, "work", "is telefonu|is telefon" },
    { CARE_CONTACT_FIELD_PHONE, "mobile", "cep telefonu|cep|cep tel|cep telefon|mobil telefon" },
    { CARE_CONTACT_FIELD_EMAIL, NULL, "eposta|e posta adresi|eposta adresi|mail adresi" },
    { CARE_CONTACT_FIELD_STREET, NULL, "acik adres|ev adresi|is adresi|sokak|cadde" },
    { CARE_CONTACT_FIELD_LOCALITY, NULL, "ilce" },
    { CARE_CONTACT_FIELD_REGION, NULL, "il" },
    { CARE_CONTACT_FIELD_POSTCODE, NULL, "postakodu" },
    { CARE_CONTACT_FIELD_BIRTHDAY, NULL, "dogum tarihi|dogum gunu" },
    { CARE_CONTACT_FIELD_ANNIVERSARY, NULL, "yil donumu|yildonumu|evlilik yil donumu" },
    { CARE_CONTACT_FIELD_NOTE, NULL, "notlar|aciklama" },
    { CARE_CONTACT_FIELD_URL, NULL, "web sitesi|web sayfasi" },
    { CARE_CONTACT_FIELD_VAT_ID, NULL, "vergi no|vergi numarasi" },
    /* Polish, Czech, Hungarian */
    { CARE_CONTACT_FIELD_NAME, NULL, "jmeno a prijmeni|teljes nev|nev|ugyfel neve|klient" },
    { CARE_CONTACT_FIELD_PHONE, "mobile", "mobilni telefon|mobilszam|mobiltelefonszam|tel kom" },
    { CARE_CONTACT_FIELD_EMAIL, NULL, "e mail cim|email cim" },
    { CARE_CONTACT_FIELD_BIRTHDAY, NULL, "szuletesnap|szuletesi datum" },
    /* Romanian, Icelandic, Hebrew, Arabic */
    { CARE_CONTACT_FIELD_NAME, NULL,
      "nume complet|nume si prenume|nafn|fullt nafn|שם|שם מלא|שם לקוח|الاسم|اسم العميل" },
    { CARE_CONTACT_FIELD_GIVEN, NULL, "prenume|fornafn|שם פרטי|الاسم الاول" },
    { CARE_CONTACT_FIELD_FAMILY, NULL, "nume|nume de familie|eftirnafn|שם משפחה|اسم العائلة|اللقب" },
    { CARE_CONTACT_FIELD_ORGANISATION, NULL, "companie|fyrirtaeki|חברה|الشركة|شركة" },
    { CARE_CONTACT_FIELD_PHONE, NULL, "simi|טלפון|מספר טלפון|الهاتف|هاتف|رقم الهاتف" },
    { CARE_CONTACT_FIELD_PHONE, "mobile",
      "telefon mobil|farsimi|gsm simi|נייד|טלפון נייד|الجوال|جوال|رقم الجوال" },
    { CARE_CONTACT_FIELD_EMAIL, NULL, "netfang|דואל|דוא ל|אימייל|البريد الالكتروني|البريد الإلكتروني" },
    { CARE_CONTACT_FIELD_STREET, NULL, "strada|adresa|heimilisfang|רחוב|כתובת|العنوان" },
    { CARE_CONTACT_FIELD_LOCALITY, NULL, "oras|localitate|baer|stadur|עיר|المدينة" },
    /* Outlook in Japanese, Chinese and Korean */
    { CARE_CONTACT_FIELD_ADDITIONAL, NULL, "ミドル ネーム|ミドルネーム|中间名|中間名|중간 이름" },
    { CARE_CONTACT_FIELD_PREFIX, NULL, "敬称|称谓|稱謂|호칭" },
    { CARE_CONTACT_FIELD_GIVEN, NULL, "名字" },
    { CARE_CONTACT_FIELD_FAMILY, NULL, "姓氏" },
    { CARE_CONTACT_FIELD_ORGANISATION, NULL, "公司名称|公司名稱|회사명" },
    { CARE_CONTACT_FIELD_PHONE, "work",
      "会社電話|会社電話番号|勤務先電話|勤務先電話番号|商务电话|商務電話|公司电话|公司電話|办公电话|单位电话|"
      "근무처 전화|"
      "근무지 전화|회사 전화" },
    { CARE_CONTACT_FIELD_PHONE, "main", "会社代表電話|单位主要电话|公司總機|회사 대표 전화" },
    { CARE_CONTACT_FIELD_PHONE, "home",
      "自宅電話|自宅電話番号|住宅电话|住家電話|家庭电话|집 전화|집 전화 번호|자택 전화" },
    { CARE_CONTACT_FIELD_PHONE, "mobile", "移动电话|行動電話|手機號碼|手机号码|휴대 전화|휴대폰 번호" },
    { CARE_CONTACT_FIELD_PHONE, "fax", "ファックス|傳真|팩스" },
    { CARE_CONTACT_FIELD_PHONE, "work fax", "会社ファックス|商务传真|商務傳真|근무처 팩스|근무지 팩스" },
    { CARE_CONTACT_FIELD_PHONE, "home fax", "自宅ファックス|住宅传真|住家傳真|집 팩스|자택 팩스" },
    { CARE_CONTACT_FIELD_EMAIL, NULL,
      "電子メール アドレス|電子メールアドレス|メール アドレス|eメール|eメールアドレス|e "
      "メール|电子邮件地址|电子邮件 地址|"
      "邮箱地址|邮件地址|邮件|電子郵件地址|電子郵件 地址|電子郵件信箱|전자 메일 주소|전자 "
      "메일|전자메일|전자메일 주소|"
      "이메일 주소" },
    { CARE_CONTACT_FIELD_STREET, NULL, "街|번지|주소 번지|住所 番地|详细地址|詳細地址" },
    { CARE_CONTACT_FIELD_LOCALITY, NULL, "市 县|市县|市 縣|縣市|市|구 군 시|시 군 구|시" },
    { CARE_CONTACT_FIELD_REGION, NULL, "省 市 自治区|省市自治区|省份|省 自治区|시 도|도" },
    { CARE_CONTACT_FIELD_POSTCODE, NULL, "郵遞區號|邮政编码|우편 번호" },
    { CARE_CONTACT_FIELD_COUNTRY, NULL, "国 地域|国地域|国家 地区|國家 地區|國家|국가 지역" },
    { CARE_CONTACT_FIELD_BIRTHDAY, NULL, "出生日期|생년월일" },
    { CARE_CONTACT_FIELD_ANNIVERSARY, NULL, "記念日|纪念日|週年紀念日|기념일" },
    { CARE_CONTACT_FIELD_NOTE, NULL, "附注|附註|備註|비고" },
    { CARE_CONTACT_FIELD_URL, NULL, "网页|網頁|web ページ|ホームページ|웹 페이지" },
};
const guint care_csv_n_phrases = G_N_ELEMENTS(care_csv_phrases);

/* Words that say where a number or address belongs. */
const CareCsvPlace care_csv_places[] = {
    { "home",
      "home|private|personal|privat|privee|prive|domicile|domicilio|particular|residencia|residenza|casa|dom|"
      "domowy|domowe|personnel|personnelle|thuis|priveadres" },
    { "work",
      "work|business|office|geschaftlich|dienstlich|beruflich|arbeit|buro|bureau|professionnel|"
      "professionnelle|travail|trabajo|oficina|lavoro|ufficio|biuro|sluzbowy|sluzbowe|praca|zakelijk|werk" },
    { "home", "自宅|住宅|住宅地址|住家地址|家庭|집|자택" },
    { "work", "会社|勤務先|商务|商务地址|商務地址|公司|근무지|근무처|회사" },
    { "other", "その他|其他地址|기타" },
    { "billing", "billing" },
    { "shipping", "shipping" },
    { "other",
      "other|weitere|weiterer|weiteres|andere|anderes|autre|otra|otro|altro|altra|inny|inna|inne|overig" },
};
const guint care_csv_n_places = G_N_ELEMENTS(care_csv_places);

/* Words between the others that change nothing. */
const char care_csv_fillers[]
    = "client|contact|customer|kunden|the|de|du|des|del|della|di|la|le|el|of|nr|no|number|"
      "default|mailing|person|people";
