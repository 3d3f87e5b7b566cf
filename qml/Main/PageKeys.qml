// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PageKeys: the keys that work wherever one is on the page of conversations.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: keys

    signal filterWanted
    signal stepWanted(int step, bool unreadOnly)
    signal regionWanted(bool back)
    signal backWanted
    signal newWanted
    signal attachWanted

    Shortcut {
        sequence: "Ctrl+K"
        onActivated: keys.filterWanted()
    }
    Shortcut {
        sequence: "Ctrl+N"
        onActivated: keys.newWanted()
    }
    Shortcut {
        sequence: "Ctrl+U"
        onActivated: keys.attachWanted()
    }
    Shortcut {
        sequence: "Alt+Up"
        onActivated: keys.stepWanted(-1, false)
    }
    Shortcut {
        sequence: "Alt+Down"
        onActivated: keys.stepWanted(1, false)
    }
    Shortcut {
        sequence: "Alt+Shift+Up"
        onActivated: keys.stepWanted(-1, true)
    }
    Shortcut {
        sequence: "Alt+Shift+Down"
        onActivated: keys.stepWanted(1, true)
    }
    Shortcut {
        sequence: "F6"
        onActivated: keys.regionWanted(false)
    }
    Shortcut {
        sequence: "Shift+F6"
        onActivated: keys.regionWanted(true)
    }
    Shortcut {
        sequence: "Alt+Left"
        onActivated: keys.backWanted()
    }
}
