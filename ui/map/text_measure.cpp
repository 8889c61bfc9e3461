// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/text_measure.h"

#include "ui/map/label_text.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace tridesk::ui {
namespace {

constexpr qsizetype mostTexts = 8000; // of one face
constexpr qsizetype mostLetters = 20000;

// Letters that nothing joins with: of those every character is one.
bool standsAlone(QChar c) {
    const char16_t u = c.unicode();
    return (u >= 0x20 && u < 0x300) || (u >= 0x2010 && u < 0x2030) || (u >= 0x3000 && u < 0x302A) ||
           (u >= 0x3400 && u < 0xA000) || (u >= 0xFF00 && u < 0xFFF0);
}

QStringList lettersOf(const QString& text) {
    QStringList out;
    if (std::ranges::all_of(text, standsAlone)) {
        for (const QChar c : text)
            out << c;
        return out;
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    while (finder.toNextBoundary() != -1) {
        out << text.mid(from, finder.position() - from);
        from = finder.position();
    }
    return out;
}

} // namespace

const MeasuredText& TextMeasure::measure(const QString& text, const LabelFace& face) {
    const int key = int(std::lround(face.size * 4)) * 4 + (face.bold ? 2 : 0) + (face.spaced ? 1 : 0);
    const auto at = m_faces.find(key);
    Face& known = at != m_faces.end() ? at->second : m_faces.try_emplace(key, labelFont(face)).first->second;
    if (const auto found = known.texts.constFind(text); found != known.texts.cend())
        return *found;
    if (known.texts.size() > mostTexts)
        known.texts.clear();
    if (known.letters.size() > mostLetters)
        known.letters.clear();
    MeasuredText measured{lettersOf(text), {}, 0};
    for (const QString& letter : measured.letters) {
        auto width = known.letters.find(letter);
        if (width == known.letters.end())
            width = known.letters.insert(letter, known.metrics.horizontalAdvance(letter));
        measured.advances.push_back(*width);
        measured.width += *width;
    }
    return *known.texts.insert(text, measured);
}

} // namespace tridesk::ui
