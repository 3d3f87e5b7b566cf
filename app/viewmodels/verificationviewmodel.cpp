// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/verificationviewmodel.h"

#include "images/qrcode.h"
#include "text/words.h"
#include "viewmodels/directroom.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImageReader>

using namespace Qt::StringLiterals;

namespace app {

using client::DeviceId;
using client::Result;
using client::RoomId;
using client::Task;
using client::UserId;
using client::crypto::VerificationView;

namespace {

constexpr int longestSide = 2000; // a photograph is larger than any code on it needs

VerificationViewModel::State stateOf(VerificationView::State state)
{
    using From = VerificationView::State;
    using To = VerificationViewModel::State;
    switch (state) {
    case From::Requested:
        return To::Requested;
    case From::Ready:
        return To::Ready;
    case From::Started:
        return To::Started;
    case From::Sas:
        return To::Sas;
    case From::Scanned:
        return To::Scanned;
    case From::Confirmed:
        return To::Confirmed;
    case From::Done:
        return To::Done;
    default:
        return To::Cancelled;
    }
}

} // namespace

VerificationViewModel::VerificationViewModel(const Words& words) : m_words(&words) {}

void VerificationViewModel::attach(client::session::Session* session)
{
    m_scope.cancelAll();
    if (m_encryption != nullptr) {
        m_encryption->disconnect(this);
    }
    m_session = session;
    m_encryption = session ? &session->encryption() : nullptr;
    m_me = session ? session->user() : UserId();
    m_view = {};
    m_state = State::None;
    m_busy = false;
    m_errorText.clear();
    Q_EMIT changed();
    if (m_encryption != nullptr) {
        connect(m_encryption, &Encryption::verificationChanged, this,
                &VerificationViewModel::follow);
        m_scope.start(runLook());
    }
}

//! Those that were asked for before this window was there, or while another one was followed.
Task<> VerificationViewModel::runLook()
{
    const auto all = co_await m_encryption->verifications();
    if (!all || !idle()) {
        co_return;
    }
    for (const View& each : *all) {
        if (each.incoming && each.state == View::State::Requested && each.flow != m_closed) {
            follow(each);
            co_return;
        }
    }
}

bool VerificationViewModel::idle() const
{
    return m_state == State::None;
}

bool VerificationViewModel::running() const
{
    return m_state != State::None && m_state != State::Starting && m_state != State::Done &&
           m_state != State::Cancelled && m_state != State::Failed;
}

QString VerificationViewModel::personName() const
{
    return m_name.isEmpty() ? client::localPart(userId()) : m_words->personName(m_name);
}

QVariantList VerificationViewModel::emoji() const
{
    QVariantList symbols;
    for (const int number : m_view.emoji) {
        symbols.append(QVariantMap{{u"symbol"_s, m_words->emojiSymbol(number)},
                                   {u"name"_s, m_words->emojiName(number)}});
    }
    return symbols;
}

QString VerificationViewModel::decimals() const
{
    QStringList numbers;
    for (const int number : m_view.decimals) {
        numbers << QString::number(number);
    }
    return numbers.join(u"  "_s);
}

QString VerificationViewModel::endText() const
{
    if (m_state != State::Cancelled) {
        return {};
    }
    return m_words->verificationEnded(m_view.cancelCode, m_view.cancelledByUs,
                                      own() ? QString() : personName());
}

bool VerificationViewModel::alarming() const
{
    return m_view.cancelCode == "m.mismatched_sas"_L1 || m_view.cancelCode == "m.key_mismatch"_L1 ||
           m_view.cancelCode == "m.user_mismatch"_L1 ||
           m_view.cancelCode == "m.mismatched_commitment"_L1;
}

void VerificationViewModel::verifyOwn(const QString& device)
{
    verify(m_me.toString(), {}, device, {});
}

void VerificationViewModel::verify(const QString& user, const QString& name, const QString& device,
                                   const QString& room)
{
    if (m_encryption == nullptr) {
        return;
    }
    if (running() || m_state == State::Starting) {
        Q_EMIT wanted(); // one at a time: the one that is under way is shown
        return;
    }
    m_view = {};
    m_view.user = UserId(user);
    m_view.device = DeviceId(device);
    m_name = name;
    m_qrRows.clear();
    m_errorText.clear();
    m_state = State::Starting;
    Q_EMIT changed();
    Q_EMIT wanted();
    m_scope.start(runRequest(UserId(user), DeviceId(device), RoomId(room)));
}

Task<Result<QString>> VerificationViewModel::request(UserId user, DeviceId device, RoomId room)
{
    if (user != m_me && device.isEmpty() && room.isEmpty()) {
        auto found = co_await directRoom(*m_session, user);
        if (!found) {
            co_return std::unexpected(found.error());
        }
        room = std::move(*found);
    }
    co_return co_await m_encryption->requestVerification(std::move(user), std::move(device),
                                                         std::move(room));
}

Task<> VerificationViewModel::runRequest(UserId user, DeviceId device, RoomId room)
{
    const auto flow = co_await request(std::move(user), std::move(device), std::move(room));
    if (m_state != State::Starting) {
        // Closed meanwhile: what was begun all the same is taken back.
        if (flow && m_view.flow != *flow) {
            const auto cancelled = co_await m_encryption->cancelVerification(*flow);
            Q_UNUSED(cancelled);
        }
        co_return;
    }
    if (!flow) {
        m_state = State::Failed;
        m_errorText = m_words->error(flow.error());
        Q_EMIT changed();
        co_return;
    }
    m_view.flow = *flow;
    m_state = State::Requested;
    Q_EMIT changed();
    const auto all = co_await m_encryption->verifications(); // it may have gone on already
    if (all) {
        for (const View& each : *all) {
            follow(each);
        }
    }
}

void VerificationViewModel::follow(const View& view)
{
    if (!m_view.flow.isEmpty() && view.flow == m_view.flow && !idle()) {
        adopt(view);
        return;
    }
    const bool free =
        idle() || m_state == State::Done || m_state == State::Cancelled || m_state == State::Failed;
    if (free && view.incoming && view.flow != m_closed && view.state == View::State::Requested) {
        m_name.clear();
        m_qrRows.clear();
        adopt(view);
        Q_EMIT wanted();
    }
}

void VerificationViewModel::adopt(const View& view)
{
    const State before = m_state;
    m_view = view;
    m_state = stateOf(view.state);
    m_errorText.clear();
    if (m_state == State::Ready && view.canShowQr && m_qrRows.isEmpty()) {
        m_scope.start(runQr(view.flow));
    }
    Q_EMIT changed();
    if (m_state == State::Done && before != State::Done) {
        Q_EMIT verified();
    }
}

Task<> VerificationViewModel::runQr(QString flow)
{
    const auto payload = co_await m_encryption->verificationQr(flow);
    if (payload && m_view.flow == flow) {
        m_qrRows = app::qrRows(*payload);
        Q_EMIT changed(); // without it there are still the symbols
    }
}

void VerificationViewModel::act(Task<Result<>> task)
{
    m_busy = true;
    m_errorText.clear();
    Q_EMIT changed();
    m_scope.start(runAct(std::move(task)));
}

Task<> VerificationViewModel::runAct(Task<Result<>> task)
{
    const auto done = co_await std::move(task);
    m_busy = false;
    if (!done) {
        m_errorText = m_words->error(done.error());
    }
    Q_EMIT changed();
}

Task<> VerificationViewModel::runQuietly(Task<Result<>> task)
{
    const auto done = co_await std::move(task);
    Q_UNUSED(done); // the person has left; the other side's patience ends by itself
}

void VerificationViewModel::accept()
{
    if (running() && !m_busy) {
        act(m_encryption->acceptVerification(m_view.flow));
    }
}

void VerificationViewModel::startEmoji()
{
    if (running() && !m_busy) {
        act(m_encryption->startSas(m_view.flow));
    }
}

void VerificationViewModel::match()
{
    if (running() && !m_busy) {
        act(m_encryption->confirmVerification(m_view.flow));
    }
}

void VerificationViewModel::mismatch()
{
    if (running()) {
        act(m_encryption->mismatchVerification(m_view.flow));
    }
}

void VerificationViewModel::cancel()
{
    if (running()) {
        act(m_encryption->cancelVerification(m_view.flow));
    }
}

void VerificationViewModel::scanFile(const QUrl& file)
{
    QImageReader reader(file.toLocalFile());
    reader.setAutoTransform(true);
    if (qMax(reader.size().width(), reader.size().height()) > longestSide) {
        reader.setScaledSize(reader.size().scaled(longestSide, longestSide, Qt::KeepAspectRatio));
    }
    scan(reader.read());
}

void VerificationViewModel::scanClipboard()
{
    scan(QGuiApplication::clipboard()->image());
}

void VerificationViewModel::scan(const QImage& picture)
{
    scanned(picture.isNull() ? QByteArray() : qrPayload(picture));
}

void VerificationViewModel::scanned(const QByteArray& payload)
{
    if (!running() || m_busy) {
        return;
    }
    if (payload.startsWith("MATRIX")) {
        act(m_encryption->verificationScanned(m_view.flow, payload));
        return;
    }
    m_errorText = payload.isEmpty() ? m_words->noQrFound() : m_words->wrongQr();
    Q_EMIT changed();
}

void VerificationViewModel::close()
{
    if (running() && m_state != State::Confirmed) {
        m_scope.start(runQuietly(m_encryption->cancelVerification(m_view.flow)));
    }
    m_closed = m_view.flow;
    m_view = {};
    m_state = State::None;
    m_busy = false;
    m_errorText.clear();
    m_qrRows.clear();
    Q_EMIT changed();
    if (m_encryption != nullptr) {
        m_scope.start(runLook());
    }
}

} // namespace app
