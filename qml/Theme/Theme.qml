// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Theme: every colour, size and duration of the window. No other file names a colour.
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick
import org.kde.kirigami as Kirigami

QtObject {
    id: theme

    enum Mode {
        System,
        Light,
        Dark
    }

    //! What the person chose; System follows the desktop.
    property int mode: Theme.System
    readonly property bool dark: mode === Theme.Dark || (mode === Theme.System && Application.styleHints.colorScheme === Qt.ColorScheme.Dark)

    // Surfaces
    readonly property color paper: dark ? "#161616" : "#ffffff"
    readonly property color paperAlt: dark ? "#1e1e1e" : "#f6f6f6"
    readonly property color paperTint: dark ? "#1b1b35" : "#f5f5fe"
    readonly property color field: dark ? "#242424" : "#eeeeee"
    readonly property color overlay: dark ? "#242424" : "#ffffff"
    readonly property color modal: dark ? "#1e1e1e" : "#ffffff"
    readonly property color scrim: dark ? "#b3000000" : "#80161616"
    readonly property color viewer: "#f2000000"

    // Inks
    readonly property color ink: dark ? "#cecece" : "#3a3a3a"
    readonly property color inkStrong: dark ? "#ffffff" : "#161616"
    readonly property color inkSoft: dark ? "#929292" : "#666666"
    readonly property color inkDisabled: dark ? "#666666" : "#929292"
    readonly property color inkOnViewer: "#ffffff"

    // Accent
    readonly property color accent: dark ? "#8585f6" : "#000091"
    readonly property color accentHover: dark ? "#b1b1f9" : "#1212ff"
    readonly property color accentPressed: dark ? "#c6c6fb" : "#2323ff"
    readonly property color accentInk: dark ? "#000091" : "#f5f5fe"
    readonly property color accentSoft: dark ? "#272747" : "#e3e3fd"
    readonly property color accentSoftHover: dark ? "#343461" : "#c1c1fb"
    readonly property color bubbleSelf: dark ? "#21213f" : "#ececfe"
    readonly property color bubbleOther: dark ? "#242424" : "#f6f6f6"

    // Lines
    readonly property color line: dark ? "#353535" : "#dddddd"
    readonly property color lineStrong: dark ? "#666666" : "#929292"
    readonly property color linePlain: dark ? "#cecece" : "#3a3a3a"
    readonly property color focus: "#0a76f6"

    // States
    readonly property color success: dark ? "#27a658" : "#18753c"
    readonly property color successSoft: dark ? "#19271d" : "#b8fec9"
    readonly property color warning: dark ? "#fc5d00" : "#b34000"
    readonly property color warningSoft: dark ? "#361e19" : "#ffe9e6"
    readonly property color error: dark ? "#ff5655" : "#ce0500"
    readonly property color errorSoft: dark ? "#391c1c" : "#ffe9e9"
    readonly property color info: dark ? "#518fff" : "#0063cb"
    readonly property color infoSoft: dark ? "#1d2437" : "#e8edff"
    readonly property color alert: dark ? "#f95c5e" : "#c9191e"
    readonly property color alertHover: dark ? "#fa9293" : "#f93f42"
    readonly property color alertInk: dark ? "#161616" : "#ffffff"

    // Rows and quiet buttons under the pointer
    readonly property color hover: dark ? "#343434" : "#f0f0f0"
    readonly property color pressed: dark ? "#474747" : "#ededed"
    readonly property color hoverAlt: dark ? "#3f3f3f" : "#dfdfdf"
    readonly property color pressedAlt: dark ? "#525252" : "#cfcfcf"

    // Decoration
    readonly property color brandBlue: "#6a6af4"
    readonly property color brandWhite: "#ffffff"
    readonly property color brandRed: "#e1000f"
    readonly property color band: dark ? "#1b1b35" : "#000091"
    readonly property color bandInk: dark ? "#cecece" : "#f5f5fe"
    readonly property color bandInkStrong: "#ffffff"
    readonly property color shadow: dark ? "#52000012" : "#29000012"
    readonly property color tooltip: dark ? "#2f2f2f" : "#161616"
    readonly property color tooltipInk: "#ffffff"
    readonly property color qrPaper: "#ffffff" // cameras read dark on light only
    readonly property color qrInk: "#000000"

    // Qt's own file dialog, light in either mode: its bar of folders is white whatever the palette
    readonly property color dialogPaper: "#ffffff"
    readonly property color dialogPaperAlt: "#f6f6f6"
    readonly property color dialogFill: "#eeeeee"
    readonly property color dialogLine: "#929292"
    readonly property color dialogInk: "#3a3a3a"
    readonly property color dialogInkSoft: "#666666"
    readonly property color dialogAccent: "#000091"
    readonly property color dialogAccentInk: "#f5f5fe"

    // People: fills of avatars and inks of names, by a stable index
    readonly property list<color> people: dark ? ["#d8c634", "#34cb6a", "#34bab5", "#869ece", "#7ab1e8", "#ce70cc", "#ff9575", "#ffca00", "#ff732c", "#fbd8ab", "#21ab8e", "#ffb7ae"] : ["#66673d", "#297254", "#006a6f", "#2f4077", "#3558a2", "#6e445a", "#a94645", "#695240", "#755348", "#845d48", "#37635f", "#8d533e"]
    readonly property color peopleInk: dark ? "#161616" : "#ffffff"

    function person(index: int): color {
        return people[((index % people.length) + people.length) % people.length];
    }

    // Type: multiples of the desktop's own size
    readonly property real scale: Math.max(1, Kirigami.Units.gridUnit / 18)
    readonly property string family: Qt.fontFamilies().includes("Inter") ? "Inter" : Application.font.family
    readonly property string monoFamily: "monospace"
    readonly property string emojiFamily: ["Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji"].find(each => Qt.fontFamilies().includes(each)) ?? "emoji"
    readonly property int sizeDisplay: Math.round(28 * scale)
    readonly property int sizeTitleL: Math.round(22 * scale)
    readonly property int sizeTitleM: Math.round(18 * scale)
    readonly property int sizeTitleS: Math.round(16 * scale)
    readonly property int sizeBody: Math.round(15 * scale)
    readonly property int sizeLabel: Math.round(14 * scale)
    readonly property int sizeCaption: Math.round(12 * scale)

    // Space and shape
    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space6: 24
    readonly property int space8: 32
    readonly property int radius: 4
    readonly property int radiusLarge: 8
    readonly property int control: Math.round(36 * scale)
    readonly property int header: Math.round(56 * scale)
    readonly property int roomRow: Math.round(64 * scale)
    readonly property int glyph: Math.round(16 * scale)
    readonly property int glyphTool: Math.round(20 * scale)
    readonly property int columnMax: 720
    readonly property int narrowWidth: Math.round(600 * scale)

    // Motion
    readonly property bool still: Kirigami.Units.shortDuration === 0
    readonly property int fast: still ? 0 : 100
    readonly property int base: still ? 0 : 150
    readonly property int slow: still ? 0 : 250
}
