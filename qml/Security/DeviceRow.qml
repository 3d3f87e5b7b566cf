// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DeviceRow: one of one's own devices: what it is, when it was seen, what is wrong with it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Controls
import Tchap.Theme

Item {
    id: row

    required property string device
    required property string name
    required property string seen
    required property string trust
    required property string warning
    required property bool current
    required property bool fresh
    required property string fingerprint
    required property bool choosing
    required property bool chosen
    //! Who reads this is the owner of the device that it is said of.
    readonly property string caution: current && trust === "unsigned" ? qsTr("Not confirmed yet") : warning
    readonly property bool doubtful: trust === "unsigned"
    readonly property string facts: [current ? qsTr("This device") : "", fresh ? qsTr("New") : "", seen].filter(each => each.length > 0).join(" · ")

    signal renameRequested
    signal verifyRequested
    signal signOutRequested
    signal chosenChanged2(bool on)

    implicitHeight: line.implicitHeight + Theme.space3 * 2

    RowLayout {
        id: line

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.space3

        Tick {
            id: tick

            visible: row.choosing
            enabled: !row.current
            opacity: row.current ? 0 : 1
            checked: row.chosen
            Accessible.name: qsTr("Choose %1").arg(row.name)
            onToggled: row.chosenChanged2(checked)
        }
        Glyph {
            visible: !row.choosing
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            source: /iphone|android|mobile|ios/i.test(row.name) ? "smartphone-symbolic" : "computer-laptop-symbolic"
            size: Theme.glyphTool
        }
        ColumnLayout {
            spacing: 2
            Accessible.role: Accessible.StaticText
            Accessible.name: [row.name, row.facts, row.caution].filter(each => each.length > 0).join(", ")

            Text {
                Layout.fillWidth: true
                text: row.name
                color: Theme.inkStrong
                font.family: Theme.family
                font.pixelSize: Theme.sizeBody
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Text {
                Layout.fillWidth: true
                visible: text.length > 0
                text: row.facts
                color: Theme.inkSoft
                font.family: Theme.family
                font.pixelSize: Theme.sizeCaption
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            RowLayout {
                visible: row.caution.length > 0
                spacing: Theme.space1

                Glyph {
                    source: "qrc:/icons/warning.svg"
                    size: Theme.glyph
                    color: Theme.warning
                }
                Text {
                    Layout.fillWidth: true
                    text: row.caution
                    color: Theme.warning
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeCaption
                    wrapMode: Text.Wrap
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
            }
        }
        ActionButton {
            visible: !row.choosing && !row.current && row.doubtful
            text: qsTr("Verify")
            Accessible.description: row.name
            onClicked: row.verifyRequested()
        }
        IconButton {
            id: more

            visible: !row.choosing
            name: qsTr("Actions for %1").arg(row.name)
            glyph: "overflow-menu"
            onClicked: menu.openAt(more, 0, more.height)
        }
    }
    Rule {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
    }
    AppMenu {
        id: menu

        AppMenuItem {
            text: qsTr("Rename…")
            icon.name: "edit-rename"
            onTriggered: row.renameRequested()
        }
        AppMenuItem {
            visible: !row.current && row.trust !== "unknown"
            text: qsTr("Verify")
            icon.name: "qrc:/icons/shield-check.svg"
            onTriggered: row.verifyRequested()
        }
        AppMenuItem {
            visible: !row.current
            dangerous: true
            text: qsTr("Sign out…")
            icon.name: "system-log-out"
            onTriggered: row.signOutRequested()
        }
    }
}
