// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FilterField: narrows a list while one types. Escape empties it, the arrows go to the list.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.Theme

Basic.TextField {
    id: field

    required property string name

    signal downPressed
    signal escaped

    implicitHeight: Theme.control
    leftPadding: Theme.glyph + Theme.space3 + Theme.space2
    rightPadding: text.length > 0 ? clearButton.width + Theme.space1 : Theme.space3
    placeholderText: name
    placeholderTextColor: Theme.inkSoft
    color: Theme.inkStrong
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    font.family: Theme.family
    font.pixelSize: Theme.sizeLabel
    inputMethodHints: Qt.ImhNoPredictiveText
    Accessible.name: name
    Accessible.searchEdit: true
    Keys.onDownPressed: downPressed()
    Keys.onEscapePressed: {
        if (text.length > 0) {
            clear();
        } else {
            escaped();
        }
    }
    background: FieldFrame {
        focused: field.activeFocus
    }

    Glyph {
        anchors {
            left: parent.left
            leftMargin: Theme.space3
            verticalCenter: parent.verticalCenter
        }
        source: "search"
        size: Theme.glyph
        color: Theme.ink
    }
    IconButton {
        id: clearButton

        anchors {
            right: parent.right
            rightMargin: 2
            verticalCenter: parent.verticalCenter
        }
        implicitWidth: Theme.control - 6
        implicitHeight: Theme.control - 6
        visible: field.text.length > 0
        name: qsTr("Empty the filter")
        glyph: "edit-clear"
        glyphSize: Theme.glyph
        hoverFill: Theme.hoverAlt
        onClicked: {
            field.clear();
            field.forceActiveFocus(Qt.OtherFocusReason);
        }
    }
}
