// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/entry_words.h"

#include "app/domain/codec.h"
#include "app/domain/situation.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// One for each kind of fact.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(tridesk::EntryWords)

public:
    const Situation& situation;

    QString operator()(const PostDefined& f) const { return tr("Post %1 defined").arg(f.post.id.toString()); }
    QString operator()(const UnitDefined& f) const {
        return tr("Unit %1 defined").arg(f.unit.callsign.toString());
    }
    QString operator()(const CatalogueDefined&) const { return tr("Types and deadlines defined"); }
    QString operator()(const SeatOpened&) const { return tr("Seat opened"); }
    QString operator()(const SeatClosed&) const { return tr("Seat closed"); }
    QString operator()(const UnitLoggedOn& f) const {
        return tr("%1 logged on: %2").arg(callsign(f.unit), f.crew.join(tr(", ", "between names")));
    }
    QString operator()(const UnitLoggedOff& f) const { return tr("%1 logged off").arg(callsign(f.unit)); }
    QString operator()(const UnitStatusSet& f) const {
        return withReason(tr("%1: %2", "unit, its status").arg(callsign(f.unit), text::name(f.status)),
                          f.reason);
    }
    QString operator()(const IncidentReported& f) const {
        return tr("Reported by %1: %2, %3, %4", "source, type, level, place")
            .arg(source(f.source), type(f.details.type), text::name(f.details.level),
                 text::place(f.details.place));
    }
    QString operator()(const IncidentAmended& f) const {
        return withReason(amendment(f.change).join(tr("; ", "between changes")), f.change.reason);
    }
    QString operator()(const IncidentNoted& f) const { return tr("Note: %1").arg(f.text); }
    QString operator()(const IncidentClosed& f) const {
        return withReason(tr("Closed: %1").arg(text::dispositionName(situation.catalogue(), f.disposition)),
                          f.text);
    }
    QString operator()(const OrderIssued& f) const {
        const QString role = f.role == OrderRole::Primary ? tr("primary") : tr("backup");
        const bool unit = std::holds_alternative<UnitId>(f.to);
        const QString what = unit ? tr("Order to %1 as %2").arg(text::addressee(situation, f.to), role)
                                  : tr("Referred to %1").arg(text::addressee(situation, f.to));
        const QString said =
            f.text.isEmpty() ? what : tr("%1: %2", "what, the words with it").arg(what, f.text);
        return f.overrideReason.isEmpty()
                   ? said
                   : tr("%1, taken from other work because: %2").arg(said, f.overrideReason);
    }
    QString operator()(const OrderAdvanced& f) const {
        const Order* order = situation.orders().find(f.order);
        const QString who = order ? text::addressee(situation, order->to) : QString();
        const QString what = tr("%1: %2", "addressee, stage of its order").arg(who, text::name(f.stage));
        return withReason(what, f.text);
    }
    QString operator()(const MessageSent& f) const { return tr("Message: %1").arg(f.text); }
    QString operator()(const MessageAdvanced&) const { return tr("Message acknowledged"); }
    QString operator()(const PlotDrawn& f) const { return tr("Drawn on the map: %1").arg(f.details.label); }
    QString operator()(const PlotErased&) const { return tr("Drawing erased"); }
    QString operator()(const PlaceNamed& f) const { return tr("Place named: %1").arg(f.details.name); }
    QString operator()(const PlaceForgotten&) const { return tr("Name of a place forgotten"); }
    QString operator()(const CameraDefined& f) const {
        return tr("Camera set up: %1").arg(f.camera.id.toString());
    }
    QString operator()(const CameraRetired& f) const {
        return tr("Camera taken away: %1").arg(f.camera.toString());
    }

private:
    QString callsign(const UnitId& unit) const { return text::callsign(situation, unit); }
    QString type(const TypeCode& code) const {
        return code.isNull() ? tr("no type") : text::typeName(situation.catalogue(), code);
    }
    QString source(const Source& source) const {
        return source.name == u"phone"_s ? tr("telephone") : text::seatName(situation, source.name);
    }
    static QString withReason(const QString& what, const QString& reason) {
        return reason.isEmpty() ? what
                                : tr("%1 (%2)", "what happened, the reason or report").arg(what, reason);
    }
    QStringList amendment(const AmendIncident& change) const {
        QStringList parts;
        if (change.type)
            parts << tr("Type: %1").arg(type(*change.type));
        if (change.level)
            parts << tr("Level: %1").arg(text::name(*change.level));
        if (change.place)
            parts << tr("Place: %1").arg(text::place(*change.place));
        if (change.text)
            parts << tr("Text: %1").arg(*change.text);
        if (change.callers)
            parts << tr("Callers: %n", nullptr, int(change.callers->size()));
        if (change.hazards)
            parts << tr("Safety: %1")
                         .arg(change.hazards->any() ? text::hazards(*change.hazards) : tr("nothing known"));
        return parts;
    }
};

} // namespace

QString entryWords(const Entry& entry, const Situation& situation) {
    const auto fact = decode(entry.fact);
    return fact ? std::visit(Words{situation}, *fact) : entry.fact.kind;
}

} // namespace tridesk
