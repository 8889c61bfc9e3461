// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geoservice/package_thread.h"

#include "maps/package/package.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcRoads, "tridesk.roads")

// The file's bytes, one more than allowed where it is larger; nothing where there is none.
std::optional<QByteArray> contentOf(const QString& path, qsizetype most) {
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcRoads, "%s: cannot be read: %s", qPrintable(path), qPrintable(file.errorString()));
        return std::nullopt;
    }
    return file.read(most + 1);
}

std::vector<RoadProfile> standardProfiles() {
    std::vector<RoadProfile> profiles;
    profiles.reserve(VehicleCount);
    for (int vehicle = 0; vehicle < VehicleCount; ++vehicle)
        profiles.push_back(RoadProfile::of(static_cast<Vehicle>(vehicle)));
    return profiles;
}

std::expected<std::vector<RoadProfile>, QString> profilesOf(const QByteArray& json) {
    std::vector<RoadProfile> profiles = standardProfiles();
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !document.object().value("vehicles"_L1).isArray())
        return std::unexpected(u"vehicles: a list is wanted"_s);
    const QJsonArray vehicles = document.object().value("vehicles"_L1).toArray();
    for (const auto& entry : vehicles) {
        const auto profile = profileFromJson(QJsonDocument(entry.toObject()).toJson(QJsonDocument::Compact));
        if (!profile)
            return std::unexpected(profile.error());
        profiles.at(static_cast<std::size_t>(profile->vehicle)) = *profile;
    }
    return profiles;
}

} // namespace

std::expected<const Gazetteer*, QString> PackageReader::gazetteer() {
    if (!m_gazetteer) {
        auto opened = Gazetteer::open(QDir(m_folder).filePath(package_file::Gazetteer.toString()));
        if (!opened)
            return std::unexpected(opened.error());
        m_gazetteer.emplace(std::move(*opened));
    }
    return &*m_gazetteer;
}

std::expected<const RoadGraph*, QString> PackageReader::roads() {
    if (!m_roads) {
        auto opened = RoadGraph::open(QDir(m_folder).filePath(package_file::Roads.toString()));
        if (!opened)
            return std::unexpected(opened.error());
        m_roads.emplace(std::move(*opened));
    }
    return &*m_roads;
}

FleetTimes& PackageReader::fleetTimes(const RoadGraph& roads) {
    return m_fleet ? *m_fleet : m_fleet.emplace(roads);
}

void PackageReader::readSettings() {
    m_traffic = TrafficTable::standard();
    m_profiles = standardProfiles();
    const QString trafficPath = QDir(m_folder).filePath(TrafficTable::FileName);
    if (const auto json = contentOf(trafficPath, TrafficTable::LongestJson)) {
        if (const auto table = TrafficTable::fromJson(*json))
            m_traffic = *table;
        else
            qCWarning(lcRoads, "%s: %s", qPrintable(trafficPath), qPrintable(table.error()));
    }
    constexpr qsizetype LongestVehicles = 64 * 1024;
    const QString vehiclesPath = QDir(m_folder).filePath(u"vehicles.json"_s);
    if (const auto json = contentOf(vehiclesPath, LongestVehicles)) {
        const auto profiles = profilesOf(json->first(std::min(json->size(), LongestVehicles)));
        if (profiles)
            m_profiles = *profiles;
        else
            qCWarning(lcRoads, "%s: %s", qPrintable(vehiclesPath), qPrintable(profiles.error()));
    }
}

Driving PackageReader::driving(Vehicle vehicle, const QDateTime& departure) {
    if (!m_traffic)
        readSettings();
    return {.profile = m_profiles.at(static_cast<std::size_t>(vehicle)),
            .traffic = m_traffic ? m_traffic->at(departure) : TrafficFactors()};
}

class PackageThread::Worker : public QObject {
public:
    explicit Worker(QString folder)
        : reader(std::move(folder)) {}
    PackageReader reader;
};

PackageThread::PackageThread(QString folder)
    : m_home(std::make_unique<QObject>())
    , m_worker(new Worker(std::move(folder))) {
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("map package"));
    m_thread.start();
}

PackageThread::~PackageThread() {
    m_thread.quit();
    m_thread.wait(); // before m_home goes, which the thread still speaks to
}

void PackageThread::ask(Question question, std::shared_ptr<const std::atomic_bool> cancelled) {
    auto work = [this, question = std::move(question), cancelled = std::move(cancelled)] {
        if (*cancelled || QThread::currentThread()->isInterruptionRequested())
            return;
        Answer answer = question(m_worker->reader);
        auto reply = [answer = std::move(answer), cancelled] {
            if (!*cancelled)
                answer();
        };
        QMetaObject::invokeMethod(m_home.get(), std::move(reply), Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker, std::move(work), Qt::QueuedConnection);
}

} // namespace tridesk::maps
