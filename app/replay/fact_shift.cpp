// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/fact_shift.h"

#include "app/domain/fields.h"

#include <algorithm>
#include <array>

namespace tridesk {

namespace {

/// Fields in which people write.
constexpr std::array written = {"text"_L1,   "reason"_L1, "words"_L1,          "notes"_L1,
                                "answer"_L1, "label"_L1,  "overrideReason"_L1, "brief"_L1};

/// Walks a fact by the names of its fields, as JsonReader does (app/domain/json.h).
class Shifter {
public:
    template <class T>
    using Ref = T&;

    Shifter(Milliseconds by, bool blank)
        : m_by(by)
        , m_blank(blank) {}

    template <class T>
    void operator()(QLatin1StringView name, T& value) {
        walk(name, value);
    }

private:
    void walk(QLatin1StringView, Instant& value) {
        if (value != Instant()) // that says nothing
            value += m_by;
    }
    void walk(QLatin1StringView name, QString& value) {
        if (m_blank && std::ranges::find(written, name) != written.end())
            value.clear();
    }
    void walk(QLatin1StringView, QList<Caller>& value) { value.clear(); }
    void walk(QLatin1StringView name, QStringList& value) {
        if (m_blank && name == "tags"_L1)
            value.clear();
    }
    template <class T>
    void walk(QLatin1StringView name, std::optional<T>& value) {
        if (value)
            walk(name, *value);
    }
    template <class T>
    void walk(QLatin1StringView name, QList<T>& values) {
        for (T& value : values)
            walk(name, value);
    }
    template <class T>
    void walk(QLatin1StringView, T& value) {
        if constexpr (requires { fields(*this, value); })
            fields(*this, value);
    }

    Milliseconds m_by;
    bool m_blank;
};

template <class F>
constexpr bool isReal =
    std::is_same_v<F, FeedDefined> || std::is_same_v<F, FeedRetired> || std::is_same_v<F, ViewBegan> ||
    std::is_same_v<F, ViewEnded> || std::is_same_v<F, FootageSaved> || std::is_same_v<F, FootageExported> ||
    std::is_same_v<F, FootageRemoved> || std::is_same_v<F, LookRecorded> || std::is_same_v<F, BookmarkSet> ||
    std::is_same_v<F, BookmarkRemoved> || std::is_same_v<F, PracticeBegan>;

bool isAmong(const QSet<IncidentId>& incidents, const IncidentId& incident) {
    return incidents.contains(incident);
}

bool isAmong(const QSet<IncidentId>& incidents, const std::optional<IncidentId>& incident) {
    return incident && incidents.contains(*incident);
}

template <class F>
bool isSensitive(const F& fact, const QSet<IncidentId>& incidents) {
    if constexpr (std::is_same_v<F, IncidentAmended>)
        return isAmong(incidents, fact.change.incident);
    else if constexpr (std::is_same_v<F, HandoverOffered> || std::is_same_v<F, HandoverTaken>)
        return !incidents.isEmpty(); // a brief tells of all that was open
    else if constexpr (requires { isAmong(incidents, fact.incident); })
        return isAmong(incidents, fact.incident);
    else if constexpr (requires { isAmong(incidents, fact.details.incident); })
        return isAmong(incidents, fact.details.incident);
    else
        return false;
}

} // namespace

std::optional<Fact> shifted(const Fact& fact, const FactShift& shift) {
    return std::visit(
        [&]<class F>(const F& each) -> std::optional<Fact> {
            if constexpr (isReal<F>) {
                return std::nullopt;
            } else {
                F moved = each;
                Shifter shifter(shift.by, isSensitive(each, shift.sensitive));
                fields(shifter, moved);
                return Fact(std::move(moved));
            }
        },
        static_cast<const AnyFact&>(fact));
}

} // namespace tridesk
