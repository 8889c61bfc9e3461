// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/link_store.h"

#include "app/domain/command_codec.h"
#include "app/domain/enum_names.h"
#include "app/domain/refusal_words.h"
#include "app/journal/entry_json.h"
#include "app/journal/file_lock.h"
#include "app/journal/migrations.h"
#include "app/journal/sql.h"

#include <QFile>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.link.store")

constexpr std::chrono::milliseconds patience = std::chrono::seconds(3);

QString written(const QJsonObject& json) {
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString text(const Request& request) {
    return written({{u"request"_s, request.id.toString()},
                    {u"seat"_s, request.actor.seat.toString()},
                    {u"user"_s, request.actor.user},
                    {u"role"_s, QString(enumName(request.actor.role))},
                    {u"happenedAt"_s, toMs(request.happenedAt.value_or(Instant()))},
                    {u"command"_s, commandJson(request.command)}});
}

std::optional<Request> requestFrom(const QString& text) {
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto id = RequestId::parse(json[u"request"].toString());
    const auto seat = Seat::parse(json[u"seat"].toString());
    auto command = commandFrom(json[u"command"].toObject());
    if (!id || !seat || !command)
        return std::nullopt;
    return Request{.id = *id,
                   .actor = {.seat = *seat,
                             .user = json[u"user"].toString(),
                             .role = enumFrom<Role>(json[u"role"].toString()).value_or(Role::Anybody)},
                   .happenedAt = instantFromMs(json[u"happenedAt"].toInteger()),
                   .command = *std::move(command)};
}

QString text(const Refusal& refusal) {
    return written({{u"code"_s, codeWord(refusal.code)},
                    {u"field"_s, refusal.field},
                    {u"value"_s, refusal.value},
                    {u"detail"_s, refusal.detail}});
}

Refusal refusalFrom(const QString& text) {
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    return {codeNamed(json[u"code"].toString()).value_or(RefusalCode::Invalid), json[u"field"].toString(),
            json[u"value"].toString(), json[u"detail"].toString()};
}

/// Each row through `read`; one that cannot be read was written by a newer program: it stays where it is.
template <class T, class Read>
std::expected<QList<T>, JournalFault> rowsOf(std::expected<SqlRows, JournalFault> rows, Read read) {
    if (!rows)
        return std::unexpected(rows.error());
    QList<T> all;
    auto more = rows->next();
    for (; more && *more; more = rows->next()) {
        if (auto each = read(*rows))
            all.append(*std::move(each));
        else
            qCWarning(log) << "a row cannot be read and is left as it is:" << rows->text(0).left(200);
    }
    if (!more)
        return std::unexpected(more.error());
    return all;
}

std::optional<Entry> entryFrom(const SqlRows& rows) {
    const auto entry = entryFromJsonLine(rows.bytes(0));
    return entry ? std::optional(*entry) : std::nullopt;
}

} // namespace

LinkStore::LinkStore(std::unique_ptr<FileLock> lock, std::unique_ptr<SqlDatabase> database)
    : m_lock(std::move(lock))
    , m_database(std::move(database)) {}

LinkStore::~LinkStore() = default;

std::expected<std::unique_ptr<LinkStore>, JournalFault> LinkStore::open(const QString& path,
                                                                        const QString& seat) {
    auto lock = FileLock::open(path + u".lock"_s, patience);
    if (!lock)
        return std::unexpected(lock.error());
    if (!lock->isAlone())
        return std::unexpected(JournalFault{JournalFault::Code::Locked, path,
                                            u"another program works over the link of this folder"_s});
    auto database = SqlDatabase::open(path, SqlDatabase::Access::ReadWrite, patience);
    if (!database)
        return std::unexpected(database.error());
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    const auto ready = (*database)
                           ->run("PRAGMA journal_mode=WAL")
                           .and_then([&] { return (*database)->run("PRAGMA synchronous=FULL"); })
                           .and_then([&] { return migrate(**database, linkSchema); })
                           .and_then([&] { return lock->opened(); });
    if (!ready)
        return std::unexpected(ready.error());
    std::unique_ptr<LinkStore> store(
        new LinkStore(std::make_unique<FileLock>(std::move(*lock)), std::move(*database)));
    return store->claim(seat).transform([&] { return std::move(store); });
}

/// What one seat may see must not be shown to another, whoever named the folder.
std::expected<void, JournalFault> LinkStore::claim(const QString& seat) {
    const auto owner = state(u"seat"_s);
    if (!owner)
        return std::unexpected(owner.error());
    if (!owner->isEmpty() && *owner != seat)
        return std::unexpected(m_database->fault(
            JournalFault::Code::Io, u"the folder is the terminal of %1, not of %2"_s.arg(*owner, seat)));
    return owner->isEmpty() ? setState(u"seat"_s, seat) : std::expected<void, JournalFault>();
}

std::expected<QString, JournalFault> LinkStore::state(const QString& name) {
    return m_database->scalar("SELECT value FROM state WHERE name = ?", {name})
        .transform([](const QVariant& value) { return value.toString(); });
}

std::expected<void, JournalFault> LinkStore::setState(const QString& name, const QString& value) {
    return m_database->run("INSERT INTO state(name, value) VALUES(?, ?) "
                           "ON CONFLICT(name) DO UPDATE SET value = excluded.value",
                           {name, value});
}

std::expected<LinkHead, JournalFault> LinkStore::head() {
    LinkHead head;
    const auto take = [this](const QString& name, auto&& into) {
        return state(name).transform([&](const QString& value) { into(value); });
    };
    const auto read =
        take(u"seat"_s, [&](const QString& v) { head.seat = v; })
            .and_then([&] {
                return take(u"origin"_s,
                            [&](const QString& v) { head.origin = QByteArray::fromHex(v.toLatin1()); });
            })
            .and_then([&] {
                return take(u"reached"_s,
                            [&](const QString& v) { head.reached = QByteArray::fromHex(v.toLatin1()); });
            })
            .and_then([&] {
                return take(u"position"_s, [&](const QString& v) { head.position = v.toLongLong(); });
            })
            .and_then([&] {
                return take(u"ahead"_s, [&](const QString& v) { head.ahead = Milliseconds(v.toLongLong()); });
            })
            .and_then([&] {
                return take(u"heard"_s, [&](const QString& v) {
                    if (!v.isEmpty())
                        head.heardAt = instantFromMs(v.toLongLong());
                });
            })
            .and_then([&] {
                return take(u"sign_in"_s, [&](const QString& v) {
                    head.knowsSignIn = !v.isEmpty();
                    head.needsSignIn = v == u"needed";
                });
            });
    return read.transform([&] { return head; });
}

std::expected<QList<Entry>, JournalFault> LinkStore::entries() {
    return rowsOf<Entry>(m_database->query("SELECT line FROM entries ORDER BY seq"), entryFrom);
}

std::expected<QList<Entry>, JournalFault> LinkStore::ofStream(const QString& stream) {
    return rowsOf<Entry>(
        m_database->query("SELECT line FROM entries WHERE stream = ? ORDER BY seq", {stream}), entryFrom);
}

std::expected<void, JournalFault> LinkStore::take(const LinkPage& page) {
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(step.error());
    for (const QString& stream : page.streams)
        if (auto gone = m_database->run("DELETE FROM entries WHERE stream = ?", {stream}); !gone)
            return gone;
    for (const Entry& entry : page.entries)
        if (auto kept = m_database->run("INSERT OR REPLACE INTO entries(seq, stream, line) VALUES(?, ?, ?)",
                                        {entry.seq, entry.fact.stream, toJsonLine(entry)});
            !kept)
            return kept;
    for (const RequestId& request : page.answered)
        if (auto gone = forget(request); !gone)
            return gone;
    return setState(u"position"_s, QString::number(page.upTo))
        .and_then([&] { return setState(u"origin"_s, QString::fromLatin1(page.origin.toHex())); })
        .and_then([&] { return setState(u"reached"_s, QString::fromLatin1(page.reached.toHex())); })
        .and_then([&] { return step->commit(); });
}

std::expected<void, JournalFault> LinkStore::noteHeard(Instant at, Milliseconds ahead) {
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(step.error());
    return setState(u"heard"_s, QString::number(toMs(at)))
        .and_then([&] { return setState(u"ahead"_s, QString::number(ahead.count())); })
        .and_then([&] { return step->commit(); });
}

std::expected<void, JournalFault> LinkStore::forgetReplica() {
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(step.error());
    return m_database->run("DELETE FROM entries")
        .and_then([&] { return setState(u"position"_s, u"0"_s); })
        .and_then([&] { return setState(u"origin"_s, {}); })
        .and_then([&] { return setState(u"reached"_s, {}); })
        .and_then([&] { return step->commit(); });
}

std::expected<QList<OutboxItem>, JournalFault> LinkStore::outbox() {
    return rowsOf<OutboxItem>(m_database->query("SELECT asked, signed FROM outbox ORDER BY id"),
                              [](const SqlRows& rows) {
                                  return requestFrom(rows.text(0)).transform([&](const Request& request) {
                                      return OutboxItem{request, rows.number(1) != 0};
                                  });
                              });
}

std::expected<void, JournalFault> LinkStore::keep(const Request& request, bool isSigned) {
    return m_database->run("INSERT INTO outbox(request, asked, signed) VALUES(?, ?, ?)",
                           {request.id.toString(), text(request), int(isSigned)});
}

std::expected<void, JournalFault> LinkStore::forget(const RequestId& request) {
    return m_database->run("DELETE FROM outbox WHERE request = ?", {request.toString()});
}

std::expected<void, JournalFault> LinkStore::refuse(const LateRefusal& late) {
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(step.error());
    return m_database
        ->run("INSERT OR REPLACE INTO refused(request, asked, refused_at, refusal) VALUES(?, ?, ?, ?)",
              {late.request.id.toString(), text(late.request), toMs(late.refusedAt), text(late.refusal)})
        .and_then([&] { return forget(late.request.id); })
        .and_then([&] { return step->commit(); });
}

std::expected<QList<LateRefusal>, JournalFault> LinkStore::refusals() {
    return rowsOf<LateRefusal>(
        m_database->query("SELECT asked, refused_at, refusal FROM refused ORDER BY id"),
        [](const SqlRows& rows) -> std::optional<LateRefusal> {
            auto request = requestFrom(rows.text(0));
            if (!request)
                return std::nullopt;
            return LateRefusal{*std::move(request), instantFromMs(rows.number(1)), refusalFrom(rows.text(2))};
        });
}

std::expected<QList<KeptSession>, JournalFault> LinkStore::sessions() {
    return rowsOf<KeptSession>(
        m_database->query("SELECT login, secret, ends_at FROM sessions ORDER BY login"),
        [](const SqlRows& rows) {
            return std::optional(KeptSession{rows.text(0), rows.bytes(1), instantFromMs(rows.number(2))});
        });
}

std::expected<void, JournalFault> LinkStore::keep(const KeptSession& session) {
    return m_database->run("INSERT OR REPLACE INTO sessions(login, secret, ends_at) VALUES(?, ?, ?)",
                           {session.login, session.secret, qint64(toMs(session.endsAt))});
}

std::expected<void, JournalFault> LinkStore::forgetSession(const QString& login) {
    return m_database->run("DELETE FROM sessions WHERE login = ?", {login});
}

std::expected<void, JournalFault> LinkStore::noteSignIn(bool isNeeded) {
    return setState(u"sign_in"_s, isNeeded ? u"needed"_s : u"none"_s);
}

std::expected<QList<Receipt>, JournalFault> LinkStore::receipts() {
    return rowsOf<Receipt>(
        m_database->query("SELECT seat, user, stage, from_seq, to_seq, at FROM receipts ORDER BY id LIMIT ?",
                          {mostReceipts}),
        [](const SqlRows& rows) {
            const auto stage = std::clamp<qint64>(rows.number(2), 0, qint64(ReceiptStage::Acknowledged));
            return std::optional(Receipt{rows.text(0), rows.text(1), ReceiptStage(stage), rows.number(3),
                                         rows.number(4), instantFromMs(rows.number(5))});
        });
}

std::expected<void, JournalFault> LinkStore::keep(const QList<Receipt>& receipts) {
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(step.error());
    for (const Receipt& receipt : receipts)
        if (auto kept = m_database->run("INSERT INTO receipts(seat, user, stage, from_seq, to_seq, at) "
                                        "VALUES(?, ?, ?, ?, ?, ?)",
                                        {receipt.seat, receipt.user, int(receipt.stage), receipt.fromSeq,
                                         receipt.toSeq, qint64(toMs(receipt.at))});
            !kept)
            return kept;
    return step->commit();
}

std::expected<void, JournalFault> LinkStore::forgetReceipts(qsizetype oldest) {
    return m_database->run("DELETE FROM receipts WHERE id IN (SELECT id FROM receipts ORDER BY id LIMIT ?)",
                           {qint64(oldest)});
}

std::expected<void, JournalFault> LinkStore::dismiss(const RequestId& request) {
    return m_database->run("DELETE FROM refused WHERE request = ?", {request.toString()});
}

} // namespace tridesk
