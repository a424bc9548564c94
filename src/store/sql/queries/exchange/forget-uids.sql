-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the import ?1 told of identifiers is not known any more.
DELETE FROM contact_uid WHERE import = ?1
