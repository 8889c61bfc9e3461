// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/seat_guard.h"

#include "app/access/rights.h"
#include "app/desk/desk.h"
#include "ui/shell/cover.h"
#include "ui/shell/sign_in_sheet.h"
#include "ui/text/names.h"
#include "ui/text/sign_in.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr QSize usualCover(900, 680);
constexpr int usualMinutes = 10;
constexpr QLatin1StringView minutesKey("lock/afterMinutes");

bool hasSameRights(const User& a, const User& b) {
    return a.role == b.role && a.seats == b.seats && a.disabled == b.disabled;
}

bool isOf(const QWidget& widget, const QWidget& window) {
    for (const QWidget* at = &widget; at; at = at->parentWidget())
        if (at == &window)
            return true;
    return false;
}

} // namespace

SeatGuard::SeatGuard(Ground ground, QObject* parent)
    : QObject(parent)
    , m_ground(std::move(ground)) {
    connect(&m_idle, &IdleWatch::idle, this, &SeatGuard::lockUntouched);
    connect(&m_choosing, &IdleWatch::idle, this, [this] { forgetComer({}); });
    if (m_ground.gate)
        connect(m_ground.gate, &SignInGate::read, this, &SeatGuard::followUsers);
    applyIdle();
}

SeatGuard::~SeatGuard() = default;

Actor SeatGuard::actorAt(const Seat& seat) const {
    if (m_user)
        return m_user->actorAt(seat);
    // Over a link the token stands for the seat then: what the gateway will not take is not offered.
    const Role role = m_ground.desk.link() ? roleByToken(seat) : Role::Anybody;
    return Actor{.seat = seat, .user = m_ground.systemUser, .role = role};
}

QList<QWidget*> SeatGuard::covers() const {
    QList<QWidget*> covers;
    for (const auto& cover : m_covers)
        covers << cover.get();
    return covers;
}

void SeatGuard::askFor(const QList<Seat>& seats) {
    m_wanted = seats;
    m_isOpen = false;
    addCover(nullptr, nullptr, {});
}

void SeatGuard::cover(const QString& why) {
    if (isCovering())
        return;
    m_wanted.clear();
    m_isOpen = true;
    const QList<Window> windows = m_ground.windows();
    for (qsizetype i = 0; i < windows.size(); ++i) {
        const Window& each = windows.at(i);
        m_wanted << each.desk->actor().seat;
        if (each.window->isVisible())
            m_covered << i;
    }
    for (const qsizetype i : std::as_const(m_covered))
        addCover(windows.at(i).window, windows.at(i).desk, windows.at(i).window->saveGeometry());
    for (const Window& each : windows)
        hideBeneath(*each.window);
    setHiding(isCovering());
    if (!why.isEmpty())
        complain(why);
}

void SeatGuard::addCover(QWidget* window, SeatDesk* desk, const QByteArray& geometry) {
    auto cover = std::make_unique<Cover>(desk, m_ground.look, m_ground.place);
    cover->resize(window ? window->size() : usualCover);
    if (!geometry.isEmpty())
        cover->restoreGeometry(geometry);
    connect(cover.get(), &Cover::nightToggled, this, &SeatGuard::nightToggled);
    connect(cover.get(), &Cover::languageToggled, this, &SeatGuard::languageToggled, Qt::QueuedConnection);
    connect(&cover->sheet(), &SignInSheet::asked, this, &SeatGuard::check);
    connect(
        &cover->sheet(), &SignInSheet::wentOn, this, [this] { enter(std::nullopt, m_wanted); },
        Qt::QueuedConnection); // the sheet goes with its cover
    connect(&cover->sheet(), &SignInSheet::seatChosen, this, &SeatGuard::takeSeat, Qt::QueuedConnection);
    prepare(*cover);
    cover->show();
    m_covers.push_back(std::move(cover));
}

void SeatGuard::prepare(Cover& cover) const {
    if (needsSignIn())
        cover.sheet().askWho(m_user ? m_user->login.toString() : QString());
    else
        cover.sheet().askToGoOn();
}

/// The window itself, and what stands over it in windows of its own: floating docks, sheets, menus.
void SeatGuard::hideBeneath(QWidget& window) {
    while (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget* widget : all) {
        if (widget == &window || !widget->isVisible() || !isOf(*widget, window))
            continue;
        m_hidden << widget;
        widget->hide();
    }
    window.hide();
}

void SeatGuard::showBeneath() {
    setHiding(false);
    for (const QPointer<QWidget>& widget : std::exchange(m_hidden, {})) {
        if (!widget)
            continue;
        if (widget->testAttribute(Qt::WA_DontShowOnScreen)) { // held back just now
            widget->hide();
            widget->setAttribute(Qt::WA_DontShowOnScreen, false);
        }
        widget->show();
    }
}

void SeatGuard::setHiding(bool hiding) {
    if (std::exchange(m_isHiding, hiding) == hiding)
        return;
    if (hiding)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

/// A pane that floats, a sheet: in a window of its own that belongs to another one, which is no cover. A
/// window that is just being made belongs to the covered ones as well.
bool SeatGuard::isBeneath(const QWidget& widget) const {
    const QWidget* root = &widget;
    while (root->parentWidget())
        root = root->parentWidget();
    return widget.isWindow() && root != &widget &&
           std::ranges::none_of(m_covers, [root](const auto& cover) { return cover.get() == root; });
}

/// An address that was looked up, a report that is saved: some of what was begun before the lock brings a
/// pane up when it ends.
bool SeatGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show && watched->isWidgetType())
        if (auto& widget = *static_cast<QWidget*>(watched); isBeneath(widget))
            holdBack(widget);
    return false;
}

/// It cannot be hidden while it is being shown, but kept off the screen until then.
void SeatGuard::holdBack(QWidget& widget) {
    if (!m_hidden.contains(&widget))
        m_hidden << &widget;
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    QMetaObject::invokeMethod(
        this,
        [this, held = QPointer(&widget)] {
            if (!held || !m_isHiding)
                return;
            held->hide();
            held->setAttribute(Qt::WA_DontShowOnScreen, false);
        },
        Qt::QueuedConnection);
}

void SeatGuard::countHidden() {
    if (!m_isHiding)
        return;
    const QList<QPointer<QWidget>> hidden = m_hidden;
    for (const QPointer<QWidget>& widget : hidden)
        if (auto* dock = qobject_cast<QDockWidget*>(widget.data())) {
            dock->setAttribute(Qt::WA_DontShowOnScreen); // before it is shown: it is held back by that
            dock->show();
        }
}

void SeatGuard::uncover() {
    if (!isCovering())
        return;
    setHiding(false);
    const QList<Window> windows = m_ground.windows();
    const QList<qsizetype> covered = std::exchange(m_covered, {});
    for (const qsizetype i : covered)
        windows.at(i).window->show();
    showBeneath();
    m_covers.clear();
    m_idle.restart();
    if (!windows.isEmpty())
        windows.at(covered.value(0)).window->activateWindow();
    followUsers(); // what was changed meanwhile
}

void SeatGuard::renewCovers() {
    if (!isCovering())
        return;
    const auto before = std::exchange(m_covers, {});
    const QList<Window> windows = m_ground.windows();
    for (size_t i = 0; i < before.size(); ++i) {
        Cover& old = *before.at(i);
        const Window of = m_isOpen ? windows.at(m_covered.at(qsizetype(i))) : Window();
        addCover(of.window, of.desk, old.saveGeometry());
        m_covers.back()->sheet().resume(old.sheet());
    }
}

/// Somebody has been given, or has lost, what the ones who sit here sit by.
void SeatGuard::followUsers() {
    applyIdle();
    if (isCovering()) {
        if (m_comer && !isAsBefore(*m_comer))
            forgetComer(tr("What you may do here has been changed: sign in again."));
        if (needsSignIn() && !m_user && m_isOpen)
            for (const auto& cover : m_covers)
                prepare(*cover);
        return;
    }
    if (!needsSignIn() || m_ground.windows().isEmpty())
        return;
    if (!m_user)
        Q_EMIT lockAsked(tr("This desk has users now: sign in to go on."));
    else if (!isAsBefore(*m_user))
        Q_EMIT lockAsked(tr("What you may do here has been changed: sign in again."));
}

bool SeatGuard::isAsBefore(const User& user) const {
    const auto now = m_ground.gate->find(user.login);
    return now && hasSameRights(user, *now);
}

/// Whoever has signed in and not sat down is asked anew who is there.
void SeatGuard::forgetComer(const QString& why) {
    m_choosing.setAfter(0ms);
    if (!std::exchange(m_comer, std::nullopt))
        return;
    for (const auto& cover : m_covers)
        prepare(*cover);
    complain(why);
}

void SeatGuard::check(const QString& login, const QString& password) {
    setWaiting(true);
    m_ground.gate->signIn(login, password).then(this, [this](const SignInOutcome& outcome) {
        setWaiting(false);
        if (!outcome)
            complain(text::signInFault(outcome.error()));
        else if (isCovering())
            place(*outcome);
    });
}

void SeatGuard::place(const User& user) {
    if (!m_isOpen)
        return offerSeats(user);
    for (const Seat& seat : std::as_const(m_wanted))
        if (!user.mayTake(seat))
            return complain(text::mayNotSit(user, seat, m_ground.desk.situation()));
    enter(user, m_wanted);
}

/// All that was asked for, where it is several; else what the user may take, where there is a choice.
void SeatGuard::offerSeats(const User& user) {
    const bool mayAll = std::ranges::all_of(m_wanted, [&](const Seat& seat) { return user.mayTake(seat); });
    const QList<Seat> seats = seatsFor(user);
    if (mayAll && (m_wanted.size() > 1 || seats.size() <= 1))
        return enter(user, m_wanted);
    if (seats.isEmpty())
        return complain(text::noSeatFor(user));
    if (seats.size() == 1)
        return enter(user, seats);
    m_comer = user;
    m_choosing.setAfter(m_ground.choosing);
    QList<SignInSheet::Choice> choices;
    choices.reserve(seats.size());
    for (const Seat& seat : seats)
        choices.append({seat, text::seatName(m_ground.desk.situation(), seat.toString())});
    for (const auto& cover : m_covers)
        cover->sheet().askWhere(choices, m_wanted.value(0));
}

QList<Seat> SeatGuard::seatsFor(const User& user) const {
    QList<Seat> seats;
    const auto offer = [&](const Seat& seat) {
        if (user.mayTake(seat) && !seats.contains(seat))
            seats.append(seat);
    };
    for (const Seat& seat : m_wanted) // as this desk of the bureau, which has a number
        offer(seat);
    if (std::ranges::none_of(seats, [](const Seat& seat) { return seat.tier == Tier::Bureau; }))
        offer({.tier = Tier::Bureau, .place = {}});
    const Situation& situation = m_ground.desk.situation();
    for (const Post& post : situation.posts())
        if (post.tier == Tier::Station)
            offer({.tier = Tier::Station, .place = post.id.toString()});
    QStringList units;
    for (const Unit& unit : situation.units())
        units.append(unit.definition.id.toString());
    units.sort();
    for (const QString& unit : std::as_const(units))
        if (const Seat seat{.tier = Tier::Field, .place = unit};
            user.mayTake(seat) && !m_wanted.contains(seat))
            seats.append(seat);
    return seats;
}

void SeatGuard::takeSeat(const Seat& seat) {
    if (!m_comer)
        return;
    if (isAsBefore(*m_comer))
        enter(m_comer, {seat});
    else
        forgetComer(tr("What you may do here has been changed: sign in again."));
}

void SeatGuard::enter(const std::optional<User>& user, const QList<Seat>& seats) {
    if (needsSignIn() && !user)
        return;
    m_user = user;
    m_comer.reset();
    m_choosing.setAfter(0ms);
    applyIdle();
    Q_EMIT entered(seats);
    if (m_ground.gate)
        m_ground.gate->setSitting(m_user);
}

void SeatGuard::complain(const QString& why) {
    for (const auto& cover : m_covers)
        cover->sheet().complain(why);
}

void SeatGuard::setWaiting(bool waiting) {
    for (const auto& cover : m_covers)
        cover->sheet().setWaiting(waiting);
}

int SeatGuard::lockAfter() const {
    return m_ground.settings.value(minutesKey, needsSignIn() ? usualMinutes : 0).toInt();
}

void SeatGuard::setLockAfter(int minutes) {
    m_ground.settings.setValue(minutesKey, minutes);
    applyIdle();
}

/// A wall is looked at and not touched.
void SeatGuard::lockUntouched() {
    const QList<Window> windows = m_ground.windows();
    if (std::ranges::any_of(windows, [](const Window& each) { return each.desk->isWall(); }))
        m_idle.restart();
    else
        Q_EMIT lockAsked({});
}

void SeatGuard::applyIdle() {
    m_idle.setAfter(std::chrono::minutes(qBound(0, lockAfter(), 24 * 60)));
}

} // namespace tridesk
