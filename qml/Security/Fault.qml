// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Fault: one sentence that says what went wrong; a screen reader says it at once.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Controls
import Tchap.Theme

Strip {
    Layout.fillWidth: true
    radius: Theme.radius
    tone: Strip.Error
    visible: text.length > 0
    onTextChanged: {
        if (text.length > 0) {
            Accessible.announce(text, Accessible.Assertive);
        }
    }
}
