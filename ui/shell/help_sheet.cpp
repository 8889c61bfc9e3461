// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_sheet.h"

#include "app/line/verbs.h"
#include "ui/actions/action_table.h"
#include "ui/text/line_words.h"

#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QMessageBox>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(tridesk::Help)
};

/// One of the sheet's columns, filled from the top.
struct Column {
    QGridLayout& grid;
    int left; ///< the grid's column of the keys; what they do stands right of it
    int row = 0;

    void caption(const QString& text) {
        auto* label = new QLabel(text);
        label->setProperty("caption", true);
        grid.addWidget(label, row++, left, 1, 2);
    }
    void add(const QString& keys, const QString& text) {
        auto* key = new QLabel(keys);
        key->setStyleSheet(u"font-family: 'Noto Sans Mono'; font-weight: 600;"_s);
        grid.addWidget(key, row, left);
        grid.addWidget(new QLabel(text), row++, left + 1);
    }
    void add(const ActionSpec& spec) {
        if (const QKeySequence keys(QLatin1StringView(spec.shortcut)); !keys.isEmpty())
            add(keys.toString(QKeySequence::NativeText), actionText(spec));
    }
};

/// Keys on a selected row of a list; desk.md, *Command line*.
void addRowKeys(Column& column) {
    column.caption(Help::tr("On a selected row"));
    const std::pair<QString, QString> keys[] = {
        {u"D"_s, Help::tr("Dispatch to the row's incident: the selected units, or by the command line")},
        {u"V"_s, Help::tr("Show the incident")},
        {u"E"_s, Help::tr("Edit the incident")},
        {u"P"_s, Help::tr("Move the incident into a window of its own")},
        {u"N"_s, Help::tr("Add a note")},
        {u"X"_s, Help::tr("Close the incident")},
        {u"U"_s, Help::tr("Go to the units")},
        {u"H"_s, Help::tr("Hold the incident, or take it up again")},
        {u"M"_s, Help::tr("Show it on the map")},
        {u"Menu, Shift+F10"_s, Help::tr("The row's menu; on the map that of what is selected")},
        {u"A"_s, Help::tr("Acknowledge the message")},
        {u"R"_s, Help::tr("Answer the message")},
        {u"W"_s,
         Help::tr("Withdraw the bulletin or status note; on a unit: let the incident in hand wait for it")},
        {u"L"_s, Help::tr("On a unit: log its crew on, or change it")},
        {u"Esc"_s, Help::tr("Show everything again, where the panes are narrowed")},
        {u"Ctrl+Enter"_s, Help::tr("Submit a form")},
    };
    for (const auto& [key, text] : keys)
        column.add(key, text);
}

/// Keys and buttons on the map itself.
void addMapKeys(Column& column) {
    column.caption(Help::tr("On the map"));
    const std::pair<QString, QString> keys[] = {
        {u"1 … 9"_s, Help::tr("Go to a saved view")},
        {u"I, Shift+I"_s, Help::tr("Card of the next, the previous thing in sight")},
        {u"Enter"_s, Help::tr("Choose it; end what is being drawn")},
        {u"Backspace"_s, Help::tr("Take the last corner back")},
        {u"Tab, ← ↑ → ↓"_s, Help::tr("Next corner of a drawing, move it")},
        {u"Esc"_s, Help::tr("Leave the mode")},
    };
    for (const auto& [key, text] : keys)
        column.add(key, text);
}

/// What is done with pictures, and with a tile that has the keys.
void addPictureKeys(Column& column) {
    column.caption(menuTitle(ActionMenu::Video).remove(u'&'));
    for (const ActionSpec& spec : actionSpecs())
        if (spec.menu == ActionMenu::Video)
            column.add(spec);
    const std::pair<QString, QString> keys[] = {
        {u"O"_s, Help::tr("On a unit or an incident: open its pictures")},
        {u"← ↑ → ↓, 1 … 9"_s, Help::tr("Go to a tile")},
        {u"+, -"_s, Help::tr("More tiles, fewer tiles")},
        {u"Enter"_s, Help::tr("The picture over a whole screen; Esc leaves it")},
        {u"P"_s, Help::tr("Pin the picture")},
        {u"R"_s, Help::tr("Give the reason that a picture needs")},
        {u"Delete"_s, Help::tr("Close the picture")},
        {u"B, Shift+B"_s, Help::tr("See the last 30 seconds, the last minute again")},
        {u"S, C, M"_s, Help::tr("Keep a still, a clip, a mark with words")},
        {u"␣ , . J L"_s, Help::tr("In a replay: stand still, picture by picture, back, faster")},
    };
    for (const auto& [key, text] : keys)
        column.add(key, text);
}

/// Every verb of the command line: how it is written, what it is called besides, what it does.
QWidget* verbSheet() {
    auto* table = new QTreeWidget;
    table->setObjectName(u"helpVerbs"_s);
    table->setAccessibleName(Help::tr("Commands"));
    table->setColumnCount(3);
    table->setHeaderLabels({Help::tr("Line"), Help::tr("What it does"), Help::tr("Also")});
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    QFont mono = table->font();
    mono.setFamilies({u"Noto Sans Mono"_s, u"Noto Sans CJK SC"_s});
    for (const line::VerbSpec& spec : line::verbSpecs()) {
        auto* row = new QTreeWidgetItem(table, {text::verbForm(spec.verb), text::verbSummary(spec.verb),
                                                text::verbOtherNames(spec.verb)});
        row->setFont(0, mono);
    }
    table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->header()->setStretchLastSection(true);
    return table;
}

} // namespace

QWidget* openHelpSheet(QWidget* parent) {
    auto* sheet = new QDialog(parent);
    sheet->setObjectName(u"helpSheet"_s);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowTitle(Help::tr("Keys"));
    auto* tabs = new QTabWidget(sheet);
    tabs->setObjectName(u"helpTabs"_s);
    tabs->setAccessibleName(sheet->windowTitle());
    auto* keys = new QWidget;
    auto* grid = new QGridLayout(keys);
    grid->setHorizontalSpacing(24);
    grid->setContentsMargins(20, 16, 20, 16);
    grid->setVerticalSpacing(3);
    grid->setColumnMinimumWidth(2, 24);
    Column desk{*grid, 0};
    Column map{*grid, 3};
    map.caption(menuTitle(ActionMenu::Map).remove(u'&'));
    for (const ActionSpec& spec : actionSpecs())
        if (spec.menu != ActionMenu::Video)
            (spec.menu == ActionMenu::Map ? map : desk).add(spec);
    addPictureKeys(map);
    addRowKeys(desk);
    addMapKeys(map);
    tabs->addTab(keys, Help::tr("Keys"));
    tabs->addTab(verbSheet(), Help::tr("Commands"));
    auto* all = new QVBoxLayout(sheet);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(tabs);
    sheet->resize(1080, 700);
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
