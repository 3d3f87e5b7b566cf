// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ConversationsPage: the list beside the conversation, or one of them when narrow.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Rooms
import Tchap.Search
import Tchap.Security
import Tchap.Theme

FocusScope {
    id: page

    required property App app
    readonly property bool narrow: width < Theme.narrowWidth
    readonly property bool securityShown: security.active
    readonly property bool roomShown: holder.active
    readonly property ConversationPane pane: holder.item as ConversationPane

    function openRoom(roomId: string) {
        if (roomId.length === 0) {
            return;
        }
        if (app.rooms.selected === roomId) {
            pane?.focusComposer();
        } else {
            app.openRoom(roomId);
        }
    }
    function goTo(step: int, unreadOnly: bool) {
        openRoom(app.rooms.neighbour(step, unreadOnly));
    }
    function showList() {
        if (narrow) {
            app.closeRoom();
        }
    }
    function nextRegion(back: bool) {
        const regions = [];
        if (list.visible) {
            regions.push({
                here: list.activeFocus,
                go: list.focusFilter
            });
        }
        if (pane) {
            regions.push({
                here: pane.timelineFocused,
                go: pane.focusTimeline
            });
            if (pane.canWrite) {
                regions.push({
                    here: pane.composerFocused,
                    go: pane.focusComposer
                });
            }
        }
        const now = regions.findIndex(each => each.here);
        regions[(now + (back ? regions.length - 1 : 1) + (now < 0 && back ? 1 : 0)) % regions.length].go();
    }

    function act(command: string) {
        switch (command) {
        case "new":
            list.newConversation();
            break;
        case "security":
            openSecurity();
            break;
        case "attach":
            pane?.attachFile();
            break;
        case "light":
            app.colorMode = App.ColorMode.Light;
            break;
        case "dark":
            app.colorMode = App.ColorMode.Dark;
            break;
        case "system":
            app.colorMode = App.ColorMode.System;
            break;
        case "unread":
            goTo(1, true);
            break;
        case "signOut":
            sheets.signOutHere();
            break;
        }
    }
    function openSecurity() {
        security.active = true;
    }
    function closeSecurity() {
        security.active = false;
        if (pane) {
            pane.focusComposer();
        } else {
            list.focusFilter();
        }
    }

    Component.onCompleted: {
        holder.show();
        if (pane) {
            pane.focusComposer();
        } else {
            list.focusFilter();
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        enabled: !page.securityShown
        visible: enabled

        Strip {
            Layout.fillWidth: true
            text: page.app.connectionText
            glyph: page.app.connection === App.Connection.Connecting ? "view-refresh" : "network-disconnect"
            tone: page.app.connection === App.Connection.Connecting ? Strip.Info : Strip.Warning
            action: page.app.connection === App.Connection.Connecting ? "" : page.app.connection === App.Connection.SignedOut ? qsTr("Sign in") : qsTr("Try again")
            onActed: page.app.retryNow()
        }
        AccountStrips {
            Layout.fillWidth: true
            Layout.fillHeight: false
            app: page.app
            sheets: sheets
            onPageRequested: page.openSecurity()
        }
        Basic.SplitView {
            id: split

            Layout.fillWidth: true
            Layout.fillHeight: true
            orientation: Qt.Horizontal
            onResizingChanged: {
                if (!resizing) {
                    page.app.saveSetting("listWidth", list.width);
                }
            }
            handle: Item {
                implicitWidth: 1

                HoverHandler {
                    cursorShape: Qt.SplitHCursor
                    margin: 4
                }
                containmentMask: Item {
                    x: -4
                    width: 9
                    height: split.height
                }
            }

            RoomListPane {
                id: list

                Basic.SplitView.preferredWidth: {
                    const kept = Number(page.app.setting("listWidth"));
                    return kept > 0 ? kept : Math.round(310 * Theme.scale);
                }
                Basic.SplitView.minimumWidth: page.narrow ? 0 : Math.round(240 * Theme.scale)
                Basic.SplitView.maximumWidth: page.narrow ? Infinity : Math.round(400 * Theme.scale)
                Basic.SplitView.fillWidth: page.narrow
                visible: !page.narrow || !page.roomShown
                app: page.app
                onOpened: roomId => page.openRoom(roomId)
                onSecurityRequested: page.openSecurity()
                onSignOutRequested: sheets.signOutHere()
            }
            Item {
                Basic.SplitView.fillWidth: true
                visible: !page.narrow || page.roomShown

                Rectangle {
                    anchors.fill: parent
                    color: Theme.paper
                }
                Loader {
                    id: holder

                    property RoomViewModel room: null

                    function show() {
                        active = false;
                        if (page.app.room) {
                            room = page.app.room;
                            active = true;
                        }
                    }

                    anchors.fill: parent
                    active: false
                    focus: true
                    sourceComponent: ConversationPane {
                        app: page.app
                        room: holder.room
                        sheets: sheets
                        canGoBack: page.narrow
                        onBackRequested: page.showList()
                    }
                }
                Emptiness {
                    anchors.centerIn: parent
                    width: Math.min(parent.width - Theme.space8 * 2, 360)
                    visible: !holder.active
                    glyph: "dialog-messages"
                    text: qsTr("Choose a conversation.")
                    hint: qsTr("Ctrl+K finds conversations, people and messages.")
                }
            }
        }
    }

    Connections {
        target: page.app

        function onRoomChanged() {
            holder.show();
            if (page.pane) {
                page.pane.focusComposer();
            } else if (page.narrow) {
                list.focusList();
            }
        }
    }

    Loader {
        id: security

        anchors.fill: parent
        enabled: !diagnostic.active
        visible: enabled
        active: false
        focus: active
        sourceComponent: SecurityPage {
            app: page.app
            sheets: sheets
            onClosed: page.closeSecurity()
            onDiagnosticRequested: diagnostic.active = true
        }
        onLoaded: item.forceActiveFocus(Qt.ShortcutFocusReason)
    }
    Loader {
        id: diagnostic

        anchors.fill: parent
        active: false
        focus: active
        sourceComponent: DiagnosticPage {
            app: page.app
            onClosed: {
                diagnostic.active = false;
                (security.item as Item)?.forceActiveFocus(Qt.BacktabFocusReason);
            }
        }
        onLoaded: item.forceActiveFocus(Qt.ShortcutFocusReason)
    }
    SecuritySheets {
        id: sheets

        app: page.app
    }
    SearchBox {
        id: search

        app: page.app
        onRoomWanted: roomId => page.openRoom(roomId)
        onMessageWanted: (roomId, eventId) => page.app.openMessage(roomId, eventId)
        onPersonWanted: (user, name, room) => {
            if (room.length > 0) {
                page.openRoom(room);
            } else {
                sheets.person(user, name, "", "");
            }
        }
        onCommandWanted: name => page.act(name)
    }
    PageKeys {
        enabled: !page.securityShown
        onSecurityWanted: page.openSecurity()
        onSearchWanted: here => search.show(here)
        onFilterWanted: {
            page.showList();
            list.focusFilter();
        }
        onStepWanted: (step, unreadOnly) => page.goTo(step, unreadOnly)
        onRegionWanted: back => page.nextRegion(back)
        onBackWanted: page.showList()
        onNewWanted: list.newConversation()
        onAttachWanted: page.pane?.attachFile()
    }
}
