// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// AccountButton: who is signed in; opens the menu of the account.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Basic.AbstractButton {
    id: button

    required property App app
    readonly property string personName: app.words.personName(app.userName.length > 0 ? app.userName : app.userId)

    signal signOutRequested
    signal securityRequested

    implicitHeight: Math.round(44 * Theme.scale)
    leftPadding: Theme.space1
    rightPadding: Theme.space1
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ButtonMenu
    Accessible.name: qsTr("Account")
    Accessible.description: personName
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: click()
    Keys.onDownPressed: click()
    onClicked: menu.openAt(button, 0, button.height)

    contentItem: RowLayout {
        spacing: Theme.space2

        Avatar {
            size: Math.round(32 * Theme.scale)
            picture: button.app.userAvatar
            initials: button.app.words.initials(button.personName)
            tone: button.app.words.colourIndex(button.app.userId)
            ground: button.hovered || button.down ? Theme.hoverAlt : Theme.paperAlt
        }
        Text {
            Layout.maximumWidth: button.width - 84
            text: button.personName
            color: Theme.inkStrong
            font.family: Theme.family
            font.pixelSize: Theme.sizeLabel
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Glyph {
            source: "arrow-down"
            size: Theme.glyph
        }
        Item {
            Layout.fillWidth: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.pressedAlt : button.hovered ? Theme.hoverAlt : "transparent"
    }

    FocusRing {
        shown: button.visualFocus
    }
    AppMenu {
        id: menu

        AppMenuItem {
            enabled: false
            text: button.app.userId
            icon.name: "user"
        }
        AppMenuRule {}
        AppMenuItem {
            text: qsTr("Security and privacy")
            icon.name: "qrc:/icons/shield-check.svg"
            onTriggered: button.securityRequested()
        }
        AppMenuRule {}
        AppMenuItem {
            checkable: true
            checked: button.app.colorMode === App.ColorMode.System
            text: qsTr("Colours of the desktop")
            onTriggered: button.app.colorMode = App.ColorMode.System
        }
        AppMenuItem {
            checkable: true
            checked: button.app.colorMode === App.ColorMode.Light
            text: qsTr("Light colours")
            onTriggered: button.app.colorMode = App.ColorMode.Light
        }
        AppMenuItem {
            checkable: true
            checked: button.app.colorMode === App.ColorMode.Dark
            text: qsTr("Dark colours")
            onTriggered: button.app.colorMode = App.ColorMode.Dark
        }
        AppMenuRule {}
        AppMenuItem {
            text: qsTr("Sign out")
            icon.name: "system-log-out"
            onTriggered: button.signOutRequested()
        }
    }
}
