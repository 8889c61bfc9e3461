// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <memory>
#include <optional>

class QCoreApplication;
class QTranslator;

namespace tridesk {

enum class Language { English, Chinese };

[[nodiscard]] QString languageCode(Language language); ///< "en", "zh"
[[nodiscard]] std::optional<Language> languageFromCode(QStringView code);
/// What the machine is set to, English where it is neither.
[[nodiscard]] Language systemLanguage();

/// The translations installed in an application; one for each program. Setting another language sends every
/// widget a LanguageChange; windows that hold words rebuild themselves then.
class Translation {
public:
    explicit Translation(QCoreApplication& application);
    ~Translation();
    Translation(const Translation&) = delete;
    Translation& operator=(const Translation&) = delete;

    void set(Language language);
    [[nodiscard]] Language language() const { return m_language; }

private:
    void remove();

    QCoreApplication& m_application;
    Language m_language = Language::English;
    std::unique_ptr<QTranslator> m_own;
    std::unique_ptr<QTranslator> m_qt;
};

} // namespace tridesk
