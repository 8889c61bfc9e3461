// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/script_file.h"
#include "app/desk/script_run.h"
#include "app/domain/refusal_words.h"
#include "app/intake/row_import.h"
#include "app/programs/gateway/commands.h"
#include "app/programs/gateway/lists.h"
#include "app/programs/open_desk.h"

#include <QCoreApplication>

#include <deque>

namespace tridesk::gateway {

using namespace Qt::StringLiterals;

namespace {

constexpr int stoppedAtALine = 1;
constexpr int notPlayed = 2;

/// The first row of the lists that cannot be read.
std::expected<void, QString> checkLists(const QList<NamedRoster>& lists) {
    for (const auto& [path, roster] : lists)
        for (const FileFault& fault : roster.faults)
            return std::unexpected(u"%1: row %2: %3"_s.arg(path).arg(fault.row).arg(inWords(fault.refusal)));
    return {};
}

std::expected<Instant, QString> beginOf(const Options& options, const line::Script& script) {
    const QString said = options.value(u"begin"_s);
    const Instant now = SystemClock().now();
    Instant begin = script.begin.value_or(now - script.length);
    if (!said.isEmpty()) {
        const QDateTime at = QDateTime::fromString(QString(said).replace(u' ', u'T'), Qt::ISODate);
        if (!at.isValid() || !said.contains(u':'))
            return std::unexpected(
                u"--begin: \"%1\" is no time such as 2026-11-21T20:00:00"_s.arg(said.left(80)));
        begin = instantFromMs(at.toMSecsSinceEpoch());
    }
    if (begin + script.length > now)
        return std::unexpected(u"begin: \"%1\": the script would end at %2, which has not come yet"_s.arg(
            toIso(begin), toIso(begin + script.length)));
    return begin;
}

/// Whether the desk's journal takes what begins then: nothing newer is in it, and, where it is on a server,
/// that allows for clocks so far from its own.
std::expected<void, QString> mayBegin(const Options& options, Instant begin) {
    const auto server = options.server();
    if (!server)
        return std::unexpected(server.error());
    const auto newest = *server ? newestEntryOn(**server) : newestEntryOf(options.value(u"data"_s));
    if (!newest)
        return std::unexpected(newest.error());
    if (const auto may = mayPlayFrom(begin, *newest); !may || !*server)
        return may;
    return takesEntriesOf(**server, begin).transform_error([begin](const QString& why) {
        return u"begin: \"%1\": the server does not take it, as one for training does (packaging/site): %2"_s
            .arg(toIso(begin), why);
    });
}

/// The lists, then the script; then the exit code.
class Play : public QObject {
public:
    Play(Desk& desk, const std::shared_ptr<ScriptClock>& clock, QString path, const line::Script& script,
         const QList<NamedRoster>& lists)
        : m_desk(desk)
        , m_path(std::move(path))
        , m_begin(clock->now())
        , m_run(desk, clock, script)
        , m_lists(lists.begin(), lists.end()) {
        connect(&m_run, &ScriptRun::finished, this, &Play::tell);
        connect(&m_run, &ScriptRun::stopped, this, &Play::stop);
    }

    [[nodiscard]] const QString& failure() const { return m_failure; }

    /// The next list, or the script.
    void load() {
        if (m_lists.empty())
            return m_run.start();
        const auto [path, roster] = std::move(m_lists.front());
        m_lists.pop_front();
        const Actor actor{.seat = {.tier = Tier::Bureau, .place = {}}, .user = u"import"_s};
        auto* rows = new RowImport(m_desk, roster.rows, actor, {}, this);
        connect(rows, &RowImport::finished, this, [this, path](const ImportReport& report) {
            if (!report.stopped.isEmpty())
                return fail(u"%1: %2"_s.arg(path, report.stopped));
            if (!report.faults.isEmpty())
                return fail(u"%1: row %2: %3"_s.arg(path)
                                .arg(report.faults.first().row)
                                .arg(inWords(report.faults.first().refusal)));
            load();
        });
        rows->start();
    }

private:
    void fail(const QString& why) {
        m_failure = why;
        QCoreApplication::exit(notPlayed);
    }

    void stop(const PlayedLine& line) {
        complain(u"%1:%2: %3: %4: %5"_s.arg(m_path)
                     .arg(line.line.row)
                     .arg(line.line.seat.toString(), line.line.text.left(80), line.why()));
        complain(u"%1: stopped there; the %2 lines before it are played"_s.arg(m_path).arg(m_run.played()));
        QCoreApplication::exit(stoppedAtALine);
    }

    void tell() {
        say(u"%1: %2 lines played, %3 of them refused as written; %4 entries, %5 to %6"_s.arg(m_path)
                .arg(m_run.played())
                .arg(m_run.refused())
                .arg(m_desk.situation().seq())
                .arg(toIso(m_begin), toIso(m_desk.clock().now())));
        QCoreApplication::exit(0);
    }

    Desk& m_desk;
    QString m_path;
    Instant m_begin;
    ScriptRun m_run;
    std::deque<NamedRoster> m_lists;
    QString m_failure;
};

} // namespace

int script(const QStringList& arguments) {
    const auto options =
        Options::read(arguments, Options::ofDesk({u"begin"_s, u"catalogue"_s, u"posts"_s, u"units"_s}), 1);
    if (!options)
        return fail(options.error());
    const QString path = options->word(0);
    if (path.isEmpty())
        return fail(u"script FILE: which script?"_s);
    const auto script = loadScript(path);
    if (!script)
        return fail(script.error());
    const auto lists = rosters(*options);
    if (!lists)
        return fail(lists.error());
    if (const auto whole = checkLists(*lists); !whole)
        return fail(whole.error());
    const auto begin = beginOf(*options, *script);
    if (!begin)
        return fail(u"%1: %2"_s.arg(path, begin.error()));
    if (const auto may = mayBegin(*options, *begin); !may)
        return fail(u"%1: %2"_s.arg(path, may.error()));
    const auto clock = std::make_shared<ScriptClock>(*begin);
    const auto open = options->desk(clock);
    if (!open)
        return fail(open.error());

    Play play(*open->desk, clock, path, *script, *lists);
    QString failure;
    QObject::connect(open->desk.get(), &Desk::ready, &play, &Play::load);
    QObject::connect(open->desk.get(), &Desk::failed, &play, [&](const QString& why) {
        failure = why;
        QCoreApplication::exit(notPlayed);
    });
    open->desk->start();
    const int code = QCoreApplication::exec();
    return code == notPlayed ? fail(failure.isEmpty() ? play.failure() : failure) : code;
}

} // namespace tridesk::gateway
