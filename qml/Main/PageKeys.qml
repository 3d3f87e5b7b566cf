// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PageKeys: the keys that work wherever one is on the page of conversations.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: keys

    signal searchWanted(bool here)
    signal filterWanted
    signal stepWanted(int step, bool unreadOnly)
    signal regionWanted(bool back)
    signal backWanted
    signal newWanted
    signal attachWanted
    signal securityWanted

    Shortcut {
        enabled: keys.enabled
        sequence: "Ctrl+K"
        onActivated: keys.searchWanted(false)
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "Ctrl+F"
        onActivated: keys.searchWanted(true)
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "Ctrl+Shift+K"
        onActivated: keys.filterWanted()
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "Ctrl+N"
        onActivated: keys.newWanted()
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "Ctrl+U"
        onActivated: keys.attachWanted()
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "Alt+Up"
        onActivated: keys.stepWanted(-1, false)
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "Alt+Down"
        onActivated: keys.stepWanted(1, false)
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "Alt+Shift+Up"
        onActivated: keys.stepWanted(-1, true)
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "Alt+Shift+Down"
        onActivated: keys.stepWanted(1, true)
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "Ctrl+,"
        onActivated: keys.securityWanted()
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "F6"
        onActivated: keys.regionWanted(false)
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "Shift+F6"
        onActivated: keys.regionWanted(true)
    }
    Shortcut {
        enabled: keys.enabled
        sequence: "Alt+Left"
        onActivated: keys.backWanted()
    }
}
