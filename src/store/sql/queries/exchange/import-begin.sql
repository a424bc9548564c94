-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- An import ?1 begins at ?2.
INSERT INTO import (id, at, state) VALUES (?1, ?2, 'running')
