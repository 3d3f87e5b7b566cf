// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// App: composition root of the window. Finds the account, asks for the key, builds the Session and
// the view-models. One entrance for QML: `required property App app` of Main.qml.
#pragma once

#include "base/task.h"
#include "platform/options.h"
#include "session/session.h"
#include "text/words.h"
#include "viewmodels/cameraviewmodel.h"
#include "viewmodels/devicesviewmodel.h"
#include "viewmodels/diagnosticviewmodel.h"
#include "viewmodels/exportviewmodel.h"
#include "viewmodels/keyfilesviewmodel.h"
#include "viewmodels/loginviewmodel.h"
#include "viewmodels/membersviewmodel.h"
#include "viewmodels/reminderviewmodel.h"
#include "viewmodels/roomlistviewmodel.h"
#include "viewmodels/roomviewmodel.h"
#include "viewmodels/searchviewmodel.h"
#include "viewmodels/securityviewmodel.h"
#include "viewmodels/trustviewmodel.h"
#include "viewmodels/verificationviewmodel.h"

#include <QObject>
#include <QVariant>

#include <memory>

namespace app {

class ImageLoader;

class App final : public QObject {
    Q_OBJECT
    Q_PROPERTY(Page page READ page NOTIFY pageChanged FINAL)
    Q_PROPERTY(Connection connection READ connection NOTIFY connectionChanged FINAL)
    Q_PROPERTY(QString connectionText READ connectionText NOTIFY connectionChanged FINAL)
    Q_PROPERTY(QString faultTitle READ faultTitle NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString faultText READ faultText NOTIFY pageChanged FINAL)
    Q_PROPERTY(bool faultCanReset READ faultCanReset NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString userId READ userId NOTIFY accountChanged FINAL)
    Q_PROPERTY(QString userName READ userName NOTIFY accountChanged FINAL)
    Q_PROPERTY(QString userAvatar READ userAvatar NOTIFY accountChanged FINAL)
    Q_PROPERTY(QString passphraseError READ passphraseError NOTIFY passphraseErrorChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    Q_PROPERTY(app::LoginViewModel* login READ login CONSTANT FINAL)
    Q_PROPERTY(app::RoomListViewModel* rooms READ rooms CONSTANT FINAL)
    Q_PROPERTY(app::RoomViewModel* room READ room NOTIFY roomChanged FINAL)
    Q_PROPERTY(app::SecurityViewModel* security READ security CONSTANT FINAL)
    Q_PROPERTY(app::KeyFilesViewModel* keyFiles READ keyFiles CONSTANT FINAL)
    Q_PROPERTY(app::ExportViewModel* exports READ exports CONSTANT FINAL)
    Q_PROPERTY(app::DiagnosticViewModel* diagnostic READ diagnostic CONSTANT FINAL)
    Q_PROPERTY(app::CameraViewModel* camera READ camera CONSTANT FINAL)
    Q_PROPERTY(app::MembersViewModel* members READ members CONSTANT FINAL)
    Q_PROPERTY(app::ReminderViewModel* reminder READ reminder CONSTANT FINAL)
    Q_PROPERTY(app::DevicesViewModel* devices READ devices CONSTANT FINAL)
    Q_PROPERTY(app::VerificationViewModel* verification READ verification CONSTANT FINAL)
    Q_PROPERTY(app::SearchViewModel* search READ search CONSTANT FINAL)
    Q_PROPERTY(app::TrustViewModel* trust READ trust CONSTANT FINAL)
    Q_PROPERTY(app::Words* words READ words CONSTANT FINAL)
    Q_PROPERTY(ColorMode colorMode READ colorMode WRITE setColorMode NOTIFY colorModeChanged FINAL)

public:
    enum class Page {
        Starting,         //!< for the instants before the store is open: an empty frame, no spinner
        Unlock,           //!< the store's passphrase is asked for
        ChoosePassphrase, //!< no keychain: a new passphrase protects the store of a fresh sign-in
        Login,
        Main,
        Fault, //!< faultTitle, faultText; faultCanReset: "sign in again" is offered
    };
    Q_ENUM(Page)
    enum class Connection { Online, Connecting, Offline, SignedOut };
    Q_ENUM(Connection)
    enum class ColorMode { System, Light, Dark };
    Q_ENUM(ColorMode)

    explicit App(Options options);
    ~App() override;

    void start();

    Page page() const;
    Connection connection() const;
    QString connectionText() const; //!< a sentence while not Online, else empty
    QString faultTitle() const;
    QString faultText() const;
    bool faultCanReset() const;
    QString userId() const;
    QString userName() const;
    QString userAvatar() const;
    QString passphraseError() const;
    bool busy() const;
    LoginViewModel* login();
    RoomListViewModel* rooms();
    RoomViewModel* room() const; //!< the open conversation, or null
    SecurityViewModel* security();
    KeyFilesViewModel* keyFiles();
    ExportViewModel* exports();
    DiagnosticViewModel* diagnostic();
    CameraViewModel* camera();
    MembersViewModel* members();
    ReminderViewModel* reminder();
    DevicesViewModel* devices();
    VerificationViewModel* verification();
    SearchViewModel* search();
    TrustViewModel* trust();
    Words* words();
    ColorMode colorMode() const;
    void setColorMode(ColorMode mode);

    //! Small facts of the window (size, column widths), kept over a restart.
    Q_INVOKABLE QVariant setting(const QString& name) const;
    Q_INVOKABLE void saveSetting(const QString& name, const QVariant& value);
    Q_INVOKABLE void openRoom(const QString& roomId);
    //! The conversation at this message.
    Q_INVOKABLE void openMessage(const QString& roomId, const QString& eventId);
    Q_INVOKABLE void closeRoom();
    Q_INVOKABLE void unlock(const QString& passphrase);
    Q_INVOKABLE void choosePassphrase(const QString& passphrase);
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void retryNow();   //!< reconnect now; on the Fault page: try to open again
    Q_INVOKABLE void resetStore(); //!< Fault page: moves the damaged file aside, goes to Login
    //! http, https, mailto only; others are refused. The page asks before when text and target
    //! differ.
    Q_INVOKABLE void openLink(const QString& url);

Q_SIGNALS:
    void pageChanged();
    void connectionChanged();
    void accountChanged();
    void passphraseErrorChanged();
    void busyChanged();
    void roomChanged();
    void colorModeChanged();
    void raiseRequested(); //!< a second start or a notification: show the window
    //! Something to say once, politely (a screen reader announces it too).
    void said(const QString& sentence);

public:
    ImageLoader& images();

private:
    client::Task<> runStart();
    client::Task<> forgetOldKey();
    client::Task<> openWith(client::Result<client::SecretBytes> key);
    client::Task<> runUnlock(client::SecretBytes words);
    client::Task<> runAccept();
    client::Task<> runChoose(client::SecretBytes words);
    client::Task<> createWith(client::Result<client::SecretBytes> key);
    client::Task<> runSignOut();
    client::Task<> reopenLastRoom();
    client::Task<> learnProfile();
    client::Task<> keepLastRoom(QString roomId);
    void acceptLogin(const std::shared_ptr<client::session::LoginResult>& result);
    void adopt(std::unique_ptr<client::session::Session> session);
    void attachSecurity(client::session::Session* session); //!< null: nobody is signed in
    void closeSession();
    void followRooms(const std::vector<client::rooms::RoomSummary>& changed);
    void followState();
    void followSignOut(bool soft);
    void askAgain();
    void showFault(const client::Error& error);
    void setPage(Page page);
    void setBusy(bool busy);
    void setPassphraseError(const QString& text);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace app
