// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The front door: every C++ type that QML may name, and nothing else.
#pragma once

#include "app.h"

#include <QtQmlIntegration/qqmlintegration.h>

struct AppForQml {
    Q_GADGET
    QML_FOREIGN(app::App)
    QML_NAMED_ELEMENT(App)
    QML_UNCREATABLE("made by main")
};

struct LoginForQml {
    Q_GADGET
    QML_FOREIGN(app::LoginViewModel)
    QML_NAMED_ELEMENT(LoginViewModel)
    QML_UNCREATABLE("made by App")
};

struct RoomListForQml {
    Q_GADGET
    QML_FOREIGN(app::RoomListViewModel)
    QML_NAMED_ELEMENT(RoomListViewModel)
    QML_UNCREATABLE("made by App")
};

struct RoomForQml {
    Q_GADGET
    QML_FOREIGN(app::RoomViewModel)
    QML_NAMED_ELEMENT(RoomViewModel)
    QML_UNCREATABLE("made by App")
};

struct ComposerForQml {
    Q_GADGET
    QML_FOREIGN(app::ComposerViewModel)
    QML_NAMED_ELEMENT(ComposerViewModel)
    QML_UNCREATABLE("made by RoomViewModel")
};

struct SecurityForQml {
    Q_GADGET
    QML_FOREIGN(app::SecurityViewModel)
    QML_NAMED_ELEMENT(SecurityViewModel)
    QML_UNCREATABLE("made by App")
};

struct KeyFilesForQml {
    Q_GADGET
    QML_FOREIGN(app::KeyFilesViewModel)
    QML_NAMED_ELEMENT(KeyFilesViewModel)
    QML_UNCREATABLE("made by App")
};

struct ExportForQml {
    Q_GADGET
    QML_FOREIGN(app::ExportViewModel)
    QML_NAMED_ELEMENT(ExportViewModel)
    QML_UNCREATABLE("made by App")
};

struct DiagnosticForQml {
    Q_GADGET
    QML_FOREIGN(app::DiagnosticViewModel)
    QML_NAMED_ELEMENT(DiagnosticViewModel)
    QML_UNCREATABLE("made by App")
};

struct CameraForQml {
    Q_GADGET
    QML_FOREIGN(app::CameraViewModel)
    QML_NAMED_ELEMENT(CameraViewModel)
    QML_UNCREATABLE("made by App")
};

struct MembersForQml {
    Q_GADGET
    QML_FOREIGN(app::MembersViewModel)
    QML_NAMED_ELEMENT(MembersViewModel)
    QML_UNCREATABLE("made by App")
};

struct ReminderForQml {
    Q_GADGET
    QML_FOREIGN(app::ReminderViewModel)
    QML_NAMED_ELEMENT(ReminderViewModel)
    QML_UNCREATABLE("made by App")
};

struct DevicesForQml {
    Q_GADGET
    QML_FOREIGN(app::DevicesViewModel)
    QML_NAMED_ELEMENT(DevicesViewModel)
    QML_UNCREATABLE("made by App")
};

struct VerificationForQml {
    Q_GADGET
    QML_FOREIGN(app::VerificationViewModel)
    QML_NAMED_ELEMENT(VerificationViewModel)
    QML_UNCREATABLE("made by App")
};

struct SearchForQml {
    Q_GADGET
    QML_FOREIGN(app::SearchViewModel)
    QML_NAMED_ELEMENT(SearchViewModel)
    QML_UNCREATABLE("made by App")
};

struct TrustForQml {
    Q_GADGET
    QML_FOREIGN(app::TrustViewModel)
    QML_NAMED_ELEMENT(TrustViewModel)
    QML_UNCREATABLE("made by App")
};

struct WordsForQml {
    Q_GADGET
    QML_FOREIGN(app::Words)
    QML_NAMED_ELEMENT(Words)
    QML_UNCREATABLE("made by App")
};

struct TimelineItemForQml {
    Q_GADGET
    QML_FOREIGN(client::timeline::TimelineItem)
    QML_VALUE_TYPE(timelineItem)
};

struct ReactionForQml {
    Q_GADGET
    QML_FOREIGN(client::timeline::Reaction)
    QML_VALUE_TYPE(reaction)
};

struct FileInfoForQml {
    Q_GADGET
    QML_FOREIGN(client::timeline::FileInfo)
    QML_VALUE_TYPE(fileInfo)
};

struct ThreadInfoForQml {
    Q_GADGET
    QML_FOREIGN(client::timeline::ThreadInfo)
    QML_VALUE_TYPE(threadInfo)
};

struct PollInfoForQml {
    Q_GADGET
    QML_FOREIGN(client::timeline::PollInfo)
    QML_VALUE_TYPE(pollInfo)
};

struct PollChoiceForQml {
    Q_GADGET
    QML_FOREIGN(client::timeline::PollChoice)
    QML_VALUE_TYPE(pollChoice)
};

struct RoomSummaryForQml {
    Q_GADGET
    QML_FOREIGN(client::rooms::RoomSummary)
    QML_VALUE_TYPE(roomSummary)
};

namespace TimelineItemEnums {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(client::timeline::TimelineItem)
QML_NAMED_ELEMENT(TimelineItem)
} // namespace TimelineItemEnums

namespace RoomSummaryEnums {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(client::rooms::RoomSummary)
QML_NAMED_ELEMENT(RoomSummary)
} // namespace RoomSummaryEnums
