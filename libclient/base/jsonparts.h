// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// JsonParts: an object or array of JSON taken apart one level deep, without building anything of
// it: for answers too long to be held as values. Whoever wants a part parses it alone.
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace client {

class JsonParts {
public:
    //! A member of an object, or with an empty name an element of an array.
    struct Part {
        QByteArrayView name; //!< with its quotes
        QByteArrayView value;
    };

    //! `text` must live as long as the parts.
    explicit JsonParts(QByteArrayView text);

    //! nullopt: no more, or no further.
    std::optional<Part> next();

    //! After the last part: the text ended where it should. Values are not looked into.
    bool isWhole() const { return m_isWhole; }

private:
    std::optional<QByteArrayView> value();
    bool take(char wanted);
    void skipSpace();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    char m_end = 0; //!< of this level; 0: neither object nor array
    bool m_isFirst = true;
    bool m_isWhole = false;
};

//! What a name or a string says; empty when it is none.
QString jsonString(QByteArrayView quoted);

} // namespace client
