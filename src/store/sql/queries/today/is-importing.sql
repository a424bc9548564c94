-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether rows of an export are being taken over, in this transaction.
SELECT EXISTS (SELECT 1 FROM guard WHERE op = 'import')
