// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CaptionLine: edited, doubts about the sender, time, and how far an own message has come.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Row {
    id: line

    required property timelineItem item
    required property Words words
    readonly property string trust: words.trustSentence(item)
    readonly property bool grave: trust.length > 0 && words.isTrustGrave(item)
    readonly property color trustColor: grave ? Theme.error : inkColor
    readonly property color inkColor: item.highlighted ? Theme.ink : Theme.inkSoft
    readonly property bool sending: item.sendState === TimelineItem.SendState.Sending
    readonly property bool failed: item.sendState === TimelineItem.SendState.Failed

    spacing: Theme.space1 + 2
    layoutDirection: Qt.LeftToRight

    Row {
        visible: line.trust.length > 0
        spacing: Theme.space1

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            source: line.grave ? "qrc:/icons/warning.svg" : "qrc:/icons/info.svg"
            size: Theme.glyph
            color: line.trustColor
        }
        Text {
            text: line.words.trustMark(line.item)
            color: line.trustColor
            font.family: Theme.family
            font.pixelSize: Theme.sizeCaption
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        HoverHandler {
            id: overTrust
        }
        HoverTip {
            visible: overTrust.hovered
            text: line.trust
        }
    }
    Text {
        visible: line.item.edited
        text: qsTr("edited")
        color: line.inkColor
        font.family: Theme.family
        font.pixelSize: Theme.sizeCaption
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    Text {
        text: line.words.time(line.item.timestamp)
        color: line.inkColor
        font.family: Theme.family
        font.pixelSize: Theme.sizeCaption
        font.features: ({
                "tnum": 1
            })
        textFormat: Text.PlainText
        Accessible.ignored: true

        HoverHandler {
            id: overTime
        }
        HoverTip {
            visible: overTime.hovered
            text: line.words.fullTime(line.item.timestamp)
        }
    }
    Glyph {
        anchors.verticalCenter: parent.verticalCenter
        visible: line.item.mine && line.item.txnId.length + line.item.eventId.length > 0
        source: line.failed ? "qrc:/icons/error.svg" : line.sending ? "clock" : line.item.readBy > 0 ? "view-visible" : "dialog-ok-apply"
        size: Theme.glyph
        color: line.failed ? Theme.error : line.inkColor

        HoverHandler {
            id: overState
        }
        HoverTip {
            visible: overState.hovered
            text: line.failed ? qsTr("Not sent") : line.sending ? qsTr("Sending…") : line.item.readBy > 0 ? qsTr("Read by %n person(s)", "", Number(line.item.readBy)) : qsTr("Sent")
        }
    }
}
