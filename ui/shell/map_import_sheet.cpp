// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/map_import_sheet.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace tridesk {

using namespace Qt::StringLiterals;
using maps::ImportPhase;

namespace {

QString phaseText(ImportPhase phase) {
    switch (phase) {
    case ImportPhase::Checking:
        return MapImportSheet::tr("Checking the file");
    case ImportPhase::Sorting:
        return MapImportSheet::tr("Sorting the file");
    case ImportPhase::Reading:
        return MapImportSheet::tr("Reading the file");
    case ImportPhase::Places:
        return MapImportSheet::tr("Indexing names");
    case ImportPhase::Roads:
        return MapImportSheet::tr("Joining roads");
    case ImportPhase::Posts:
        return MapImportSheet::tr("Writing posts and cameras");
    case ImportPhase::Tiles:
        return MapImportSheet::tr("Drawing vector tiles");
    case ImportPhase::Placing:
        return MapImportSheet::tr("Putting the map in place");
    }
    return {};
}

QString progressText(const maps::ImportProgress& progress) {
    const QString phase = phaseText(progress.phase);
    if (progress.isSkipped)
        return MapImportSheet::tr("%1: done before").arg(phase);
    if (progress.total == 0)
        return phase;
    if (progress.phase == ImportPhase::Tiles)
        return MapImportSheet::tr("%1: %2 of %3 tiles").arg(phase).arg(progress.done).arg(progress.total);
    constexpr qint64 Kibi = 1024;
    return MapImportSheet::tr("%1: %2 of %3 KiB")
        .arg(phase)
        .arg(progress.done / Kibi)
        .arg(progress.total / Kibi);
}

QPushButton* button(QDialogButtonBox* box, const QString& text, const QString& name, bool isMain) {
    auto* made = new QPushButton(text, box);
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    made->setProperty("main", isMain); // before the box measures it
    box->addButton(made, QDialogButtonBox::ActionRole);
    return made;
}

} // namespace

MapImportSheet::MapImportSheet(const QString& file, const QString& folder, const QString& program,
                               QWidget* parent)
    : QDialog(parent)
    , m_file(file)
    , m_folder(folder)
    , m_run(program)
    , m_name(new QLineEdit(QFileInfo(file).baseName(), this))
    , m_progress(new QProgressBar(this))
    , m_words(new QLabel(this)) {
    setObjectName(u"mapImportSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import a map"));
    resize(620, 260);
    build(file);
    connect(&m_run, &MapImportRun::progressed, this, &MapImportSheet::tell);
    connect(&m_run, &MapImportRun::done, this, [this] {
        m_progress->setValue(m_progress->maximum());
        set(State::Done,
            tr("The map is made. Windows that show an older one go on with it until this one is shown."));
    });
    connect(&m_run, &MapImportRun::stopped, this,
            [this] { set(State::Stopped, tr("Stopped. What is finished is kept.")); });
    connect(&m_run, &MapImportRun::failed, this,
            [this](const QString& why) { set(State::Failed, tr("Not made: %1").arg(why)); });
    set(State::Ready, tr("The import goes on beside the work of this desk."));
}

void MapImportSheet::build(const QString& file) {
    auto* from = new QLabel(QFileInfo(file).fileName(), this);
    from->setObjectName(u"mapImport.file"_s);
    from->setAccessibleName(tr("File"));
    m_name->setObjectName(u"mapImport.name"_s);
    m_name->setAccessibleName(tr("Name of the map"));
    constexpr int LongestName = 80;
    m_name->setMaxLength(LongestName);
    m_progress->setObjectName(u"mapImport.progress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 1000);
    m_words->setObjectName(u"mapImport.words"_s);
    m_words->setAccessibleName(tr("How the import stands"));
    m_words->setWordWrap(true);
    auto* box = new QDialogButtonBox(this);
    m_start = button(box, tr("Start"), u"mapImport.start"_s, true);
    m_stop = button(box, tr("Stop"), u"mapImport.stop"_s, false);
    m_show = button(box, tr("Show this map"), u"mapImport.show"_s, true);
    QPushButton* closeButton = box->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    closeButton->setObjectName(u"mapImport.close"_s);
    closeButton->setAccessibleName(tr("Close"));
    closeButton->setAutoDefault(false);
    connect(m_start, &QPushButton::clicked, this, &MapImportSheet::start);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        set(State::Stopping, tr("Stopping…"));
        m_run.stop();
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        Q_EMIT showAsked(package());
        QDialog::close();
    });
    connect(m_name, &QLineEdit::textChanged, this, [this] { set(m_state, m_words->text()); });
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* form = new QFormLayout;
    form->addRow(tr("File"), from);
    form->addRow(tr("Name of the map"), m_name);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_progress);
    column->addWidget(m_words);
    column->addStretch();
    column->addWidget(box);
}

void MapImportSheet::set(State state, const QString& words) {
    m_state = state;
    m_words->setText(words);
    const bool isBusy = state == State::Running || state == State::Stopping;
    m_progress->setVisible(state != State::Ready);
    m_name->setEnabled(!isBusy && state != State::Done);
    m_start->setVisible(!isBusy && state != State::Done);
    m_start->setEnabled(!m_name->text().trimmed().isEmpty());
    const QString text = state == State::Stopped  ? tr("Go on")
                         : state == State::Failed ? tr("Try again")
                                                  : tr("Start");
    m_start->setText(text);
    m_start->setAccessibleName(text);
    m_stop->setVisible(isBusy);
    m_stop->setEnabled(state == State::Running);
    m_show->setVisible(state == State::Done);
}

QString MapImportSheet::package() const {
    static const QRegularExpression signs(u"[^\\w.-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QString name = m_name->text().trimmed().replace(signs, u"_"_s);
    while (name.startsWith(u'.'))
        name.removeFirst();
    return QDir(m_folder).filePath(name.isEmpty() ? u"map"_s : name);
}

void MapImportSheet::start() {
    set(State::Running, tr("Starting…"));
    m_run.start(m_file, package(), m_name->text().trimmed());
}

void MapImportSheet::tell(const maps::ImportProgress& progress) {
    if (m_state != State::Running)
        return;
    m_progress->setValue(int(progress.whole * m_progress->maximum()));
    m_words->setText(progressText(progress));
}

} // namespace tridesk
