// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/diagnosticviewmodel.h"

#include "text/words.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Cause {
    QString line, help;
    int count = 0;
};

} // namespace

DiagnosticViewModel::DiagnosticViewModel(const Words& words, SecurityViewModel& security)
    : m_words(&words)
    , m_security(&security)
{
    connect(m_security, &SecurityViewModel::statusChanged, this, &DiagnosticViewModel::changed);
    connect(m_security, &SecurityViewModel::restoringChanged, this, &DiagnosticViewModel::changed);
}

void DiagnosticViewModel::attach(client::session::Encryption* encryption,
                                 const client::UserId& user)
{
    m_scope.cancelAll();
    m_encryption = encryption;
    m_user = user;
    m_fingerprint.clear();
    Q_EMIT changed();
}

void DiagnosticViewModel::refresh()
{
    m_security->refresh();
    if (m_encryption != nullptr) {
        m_scope.start(runIdentity());
    }
}

client::Task<> DiagnosticViewModel::runIdentity()
{
    const auto identity = co_await m_encryption->identity(m_user);
    m_fingerprint =
        identity ? m_words->fingerprint(QString::fromLatin1(identity->master)) : QString();
    Q_EMIT changed();
}

QVariantList DiagnosticViewModel::facts() const
{
    QVariantList facts;
    const auto* status = m_security->status();
    if (status == nullptr) {
        return facts;
    }
    const auto lines = m_words->diagnosticFacts(*status, m_security->restoringDone(),
                                                m_security->restoringTotal());
    for (const auto& [label, value] : lines) {
        facts.append(QVariantMap{{u"label"_s, label}, {u"value"_s, value}});
    }
    return facts;
}

QVariantList DiagnosticViewModel::causes() const
{
    std::vector<Cause> found; // several words of the machine may be one line for a person
    const auto* status = m_security->status();
    if (status != nullptr) {
        for (const auto& [why, count] : status->undecryptableByCause.asKeyValueRange()) {
            const QString line = m_words->lockedCause(why);
            auto known = std::ranges::find(found, line, &Cause::line);
            if (known == found.end()) {
                known = found.insert(found.end(), {line, m_words->lockedHelp(why), 0});
            }
            known->count += count;
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Cause::count);
    QVariantList causes;
    for (const Cause& each : found) {
        causes.append(
            QVariantMap{{u"cause"_s, each.line}, {u"help"_s, each.help}, {u"count"_s, each.count}});
    }
    return causes;
}

QString DiagnosticViewModel::asText() const
{
    QStringList lines{m_words->diagnosticTitle(), {}};
    for (const QVariant& fact : facts()) {
        const QVariantMap map = fact.toMap();
        lines << m_words->labelled(map[u"label"_s].toString(), map[u"value"_s].toString());
    }
    for (const QVariant& cause : causes()) {
        const QVariantMap map = cause.toMap();
        lines << u"- "_s + m_words->labelled(map[u"cause"_s].toString(),
                                             QString::number(map[u"count"_s].toInt()));
    }
    return lines.join(u'\n') + u'\n';
}

void DiagnosticViewModel::copy()
{
    QGuiApplication::clipboard()->setText(asText());
    Q_EMIT said(m_words->copied());
}

} // namespace app
