// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PassphrasePage: asks for the passphrase of the messages on this computer, or for a new one.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FrontPage {
    id: page

    required property App app
    readonly property bool choosing: app.page === App.Page.ChoosePassphrase
    readonly property bool differ: choosing && again.text.length > 0 && again.text !== passphrase.text

    function submit() {
        if (app.busy || passphrase.text.length === 0) {
            return;
        }
        if (!choosing) {
            app.unlock(passphrase.text);
        } else if (again.text === passphrase.text) {
            app.choosePassphrase(passphrase.text);
        } else {
            again.grab();
        }
    }

    title: choosing ? qsTr("Protect your messages") : qsTr("Unlock your messages")
    intro: choosing ? qsTr("This computer has no keyring. Choose a passphrase of at least 8 characters: it encrypts your messages here and is asked for at every start. It cannot be recovered.") : qsTr("Your messages on this computer are encrypted. Type the passphrase that you chose.")
    Component.onCompleted: Qt.callLater(passphrase.grab)

    Connections {
        target: page.app

        function onPassphraseErrorChanged() {
            if (page.app.passphraseError.length > 0) {
                page.announce(page.app.passphraseError);
                passphrase.grab();
            }
        }
    }

    Field {
        id: passphrase

        Layout.fillWidth: true
        label: qsTr("Passphrase")
        secret: true
        readOnly: page.app.busy
        fault: page.app.passphraseError
        onAccepted: page.choosing ? again.grab() : page.submit()
    }
    Field {
        id: again

        Layout.fillWidth: true
        visible: page.choosing
        label: qsTr("The same passphrase again")
        secret: true
        readOnly: page.app.busy
        fault: page.differ ? qsTr("The two passphrases differ.") : ""
        onAccepted: page.submit()
    }
    ActionButton {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        implicitHeight: Math.round(40 * Theme.scale)
        kind: ActionButton.Primary
        enabled: !page.app.busy && passphrase.text.length > 0 && !page.differ
        text: page.choosing ? qsTr("Continue") : qsTr("Unlock")
        onClicked: page.submit()
    }
}
