// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_sheet.h"

#include "ui/actions/action_table.h"

#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(tridesk::Help)
};

void addRow(QGridLayout& grid, int row, const QString& keys, const QString& text) {
    auto* key = new QLabel(keys);
    key->setStyleSheet(u"font-family: 'Noto Sans Mono'; font-weight: 600;"_s);
    grid.addWidget(key, row, 0);
    grid.addWidget(new QLabel(text), row, 1);
}

/// Keys on a selected row of a list; desk.md, *Command line*.
int addRowKeys(QGridLayout& grid, int row) {
    const std::pair<QString, QString> keys[] = {
        {u"D"_s, Help::tr("Dispatch the selected units to the row's incident")},
        {u"V"_s, Help::tr("Show the incident")},
        {u"N"_s, Help::tr("Add a note")},
        {u"X"_s, Help::tr("Close the incident")},
        {u"U"_s, Help::tr("Go to the units")},
        {u"Ctrl+Enter"_s, Help::tr("Submit a form")},
    };
    for (const auto& [key, text] : keys)
        addRow(grid, row++, key, text);
    return row;
}

} // namespace

QWidget* openHelpSheet(QWidget* parent) {
    auto* sheet = new QDialog(parent);
    sheet->setObjectName(u"helpSheet"_s);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowTitle(Help::tr("Keys"));
    auto* grid = new QGridLayout(sheet);
    grid->setHorizontalSpacing(24);
    grid->setContentsMargins(20, 16, 20, 16);
    int row = 0;
    for (const ActionSpec& spec : actionSpecs())
        if (const QKeySequence keys(QLatin1StringView(spec.shortcut)); !keys.isEmpty())
            addRow(*grid, row++, keys.toString(QKeySequence::NativeText), actionText(spec));
    auto* caption = new QLabel(Help::tr("On a selected row"));
    caption->setProperty("caption", true);
    grid->addWidget(caption, row++, 0, 1, 2);
    addRowKeys(*grid, row);
    sheet->open();
    return sheet;
}

QWidget* openAbout(QWidget* parent) {
    auto* about = new QMessageBox(parent);
    about->setObjectName(u"about"_s);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setWindowTitle(Help::tr("About Tridesk"));
    about->setText(
        Help::tr("<b>Tridesk %1</b><br>Command and dispatch on three tiers: bureau, station, field.")
            .arg(QStringLiteral(TRIDESK_VERSION)));
    about->setInformativeText(
        Help::tr("Free software under the GNU General Public License, version 3 or later. Maps imported from "
                 "OpenStreetMap are © OpenStreetMap contributors, ODbL."));
    about->open();
    return about;
}

} // namespace tridesk
