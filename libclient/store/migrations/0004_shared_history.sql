-- SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Whose word a session of a history bundle is.
ALTER TABLE crypto_inbound ADD COLUMN shared_by TEXT NOT NULL DEFAULT '';
