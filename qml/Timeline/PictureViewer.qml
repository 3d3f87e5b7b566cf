// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PictureViewer: one picture over the whole window. Escape closes it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Basic.Popup {
    id: viewer

    required property string roomId
    required property Words words
    property timelineItem item

    signal saveRequested(timelineItem item)

    function show(wanted: timelineItem) {
        item = wanted;
        open();
    }

    parent: Basic.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    padding: 0
    closePolicy: Basic.Popup.CloseOnEscape
    onOpened: closeButton.forceActiveFocus(Qt.PopupFocusReason)
    background: Rectangle {
        color: Theme.viewer
    }

    contentItem: Item {
        TapHandler {
            onTapped: viewer.close()
        }
        Image {
            id: low

            anchors.fill: high
            visible: high.status !== Image.Ready
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            source: viewer.opened ? viewer.address("?thumbnail") : ""
        }
        Image {
            id: high

            anchors.fill: parent
            anchors.margins: Theme.space4
            anchors.topMargin: bar.height + Theme.space2
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            mipmap: true
            source: viewer.opened ? viewer.address("") : ""
            Accessible.role: Accessible.Graphic
            Accessible.name: viewer.item.file.name
        }
        Text {
            anchors.centerIn: parent
            visible: high.status === Image.Error && low.status !== Image.Ready
            text: qsTr("The picture could not be loaded")
            color: Theme.inkOnViewer
            font.family: Theme.family
            font.pixelSize: Theme.sizeBody
            textFormat: Text.PlainText
        }
        RowLayout {
            id: bar

            anchors {
                left: parent.left
                right: parent.right
                top: parent.top
            }
            anchors.margins: Theme.space2
            anchors.leftMargin: Theme.space4

            Text {
                Layout.fillWidth: true
                text: viewer.words.personName(viewer.item.senderName) + " · " + viewer.item.file.name
                color: Theme.inkOnViewer
                font.family: Theme.family
                font.pixelSize: Theme.sizeLabel
                elide: Text.ElideMiddle
                textFormat: Text.PlainText
            }
            IconButton {
                name: qsTr("Save the file")
                glyph: "download"
                ink: Theme.inkOnViewer
                onClicked: viewer.saveRequested(viewer.item)
            }
            IconButton {
                id: closeButton

                name: qsTr("Close")
                glyph: "window-close"
                ink: Theme.inkOnViewer
                onClicked: viewer.close()
            }
        }
    }

    function address(suffix: string): string {
        return "image://media/" + encodeURIComponent(roomId) + "/" + encodeURIComponent(item.eventId) + suffix;
    }
}
