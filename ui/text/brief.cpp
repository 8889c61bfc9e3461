// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/brief.h"

#include "ui/text/message_words.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tridesk::text {

namespace {

struct Briefs {
    Q_DECLARE_TR_FUNCTIONS(tridesk::text::Briefs)
};

constexpr qsizetype longestLine = 160; ///< of what was typed by somebody; the rest stands where it came from

QString joined(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString shortened(const QString& text) {
    const QString line = text.simplified();
    return line.size() > longestLine ? line.first(longestLine) + u'…' : line;
}

/// Words of one brief, a line at a time.
class Words {
public:
    Words(const SeatBrief& brief, const Situation& situation)
        : m_brief(brief)
        , m_situation(situation) {}

    QString text() {
        part(Briefs::tr("Emergencies"), m_brief.emergencies, [&](const auto& each) { return of(each); });
        part(Briefs::tr("Open incidents"), m_brief.jobs, [&](const auto& each) { return of(each); });
        part(Briefs::tr("Held"), m_brief.held, [&](const auto& each) { return of(each); });
        part(Briefs::tr("Pinned, on watch, major"), m_brief.watched,
             [&](const SeatBrief::Job& job) { return joined({shortNumber(job.number), flags(job.flags)}); });
        part(Briefs::tr("Orders not reported back"), m_brief.unreported,
             [&](const auto& each) { return of(each); });
        part(Briefs::tr("Steps of plans not done"), m_brief.steps,
             [&](const auto& each) { return of(each); });
        part(Briefs::tr("Safety checks that run"), m_brief.timers,
             [&](const auto& each) { return of(each); });
        part(Briefs::tr("Bulletins and status notes that stand"), m_brief.standing,
             [&](const MessageId& id) { return standing(id); });
        part(Briefs::tr("Messages to acknowledge"), m_brief.unread, [&](const MessageId& id) {
            const Message* message = m_situation.messages().find(id);
            return message ? joined({time(message->sentAt, m_brief.at), seatName(m_situation, message->from),
                                     shortened(message->text)})
                           : QString();
        });
        part(Briefs::tr("Sent from here, not acknowledged by all"), m_brief.unanswered,
             [&](const auto& each) { return of(each); });
        if (m_lines.isEmpty())
            m_lines << Briefs::tr("Nothing is open here.");
        return m_lines.join(u'\n');
    }

private:
    template <class T, class Line>
    void part(const QString& heading, const QList<T>& things, const Line& line) {
        if (things.isEmpty())
            return;
        if (!m_lines.isEmpty())
            m_lines << QString();
        m_lines << Briefs::tr("%1: %2", "a heading of a brief, and how many").arg(heading).arg(things.size());
        for (const T& each : things)
            m_lines << u"  "_s + line(each);
    }

    [[nodiscard]] QString of(const SeatBrief::Alarm& alarm) const {
        const Emergency& emergency = alarm.emergency;
        return joined(
            {u"⚠ "_s + callsign(m_situation, alarm.unit), clock(emergency.since), name(emergency.source),
             shortened(emergency.text),
             emergency.acknowledgedBy.isEmpty()
                 ? Briefs::tr("nobody has answered it")
                 : Briefs::tr("answered by %1").arg(seatName(m_situation, emergency.acknowledgedBy))});
    }

    [[nodiscard]] QString of(const SeatBrief::Job& job) const {
        return joined({shortNumber(job.number), name(job.level), typeName(m_situation.catalogue(), job.type),
                       place(job.place), name(job.stage), age(m_brief.at - job.reportedAt), clockOf(job),
                       held(job), job.agency.isEmpty() ? QString() : Briefs::tr("with %1").arg(job.agency),
                       orders(job)});
    }

    [[nodiscard]] QString clockOf(const SeatBrief::Job& job) const {
        if (!job.due || job.hold)
            return {};
        const QString left = countdown(job.due->due - m_brief.at);
        return job.isOverdue ? Briefs::tr("! overdue: %1 %2", "a deadline and by how much")
                                   .arg(name(job.due->kind), left)
                             : Briefs::tr("%1 in %2", "a deadline and how long until then")
                                   .arg(name(job.due->kind), left);
    }

    [[nodiscard]] QString held(const SeatBrief::Job& job) const {
        if (!job.hold)
            return {};
        const QString until = Briefs::tr("until %1").arg(time(job.hold->until, m_brief.at));
        const QString whom = job.hold->unit            ? callsign(m_situation, *job.hold->unit)
                             : job.hold->beat.isNull() ? QString()
                                                       : beatName(m_situation, job.hold->beat);
        return joined({whom.isEmpty() ? QString() : Briefs::tr("waits for %1", "a unit or beat").arg(whom),
                       until, shortened(job.hold->reason)});
    }

    [[nodiscard]] QString orders(const SeatBrief::Job& job) const {
        QStringList found;
        for (const OrderId& id : job.orders)
            if (const Order* order = m_situation.orders().find(id))
                found << u"%1 (%2)"_s.arg(addressee(m_situation, order->to), name(order->stage));
        return found.join(Briefs::tr(", ", "between words of a list"));
    }

    static QString flags(const QSet<IncidentFlag>& flags) {
        QStringList found;
        for (const IncidentFlag flag : {IncidentFlag::Pinned, IncidentFlag::Watch, IncidentFlag::Major})
            if (flags.contains(flag))
                found << name(flag);
        return found.join(Briefs::tr(", ", "between words of a list"));
    }

    [[nodiscard]] QString of(const SeatBrief::Owed& owed) const {
        return joined({shortNumber(owed.number), addressee(m_situation, owed.to), name(owed.stage),
                       Briefs::tr("for %1", "a length of time").arg(age(m_brief.at - owed.since))});
    }

    [[nodiscard]] QString of(const SeatBrief::Step& step) const {
        const QString left = step.due ? countdown(*step.due - m_brief.at) : QString();
        const bool isLate = step.due && *step.due < m_brief.at;
        return joined({shortNumber(step.number), name(step.step.name),
                       isLate            ? Briefs::tr("! overdue: %1", "by how much").arg(left)
                       : !left.isEmpty() ? Briefs::tr("due in %1").arg(left)
                                         : QString()});
    }

    [[nodiscard]] QString of(const SeatBrief::Timer& timer) const {
        const QString left = countdown(timer.due - m_brief.at);
        return joined({callsign(m_situation, timer.unit), timer.isMissed
                                                              ? Briefs::tr("! not answered: %1").arg(left)
                                                              : Briefs::tr("due in %1").arg(left)});
    }

    [[nodiscard]] QString standing(const MessageId& id) const {
        const Message* message = m_situation.messages().find(id);
        if (!message)
            return {};
        return joined({name(message->kind), seatName(m_situation, message->from),
                       message->expiresAt ? Briefs::tr("until %1").arg(time(*message->expiresAt, m_brief.at))
                                          : QString(),
                       shortened(message->text)});
    }

    [[nodiscard]] QString of(const SeatBrief::Unanswered& each) const {
        const Message* message = m_situation.messages().find(each.message);
        return message ? joined({time(message->sentAt, m_brief.at),
                                 Briefs::tr("%1 of %2 have not").arg(each.waiting).arg(each.of),
                                 shortened(message->text)})
                       : QString();
    }

    const SeatBrief& m_brief;
    const Situation& m_situation;
    QStringList m_lines;
};

} // namespace

QString brief(const SeatBrief& brief, const Situation& situation) {
    return Words(brief, situation).text();
}

} // namespace tridesk::text
