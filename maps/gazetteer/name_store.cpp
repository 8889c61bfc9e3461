// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/name_store.h"

#include "maps/gazetteer/schema.h"

namespace tridesk::maps {

using namespace Qt::StringLiterals;

std::expected<NameStore, QString> NameStore::open(const QString& path) {
    auto database = Database::open(path, Mode::ReadOnly);
    if (!database)
        return std::unexpected(database.error());
    NameStore store(std::move(*database));
    // A search reads pages here and there: from memory where the system lets it. The file never changes under
    // its name, as an import puts another in its place.
    (void)store.run(u"PRAGMA mmap_size=2147483648"_s);
    (void)store.run(u"PRAGMA cache_size=-16384"_s);
    QSqlQuery meta = store.prepare(u"SELECT value FROM meta WHERE key = ?"_s);
    const auto number = [&meta](const QString& key) {
        return run(meta, {key}).isEmpty() && meta.next() ? meta.value(0).toLongLong() : -1;
    };
    const QString error = run(meta, {u"format"_s});
    if (!error.isEmpty() || !meta.next())
        return std::unexpected(u"%1: not a gazetteer: %2"_s.arg(path, error));
    const int format = meta.value(0).toInt();
    if (format != gazetteer_schema::Format)
        return std::unexpected(
            u"%1: gazetteer of format %2, this program reads format %3: import the map again"_s.arg(path)
                .arg(format)
                .arg(gazetteer_schema::Format));
    store.m_places = number(u"places"_s);
    store.m_streets = number(u"streets"_s);
    if (store.m_places < 0 || store.m_streets < 0)
        return std::unexpected(u"%1: not a whole gazetteer: import the map again"_s.arg(path));
    return store;
}

const Vocabulary& NameStore::vocabulary() const {
    if (!m_vocabulary) {
        QSqlQuery meta = prepare(u"SELECT value FROM meta WHERE key = 'words'"_s);
        const bool read = run(meta, {}).isEmpty() && meta.next();
        m_vocabulary.emplace(read ? meta.value(0).toByteArray() : QByteArray());
    }
    return *m_vocabulary;
}

} // namespace tridesk::maps
