// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/fix_walk.h"

#include "app/domain/fix_age.h"

#include <algorithm>
#include <utility>

namespace tridesk::fix_walk {

namespace {

/// Whether all of a step became known after that.
bool isPast(const QList<Fix>& fixes, Instant to) {
    return !fixes.isEmpty() && std::ranges::all_of(fixes, [to](const Fix& fix) { return knownAt(fix) > to; });
}

} // namespace

void keepNewer(Newest& newest, std::span<const Fix> fixes) {
    for (const Fix& fix : fixes) {
        const auto known = newest.find(fix.unit);
        if (known == newest.end())
            newest.insert(fix.unit, fix);
        else if (knownAt(*known) <= knownAt(fix))
            *known = fix;
    }
}

std::expected<FixTail, JournalFault> latest(FixStore& store, FixCursor cursor, Newest newest) {
    for (bool complete = false; !complete;) {
        const auto tail = store.since(cursor);
        if (!tail)
            return tail;
        keepNewer(newest, tail->fixes);
        cursor = tail->next;
        complete = tail->isComplete;
    }
    return FixTail{newest.values(), cursor, true};
}

std::expected<FixSpan, JournalFault> span(FixStore& store, FixCursor cursor, Newest newest, Instant from,
                                          Instant to) {
    FixSpan span{{}, to};
    QList<Fix> later;
    const auto take = [&](const Fix& fix) {
        const Instant at = knownAt(fix);
        if (at < from)
            keepNewer(newest, {&fix, 1});
        else if (at <= span.to)
            later.append(fix);
    };
    for (bool isComplete = false; !isComplete;) {
        const auto tail = store.since(cursor);
        if (!tail)
            return std::unexpected(tail.error());
        std::ranges::for_each(tail->fixes, take);
        cursor = tail->next;
        isComplete = tail->isComplete;
        const bool isFull = later.size() >= FixStore::mostInSpan;
        if (isFull)
            span.to = knownAt(later.constLast());
        // All that is left came later; what of it was on its way for long is asked for by its time.
        if (!isComplete && (isFull || isPast(tail->fixes, to))) {
            const auto late = store.late(cursor, from - FixStore::lookBack, span.to);
            if (!late)
                return std::unexpected(late.error());
            std::ranges::for_each(*late, take);
            break;
        }
    }
    span.fixes.reserve(newest.size() + later.size());
    for (const Fix& fix : std::as_const(newest))
        span.fixes.append(fix);
    span.fixes += later;
    return span;
}

QList<Fix> track(const QList<Fix>& fixes, Instant from, Instant to) {
    QList<Fix> found;
    std::ranges::copy_if(fixes, std::back_inserter(found),
                         [&](const Fix& fix) { return fix.measuredAt >= from && fix.measuredAt <= to; });
    std::ranges::stable_sort(found, {}, &Fix::measuredAt);
    return found;
}

std::pair<qint64, qint64> timesOf(std::span<const Fix> fixes) {
    const auto [first, last] = std::ranges::minmax(fixes, {}, &Fix::measuredAt);
    return {toMs(first.measuredAt), toMs(last.measuredAt)};
}

} // namespace tridesk::fix_walk
