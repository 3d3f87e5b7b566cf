// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// EmojiPart: seven symbols with their names, large enough to be read out; numbers instead, if wanted.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

ColumnLayout {
    id: part

    required property VerificationViewModel verification
    required property string who
    property bool numbers: false
    readonly property int cell: Math.min(Math.round(72 * Theme.scale), Math.floor(width / 4))
    readonly property int perLine: width >= Math.round(72 * Theme.scale) * 7 ? 7 : 4

    //! On the first symbol, not on a button: one looks before one answers.
    function focusFirst() {
        symbols.itemAt(0)?.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.space4

    Prose {
        text: part.numbers ? (part.verification.own ? qsTr("The same numbers, in the same order, must be on your other device.") : qsTr("%1 must see the same numbers in the same order. Read them to each other.").arg(part.who)) : part.verification.own ? qsTr("The same symbols, in the same order, must be on your other device.") : qsTr("%1 must see the same symbols in the same order. Read them to each other.").arg(part.who)
    }
    GridLayout {
        Layout.alignment: Qt.AlignHCenter
        visible: !part.numbers
        columns: part.perLine
        columnSpacing: 0
        rowSpacing: Theme.space3

        Repeater {
            id: symbols

            model: part.verification.emoji

            Column {
                id: each

                required property var modelData
                required property int index

                Layout.preferredWidth: part.cell
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space1
                activeFocusOnTab: true
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1: %2", "place in the row, then the name of the symbol").arg(index + 1).arg(modelData.name)
                Accessible.focusable: true

                Text {
                    width: parent.width
                    text: each.modelData.symbol
                    font.family: Theme.emojiFamily // an anchor is in colour as well
                    font.pixelSize: Math.round(38 * Theme.scale)
                    horizontalAlignment: Text.AlignHCenter
                    textFormat: Text.PlainText
                    Accessible.ignored: true

                    FocusRing {
                        shown: each.activeFocus
                    }
                }
                Text {
                    width: parent.width
                    text: each.modelData.name
                    color: Theme.inkStrong
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeLabel
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
            }
        }
    }
    Text {
        Layout.fillWidth: true
        visible: part.numbers
        text: part.verification.decimals
        color: Theme.inkStrong
        font.family: Theme.monoFamily
        font.pixelSize: Theme.sizeDisplay
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    ActionButton {
        Layout.alignment: Qt.AlignHCenter
        visible: part.verification.decimals.length > 0
        kind: ActionButton.Quiet
        text: part.numbers ? qsTr("Compare symbols instead") : qsTr("Compare numbers instead")
        onClicked: part.numbers = !part.numbers
    }
}
