// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Toast: says the result of an act for a moment; a screen reader announces it politely.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Theme

Rectangle {
    id: toast

    function say(sentence: string) {
        label.text = sentence;
        opacity = 1;
        timer.restart();
        Accessible.announce(sentence, Accessible.Polite);
    }

    width: Math.min(label.implicitWidth + Theme.space4 * 2, (parent ? parent.width : 400) - Theme.space8)
    height: label.implicitHeight + Theme.space3 * 2
    opacity: 0
    visible: opacity > 0
    radius: Theme.radius
    color: Theme.tooltip
    border {
        width: Theme.dark ? 1 : 0
        color: Theme.lineStrong
    }
    Accessible.role: Accessible.Notification
    Accessible.name: label.text

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.base
        }
    }
    Text {
        id: label

        anchors.fill: parent
        anchors.margins: Theme.space3
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        color: Theme.tooltipInk
        font.family: Theme.family
        font.pixelSize: Theme.sizeLabel
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    HoverHandler {
        id: over
    }
    TapHandler {
        onTapped: toast.opacity = 0
    }
    Timer {
        id: timer

        interval: 3000 + label.text.length * 60
        onTriggered: {
            if (over.hovered) {
                restart();
            } else {
                toast.opacity = 0;
            }
        }
    }
}
