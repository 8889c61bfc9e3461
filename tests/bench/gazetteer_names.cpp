// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/gazetteer_names.h"

#include <array>
#include <cmath>

namespace tridesk::bench {

using namespace Qt::StringLiterals;
using maps::Place;
using maps::PlaceKind;

namespace {

constexpr int Side = 300; // streets each way
constexpr int PieceBlocks = 12;
constexpr double Step = 0.002; // degrees between them, some 200 m

struct Part {
    QStringView zh;
    QStringView en;
    QStringView pinyin;
};

constexpr std::array Signs{
    Part{u"人", u"", u"ren"},   Part{u"民", u"", u"min"},   Part{u"中", u"", u"zhong"},
    Part{u"山", u"", u"shan"},  Part{u"解", u"", u"jie"},   Part{u"放", u"", u"fang"},
    Part{u"建", u"", u"jian"},  Part{u"设", u"", u"she"},   Part{u"和", u"", u"he"},
    Part{u"平", u"", u"ping"},  Part{u"光", u"", u"guang"}, Part{u"明", u"", u"ming"},
    Part{u"新", u"", u"xin"},   Part{u"华", u"", u"hua"},   Part{u"东", u"", u"dong"},
    Part{u"风", u"", u"feng"},  Part{u"长", u"", u"chang"}, Part{u"江", u"", u"jiang"},
    Part{u"黄", u"", u"huang"}, Part{u"河", u"", u"he"},    Part{u"金", u"", u"jin"},
    Part{u"水", u"", u"shui"},  Part{u"桥", u"", u"qiao"},  Part{u"湖", u"", u"hu"},
    Part{u"花", u"", u"hua"},   Part{u"园", u"", u"yuan"},  Part{u"松", u"", u"song"},
    Part{u"柏", u"", u"bai"},   Part{u"青", u"", u"qing"},  Part{u"年", u"", u"nian"},
    Part{u"文", u"", u"wen"},   Part{u"化", u"", u"hua"},   Part{u"宫", u"", u"gong"},
    Part{u"学", u"", u"xue"},   Part{u"府", u"", u"fu"},    Part{u"安", u"", u"an"},
    Part{u"康", u"", u"kang"},  Part{u"福", u"", u"fu"},    Part{u"兴", u"", u"xing"},
    Part{u"隆", u"", u"long"},  Part{u"永", u"", u"yong"},  Part{u"宁", u"", u"ning"},
    Part{u"石", u"", u"shi"},   Part{u"龙", u"", u"long"},  Part{u"凤", u"", u"feng"},
    Part{u"梅", u"", u"mei"},   Part{u"竹", u"", u"zhu"},   Part{u"云", u"", u"yun"},
};
constexpr std::array Sounds{u"ma",  u"ren", u"sal", u"vic", u"tor", u"ol",  u"den", u"kar", u"lin", u"gar",
                            u"ber", u"to",  u"mi",  u"ha",  u"ves", u"cro", u"nel", u"pat", u"wil", u"dor"};
constexpr std::array Roads{Part{u"路", u"Road", u"lu"}, Part{u"街", u"Street", u"jie"},
                           Part{u"大道", u"Avenue", u"da dao"}, Part{u"巷", u"Lane", u"xiang"}};
constexpr std::array Sides{Part{u"", u"", u""}, Part{u"东", u"East", u"dong"}, Part{u"西", u"West", u"xi"},
                           Part{u"中", u"Middle", u"zhong"}};
constexpr std::array Kinds{
    Part{u"便利店", u"Convenience Store", u"bian li dian"},
    Part{u"小学", u"Primary School", u"xiao xue"},
    Part{u"药房", u"Pharmacy", u"yao fang"},
    Part{u"医院", u"Hospital", u"yi yuan"},
    Part{u"花园", u"Garden", u"hua yuan"},
    Part{u"大厦", u"Tower", u"da sha"},
    Part{u"饭店", u"Restaurant", u"fan dian"},
    Part{u"宾馆", u"Hotel", u"bin guan"},
    Part{u"幼儿园", u"Kindergarten", u"you er yuan"},
    Part{u"停车场", u"Car Park", u"ting che chang"},
    Part{u"银行", u"Bank", u"yin hang"},
    Part{u"公交站", u"Bus Stop", u"gong jiao zhan"},
    Part{u"菜市场", u"Market", u"cai shi chang"},
    Part{u"公园", u"Park", u"gong yuan"},
    Part{u"派出所", u"Police Station", u"pai chu suo"},
    Part{u"图书馆", u"Library", u"tu shu guan"},
};

QString capital(QString word) {
    if (!word.isEmpty())
        word[0] = word.at(0).toUpper();
    return word;
}

QGeoCoordinate at(double column, double row) {
    return {30.9 + row * Step, 121.1 + column * Step};
}

QString joined(std::initializer_list<QStringView> words) {
    QString line;
    for (const QStringView word : words) {
        if (!word.isEmpty())
            line.append(line.isEmpty() ? u""_s : u" "_s).append(word);
    }
    return line;
}

QString fullWidth(QString text) {
    for (QChar& letter : text) {
        if (letter > u' ' && letter < QChar(0x7F))
            letter = QChar(letter.unicode() + 0xFEE0);
    }
    return text;
}

} // namespace

GazetteerNames::GazetteerNames() {
    for (int number = 0; number < 4000; ++number)
        m_stems.append(stem());
}

int GazetteerNames::few(int count) {
    return int(std::pow(m_random.bounded(1.0), 2.5) * count);
}

GazetteerNames::Line GazetteerNames::stem() {
    Line line;
    if (m_random.bounded(10) < 3) { // in letters only
        for (int left = m_random.bounded(2, 5); left > 0; --left)
            line.zh += Sounds[std::size_t(m_random.bounded(int(Sounds.size())))];
        line.zh = capital(line.zh);
        return line;
    }
    QStringList syllables;
    for (int left = m_random.bounded(2, 4); left > 0; --left) {
        const Part& sign = Signs[std::size_t(m_random.bounded(int(Signs.size())))];
        line.zh += sign.zh;
        syllables += sign.pinyin.toString();
    }
    line.pinyin = syllables.join(u' ');
    line.en = capital(syllables.join(QString()));
    return line;
}

GazetteerNames::Line GazetteerNames::street(bool vertical) {
    const Line& stem = m_stems.at(few(int(m_stems.size())));
    const Part& road = Roads[std::size_t(m_random.bounded(vertical ? 4 : 3))];
    const Part& side = Sides[std::size_t(few(int(Sides.size())))];
    if (stem.pinyin.isEmpty())
        return {joined({side.en, stem.zh, road.en}), {}, {}};
    return {stem.zh + side.zh.toString() + road.zh.toString(), joined({stem.en, side.en, road.en}),
            joined({stem.pinyin, side.pinyin, road.pinyin})};
}

GazetteerNames::Line GazetteerNames::poi() {
    const Line& stem = m_random.bounded(4) == 0 ? any(m_vertical) : m_stems.at(few(int(m_stems.size())));
    const Line& brand = m_stems.at(m_random.bounded(int(m_stems.size())));
    const Part& kind = Kinds[std::size_t(few(int(Kinds.size())))];
    if (stem.pinyin.isEmpty() || brand.pinyin.isEmpty())
        return {joined({stem.pinyin.isEmpty() ? stem.zh : stem.en,
                        brand.pinyin.isEmpty() ? brand.zh : brand.en, kind.en}),
                {},
                {}};
    Line line{stem.zh + brand.zh + kind.zh.toString(), {}, joined({stem.pinyin, brand.pinyin, kind.pinyin})};
    if (m_random.bounded(3) == 0)
        line.en = joined({stem.en, brand.en, kind.en});
    return line;
}

const GazetteerNames::Line& GazetteerNames::any(const QList<Line>& lines) {
    return lines.at(m_random.bounded(int(lines.size())));
}

void GazetteerNames::fill(maps::GazetteerBuilder* builder) {
    qint64 id = 0;
    int written = 0;
    for (const bool vertical : {true, false}) {
        QList<Line>& lines = vertical ? m_vertical : m_horizontal;
        for (int line = 0; line < Side; ++line) {
            for (int from = 0; from < Side; from += PieceBlocks, ++written) {
                maps::RoadWay way;
                way.id = ++id;
                lines.append(street(vertical));
                way.nameZh = lines.last().zh;
                way.nameEn = lines.last().en;
                way.cls = from % 5 == 0 ? maps::RoadClass::Primary : maps::RoadClass::Residential;
                for (int node = from; node <= from + PieceBlocks; ++node) {
                    const int column = vertical ? line : node;
                    const int row = vertical ? node : line;
                    way.nodeIds.append(qint64(row) * (2 * Side) + column + 1);
                    way.points.append(at(column, row));
                }
                if (builder)
                    builder->add(way);
                for (int house = 0; house < 10; ++house) {
                    Place place;
                    place.kind = PlaceKind::Address;
                    place.street = way.nameZh;
                    place.houseNumber = QString::number(house * 7 + 2);
                    const double along = from + house + 0.3;
                    place.at = vertical ? at(line + 0.1, along) : at(along, line + 0.1);
                    if (builder)
                        builder->add(place);
                }
            }
        }
    }
    // Some streets join their neighbours of the same name, and some shops are said twice: a few more than
    // asked.
    for (; written < Names * 1.04; ++written) {
        m_pois.append(poi());
        Place place;
        place.nameZh = m_pois.last().zh;
        place.nameEn = m_pois.last().en;
        place.osmClass = u"shop=yes"_s;
        place.at = at(m_random.bounded(double(Side)), m_random.bounded(double(Side)));
        if (builder)
            builder->add(place);
    }
}

QString GazetteerNames::slipped(const QString& text) {
    if (text.size() < 3)
        return text;
    QString wrong = text;
    const int at = m_random.bounded(1, int(text.size()) - 1);
    const bool letter = text.at(at).unicode() < 0x80;
    switch (m_random.bounded(letter ? 4 : 2)) {
    case 0:
        return wrong.remove(at, 1);
    case 1:
        wrong[at] = letter ? QChar(u'a' + m_random.bounded(26))
                           : Signs[std::size_t(m_random.bounded(int(Signs.size())))].zh.at(0);
        return wrong;
    case 2:
        return wrong.insert(at, QChar(u'a' + m_random.bounded(26)));
    default:
        std::swap(wrong[at], wrong[at - 1]);
        return wrong;
    }
}

QString GazetteerNames::typed(const char* shape, const Line& line) {
    const QLatin1StringView is(shape);
    const QString letters = line.pinyin.isEmpty() ? line.zh : line.pinyin;
    if (is == "prefix"_L1)
        return line.zh.first(m_random.bounded(1, int(line.zh.size())));
    if (is == "part"_L1)
        return line.zh.sliced(m_random.bounded(int(line.zh.size()) - 1));
    if (is == "pinyin"_L1)
        return QString(letters).remove(u' ').left(m_random.bounded(2, 24));
    if (is == "spaced pinyin"_L1)
        return letters;
    if (is == "initials"_L1) {
        QString initials;
        for (const QString& word : letters.split(u' ', Qt::SkipEmptyParts))
            initials += word.first(1);
        return initials.toLower();
    }
    if (is == "english"_L1)
        return line.en.isEmpty() ? line.zh : line.en;
    if (is == "words"_L1) {
        QStringList words = (line.en.isEmpty() ? letters : line.en).split(u' ');
        std::reverse(words.begin(), words.end());
        return words.join(u' ');
    }
    if (is == "mistyped"_L1)
        return slipped(line.zh);
    if (is == "mistyped letters"_L1)
        return slipped(line.en.isEmpty() ? QString(letters).remove(u' ') : line.en);
    if (is == "full width"_L1)
        return fullWidth(line.en.isEmpty() ? line.zh : line.en);
    return line.zh;
}

QList<GazetteerQuery> GazetteerNames::queries(int count) {
    static constexpr std::array Shapes{"exact",         "prefix",           "part",       "pinyin",
                                       "spaced pinyin", "initials",         "english",    "words",
                                       "mistyped",      "mistyped letters", "full width", "address",
                                       "intersection",  "nonsense"};
    QList<GazetteerQuery> queries;
    for (int number = 0; number < count; ++number) {
        const char* shape = Shapes[std::size_t(number) % Shapes.size()];
        const QLatin1StringView is(shape);
        const bool ofStreet = m_random.bounded(2) == 0;
        const Line& line = ofStreet ? any(m_horizontal) : any(m_pois);
        QString text;
        if (is == "address"_L1) {
            const QString house = QString::number(m_random.bounded(10) * 7 + m_random.bounded(1, 3));
            const Line& named = any(m_horizontal);
            text = named.pinyin.isEmpty() ? house + u' ' + named.zh : named.zh + house + u'号';
        } else if (is == "intersection"_L1) {
            const int place = m_random.bounded(int(m_vertical.size()));
            const int column = place / (Side / PieceBlocks);
            const int row = (place % (Side / PieceBlocks)) * PieceBlocks + m_random.bounded(PieceBlocks);
            const Line& other = m_horizontal.at(row * (Side / PieceBlocks) + column / PieceBlocks);
            text = m_vertical.at(place).zh + (number % 3 == 0 ? u" & "_s : u"与"_s) + other.zh;
        } else if (is == "nonsense"_L1) {
            for (int left = m_random.bounded(3, 16); left > 0; --left)
                text += number % 3 == 0 ? Signs[std::size_t(m_random.bounded(int(Signs.size())))].zh.at(0)
                                        : QChar(u'a' + m_random.bounded(26));
        } else {
            text = typed(shape, line);
        }
        queries.append({shape, text, at(m_random.bounded(double(Side)), m_random.bounded(double(Side)))});
    }
    return queries;
}

} // namespace tridesk::bench
