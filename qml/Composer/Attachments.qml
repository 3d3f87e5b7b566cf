// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Attachments: the files that leave with the next message.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Flow {
    id: flow

    required property ComposerViewModel composer

    visible: composer.attachmentCount > 0
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    topPadding: Theme.space2
    spacing: Theme.space2
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Attached files")

    Repeater {
        model: flow.composer.attachments

        Rectangle {
            id: chip

            required property int index
            required property string name
            required property string size
            required property bool isImage
            required property url url

            width: Math.min(240 * Theme.scale, flow.width - Theme.space3 * 2)
            height: Math.round(52 * Theme.scale)
            radius: Theme.radius
            color: Theme.paperAlt
            border {
                width: 1
                color: Theme.line
            }
            Accessible.role: Accessible.ListItem
            Accessible.name: name + ", " + size

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.space2
                anchors.rightMargin: 2
                spacing: Theme.space2

                Item {
                    implicitWidth: 36
                    implicitHeight: 36

                    Glyph {
                        anchors.centerIn: parent
                        visible: !chip.isImage || preview.status !== Image.Ready
                        source: chip.isImage ? "image-x-generic" : "document-multiple"
                        color: Theme.accent
                    }
                    Image {
                        id: preview

                        anchors.fill: parent
                        visible: chip.isImage
                        asynchronous: true
                        fillMode: Image.PreserveAspectCrop
                        sourceSize: Qt.size(72, 72)
                        source: chip.isImage ? chip.url : ""
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Text {
                        Layout.fillWidth: true
                        text: chip.name
                        color: Theme.inkStrong
                        font.family: Theme.family
                        font.pixelSize: Theme.sizeLabel - 1
                        elide: Text.ElideMiddle
                        textFormat: Text.PlainText
                        Accessible.ignored: true
                    }
                    Text {
                        Layout.fillWidth: true
                        text: chip.size
                        color: Theme.inkSoft
                        font.family: Theme.family
                        font.pixelSize: Theme.sizeCaption
                        elide: Text.ElideRight
                        textFormat: Text.PlainText
                        Accessible.ignored: true
                    }
                }
                IconButton {
                    name: qsTr("Remove %1").arg(chip.name)
                    glyph: "window-close"
                    glyphSize: Theme.glyph
                    hoverFill: Theme.hoverAlt
                    onClicked: flow.composer.removeAttachment(chip.index)
                }
            }
        }
    }
}
