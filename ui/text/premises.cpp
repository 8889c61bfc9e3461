// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/premises.h"

#include "ui/text/names.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tridesk::text {

namespace {

struct Premises {
    Q_DECLARE_TR_FUNCTIONS(tridesk::text::Premises)
};

} // namespace

QString name(PremiseKind kind) {
    switch (kind) {
    case PremiseKind::Hazard:
        return Premises::tr("Hazard");
    case PremiseKind::Premise:
        return Premises::tr("Premise");
    case PremiseKind::KeySite:
        return Premises::tr("Key site");
    }
    return {};
}

QString premiseSign(PremiseKind kind) {
    switch (kind) {
    case PremiseKind::Hazard:
        return u"▲"_s;
    case PremiseKind::Premise:
        return u"▪"_s;
    case PremiseKind::KeySite:
        return u"◆"_s;
    }
    return {};
}

QString premiseLine(const PremiseNoteDetails& details) {
    return premiseSign(details.kind) + u' ' +
           Premises::tr("%1: %2", "kind of a note on a place, its words")
               .arg(name(details.kind), details.words);
}

QString premisePlace(const PremiseNoteDetails& details) {
    QStringList parts;
    if (!details.address.isEmpty())
        parts << details.address;
    if (details.at)
        parts << Premises::tr("within %1 m of %2").arg(details.radius).arg(place({details.at, {}}));
    if (!details.area.isEmpty())
        parts << Premises::tr("an area");
    return parts.join(u" · "_s);
}

} // namespace tridesk::text
