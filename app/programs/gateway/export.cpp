// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/layer_features.h"
#include "app/programs/gateway/commands.h"
#include "app/programs/gateway/options.h"
#include "app/programs/open_desk.h"
#include "maps/layers/writers.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace tridesk::gateway {

using namespace Qt::StringLiterals;

namespace {

struct Wanted {
    QString path;
    maps::LayerTarget target;
};

/// What is wrong with a name is said before the desk is opened, by writing nothing into it.
std::expected<QList<Wanted>, QString> wanted(const Options& options) {
    QList<Wanted> all;
    for (const maps::LayerTarget target : {maps::LayerTarget::Areas, maps::LayerTarget::Plots,
                                           maps::LayerTarget::Cameras, maps::LayerTarget::Places})
        for (const QString& path : options.values(maps::targetKey(target))) {
            if (const auto none = maps::writeLayer(path, {}); !none)
                return std::unexpected(none.error());
            all.append({path, target});
        }
    if (all.isEmpty())
        return std::unexpected(u"nothing to export: name --areas, --cameras, --places or --plots"_s);
    return all;
}

/// The file is there whole, or as it was before. Returns how many features could not be written.
std::expected<qint64, QString> write(const Wanted& file, const Desk& desk) {
    const auto layer =
        maps::writeLayer(file.path, layerFeatures(file.target, desk.situation(), desk.clock().now()));
    if (!layer)
        return std::unexpected(layer.error());
    QSaveFile out(file.path);
    if (!out.open(QIODevice::WriteOnly) || out.write(layer->bytes) != layer->bytes.size() || !out.commit())
        return std::unexpected(u"%1: %2"_s.arg(file.path, out.errorString()));
    say(u"%1: %2 written"_s.arg(file.path).arg(layer->written));
    if (layer->leftOut > 0)
        complain(u"%1: %2 left out, of a shape or size that the format does not hold"_s.arg(file.path).arg(
            layer->leftOut));
    return layer->leftOut;
}

} // namespace

int exportLayers(const QStringList& arguments) {
    const auto options =
        Options::read(arguments, {u"data"_s, u"areas"_s, u"plots"_s, u"cameras"_s, u"places"_s});
    if (!options)
        return fail(options.error());
    const auto files = wanted(*options);
    if (!files)
        return fail(files.error());
    const auto open = openDesk(options->value(u"data"_s));
    if (!open)
        return fail(open.error());

    QString failure;
    QObject::connect(open->desk.get(), &Desk::ready, open->desk.get(), [&] {
        qint64 leftOut = 0;
        for (const Wanted& file : *files) {
            const auto done = write(file, *open->desk);
            if (!done) {
                failure = done.error();
                return QCoreApplication::exit(2);
            }
            leftOut += *done;
        }
        QCoreApplication::exit(leftOut > 0 ? 1 : 0);
    });
    QObject::connect(open->desk.get(), &Desk::failed, open->desk.get(), [&](const QString& why) {
        failure = why;
        QCoreApplication::exit(2);
    });
    open->desk->start();
    const int code = QCoreApplication::exec();
    return code == 2 ? fail(failure) : code;
}

} // namespace tridesk::gateway
