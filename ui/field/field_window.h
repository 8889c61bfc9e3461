// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace tridesk {

class CheckStrip;
class CrewWork;
class EmergencyStrip;
class FixBoard;
class Inbox;
class LinkStrip;
class LogOnPage;
class Look;
class MessagePage;
class MessageStrip;
class OrderPage;
class OwnPage;
class ReportPage;
class SeatDesk;
class WaitPage;
class WordsPage;

/// The window of a crew: log on, the order in hand with its brief, one large button for each step, and what
/// is written to and fro. Made for a small touch screen, upright or wide.
class FieldWindow : public QWidget {
    Q_OBJECT

public:
    FieldWindow(SeatDesk& desk, Look& look, QWidget* parent = nullptr);

    /// Where units are, for the place of what a crew comes upon; it outlives the window.
    void useFixes(const FixBoard& fixes);
    /// Goes on on the page where another window of the same crew was.
    void resume(const FieldWindow& before);

Q_SIGNALS:
    void nightToggled();
    void languageToggled();
    void lockAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// What the crew is at, besides the order or the wait for one.
    enum class Task { None, Report, Refuse, Reinforce, Own };

    QWidget* buildHead();
    void buildPages();
    void join();
    void joinTasks();
    void joinMessages();
    void refresh();
    void setTask(Task task);
    [[nodiscard]] QWidget* pageInHand() const;
    void showMail(bool open, bool crewed);
    void tick();
    void complain(const QString& why);
    void tellShown();

    SeatDesk& m_desk;
    Look& m_look;
    CrewWork* m_work;
    Inbox* m_inbox;
    QLabel* m_callsign;
    QLabel* m_status;
    QLabel* m_clock;
    QToolButton* m_night;
    QToolButton* m_mail;
    LinkStrip* m_link;
    EmergencyStrip* m_emergency;
    CheckStrip* m_check;
    MessageStrip* m_strip;
    QLabel* m_refusal;
    QStackedWidget* m_pages;
    LogOnPage* m_logOn;
    WaitPage* m_wait;
    OrderPage* m_order;
    ReportPage* m_report;
    WordsPage* m_refuse;
    WordsPage* m_reinforce;
    OwnPage* m_own;
    MessagePage* m_messages;
    Task m_task = Task::None;
    bool m_reading = false; ///< messages, over whatever else is in hand
};

} // namespace tridesk
