// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// tridesk-journal: verifies, exports and folds a journal without writing to it, in use or on read-only media.

#include "app/domain/codec.h"
#include "app/domain/enum_names.h"
#include "app/domain/situation.h"
#include "app/journal/data_folder.h"
#include "app/journal/entry_json.h"
#include "app/journal/postgres_journal.h"
#include "app/journal/sqlite_journal.h"
#include "app/journal/verify.h"
#include "app/programs/journal/report.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <functional>

namespace {

using namespace Qt::StringLiterals;
using namespace tridesk;

constexpr int Broken = 1;
constexpr int Wrong = 2;
constexpr int chunk = 1000;

int fail(const QString& line) {
    QTextStream(stderr) << u"tridesk-journal: "_s << line.simplified() << Qt::endl;
    return Wrong;
}

/// A data folder, a journal's file by itself, or a server's address.
std::expected<QString, JournalFault> journalIn(const QString& path) {
    if (PostgresAddress::isMeant(path))
        return path;
    if (QFileInfo(path).isFile())
        return path;
    return DataFolder::open(path, DataFolder::Use::Read).transform(&DataFolder::journal);
}

std::expected<PostgresAddress, JournalFault> serverAt(const QString& address) {
    return PostgresAddress::parse(address).transform_error(
        [](const QString& why) { return JournalFault{JournalFault::Code::Io, u"server"_s, why}; });
}

std::expected<std::unique_ptr<PostgresJournal>, JournalFault> openServer(const QString& address) {
    PostgresJournal::Options options;
    options.readOnly = true;
    return serverAt(address).and_then(
        [&](const PostgresAddress& server) { return PostgresJournal::open(server, options); });
}

std::expected<std::unique_ptr<Journal>, JournalFault> openToRead(const QString& path) {
    const auto asJournal = [](auto journal) -> std::unique_ptr<Journal> { return journal; };
    if (PostgresAddress::isMeant(path))
        return openServer(path).transform(asJournal);
    return SqliteJournal::open(path, {.readOnly = true}).transform(asJournal);
}

/// Makes a server's tables, or brings them up.
int migrate(const QString& address) {
    const auto journal = serverAt(address).and_then(
        [](const PostgresAddress& server) { return PostgresJournal::open(server); });
    if (!journal)
        return fail(journal.error().toString());
    QTextStream(stdout) << "ok\n";
    return 0;
}

/// Who is given a part alone sees gaps that are none.
std::expected<Verdict, JournalFault> verifyServer(const QString& address) {
    const auto journal = openServer(address);
    if (!journal)
        return std::unexpected(journal.error());
    const auto all = (*journal)->readsAll();
    if (!all)
        return std::unexpected(all.error());
    if (!*all)
        return std::unexpected(JournalFault{JournalFault::Code::Refused, u"server"_s,
                                            u"this account reads only a part of the journal"_s});
    return verifyChain(**journal);
}

/// An end of a range: an entry's number, or a moment.
struct Bound {
    std::optional<qint64> seq;
    std::optional<Instant> at;

    [[nodiscard]] bool isBefore(const Entry& entry) const {
        return (seq && entry.seq > *seq) || (at && entry.recordedAt > *at);
    }
    [[nodiscard]] bool isAfter(const Entry& entry) const {
        return (seq && entry.seq < *seq) || (at && entry.recordedAt < *at);
    }
};

std::expected<Bound, QString> boundOf(const QString& option, const QString& text) {
    if (text.isEmpty())
        return Bound();
    bool isNumber = false;
    if (const qint64 seq = text.toLongLong(&isNumber); isNumber)
        return Bound{seq, {}};
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!at.isValid())
        return std::unexpected(
            u"--%1 \"%2\" is neither an entry's number nor an ISO 8601 time"_s.arg(option, text));
    return Bound{{}, instantFromMs(at.toMSecsSinceEpoch())};
}

/// Hands out every entry in order until `visit` returns false.
std::expected<void, JournalFault> walk(const QString& path, const std::function<bool(const Entry&)>& visit) {
    auto journal = openToRead(path);
    if (!journal)
        return std::unexpected(journal.error());
    for (qint64 next = 1;;) {
        const auto entries = (*journal)->read(next, chunk);
        if (!entries)
            return std::unexpected(entries.error());
        for (const Entry& entry : *entries)
            if (!visit(entry))
                return {};
        if (entries->isEmpty())
            return {};
        next = entries->last().seq + 1;
    }
}

int verify(const QString& path) {
    const auto verdict = PostgresAddress::isMeant(path) ? verifyServer(path) : verifyFile(path);
    if (!verdict)
        return fail(verdict.error().toString());
    QTextStream out(stdout);
    const QString notes = verdict->notes.isEmpty() ? QString() : u"; "_s + verdict->notes.join(u"; "_s);
    const std::optional<JournalDefect>& defect = verdict->defect;
    if (!defect) {
        const QString last = verdict->head.seq ? u", the last of "_s + toIso(verdict->last) : QString();
        out << u"ok: %1 entries%2, hash %3%4\n"_s.arg(verdict->head.seq)
                   .arg(last, QString::fromLatin1(verdict->head.hash.toHex()), notes);
        return 0;
    }
    if (defect->seq)
        out << u"broken: entry %1: %2%3\n"_s.arg(defect->seq).arg(defect->what, notes);
    else
        out << u"broken: all %1 entries are whole, but %2%3\n"_s.arg(verdict->head.seq)
                   .arg(defect->what, notes);
    return Broken;
}

int exportEntries(const QString& path, const QCommandLineParser& options) {
    const QString format = options.value(u"format"_s), kind = options.value(u"kind"_s);
    if (format != u"jsonl" && format != u"csv")
        return fail(u"--format \"%1\" is neither jsonl nor csv"_s.arg(format));
    const auto from = boundOf(u"from"_s, options.value(u"from"_s)),
               to = boundOf(u"to"_s, options.value(u"to"_s));
    if (!from || !to)
        return fail(from ? to.error() : from.error());
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return fail(u"cannot write: "_s + out.errorString());
    const bool isCsv = format == u"csv";
    if (isCsv)
        out.write(csvHeader() + "\r\n");
    bool written = true;
    const auto done = walk(path, [&](const Entry& entry) {
        if (from->isAfter(entry) || to->isBefore(entry) || (!kind.isEmpty() && entry.fact.kind != kind))
            return true;
        const QByteArray line = isCsv ? toCsvLine(entry) + "\r\n" : toJsonLine(entry) + '\n';
        return written = out.write(line) == line.size();
    });
    if (!done)
        return fail(done.error().toString());
    return written && out.flush() ? 0 : fail(u"cannot write: "_s + out.errorString());
}

template <class E, class Rows, class Of>
QJsonObject counted(const Rows& rows, Of of) {
    QJsonObject counts;
    for (const auto& row : rows) {
        const QString name = enumName(E(of(row)));
        counts[name] = counts[name].toInteger() + 1;
    }
    return counts;
}

QJsonObject summaryOf(const Situation& situation) {
    return {{u"seq"_s, situation.seq()},
            {u"incidents"_s, QJsonObject{{u"all"_s, situation.incidents().size()},
                                         {u"open"_s, situation.openIncidents().size()}}},
            {u"orders"_s, counted<OrderStage>(situation.orders(), [](const Order& o) { return o.stage; })},
            {u"units"_s, counted<UnitStatus>(situation.units(), [](const Unit& u) { return u.status; })},
            {u"posts"_s, situation.posts().size()},
            {u"messages"_s, situation.messages().size()}};
}

int fold(const QString& path, const QCommandLineParser& options) {
    const auto at = boundOf(u"at"_s, options.value(u"at"_s));
    if (!at)
        return fail(at.error());
    Situation situation;
    Instant last;
    qint64 unreadable = 0;
    const auto done = walk(path, [&](const Entry& entry) {
        if (at->isBefore(entry))
            return false;
        last = entry.recordedAt;
        if (const auto fact = decode(entry.fact))
            situation.fold(entry, *fact);
        else {
            situation.skip(entry);
            ++unreadable;
        }
        return true;
    });
    if (!done)
        return fail(done.error().toString());
    QJsonObject summary = summaryOf(situation);
    if (situation.seq())
        summary[u"recordedAt"] = toIso(last);
    summary[u"unreadable"] = unreadable;
    QTextStream(stdout) << QString::fromUtf8(QJsonDocument(summary).toJson(QJsonDocument::Indented));
    return 0;
}

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        u"Looks at a journal without writing to it, in use or on read-only media.\n\n"
        "  verify DIR   walks the hash chain: exit 0 whole, 1 broken (names the first bad entry), 2 "
        "unreadable\n"
        "  export DIR   each entry once, in order\n"
        "  fold DIR     what the entries add up to, as JSON\n"
        "  report DIR   figures of a span, or all of one incident (tridesk-journal report --help)\n"
        "  migrate postgresql://OWNER@HOST/DATABASE   the exception: makes a server's tables, or brings them up"_s);
    parser.addPositionalArgument(u"command"_s, u"verify, export, fold, report or migrate"_s);
    parser.addPositionalArgument(u"dir"_s,
                                 u"a data folder, a journal's file, or postgresql://USER@HOST/DATABASE"
                                 "?passfile=FILE"_s);
    parser.addOptions({{u"format"_s, u"export: jsonl (the default) or csv"_s, u"FORMAT"_s, u"jsonl"_s},
                       {u"kind"_s, u"export: only entries of this kind"_s, u"KIND"_s},
                       {u"from"_s, u"export: from this entry or time on"_s, u"SEQ|TIME"_s},
                       {u"to"_s, u"export: up to this entry or time"_s, u"SEQ|TIME"_s},
                       {u"at"_s, u"fold: as of this entry or time"_s, u"SEQ|TIME"_s}});
    parser.addHelpOption();
    parser.addVersionOption();
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tridesk-journal"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TRIDESK_VERSION));
    if (app.arguments().value(1) == u"report")
        return journal_tool::report(app.arguments().sliced(2));
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(app.arguments()))
        return fail(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp(0);
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2)
        return fail(
            u"wants a command and a data folder: tridesk-journal verify|export|fold|report|migrate DIR"_s);
    const auto path = journalIn(words[1]);
    if (!path)
        return fail(path.error().toString());
    if (words[0] == u"verify")
        return verify(*path);
    if (words[0] == u"migrate")
        return migrate(*path);
    if (words[0] == u"export")
        return exportEntries(*path, parser);
    if (words[0] == u"fold")
        return fold(*path, parser);
    return fail(u"\"%1\" is none of verify, export, fold, report, migrate"_s.arg(words[0]));
}
