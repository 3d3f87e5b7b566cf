// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How an account ends on this machine: asked for, or because the server ended it.
#include "appparts.h"
#include "base/log.h"

using namespace Qt::StringLiterals;

namespace app {

void App::followSignOut(bool soft)
{
    auto& p = *m_parts;
    if (soft) {
        askAgain();
        return;
    }
    p.scope.start(runSignOut()); // the device was removed elsewhere: its data goes with it
}

//! The same device goes on after the password: nothing that is here is lost.
void App::askAgain()
{
    auto& p = *m_parts;
    p.login.prefill(p.session->homeserver().toString(), p.session->user().toString(), true);
    p.login.setDevice(p.session->device());
    setPage(Page::Login);
}

void App::signOut()
{
    if (m_parts->session && !m_parts->busy) {
        m_parts->scope.start(runSignOut());
    }
}

client::Task<> App::runSignOut()
{
    auto& p = *m_parts;
    setBusy(true);
    closeRoom();
    const auto gone = co_await p.session->logout();
    const auto forgotten = co_await RootKeys(p.folder).forget();
    closeSession();
    p.oldKey = {};
    p.login.setDevice({});
    setBusy(false);
    for (const auto* result : {&gone, &forgotten}) {
        if (!*result) {
            Q_EMIT said(p.words.error(result->error()));
        }
    }
    p.login.prefill(p.options.homeserver, {}, false);
    setPage(Page::Login);
    Q_EMIT accountChanged();
}

//! A sign-out that was broken off may have left the key in the keychain.
client::Task<> App::forgetOldKey()
{
    const auto forgotten = co_await RootKeys(m_parts->folder).forget();
    if (!forgotten) {
        qCWarning(client::logStore) << "the keychain keeps an old key:" << forgotten.error().detail;
    }
}

} // namespace app
