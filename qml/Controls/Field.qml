// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Field: one line of text with its label above and its fault below.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Theme

ColumnLayout {
    id: field

    required property string label
    property string hint: ""
    property string fault: ""
    property bool secret: false
    property alias text: input.text
    property alias readOnly: input.readOnly
    property string placeholder: ""
    property alias inputHints: input.inputMethodHints

    signal accepted

    function grab() {
        input.forceActiveFocus(Qt.OtherFocusReason);
        input.selectAll();
    }
    function clear() {
        input.clear();
    }

    spacing: Theme.space1

    Text {
        Layout.fillWidth: true
        text: field.label
        color: field.fault.length > 0 ? Theme.error : Theme.inkStrong
        font.family: Theme.family
        font.pixelSize: Theme.sizeLabel
        font.weight: Font.Medium
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    Text {
        Layout.fillWidth: true
        visible: text.length > 0
        text: field.hint
        color: Theme.inkSoft
        font.family: Theme.family
        font.pixelSize: Theme.sizeCaption
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    // A plain input: the text field of Controls hides the name of a password from assistive tools.
    FieldFrame {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space1
        implicitHeight: Math.round(40 * Theme.scale)
        focused: input.activeFocus
        faulty: field.fault.length > 0

        TextInput {
            id: input

            anchors.fill: parent
            leftPadding: Theme.space3
            rightPadding: field.secret ? reveal.width + Theme.space1 : Theme.space3
            verticalAlignment: TextInput.AlignVCenter
            activeFocusOnTab: true
            clip: true
            color: readOnly ? Theme.inkSoft : Theme.inkStrong
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            selectByMouse: true
            font.family: Theme.family
            font.pixelSize: Theme.sizeBody
            echoMode: field.secret && !reveal.checked ? TextInput.Password : TextInput.Normal
            inputMethodHints: field.secret ? Qt.ImhSensitiveData | Qt.ImhNoPredictiveText : Qt.ImhNone
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.description: field.fault.length > 0 ? field.fault : field.hint
            Accessible.readOnly: readOnly
            onAccepted: field.accepted()

            Text {
                anchors.fill: parent
                leftPadding: input.leftPadding
                rightPadding: input.rightPadding
                visible: input.length === 0 && input.preeditText.length === 0
                text: field.placeholder
                color: Theme.inkSoft
                font: input.font
                verticalAlignment: Text.AlignVCenter
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            HoverHandler {
                cursorShape: Qt.IBeamCursor
            }
        }
        IconButton {
            id: reveal

            anchors {
                right: parent.right
                rightMargin: 2
                verticalCenter: parent.verticalCenter
            }
            implicitHeight: parent.height - 6
            visible: field.secret
            checkable: true
            name: checked ? qsTr("Hide what is typed") : qsTr("Show what is typed")
            glyph: checked ? "password-show-off" : "password-show-on"
            hoverFill: Theme.hoverAlt
            pressedFill: "transparent"
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: field.fault.length > 0
        spacing: Theme.space1

        Glyph {
            source: "qrc:/icons/error.svg"
            size: Theme.glyph
            color: Theme.error
            Layout.alignment: Qt.AlignTop
        }
        Text {
            Layout.fillWidth: true
            text: field.fault
            color: Theme.error
            font.family: Theme.family
            font.pixelSize: Theme.sizeCaption
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
}
