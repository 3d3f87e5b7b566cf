// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Composer: writes a message. Enter sends, Shift+Enter makes a line; files come by button, drop, paste.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FocusScope {
    id: scope

    required property RoomViewModel room
    required property Words words
    readonly property ComposerViewModel composer: room.composer
    //! Nothing may be sent now; a draft can still be written.
    property bool blocked: false
    readonly property bool wide: width > 640 * Theme.scale
    readonly property int lineHeight: Math.ceil(metrics.lineSpacing)

    signal olderWanted

    function focusField() {
        input.forceActiveFocus(Qt.OtherFocusReason);
        input.cursorPosition = input.length;
    }
    function attachAll(urls: list<url>) {
        for (const each of urls) {
            composer.attach(each);
        }
    }

    implicitHeight: column.implicitHeight

    FontMetrics {
        id: metrics

        font: input.font
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        spacing: 0

        Uploads {
            Layout.fillWidth: true
            composer: scope.composer
        }
        ModeBar {
            Layout.fillWidth: true
            composer: scope.composer
            words: scope.words
        }
        Attachments {
            Layout.fillWidth: true
            composer: scope.composer
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.space3
            spacing: Theme.space3

            IconButton {
                Layout.alignment: Qt.AlignBottom
                implicitWidth: Math.round(40 * Theme.scale)
                implicitHeight: implicitWidth
                enabled: !scope.composer.editing
                name: qsTr("Attach a file")
                shortcutText: qsTr("Ctrl+U")
                glyph: "mail-attachment"
                onClicked: picker.open()
            }
            Flickable {
                id: flick

                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Math.round(40 * Theme.scale), Math.min(input.implicitHeight, scope.lineHeight * 8 + input.topPadding + input.bottomPadding))
                boundsBehavior: Flickable.StopAtBounds
                clip: false
                flickableDirection: Flickable.VerticalFlick
                Basic.ScrollBar.vertical: SlimScrollBar {}

                Basic.TextArea.flickable: Basic.TextArea {
                    id: input

                    focus: true
                    leftPadding: Theme.space3
                    rightPadding: Theme.space3
                    topPadding: Math.max(6, Math.round((40 * Theme.scale - scope.lineHeight) / 2))
                    bottomPadding: topPadding
                    text: scope.composer.text
                    placeholderText: scope.blocked ? qsTr("Sending is blocked for now") : scope.room.summary.encrypted ? qsTr("Encrypted message…") : qsTr("Message, not encrypted…")
                    placeholderTextColor: Theme.inkSoft
                    color: Theme.inkStrong
                    selectionColor: Theme.accent
                    selectedTextColor: Theme.accentInk
                    textFormat: TextEdit.PlainText
                    wrapMode: TextEdit.Wrap
                    selectByMouse: true
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeBody
                    Accessible.name: qsTr("Message")
                    Accessible.multiLine: true
                    background: FieldFrame {
                        focused: input.activeFocus
                    }
                    onTextChanged: {
                        if (text !== scope.composer.text) {
                            scope.composer.text = text;
                        }
                    }
                    Keys.onPressed: event => scope.typed(event)
                }
            }
            ActionButton {
                Layout.alignment: Qt.AlignBottom
                implicitHeight: Math.round(40 * Theme.scale)
                implicitWidth: scope.wide ? implicitContentWidth + Theme.space4 * 2 : implicitHeight
                leftPadding: scope.wide ? Theme.space4 : 0
                rightPadding: leftPadding
                enabled: scope.composer.canSend && !scope.blocked
                kind: ActionButton.Primary
                text: scope.composer.editing ? qsTr("Save") : qsTr("Send")
                wordless: !scope.wide
                icon.name: scope.composer.editing ? "dialog-ok-apply" : "document-send"
                onClicked: scope.send()
            }
        }
    }
    DropArea {
        anchors.fill: parent
        anchors.topMargin: -Math.max(0, (scope.parent ? scope.parent.height : 0) - scope.height)
        keys: ["text/uri-list"]
        onEntered: drag => drag.accepted = drag.hasUrls && !scope.composer.editing
        onDropped: drop => {
            scope.attachAll(drop.urls);
            drop.accept(Qt.CopyAction);
            scope.focusField();
        }

        DropHint {
            anchors.fill: parent
            visible: (parent as DropArea).containsDrag
        }
    }
    FileDialog {
        id: picker

        title: qsTr("Attach a file")
        fileMode: FileDialog.OpenFiles
        onAccepted: scope.attachAll(selectedFiles)
    }
    Connections {
        target: scope.composer

        function onTextChanged() {
            if (input.text !== scope.composer.text) {
                input.text = scope.composer.text;
                input.cursorPosition = input.length;
            }
        }
        function onFocusRequested() {
            scope.focusField();
        }
    }

    function typed(event: KeyEvent) {
        const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        event.accepted = true;
        if (enter && !(event.modifiers & Qt.ShiftModifier)) {
            if (input.inputMethodComposing) {
                event.accepted = false;
            } else {
                send();
            }
        } else if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) {
            // A way out for the keyboard: nobody indents a message.
            const forward = event.key === Qt.Key_Tab;
            input.nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
        } else if (event.matches(StandardKey.Paste)) {
            event.accepted = !composer.editing && composer.pasteFromClipboard();
        } else if (event.key === Qt.Key_Escape && (composer.replying || composer.editing)) {
            composer.cancelMode();
        } else if (event.key === Qt.Key_Up && event.modifiers === Qt.NoModifier && input.length === 0 && !composer.editing) {
            room.editLast();
        } else if (event.key === Qt.Key_PageUp && input.length === 0) {
            scope.olderWanted();
        } else {
            event.accepted = false;
        }
    }
    function send() {
        if (!blocked) {
            composer.send();
        }
    }
    function chooseFiles() {
        if (!composer.editing) {
            picker.open();
        }
    }
}
