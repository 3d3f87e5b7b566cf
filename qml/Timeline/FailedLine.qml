// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FailedLine: an own message that did not leave, and the two things to do about it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Controls
import Tchap.Theme

RowLayout {
    id: line

    required property string sentence

    signal retryRequested
    signal cancelRequested

    spacing: Theme.space1

    Glyph {
        source: "qrc:/icons/error.svg"
        size: Theme.glyph
        color: Theme.error
    }
    Text {
        Layout.fillWidth: true
        text: line.sentence
        color: Theme.error
        font.family: Theme.family
        font.pixelSize: Theme.sizeCaption
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    ActionButton {
        implicitHeight: Theme.control - 8
        kind: ActionButton.Quiet
        font.pixelSize: Theme.sizeCaption
        text: qsTr("Retry")
        onClicked: line.retryRequested()
    }
    ActionButton {
        implicitHeight: Theme.control - 8
        kind: ActionButton.Quiet
        font.pixelSize: Theme.sizeCaption
        text: qsTr("Delete")
        onClicked: line.cancelRequested()
    }
}
