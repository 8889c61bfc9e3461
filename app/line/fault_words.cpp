// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/fault_words.h"

namespace tridesk::line {

using namespace Qt::StringLiterals;

QString codeWord(Fault fault) {
    switch (fault) {
    case Fault::Empty:
        return u"line.empty"_s;
    case Fault::TooLong:
        return u"line.too_long"_s;
    case Fault::Unknown:
        return u"line.unknown"_s;
    case Fault::Ambiguous:
        return u"line.ambiguous"_s;
    case Fault::Missing:
        return u"line.missing"_s;
    case Fault::Surplus:
        return u"line.surplus"_s;
    case Fault::NoOrder:
        return u"line.no_order"_s;
    case Fault::Open:
        return u"line.open"_s;
    }
    return {};
}

std::optional<Fault> faultNamed(QStringView word) {
    for (int fault = 0; fault <= int(Fault::Open); ++fault)
        if (word == codeWord(Fault(fault)))
            return Fault(fault);
    return std::nullopt;
}

QString fieldWord(Slot slot) {
    switch (slot) {
    case Slot::Unit:
        return u"unit"_s;
    case Slot::Units:
    case Slot::UnitsOrAll:
        return u"units"_s;
    case Slot::Addressees:
        return u"to"_s;
    case Slot::Posts:
        return u"posts"_s;
    case Slot::Order:
        return u"order"_s;
    case Slot::Orders:
        return u"orders"_s;
    case Slot::Incident:
    case Slot::ClosedIncident:
    case Slot::IncidentOrUnit:
    case Slot::Watched:
        return u"incident"_s;
    case Slot::Post:
        return u"post"_s;
    case Slot::Disposition:
        return u"disposition"_s;
    case Slot::Type:
        return u"type"_s;
    case Slot::Level:
        return u"level"_s;
    case Slot::Status:
        return u"status"_s;
    case Slot::Duration:
        return u"minutes"_s;
    case Slot::Until:
        return u"until"_s;
    case Slot::Switch:
        return u"switch"_s;
    case Slot::Crew:
        return u"crew"_s;
    case Slot::Tags:
        return u"tags"_s;
    case Slot::Agency:
        return u"agency"_s;
    case Slot::MessageRef:
        return u"message"_s;
    case Slot::Text:
    case Slot::NeededText:
    case Slot::TextAtPlace:
        return u"text"_s;
    case Slot::Verb:
        return u"verb"_s;
    case Slot::Option:
        return u"option"_s;
    }
    return {};
}

} // namespace tridesk::line
