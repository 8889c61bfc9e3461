// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/map_source_fields.h"

#include "ui/map/source_words.h"
#include "ui/panes/common/named.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tridesk {

using maps::Datum;
using maps::TileSource;
using Kind = TileSource::Kind;
using Field = MapSourceFields::Field;

namespace {

QWidget* beside(QWidget* parent, std::initializer_list<QWidget*> parts) {
    auto* all = new QWidget(parent);
    auto* row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : parts)
        row->addWidget(part, qobject_cast<QLineEdit*>(part) ? 1 : 0);
    return all;
}

void markWrong(QWidget* input, bool wrong) {
    input->setProperty("wrong", wrong);
    input->style()->unpolish(input);
    input->style()->polish(input);
}

QComboBox* freeChoice(QWidget* parent) {
    auto* choice = new QComboBox(parent);
    choice->setEditable(true);
    choice->setInsertPolicy(QComboBox::NoInsert);
    return choice;
}

Field fieldOf(const maps::SourceProblem& problem, Kind kind) {
    using Code = maps::SourceProblem::Code;
    switch (problem.code) {
    case Code::HostsMissing:
    case Code::HostWrong:
        return Field::Hosts;
    case Code::TileSizeWrong:
        return Field::TileSize;
    case Code::ZoomsWrong:
        return Field::Zooms;
    case Code::AddressMissing:
    case Code::AddressTooLong:
    case Code::AddressNotHttp:
    case Code::AddressHasUser:
    case Code::PlaceholdersMissing:
    case Code::PlaceholderUnknown:
        break;
    }
    return kind == Kind::File ? Field::File : Field::Address;
}

Field fieldOf(const maps::SourceTrouble& trouble, Kind kind) {
    using Code = maps::SourceTrouble::Code;
    switch (trouble.code) {
    case Code::LayerUnknown:
        return Field::Layer;
    case Code::NoMercatorLayer:
    case Code::MatrixSetUnknown:
        return Field::MatrixSet;
    case Code::None:
    case Code::FileUnreadable:
    case Code::NotPictures:
    case Code::PictureTooLarge:
    case Code::Unreachable:
    case Code::Silent:
    case Code::Refused:
    case Code::RedirectsAstray:
    case Code::CapabilitiesWrong:
        break;
    }
    return kind == Kind::File ? Field::File : Field::Address;
}

} // namespace

MapSourceFields::MapSourceFields(bool hasPackage, QWidget* parent)
    : QWidget(parent)
    , m_hasPackage(hasPackage)
    , m_form(new QFormLayout(this))
    , m_kind(named(new QComboBox(this), u"mapSource.kind"_s, tr("Where the map comes from")))
    , m_hint(named(new QLabel(this), u"mapSource.hint"_s, tr("What is wanted here")))
    , m_file(named(new QLineEdit(this), u"mapSource.file"_s, tr("File")))
    , m_xyz(named(new QLineEdit(this), u"mapSource.xyz"_s, tr("Address of the tiles")))
    , m_wmts(named(new QLineEdit(this), u"mapSource.wmts"_s, tr("Address of the capabilities")))
    , m_hosts(named(new QLineEdit(u"a, b, c"_s, this), u"mapSource.hosts"_s, tr("Names for {s}")))
    , m_layer(named(freeChoice(this), u"mapSource.layer"_s, tr("Layer")))
    , m_matrixSet(named(freeChoice(this), u"mapSource.matrixSet"_s, tr("Matrix set")))
    , m_name(named(new QLineEdit(this), u"mapSource.name"_s, tr("Name of the map")))
    , m_attribution(named(new QLineEdit(this), u"mapSource.attribution"_s, tr("Attribution")))
    , m_datum(named(new QComboBox(this), u"mapSource.datum"_s, tr("Datum")))
    , m_tileSize(named(new QComboBox(this), u"mapSource.tileSize"_s, tr("Edge of a picture")))
    , m_minZoom(named(new QSpinBox(this), u"mapSource.minZoom"_s, tr("First zoom")))
    , m_maxZoom(named(new QSpinBox(this), u"mapSource.maxZoom"_s, tr("Last zoom"))) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    build();
    buildAddresses();
    buildShape();
    join();
    showRows();
}

QWidget* MapSourceFields::addRow(const QString& label, QWidget* input, QWidget* focus) {
    auto* cell = new QWidget(this);
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(input);
    auto* caption = new QLabel(label, this);
    caption->setBuddy(focus ? focus : input);
    m_form->addRow(caption, cell);
    return cell;
}

void MapSourceFields::addRow(Field field, const QString& name, const QString& label, QWidget* input,
                             QWidget* focus) {
    QWidget* cell = addRow(label, input, focus);
    auto* refusal = named(new QLabel(cell), u"mapSource.refusal."_s + name, tr("What is wrong there"));
    refusal->setProperty("refusal", true);
    refusal->setWordWrap(true);
    refusal->setTextFormat(Qt::PlainText);
    refusal->hide();
    cell->layout()->addWidget(refusal);
    m_rows.insert(field, {cell, focus ? focus : input, refusal});
}

void MapSourceFields::build() {
    m_kind->addItem(tr("The installed map package"), int(Kind::Package));
    m_kind->addItem(tr("A file of tiles (MBTiles)"), int(Kind::File));
    m_kind->addItem(tr("A tile server (XYZ)"), int(Kind::Xyz));
    m_kind->addItem(tr("A WMTS server"), int(Kind::Wmts));
    m_hint->setProperty("dim", true);
    m_hint->setWordWrap(true);
    addRow(Field::Kind, u"kind"_s, tr("Source"), m_kind);
    m_rows[Field::Kind].cell->layout()->addWidget(m_hint);
}

void MapSourceFields::buildAddresses() {
    auto* choose = named(new QPushButton(tr("Choose…"), this), u"mapSource.browse"_s, tr("Choose a file"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &MapSourceFields::browse);
    addRow(Field::File, u"file"_s, tr("File"), beside(this, {m_file, choose}), m_file);
    m_xyz->setPlaceholderText(u"http://maps.example/{z}/{x}/{y}.png"_s);
    m_wmts->setPlaceholderText(u"http://maps.example/wmts?REQUEST=GetCapabilities&SERVICE=WMTS"_s);
    addRow(Field::Address, u"address"_s, tr("Address"), beside(this, {m_xyz, m_wmts}), m_xyz);
    addRow(Field::Hosts, u"hosts"_s, tr("Names for {s}"), m_hosts);
    addRow(Field::Layer, u"layer"_s, tr("Layer"), m_layer);
    addRow(Field::MatrixSet, u"matrixSet"_s, tr("Matrix set"), m_matrixSet);
    for (QComboBox* choice : {m_layer, m_matrixSet})
        choice->lineEdit()->setPlaceholderText(tr("the first that fits"));
}

void MapSourceFields::buildShape() {
    m_nameCell = addRow(tr("Name"), m_name);
    m_attributionCell = addRow(tr("Attribution"), m_attribution);
    m_name->setMaxLength(200);
    m_attribution->setMaxLength(500);
    m_attribution->setPlaceholderText(tr("whom the map is owed to; shown in its corner"));
    m_datum->addItem(u"WGS-84"_s, int(Datum::Wgs84));
    m_datum->addItem(u"GCJ-02"_s, int(Datum::Gcj02));
    m_datum->addItem(u"BD-09"_s, int(Datum::Bd09));
    m_datumCell = addRow(tr("Datum"), m_datum);
    for (const int edge : {256, 512})
        m_tileSize->addItem(tr("%1 pixels").arg(edge), edge);
    addRow(Field::TileSize, u"tileSize"_s, tr("Edge of a picture"), m_tileSize);
    for (QSpinBox* zoom : {m_minZoom, m_maxZoom}) {
        zoom->setRange(0, TileSource::mostZoom);
        zoom->setButtonSymbols(QSpinBox::NoButtons);
    }
    m_maxZoom->setValue(TileSource().maxZoom);
    QWidget* zooms = beside(this, {m_minZoom, new QLabel(u"–"_s, this), m_maxZoom});
    static_cast<QHBoxLayout*>(zooms->layout())->addStretch(1);
    addRow(Field::Zooms, u"zooms"_s, tr("Zooms"), zooms, m_minZoom);
}

void MapSourceFields::join() {
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        clearRefusals();
        showRows();
        Q_EMIT edited();
    });
    connect(m_xyz, &QLineEdit::textChanged, this, &MapSourceFields::showRows);
    for (QLineEdit* line : {m_file, m_xyz, m_wmts, m_hosts, m_name, m_attribution})
        connect(line, &QLineEdit::textEdited, this, &MapSourceFields::edited);
    for (QComboBox* choice : {m_layer, m_matrixSet})
        connect(choice, &QComboBox::currentTextChanged, this, &MapSourceFields::edited);
    for (QComboBox* choice : {m_datum, m_tileSize})
        connect(choice, &QComboBox::currentIndexChanged, this, &MapSourceFields::edited);
    for (QSpinBox* zoom : {m_minZoom, m_maxZoom})
        connect(zoom, &QSpinBox::valueChanged, this, &MapSourceFields::edited);
}

Kind MapSourceFields::kind() const {
    return Kind(m_kind->currentData().toInt());
}

QLineEdit* MapSourceFields::address() const {
    return kind() == Kind::Wmts ? m_wmts : m_xyz;
}

void MapSourceFields::showRows() {
    const Kind now = kind();
    const bool isServer = now == Kind::Xyz || now == Kind::Wmts;
    const auto show = [this](QWidget* cell, bool on) { m_form->setRowVisible(cell, on); };
    show(m_rows[Field::File].cell, now == Kind::File);
    show(m_rows[Field::Address].cell, isServer);
    show(m_rows[Field::Hosts].cell, now == Kind::Xyz && m_xyz->text().contains("{s}"_L1));
    show(m_rows[Field::Layer].cell, now == Kind::Wmts);
    show(m_rows[Field::MatrixSet].cell, now == Kind::Wmts);
    show(m_nameCell, isServer);
    show(m_attributionCell, now != Kind::Package);
    show(m_datumCell, now != Kind::Package);
    show(m_rows[Field::TileSize].cell, now == Kind::Xyz);
    show(m_rows[Field::Zooms].cell, isServer);
    m_xyz->setVisible(now == Kind::Xyz);
    m_wmts->setVisible(now == Kind::Wmts);
    m_rows[Field::Address].input = address();
    switch (now) {
    case Kind::Package:
        m_hint->setText(m_hasPackage ? tr("Tiles, places and roads of the package lie on this machine.")
                                     : tr("No map package is installed: an empty grid is shown."));
        break;
    case Kind::File:
        m_hint->setText(tr("Pictures or vector tiles. Places and roads stay those of the package."));
        break;
    case Kind::Xyz:
        m_hint->setText(
            tr("{z} is the zoom, {x} the column, {y} the row counted from the north, {-y} from the "
               "south, {s} one of several servers' names."));
        break;
    case Kind::Wmts:
        m_hint->setText(tr("The server says itself which layers it has. One in Web Mercator is needed."));
        break;
    }
}

void MapSourceFields::browse() {
    auto* dialog = new QFileDialog(window(), tr("Choose a file of tiles"));
    dialog->setObjectName(u"mapSource.dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Map tiles (*.mbtiles)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_file->setText(file);
        Q_EMIT edited();
    });
    dialog->open();
}

void MapSourceFields::set(const TileSource& source) {
    m_kind->setCurrentIndex(m_kind->findData(int(source.kind)));
    if (source.kind == Kind::File)
        m_file->setText(source.address);
    else if (source.isServer())
        address()->setText(source.address);
    if (!source.hosts.isEmpty())
        m_hosts->setText(source.hosts.join(u", "_s));
    m_layer->setEditText(source.layer);
    m_matrixSet->setEditText(source.matrixSet);
    m_name->setText(source.name);
    m_attribution->setText(source.attribution);
    m_datum->setCurrentIndex(m_datum->findData(int(source.datum)));
    m_tileSize->setCurrentIndex(m_tileSize->findData(source.tileSize));
    m_minZoom->setValue(source.minZoom);
    m_maxZoom->setValue(source.maxZoom);
    showRows();
}

TileSource MapSourceFields::source() const {
    static const QRegularExpression between(u"[\\s,;，；]+"_s);
    TileSource source{.kind = kind()};
    if (source.kind == Kind::Package)
        return source;
    source.attribution = m_attribution->text().trimmed();
    source.datum = Datum(m_datum->currentData().toInt());
    if (source.kind == Kind::File) {
        source.address = m_file->text().trimmed();
        return source;
    }
    source.address = address()->text().trimmed();
    source.name = m_name->text().trimmed();
    source.minZoom = m_minZoom->value();
    source.maxZoom = m_maxZoom->value();
    if (source.kind == Kind::Wmts) {
        source.layer = m_layer->currentText().trimmed();
        source.matrixSet = m_matrixSet->currentText().trimmed();
        return source;
    }
    source.tileSize = m_tileSize->currentData().toInt();
    if (source.address.contains("{s}"_L1))
        source.hosts = m_hosts->text().split(between, Qt::SkipEmptyParts);
    return source;
}

void MapSourceFields::refuse(Field field, const QString& words) {
    const Row& row = m_rows[field];
    row.refusal->setText(words);
    row.refusal->show();
    markWrong(row.input, true);
}

void MapSourceFields::refuse(const maps::SourceProblem& problem) {
    const Field field = fieldOf(problem, kind());
    refuse(field, ui::sentence(problem));
    m_rows[field].input->setFocus(Qt::OtherFocusReason);
}

void MapSourceFields::refuse(const maps::SourceTrouble& trouble) {
    refuse(fieldOf(trouble, kind()), ui::sentence(trouble));
}

void MapSourceFields::clearRefusals() {
    for (const Row& row : std::as_const(m_rows)) {
        row.refusal->hide();
        row.refusal->clear();
        markWrong(row.input, false);
    }
}

void MapSourceFields::offer(const QStringList& layers, const QStringList& matrixSets) {
    for (const auto& [choice, names] : {std::pair(m_layer, layers), {m_matrixSet, matrixSets}}) {
        const QSignalBlocker quiet(choice);
        const QString typed = choice->currentText();
        choice->clear();
        choice->addItems(names);
        choice->setEditText(typed);
    }
}

} // namespace tridesk
