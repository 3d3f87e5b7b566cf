// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// App::Parts: what App owns, in the order in which it must die. Private to app.cpp and appflow.cpp.
#pragma once

#include "app.h"
#include "images/imageloader.h"
#include "platform/rootkeys.h"

#include <QSettings>
#include <QTimer>

#include <deque>

namespace app {

struct App::Parts {
    explicit Parts(Options o);

    Options options;
    QString folder; //!< of the account
    std::unique_ptr<QSettings> settings;
    Words words{nullptr};
    LoginViewModel login;
    RoomListViewModel rooms;
    SecurityViewModel security;
    Proof proof;
    KeyFilesViewModel keyFiles;
    ExportViewModel exports;
    DiagnosticViewModel diagnostic;
    ReminderViewModel reminder;
    DevicesViewModel devices;
    VerificationViewModel verification;
    CameraViewModel camera;
    TrustViewModel trust;
    MembersViewModel members;
    SearchViewModel search;

    Page page = Page::Starting;
    Connection connection = Connection::Connecting;
    ColorMode colorMode = ColorMode::System;
    bool busy = false;
    bool faultCanReset = false;
    QString faultTitle, faultText, passphraseError;
    std::shared_ptr<client::session::LoginResult> pending; //!< signed in, store not made yet
    client::SecretBytes oldKey; //!< the open store's key, for a sign-in after a soft logout

    client::api::Profile profile; //!< of the person who is signed in

    std::unique_ptr<client::session::Session> session;
    ImageLoader images;
    std::unique_ptr<RoomViewModel> room;
    std::deque<std::unique_ptr<RoomViewModel>> closing; //!< let go by QML, keeping their drafts
    QString wantedRoom;                                 //!< to be opened as soon as it is known
    QTimer offlineGrace;     //!< a blink of the network is not worth a sentence
    client::TaskScope scope; // last member
};

} // namespace app
