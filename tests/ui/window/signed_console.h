// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/user_gate.h"
#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "ui/console/console.h"
#include "ui/console/seat_guard.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QPlainTextEdit>
#include <QSettings>

#include <memory>

namespace tridesk {
class IncidentForm;
}

namespace tridesk::test {

inline const QString password = QStringLiteral("correct horse"); ///< everybody's

/// A console in front of a live desk that has users, and a hand that signs in. Needs a QApplication.
class SignedConsole {
protected:
    void set();
    void clear();

    void addUser(QStringView login, Role role, const QStringList& seats);
    void startGate();
    void begin(const QStringList& seats);
    [[nodiscard]] bool isCovered() const { return m_console->guard().isCovering(); }
    [[nodiscard]] QWidget& shown() const { return *m_console->windows().first(); }
    template <class Part>
    [[nodiscard]] Part& part(const QString& name) const {
        auto* found = shown().findChild<Part*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return *found;
    }
    [[nodiscard]] QString complaint() const;
    void signIn(const QString& login, const QString& words);
    void lock();                              ///< by its key
    [[nodiscard]] IncidentForm& form() const; ///< for a new incident, not the one that amends
    [[nodiscard]] QPlainTextEdit& narrative() const;
    /// "seat.opened bureau wang", in their order.
    [[nodiscard]] QStringList sittings() const;

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<UserStore> m_store;
    std::unique_ptr<UserGate> m_gate;
    std::unique_ptr<Console> m_console;
};

} // namespace tridesk::test
