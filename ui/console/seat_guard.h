// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/user.h"
#include "app/desk/sign_in_gate.h"
#include "ui/console/idle_watch.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSettings>

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace tridesk {

class Cover;
class Desk;
class Look;
class SeatDesk;

/// Who sits at the seats of this process, and the covers that stand in the place of its windows until
/// somebody who may sit there has signed in. All windows share one sign-in and are locked together. Where the
/// desk has no users, nobody signs in: a lock is then against a cat on the keys, not against people.
class SeatGuard : public QObject {
    Q_OBJECT

public:
    struct Window {
        QWidget* window = nullptr;
        SeatDesk* desk = nullptr;
    };
    /// All outlive the guard.
    struct Ground {
        SignInGate* gate = nullptr; ///< null: no users are known here
        Desk& desk;
        const Look& look;
        QSettings& settings;
        QString place;      ///< what the foot of a cover says that it stands on
        QString systemUser; ///< who sits here where nobody signs in
        std::function<QList<Window>()> windows;
        Milliseconds choosing = std::chrono::minutes(1); ///< how long a seat may be chosen without a touch
    };

    explicit SeatGuard(Ground ground, QObject* parent = nullptr);
    ~SeatGuard() override;

    [[nodiscard]] bool needsSignIn() const { return m_ground.gate && m_ground.gate->hasUsers(); }
    [[nodiscard]] Actor actorAt(const Seat& seat) const;
    [[nodiscard]] bool isCovering() const { return !m_covers.empty(); }
    [[nodiscard]] QList<QWidget*> covers() const;

    /// Nobody sits here yet: asks who comes to take these seats; entered() says which.
    void askFor(const QList<Seat>& seats);
    /// Puts a cover in the place of every window; `why` is said on it, may be empty.
    void cover(const QString& why);
    void uncover();
    void showBeneath(); ///< the docks and sheets that the covers hid, before the windows
    /// The windows beneath are about to be made anew: what of theirs floats is to be in the layout that is
    /// taken over, though it is out of sight.
    void countHidden();
    void renewCovers(); ///< the language has changed
    void setPlace(const QString& place) { m_ground.place = place; }

    /// Idle minutes after which the windows are covered by themselves; 0: never. Kept in the settings; 10
    /// unless it was set, at a desk with users.
    [[nodiscard]] int lockAfter() const;
    void setLockAfter(int minutes);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Somebody may sit at these seats, as actorAt() says; the covers stand until uncover().
    void entered(const QList<tridesk::Seat>& seats);
    void lockAsked(const QString& why);
    void nightToggled();
    void languageToggled();

private:
    void followUsers();
    [[nodiscard]] bool isAsBefore(const User& user) const;
    void takeSeat(const Seat& seat);
    void forgetComer(const QString& why);
    void addCover(QWidget* window, SeatDesk* desk, const QByteArray& geometry);
    void prepare(Cover& cover) const;
    void check(const QString& login, const QString& password);
    void place(const User& user);
    void offerSeats(const User& user);
    [[nodiscard]] QList<Seat> seatsFor(const User& user) const;
    void enter(const std::optional<User>& user, const QList<Seat>& seats);
    void complain(const QString& why);
    void setWaiting(bool waiting);
    void hideBeneath(QWidget& window);
    [[nodiscard]] bool isBeneath(const QWidget& widget) const;
    void holdBack(QWidget& widget);
    void setHiding(bool hiding);
    void lockUntouched();
    void applyIdle();

    Ground m_ground;
    IdleWatch m_idle;
    std::optional<User> m_user;
    std::optional<User> m_comer; ///< has signed in and is asked where to sit
    IdleWatch m_choosing;        ///< of the comer, who may have gone away
    QList<Seat> m_wanted;
    bool m_isOpen = false; ///< the wanted seats have windows already
    std::vector<std::unique_ptr<Cover>> m_covers;
    QList<qsizetype> m_covered;        ///< which of the windows they stand for; a closed one has none
    bool m_isHiding = false;           ///< whatever of the windows comes up is put out of sight
    QList<QPointer<QWidget>> m_hidden; ///< docks and sheets that were in sight
};

} // namespace tridesk
