// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ThreadPane: one thread, beside the conversation or in its place: its messages and a composer.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Composer
import Tchap.Controls
import Tchap.Theme
import Tchap.Timeline

FocusScope {
    id: pane

    required property App app
    required property RoomViewModel room
    required property bool alone
    readonly property bool timelineFocused: timeline.activeFocus
    readonly property bool composerFocused: composer.activeFocus

    signal closed
    signal personRequested(string user, string name, string avatar)
    signal remedyRequested

    function focusComposer() {
        if (room.canWrite) {
            composer.focusField();
        } else {
            timeline.focusList();
        }
    }
    function focusTimeline() {
        timeline.focusList();
    }

    Keys.onEscapePressed: pane.closed()
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Thread")

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.header
            color: Theme.paper

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: pane.alone ? Theme.space1 : Theme.space4
                anchors.rightMargin: Theme.space2
                spacing: Theme.space2

                IconButton {
                    visible: pane.alone
                    name: qsTr("Back to the conversation")
                    glyph: "go-previous"
                    onClicked: pane.closed()
                }
                Text {
                    Layout.fillWidth: true
                    text: qsTr("Thread")
                    color: Theme.inkStrong
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeTitleS
                    font.weight: Font.DemiBold
                    elide: Text.ElideRight
                    textFormat: Text.PlainText
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                IconButton {
                    visible: !pane.alone
                    name: qsTr("Close the thread")
                    glyph: "window-close"
                    onClicked: pane.closed()
                }
            }
            Rule {
                anchors {
                    left: parent.left
                    right: parent.right
                    bottom: parent.bottom
                }
            }
        }
        TimelinePane {
            id: timeline

            Layout.fillWidth: true
            Layout.fillHeight: true
            app: pane.app
            room: pane.room
            onComposerWanted: pane.focusComposer()
            onPersonRequested: (user, name, avatar) => pane.personRequested(user, name, avatar)
            onRemedyRequested: pane.remedyRequested()
        }
        Rule {
            Layout.fillWidth: true
            visible: composer.visible
        }
        Composer {
            id: composer

            Layout.fillWidth: true
            visible: pane.room.canWrite
            blocked: pane.app.trust.blocksSending
            focus: true
            room: pane.room
            words: pane.app.words
            onOlderWanted: timeline.focusList()
        }
    }
}
