// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geoservice/package_thread.h"

#include "maps/package/package.h"

#include <QDir>

namespace tridesk::maps {

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
