-- SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Whose new identity waits for the person's word.
CREATE INDEX crypto_identity_changed ON crypto_identity (user)
    WHERE changed <> 0 AND was_verified <> 0;

-- How many room keys there are is asked often: counting a hundred thousand would read them all.
CREATE TABLE crypto_inbound_count (
    backed_up INTEGER PRIMARY KEY CHECK (backed_up IN (0, 1)),
    sessions INTEGER NOT NULL
) STRICT;
INSERT INTO crypto_inbound_count
    SELECT 0, count(*) FROM crypto_inbound WHERE backed_up = 0
    UNION ALL SELECT 1, count(*) FROM crypto_inbound WHERE backed_up <> 0;
CREATE TRIGGER crypto_inbound_came AFTER INSERT ON crypto_inbound BEGIN
    UPDATE crypto_inbound_count SET sessions = sessions + 1 WHERE backed_up = (NEW.backed_up <> 0);
END;
CREATE TRIGGER crypto_inbound_went AFTER DELETE ON crypto_inbound BEGIN
    UPDATE crypto_inbound_count SET sessions = sessions - 1 WHERE backed_up = (OLD.backed_up <> 0);
END;
CREATE TRIGGER crypto_inbound_moved AFTER UPDATE OF backed_up ON crypto_inbound
    WHEN (OLD.backed_up <> 0) <> (NEW.backed_up <> 0) BEGIN
    UPDATE crypto_inbound_count SET sessions = sessions - 1 WHERE backed_up = (OLD.backed_up <> 0);
    UPDATE crypto_inbound_count SET sessions = sessions + 1 WHERE backed_up = (NEW.backed_up <> 0);
END;
