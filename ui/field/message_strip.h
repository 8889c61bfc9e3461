// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace tridesk {

class CrewWork;
class Inbox;
class Look;

/// What was written to the crew, above whatever page it works on: the newest message that waits, acknowledged
/// at one touch; a long one is opened first. Status notes stand in a line below, one after the other. Hidden
/// while there is neither.
class MessageStrip : public QFrame {
    Q_OBJECT

public:
    /// All outlive it.
    MessageStrip(CrewWork& work, Inbox& inbox, const Look& look, QWidget* parent = nullptr);

    void refresh();
    void setQuiet(bool quiet); ///< hidden all the same: the page below shows the messages themselves

Q_SIGNALS:
    void openAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showMessage();
    void showNote();
    void turn();
    void tellShown();
    [[nodiscard]] bool fits(const QString& words) const;

    CrewWork& m_work;
    Inbox& m_inbox;
    const Look& m_look;
    QLabel* m_from;
    QLabel* m_words;
    QPushButton* m_acknowledge;
    QPushButton* m_open;
    QLabel* m_note;
    QTimer* m_turning;
    MessageId m_shownNote;
    bool m_quiet = false;
};

} // namespace tridesk
