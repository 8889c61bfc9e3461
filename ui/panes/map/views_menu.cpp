// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/views_menu.h"

#include "ui/actions/prompts.h"
#include "ui/map/canvas.h"

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int numbered = 9; ///< views that have a key

} // namespace

ViewsMenu::ViewsMenu(SavedViews views, ui::MapCanvas& canvas, Prompts& prompts, QWidget* parent)
    : QMenu(parent)
    , m_views(std::move(views))
    , m_canvas(canvas)
    , m_prompts(prompts) {
    setObjectName(u"map.views"_s);
    setAccessibleName(tr("Saved views"));
    connect(this, &QMenu::aboutToShow, this, &ViewsMenu::fill);
}

void ViewsMenu::fill() {
    clear();
    const QList<SavedView> views = m_views.list();
    for (int i = 0; i < views.size(); ++i) {
        const QString key = i < numbered ? u"\t%1"_s.arg(i + 1) : QString();
        QString name = views[i].name;
        addAction(name.replace(u'&', u"&&"_s) + key, this, [this, view = views[i]] { go(view); });
    }
    if (!views.isEmpty())
        addSeparator();
    addAction(tr("Keep this view as…"), this, &ViewsMenu::askName)->setObjectName(u"map.views.save"_s);
    QMenu* rename = addMenu(tr("Rename"));
    QMenu* remove = addMenu(tr("Remove"));
    rename->setObjectName(u"map.views.rename"_s);
    remove->setObjectName(u"map.views.remove"_s);
    for (const SavedView& view : views) {
        rename->addAction(view.name, this, [this, name = view.name] { askNewName(name); });
        remove->addAction(view.name, this, [this, name = view.name] { m_views.remove(name); });
    }
    rename->setEnabled(!views.isEmpty());
    remove->setEnabled(!views.isEmpty());
}

bool ViewsMenu::go(int number) {
    const QList<SavedView> views = m_views.list();
    if (number < 1 || number > views.size())
        return false;
    go(views[number - 1]);
    return true;
}

void ViewsMenu::go(const SavedView& view) {
    m_canvas.setView(m_canvas.view()
                         .withCentre(ui::toMercator(view.centre.coordinate()))
                         .withZoom(view.zoom)
                         .withBearing(view.bearing));
    Q_EMIT gone();
}

void ViewsMenu::askName() {
    const Question question{.name = u"view.name"_s,
                            .text = tr("Under which name shall this view be kept?"),
                            .answer = {},
                            .accept = tr("Keep")};
    m_prompts.ask(question, this, [this](const QString& name) {
        const auto centre = GeoPoint::from(ui::fromMercator(m_canvas.view().centre()));
        if (!centre || !m_views.save({name, *centre, m_canvas.view().zoom(), m_canvas.view().bearing()}))
            m_prompts.complain(
                tr("The view was not kept: a name has at most %1 characters, and there can be %2 "
                   "views.")
                    .arg(SavedViews::longestName)
                    .arg(SavedViews::most));
    });
}

void ViewsMenu::askNewName(const QString& name) {
    const Question question{.name = u"view.rename"_s,
                            .text = tr("How shall the view “%1” be called?").arg(name),
                            .answer = name,
                            .accept = tr("Rename")};
    m_prompts.ask(question, this, [this, name](const QString& wanted) {
        if (!m_views.rename(name, wanted))
            m_prompts.complain(tr("Another view is called so, or the name is too long."));
    });
}

} // namespace tridesk
