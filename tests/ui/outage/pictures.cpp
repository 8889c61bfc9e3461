// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk-outage-pictures FOLDER: the downtime packs of a bureau and a station as PDF, its sheet, and the
// catch-up grid with good and bad rows, day and night, in English and Chinese.

#include "tests/support/must.h"
#include "tests/ui/window/busy_hour.h"
#include "ui/outage/card_model.h"
#include "ui/outage/card_sheet.h"
#include "ui/outage/downtime_pack.h"
#include "ui/outage/downtime_sheet.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTableView>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QString clock(Instant now, int minutesAgo) {
    return toDateTime(now - std::chrono::minutes(minutesAgo)).toLocalTime().toString(u"HH:mm"_s);
}

void fill(CardModel& cards, Instant now) {
    const QList<QStringList> rows{
        {u"1126-2100-01"_s, clock(now, 95), u"临江路12号"_s, u"两车相撞，一人受伤"_s, u"traffic.accident"_s,
         u"1A12"_s, clock(now, 93), clock(now, 86), clock(now, 50), u"handled"_s},
        {u"1126-2100-02"_s, clock(now, 80), u"32.06,118.55"_s, u"noise from a bar"_s},
        {u"1126-2100-03"_s, u"25:10"_s, u"Bridge Street"_s, u"theft of a bicycle"_s},
        {u"1126-2100-04"_s, clock(now, 40), u"Bridge Street"_s, u"fight"_s, {}, u"9Z99"_s, clock(now, 39)}};
    QString cells;
    for (const QStringList& row : rows)
        cells += row.join(u'\t') + u'\n';
    cards.paste(cells, {});
}

bool make(const QString& folder, LiveDesk& live, const Look& look, const QString& name) {
    for (const QString& seat : {u"bureau"_s, u"station:ST01"_s}) {
        const SeatDesk desk(live.desk(), actor(seat));
        const QByteArray pdf =
            pdfOf(downtimeDocument(desk, {.named = seat == u"bureau", .cards = 5}), downtimePageWord());
        const QString place = QString(seat).replace(u':', u'-');
        if (!write(folder + u"/pack-%1-%2.pdf"_s.arg(place, name), pdf))
            return false;
    }
    const SeatDesk bureau(live.desk(), actor(u"bureau"));
    CardModel cards;
    fill(cards, bureau.now());
    CardSheet grid({.desk = live.desk(), .seat = bureau, .cards = cards, .look = look}, nullptr);
    grid.setAttribute(Qt::WA_DeleteOnClose, false);
    grid.show();
    grid.findChild<QTableView*>(u"cards.table"_s)->setCurrentIndex(cards.index(2, 1));
    QSettings settings(folder + u"/console.ini"_s, QSettings::IniFormat);
    DowntimePack pack(bureau, settings);
    DowntimeSheet sheet(pack, settings, true, nullptr);
    sheet.setAttribute(Qt::WA_DeleteOnClose, false);
    sheet.show();
    return grid.grab().save(folder + u"/cards-%1.png"_s.arg(name)) &&
           sheet.grab().save(folder + u"/sheet-%1.png"_s.arg(name));
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2)
        return 2;
    Look look(application);
    Translation translation(application);
    LiveDesk live;
    static_cast<void>(playBusyHour(live, must(GeoPoint::from(32.06, 118.55))));
    for (const Language language : {Language::English, Language::Chinese})
        for (const bool night : {false, true}) {
            translation.set(language);
            look.set(night ? Theme::nightly() : Theme::day());
            const QString name =
                (language == Language::English ? u"en"_s : u"zh"_s) + (night ? u"-night"_s : u"-day"_s);
            if (!make(arguments[1], live, look, name))
                return 1;
        }
    return 0;
}
