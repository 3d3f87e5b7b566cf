// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Main: the window. Shows the page that App names; keeps its size; hands keys to the page.
pragma ComponentBehavior: Bound

import QtQuick
import org.kde.kirigami as Kirigami
import Tchap.App
import Tchap.Controls
import Tchap.Login
import Tchap.Theme

Kirigami.AbstractApplicationWindow {
    id: window

    required property App app

    function keep(name: string, fallback: real): real {
        const kept = Number(app.setting(name));
        return kept > 0 ? kept : fallback;
    }

    title: app.page === App.Page.Main && app.rooms.unreadTotal > 0 ? qsTr("(%1) %2", "unread, then the program's name").arg(app.rooms.unreadTotal).arg(Application.displayName) : Application.displayName
    width: keep("width", 1100)
    height: keep("height", 720)
    minimumWidth: 360
    minimumHeight: 480
    color: Theme.paper
    font.family: Theme.family
    visible: true

    // Our controls take Theme's colours; this is what Qt's own dialogs take, where the desktop has none.
    palette {
        window: Theme.dialogPaper
        windowText: Theme.dialogInk
        base: Theme.dialogPaper
        alternateBase: Theme.dialogPaperAlt
        text: Theme.dialogInk
        button: Theme.dialogFill
        buttonText: Theme.dialogInk
        brightText: Theme.dialogPaper
        light: Theme.dialogPaperAlt
        midlight: Theme.dialogFill
        mid: Theme.dialogLine
        dark: Theme.dialogInkSoft
        shadow: Theme.dialogInk
        highlight: Theme.dialogAccent
        highlightedText: Theme.dialogAccentInk
        link: Theme.dialogAccent
        placeholderText: Theme.dialogInkSoft
    }
    Kirigami.Theme.inherit: false
    Kirigami.Theme.textColor: Theme.ink
    Kirigami.Theme.backgroundColor: Theme.paper
    Kirigami.Theme.highlightColor: Theme.accent
    Kirigami.Theme.linkColor: Theme.accent

    Binding {
        target: Theme
        property: "mode"
        value: window.app.colorMode === App.ColorMode.Dark ? Theme.Dark : window.app.colorMode === App.ColorMode.Light ? Theme.Light : Theme.System
    }
    Component.onCompleted: {
        if (app.setting("maximized") === true || app.setting("maximized") === "true") {
            showMaximized();
        }
    }
    onClosing: {
        app.saveSetting("maximized", visibility === Window.Maximized);
        if (visibility === Window.Windowed) {
            app.saveSetting("width", width);
            app.saveSetting("height", height);
        }
    }

    Loader {
        id: page

        anchors.fill: parent
        focus: true
        sourceComponent: {
            switch (window.app.page) {
            case App.Page.Unlock:
            case App.Page.ChoosePassphrase:
                return passphrase;
            case App.Page.Login:
                return login;
            case App.Page.Main:
                return conversations;
            case App.Page.Fault:
                return fault;
            default:
                return null;
            }
        }
    }
    Component {
        id: login

        LoginPage {
            login: window.app.login
        }
    }
    Component {
        id: passphrase

        PassphrasePage {
            app: window.app
        }
    }
    Component {
        id: fault

        FaultPage {
            app: window.app
        }
    }
    Component {
        id: conversations

        ConversationsPage {
            app: window.app
        }
    }
    Toast {
        id: toast

        anchors {
            horizontalCenter: parent.horizontalCenter
            bottom: parent.bottom
            bottomMargin: 88
        }
        z: 1000
    }
    Connections {
        target: window.app

        function onSaid(sentence: string) {
            toast.say(sentence);
        }
        function onRaiseRequested() {
            if (window.visibility === Window.Minimized || window.visibility === Window.Hidden) {
                window.showNormal();
            }
            window.raise();
            window.requestActivate();
        }
    }
}
