// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/label.h"

#include <QFontMetricsF>
#include <QHash>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace tridesk::ui {

// A text as it is set: letter by letter (what a reader takes for one), with the width of each.
struct MeasuredText {
    QStringList letters;
    std::vector<double> advances; // logical pixels
    double width = 0;
};

// How wide texts are, remembered: a view asks for the same few hundred again and again, and asking a font
// costs more than all the rest of placing a label. Kept by one thread.
class TextMeasure {
public:
    // Stands until the next call.
    [[nodiscard]] const MeasuredText& measure(const QString& text, const LabelFace& face);

private:
    struct Face {
        explicit Face(const QFont& font)
            : metrics(font) {}
        QFontMetricsF metrics;
        QHash<QString, double> letters;
        QHash<QString, MeasuredText> texts;
    };
    std::map<int, Face> m_faces;
};

} // namespace tridesk::ui
