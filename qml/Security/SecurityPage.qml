// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SecurityPage: security and privacy of the account. All well is one line; else one thing to do.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FocusScope {
    id: page

    required property App app
    required property SecuritySheets sheets
    readonly property SecurityViewModel security: app.security

    signal closed

    Keys.onEscapePressed: closed()
    Component.onCompleted: {
        security.refresh();
        app.devices.refresh();
        back.forceActiveFocus(Qt.TabFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        Accessible.ignored: true
    }
    RowLayout {
        id: header

        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            leftMargin: Theme.space2
            rightMargin: Theme.space4
        }
        height: Theme.header
        spacing: Theme.space2

        IconButton {
            id: back

            name: qsTr("Back to the conversations")
            glyph: "go-previous"
            shortcutText: qsTr("Esc")
            onClicked: page.closed()
        }
        Text {
            Layout.fillWidth: true
            text: qsTr("Security and privacy")
            color: Theme.inkStrong
            font.family: Theme.family
            font.pixelSize: Theme.sizeTitleM
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            textFormat: Text.PlainText
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
    }
    Rule {
        id: rule

        anchors {
            left: parent.left
            right: parent.right
            top: header.bottom
        }
    }
    Flickable {
        id: flick

        anchors {
            left: parent.left
            right: parent.right
            top: rule.bottom
            bottom: parent.bottom
        }
        contentHeight: column.implicitHeight + Theme.space8 * 2
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Basic.ScrollBar.vertical: SlimScrollBar {}

        ColumnLayout {
            id: column

            x: Math.round((flick.width - width) / 2)
            y: Theme.space6
            width: Math.min(Theme.columnMax, flick.width - Theme.space4 * 2)
            spacing: Theme.space8

            StatusCard {
                Layout.fillWidth: true
                security: page.security
                onSetUpRequested: page.sheets.setUp()
                onConfirmRequested: page.sheets.confirm()
                onRestoreRequested: page.sheets.restore()
                onItWasMe: page.app.trust.acknowledge(page.app.userId)
                onItWasNotMe: page.sheets.reset()
            }
            RecoverySection {
                Layout.fillWidth: true
                security: page.security
                onSetUpRequested: page.sheets.setUp()
                onRestoreRequested: page.sheets.restore()
                onResetRequested: page.sheets.reset()
            }
            DevicesSection {
                Layout.fillWidth: true
                devices: page.app.devices
                verification: page.app.verification
                sheets: page.sheets
            }
            SharingSection {
                Layout.fillWidth: true
                security: page.security
            }
            KeysSection {
                Layout.fillWidth: true
                sheets: page.sheets
            }
            Section {
                Layout.fillWidth: true
                visible: page.security.canReset
                title: qsTr("New digital identity")
                intro: qsTr("Only when you have lost your recovery code and all your other devices, or when somebody else may have your code.")

                ActionButton {
                    text: qsTr("Reset the digital identity…")
                    onClicked: page.sheets.reset()
                }
            }
            DetailsSection {
                Layout.fillWidth: true
                security: page.security
                devices: page.app.devices
            }
        }
    }
    // What has the keyboard is on the screen.
    Connections {
        target: page.Window.window

        function onActiveFocusItemChanged() {
            let item = page.Window.activeFocusItem;
            for (let each = item; each; each = each.parent) {
                if (each === column) {
                    const at = item.mapToItem(column, 0, 0).y + column.y;
                    flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, Math.min(at - Theme.space6, Math.max(flick.contentY, at + item.height + Theme.space6 - flick.height))));
                    return;
                }
            }
        }
    }
}
