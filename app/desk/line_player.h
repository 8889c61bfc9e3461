// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/line/line.h"
#include "app/line/script.h"

#include <variant>

namespace tridesk {

/// Why a line was not carried out: it cannot be read, or it was refused.
using LineFault = std::variant<line::Error, Refusal>;

/// Who types a script's line: the user that it names, at its seat; refused where that user may not sit there.
using ActorOf = std::function<Result<Actor>(const Seat& seat, const QString& user)>;
/// For a desk without users, where anybody may sit anywhere.
[[nodiscard]] Result<Actor> anybodyAt(const Seat& seat, const QString& user);

/// What a line of a script came to.
struct PlayedLine {
    line::ScriptLine line;
    std::optional<LineFault> fault = {};

    /// Carried out, or refused with the code that the script names.
    [[nodiscard]] bool isAsWritten() const;
    /// In English, one line, for the terminal: field, value, code, what else is known.
    [[nodiscard]] QString why() const;
};

/// Does what a script's lines ask for, each as its seat would have it done from the command line: read
/// against what that seat sees, asked for as a whole or not at all. What a line asks of a window (to look, to
/// find) is let be. Lives in the desk's thread; the desk outlives it.
class LinePlayer : public QObject {
    Q_OBJECT

public:
    /// `user` acts where the script names nobody.
    LinePlayer(Desk& desk, QString user, ActorOf actorOf = anybodyAt, QObject* parent = nullptr);

    /// Then played(), once all of it is durable. One line at a time.
    void play(const line::ScriptLine& line);

Q_SIGNALS:
    void played(const tridesk::PlayedLine& line);

private:
    using Asked = std::expected<QList<Command>, LineFault>;

    void submit(const line::ScriptLine& line, const Actor& actor);
    [[nodiscard]] Asked read(const line::ScriptLine& line, const Actor& actor) const;
    [[nodiscard]] Result<void> mayAll(const QList<Command>& commands, const Actor& actor) const;
    [[nodiscard]] Result<void> maySit(const Seat& seat) const;

    Desk& m_desk;
    QString m_user;
    ActorOf m_actorOf;
};

} // namespace tridesk
