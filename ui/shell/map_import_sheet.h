// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/extract/progress.h"
#include "ui/shell/map_import_run.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace tridesk {

/// Makes a map of an OpenStreetMap extract beside the desk's work: name, progress, stop, go on, and show it.
/// Closing it stops the import, which can be gone on with.
class MapImportSheet : public QDialog {
    Q_OBJECT

public:
    /// folder: where maps are kept; the map gets one of its name in it. program: tridesk-map.
    MapImportSheet(const QString& file, const QString& folder, const QString& program, QWidget* parent);

Q_SIGNALS:
    void showAsked(const QString& package);

private:
    enum class State { Ready, Running, Stopping, Stopped, Failed, Done };

    void build(const QString& file);
    void set(State state, const QString& words);
    void start();
    void tell(const maps::ImportProgress& progress);
    [[nodiscard]] QString package() const;

    QString m_file;
    QString m_folder;
    MapImportRun m_run;
    State m_state = State::Ready;
    QLineEdit* m_name;
    QProgressBar* m_progress;
    QLabel* m_words;
    QPushButton* m_start;
    QPushButton* m_stop;
    QPushButton* m_show;
};

} // namespace tridesk
