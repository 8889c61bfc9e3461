// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace tridesk::sim {

/// One camera of the shift.
struct CameraView {
    QString path;         ///< of its address
    QString label;        ///< burnt into its picture: ASCII
    bool isFixed = false; ///< it does not sway
};

/// The cameras of the shift: a real RTSP server on loopback (resources/demo/cameras.py) in a process of its
/// own, which asks for a login. One that dies is started again, at the same port; it ends with this.
class CameraHouse : public QObject {
    Q_OBJECT

public:
    CameraHouse(const QList<CameraView>& views, QObject* parent = nullptr);
    ~CameraHouse() override;

    void start();
    [[nodiscard]] quint16 port() const { return m_port; } ///< 0 until it has listened; the system chooses it
    [[nodiscard]] QString address(const CameraView& view) const;
    [[nodiscard]] static QString user();
    [[nodiscard]] const QString& password() const { return m_password; } ///< another one in each run
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

Q_SIGNALS:
    void listening(quint16 port);
    void trouble(const QString& why); ///< one line

private:
    void launch();
    void hear();
    void ended();

    QList<CameraView> m_views;
    QString m_password;
    QProcess m_process;
    QTimer m_again;
    quint16 m_port = 0;
};

} // namespace tridesk::sim
