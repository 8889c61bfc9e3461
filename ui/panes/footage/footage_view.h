// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/video_feed.h"
#include "app/video/replayer.h"

#include <QWidget>

class QLabel;

namespace tridesk {

class Look;
class ReplayBar;
class ReplayScreen;

/// One piece of footage: a clip that plays, or a still; below it whether the file is what was kept.
class FootageView : public QWidget {
    Q_OBJECT

public:
    /// `look` outlives it.
    explicit FootageView(const Look& look, QWidget* parent = nullptr);

    /// `at`: of a clip, where to begin; `caption`: whose it is.
    void show(const Footage& footage, const QString& path, const QString& caption,
              std::optional<Instant> at = {});
    void close();
    [[nodiscard]] const FootageId& shown() const { return m_shown; } ///< null: none
    void setCheck(const QString& words, bool whole);
    [[nodiscard]] Replayer& replay() { return *m_replay; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    Replayer* m_replay;
    ReplayScreen* m_screen;
    ReplayBar* m_bar;
    QLabel* m_check;
    FootageId m_shown;
};

} // namespace tridesk
