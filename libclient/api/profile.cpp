// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/profile.h"

#include "base/answerjson.h"

using namespace Qt::StringLiterals;

namespace client::api {

Request profileRequest(const UserId& user)
{
    Request request;
    request.path = pathOf("/_matrix/client/v3/profile", {user.toString()});
    return request;
}

Result<Profile> readProfile(const Response& response)
{
    if (response.status != 200) {
        return std::unexpected(errorOf(response));
    }
    const auto body = parseAnswer(response.body);
    if (!body) {
        return std::unexpected(body.error());
    }
    Profile profile;
    profile.displayName = body->value("displayname"_L1).toString().left(255);
    const MxcUri avatar(body->value("avatar_url"_L1).toString());
    profile.avatar = avatar.isValid() ? avatar : MxcUri();
    return profile;
}

} // namespace client::api
