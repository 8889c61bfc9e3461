// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/video_feed.h"

#include <algorithm>
#include <array>

namespace tridesk {

using namespace Qt::StringLiterals;

bool isSecretParameter(QStringView name) {
    // Names under which cameras and gateways take logins and signed addresses.
    static constexpr std::array secretNames{
        "user"_L1,         "usr"_L1,  "username"_L1,  "login"_L1,    "loginuse"_L1,   "password"_L1,
        "passwd"_L1,       "pass"_L1, "pwd"_L1,       "loginpas"_L1, "passphrase"_L1, "token"_L1,
        "access_token"_L1, "auth"_L1, "auth_key"_L1,  "key"_L1,      "apikey"_L1,     "api_key"_L1,
        "secret"_L1,       "sign"_L1, "signature"_L1, "sig"_L1,      "txsecret"_L1,   "wssecret"_L1,
        "session"_L1,      "sid"_L1};
    return std::ranges::any_of(secretNames, [&](QLatin1StringView secret) {
        return name.compare(secret, Qt::CaseInsensitive) == 0;
    });
}

QString withoutSecrets(const QString& text) {
    QString rest = text;
    const qsizetype at = rest.lastIndexOf(u'@');
    if (at >= 0) {
        const qsizetype slashes = rest.indexOf("://"_L1);
        const qsizetype from = slashes >= 0 && slashes < at ? slashes + 3 : 0;
        rest.replace(from, at - from, u"…"_s);
    }
    const qsizetype query = rest.indexOf(u'?');
    return query < 0 ? rest : rest.left(query + 1) + u'…';
}

} // namespace tridesk
