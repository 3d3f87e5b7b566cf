// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ReactionPicker: a small set of reactions; arrows move, Enter picks.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Basic.Popup {
    id: picker

    property string eventId: ""
    readonly property list<string> keys: ["👍", "👎", "✅", "👀", "🙏", "👏", "😄", "🎉"]
    readonly property list<string> names: [qsTr("Thumbs up"), qsTr("Thumbs down"), qsTr("Done"), qsTr("Seen"), qsTr("Thank you"), qsTr("Applause"), qsTr("Smile"), qsTr("Party")]

    signal picked(string eventId, string key)

    function showFor(item: timelineItem, at: Item) {
        eventId = item.eventId;
        const place = at ? at.mapToItem(parent, Math.min(at.width, 64), 0) : Qt.point(parent.width / 2, parent.height / 2);
        x = Math.max(Theme.space2, Math.min(place.x - implicitWidth / 2, parent.width - implicitWidth - Theme.space2));
        y = Math.max(Theme.space2, Math.min(place.y - implicitHeight - 4, parent.height - implicitHeight - Theme.space2));
        row.currentIndex = 0;
        open();
    }

    padding: Theme.space1
    modal: false
    focus: true
    closePolicy: Basic.Popup.CloseOnEscape | Basic.Popup.CloseOnPressOutside
    onOpened: row.forceActiveFocus(Qt.PopupFocusReason)
    background: Rectangle {
        color: Theme.overlay
        radius: Theme.radiusLarge
        border {
            width: 1
            color: Theme.line
        }
    }
    contentItem: ListView {
        id: row

        implicitWidth: picker.keys.length * Theme.control
        implicitHeight: Theme.control
        orientation: ListView.Horizontal
        interactive: false
        model: picker.keys
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Reactions")
        delegate: Basic.AbstractButton {
            id: choice

            required property int index
            required property string modelData

            implicitWidth: Theme.control
            implicitHeight: Theme.control
            hoverEnabled: true
            focusPolicy: Qt.NoFocus
            Accessible.role: Accessible.Button
            Accessible.name: picker.names[index]
            onClicked: {
                picker.close();
                picker.picked(picker.eventId, modelData);
            }
            contentItem: Text {
                text: choice.modelData
                color: Theme.ink
                font.pixelSize: Theme.sizeTitleM
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                textFormat: Text.PlainText
            }
            background: Rectangle {
                radius: Theme.radius
                color: choice.hovered ? Theme.hover : "transparent"
                border {
                    width: choice.ListView.isCurrentItem && row.activeFocus ? 2 : 0
                    color: Theme.focus
                }
            }
            HoverTip {
                visible: choice.hovered
                text: picker.names[choice.index]
            }
        }
        Keys.onReturnPressed: (currentItem as Basic.AbstractButton)?.click()
        Keys.onEnterPressed: (currentItem as Basic.AbstractButton)?.click()
        Keys.onSpacePressed: (currentItem as Basic.AbstractButton)?.click()
    }
}
