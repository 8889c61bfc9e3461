// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/extract/progress.h"

#include <QObject>
#include <QProcess>

namespace tridesk {

/// One map import in a process of its own (tridesk-map): what a damaged file can do to it, it cannot do to
/// the desk. Ends with this object.
class MapImportRun : public QObject {
    Q_OBJECT

public:
    /// The program that stands beside this one, else the one in the path.
    [[nodiscard]] static QString usualProgram();

    explicit MapImportRun(QString program, QObject* parent = nullptr);
    ~MapImportRun() override;

    void start(const QString& file, const QString& folder, const QString& name);
    /// What is finished is kept; finished() follows.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    void progressed(const tridesk::maps::ImportProgress& progress);
    void done();
    void stopped();
    /// In one line, and in English as the program says it.
    void failed(const QString& why);

private:
    void readLines();
    void finish(int code, QProcess::ExitStatus status);

    QString m_program;
    QProcess m_process;
};

} // namespace tridesk
