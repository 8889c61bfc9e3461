// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/command_codec.h"
#include "tests/system/driven_process.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace tridesk::test {

/// A seat_driver: a console or a terminal as a process.
class SeatProcess : public DrivenProcess {
public:
    struct State {
        bool isUp = false;
        bool isStrayed = false; ///< another journal is there, or an older state of it
        int waiting = -1;
        qint64 seq = -1;
    };
    /// What its windows show, all at one moment.
    struct Shown {
        int waiting = -1;
        qint64 seq = -1;
        QStringList board; ///< seat_board.h
        QStringList late;  ///< the commands that are put before somebody because they were not taken late
    };

    explicit SeatProcess(const QStringList& arguments)
        : DrivenProcess(QStringLiteral(TRIDESK_SEAT_DRIVER), arguments,
                        [this](const QByteArray& line) { take(line); }) {}

    void send(int n, const Command& command) {
        const QJsonObject json{{QStringLiteral("n"), n}, {QStringLiteral("command"), commandJson(command)}};
        say(QJsonDocument(json).toJson(QJsonDocument::Compact));
    }
    /// "" until it has said something; then "done", or why not.
    [[nodiscard]] QByteArray wordOn(int n) {
        hear();
        return m_words.value(n);
    }
    [[nodiscard]] bool waitForWordOn(int n) {
        return waitFor([&] { return m_words.contains(n); });
    }
    /// Somebody signs in and sits down: what is sent from now on is theirs.
    [[nodiscard]] bool sit(const QString& login, const QString& password) {
        m_sits.reset();
        say("sit " + login.toUtf8() + ' ' + password.toUtf8());
        (void)waitFor([&] { return m_sits.has_value(); });
        return m_sits.value_or(false);
    }
    [[nodiscard]] State state() {
        m_state = {};
        say("state");
        (void)waitFor([&] { return m_state.seq >= 0; });
        return m_state;
    }
    [[nodiscard]] Shown shown() {
        m_shown.reset();
        say("shown");
        (void)waitFor([&] { return m_shown.has_value(); });
        return m_shown.value_or(Shown());
    }
    /// Its journal is the one that is there now (Link::beginAnew).
    void beginAnew() { say("anew"); }
    /// "LATITUDE LONGITUDE" on its board, to six digits; "" where the unit never reported.
    [[nodiscard]] QByteArray placeOf(const QString& unit) {
        m_place.reset();
        say("fix " + unit.toUtf8());
        (void)waitFor([&] { return m_place.has_value(); });
        return m_place.value_or(QByteArray());
    }

private:
    void take(const QByteArray& line) {
        const QList<QByteArray> words = line.split(' ');
        const QByteArray& first = words.constFirst();
        if (first == "state")
            m_state = {words.value(1) == "1", words.value(2) == "1", words.value(3).toInt(),
                       words.value(4).toLongLong()};
        else if (first == "shown")
            m_shown = shownIn(QJsonDocument::fromJson(line.sliced(6)).object());
        else if (first == "sits")
            m_sits = words.value(1) == "1";
        else if (first == "fix")
            m_place = words.sliced(1).join(' ');
        else if (first == "done")
            m_words.insert(words.value(1).toInt(), "done");
        else if (first == "refused")
            m_words.insert(words.value(1).toInt(), words.value(2));
        else
            qWarning() << "the seat says" << words;
    }
    static Shown shownIn(const QJsonObject& json) {
        const auto lines = [&](QStringView name) {
            QStringList all;
            for (const auto& each : json[name].toArray())
                all.append(each.toString());
            return all;
        };
        return {json[u"waiting"].toInt(-1), json[u"seq"].toInteger(-1), lines(u"board"), lines(u"late")};
    }

    QHash<int, QByteArray> m_words;
    State m_state;
    std::optional<Shown> m_shown;
    std::optional<QByteArray> m_place;
    std::optional<bool> m_sits;
};

} // namespace tridesk::test
