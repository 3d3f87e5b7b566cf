// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FileCard: a file of a message: what it is, how large, and the button that saves it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

RowLayout {
    id: card

    required property timelineItem item
    required property Words words

    signal saveRequested

    spacing: Theme.space3

    Rectangle {
        implicitWidth: Theme.control
        implicitHeight: Theme.control
        radius: Theme.radius
        color: Theme.accentSoft

        Glyph {
            anchors.centerIn: parent
            source: card.item.kind === TimelineItem.Kind.Audio ? "audio-x-generic" : card.item.kind === TimelineItem.Kind.Video ? "video-x-generic" : "document-multiple"
            color: Theme.accent
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Text {
            Layout.fillWidth: true
            Layout.preferredWidth: Math.min(implicitWidth, 320)
            text: card.item.file.name
            color: Theme.inkStrong
            font.family: Theme.family
            font.pixelSize: Theme.sizeLabel
            font.weight: Font.Medium
            elide: Text.ElideMiddle
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Text {
            Layout.fillWidth: true
            visible: card.item.file.size >= 0
            text: card.item.file.size >= 0 ? card.words.fileSize(card.item.file.size) : ""
            color: Theme.inkSoft
            font.family: Theme.family
            font.pixelSize: Theme.sizeCaption
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
    }
    IconButton {
        visible: card.item.eventId.length > 0
        name: qsTr("Save the file")
        glyph: "download"
        focusPolicy: Qt.NoFocus
        onClicked: card.saveRequested()
    }
}
