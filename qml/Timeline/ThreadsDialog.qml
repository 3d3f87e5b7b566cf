// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ThreadsDialog: the threads of a conversation, the latest active first, or its pinned messages.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

AppDialog {
    id: dialog

    required property RoomViewModel room
    required property Words words
    property bool pinned: false

    signal chosen(timelineItem item)

    function show(pins: bool) {
        pinned = pins;
        if (pins) {
            room.loadPins();
        } else {
            room.loadThreads();
        }
        open();
    }

    leftPadding: Theme.space4
    rightPadding: Theme.space4
    title: pinned ? qsTr("Pinned messages") : qsTr("Threads")
    firstFocus: list

    contentItem: ColumnLayout {
        spacing: Theme.space2

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: Math.min(6, Math.max(2, count)) * Math.round(64 * Theme.scale)
            visible: count > 0
            model: dialog.pinned ? dialog.room.pins : dialog.room.threads
            activeFocusOnTab: true
            clip: true
            currentIndex: 0
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: true
            Accessible.role: Accessible.List
            Accessible.name: dialog.title
            Basic.ScrollBar.vertical: SlimScrollBar {}
            Keys.onReturnPressed: (currentItem as Basic.ItemDelegate)?.click()
            Keys.onEnterPressed: (currentItem as Basic.ItemDelegate)?.click()

            delegate: Basic.ItemDelegate {
                id: row

                required property int index
                required property timelineItem item
                readonly property string who: item.senderName.length > 0 ? dialog.words.personName(item.senderName) : ""
                readonly property string words: item.body.length > 0 ? item.body.replace(/\s+/g, " ") : dialog.words.spokenBody(item)

                width: ListView.view.width
                implicitHeight: Math.round(64 * Theme.scale)
                padding: Theme.space2
                hoverEnabled: true
                focusPolicy: Qt.NoFocus
                Accessible.role: Accessible.ListItem
                Accessible.name: who.length > 0 ? who + ", " + words : words
                Accessible.description: facts.text
                Accessible.onPressAction: row.clicked()
                onClicked: {
                    dialog.opener = null; // the keyboard goes to what is opened
                    dialog.close();
                    dialog.chosen(item);
                }

                contentItem: RowLayout {
                    spacing: Theme.space2

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 2

                        Text {
                            Layout.fillWidth: true
                            text: row.who.length > 0 ? row.who : qsTr("Unknown sender")
                            color: Theme.inkStrong
                            font.family: Theme.family
                            font.pixelSize: Theme.sizeLabel - 1
                            font.weight: Font.DemiBold
                            elide: Text.ElideRight
                            textFormat: Text.PlainText
                            Accessible.ignored: true
                        }
                        Text {
                            Layout.fillWidth: true
                            text: row.words
                            color: Theme.ink
                            font.family: Theme.family
                            font.pixelSize: Theme.sizeLabel
                            elide: Text.ElideRight
                            maximumLineCount: 1
                            textFormat: Text.PlainText
                            Accessible.ignored: true
                        }
                        Text {
                            id: facts

                            Layout.fillWidth: true
                            text: dialog.pinned ? dialog.words.dayOrTime(row.item.timestamp) : qsTr("%n repl(y/ies)", "in a thread", row.item.thread.count)
                            color: Theme.inkSoft
                            font.family: Theme.family
                            font.pixelSize: Theme.sizeCaption
                            elide: Text.ElideRight
                            textFormat: Text.PlainText
                            Accessible.ignored: true
                        }
                    }
                    Badge {
                        count: row.item.thread.unread
                        mention: row.item.thread.highlights > 0
                    }
                }
                background: Rectangle {
                    radius: Theme.radius
                    color: row.hovered ? Theme.hover : "transparent"

                    FocusRing {
                        inset: true
                        shown: row.ListView.isCurrentItem && list.activeFocus
                    }
                }
            }
        }
        Text {
            Layout.fillWidth: true
            visible: list.count === 0
            text: dialog.pinned ? qsTr("Nothing is pinned here.") : qsTr("No threads yet.")
            color: Theme.inkSoft
            font.family: Theme.family
            font.pixelSize: Theme.sizeBody
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
