// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/map_source_sheet.h"

#include "maps/raster/file_provider.h"
#include "maps/raster/make_provider.h"
#include "ui/shell/map_source_fields.h"

#include <QDialogButtonBox>
#include <QFuture>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tridesk {

using maps::TileSource;

namespace {

constexpr int pictureEdge = 128;

QPushButton* button(QDialogButtonBox& box, const QString& text, QDialogButtonBox::ButtonRole role,
                    const QString& name) {
    QPushButton* made = box.addButton(text, role);
    made->setObjectName(u"mapSource."_s + name);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    return made;
}

} // namespace

MapSourceSheet::MapSourceSheet(const MapSourceGround& ground, QWidget* parent)
    : QDialog(parent)
    , m_ground(ground)
    , m_fields(new MapSourceFields(ground.hasPackage, this)) {
    setObjectName(u"mapSourceSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Map source"));
    build();
    m_fields->set(ground.shown);
    forget();
    connect(m_fields, &MapSourceFields::edited, this, &MapSourceSheet::forget);
}

void MapSourceSheet::build() {
    resize(680, 560);
    m_picture = new QLabel(this);
    m_picture->setObjectName(u"mapSource.picture"_s);
    m_picture->setAccessibleName(tr("The picture that came"));
    m_picture->setFixedSize(pictureEdge, pictureEdge);
    m_picture->setFrameShape(QFrame::Box);
    m_picture->setAlignment(Qt::AlignCenter);
    m_words = new QLabel(this);
    m_words->setObjectName(u"mapSource.words"_s);
    m_words->setAccessibleName(tr("What came of trying"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_try = new QPushButton(tr("Try it"), this);
    m_try->setObjectName(u"mapSource.try"_s);
    m_try->setAccessibleName(tr("Try it: one picture, where the map is looked at"));
    m_try->setAutoDefault(false);
    connect(m_try, &QPushButton::clicked, this, &MapSourceSheet::begin);
    auto* box = new QDialogButtonBox(this);
    QPushButton* show = button(*box, tr("Show this map"), QDialogButtonBox::AcceptRole, u"show"_s);
    show->setProperty("main", true);
    button(*box, tr("Close"), QDialogButtonBox::RejectRole, u"close"_s);
    connect(box, &QDialogButtonBox::accepted, this, &MapSourceSheet::choose);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* said = new QVBoxLayout;
    said->addWidget(m_try, 0, Qt::AlignLeft);
    said->addWidget(m_words, 1);
    auto* trial = new QHBoxLayout;
    trial->setSpacing(12);
    trial->addLayout(said, 1); // the button stays where it is when a picture comes
    trial->addWidget(m_picture, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(m_fields);
    column->addLayout(trial);
    column->addStretch(1);
    column->addWidget(box);
}

/// Another source is meant now: nothing that was said of the one before holds.
void MapSourceSheet::forget() {
    ++m_turn;
    m_trial.reset();
    m_fields->clearRefusals();
    m_picture->clear();
    m_picture->hide();
    m_words->clear();
    const bool canTry = m_fields->source().kind != TileSource::Kind::Package;
    m_try->setVisible(canTry);
    m_try->setEnabled(canTry);
}

bool MapSourceSheet::check() {
    const auto checked = maps::check(m_fields->source());
    if (!checked)
        m_fields->refuse(checked.error());
    return checked.has_value();
}

void MapSourceSheet::choose() {
    m_fields->clearRefusals();
    if (!check())
        return;
    Q_EMIT chosen(m_fields->source());
    close();
}

void MapSourceSheet::begin() {
    forget();
    if (!check())
        return;
    m_try->setEnabled(false);
    tell(tr("Asking for one picture…"));
    const TileSource source = m_fields->source();
    if (source.kind == TileSource::Kind::File)
        beginFile(source);
    else
        beginPicture(source);
}

/// A file may hold vector tiles too, which are no pictures.
void MapSourceSheet::beginFile(const TileSource& source) {
    QtConcurrent::run(maps::lookInto, source.address)
        .then(this, [this, source, turn = m_turn](const std::expected<maps::MbTilesInfo, QString>& info) {
            if (turn != m_turn)
                return;
            if (info && info->format != "pbf"_L1)
                return beginPicture(source);
            m_try->setEnabled(true);
            tell(info ? tr("The file holds vector tiles of the zooms %1 to %2.")
                            .arg(info->minZoom)
                            .arg(info->maxZoom)
                      : QString());
            if (!info)
                m_fields->refuse({maps::SourceTrouble::Code::FileUnreadable, info.error()});
        });
}

void MapSourceSheet::beginPicture(const TileSource& source) {
    maps::FetchLimits limits;
    limits.timeout = m_ground.patience;
    m_trial = std::make_unique<maps::SourceTrial>(
        maps::makeProvider(source, {.storePath = {}, .limits = limits}), m_ground.centre, m_ground.zoom);
    connect(m_trial.get(), &maps::SourceTrial::finished, this,
            [this, turn = m_turn](const maps::TrialResult& result) {
                if (turn == m_turn)
                    tell(result);
            });
}

void MapSourceSheet::tell(const QString& words) {
    m_words->setText(words);
}

void MapSourceSheet::tell(const maps::TrialResult& result) {
    m_try->setEnabled(true);
    if (!result.layers.isEmpty())
        m_fields->offer(result.layers, result.matrixSets);
    const QString where = tr("zoom %1, column %2, row %3")
                              .arg(QString::number(result.tile.z), QString::number(result.tile.x),
                                   QString::number(result.tile.y));
    const qint64 took = result.took.count();
    if (result.trouble) {
        tell(tr("No picture came, after %1 ms.").arg(took));
        m_fields->refuse(result.trouble);
        return;
    }
    if (result.picture.isNull()) {
        tell(tr("The map has no picture here (%1): it may not reach to what is looked at, or its zooms are "
                "others.")
                 .arg(where));
        return;
    }
    const QSize size = result.picture.size();
    m_picture->setPixmap(
        QPixmap::fromImage(result.picture)
            .scaled(m_picture->contentsRect().size(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    m_picture->show();
    tell(tr("A picture of %1 × %2 pixels came, %3, in %4 ms (%5).")
             .arg(QString::number(size.width()), QString::number(size.height()),
                  locale().formattedDataSize(result.bytes), QString::number(took), where));
    if (result.source.kind == TileSource::Kind::Xyz && size.width() != result.source.tileSize)
        m_fields->refuse(MapSourceFields::Field::TileSize,
                         tr("The pictures are %1 pixels wide.").arg(size.width()));
}

} // namespace tridesk
