// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/echo.h"

#include "app/domain/situation.h"
#include "ui/text/names.h"

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

class Echo {
public:
    explicit Echo(const Situation& situation)
        : m_situation(situation) {}

    QString operator()(const IssueOrder& c) const {
        if (const auto* post = std::get_if<PostId>(&c.to))
            return line(u"RF"_s, number(c.incident), post->toString());
        return line(u"D"_s, text::addressee(m_situation, c.to), number(c.incident), c.text);
    }
    QString operator()(const AdvanceOrder& c) const {
        const Order* order = m_situation.orders().find(c.order);
        return order ? step(c, text::addressee(m_situation, order->to)) : QString();
    }
    QString operator()(const LogOn& c) const {
        return line(u"ON"_s, text::callsign(m_situation, c.unit), c.crew.join(u' '));
    }
    QString operator()(const LogOff& c) const { return line(u"OFF"_s, text::callsign(m_situation, c.unit)); }
    QString operator()(const SetUnitStatus& c) const {
        return isAvailable(c.status) ? line(u"AV"_s, text::callsign(m_situation, c.unit)) : QString();
    }
    QString operator()(const AddNote& c) const { return line(u"N"_s, number(c.incident), c.text); }
    QString operator()(const auto&) const { return {}; }

private:
    template <class... Words>
    static QString line(const Words&... words) {
        QStringList all;
        (all.append(words), ...);
        all.removeAll(QString());
        return all.join(u' ');
    }

    static QString step(const AdvanceOrder& c, const QString& who) {
        switch (c.to) {
        case OrderStage::Signed:
            return line(u"S"_s, who);
        case OrderStage::UnderWay:
            return line(u"ER"_s, who);
        case OrderStage::Arrived:
            return line(u"AR"_s, who);
        case OrderStage::Reported:
        case OrderStage::Closed:
            return line(u"CL"_s, who, c.disposition.toString(), c.text);
        case OrderStage::Issued:
        case OrderStage::Delivered:
        case OrderStage::Shown:
        case OrderStage::Recalled:
        case OrderStage::Refused:
        case OrderStage::Cancelled:
            return {};
        }
        return {};
    }

    QString number(const IncidentId& id) const {
        const Incident* incident = m_situation.incidents().find(id);
        return incident ? text::shortNumber(incident->number) : QString();
    }

    const Situation& m_situation;
};

} // namespace

QString echoLine(const Command& command, const Situation& situation) {
    return std::visit(Echo(situation), command);
}

} // namespace tridesk
