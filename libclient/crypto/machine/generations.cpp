// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/generations.h"

#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr qsizetype size = 16;
const auto currentSetting = u"profileGeneration"_s;
const auto previousSetting = u"profileGenerationBefore"_s; // "=" and what lay beside the root key
const auto restoredSetting = u"profileRestored"_s;

} // namespace

bool Generations::isKnown(const QByteArray& beside)
{
    if (!m_context.take(m_context.store.account())) {
        return true; // nothing has been encrypted yet
    }
    const QByteArray current = m_context.take(m_context.store.value(currentSetting));
    return current == beside ||
           m_context.take(m_context.store.value(previousSetting)) == '=' + beside;
}

QByteArray Generations::renew(const QByteArray& beside)
{
    const QByteArray next = randomBytes(size).toHex();
    m_context.take(m_context.store.saveValue(previousSetting, '=' + beside));
    m_context.take(m_context.store.saveValue(currentSetting, next));
    return next;
}

void Generations::kept()
{
    m_context.take(m_context.store.saveValue(previousSetting, {}));
}

bool wasRestored(Context& context)
{
    return !context.take(context.store.value(restoredSetting)).isEmpty();
}

void noteRestored(Context& context, bool restored)
{
    context.take(
        context.store.saveValue(restoredSetting, restored ? QByteArray("1") : QByteArray()));
}

} // namespace client::crypto
