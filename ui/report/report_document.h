// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>

namespace tridesk {

/// A report as it is printed: written once in the language that is set, then laid out and painted anywhere.
class ReportDocument {
public:
    /// Stands at the head and foot of each page.
    ReportDocument(QString title, QString foot);

    void heading(const QString& text);
    void section(const QString& text); ///< below a heading
    void paragraph(const QString& text);
    void warning(const QString& text);
    /// Pairs, a line each; a pair without a second is left out.
    void facts(const QList<std::pair<QString, QString>>& pairs);
    /// Its head stands again on each page. Columns from `numbersFrom` on are numbers, at the right.
    void table(const QStringList& head, const QList<QStringList>& rows, int numbersFrom = 1000);
    /// Boxes to write in, a row each: their captions, each with its share of the width in percent, and how
    /// many lines high. Stays on one page.
    struct Box {
        QString caption;
        int share = 100;
    };
    struct FormRow {
        QList<Box> boxes;
        int lines = 1;
    };
    void form(const QString& title, const QList<FormRow>& rows);
    void newPage();
    /// `width`: of the page's, in percent.
    void picture(const QImage& image, int width = 100);
    /// Two beside each other.
    void pictures(const QImage& left, const QImage& right);

    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] const QString& foot() const { return m_foot; }
    [[nodiscard]] QString html() const;
    [[nodiscard]] const QHash<QString, QImage>& images() const { return m_images; }

private:
    [[nodiscard]] QString tag(const QImage& image, int width);

    QString m_title;
    QString m_foot;
    QString m_body;
    QHash<QString, QImage> m_images;
};

/// The document as a PDF: A4, its letters embedded, pages numbered: `pageWord` is "page %1 of %2". Any
/// thread.
[[nodiscard]] QByteArray pdfOf(const ReportDocument& document, const QString& pageWord);

} // namespace tridesk
