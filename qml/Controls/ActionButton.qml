// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ActionButton: a button with words. Primary for the one thing to do, danger for what cannot be undone.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.Theme

Basic.Button {
    id: button

    enum Kind {
        Primary,
        Secondary,
        Danger,
        Quiet
    }

    property int kind: ActionButton.Secondary
    //! Only the icon is shown; the words are the name and the tooltip.
    property bool wordless: false
    readonly property bool filled: kind === ActionButton.Primary || kind === ActionButton.Danger
    readonly property color inkColor: !enabled ? Theme.inkDisabled : kind === ActionButton.Primary ? Theme.accentInk : kind === ActionButton.Danger ? Theme.alertInk : Theme.accent
    readonly property color fillColor: {
        if (!enabled) {
            return kind === ActionButton.Quiet ? "transparent" : Theme.field;
        }
        switch (kind) {
        case ActionButton.Primary:
            return down ? Theme.accentPressed : hovered ? Theme.accentHover : Theme.accent;
        case ActionButton.Danger:
            return down || hovered ? Theme.alertHover : Theme.alert;
        default:
            return down ? Theme.pressed : hovered ? Theme.hover : "transparent";
        }
    }

    implicitHeight: Theme.control
    leftPadding: kind === ActionButton.Quiet ? Theme.space2 : Theme.space4
    rightPadding: leftPadding
    topPadding: 0
    bottomPadding: 0
    spacing: Theme.space2
    font.family: Theme.family
    font.pixelSize: Theme.sizeLabel
    font.weight: Font.Medium
    Accessible.name: text
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        implicitWidth: (glyph.visible ? glyph.width : 0) + (label.visible ? label.implicitWidth : 0) + (glyph.visible && label.visible ? button.spacing : 0)
        implicitHeight: inner.implicitHeight

        Row {
            id: inner

            anchors.centerIn: parent
            spacing: button.spacing

            Glyph {
                id: glyph

                visible: button.icon.name.length > 0
                source: button.icon.name
                size: Theme.glyph
                color: button.inkColor
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: label

                visible: !button.wordless
                width: Math.min(Math.ceil(implicitWidth), button.availableWidth - (glyph.visible ? glyph.width + button.spacing : 0))
                text: button.text
                font: button.font
                color: button.inkColor
                elide: Text.ElideRight
                textFormat: Text.PlainText
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.fillColor
        border.width: button.kind === ActionButton.Secondary ? 1 : 0
        border.color: button.enabled ? Theme.accent : Theme.line

        Behavior on color {
            ColorAnimation {
                duration: Theme.fast
            }
        }
    }

    HoverTip {
        visible: button.wordless && button.hovered
        text: button.text
    }
    FocusRing {
        shown: button.visualFocus
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
