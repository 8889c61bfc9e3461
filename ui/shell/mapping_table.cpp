// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mapping_table.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace tridesk {

using namespace Qt::StringLiterals;
using maps::LayerField;

namespace {

constexpr qsizetype shownRows = 3;
constexpr qsizetype longestExample = 60; ///< characters

constexpr auto fields =
    std::to_array<LayerField>({LayerField::Ref, LayerField::Name, LayerField::NameEn, LayerField::Kind,
                               LayerField::Address, LayerField::Latitude, LayerField::Longitude,
                               LayerField::Position, LayerField::Wkt, LayerField::Heading});

QString fieldText(LayerField field) {
    switch (field) {
    case LayerField::Ref:
        return MappingTable::tr("Number");
    case LayerField::Name:
        return MappingTable::tr("Name");
    case LayerField::NameEn:
        return MappingTable::tr("English name");
    case LayerField::Kind:
        return MappingTable::tr("Kind");
    case LayerField::Address:
        return MappingTable::tr("Address");
    case LayerField::Latitude:
        return MappingTable::tr("Latitude");
    case LayerField::Longitude:
        return MappingTable::tr("Longitude");
    case LayerField::Position:
        return MappingTable::tr("Both coordinates");
    case LayerField::Wkt:
        return MappingTable::tr("Geometry (WKT)");
    case LayerField::Heading:
        return MappingTable::tr("Heading");
    }
    return {};
}

/// The wheel over a table turns its pages; a choice that turned too would change what a column means unseen.
class StillComboBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

} // namespace

MappingTable::MappingTable(QWidget* parent)
    : QTableWidget(0, 2 + int(shownRows), parent) {
    setObjectName(u"layerImport.mapping"_s);
    setAccessibleName(tr("What the columns mean"));
    QStringList headers{tr("Column of the file"), tr("Is taken for")};
    for (qsizetype row = 1; row <= shownRows; ++row)
        headers << tr("Example %1").arg(row);
    setHorizontalHeaderLabels(headers);
    verticalHeader()->hide();
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setShowGrid(false);
    setTabKeyNavigation(false); // to the choices, and out again
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

QComboBox* MappingTable::makeChoice(const QString& header, int column) {
    auto* choice = new StillComboBox(this);
    choice->setObjectName(u"layerImport.field.%1"_s.arg(column + 1));
    choice->setAccessibleName(tr("What the column %1 is taken for").arg(header));
    choice->addItem(tr("– left out –"));
    for (const LayerField field : fields)
        choice->addItem(fieldText(field));
    connect(choice, &QComboBox::activated, this, [this, column](int index) { choose(column, index); });
    return choice;
}

void MappingTable::show(const maps::Layer& layer) {
    setRowCount(0);
    m_choices.clear();
    setRowCount(int(layer.columns.size()));
    for (int column = 0; column < layer.columns.size(); ++column) {
        const QString& header = layer.columns[column];
        setItem(column, 0, new QTableWidgetItem(header));
        m_choices << makeChoice(header, column);
        setCellWidget(column, 1, m_choices.last());
        for (qsizetype row = 0; row < std::min(shownRows, layer.features.size()); ++row) {
            const QString value = layer.features[row].values.value(column).simplified();
            auto* item = new QTableWidgetItem(value.left(longestExample));
            item->setToolTip(value.left(1000));
            setItem(column, 2 + int(row), item);
        }
    }
    for (int row = 0; row < int(shownRows); ++row)
        setColumnHidden(2 + row, row >= layer.features.size());
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setVisible(!layer.columns.isEmpty());
}

void MappingTable::setColumns(const QMap<LayerField, int>& columns) {
    m_columns = columns;
    for (int column = 0; column < m_choices.size(); ++column) {
        const auto field = std::ranges::find(fields, m_columns.key(column, LayerField::Ref));
        const bool isMeant = std::ranges::contains(std::as_const(m_columns), column);
        const QSignalBlocker blocker(m_choices[column]);
        m_choices[column]->setCurrentIndex(isMeant ? int(field - fields.begin()) + 1 : 0);
    }
}

void MappingTable::choose(int column, int index) {
    m_columns.removeIf([&](const auto& each) { return each.value() == column; });
    if (index > 0)
        m_columns.insert(fields[std::size_t(index - 1)], column); // and no other column's any more
    setColumns(m_columns);
    Q_EMIT edited();
}

} // namespace tridesk
