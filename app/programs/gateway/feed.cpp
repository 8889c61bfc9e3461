// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/feed_login_store.h"
#include "app/domain/enum_names.h"
#include "app/domain/refusal_words.h"
#include "app/programs/gateway/commands.h"
#include "app/programs/gateway/options.h"
#include "app/programs/open_desk.h"
#include "app/video/feed_trial.h"

#include <QCoreApplication>

#include <algorithm>

namespace tridesk::gateway {

using namespace Qt::StringLiterals;

namespace {

QString ownerOf(const FeedOwner& owner) {
    switch (owner.kind) {
    case FeedOwnerKind::Unit:
        return owner.unit.toString();
    case FeedOwnerKind::BodyCamera:
    case FeedOwnerKind::Officer:
        return owner.name;
    case FeedOwnerKind::Camera:
        return owner.camera.toString();
    case FeedOwnerKind::Place:
        break;
    }
    return owner.at ? u"%1,%2"_s.arg(owner.at->latitude(), 0, 'f', 6).arg(owner.at->longitude(), 0, 'f', 6)
                    : QString();
}

/// One command about feeds at an open desk; ends the event loop with the exit code.
class FeedRun : public QObject {
public:
    FeedRun(Desk& desk, LoginsByFeed logins)
        : m_desk(desk)
        , m_logins(std::move(logins)) {}

    void list() {
        QList<VideoFeed> feeds;
        feeds.reserve(m_desk.situation().feeds().size());
        for (const VideoFeed& feed : m_desk.situation().feeds())
            feeds.append(feed);
        std::sort(feeds.begin(), feeds.end(),
                  [](const VideoFeed& a, const VideoFeed& b) { return a.id < b.id; });
        for (const VideoFeed& feed : std::as_const(feeds))
            say(QStringList{feed.id.toString(), feed.name.en.isEmpty() ? feed.name.zh : feed.name.en,
                            enumName(feed.owner.kind), ownerOf(feed.owner), feed.mainAddress, feed.subAddress,
                            m_logins.contains(feed.id) ? u"with a login"_s : u"no login"_s}
                    .join(u'\t'));
        QCoreApplication::exit(0);
    }

    void retire(const FeedId& id) {
        const Actor actor{.seat = {.tier = Tier::Bureau, .place = {}}, .user = u"import"_s};
        m_desk.submit(actor, RetireFeed{id}).then(this, [this](const Outcome& outcome) {
            outcome ? QCoreApplication::exit(0) : fail(inWords(outcome.error()));
        });
    }

    void tryOut(const FeedId& id) {
        const VideoFeed* known = m_desk.situation().feeds().find(id);
        if (!known)
            return fail(u"feed: \"%1\": unknown_feed"_s.arg(id.toString()));
        const auto feed = Feed::read(*known, m_logins.value(id));
        if (!feed)
            return fail(inWords(feed.error()));
        connect(&m_trial, &FeedTrial::finished, this, [this](const TrialResult& result) {
            if (!result.plays())
                return fail(u"it does not play: "_s +
                            (result.fault ? nameOf(result.fault->kind) : u"NoPicture"_s));
            say(u"%1x%2\t%3\t%4 pictures/s"_s.arg(result.size.width())
                    .arg(result.size.height())
                    .arg(QString::fromLatin1(result.codec))
                    .arg(result.rate, 0, 'f', 1));
            QCoreApplication::exit(0);
        });
        m_trial.start(feed->main);
    }

    void fail(const QString& why) {
        m_failure = why;
        QCoreApplication::exit(2);
    }
    [[nodiscard]] const QString& failure() const { return m_failure; }

private:
    Desk& m_desk;
    LoginsByFeed m_logins;
    FeedTrial m_trial;
    QString m_failure;
};

} // namespace

int feed(const QStringList& arguments) {
    const auto options = Options::read(arguments, Options::ofDesk({}), 2);
    if (!options)
        return fail(options.error());
    const QString what = options->word(0), code = options->word(1);
    if (what != u"list" && what != u"try" && what != u"retire")
        return fail(u"feed %1: say list, try or retire"_s.arg(what));
    const auto id = FeedId::parse(code);
    if (what != u"list" && !id)
        return fail(u"feed %1: '%2' is no feed's code"_s.arg(what, code.left(80)));
    const auto store = FeedLoginStore::open(options->value(u"data"_s));
    if (!store)
        return fail(store.error());
    const auto logins = (*store)->all();
    if (!logins)
        return fail(logins.error());
    const auto open = options->desk();
    if (!open)
        return fail(open.error());
    FeedRun run(*open->desk, *logins);
    QObject::connect(open->desk.get(), &Desk::ready, &run, [&] {
        if (what == u"list")
            run.list();
        else if (what == u"try")
            run.tryOut(id.value_or(FeedId()));
        else
            run.retire(id.value_or(FeedId()));
    });
    QObject::connect(open->desk.get(), &Desk::failed, &run, [&](const QString& why) { run.fail(why); });
    open->desk->start();
    const int result = QCoreApplication::exec();
    if (result == 0 && what == u"retire")
        if (const auto forgotten = (*store)->set({{id.value_or(FeedId()), {}}}); !forgotten)
            return fail(forgotten.error());
    return result == 2 ? fail(run.failure()) : result;
}

} // namespace tridesk::gateway
