// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkWhere(const PremiseNoteDetails& details) {
    if (!details.at && details.area.isEmpty() && details.address.trimmed().isEmpty())
        return refuse(RefusalCode::Missing, u"place"_s);
    const qint64 least = details.at ? 1 : 0;
    const qint64 most = details.at ? limits::premiseRadius : 0;
    if (details.radius < least || details.radius > most)
        return refuse(RefusalCode::Invalid, u"radius"_s, QString::number(details.radius),
                      u"%1 to %2"_s.arg(least).arg(most));
    return checkArea(details.area);
}

Result<const PremiseNote*> known(const Situation& situation, const PremiseNoteId& id) {
    const PremiseNote* found = situation.premises().find(id);
    return found ? Result<const PremiseNote*>(found)
                 : refuse(RefusalCode::UnknownPremiseNote, u"note"_s, id.toString());
}

/// The same words about the same place: a list that is loaded twice changes nothing.
bool isThere(const Situation& situation, const PremiseNoteDetails& details) {
    for (const PremiseNote& note : situation.premises())
        if (note.details == details)
            return true;
    return false;
}

} // namespace

Decision decide(const Asking& asking, const NotePremise& command) {
    const PremiseNoteDetails& details = command.details;
    const auto checked =
        checks::all([&] { return checks::given(details.words, limits::text, u"words"_s); },
                    [&] { return checks::length(details.address, limits::line, u"address"_s); },
                    [&] { return checkWhere(details); });
    if (!checked)
        return std::unexpected(checked.error());
    if (details.expiresAt && *details.expiresAt <= asking.context.now)
        return refuse(RefusalCode::Invalid, u"expires_at"_s, toIso(*details.expiresAt));
    if (command.note) {
        const auto before = known(asking.situation, *command.note);
        if (!before)
            return std::unexpected(before.error());
        return (*before)->details == details ? QList<Fact>()
                                             : QList<Fact>{PremiseNoted{*command.note, details}};
    }
    if (isThere(asking.situation, details))
        return QList<Fact>();
    return QList<Fact>{PremiseNoted{PremiseNoteId(asking.context.ids.next()), details}};
}

Decision decide(const Asking& asking, const WithdrawPremiseNote& command) {
    const auto found = known(asking.situation, command.note);
    if (!found)
        return std::unexpected(found.error());
    if (const auto checked = checks::length(command.reason, limits::line, u"reason"_s); !checked)
        return std::unexpected(checked.error());
    return QList<Fact>{PremiseNoteWithdrawn{command.note, command.reason}};
}

} // namespace tridesk::decisions
