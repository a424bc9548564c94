-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was sent by the channel ?1 ('': any), the latest first.
SELECT id FROM live_interaction WHERE direction = 'out' AND (?1 = '' OR channel = ?1) ORDER BY at DESC
