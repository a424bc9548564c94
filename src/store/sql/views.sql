-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The views of the newest schema: dropped before a migration, made anew after it.

-- One timeline, made of the rows that already hold the facts. The text is made where it is shown.
CREATE VIEW timeline (customer, at, kind, id) AS
SELECT customer, at, 'interaction', id FROM interaction WHERE deleted_at IS NULL
UNION ALL SELECT customer, at, 'event', id FROM event WHERE deleted_at IS NULL
UNION ALL SELECT customer, received, 'job', id FROM job WHERE received IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT customer, issued_at, 'invoice', id FROM invoice WHERE issued_at IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT customer, at, 'payment', id FROM payment WHERE deleted_at IS NULL
UNION ALL SELECT customer, at, 'feedback', id FROM feedback WHERE deleted_at IS NULL
UNION ALL SELECT customer, received, 'complaint', id FROM complaint WHERE deleted_at IS NULL
UNION ALL SELECT customer, at, 'gift', id FROM gift WHERE at IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT customer, at, 'document', id FROM document WHERE customer IS NOT NULL AND deleted_at IS NULL;
