// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/gazetteer.h"
#include "maps/roads/fleet_times.h"
#include "maps/roads/graph.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <atomic>
#include <expected>
#include <functional>
#include <memory>
#include <optional>

namespace tridesk::maps {

/// Opens what a package holds when it is first asked for. Lives and dies on one thread.
class PackageReader {
public:
    explicit PackageReader(QString folder)
        : m_folder(std::move(folder)) {}

    [[nodiscard]] std::expected<const Gazetteer*, QString> gazetteer();
    [[nodiscard]] std::expected<const RoadGraph*, QString> roads();
    /// How that vehicle drives at that time, by what stands in the folder (traffic.json, vehicles.json:
    /// {"vehicles": [a vehicle of profileFromJson(), ...]}), or by the built-in figures where a file is
    /// absent. A file that cannot be read is told in the log, by field and value, and the built-in figures
    /// stand.
    [[nodiscard]] Driving driving(Vehicle vehicle, const QDateTime& departure);
    /// Over roads().
    [[nodiscard]] FleetTimes& fleetTimes(const RoadGraph& roads);

private:
    void readSettings();

    QString m_folder;
    std::optional<Gazetteer> m_gazetteer;
    std::optional<RoadGraph> m_roads;
    std::optional<FleetTimes> m_fleet;
    std::optional<TrafficTable> m_traffic;
    std::vector<RoadProfile> m_profiles; ///< by Vehicle, once m_traffic is there
};

/// A thread that answers questions to a package, one after another. Made and destroyed on the thread that
/// asks; destroying it waits for the question in hand (milliseconds) and drops the rest.
class PackageThread {
public:
    explicit PackageThread(QString folder);
    ~PackageThread();
    PackageThread(const PackageThread&) = delete;
    PackageThread& operator=(const PackageThread&) = delete;

    /// A question, asked on the package's thread; what it gives back is run on the asking thread, by its
    /// event loop.
    using Answer = std::function<void()>;
    using Question = std::function<Answer(PackageReader&)>;

    /// Not asked, or not answered, once cancelled is true.
    void ask(Question question, std::shared_ptr<const std::atomic_bool> cancelled);

private:
    class Worker;

    QThread m_thread;
    std::unique_ptr<QObject> m_home; ///< on the asking thread: answers are run by it, and die with it
    Worker* m_worker;                ///< on m_thread, which deletes it
};

} // namespace tridesk::maps
