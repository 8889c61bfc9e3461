// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

Result<const Bookmark*> known(const Situation& situation, const BookmarkId& id) {
    const Bookmark* found = situation.bookmarks().find(id);
    return found ? Result<const Bookmark*>(found)
                 : refuse(RefusalCode::UnknownBookmark, u"bookmark"_s, id.toString());
}

} // namespace

Decision decide(const Asking& asking, const SetBookmark& command) {
    const BookmarkDetails& details = command.details;
    if (const auto checked = checks::given(details.words, limits::bookmark, u"words"_s); !checked)
        return std::unexpected(checked.error());
    if (details.at > asking.context.now)
        return refuse(RefusalCode::Invalid, u"at"_s, toIso(details.at));
    if (details.incident && !asking.situation.incidents().find(*details.incident))
        return refuse(RefusalCode::UnknownIncident, u"incident"_s, details.incident->toString());
    if (!command.bookmark)
        return QList<Fact>{BookmarkSet{BookmarkId(asking.context.ids.next()), details}};
    return known(asking.situation, *command.bookmark).transform([&](const Bookmark* before) {
        return before->details == details ? QList<Fact>()
                                          : QList<Fact>{BookmarkSet{*command.bookmark, details}};
    });
}

Decision decide(const Asking& asking, const RemoveBookmark& command) {
    return known(asking.situation, command.bookmark).transform([&](const Bookmark*) {
        return QList<Fact>{BookmarkRemoved{command.bookmark}};
    });
}

} // namespace tridesk::decisions
