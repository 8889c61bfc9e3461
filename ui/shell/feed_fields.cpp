// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/feed_fields.h"

#include "app/video/feed_list.h"
#include "ui/text/feed_words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr FeedOwnerKind kinds[] = {FeedOwnerKind::BodyCamera, FeedOwnerKind::Unit, FeedOwnerKind::Officer,
                                   FeedOwnerKind::Camera, FeedOwnerKind::Place};

QString coordinates(const std::optional<GeoPoint>& at) {
    return at ? u"%1, %2"_s.arg(at->latitude(), 0, 'f', 6).arg(at->longitude(), 0, 'f', 6) : QString();
}

} // namespace

FeedFields::FeedFields(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_code(line(u"code"_s, tr("Code"), FeedId::maxLength))
    , m_nameZh(line(u"nameZh"_s, tr("Chinese name"), limits::line))
    , m_nameEn(line(u"nameEn"_s, tr("English name"), limits::line))
    , m_kind(new QComboBox(this))
    , m_owner(line(u"owner"_s, tr("Whose"), limits::key))
    , m_place(line(u"place"_s, tr("Latitude, longitude"), 60))
    , m_main(line(u"main"_s, tr("Main stream"), 2 * limits::feedAddress))
    , m_sub(line(u"sub"_s, tr("Sub stream"), 2 * limits::feedAddress))
    , m_user(line(u"user"_s, tr("User name"), limits::line))
    , m_password(line(u"password"_s, tr("Password"), limits::line))
    , m_ownerLabel(new QLabel(tr("Whose"), this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_kind->setObjectName(u"feed.kind"_s);
    m_kind->setAccessibleName(tr("Goes with"));
    for (const FeedOwnerKind kind : kinds)
        m_kind->addItem(text::name(kind), int(kind));
    m_password->setEchoMode(QLineEdit::Password);
    m_main->setPlaceholderText(u"rtsp://10.0.0.7:554/main"_s);
    m_form->addRow(tr("Code"), m_code);
    m_form->addRow(tr("Chinese name"), m_nameZh);
    m_form->addRow(tr("English name"), m_nameEn);
    m_form->addRow(tr("Goes with"), m_kind);
    m_form->addRow(m_ownerLabel, m_owner);
    m_form->addRow(tr("Latitude, longitude"), m_place);
    m_form->addRow(tr("Main stream"), m_main);
    m_form->addRow(tr("Sub stream"), m_sub);
    m_form->addRow(tr("User name"), m_user);
    m_form->addRow(tr("Password"), m_password);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        Q_EMIT edited();
    });
    showKind();
}

QLineEdit* FeedFields::line(const QString& name, const QString& label, int longest) {
    auto* made = new QLineEdit(this);
    made->setObjectName(u"feed."_s + name);
    made->setAccessibleName(label);
    made->setMaxLength(longest);
    connect(made, &QLineEdit::textEdited, this, &FeedFields::edited);
    return made;
}

void FeedFields::showKind() {
    const auto kind = FeedOwnerKind(m_kind->currentData().toInt());
    const QString label = [&] {
        switch (kind) {
        case FeedOwnerKind::Unit:
            return tr("Callsign");
        case FeedOwnerKind::BodyCamera:
            return tr("Camera of the shift's kit");
        case FeedOwnerKind::Officer:
            return tr("Name of the officer");
        case FeedOwnerKind::Camera:
            return tr("Camera on the map");
        case FeedOwnerKind::Place:
            break;
        }
        return QString();
    }();
    const bool isFixed = kind == FeedOwnerKind::Camera || kind == FeedOwnerKind::Place;
    m_ownerLabel->setText(label);
    m_owner->setAccessibleName(label.isEmpty() ? tr("Whose") : label);
    m_form->setRowVisible(m_owner, !label.isEmpty());
    m_form->setRowVisible(m_place, isFixed);
}

void FeedFields::show(const VideoFeed* feed, bool hasLogin) {
    const VideoFeed shown = feed ? *feed : VideoFeed{{}, {}, {.kind = FeedOwnerKind::BodyCamera}, {}, {}};
    m_code->setText(shown.id.toString());
    m_code->setReadOnly(feed != nullptr); // a code that was given stays: entries name it
    m_nameZh->setText(shown.name.zh);
    m_nameEn->setText(shown.name.en);
    m_kind->setCurrentIndex(m_kind->findData(int(shown.owner.kind)));
    const FeedOwner& owner = shown.owner;
    m_owner->setText(owner.kind == FeedOwnerKind::Unit     ? owner.unit.toString()
                     : owner.kind == FeedOwnerKind::Camera ? owner.camera.toString()
                                                           : owner.name);
    m_place->setText(coordinates(owner.at));
    m_main->setText(shown.mainAddress);
    m_sub->setText(shown.subAddress);
    m_user->clear();
    m_password->clear();
    for (QLineEdit* secret : {m_user, m_password})
        secret->setPlaceholderText(hasLogin ? tr("kept; type to replace it") : QString());
    for (QLineEdit* each : {m_main, m_sub, m_nameZh, m_nameEn, m_owner})
        each->setCursorPosition(0);
}

Result<std::optional<GeoPoint>> FeedFields::place() const {
    const QString typed = m_place->text().trimmed();
    if (typed.isEmpty())
        return std::nullopt;
    bool isLatitude = false, isLongitude = false;
    const double latitude = typed.section(u',', 0, 0).trimmed().toDouble(&isLatitude);
    const double longitude = typed.section(u',', 1).trimmed().toDouble(&isLongitude);
    const auto at = GeoPoint::from(latitude, longitude);
    if (!isLatitude || !isLongitude || !at)
        return refuse(RefusalCode::Invalid, u"place"_s, typed, u"lies outside of the range"_s);
    return at;
}

Result<FeedOwner> FeedFields::owner() const {
    FeedOwner owner;
    owner.kind = FeedOwnerKind(m_kind->currentData().toInt());
    const QString name = m_owner->text().trimmed();
    const auto invalid = [&] { return refuse(RefusalCode::Invalid, u"owner"_s, name); };
    if (owner.kind == FeedOwnerKind::Unit) {
        const auto unit = UnitId::parse(name);
        if (!unit && !name.isEmpty())
            return invalid();
        owner.unit = unit.value_or(UnitId());
    } else if (owner.kind == FeedOwnerKind::Camera) {
        const auto camera = CameraId::parse(name);
        if (!camera && !name.isEmpty())
            return invalid();
        owner.camera = camera.value_or(CameraId());
    } else
        owner.name = name;
    const auto at = place();
    if (!at)
        return std::unexpected(at.error());
    owner.at = *at;
    return owner;
}

Result<FeedFields::Entered> FeedFields::entered(const Situation& situation, FeedFiles files) const {
    Entered entered;
    const QString code = m_code->text().trimmed();
    const auto id = FeedId::parse(code);
    if (!id)
        return refuse(code.isEmpty() ? RefusalCode::Missing : RefusalCode::Invalid, u"feed"_s, code);
    const auto whose = owner();
    if (!whose)
        return std::unexpected(whose.error());
    const FeedLogin login{m_user->text(), m_password->text(), {}};
    const auto feed = Feed::read(m_main->text(), m_sub->text(), login, files);
    if (!feed)
        return std::unexpected(feed.error());
    const std::optional<FeedSource>& second = feed->sub;
    entered.feed = withUnitOf(situation, {*id,
                                          {m_nameZh->text().trimmed(), m_nameEn->text().trimmed()},
                                          *whose,
                                          feed->main.address.toString(),
                                          second ? second->address.toString() : QString()});
    entered.logins = feed->logins();
    return entered;
}

void FeedFields::setReadOnly(bool readOnly) {
    const auto lines = findChildren<QLineEdit*>();
    for (QLineEdit* each : lines)
        each->setReadOnly(readOnly || (each == m_code && m_code->isReadOnly()));
    m_kind->setEnabled(!readOnly);
}

void FeedFields::focusFirst() {
    (m_code->isReadOnly() ? m_nameZh : m_code)->setFocus();
}

} // namespace tridesk
