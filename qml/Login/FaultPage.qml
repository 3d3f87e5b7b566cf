// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FaultPage: the messages of this computer cannot be opened; says why and what can be done.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls

FrontPage {
    id: page

    required property App app

    title: app.faultTitle
    intro: app.faultText
    Component.onCompleted: {
        announce(app.faultTitle + " " + app.faultText);
        retry.forceActiveFocus(Qt.TabFocusReason);
    }

    ActionButton {
        id: retry

        Layout.fillWidth: true
        kind: ActionButton.Primary
        enabled: !page.app.busy
        text: qsTr("Try again")
        onClicked: page.app.retryNow()
    }
    ActionButton {
        Layout.fillWidth: true
        visible: page.app.faultCanReset
        enabled: !page.app.busy
        text: qsTr("Sign in again")
        onClicked: confirm.open()
    }
    ConfirmDialog {
        id: confirm

        title: qsTr("Sign in again?")
        sentence: qsTr("The damaged file is kept aside. Encrypted messages that are only on this computer may stay locked.")
        mainAction: qsTr("Sign in again")
        dangerous: true
        onMainRequested: page.app.resetStore()
    }
}
