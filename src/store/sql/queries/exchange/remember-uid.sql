-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The customer ?2 is called ?1 by the program the import ?3 came from.
INSERT INTO contact_uid (uid, customer, import) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
