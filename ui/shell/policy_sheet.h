// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QSpinBox;

namespace tridesk {

class SeatDesk;

/// What recommendations weigh, to be changed for everybody: a journalled command like any other. Who may not
/// change it reads it here. Stands beside the work and deletes itself.
class PolicySheet : public QDialog {
    Q_OBJECT

public:
    /// `desk` outlives it.
    explicit PolicySheet(SeatDesk& desk, QWidget* parent = nullptr);

private:
    /// One figure: where it is kept, and how.
    struct Figure {
        const char* name; ///< the objectName's end
        QString label;
        qint64 RecommendPolicy::* whole = nullptr;
        Milliseconds RecommendPolicy::* length = nullptr; ///< shown in seconds
        QString suffix;
        int least = 0;
        int most = 0;
    };
    [[nodiscard]] static std::vector<Figure> figures();

    void build();
    void fill(const RecommendPolicy& policy);
    [[nodiscard]] RecommendPolicy entered() const;
    void save();

    SeatDesk& m_desk;
    std::vector<Figure> m_figures;
    std::vector<QSpinBox*> m_boxes; ///< by figure
    QLabel* m_refusal;
    QPushButton* m_save = nullptr;
};

} // namespace tridesk
