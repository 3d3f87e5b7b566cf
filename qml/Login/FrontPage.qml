// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FrontPage: the frame of the pages before the conversations: a band beside a column of fields.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.Controls
import Tchap.Theme

Rectangle {
    id: page

    required property string title
    property string intro: ""
    default property alias fields: column.data
    readonly property bool wide: width >= 900 * Theme.scale

    function announce(sentence: string) {
        Accessible.announce(sentence, Accessible.Assertive);
    }

    color: Theme.paper

    Band {
        id: band

        anchors {
            left: parent.left
            top: parent.top
            bottom: parent.bottom
        }
        width: page.wide ? Math.round(page.width * 0.42) : 0
        visible: page.wide
    }
    Flickable {
        id: flick

        anchors {
            left: band.right
            right: parent.right
            top: parent.top
            bottom: parent.bottom
        }
        contentHeight: Math.max(height, content.implicitHeight + Theme.space8 * 2)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Basic.ScrollBar.vertical: SlimScrollBar {}

        ColumnLayout {
            id: content

            anchors.centerIn: parent
            width: Math.min(Math.round(400 * Theme.scale), flick.width - Theme.space6 * 2)
            spacing: Theme.space6

            Image {
                visible: !page.wide
                source: "qrc:/icons/tchap.svg"
                sourceSize: Qt.size(56, 56)
                Accessible.ignored: true
            }
            ColumnLayout {
                spacing: Theme.space2

                Text {
                    Layout.fillWidth: true
                    text: page.title
                    color: Theme.inkStrong
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeDisplay
                    font.weight: Font.Bold
                    wrapMode: Text.Wrap
                    textFormat: Text.PlainText
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                Text {
                    Layout.fillWidth: true
                    visible: text.length > 0
                    text: page.intro
                    color: Theme.ink
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeBody
                    lineHeight: 1.25
                    wrapMode: Text.Wrap
                    textFormat: Text.PlainText
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
            }
            ColumnLayout {
                id: column

                Layout.fillWidth: true
                spacing: Theme.space4
            }
        }
    }
}
