// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire.h"

using namespace Qt::StringLiterals;

namespace simulator {

namespace {

//! The fields of an Olm or Megolm message by their tags. The first of each counts: what follows the
//! ciphertext is a MAC, which may look like anything.
struct Fields {
    std::map<int, QByteArray> bytes;
    std::map<int, quint64> numbers;

    explicit Fields(const QByteArray& message)
    {
        qsizetype at = 1; // after the version
        while (at < message.size()) {
            const int tag = uchar(message[at++]);
            const quint64 value = varint(message, at);
            if ((tag & 7) == 0) {
                numbers.emplace(tag, value);
            } else if ((tag & 7) == 2 && at + qsizetype(value) <= message.size()) {
                bytes.emplace(tag, message.mid(at, qsizetype(value)));
                at += qsizetype(value);
            } else {
                return; // the MAC
            }
        }
    }

    static quint64 varint(const QByteArray& message, qsizetype& at)
    {
        quint64 value = 0;
        for (int shift = 0; at < message.size() && shift < 63; shift += 7) {
            const uchar byte = uchar(message[at++]);
            value |= quint64(byte & 0x7f) << shift;
            if ((byte & 0x80) == 0) {
                break;
            }
        }
        return value;
    }
};

} // namespace

void Wire::once(const QByteArray& place, const QByteArray& ciphertext)
{
    const auto [known, isNew] = m_seen.emplace(place, ciphertext);
    if (!isNew && known->second != ciphertext) {
        m_figures.violation(u"K3: one key encrypted two messages"_s);
    }
}

void Wire::olm(const QJsonObject& content, const QString& key)
{
    const QJsonObject all = content.value("ciphertext"_L1).toObject();
    if (all.size() != 1 || all.begin().key() != key) {
        m_figures.violation(u"a payload is encrypted to a key that is not the device's"_s);
        return;
    }
    const QJsonObject entry = all.begin().value().toObject();
    QByteArray message = QByteArray::fromBase64(entry.value("body"_L1).toString().toLatin1());
    if (entry.value("type"_L1).toInt() == 0) {
        message = Fields(message).bytes[0x22];
    }
    const Fields fields(message);
    once(content.value("sender_key"_L1).toString().toLatin1() + fields.bytes.at(0x0a) +
             QByteArray::number(fields.numbers.at(0x10)),
         fields.bytes.at(0x22));
}

void Wire::megolm(const QJsonObject& content)
{
    const Fields fields(
        QByteArray::fromBase64(content.value("ciphertext"_L1).toString().toLatin1()));
    once(content.value("session_id"_L1).toString().toLatin1() +
             QByteArray::number(fields.numbers.at(0x08)),
         fields.bytes.at(0x12));
}

} // namespace simulator
