// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace tridesk {

QString languageCode(Language language) {
    return language == Language::Chinese ? u"zh"_s : u"en"_s;
}

std::optional<Language> languageFromCode(QStringView code) {
    if (code == u"en")
        return Language::English;
    if (code == u"zh")
        return Language::Chinese;
    return {};
}

Language systemLanguage() {
    return QLocale::system().language() == QLocale::Chinese ? Language::Chinese : Language::English;
}

Translation::Translation(QCoreApplication& application)
    : m_application(application) {}

Translation::~Translation() {
    remove();
}

void Translation::remove() {
    for (auto* translator : {&m_own, &m_qt})
        if (*translator) {
            m_application.removeTranslator(translator->get());
            translator->reset();
        }
}

void Translation::set(Language language) {
    m_language = language;
    QLocale::setDefault(language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                                      : QLocale(QLocale::English, QLocale::UnitedKingdom));
    remove();
    if (language != Language::Chinese)
        return; // the source is English
    const auto install = [this](std::unique_ptr<QTranslator>& slot, const QString& file) {
        slot = std::make_unique<QTranslator>();
        if (slot->load(file))
            m_application.installTranslator(slot.get());
    };
    install(m_qt, QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_zh_CN.qm"_s);
    install(m_own, u":/i18n/tridesk_zh.qm"_s);
}

} // namespace tridesk
