// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/place_rows.h"

#include "ui/map/modes/measure.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int iconSize = 16;
constexpr int margin = 8;

struct PlaceWords {
    Q_DECLARE_TR_FUNCTIONS(tridesk::PlaceRows)
};

QString iconOf(maps::PlaceKind kind) {
    switch (kind) {
    case maps::PlaceKind::Street:
        return u"place-street"_s;
    case maps::PlaceKind::Address:
        return u"place-house"_s;
    case maps::PlaceKind::Intersection:
        return u"place-crossing"_s;
    case maps::PlaceKind::Poi:
        return u"pin"_s;
    case maps::PlaceKind::Station:
        return u"place-station"_s;
    case maps::PlaceKind::Camera:
        return u"camera"_s;
    case maps::PlaceKind::Area:
        return u"place-area"_s;
    case maps::PlaceKind::Named:
        return u"place-named"_s;
    }
    return {};
}

/// The street or what else tells it from others, and whose area it is.
QString whereabouts(const maps::RankedPlace& place) {
    QStringList parts{place.detail, place.area};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

QString placeKindText(maps::PlaceKind kind) {
    switch (kind) {
    case maps::PlaceKind::Street:
        return PlaceWords::tr("Street");
    case maps::PlaceKind::Address:
        return PlaceWords::tr("House");
    case maps::PlaceKind::Intersection:
        return PlaceWords::tr("Crossing");
    case maps::PlaceKind::Poi:
        return PlaceWords::tr("Point of interest");
    case maps::PlaceKind::Station:
        return PlaceWords::tr("Police station");
    case maps::PlaceKind::Camera:
        return PlaceWords::tr("Camera");
    case maps::PlaceKind::Area:
        return PlaceWords::tr("Quarter");
    case maps::PlaceKind::Named:
        return PlaceWords::tr("Named by the desk");
    }
    return {};
}

QString placeRowText(const maps::RankedPlace& place) {
    QStringList parts{place.label, placeKindText(place.kind)};
    if (const QString where = whereabouts(place); !where.isEmpty())
        parts << where;
    if (place.metresOff >= 0)
        parts << ui::distanceText(place.metresOff);
    return parts.join(u", "_s);
}

QList<PickerEdit::Choice> placeChoices(const QList<maps::RankedPlace>& places) {
    QList<PickerEdit::Choice> choices;
    for (const maps::RankedPlace& place : places)
        choices.append({place.label, placeRowText(place), QVariant::fromValue(place)});
    if (places.isEmpty())
        choices.append({{}, PlaceWords::tr("No such place is known"), {}});
    return choices;
}

PlaceRowDelegate::PlaceRowDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look) {}

void PlaceRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                             const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    option.index = index;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const QRect box = option.rect.adjusted(margin, 0, -margin, 0);
    const QVariant value = index.data(PickerEdit::ValueRole);
    painter->save();
    painter->setFont(option.font);
    if (value.canConvert<maps::RankedPlace>()) {
        paintPlace(*painter, option, box, value.value<maps::RankedPlace>());
    } else {
        painter->setPen(m_look.theme().dim);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    }
    painter->restore();
}

// The name is what one reads, so it gets what room there is; the rest gives way.
void PlaceRowDelegate::paintPlace(QPainter& painter, const QStyleOptionViewItem& option, const QRect& box,
                                  const maps::RankedPlace& place) const {
    const Theme& theme = m_look.theme();
    const QFontMetrics& metrics = option.fontMetrics;
    QRect rest = box;
    m_look.icon(iconOf(place.kind), place.own ? theme.accent : theme.dim)
        .paint(&painter, QRect(rest.left(), rest.center().y() - iconSize / 2 + 1, iconSize, iconSize));
    rest.setLeft(rest.left() + iconSize + margin);
    if (place.metresOff >= 0) {
        const QString distance = ui::distanceText(place.metresOff);
        painter.setPen(theme.dim);
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, distance);
        rest.setRight(rest.right() - metrics.horizontalAdvance(distance) - 2 * margin);
    }
    const QString name = metrics.elidedText(place.label, Qt::ElideRight, rest.width());
    painter.setPen(theme.text);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, name);
    rest.setLeft(rest.left() + metrics.horizontalAdvance(name) + margin);
    const QString whole = whereabouts(place);
    const QString detail = metrics.elidedText(whole, Qt::ElideRight, rest.width());
    constexpr qsizetype leastWorthReading = 3;
    if (rest.width() <= 0 || detail.size() < std::min(whole.size(), leastWorthReading))
        return;
    painter.setPen(theme.dim);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, detail);
}

QSize PlaceRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {width + iconSize + 4 * margin, std::max(iconSize, option.fontMetrics.height()) + 8};
}

} // namespace tridesk
