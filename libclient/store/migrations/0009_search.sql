-- SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What is searched for: one row a readable message. Its id is the time of the message in
-- milliseconds, or a free number near it, so that the index gives the newest first by itself.
CREATE TABLE search_text (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL UNIQUE,
    -- Folded (rooms/searchtext).
    words TEXT NOT NULL,
    -- Room, sender and kinds, as words that no text has.
    tags TEXT NOT NULL
) STRICT;

-- Numbers for rooms and senders.
CREATE TABLE search_name (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
    words, tags, content = 'search_text', content_rowid = 'id', columnsize = 0, prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 0'
);
-- What leaves the index leaves its pages at once, not when they are next merged.
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
    INSERT INTO search_index (rowid, words, tags) VALUES (NEW.id, NEW.words, NEW.tags);
END;
CREATE TRIGGER search_text_gone AFTER DELETE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, words, tags)
        VALUES ('delete', OLD.id, OLD.words, OLD.tags);
END;

-- No path on which a message leaves can forget the index.
CREATE TRIGGER event_leaves_search AFTER DELETE ON event BEGIN
    DELETE FROM search_text WHERE event = OLD.id;
END;
CREATE TRIGGER event_wiped_from_search AFTER UPDATE OF redacted, decryption ON event
    WHEN NEW.redacted <> 0 OR NEW.decryption NOT IN ('plain', 'done') BEGIN
    DELETE FROM search_text WHERE event = NEW.id;
END;

-- Events up to this one came before there was an index, and are to be looked at.
CREATE TABLE search_backlog (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    up_to INTEGER NOT NULL
) STRICT;
INSERT INTO search_backlog SELECT 1, coalesce(max(id), 0) FROM event;
