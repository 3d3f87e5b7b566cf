// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// AppDialog: a question or a small form over the page. Enter does the main thing, Escape leaves.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.Theme

Basic.Dialog {
    id: dialog

    property string mainAction: ""
    //! The way out, where it is neither "Cancel" nor "Close".
    property string cancelAction: ""
    property bool canLeave: true
    //! What the way out does; Escape closes all the same.
    property var leavesBy: () => dialog.close()
    property bool mainEnabled: true
    property bool dangerous: false
    property bool busy: false
    //! Closes by itself when the main thing was asked for; a form that may fail stays open.
    property bool closesOnMain: true
    property Item firstFocus: null

    signal mainRequested

    //! What had the keyboard last that is in no pop-up: it gets it back.
    property Item outside: null
    property Item opener: null

    function isInside(item: Item): bool {
        for (let each = item; each; each = each.parent) {
            if (each === dialog.parent) {
                return true;
            }
        }
        return false;
    }
    function focusWayOut() {
        cancelButton.forceActiveFocus(Qt.TabFocusReason);
    }
    function giveBack() {
        const now = parent?.Window.activeFocusItem ?? null;
        if (opener && opener.visible && opener.enabled && !isInside(now)) {
            opener.forceActiveFocus(Qt.TabFocusReason);
        }
        opener = null;
    }

    function ask() {
        if (!mainEnabled || busy) {
            return;
        }
        mainRequested();
        if (closesOnMain) {
            close();
        }
    }

    parent: Basic.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(Math.round(460 * Theme.scale), (parent ? parent.width : 460) - Theme.space6)
    height: Math.min(implicitHeight, (parent ? parent.height : 640) - Theme.space6)
    modal: true
    padding: Theme.space6
    topPadding: Theme.space2
    bottomPadding: Theme.space6
    closePolicy: canLeave ? Basic.Popup.CloseOnEscape : Basic.Popup.NoAutoClose
    font.family: Theme.family
    onAboutToShow: opener = outside
    onClosed: Qt.callLater(giveBack)
    onOpened: (firstFocus ?? cancelButton).forceActiveFocus(Qt.TabFocusReason)

    Connections {
        target: dialog.parent?.Window.window ?? null

        function onActiveFocusItemChanged() {
            const now = dialog.parent.Window.activeFocusItem;
            if (now && !dialog.isInside(now)) {
                dialog.outside = now;
            }
        }
    }

    Basic.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        color: Theme.modal
        radius: Theme.radiusLarge
        border {
            width: Theme.dark ? 1 : 0
            color: Theme.line
        }
    }
    header: Item {
        implicitHeight: heading.height + Theme.space6

        Text {
            id: heading

            x: Theme.space6
            y: Theme.space6
            width: dialog.width - Theme.space6 * 2
            text: dialog.title
            color: Theme.inkStrong
            font.family: Theme.family
            font.pixelSize: Theme.sizeTitleM
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
    }
    footer: Item {
        implicitHeight: buttons.implicitHeight + Theme.space6

        GridLayout {
            id: buttons

            readonly property bool stacked: mainButton.visible && cancelButton.implicitWidth + mainButton.implicitWidth + columnSpacing > width

            anchors {
                right: parent.right
                left: parent.left
                top: parent.top
            }
            anchors.leftMargin: Theme.space6
            anchors.rightMargin: Theme.space6
            columns: stacked ? 1 : 3
            columnSpacing: Theme.space2
            rowSpacing: Theme.space2

            Item {
                Layout.fillWidth: true
                visible: !buttons.stacked
            }
            ActionButton {
                id: cancelButton

                Layout.fillWidth: buttons.stacked
                visible: dialog.canLeave
                text: dialog.cancelAction.length > 0 ? dialog.cancelAction : dialog.mainAction.length > 0 ? qsTr("Cancel") : qsTr("Close")
                onClicked: dialog.leavesBy()
            }
            ActionButton {
                id: mainButton

                Layout.fillWidth: buttons.stacked
                visible: dialog.mainAction.length > 0
                enabled: dialog.mainEnabled && !dialog.busy
                kind: dialog.dangerous ? ActionButton.Danger : ActionButton.Primary
                text: dialog.mainAction
                onClicked: dialog.ask()
            }
        }
    }
}
