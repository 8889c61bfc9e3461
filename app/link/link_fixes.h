// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"
#include "app/link/link_options.h"

#include <QNetworkAccessManager>
#include <QTimer>

class QNetworkReply;

namespace tridesk {

class FixBoard;

/// Where the units of a linked seat are, on the board of its machine: asks the gateway every few seconds and
/// keeps what is new. Without the link the board shows what it had, which ages there as any fix does. The
/// journal's line does not wait for this one, nor does anything else. One thread, the board's.
class LinkFixes : public QObject {
    Q_OBJECT

public:
    LinkFixes(LinkOptions options, FixBoard& board, QObject* parent = nullptr);
    ~LinkFixes() override;

    void start() { ask(); }

private:
    void ask();
    void take(QNetworkReply* reply);

    LinkOptions m_options;
    FixBoard& m_board;
    QNetworkAccessManager m_network;
    QTimer m_next;
    Instant m_after;         ///< of what the gateway received up to then it has told
    Instant m_asked;         ///< from when on, the last time
    bool m_isMidway = false; ///< one page led to the next
    QString m_trouble;       ///< the last one, which is logged once
};

} // namespace tridesk
