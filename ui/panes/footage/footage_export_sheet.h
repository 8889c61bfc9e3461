// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tridesk {

/// Asks where footage goes, to whom and why; says how it went. Knows no desk: who opens it answers its
/// signal. Deletes itself.
class FootageExportSheet : public QDialog {
    Q_OBJECT

public:
    /// `what`: the footage, in words.
    FootageExportSheet(const QString& what, QWidget* parent);

    /// The words of the outcome; `done`: nothing is left to be asked for.
    void finish(const QString& words, bool done);

Q_SIGNALS:
    void exportAsked(const QString& folder, const QString& whom, const QString& why);

private:
    [[nodiscard]] QLineEdit* line(const QString& name, const QString& words);
    void browse();
    void check();
    void ask();

    QLineEdit* m_folder;
    QLineEdit* m_whom;
    QLineEdit* m_why;
    QLabel* m_words;
    QPushButton* m_export;
};

} // namespace tridesk
