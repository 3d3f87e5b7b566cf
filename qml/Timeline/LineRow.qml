// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// LineRow: what stands between messages: a day, the unread line, a sentence, the begin of the room.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Item {
    id: row

    required property timelineItem item
    required property Words words
    required property RoomViewModel room
    readonly property bool isDay: item.kind === TimelineItem.Kind.DayDivider
    readonly property bool isUnread: item.kind === TimelineItem.Kind.UnreadDivider
    readonly property bool isStart: item.kind === TimelineItem.Kind.Start
    readonly property bool ruled: isDay || isUnread
    readonly property string sentence: {
        switch (item.kind) {
        case TimelineItem.Kind.DayDivider:
            return words.day(item.timestamp);
        case TimelineItem.Kind.UnreadDivider:
            return qsTr("New messages");
        case TimelineItem.Kind.Start:
            return room.summary.isDirect ? qsTr("This is the start of this conversation.") : qsTr("This is the start of this room.");
        case TimelineItem.Kind.Gap:
            return qsTr("Messages are missing here. They are being fetched.");
        case TimelineItem.Kind.Redacted:
            return qsTr("Message deleted");
        default:
            return words.stateSentence(item);
        }
    }

    implicitHeight: label.implicitHeight + (isStart ? Theme.space8 : ruled ? Theme.space6 : Theme.space2)

    RowLayout {
        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        spacing: Theme.space3

        Rule {
            Layout.fillWidth: true
            visible: row.ruled
            color: row.isUnread ? Theme.accent : Theme.line
        }
        Text {
            id: label

            Layout.fillWidth: !row.ruled
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: row.width - Theme.space8 * 2
            text: row.sentence
            color: row.isUnread ? Theme.accent : row.isStart || row.isDay ? Theme.ink : Theme.inkSoft
            font.family: Theme.family
            font.pixelSize: row.isStart ? Theme.sizeLabel : Theme.sizeCaption
            font.weight: row.isUnread || row.isDay || row.isStart ? Font.DemiBold : Font.Normal
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Rule {
            Layout.fillWidth: true
            visible: row.ruled
            color: row.isUnread ? Theme.accent : Theme.line
        }
    }
}
