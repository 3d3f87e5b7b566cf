// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// LoginPage: signs in with server, username and password.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FrontPage {
    id: page

    required property LoginViewModel login

    function submit() {
        if (!login.busy) {
            login.submit(server.text.trim(), user.text.trim(), password.text);
        }
    }
    function focusFirst() {
        const empty = [server, user, password].find(each => each.text.length === 0);
        (empty ?? password).grab();
    }

    title: qsTr("Sign in to Tchap")
    Component.onCompleted: Qt.callLater(focusFirst)

    Connections {
        target: page.login

        function onPrefillChanged() {
            server.text = page.login.server;
            user.text = page.login.user;
            Qt.callLater(page.focusFirst);
        }
        function onErrorChanged() {
            if (page.login.errorText.length === 0) {
                return;
            }
            page.announce(page.login.errorText);
            switch (page.login.errorField) {
            case LoginViewModel.Field.Server:
                server.grab();
                break;
            case LoginViewModel.Field.User:
                user.grab();
                break;
            default:
                password.grab();
            }
        }
    }

    Strip {
        Layout.fillWidth: true
        radius: Theme.radius
        visible: text.length > 0
        tone: Strip.Error
        text: page.login.errorField === LoginViewModel.Field.None ? page.login.errorText : ""
    }
    Field {
        id: server

        Layout.fillWidth: true
        label: qsTr("Server")
        text: page.login.server
        placeholder: "agent.dinum.tchap.gouv.fr"
        inputHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
        readOnly: page.login.userLocked || page.login.busy
        fault: page.login.errorField === LoginViewModel.Field.Server ? page.login.errorText : ""
        onAccepted: user.grab()
    }
    Field {
        id: user

        Layout.fillWidth: true
        label: qsTr("Username")
        text: page.login.user
        inputHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        readOnly: page.login.userLocked || page.login.busy
        fault: page.login.errorField === LoginViewModel.Field.User ? page.login.errorText : ""
        onAccepted: password.grab()
    }
    Field {
        id: password

        Layout.fillWidth: true
        label: qsTr("Password")
        secret: true
        readOnly: page.login.busy
        fault: page.login.errorField === LoginViewModel.Field.Password ? page.login.errorText : ""
        onAccepted: page.submit()
    }
    ActionButton {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        implicitHeight: Math.round(40 * Theme.scale)
        visible: !page.login.busy
        kind: ActionButton.Primary
        text: qsTr("Sign in")
        onClicked: page.submit()
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        visible: page.login.busy
        spacing: Theme.space3

        Text {
            Layout.fillWidth: true
            text: qsTr("Signing in…")
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: Theme.sizeBody
            textFormat: Text.PlainText
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        ActionButton {
            text: qsTr("Cancel")
            onClicked: page.login.cancel()
        }
    }
}
