// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/incident_file.h"

#include "app/domain/enum_names.h"
#include "app/intake/file_time.h"
#include "app/intake/incident_columns.h"
#include "app/intake/json_fields.h"
#include "maps/layers/csv_reader.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cmath>
#include <numbers>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// Metres of EPSG:3857 to degrees.
std::optional<GeoPoint> fromWebMercator(double x, double y) {
    constexpr double radius = 6378137;
    return GeoPoint::from((2 * std::atan(std::exp(y / radius)) - std::numbers::pi / 2) * 180 /
                              std::numbers::pi,
                          x / radius * 180 / std::numbers::pi);
}

std::optional<Level> levelFrom(const QString& text) {
    static const QHash<QString, Level> chinese{{u"特急"_s, Level::Critical},
                                               {u"紧急"_s, Level::Urgent},
                                               {u"一般"_s, Level::Routine},
                                               {u"非警务"_s, Level::NonPolice}};
    const std::optional<Level> level = enumFrom<Level>(text.toLower());
    return level || !chinese.contains(text) ? level : std::optional(chinese.value(text));
}

const IncidentType* typeFrom(const Catalogue& catalogue, const QString& text) {
    for (const IncidentType& type : catalogue.types)
        if (type.code.toString().compare(text, Qt::CaseInsensitive) == 0 || type.name.zh == text ||
            type.name.en.compare(text, Qt::CaseInsensitive) == 0)
            return text.isEmpty() ? nullptr : &type;
    return nullptr;
}

QString contentId(const QStringList& record) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& field : record)
        hash.addData(field.toUtf8() + '\x1f');
    return u"row-"_s + QString::fromLatin1(hash.result().first(12).toHex());
}

/// One CSV record as an incident, column by column; keeps the first fault.
class RowReader {
public:
    RowReader(const QStringList& record, const IncidentColumns& columns, const IncidentFileOptions& options,
              const Catalogue& catalogue, Instant now)
        : m_record(record)
        , m_columns(columns)
        , m_options(options)
        , m_catalogue(catalogue)
        , m_now(now) {}

    Result<IncidentRecord> read() {
        IncidentRecord incident;
        const QString id = bounded(IncidentColumn::Id, u"id"_s, limits::key);
        incident.report.source = {m_options.source, id.isEmpty() ? contentId(m_record) : id};
        IncidentDetails& details = incident.report.details;
        readTypeAndText(details);
        readLevel(details);
        details.place = {.at = point(),
                         .address = bounded(IncidentColumn::Address, u"address"_s, limits::line, u", "_s)};
        readCaller(details);
        incident.happenedAt = time();
        if (m_fault)
            return std::unexpected(*m_fault);
        return incident;
    }

private:
    QString value(IncidentColumn column, const QString& between = u" "_s) const {
        return m_columns.value(m_record, column, between);
    }
    void fault(RefusalCode code, const QString& field, const QString& value, const QString& detail = {}) {
        if (!m_fault)
            m_fault = Refusal{code, field, value.left(80), detail};
    }
    QString bounded(IncidentColumn column, const QString& field, int most, const QString& between = u" "_s) {
        const QString text = value(column, between);
        if (text.size() > most)
            fault(RefusalCode::TooLong, field, text, QString::number(most));
        else if (!isClean(text))
            fault(RefusalCode::Invalid, field, text, u"must not hold control characters"_s);
        return text;
    }
    void readTypeAndText(IncidentDetails& details) {
        const QString type = bounded(IncidentColumn::Type, u"type"_s, limits::line);
        const IncidentType* known = typeFrom(m_catalogue, type);
        details.type = known ? known->code : m_options.otherType;
        details.text = bounded(IncidentColumn::Text, u"text"_s, limits::text - limits::line - 1, u"\n"_s);
        if (!known && !type.isEmpty())
            details.text = details.text.isEmpty() ? type : type + u'\n' + details.text;
        if (details.text.isEmpty() && details.type.isNull())
            fault(RefusalCode::Missing, u"text"_s, {}, u"neither a text nor a known type"_s);
    }
    void readLevel(IncidentDetails& details) {
        const QString text = value(IncidentColumn::Level);
        const std::optional<Level> level = levelFrom(text);
        if (!level && !text.isEmpty())
            fault(RefusalCode::Invalid, u"level"_s, text,
                  u"must be critical, urgent, routine or non_police"_s);
        const IncidentType* type = m_catalogue.type(details.type);
        details.level = level.value_or(type ? type->level : Level::Routine);
    }
    void readCaller(IncidentDetails& details) {
        const Caller caller{.name = bounded(IncidentColumn::Name, u"name"_s, limits::line),
                            .phone = bounded(IncidentColumn::Phone, u"phone"_s, limits::phone)};
        if (!caller.name.isEmpty() || !caller.phone.isEmpty())
            details.callers.append(caller);
    }
    std::optional<double> number(IncidentColumn column, const QString& field) {
        const QString text = value(column);
        bool good = false;
        const double found = text.toDouble(&good);
        if (!good && !text.isEmpty())
            fault(RefusalCode::Invalid, field, text, u"must be a number"_s);
        return good ? std::optional(found) : std::nullopt;
    }
    std::optional<GeoPoint> point() {
        const bool degrees = m_columns.at.contains(IncidentColumn::Latitude);
        const std::optional<double> x =
            number(degrees ? IncidentColumn::Longitude : IncidentColumn::X, degrees ? u"lon"_s : u"x"_s);
        const std::optional<double> y =
            number(degrees ? IncidentColumn::Latitude : IncidentColumn::Y, degrees ? u"lat"_s : u"y"_s);
        if (!x || !y)
            return std::nullopt; // such lists have rows that nobody could locate
        const bool metres = !degrees && (std::abs(*x) > 180 || std::abs(*y) > 90);
        const std::optional<GeoPoint> at = metres ? fromWebMercator(*x, *y) : GeoPoint::from(*y, *x);
        if (!at && !GeoPoint::from(*y, 0))
            fault(RefusalCode::Invalid, degrees ? u"lat"_s : u"y"_s, QString::number(*y, 'g', 10),
                  u"must lie between -90 and 90"_s);
        else if (!at)
            fault(RefusalCode::Invalid, degrees ? u"lon"_s : u"x"_s, QString::number(*x, 'g', 10),
                  u"must lie between -180 and 180"_s);
        return at;
    }
    std::optional<Instant> time() {
        const QString text = value(IncidentColumn::Time);
        if (text.isEmpty())
            return std::nullopt;
        const std::optional<Instant> at = timeInFile(text, m_options.zone);
        if (!at)
            fault(RefusalCode::Invalid, u"time"_s, text, u"cannot be read as a time"_s);
        else if (*at > m_now + incidentClockSlack)
            fault(RefusalCode::Invalid, u"time"_s, text, u"lies more than a day ahead"_s);
        return at.transform([this](Instant told) { return std::min(told, m_now); });
    }

    const QStringList& m_record;
    const IncidentColumns& m_columns;
    const IncidentFileOptions& m_options;
    const Catalogue& m_catalogue;
    Instant m_now;
    std::optional<Refusal> m_fault;
};

class CsvIncidentFile final : public IncidentFile {
public:
    CsvIncidentFile(std::unique_ptr<QFile> file, IncidentFileOptions options, Catalogue catalogue,
                    Instant now)
        : m_file(std::move(file))
        , m_reader(*m_file)
        , m_options(std::move(options))
        , m_catalogue(std::move(catalogue))
        , m_now(now) {}

    [[nodiscard]] QString prepare() {
        m_pending = m_reader.next();
        if (!m_pending)
            return u"%1: holds nothing"_s.arg(m_file->fileName());
        if (!m_pending->wrong.isEmpty())
            return u"%1: the first line %2"_s.arg(m_file->fileName(), m_pending->wrong);
        std::expected<IncidentColumns, QString> columns = incidentColumns(m_pending->fields, m_options.map);
        if (!columns)
            return u"%1: %2"_s.arg(m_file->fileName(), columns.error());
        m_columns = std::move(*columns);
        m_width = m_pending->fields.size();
        if (m_columns.hasHeader)
            m_pending.reset();
        return {};
    }

    [[nodiscard]] std::optional<Row> next() override {
        const std::optional<maps::CsvRecord> record =
            m_pending ? std::exchange(m_pending, std::nullopt) : m_reader.next();
        if (!record)
            return std::nullopt;
        m_row = record->row;
        Result<IncidentRecord> incident = read(*record);
        if (!incident)
            return Row(std::unexpect, m_row, std::move(incident.error()));
        return Row(std::move(*incident));
    }
    [[nodiscard]] qint64 row() const override { return m_row; }
    [[nodiscard]] double progress() const override {
        return m_file->size() > 0 ? double(m_file->pos()) / double(m_file->size()) : 1;
    }
    [[nodiscard]] QStringList columnsLeftOut() const override { return m_columns.leftOut; }

private:
    Result<IncidentRecord> read(const maps::CsvRecord& record) const {
        if (!record.wrong.isEmpty())
            return refuse(RefusalCode::Invalid, u"row"_s, record.fields.join(u','), record.wrong);
        if (record.fields.size() > m_width)
            return refuse(RefusalCode::Invalid, u"row"_s, record.fields.join(u','),
                          u"has %1 fields instead of %2"_s.arg(record.fields.size()).arg(m_width));
        return RowReader(record.fields, m_columns, m_options, m_catalogue, m_now).read();
    }

    std::unique_ptr<QFile> m_file;
    maps::CsvReader m_reader;
    IncidentFileOptions m_options;
    Catalogue m_catalogue;
    Instant m_now;
    IncidentColumns m_columns;
    std::optional<maps::CsvRecord> m_pending;
    qsizetype m_width = 0;
    qint64 m_row = 0;
};

class JsonIncidentFile final : public IncidentFile {
public:
    JsonIncidentFile(QJsonArray records, QString source, Catalogue catalogue, Instant now)
        : m_records(std::move(records))
        , m_source(std::move(source))
        , m_catalogue(std::move(catalogue))
        , m_now(now) {}

    [[nodiscard]] std::optional<Row> next() override {
        if (m_next == m_records.size())
            return std::nullopt;
        Result<IncidentRecord> incident = readIncident(
            m_records.at(m_next++), {.source = m_source, .catalogue = m_catalogue, .now = m_now});
        if (!incident)
            return Row(std::unexpect, m_next, std::move(incident.error()));
        return Row(std::move(*incident));
    }
    [[nodiscard]] qint64 row() const override { return m_next; }
    [[nodiscard]] double progress() const override {
        return m_records.isEmpty() ? 1 : double(m_next) / double(m_records.size());
    }

private:
    QJsonArray m_records;
    QString m_source;
    Catalogue m_catalogue;
    Instant m_now;
    qsizetype m_next = 0;
};

std::expected<std::unique_ptr<IncidentFile>, QString>
openJson(QFile& file, const IncidentFileOptions& options, const Catalogue& catalogue, Instant now) {
    if (file.size() > jsonFileLimit)
        return std::unexpected(u"%1: has %2 bytes, at most %3 are read"_s.arg(file.fileName())
                                   .arg(file.size())
                                   .arg(jsonFileLimit));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(
            u"%1: no JSON: %2 at byte %3"_s.arg(file.fileName(), error.errorString()).arg(error.offset));
    const QJsonValue wrapped = document.object().value(u"incidents"_s);
    QJsonArray records = document.isArray() ? document.array() : wrapped.toArray();
    if (document.isObject() && wrapped.isUndefined())
        records.append(document.object());
    return std::make_unique<JsonIncidentFile>(std::move(records), options.source, catalogue, now);
}

} // namespace

std::expected<std::unique_ptr<IncidentFile>, QString> IncidentFile::open(const QString& path,
                                                                         const IncidentFileOptions& options,
                                                                         const Catalogue& catalogue,
                                                                         Instant now) {
    auto file = std::make_unique<QFile>(path);
    if (QFileInfo(path).isDir() || !file->open(QIODevice::ReadOnly))
        return std::unexpected(
            u"%1: %2"_s.arg(path, file->error() == QFile::NoError ? u"is a folder"_s : file->errorString()));
    const QByteArray start = file->peek(64).trimmed();
    if (start.startsWith('{') || start.startsWith('['))
        return openJson(*file, options, catalogue, now);
    auto csv = std::make_unique<CsvIncidentFile>(std::move(file), options, catalogue, now);
    if (QString wrong = csv->prepare(); !wrong.isEmpty())
        return std::unexpected(std::move(wrong));
    return csv;
}

} // namespace tridesk
