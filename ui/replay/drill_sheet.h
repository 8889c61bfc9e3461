// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/replay/practice_journal.h"

#include <QDialog>

#include <atomic>
#include <memory>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace tridesk {

/// Makes a drill of the record up to an instant, in a folder of its own. Closing it stops that, and takes
/// away what was made.
///
/// objectNames: drillSheet; drill.folder, drill.progress, drill.trouble, drill.begin, drill.cancel.
class DrillSheet : public QDialog {
    Q_OBJECT

public:
    /// `wish` without its folder, which is proposed under `folders`, and its now.
    DrillSheet(PracticeWish wish, const QString& folders, QWidget* parent = nullptr);
    ~DrillSheet() override;

Q_SIGNALS:
    void made(const QString& folder, tridesk::Instant at); ///< it can be opened

private:
    void build();
    void begin();
    void tell(int percent);
    void finish(const std::expected<Practice, QString>& made);

    PracticeWish m_wish;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    QLineEdit* m_folder;
    QProgressBar* m_progress;
    QLabel* m_trouble;
    QPushButton* m_begin;
    QPushButton* m_cancel;
};

} // namespace tridesk
