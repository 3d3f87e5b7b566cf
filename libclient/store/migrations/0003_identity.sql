-- SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

ALTER TABLE crypto_identity ADD COLUMN was_verified INTEGER NOT NULL DEFAULT 0;
CREATE INDEX crypto_inbound_not_backed_up ON crypto_inbound (room, session_id) WHERE backed_up = 0;
ALTER TABLE crypto_device ADD COLUMN signed_by BLOB NOT NULL DEFAULT x'';
-- Who signed which device is told again by the server.
UPDATE crypto_tracked SET outdated = 1, sequence = sequence + 1;
