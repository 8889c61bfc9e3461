// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "maps/layers/mapping.h"
#include "ui/shell/import_sheet.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tridesk {

class MappingTable;

/// What a geographic file is to become.
struct LayerChoice {
    maps::LayerMapping mapping;
    bool isTrack = false; ///< positions of a unit: of the mapping only the datum counts
    UnitId unit;          ///< whose, if it is a track
};

/// What would come of a choice.
struct LayerPreview {
    qint64 taken = 0; ///< things that go before the desk, or positions
    qint64 known = 0; ///< on the map already, as far as that can be told before
    qint64 leftOut = 0;
    QList<ImportLine> lines; ///< of what is left out; the first
};

/// A list or layer of another program on its way in: what the file says, what its columns are taken for, what
/// would be read and what left out; then its progress, and what became of it. Knows no desk: who opens it
/// answers its signals. Deletes itself.
class LayerImportSheet : public QDialog {
    Q_OBJECT

public:
    LayerImportSheet(const QString& file, const QList<std::pair<UnitId, QString>>& units, QWidget* parent);

    /// The file is read. `note` says where the mapping is from, or that the file is longer than is taken.
    void show(const maps::Layer& layer, const LayerChoice& choice, bool hasTrack, const QString& note);
    /// The file cannot be read at all.
    void fail(const QString& why);
    void setPreview(const LayerPreview& preview);
    void setProgress(qint64 done, qint64 all);
    void finish(const ImportSummary& summary);

Q_SIGNALS:
    void choiceChanged(const tridesk::LayerChoice& choice);
    void startAsked(const tridesk::LayerChoice& choice);
    void stopAsked();

private:
    enum class State { Reading, Choosing, Counting, Running, Stopping, Over };

    void nameParts();
    void build();
    void buildButtons(class QVBoxLayout& column);
    void fillChoices(const QList<std::pair<UnitId, QString>>& units);
    void set(State state);
    void change();
    [[nodiscard]] LayerChoice choice() const;
    [[nodiscard]] QString previewText(const LayerPreview& preview) const;

    State m_state = State::Reading;
    bool m_canStart = false;
    QLabel* m_title;
    QLabel* m_format;
    QWidget* m_choices; ///< holds the choices below
    QComboBox* m_target;
    QComboBox* m_datum;
    QLabel* m_unitWord;
    QComboBox* m_unit;
    MappingTable* m_mapping;
    QLabel* m_figures;
    FaultList* m_lines;
    QProgressBar* m_progress;
    QPushButton* m_start = nullptr;
    QPushButton* m_stop = nullptr;
};

} // namespace tridesk
