// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/refusal.h"
#include "app/link/link_options.h"
#include "app/link/seat_page.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>

class QNetworkReply;

namespace tridesk {

/// The line itself: follows the journal behind the gateway and sends commands, each one question at a time.
/// Knows nothing of what they mean. What fails is told once as lost(); again() follows after a pause that
/// grows, and whoever uses the line asks anew. One thread.
class LinkLine : public QObject {
    Q_OBJECT

public:
    explicit LinkLine(LinkOptions options, QObject* parent = nullptr);
    ~LinkLine() override;

    [[nodiscard]] bool isUp() const { return m_isUp; }
    /// Asks for what came after `after`; `shown` is the newest entry that was on the screen of who has that
    /// session, which may be empty. Told by page().
    void follow(qint64 after, qint64 shown, const QByteArray& session);
    /// Told by answered(), or not at all where the line is lost meanwhile: then it may have arrived all the
    /// same, and is to be sent again with the same id. One at a time; an urgent one takes another's place. In
    /// the name of the one who has that session; empty: in the machine's.
    void send(const Request& request, const QByteArray& session, bool urgent);
    /// Nothing is told of it: a session that was not ended ends by itself.
    void signOut(const QByteArray& session);
    [[nodiscard]] bool isSending() const { return !m_sending.isNull(); }
    [[nodiscard]] bool isSendingUrgent() const { return isSending() && m_urgent; }
    /// An emergency waits: tries at once, and does not let the pause grow.
    void hurry(bool urgent);

Q_SIGNALS:
    void page(const tridesk::SeatPage& page);
    /// Done up to an entry, 0 where nothing had to change; or refused by the gateway's desk.
    void answered(const tridesk::RequestId& request, const std::expected<qint64, tridesk::Refusal>& answer);
    void heard(tridesk::Instant gatewayNow);
    /// No answer, or none that can be understood. `turnedAway`: it answers, but does not let this terminal
    /// in.
    void lost(const QString& why, bool turnedAway);
    void again();

private:
    [[nodiscard]] QNetworkReply* started(QNetworkReply* reply);
    [[nodiscard]] QNetworkRequest request(const QString& path, const QByteArray& session) const;
    void takePage(QNetworkReply* reply);
    void takeAnswer(QNetworkReply* reply, const RequestId& request);
    void fail(const QString& why, bool turnedAway = false);
    void failFor(QNetworkReply* reply, const QByteArray& body);
    void up();

    LinkOptions m_options;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_following;
    QPointer<QNetworkReply> m_sending;
    QTimer m_again;
    Milliseconds m_pause;
    bool m_isUp = false;
    bool m_urgent = false;
    bool m_hurried = false;
};

} // namespace tridesk
