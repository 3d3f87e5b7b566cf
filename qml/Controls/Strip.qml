// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Strip: one sentence across a page, with one thing to do about it, or two to choose from.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Theme

Rectangle {
    id: strip

    enum Tone {
        Info,
        Warning,
        Error
    }

    property string text: ""
    property int tone: Strip.Info
    property string glyph: tone === Strip.Info ? "qrc:/icons/info.svg" : "qrc:/icons/warning.svg"
    property string action: ""
    property string otherAction: ""
    readonly property real besideActions: width - actions.implicitWidth - Theme.glyph - Theme.space4 * 2 - Theme.space2 * 2
    readonly property bool stacked: actions.visible && label.implicitWidth > besideActions && besideActions < Math.round(260 * Theme.scale)

    signal acted
    signal actedOther

    readonly property color inkColor: tone === Strip.Error ? Theme.error : tone === Strip.Warning ? Theme.warning : Theme.info

    implicitHeight: row.implicitHeight + Theme.space2 * 2
    visible: text.length > 0
    color: tone === Strip.Error ? Theme.errorSoft : tone === Strip.Warning ? Theme.warningSoft : Theme.infoSoft
    Accessible.role: Accessible.Notification
    Accessible.name: text

    GridLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        columns: strip.stacked ? 2 : 3
        columnSpacing: Theme.space2
        rowSpacing: Theme.space1

        Glyph {
            source: strip.glyph
            size: Theme.glyph
            color: strip.inkColor
        }
        Text {
            id: label

            Layout.fillWidth: true
            text: strip.text
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: Theme.sizeLabel
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        RowLayout {
            id: actions

            Layout.columnSpan: strip.stacked ? 2 : 1
            Layout.alignment: Qt.AlignRight
            visible: strip.action.length > 0 || strip.otherAction.length > 0
            spacing: Theme.space1

            ActionButton {
                visible: strip.otherAction.length > 0
                implicitHeight: Theme.control - 8
                kind: ActionButton.Quiet
                text: strip.otherAction
                onClicked: strip.actedOther()
            }
            ActionButton {
                visible: strip.action.length > 0
                implicitHeight: Theme.control - 8
                kind: ActionButton.Quiet
                text: strip.action
                onClicked: strip.acted()
            }
        }
    }
}
