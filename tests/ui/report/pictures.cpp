// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-report-pictures FOLDER DATA [MAP-PACKAGE]: the statistics sheet of a desk's data folder, day and
// night, in English and Chinese; the reports of all of it and of its busiest incident as PDF and CSV. A
// folder without a journal is filled with a made-up shift first.

#include "app/desk/desk.h"
#include "app/journal/data_folder.h"
#include "maps/package/package.h"
#include "tests/support/long_shift.h"
#include "tests/ui/report/report_desk.h"
#include "ui/report/incident_report_sheet.h"
#include "ui/report/statistics_sheet.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000;

template <class Sheet>
bool save(Sheet& sheet, const QString& box, int format, const QString& path) {
    sheet.template findChild<QComboBox*>(box)->setCurrentIndex(format);
    QSignalSpy saved(&sheet, &Sheet::saved);
    sheet.save(path);
    return saved.wait(patience);
}

IncidentId busiest(const Situation& situation) {
    const Incident* found = nullptr;
    for (const Incident& incident : situation.incidents())
        if (!found ||
            incident.orders.size() + incident.notes.size() > found->orders.size() + found->notes.size())
            found = &incident;
    return found ? found->id : IncidentId();
}

bool make(const QString& into, SeatDesk& desk, const ReportSheetGround& ground, const QString& language) {
    StatisticsSheet sheet(ground);
    sheet.setAttribute(Qt::WA_DeleteOnClose, false);
    Instant from = Instant::max();
    Instant to = Instant::min();
    for (const Incident& incident : desk.situation().incidents()) {
        from = std::min(from, incident.reportedAt);
        to = std::max(to, incident.reportedAt);
    }
    sheet.setSpan(from - std::chrono::minutes(1), to + std::chrono::minutes(1));
    sheet.show();
    QSignalSpy counted(&sheet, &StatisticsSheet::counted);
    sheet.count();
    if (!counted.wait(patience))
        return false;
    for (const QSize size : {QSize(1320, 700), QSize(1000, 620)}) {
        sheet.resize(size);
        if (!sheet.grab().save(into + u"/statistics-%1-%2.png"_s.arg(language).arg(size.width())))
            return false;
    }
    const QString name = into + u"/span-"_s + language;
    if (!save(sheet, u"statistics.format"_s, 0, name + u".pdf"_s) ||
        !save(sheet, u"statistics.format"_s, 1, name + u".csv"_s))
        return false;
    IncidentReportSheet one(ground, busiest(desk.situation()));
    one.setAttribute(Qt::WA_DeleteOnClose, false);
    one.show();
    return one.grab().save(into + u"/incident-sheet-%1.png"_s.arg(language)) &&
           save(one, u"incidentReport.format"_s, 0, into + u"/incident-%1.pdf"_s.arg(language));
}

/// Eight hours of five stations.
bool fill(const DataFolder& folder) {
    const auto journal = must(SqliteJournal::open(folder.journal()));
    if (must(journal->head()).seq > 0)
        return true;
    LongShift shift({.stations = 5, .units = 40, .open = 30}, 5);
    return shift.runTo(*journal, 8'000);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    const QTemporaryDir scratch;
    Look look(application);
    Translation translation(application);
    const DataFolder data = must(DataFolder::open(arguments[2]));
    std::optional<maps::Package> map;
    if (arguments.size() > 3)
        map = must(maps::Package::open(arguments[3]));
    if (!fill(data))
        return 1;
    const ReplayGround record = recordIn(data.journal(), data.fixes(), scratch.filePath(u"reel"_s));
    Desk desk(record.journal, data.journalBell(), std::make_shared<SystemClock>(),
              std::make_shared<RandomIds>());
    QSignalSpy ready(&desk, &Desk::ready);
    desk.start();
    if (!ready.wait(patience))
        return 1;
    SeatDesk seat(desk, actor(u"bureau"));
    const ReportSheetGround ground{
        .desk = seat, .look = look, .record = record, .map = map ? &*map : nullptr};
    for (const Language language : {Language::English, Language::Chinese})
        for (const bool night : {false, true}) {
            translation.set(language);
            look.set(night ? Theme::nightly() : Theme::day());
            const QString name =
                (language == Language::English ? u"en"_s : u"zh"_s) + (night ? u"-night"_s : u"-day"_s);
            if (!make(arguments[1], seat, ground, name))
                return 1;
        }
    return 0;
}
