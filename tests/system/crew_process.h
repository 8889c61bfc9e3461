// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"
#include "tests/system/driven_process.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace tridesk::test {

/// A crew_driver: a unit's terminal that knows the broker alone, as a process.
class CrewProcess : public DrivenProcess {
public:
    explicit CrewProcess(const QStringList& arguments)
        : DrivenProcess(QStringLiteral(TRIDESK_CREW_DRIVER), arguments,
                        [this](const QByteArray& line) { take(line); }) {}

    /// Said until the list of orders answers it, over kills too.
    void step(int n, const QString& order, const QString& word, const QString& text) {
        say(QJsonDocument(QJsonObject{{QStringLiteral("n"), n},
                                      {QStringLiteral("order"), order},
                                      {QStringLiteral("step"), word},
                                      {QStringLiteral("text"), text}})
                .toJson(QJsonDocument::Compact));
    }
    /// Said once, where there is a line.
    void fix(Instant at, double latitude, double longitude) {
        say("fix " + QJsonDocument(QJsonObject{{QStringLiteral("at"), toIso(at)},
                                               {QStringLiteral("lat"), latitude},
                                               {QStringLiteral("lon"), longitude}})
                         .toJson(QJsonDocument::Compact));
    }
    /// "done" once the list shows the step; "" until then, and where the order leaves the list first.
    [[nodiscard]] QByteArray wordOn(int n) {
        hear();
        return m_words.value(n);
    }
    /// As it was last told.
    [[nodiscard]] QList<QJsonObject> orders() {
        QList<QJsonObject> all;
        for (const auto& order : told()[u"orders"].toArray())
            all.append(order.toObject());
        return all;
    }
    [[nodiscard]] int waiting() { return told()[u"waiting"].toInt(-1); } ///< steps without a word

private:
    [[nodiscard]] QJsonObject told() {
        m_told.reset();
        say("orders");
        (void)waitFor([&] { return m_told.has_value(); });
        return m_told.value_or(QJsonObject());
    }
    void take(const QByteArray& line) {
        const qsizetype space = line.indexOf(' ');
        const QByteArray first = line.first(qMax<qsizetype>(0, space)), rest = line.sliced(space + 1);
        if (first == "orders")
            m_told = QJsonDocument::fromJson(rest).object();
        else if (first == "taken")
            m_words.insert(rest.toInt(), "done");
        else if (first != "gone") // it may be in all the same
            qWarning() << "the crew says" << line;
    }

    QHash<int, QByteArray> m_words;
    std::optional<QJsonObject> m_told;
};

} // namespace tridesk::test
