-- SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who else said to have made a session, beside the first who did.
CREATE TABLE crypto_claim (
    room TEXT NOT NULL,
    session_id BLOB NOT NULL,
    owner TEXT NOT NULL,
    sender_key BLOB NOT NULL,
    ed25519 BLOB NOT NULL,
    PRIMARY KEY (room, session_id, owner, sender_key, ed25519)
) STRICT, WITHOUT ROWID;

-- Notices in the order of their coming, so that the oldest can go.
DROP TABLE crypto_withheld;
CREATE TABLE crypto_withheld (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    room TEXT NOT NULL,
    session_id BLOB NOT NULL,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (room, session_id)
) STRICT;
CREATE INDEX crypto_withheld_by_age ON crypto_withheld (room, id);

-- Shares of sessions that nothing is encrypted with any more.
DELETE FROM crypto_share WHERE session_id NOT IN (SELECT session_id FROM crypto_outbound);
CREATE INDEX crypto_share_by_key ON crypto_share (curve25519);

-- When a session that messages wait for was last looked for in the backup.
CREATE TABLE key_lookup (
    room TEXT NOT NULL,
    session_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (room, session_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX key_lookup_by_age ON key_lookup (at);
DELETE FROM crypto_value WHERE name = 'backupLooked' OR name LIKE 'keyRequest:%';
