// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomRow: one conversation of the list: who, what was said last, when, what is unread.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Basic.ItemDelegate {
    id: row

    required property int index
    required property roomSummary item
    required property Words words
    required property string selectedRoom
    required property bool listFocused

    signal menuRequested

    readonly property string name: words.roomName(item)
    readonly property bool selected: item.roomId === selectedRoom
    readonly property bool unread: item.unread > 0 || item.highlights > 0 || item.markedUnread || item.membership === RoomSummary.Membership.Invited
    readonly property bool strong: selected || hovered || down
    readonly property bool locked: item.encrypted

    implicitHeight: Theme.roomRow
    leftPadding: Theme.space3
    rightPadding: Theme.space3 + Theme.space1
    topPadding: 0
    bottomPadding: 0
    highlighted: selected
    focusPolicy: Qt.ClickFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: words.roomSpoken(item)
    Accessible.description: words.preview(item)
    Accessible.selectable: true
    Accessible.selected: selected
    Accessible.onPressAction: row.clicked()

    contentItem: RowLayout {
        spacing: Theme.space3

        Avatar {
            size: Math.round(40 * Theme.scale)
            picture: row.item.avatar
            initials: row.words.initials(row.name)
            tone: row.words.colourIndex(row.item.isDirect ? row.item.directUser : row.item.roomId)
            ground: face.color
            mark: row.locked ? "lock" : ""
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            RowLayout {
                spacing: Theme.space2

                Text {
                    Layout.fillWidth: true
                    text: row.words.personName(row.name)
                    color: Theme.inkStrong
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeLabel
                    font.weight: row.unread ? Font.DemiBold : Font.Medium
                    elide: Text.ElideRight
                    maximumLineCount: 1
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
                Glyph {
                    visible: row.item.notify === RoomSummary.Notify.Mute
                    source: "notifications-disabled"
                    size: Theme.glyph
                    color: Theme.inkSoft
                }
                Glyph {
                    visible: row.item.tag === RoomSummary.Tag.Favourite
                    source: "favorite"
                    size: Theme.glyph
                    color: Theme.inkSoft
                }
                Text {
                    visible: row.item.lastTimestamp > 0
                    text: row.item.lastTimestamp > 0 ? row.words.dayOrTime(row.item.lastTimestamp) : ""
                    color: row.unread ? Theme.inkStrong : row.strong ? Theme.ink : Theme.inkSoft
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeCaption
                    font.features: ({
                            "tnum": 1
                        })
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
            }
            RowLayout {
                spacing: Theme.space2

                Text {
                    Layout.fillWidth: true
                    Layout.minimumHeight: Math.round(20 * Theme.scale)
                    text: row.words.preview(row.item)
                    verticalAlignment: Text.AlignVCenter
                    color: row.unread || row.strong ? Theme.ink : Theme.inkSoft
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeLabel - 1
                    elide: Text.ElideRight
                    maximumLineCount: 1
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
                Badge {
                    visible: row.item.membership === RoomSummary.Membership.Invited
                    count: 1
                }
                Badge {
                    visible: count > 0
                    count: row.item.highlights + row.item.threadHighlights
                    mention: true
                }
                Rectangle {
                    Layout.rightMargin: Theme.space1
                    visible: row.item.markedUnread && row.item.unread + row.item.highlights === 0
                    implicitWidth: Math.round(10 * Theme.scale)
                    implicitHeight: implicitWidth
                    radius: width / 2
                    color: Theme.accent
                }
                Badge {
                    visible: count > row.item.highlights + row.item.threadHighlights
                    count: row.item.unread + row.item.threadUnread
                }
            }
        }
    }
    background: Rectangle {
        id: face

        color: row.selected ? Theme.accentSoft : row.down ? Theme.pressedAlt : row.hovered ? Theme.hoverAlt : Theme.paperAlt

        Rectangle {
            width: 3
            height: parent.height
            visible: row.selected
            color: Theme.accent
        }
        FocusRing {
            inset: true
            shown: row.ListView.isCurrentItem && row.listFocused
        }
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: row.menuRequested()
    }
    TapHandler {
        acceptedDevices: PointerDevice.TouchScreen
        onLongPressed: row.menuRequested()
    }
}
