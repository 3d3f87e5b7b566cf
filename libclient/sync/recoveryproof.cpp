// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a person proves to be the owner of the account: by password, or in the browser.
#include "base/sleep.h"
#include "sync/recovery.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace client::sync {

namespace {

const auto passwordStage = u"m.login.password"_s;
const auto ssoStage = u"m.login.sso"_s;
//! Accounts of an authorisation server; the second is its name before it was in the specification.
const std::array oauthStages{u"m.oauth"_s, u"org.matrix.cross_signing_reset"_s};

Error wrongPassword()
{
    Error error;
    error.kind = Error::Kind::Forbidden;
    error.errcode = u"M_FORBIDDEN"_s;
    error.detail = u"the password is not right, or missing"_s;
    return error;
}

//! Where the person proves it in the browser; empty: the server wants something else.
QUrl pageFor(const api::Challenge& challenge, const QUrl& homeserver)
{
    for (const QString& stage : oauthStages) {
        if (challenge.isSatisfiedBy(stage) && challenge.pages.contains(stage)) {
            return challenge.pages.value(stage);
        }
    }
    return challenge.isSatisfiedBy(ssoStage)
               ? homeserver.resolved(QUrl::fromEncoded(api::fallbackPath(ssoStage, challenge)))
               : QUrl();
}

} // namespace

Task<Result<>> Recovery::provePassword(SecretBytes password)
{
    // To sign out no device at all is an act without an effect that only the owner may ask for.
    const QJsonObject nobody{{u"devices"_s, QJsonArray()}};
    const auto response = co_await m_connection->send(api::deleteDevicesRequest(nobody));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (!api::readChallenge(*response)) {
        if (response->status != 200) {
            co_return std::unexpected(api::errorOf(*response));
        }
        co_return fail(Error::Kind::Unsupported, u"the server does not ask for a proof"_s);
    }
    co_return co_await prove(api::deleteDevicesRequest, nobody, std::move(password));
}

Task<Result<>> Recovery::prove(std::function<api::Request(QJsonObject)> make, QJsonObject body,
                               SecretBytes password)
{
    auto response = co_await m_connection->send(make(body));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    const auto challenge = api::readChallenge(*response);
    const QUrl page = challenge ? pageFor(*challenge, m_connection->account().homeserver) : QUrl();
    const bool byPassword = challenge && challenge->isSatisfiedBy(passwordStage);
    if (!page.isEmpty() && (password.isEmpty() || !byPassword)) {
        m_ask(page);
        co_return co_await awaitBrowser(std::move(make), std::move(body), *challenge);
    }
    if (challenge && !byPassword) {
        co_return fail(Error::Kind::Unsupported,
                       u"the server wants a proof that this program cannot give"_s);
    }
    if (challenge && password.isEmpty()) {
        co_return std::unexpected(wrongPassword());
    }
    if (challenge) {
        response = co_await m_connection->send(
            make(api::withPassword(body, *challenge, m_connection->account().user, password)));
        if (!response) {
            co_return std::unexpected(response.error());
        }
        if (response->status == 401) { // asked again: it was wrong
            co_return std::unexpected(wrongPassword());
        }
    }
    if (response->status < 200 || response->status >= 300) {
        co_return std::unexpected(api::errorOf(*response));
    }
    co_return Result<>();
}

Task<Result<>> Recovery::awaitBrowser(std::function<api::Request(QJsonObject)> make,
                                      QJsonObject body, api::Challenge challenge)
{
    for (int i = 0; i < 150; ++i) { // five minutes
        co_await sleepFor(2'000ms);
        const auto response = co_await m_connection->send(make(api::withSession(body, challenge)));
        if (!response) {
            co_return std::unexpected(response.error());
        }
        if (response->status == 200) {
            co_return Result<>();
        }
        if (!api::readChallenge(*response)) {
            co_return std::unexpected(api::errorOf(*response));
        }
    }
    co_return fail(Error::Kind::Timeout, u"nobody signed in in the browser"_s);
}

} // namespace client::sync
