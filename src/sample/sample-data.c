/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample/sample-data.h"

/* Names in Latin, Cyrillic, Greek, Arabic and Chinese script; Anna Weber is there twice. */
const CareSamplePerson care_sample_people[] = {
    { "Bea", "Koch", "DE" },
    { "Aylin", "Demir", "DE" },
    { "Deniz", "Yılmaz", "DE" },
    { "Hélène", "Marchand", "FR" },
    { "Ingrid", "Sørensen", "DE" },
    { "Markus", "Vogel", "DE" },
    { "Paul", "Okafor", "DE" },
    { "Priya", "Nair", "DE" },
    { "Ruth", "Baumann", "DE" },
    { "Tomasz", "Nowak", "DE" },
    { "Anna", "Weber", "DE" },
    { "Łukasz", "Wiśniewski", "DE" },
    { "Søren", "Ødegård", "DE" },
    { "Zoë", "van der Berg", "NL" },
    { "Jürgen", "Groß", "DE" },
    { "María José", "Núñez", "DE" },
    { "Ólafur", "Þórðarson", "DE" },
    { "Chloé", "Lefèvre", "FR" },
    { "Анна", "Иванова", "DE" },
    { "Дмитрий", "Соколов", "DE" },
    { "Олена", "Шевченко", "DE" },
    { "Ελένη", "Παπαδοπούλου", "DE" },
    { "Γιώργος", "Νικολάου", "DE" },
    { "فاطمة", "الحسن", "DE" },
    { "يوسف", "حداد", "DE" },
    { "李", "伟", "DE" },
    { "王", "芳", "DE" },
    { "Miriam", "Goldstein", "DE" },
    { "Kwame", "Mensah", "DE" },
    { "Sofia", "Rossi", "DE" },
    { "Nguyễn", "Thị Mai", "DE" },
    { "Đorđe", "Jovanović", "DE" },
    { "Ivana", "Horvat", "DE" },
    { "Ferenc", "Szabó", "DE" },
    { "Katrin", "Lehmann", "DE" },
    { "Ole", "Petersen", "DE" },
    { "Fatma", "Şahin", "DE" },
    { "Lena", "Hartmann", "DE" },
    { "Jakob", "Winter", "DE" },
    { "Clara", "Neumann", "DE" },
    { "Emil", "Brandt", "DE" },
    { "Frieda", "Sommer", "DE" },
    { "Gustav", "Lorenz", "DE" },
    { "Hanna", "Krüger", "DE" },
    { "Ida", "Schreiber", "DE" },
    { "Jonathan", "Reed", "GB" },
    { "Amelia", "Clarke", "GB" },
    { "Oskar", "Lindqvist", "DE" },
};
const guint care_sample_n_people = G_N_ELEMENTS(care_sample_people);

const char *const care_sample_companies[] = {
    "Café Linde",         "Kita Regenbogen",  "Bäckerei Öztürk",    "Radkurier Nord GmbH", "Hotel am Kanal",
    "Praxis Dr. Sommer",  "Weinladen Traube", "Atelier Morgenrot",  "Fahrschule Kurve",    "Pizzeria Da Luca",
    "Gärtnerei Grünwald", "Kino Babylon",     "Buchhandlung Seite", "Tischlerei Span",     "Eisdiele Venezia",
};
const guint care_sample_n_companies = G_N_ELEMENTS(care_sample_companies);

const CareSampleRepair care_sample_repairs[] = {
    { "E-bike", "E-bike Charger4", "Brake Service", "Riese & Müller", "Rear brake squeals and pulls late",
      "Pads worn to the metal", "Brake service, rear", 4500, "Brake pads, organic", 2950 },
    { "City bike", "City bike Roma", "Annual Service", "Gazelle", "Gears jump under load",
      "Chain and cassette worn", "Annual service", 8900, "Chain, 8-speed", 2490 },
    { "Cargo bike", "Cargo bike Load 75", "Brake Service", "Riese & Müller", "Front brake feels soft",
      "Air in the line", "Brake bleeding, front", 5500, "Brake fluid", 900 },
    { "Touring bike", "Touring bike TX-400", "Annual Service", "Patria", "Wants a check before a long tour",
      "Bottom bracket loose", "Tour check", 7900, "Bottom bracket", 3990 },
    { "Children’s bike", "Children’s bike Cyke 20", "Small Repair", "Woom", "Flat tyre, again",
      "Thorn in the tyre", "Tube change", 1500, "Tube, 20 inch", 790 },
    { "Coffee machine", "Coffee machine Silvia", "Appliance Repair", "Rancilio", "Drips from the group head",
      "Gasket hardened", "Group head service", 6500, "Gasket set", 1490 },
    { "Espresso grinder", "Espresso grinder K30", "Appliance Repair", "Mahlkönig", "Grinds unevenly",
      "Burrs blunt", "Grinder service", 9000, "Burr set, 64 mm", 6800 },
    { "Washing machine", "Washing machine WM14", "Appliance Repair", "Siemens", "Leaks at the door",
      "Door seal torn", "Seal change", 7500, "Door seal", 4290 },
    { "Dishwasher", "Dishwasher SMV46", "Appliance Repair", "Bosch", "Does not drain",
      "Pump blocked by glass", "Pump cleaning", 6900, "Drain pump", 5450 },
    { "Dryer", "Dryer T8DE", "Appliance Repair", "AEG", "Stays cold", "Thermostat gone", "Heating repair",
      7900, "Thermostat", 1990 },
    { "Sewing machine", "Sewing machine 1130", "Small Repair", "Bernina", "Skips stitches", "Timing off",
      "Timing and cleaning", 5900, "Needle plate", 2200 },
    { "Vacuum cleaner", "Vacuum cleaner C3", "Small Repair", "Miele", "No suction", "Hose split",
      "Inspection", 2500, "Hose", 3490 },
    { "Phone", "Phone Fairphone 4", "Phone Repair", "Fairphone", "Battery empty by noon",
      "Battery worn to 71 %", "Battery change", 2500, "Battery", 2990 },
    { "Phone", "Phone Pixel 7a", "Phone Repair", "Google", "Display cracked", "Display and frame bent",
      "Display change", 4900, "Display", 9990 },
    { "Laptop", "Laptop T480", "Phone Repair", "Lenovo", "Fan roars", "Dust, dry paste",
      "Cleaning and new paste", 4900, "Thermal paste", 600 },
    { "Record player", "Record player PS-1", "Appliance Repair", "Braun", "Turns too slowly",
      "Belt stretched", "Belt change and set-up", 4500, "Belt", 1800 },
};
const guint care_sample_n_repairs = G_N_ELEMENTS(care_sample_repairs);

const char *const care_sample_streets[] = {
    "Lindenstraße",   "Oranienstraße",    "Sonnenallee",          "Kastanienallee",
    "Bergmannstraße", "Karl-Marx-Straße", "Graefestraße",         "Weserstraße",
    "Urbanstraße",    "Pannierstraße",    "Reichenberger Straße", "Gneisenaustraße",
};
const guint care_sample_n_streets = G_N_ELEMENTS(care_sample_streets);

const char *const care_sample_notes[] = {
    "Rides to work in all weathers. Her daughter Lina learned to ride this summer.",
    "Likes to watch and to know why. Takes coffee black.",
    "Comes on Saturdays with the dog; ring the bell softly.",
    "Collects old record players and has a spare arm for ours.",
    "Works nights: never call before noon.",
    "Sent us three neighbours last year.",
    "Prefers used parts where they are good enough.",
    "Hard of hearing on the phone; a text message is kinder.",
};
const guint care_sample_n_notes = G_N_ELEMENTS(care_sample_notes);

const char *const care_sample_tags[]
    = { "Commuter", "Cargo trailer", "Neighbour", "Early bird", "Collector", "Club rider", "No offers" };
const guint care_sample_n_tags = G_N_ELEMENTS(care_sample_tags);

const char *const care_sample_praise[] = {
    "Quick, and they showed me how to tighten it myself.",
    "Ready a day early. I was told at once.",
    "Honest: they said a new belt was all it needed.",
    "Friendly as ever.",
    "Runs like new, and the price was what we had agreed.",
    "The call a week later was a nice surprise.",
    "Good work. Parking is difficult, but that is not your fault.",
};
const guint care_sample_n_praise = G_N_ELEMENTS(care_sample_praise);

const char *const care_sample_grievances[] = {
    "The washing machine leaks again",
    "The bell fell off after two days",
    "It squeals as before",
    "I waited a week for a call that never came",
    "The display shows a line at the edge",
    "More expensive than I was told",
    "The gears still jump on the hill",
    "Nobody told me that it was ready",
};
const guint care_sample_n_grievances = G_N_ELEMENTS(care_sample_grievances);

const char *const care_sample_questions[] = {
    "Can a new rear light be fitted too?", "Is it ready yet?",
    "What would a second battery cost?",   "May I come by on Saturday?",
    "Do you also repair toasters?",        "Could you deliver it?",
};
const guint care_sample_n_questions = G_N_ELEMENTS(care_sample_questions);

const char *const care_sample_gifts[]
    = { "A brass bell", "A bag of our house coffee", "A small tin of chain oil", "A cap with our wheel",
        "A cloth for spectacles" };
const guint care_sample_n_gifts = G_N_ELEMENTS(care_sample_gifts);
