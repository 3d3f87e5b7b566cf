// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Profiles (specification, "Profiles").
#pragma once

#include "api/request.h"
#include "base/ids.h"

namespace client::api {

struct Profile {
    QString displayName; //!< as received, at most 255 characters; may be empty
    MxcUri avatar;       //!< valid or empty
    bool operator==(const Profile&) const = default;
};

Request profileRequest(const UserId& user);
Result<Profile> readProfile(const Response& response);

} // namespace client::api
