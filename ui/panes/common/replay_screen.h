// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/replayer.h"

#include <QWidget>

#include <functional>

namespace tridesk {

class Look;

/// What is over, painted so that nobody takes it for live: the word and the instant stand across its head,
/// whatever is shown.
class ReplayScreen : public QWidget {
    Q_OBJECT

public:
    /// On the desk's clock, of what a replay calls so.
    using InstantOf = std::function<Instant(VideoTime)>;

    /// Both outlive it.
    ReplayScreen(const Look& look, Replayer& replay, QWidget* parent = nullptr);

    void setInstantOf(InstantOf instantOf);
    /// A still in place of the replay; null: the replay again.
    void setStill(const QImage& still, Instant then);
    /// Painted small into a corner, with its word: what is live meanwhile.
    void setInset(const QImage& picture, const QString& word);
    void setCaption(const QString& caption); ///< whose it is

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void paintHead(QPainter& painter) const;
    void paintInset(QPainter& painter) const;
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] int headHeight() const;

    const Look& m_look;
    Replayer& m_replay;
    InstantOf m_instantOf;
    QImage m_still;
    Instant m_stillAt;
    QImage m_inset;
    QString m_insetWord;
    QString m_caption;
};

} // namespace tridesk
