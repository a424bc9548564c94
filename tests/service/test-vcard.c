/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "common/case-table.h"
#include "common/draft-text.h"
#include "exchange/import/vcard-parser.h"

#define V21(body) "BEGIN:VCARD\r\nVERSION:2.1\r\n" body "END:VCARD\r\n"
#define V30(body) "BEGIN:VCARD\r\nVERSION:3.0\r\n" body "END:VCARD\r\n"
#define V40(body) "BEGIN:VCARD\r\nVERSION:4.0\r\n" body "END:VCARD\r\n"
#define NAMELESS "error=This contact has no name. Give it a name and import it again."

/* One card and everything it says; none of it copied from another program's tests. */
typedef struct {
    const char *name;
    const char *card;
    const char *expected;
} Case;

static const Case names[] = {
    { "fn-and-n", V30("FN:Ann Lee\r\nN:Lee;Ann;;;\r\n"), "name=Ann Lee | given=Ann | family=Lee" },
    { "n-only", V30("N:Lee;Ann;Maria;Dr.;MSc\r\n"),
      "name=Dr. Ann Maria Lee MSc | prefix=Dr. | given=Ann | additional=Maria | family=Lee | suffix=MSc" },
    { "fn-only", V40("FN:Ann Lee\r\n"), "name=Ann Lee" },
    { "org-only", V30("ORG:Cycles & Co\r\n"), "company | name=Cycles & Co | org=Cycles & Co" },
    { "fn-is-org", V30("FN:Cycles\r\nN:;;;;\r\nORG:Cycles\r\n"), "company | name=Cycles | org=Cycles" },
    { "fn-differs-from-org", V30("FN:Ann Lee\r\nORG:Cycles\r\n"), "name=Ann Lee | org=Cycles" },
    { "person-of-org", V30("N:Lee;Ann\r\nORG:Cycles\r\n"),
      "name=Ann Lee | given=Ann | family=Lee | org=Cycles" },
    { "empty-fn", V30("FN:\r\nN:Lee;Ann;;;\r\n"), "name=Ann Lee | given=Ann | family=Lee" },
    { "blank-fn", V30("FN:   \r\nN:Lee;Ann;;;\r\n"), "name=Ann Lee | given=Ann | family=Lee" },
    { "same-fn-twice", V30("FN:Ann Lee\r\nFN:Ann Lee\r\n"), "name=Ann Lee" },
    { "two-fns", V30("FN:Ann Lee\r\nFN:Annie\r\n"), "name=Ann Lee | dropped=FN" },
    { "same-n-twice", V30("N:Lee;Ann;;;\r\nN:Lee;Ann;;;\r\n"), "name=Ann Lee | given=Ann | family=Lee" },
    { "two-ns", V30("N:Lee;Ann;;;\r\nN:Chan;Ann;;;\r\n"),
      "name=Ann Lee | given=Ann | family=Lee | dropped=N" },
    { "nickname-as-name", V30("NICKNAME:Shorty\r\nTEL:1\r\n"), "name=Shorty | phone=1" },
    { "nickname-beside-name", V30("FN:Ann\r\nNICKNAME:Shorty\r\n"), "name=Ann | dropped=NICKNAME" },
    { "escaped-comma", V30("N:Lee;Ann;Maria\\, Eva;;\r\n"),
      "name=Ann Maria, Eva Lee | given=Ann | additional=Maria, Eva | family=Lee" },
    { "escaped-semicolon", V30("N:Lee\\;Chan;Ann;;;\r\n"),
      "name=Ann Lee;Chan | given=Ann | family=Lee;Chan" },
    { "list-in-suffix", V40("N:Lee;Ann;Eva,Maria;;ing. jr,M.Sc.\r\n"),
      "name=Ann Eva Maria Lee ing. jr, M.Sc. | given=Ann | additional=Eva Maria | family=Lee | "
      "suffix=ing. jr, M.Sc." },
    { "unescaped-comma-stays", V30("N:Lee, the younger;Ann;;;\r\n"),
      "name=Ann Lee, the younger | given=Ann | family=Lee, the younger" },
    { "chinese-order", V40("N:王;小明;;;\r\n"), "name=王小明 | given=小明 | family=王" },
    { "too-many-components", V30("N:Lee;Ann;;;;;;x\r\n"), "name=Ann Lee | given=Ann | family=Lee" },
    { "org-units", V30("FN:Ann\r\nORG:Cycles;Workshop\r\n"),
      "name=Ann | org=Cycles | dropped=ORG (department)" },
    { "org-empty-units", V30("FN:Ann\r\nORG:Cycles;;\r\n"), "name=Ann | org=Cycles" },
    { "kind-org", V40("KIND:org\r\nFN:Ann Lee Ltd\r\nN:Lee;Ann;;;\r\n"),
      "company | name=Ann Lee Ltd | given=Ann | family=Lee" },
    { "kind-individual", V40("KIND:Individual\r\nORG:Ann\r\n"), "name=Ann | org=Ann" },
    { "apple-company", V30("N:;;;;\r\nFN:Acme\r\nORG:Acme Inc;\r\nX-ABShowAs:COMPANY\r\n"),
      "company | name=Acme | org=Acme Inc" },
    { "group", V40("KIND:group\r\nFN:Friends\r\nMEMBER:urn:uuid:1\r\n"),
      "name=Friends | dropped=MEMBER | error=This is a list of contacts, not a contact. Its members are "
      "imported as "
      "contacts of their own." },
    { "no-name", V30("TITLE:Boss\r\n"), "dropped=TITLE | " NAMELESS },
    { "no-name-but-email", V30("EMAIL:a@b.example\r\n"),
      "email=a@b.example | error=This contact has no name, only the e-mail address a@b.example. Give it a "
      "name and "
      "import it again." },
    { "no-name-but-phone", V30("TEL:123\r\n"),
      "phone=123 | error=This contact has no name, only the phone number 123. Give it a name and import it "
      "again." },
    { "empty-card", V30(""), NAMELESS },
};

static const Case phones[] = {
    { "phone-in-words", V30("FN:A\r\nTEL:none\r\nTEL:1\r\n"), "name=A | phone=1 | dropped=TEL" },
    { "2.1-bare-types", V21("N:Lee\r\nTEL;CELL;PREF:1\r\nTEL;WORK;FAX:2\r\nTEL;HOME;VOICE:3\r\n"),
      "name=Lee | family=Lee | phone(mobile)=1 | phone(work fax)=2 | phone(home)=3" },
    { "type-list", V30("FN:A\r\nTEL;TYPE=VOICE,MSG,WORK:1\r\n"), "name=A | phone(work)=1" },
    { "type-quoted-list", V40("FN:A\r\nTEL;TYPE=\"voice,cell\":1\r\n"), "name=A | phone(mobile)=1" },
    { "type-escaped-comma", V30("FN:A\r\nTEL;TYPE=VOICE\\,CELL:1\r\n"), "name=A | phone(mobile)=1" },
    { "type-repeated", V30("FN:A\r\nTEL;TYPE=HOME;TYPE=FAX:1\r\n"), "name=A | phone(home fax)=1" },
    { "type-mixed-case", V30("FN:A\r\ntel;type=Cell:1\r\n"), "name=A | phone(mobile)=1" },
    { "type-own-word", V30("FN:A\r\nTEL;TYPE=X-Garage:1\r\n"), "name=A | phone(garage)=1" },
    { "type-pager", V30("FN:A\r\nTEL;TYPE=PAGER:1\r\n"), "name=A | phone(pager)=1" },
    { "type-none", V30("FN:A\r\nTEL:1\r\n"), "name=A | phone=1" },
    { "pref-first", V30("FN:A\r\nTEL;TYPE=HOME:1\r\nTEL;TYPE=CELL,PREF:2\r\n"),
      "name=A | phone(mobile)=2 | phone(home)=1" },
    { "pref-numbers", V40("FN:A\r\nTEL;PREF=50:1\r\nTEL;PREF=1:2\r\nTEL:3\r\n"),
      "name=A | phone=2 | phone=1 | phone=3" },
    { "pref-nonsense", V40("FN:A\r\nTEL;PREF=0:1\r\nTEL;PREF=x:2\r\n"), "name=A | phone=1 | phone=2" },
    { "uri", V40("FN:A\r\nTEL;VALUE=uri;TYPE=\"cell\":tel:+1-555-0100\r\n"),
      "name=A | phone(mobile)=+1-555-0100" },
    { "uri-extension", V40("FN:A\r\nTEL;VALUE=uri:tel:+1-555-0100;ext=102\r\n"),
      "name=A | phone=+1-555-0100 ext. 102" },
    { "uri-parameters", V40("FN:A\r\nTEL;VALUE=uri:tel:0100;phone-context=+1;ext=7;x=y\r\n"),
      "name=A | phone=0100 ext. 7" },
    { "uri-percent", V40("FN:A\r\nTEL;VALUE=uri:tel:%2B1%20555\r\n"), "name=A | phone=+1 555" },
    { "uri-percent-broken", V40("FN:A\r\nTEL;VALUE=uri:tel:%FF1\r\n"), "name=A | phone=%FF1" },
    { "same-number-twice", V30("FN:A\r\nTEL;TYPE=CELL:1\r\nTEL;TYPE=CELL:1\r\n"),
      "name=A | phone(mobile)=1" },
    { "same-number-two-labels", V30("FN:A\r\nTEL;TYPE=CELL:1\r\nTEL;TYPE=WORK:1\r\n"),
      "name=A | phone(mobile)=1 | phone(work)=1" },
    { "empty", V30("FN:A\r\nTEL:\r\nTEL;TYPE=CELL: \r\n"), "name=A" },
    { "group-label", V30("FN:A\r\nitem1.TEL:1\r\nitem1.X-ABLabel:Holiday flat\r\n"),
      "name=A | phone(Holiday flat)=1" },
    { "group-label-before", V30("FN:A\r\nitem1.X-ABLabel:Barn\r\nITEM1.TEL:1\r\n"),
      "name=A | phone(Barn)=1" },
    { "group-label-apple", V30("FN:A\r\nitem2.TEL:1\r\nitem2.X-ABLabel:_$!<Main>!$_\r\n"),
      "name=A | phone(main)=1" },
    { "other-group", V30("FN:A\r\nitem1.TEL;TYPE=HOME:1\r\nitem2.X-ABLabel:Barn\r\n"),
      "name=A | phone(home)=1" },
    { "short-apple-label", V30("FN:A\r\ni.TEL:1\r\ni.X-ABLabel:_$!<>!$_\r\n"), "name=A | phone(_$!<>!$_)=1" },
};

static const Case addresses[] = {
    { "2.1", V21("N:Lee\r\nADR;HOME:;;12 Mill Lane;Leeds;Yorks;LS1;UK\r\n"),
      "name=Lee | family=Lee | address(home)=12 Mill Lane;Leeds;Yorks;LS1;UK" },
    { "box-and-flat", V30("FN:A\r\nADR;TYPE=WORK,POSTAL:PO 7;Flat 2;12 Mill Lane;Leeds;;LS1;\r\n"),
      "name=A | address(work)=12 Mill Lane/Flat 2/PO 7;Leeds;;LS1;" },
    { "one-blob", V30("FN:A\r\nADR;TYPE=HOME:;12 Mill Lane\\nLeeds;;;;;\r\n"),
      "name=A | address(home)=12 Mill Lane/Leeds;;;;" },
    { "folded-before-semicolon", V30("FN:A\r\nADR:;;12 Mill Lane\r\n ;Leeds;;;\r\n"),
      "name=A | address=12 Mill Lane;Leeds;;;" },
    { "blank-after-fold", V30("FN:A\r\nADR:;;12 Mill Lane;Leeds;\r\n  Yorks;LS1;\r\n"),
      "name=A | address=12 Mill Lane;Leeds;Yorks;LS1;" },
    { "list-component", V40("FN:A\r\nADR:;;12 Mill Lane,Back yard;Leeds;;;\r\n"),
      "name=A | address=12 Mill Lane, Back yard;Leeds;;;" },
    { "empty", V30("FN:A\r\nADR:;;;;;;\r\nADR;TYPE=HOME:\r\n"), "name=A" },
    { "label-without-address",
      V21("N:Lee\r\nLABEL;WORK;ENCODING=QUOTED-PRINTABLE:12 Mill Lane=0D=0ALeeds\r\n"),
      "name=Lee | family=Lee | address(work)=12 Mill Lane/Leeds;;;;" },
    { "label-beside-address", V30("FN:A\r\nADR:;;Mill;;;;\r\nLABEL:Mill\\nLeeds\r\n"),
      "name=A | address=Mill;;;; | dropped=LABEL" },
    { "apple-group", V30("FN:A\r\nitem1.ADR;type=HOME:;;Mill;Leeds;;;\r\nitem1.X-ABADR:gb\r\n"),
      "name=A | address(home)=Mill;Leeds;;;" },
    { "quoted-printable-street",
      V21("N:Lee\r\nADR;WORK;ENCODING=QUOTED-PRINTABLE:;;12 Mill=0D=0A=\r\nLane;Leeds;;;\r\n"),
      "name=Lee | family=Lee | address(work)=12 Mill/Lane;Leeds;;;" },
    { "email-types",
      V30("FN:A\r\nEMAIL;TYPE=INTERNET,HOME:a@b.example\r\nEMAIL;TYPE=INTERNET,PREF:c@d.example\r\n"),
      "name=A | email=c@d.example | email(home)=a@b.example" },
    { "email-mailto", V40("FN:A\r\nEMAIL:mailto:a@b.example\r\n"), "name=A | email=a@b.example" },
};

static const Case dates[] = {
    { "basic", V30("FN:A\r\nBDAY:19531015\r\n"), "name=A | birthday=1953-10-15" },
    { "extended", V30("FN:A\r\nBDAY:1953-10-15\r\n"), "name=A | birthday=1953-10-15" },
    { "value-date", V30("FN:A\r\nBDAY;VALUE=date:1953-10-15\r\n"), "name=A | birthday=1953-10-15" },
    { "with-time", V40("FN:A\r\nBDAY:19531015T231000Z\r\n"), "name=A | birthday=1953-10-15" },
    { "extended-with-time", V30("FN:A\r\nBDAY:1953-10-15T23:10:00Z\r\n"), "name=A | birthday=1953-10-15" },
    { "blank-time", V30("FN:A\r\nBDAY:1953-10-15 00:00:00\r\n"), "name=A | birthday=1953-10-15" },
    { "no-year", V40("FN:A\r\nBDAY:--0203\r\n"), "name=A | birthday=--02-03" },
    { "no-year-dashes", V30("FN:A\r\nBDAY:--02-03\r\n"), "name=A | birthday=--02-03" },
    { "leap-day-no-year", V40("FN:A\r\nBDAY:--0229\r\n"), "name=A | birthday=--02-29" },
    { "apple-omit-year", V30("FN:A\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-03-04\r\n"),
      "name=A | birthday=--03-04" },
    { "other-omitted-year", V30("FN:A\r\nBDAY;X-APPLE-OMIT-YEAR=1900:1900-03-04\r\n"),
      "name=A | birthday=--03-04" },
    { "1604-alone", V30("FN:A\r\nBDAY:1604-03-04\r\n"), "name=A | birthday=--03-04" },
    { "text", V40("FN:A\r\nBDAY;VALUE=text:circa 1800\r\n"), "name=A | dropped=BDAY" },
    { "day-only", V40("FN:A\r\nBDAY:---12\r\n"), "name=A | dropped=BDAY" },
    { "year-only", V40("FN:A\r\nBDAY:1953\r\n"), "name=A | dropped=BDAY" },
    { "year-month", V40("FN:A\r\nBDAY:1953-10\r\n"), "name=A | dropped=BDAY" },
    { "no-such-day", V30("FN:A\r\nBDAY:1953-02-30\r\n"), "name=A | dropped=BDAY" },
    { "no-leap-year", V30("FN:A\r\nBDAY:1953-02-29\r\n"), "name=A | dropped=BDAY" },
    { "month-13", V30("FN:A\r\nBDAY:19531315\r\n"), "name=A | dropped=BDAY" },
    { "garbage-after", V30("FN:A\r\nBDAY:1953-10-155\r\n"), "name=A | dropped=BDAY" },
    { "empty", V30("FN:A\r\nBDAY:\r\n"), "name=A" },
    { "two", V30("FN:A\r\nBDAY:1953-10-15\r\nBDAY:1953-10-16\r\n"),
      "name=A | birthday=1953-10-15 | dropped=BDAY" },
    { "anniversary", V40("FN:A\r\nANNIVERSARY:20090808T1430-0500\r\n"), "name=A | anniversary=2009-08-08" },
    { "anniversary-evolution", V30("FN:A\r\nX-EVOLUTION-ANNIVERSARY:1980-03-22\r\n"),
      "name=A | anniversary=1980-03-22" },
    { "anniversary-kde", V30("FN:A\r\nX-KADDRESSBOOK-X-Anniversary:1980-03-22\r\n"),
      "name=A | anniversary=1980-03-22" },
    { "anniversary-apple",
      V30("FN:A\r\nitem1.X-ABDATE:1975-03-01\r\nitem1.X-ABLabel:_$!<Anniversary>!$_\r\n"),
      "name=A | anniversary=1975-03-01" },
    { "other-date-apple", V30("FN:A\r\nitem1.X-ABDATE:1975-03-01\r\nitem1.X-ABLabel:First bike\r\n"),
      "name=A | dropped=X-ABDATE" },
    { "anniversary-android",
      V21("N:Lee\r\nX-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1975-03-01;1;;;;;;;;;;;;;\r\n"),
      "name=Lee | family=Lee | anniversary=1975-03-01" },
    { "other-android", V21("N:Lee\r\nX-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Bo;1;;\r\n"),
      "name=Lee | family=Lee | dropped=X-ANDROID-CUSTOM" },
};

static const Case texts[] = {
    { "qp-utf8", V21("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\r\n"),
      "name=Jörg Müller | given=Jörg | family=Müller" },
    { "qp-latin1", V21("N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller\r\n"),
      "name=Müller | family=Müller" },
    { "qp-cyrillic", V21("N;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C8=E2=E0=ED\r\n"),
      "name=Иван | family=Иван" },
    { "qp-shift-jis", V21("N;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=8ER=93c\r\n"),
      "name=山田 | family=山田" },
    { "qp-bare", V21("N;QUOTED-PRINTABLE:M=FCller\r\n"), "name=Müller | family=Müller" },
    { "qp-lower-case", V21("N;encoding=quoted-printable;charset=utf-8:M=c3=bcller\r\n"),
      "name=Müller | family=Müller" },
    { "qp-soft-break", V21("N;ENCODING=QUOTED-PRINTABLE:M=C3=\r\n=BCller\r\n"),
      "name=Müller | family=Müller" },
    { "qp-soft-break-many", V21("N;ENCODING=QUOTED-PRINTABLE:A=\r\nB=\r\nC\r\n"), "name=ABC | family=ABC" },
    { "qp-soft-break-then-blank", V21("N;ENCODING=QUOTED-PRINTABLE:Lee=\r\n\r\nTEL:1\r\n"),
      "name=Lee | family=Lee | phone=1" },
    { "qp-soft-break-before-end", V21("N;ENCODING=QUOTED-PRINTABLE:Lee=\r\n"), "name=Lee | family=Lee" },
    { "qp-in-3.0", V30("FN;ENCODING=QUOTED-PRINTABLE:M=C3=BCller\r\n"), "name=Müller" },
    { "qp-broken-sequence", V21("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=\r\n=80\r\n"),
      "name=Ñ\xEF\xBF\xBD | family=Ñ\xEF\xBF\xBD" },
    { "qp-stray-equals", V21("N;ENCODING=QUOTED-PRINTABLE:1=2=ZZ=\r\n\r\n"), "name=1=2=ZZ | family=1=2=ZZ" },
    { "unknown-charset", V21("N;CHARSET=KLINGON:M\xC3\xBCller\r\n"), "name=Müller | family=Müller" },
    { "8-bit-latin1", V21("N:M\xFCller\r\n"), "name=Müller | family=Müller" },
    { "8-bit-declared", V21("N;CHARSET=windows-1251:\xC8\xE2\xE0\xED\r\n"), "name=Иван | family=Иван" },
    { "8-bit-two-encodings", V21("N:M\xFCller\r\nORG:Caf\xC3\xA9\r\n"),
      "name=Müller | family=Müller | org=Café" },
    { "fold-inside-character", V30("FN:M\xC3\r\n \xBCller\r\n"), "name=Müller" },
    { "fold-blank", V30("FN:Ann \r\n Lee\r\n"), "name=Ann Lee" },
    { "fold-tab", V30("FN:An\r\n\tn\r\n"), "name=Ann" },
    { "fold-in-name-of-property", V30("F\r\n N:Ann\r\n"), "name=Ann" },
    { "fold-in-parameter", V30("FN:A\r\nTEL;TY\r\n PE=CELL:1\r\n"), "name=A | phone(mobile)=1" },
    { "fold-2.1-keeps-blank", V21("N:Ann\r\n Lee\r\n"), "name=Ann Lee | family=Ann Lee" },
    { "note-escapes", V30("FN:A\r\nNOTE:a\\nb\\Nc\\, d\\; e\\\\ f\r\n"), "name=A | note=a/b/c, d; e\\ f" },
    { "note-google-escapes", V30("FN:A\r\nNOTE:\\\"x\\\" http\\://y\r\n"), "name=A | note=\"x\" http://y" },
    { "note-path", V30("FN:A\r\nNOTE:C:\\Temp\r\n"), "name=A | note=C:\\Temp" },
    { "note-backslash-at-end", V30("FN:A\r\nNOTE:x\\\r\n"), "name=A | note=x\\" },
    { "note-twice", V30("FN:A\r\nNOTE:x\r\nNOTE:y\r\n"), "name=A | note=x/y" },
    { "note-same-twice", V30("FN:A\r\nNOTE:x\r\nNOTE:x\r\n"), "name=A | note=x" },
    { "note-raw-line-break", V30("FN:A\r\nNOTE:first\r\nsecond line\r\nTEL:1\r\n"),
      "name=A | phone=1 | note=first/second line" },
    { "note-raw-line-break-with-colon", V30("FN:A\r\nNOTE:first\r\ncall at 10:30\r\n"),
      "name=A | note=first/call at 10:30" },
    { "tags", V30("FN:A\r\nCATEGORIES:VIP,e-bike\\, cargo\r\nCATEGORIES:VIP\r\n"),
      "name=A | tag=VIP | tag=e-bike, cargo" },
    { "language", V40("FN:A\r\nLANG;PREF=2:en\r\nLANG;PREF=1:fr\r\n"),
      "name=A | language=fr | dropped=LANG" },
    { "url", V30("FN:A\r\nURL:http\\://a.example\r\n"), "name=A | url=http://a.example" },
    { "two-urls", V30("FN:A\r\nURL:a.example\r\nURL:b.example\r\n"), "name=A | url=a.example | dropped=URL" },
    { "uid", V40("UID:urn:uuid:1\r\nFN:A\r\n"), "name=A | uid=urn:uuid:1" },
    { "caret-escapes", V40("FN:A\r\nTEL;TYPE=\"^'x^' ^^^n\":1\r\n"), "name=A | phone(\"x\" ^)=1" },
    { "caret-in-2.1", V21("N:A\r\nTEL;TYPE=^n:1\r\n"), "name=A | family=A | phone(^n)=1" },
    { "colon-in-quoted-parameter", V40("FN:A\r\nTEL;X-A=\"b:c;d\";TYPE=cell:1\r\n"),
      "name=A | phone(mobile)=1" },
    { "unpaired-quote-in-parameter", V40("FN:A\r\nTEL;X-A=\"b:1\r\n"), "name=A | phone=1" },
    { "altid", V40("FN;ALTID=1;LANGUAGE=en:Ann\r\nFN;ALTID=1;LANGUAGE=fr:Anne\r\n"),
      "name=Ann | dropped=FN" },
    { "altid-of-others", V40("FN;ALTID=1:Ann\r\nORG;ALTID=1:Co\r\n"), "name=Ann | org=Co" },
};

static const Case dropped[] = {
    { "unknown-once-each", V30("FN:A\r\nX-FOO:1\r\nX-FOO:2\r\nTITLE:Boss\r\n"),
      "name=A | dropped=X-FOO | dropped=TITLE" },
    { "empty-is-nothing", V30("FN:A\r\nTITLE:\r\nSOUND;X-IRMC-N:;;;;\r\n"), "name=A" },
    { "photo-base64-2.1", V21("N:A\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n SkZJRg==\r\n\r\nTEL:1\r\n"),
      "name=A | family=A | phone=1 | photo=yes | dropped=PHOTO" },
    { "photo-base64-not-indented", V21("N:A\r\nPHOTO;BASE64:\r\n/9j/4AAQ\r\nSkZJRg==\r\n\r\nTEL:1\r\n"),
      "name=A | family=A | phone=1 | photo=yes | dropped=PHOTO" },
    { "photo-3.0", V30("FN:A\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/\r\n 4AAQ\r\nTEL:1\r\n"),
      "name=A | phone=1 | photo=yes | dropped=PHOTO" },
    { "photo-4.0", V40("FN:A\r\nPHOTO:data:image/jpeg;base64,/9j/4AAQ\r\n"),
      "name=A | photo=yes | dropped=PHOTO" },
    { "agent-2.1",
      V21("N:A\r\nAGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nN:Secretary\r\nTEL:9\r\nEND:VCARD\r\nTEL:1\r\n"),
      "name=A | family=A | phone=1 | dropped=AGENT" },
    { "agent-3.0", V30("FN:A\r\nAGENT:BEGIN:VCARD\\nFN:Secretary\\nEND:VCARD\\n\r\nTEL:1\r\n"),
      "name=A | phone=1 | dropped=AGENT" },
    { "stray-line", V30("FN:A\r\n:no name\r\n;:x\r\n"), "name=A | dropped=?" },
    { "name-on-one-line", V30("FN:A\\nB\r\nC d\r\n"), "name=A B C d" },
    { "group-without-name", V30("FN:A\r\nx.:1\r\n"), "name=A | dropped=?" },
};

static void
test_card(gconstpointer data)
{
    const Case *row = data;
    g_autoptr(GBytes) bytes = g_bytes_new_static(row->card, strlen(row->card));
    g_autoptr(CareVcardParser) parser = care_vcard_parser_new(bytes);
    g_autoptr(CareContactDraft) draft = care_vcard_parser_next(parser);
    g_autofree char *text = NULL;

    g_assert_nonnull(draft);
    text = care_test_draft_text(draft);
    g_assert_cmpstr(text, ==, row->expected);
    g_assert_null(care_vcard_parser_next(parser));
}

/* A whole file and the contacts in it, one line each, with the line they begin on. */
static const Case files[] = {
    { "empty", "", "" },
    { "no-card", "hello\nworld\n", "" },
    { "two-cards", V30("FN:A\r\n") V40("FN:B\r\n"), "1 name=A\n5 name=B\n" },
    { "blank-lines-between", V30("FN:A\r\n") "\r\n\r\n" V30("FN:B\r\n"), "1 name=A\n7 name=B\n" },
    { "bom-inside", V30("FN:A\r\n") "\xEF\xBB\xBF" V30("FN:B\r\n"), "1 name=A\n5 name=B\n" },
    { "unix-lines", "BEGIN:VCARD\nVERSION:3.0\nFN:A\n B\nEND:VCARD\n", "1 name=AB\n" },
    { "mac-lines", "BEGIN:VCARD\rVERSION:3.0\rFN:A\rEND:VCARD\r", "1 name=A\n" },
    { "no-final-newline", "BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD", "1 name=A\n" },
    { "lower-case", "begin:vcard\nversion:3.0\nfn:A\nend:vcard\n", "1 name=A\n" },
    { "no-version", "BEGIN:VCARD\nFN:A\nEND:VCARD\n", "1 name=A\n" },
    { "indented", "  BEGIN:VCARD\n",
      "1 error=The file ends in the middle of this card, so it may be incomplete. "
      "Export it again and import the new file.\n" },
    { "text-before", "From: a@b\n\nBEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n", "3 name=A\n" },
    { "cut-in-the-last-card", V30("FN:A\r\n") "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:B\r\nTEL:1",
      "1 name=A\n5 name=B | phone=1 | error=The file ends in the middle of this card, so it may be "
      "incomplete. Export "
      "it again and import the new file.\n" },
    { "cut-in-a-photo", V30("FN:A\r\n") "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:B\r\nPHOTO;ENCODING=b:/9j/\r\n 4A",
      "1 name=A\n5 name=B | photo=yes | dropped=PHOTO | error=The file ends in the middle of this card, so "
      "it may be "
      "incomplete. Export it again and import the new file.\n" },
    { "cut-in-an-agent", "BEGIN:VCARD\nVERSION:2.1\nN:A\nAGENT:\nBEGIN:VCARD\nN:B\n",
      "1 name=A | family=A | dropped=AGENT | error=The file ends in the middle of this card, so it may be "
      "incomplete. Export "
      "it again "
      "and import the new file.\n" },
    { "missing-end", "BEGIN:VCARD\nVERSION:3.0\nFN:A\n" V30("FN:B\r\n"),
      "1 name=A | error=This card has no end, so it may be incomplete. Export it again and import the new "
      "file.\n"
      "4 name=B\n" },
    { "text-after", V30("FN:A\r\n") "bye\r\n" V30("FN:B\r\n"), "1 name=A\n6 name=B\n" },
    { "stray-end", "END:VCARD\n" V30("FN:A\r\n"), "2 name=A\n" },
    { "broken-one-between", V30("FN:A\r\n") V30("TITLE:x\r\n") V30("FN:C\r\n"),
      "1 name=A\n5 dropped=TITLE | " NAMELESS "\n9 name=C\n" },
};

static void
test_file(gconstpointer data)
{
    const Case *row = data;
    g_autoptr(GBytes) bytes = g_bytes_new_static(row->card, strlen(row->card));
    g_autoptr(CareVcardParser) parser = care_vcard_parser_new(bytes);
    g_autoptr(GString) all = g_string_new(NULL);
    guint rows = 0;

    for (;;) {
        g_autoptr(CareContactDraft) draft = care_vcard_parser_next(parser);
        g_autofree char *text = draft != NULL ? care_test_draft_text(draft) : NULL;
        if (draft == NULL)
            break;
        g_assert_cmpuint(draft->row, ==, ++rows);
        g_string_append_printf(all, "%u %s\n", draft->line, text);
    }
    g_assert_cmpstr(all->str, ==, row->expected);
}

static void
test_version(void)
{
    static const char file[] = V21("N:A\r\n") V40("FN:B\r\n");
    g_autoptr(GBytes) bytes = g_bytes_new_static(file, strlen(file));
    g_autoptr(CareVcardParser) parser = care_vcard_parser_new(bytes);

    g_assert_cmpint(care_vcard_parser_get_version(parser), ==, CARE_VCARD_VERSION_UNKNOWN);
    for (guint i = 0; i < 2; i++) {
        g_autoptr(CareContactDraft) draft = care_vcard_parser_next(parser);
        g_assert_cmpint(care_vcard_parser_get_version(parser), ==, CARE_VCARD_VERSION_2_1);
    }
    g_assert_cmpuint(care_vcard_parser_get_offset(parser), ==, strlen(file));
}

/* Work must grow with the file, not with its square: these take minutes if a line is copied per continuation. */
static void
test_long_lines(gconstpointer data)
{
    const char *line = data;
    g_autoptr(GString) file = g_string_new("BEGIN:VCARD\r\nVERSION:2.1\r\nN:A\r\n");
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(CareVcardParser) parser = NULL;
    g_autoptr(CareContactDraft) draft = NULL;

    g_string_append(file, "NOTE;ENCODING=QUOTED-PRINTABLE:x=\r\n");
    for (guint i = 0; i < 200000; i++)
        g_string_append(file, line);
    g_string_append(file, "\r\nEND:VCARD\r\n");
    bytes = g_bytes_new_static(file->str, file->len);
    parser = care_vcard_parser_new(bytes);
    draft = care_vcard_parser_next(parser);
    g_assert_cmpstr(draft->name, ==, "A");
    g_assert_null(draft->error);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/vcard/name", names, name, test_card);
    CARE_TEST_ADD_TABLE("/vcard/phone", phones, name, test_card);
    CARE_TEST_ADD_TABLE("/vcard/address", addresses, name, test_card);
    CARE_TEST_ADD_TABLE("/vcard/date", dates, name, test_card);
    CARE_TEST_ADD_TABLE("/vcard/text", texts, name, test_card);
    CARE_TEST_ADD_TABLE("/vcard/dropped", dropped, name, test_card);
    CARE_TEST_ADD_TABLE("/vcard/file", files, name, test_file);
    g_test_add_func("/vcard/version", test_version);
    g_test_add_data_func("/vcard/long/soft-breaks", "yyyyyyyyyyyyyyyyyyyyyyyyyy=\r\n", test_long_lines);
    g_test_add_data_func("/vcard/long/folds", " yyyyyyyyyyyyyyyyyyyyyyyyyy\r\n", test_long_lines);
    g_test_add_data_func("/vcard/long/phones", "\r\nTEL:1", test_long_lines);
    return g_test_run();
}
