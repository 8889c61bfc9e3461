// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/feed_sheet.h"

#include "app/desk/desk.h"
#include "app/desk/feed_login_watch.h"
#include "app/domain/codec.h"
#include "ui/shell/feed_fields.h"
#include "ui/shell/feed_table.h"
#include "ui/text/feed_words.h"
#include "ui/text/refusals.h"
#include "ui/text/video_words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStyle>
#include <QTableView>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr QSize pictureSize{256, 144};

} // namespace

FeedSheet::FeedSheet(const FeedSheetGround& ground, QWidget* parent)
    : QDialog(parent)
    , m_ground(ground)
    , m_table(new FeedTable(ground.desk, ground.logins, this))
    , m_sieve(new QSortFilterProxyModel(this))
    , m_trial(this) {
    setObjectName(u"feedSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Video feeds"));
    m_sieve->setSourceModel(m_table);
    m_sieve->setFilterKeyColumn(-1);
    m_sieve->setFilterCaseSensitivity(Qt::CaseInsensitive);
    build();
    connect(&m_trial, &FeedTrial::finished, this, qOverload<const TrialResult&>(&FeedSheet::tell));
    connect(&m_trial, &FeedTrial::pictureChanged, this, [this](const QImage& picture) {
        if (m_look.isNull())
            return;
        m_picture->setPixmap(
            QPixmap::fromImage(picture.scaled(pictureSize, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    });
    begin();
    if (m_sieve->rowCount() > 0)
        m_view->selectRow(0);
}

FeedSheet::~FeedSheet() {
    endLook();
}

QPushButton* FeedSheet::button(const QString& name, const QString& text) {
    auto* made = new QPushButton(text, this);
    made->setObjectName(u"feeds."_s + name);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    return made;
}

void FeedSheet::build() {
    resize(1280, 640);
    auto* halves = new QSplitter(this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(buildTable());
    halves->addWidget(buildOne());
    halves->setStretchFactor(0, 1);
    halves->setSizes({850, 420});
    QPushButton* shut = button(u"close"_s, tr("Close"));
    connect(shut, &QPushButton::clicked, this, &QDialog::close);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(shut);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(halves, 1);
    column->addLayout(foot);
}

QWidget* FeedSheet::buildTable() {
    auto* half = new QWidget(this);
    auto* sieve = new QLineEdit(half);
    sieve->setObjectName(u"feeds.filter"_s);
    sieve->setAccessibleName(tr("Show feeds with these words"));
    sieve->setPlaceholderText(tr("Show feeds with these words"));
    sieve->setClearButtonEnabled(true);
    connect(sieve, &QLineEdit::textChanged, m_sieve, &QSortFilterProxyModel::setFilterFixedString);
    m_view = new QTableView(half);
    m_view->setObjectName(u"feeds.table"_s);
    m_view->setAccessibleName(tr("Video feeds"));
    m_view->setModel(m_sieve);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 6);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int wide = m_view->fontMetrics().averageCharWidth();
    const int characters[] = {12, 15, 19, 17, 6}; // the state has the rest
    for (int i = 0; i < int(std::size(characters)); ++i)
        m_view->setColumnWidth(i, characters[i] * wide + 16);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FeedSheet::showChosen);
    QPushButton* fresh = button(u"new"_s, tr("New feed"));
    connect(fresh, &QPushButton::clicked, this, [this] {
        m_view->clearSelection();
        begin();
        m_fields->focusFirst();
    });
    QPushButton* list = button(u"import"_s, tr("Import a list…"));
    connect(list, &QPushButton::clicked, this, &FeedSheet::importAsked);
    auto* foot = new QHBoxLayout;
    foot->addWidget(fresh);
    foot->addWidget(list);
    foot->addStretch(1);
    auto* column = new QVBoxLayout(half);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(sieve);
    column->addWidget(m_view, 1);
    column->addLayout(foot);
    const VideoFeed any{FeedId::parse(u"x").value_or(FeedId()),
                        {u"x"_s, {}},
                        {.kind = FeedOwnerKind::Officer, .name = u"x"_s},
                        u"rtsp://x"_s,
                        {}};
    m_mayChange = m_ground.desk.may(DefineFeed{any}).has_value();
    fresh->setEnabled(m_mayChange);
    list->setEnabled(m_mayChange);
    return half;
}

QWidget* FeedSheet::buildOne() {
    auto* half = new QWidget(this);
    m_fields = new FeedFields(half);
    connect(m_fields, &FeedFields::edited, this, [this] {
        stopTrial();
        m_picture->clear();
        say({});
    });
    m_picture = new QLabel(half);
    m_picture->setObjectName(u"feeds.picture"_s);
    m_picture->setAccessibleName(tr("The picture that came"));
    m_picture->setFixedSize(pictureSize);
    m_picture->setFrameShape(QFrame::StyledPanel);
    m_picture->setAlignment(Qt::AlignCenter);
    m_words = new QLabel(half);
    m_words->setObjectName(u"feeds.words"_s);
    m_words->setAccessibleName(tr("What came of it"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_try = button(u"try"_s, tr("Try it"));
    m_save = button(u"save"_s, tr("Save for all seats"));
    m_save->setProperty("main", true);
    m_take = button(u"retire"_s, tr("Take it away…"));
    connect(m_try, &QPushButton::clicked, this, &FeedSheet::tryOut);
    connect(m_save, &QPushButton::clicked, this, &FeedSheet::save);
    connect(m_take, &QPushButton::clicked, this, &FeedSheet::askTaking);
    auto* row = new QHBoxLayout;
    row->addWidget(m_save);
    row->addWidget(m_try);
    row->addStretch(1);
    row->addWidget(m_take);
    auto* trial = new QHBoxLayout;
    trial->setSpacing(12);
    trial->addWidget(m_picture, 0, Qt::AlignTop);
    trial->addWidget(m_words, 1);
    auto* column = new QVBoxLayout(half);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_fields);
    column->addLayout(row);
    column->addWidget(buildTaking());
    column->addLayout(trial);
    column->addStretch(1);
    return half;
}

QWidget* FeedSheet::buildTaking() {
    m_taking = new QWidget(this);
    m_taking->setObjectName(u"feeds.taking"_s);
    m_takingWords = new QLabel(m_taking);
    m_takingWords->setObjectName(u"feeds.takingWords"_s);
    m_takingWords->setWordWrap(true);
    m_takingWords->setProperty("warning", true);
    QPushButton* take = button(u"takeAway"_s, tr("Take away"));
    QPushButton* keep = button(u"keep"_s, tr("Keep it"));
    connect(take, &QPushButton::clicked, this, &FeedSheet::takeAway);
    connect(keep, &QPushButton::clicked, m_taking, &QWidget::hide);
    auto* row = new QHBoxLayout(m_taking);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_takingWords, 1);
    row->addWidget(take);
    row->addWidget(keep);
    m_taking->hide();
    return m_taking;
}

FeedId FeedSheet::chosen() const {
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() ? FeedId() : m_table->feedAt(m_sieve->mapToSource(rows.constFirst()).row());
}

void FeedSheet::showChosen() {
    const FeedId id = chosen();
    if (const VideoFeed* feed = m_ground.desk.situation().feeds().find(id))
        showFeed(feed);
}

void FeedSheet::begin() {
    showFeed(nullptr);
}

void FeedSheet::showFeed(const VideoFeed* feed) {
    stopTrial();
    m_shown = feed ? feed->id : FeedId();
    m_fields->show(feed, feed && m_ground.logins && !m_ground.logins->of(feed->id).isEmpty());
    m_fields->setReadOnly(!m_mayChange);
    m_save->setEnabled(m_mayChange);
    m_take->setEnabled(m_mayChange && feed);
    m_try->setEnabled(m_mayChange || feed);
    m_taking->hide();
    m_picture->clear();
    say({});
}

void FeedSheet::save() {
    const auto entered = m_fields->entered(m_ground.desk.situation(), m_ground.files);
    if (!entered)
        return refuse(entered.error());
    if (m_shown.isNull() && m_ground.desk.situation().feeds().find(entered->feed.id))
        return refuse({RefusalCode::AlreadyDefined, u"feed"_s, entered->feed.id.toString(), {}});
    m_save->setEnabled(false);
    m_ground.desk.submit(DefineFeed{entered->feed})
        .then(this, [this, id = entered->feed.id, logins = entered->logins](const Outcome& outcome) {
            m_save->setEnabled(m_mayChange);
            if (!outcome)
                refuse(outcome.error());
            else if (logins.isEmpty())
                saved(id);
            else
                keepLogin(id, logins);
        });
}

void FeedSheet::keepLogin(const FeedId& id, const FeedLogins& logins) {
    if (!m_ground.logins)
        return say(tr("The feed is saved; its login cannot be kept here."), true);
    m_ground.logins->set({{id, logins}}).then(this, [this, id](const FeedLoginWatch::Kept& kept) {
        if (kept)
            saved(id);
        else
            say(tr("The feed is saved, its login is not: %1").arg(kept.error()), true);
    });
}

void FeedSheet::saved(const FeedId& id) {
    const QModelIndex row = m_sieve->mapFromSource(m_table->index(m_table->rowOf(id), 0));
    if (row.isValid() && chosen() != id)
        m_view->selectRow(row.row());
    else
        showFeed(m_ground.desk.situation().feeds().find(id));
    say(tr("Saved."));
}

void FeedSheet::askTaking() {
    const int open = m_table->watching(m_shown);
    m_takingWords->setText(
        open > 0 ? tr("Take %1 away? It is open %n times now.", nullptr, open).arg(m_shown.toString())
                 : tr("Take %1 away?").arg(m_shown.toString()));
    m_taking->show();
}

void FeedSheet::takeAway() {
    m_taking->hide();
    m_ground.desk.submit(RetireFeed{m_shown}).then(this, [this, id = m_shown](const Outcome& outcome) {
        if (!outcome)
            return refuse(outcome.error());
        if (m_ground.logins)
            m_ground.logins->set({{id, {}}});
        m_view->clearSelection();
        begin();
        say(tr("%1 is taken away.").arg(id.toString()));
    });
}

/// With what is typed; where no login is, with the one that is kept, if the host is still the same.
void FeedSheet::tryOut() {
    const auto entered = m_fields->entered(m_ground.desk.situation(), m_ground.files);
    if (!entered)
        return refuse(entered.error());
    const FeedLogins kept =
        m_ground.logins && !m_shown.isNull() ? m_ground.logins->of(m_shown) : FeedLogins();
    const auto feed =
        Feed::read(entered->feed, entered->logins.isEmpty() ? kept : entered->logins, m_ground.files);
    if (!feed)
        return refuse(feed.error());
    const VideoFeed* known = m_ground.desk.situation().feeds().find(m_shown);
    m_tried = known && known->mainAddress == entered->feed.mainAddress ? m_shown : FeedId();
    m_try->setEnabled(false);
    m_picture->clear();
    say(tr("Asking for pictures…"));
    m_trial.start(feed->main, m_ground.times);
    beginLook();
}

/// Its picture is seen by those only who may open it, and on record; the others learn whether it plays.
void FeedSheet::beginLook() {
    const BeginView begin{m_tried, {}, tr("Tried out in the list of video feeds")};
    if (m_tried.isNull() || !m_ground.desk.may(begin))
        return;
    m_ground.desk.submit(begin).then(this, [this, id = m_tried](const Outcome& outcome) {
        const auto fact = outcome && !outcome->isEmpty() ? decode(outcome->constFirst().fact)
                                                         : std::unexpected(CodecError());
        const auto* began = fact ? std::get_if<ViewBegan>(&*fact) : nullptr;
        if (!began)
            return;
        m_look = began->view;
        if (!m_trial.isRunning() || m_tried != id)
            endLook();
    });
}

void FeedSheet::endLook() {
    if (!m_look.isNull())
        m_ground.desk.submit(EndView{std::exchange(m_look, ViewId())});
}

void FeedSheet::stopTrial() {
    m_trial.stop();
    m_try->setEnabled(true);
    endLook();
}

void FeedSheet::tell(const TrialResult& result) {
    m_try->setEnabled(true);
    endLook();
    const QString words =
        result.plays()
            ? text::feedPlays(result.size, result.rate, result.codec)
            : tr("Does not play. %1", "a whole sentence that says why")
                  .arg(text::faultText(result.fault ? result.fault->kind : StreamFault::Kind::NoPicture));
    say(words, !result.plays());
    if (!m_tried.isNull())
        m_table->setTried(m_tried, result.plays() ? u"▶ %1 × %2, %3/s, %4"_s.arg(result.size.width())
                                                        .arg(result.size.height())
                                                        .arg(std::lround(result.rate))
                                                        .arg(QString::fromLatin1(result.codec))
                                                  : words);
}

void FeedSheet::say(const QString& words, bool isWarning) {
    m_words->setText(words);
    m_words->setProperty("warning", isWarning);
    m_words->style()->unpolish(m_words);
    m_words->style()->polish(m_words);
}

void FeedSheet::refuse(const Refusal& refusal) {
    say(refusalText(refusal, m_ground.desk.situation()), true);
}

} // namespace tridesk
