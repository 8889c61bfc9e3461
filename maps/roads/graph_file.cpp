// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/graph_file.h"

#include "maps/package/road_way.h"

#include <QSaveFile>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array<char, 8> Magic = {'T', 'D', 'R', 'O', 'A', 'D', 'S', '\n'};
constexpr quint32 Version = 2;
constexpr std::size_t Alignment = 8;
constexpr int SectionCount = 15;

struct SectionPlace {
    quint64 offset;
    quint64 count;
};

struct Header {
    std::array<char, 8> magic;
    quint32 version;
    quint32 sectionCount;
    quint64 fileSize;
    quint64 checksum; ///< of the whole file with this field zero
    GraphGrid grid;
    std::array<SectionPlace, SectionCount> sections;
};
static_assert(std::endian::native == std::endian::little, "roads.bin is little-endian");

// Four lanes, since one chain of multiplications would wait for itself: runs at memory speed, and finds any
// flipped bit.
class Checksum {
public:
    void add(std::span<const char> bytes) {
        std::size_t at = 0;
        for (; at + 8 <= bytes.size(); at += 8) {
            quint64 word = 0;
            std::memcpy(&word, bytes.data() + at, 8);
            quint64& lane = m_lanes[(m_words++) & 3U];
            lane = std::rotl((lane ^ word) * 0x9E3779B97F4A7C15ULL, 29);
        }
    }
    [[nodiscard]] quint64 value() const {
        quint64 result = m_words;
        for (const quint64 lane : m_lanes)
            result = std::rotl((result ^ lane) * 0xBF58476D1CE4E5B9ULL, 31);
        return result ^ result >> 32;
    }

private:
    std::array<quint64, 4> m_lanes = {1, 2, 3, 4};
    quint64 m_words = 0;
};

template <typename T>
std::span<const char> bytesOf(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

std::size_t padded(std::size_t size) {
    return (size + Alignment - 1) / Alignment * Alignment;
}

quint64 checksumOf(std::span<const char> file) {
    Header header;
    std::memcpy(&header, file.data(), sizeof header);
    header.checksum = 0;
    Checksum sum;
    sum.add({reinterpret_cast<const char*>(&header), sizeof header});
    sum.add(file.subspan(sizeof header));
    return sum.value();
}

class ImageWriter {
public:
    explicit ImageWriter(const GraphGrid& grid) {
        m_header.magic = Magic;
        m_header.version = Version;
        m_header.sectionCount = SectionCount;
        m_header.grid = grid;
        m_image.resize(sizeof(Header));
    }

    template <typename T>
    void add(const std::vector<T>& values) {
        m_header.sections[m_next++] = {m_image.size(), values.size()};
        const std::span<const char> bytes = bytesOf(values);
        m_image.insert(m_image.end(), bytes.begin(), bytes.end());
        m_image.resize(padded(m_image.size()));
    }

    std::vector<char> finish() {
        m_header.fileSize = m_image.size();
        std::memcpy(m_image.data(), &m_header, sizeof m_header);
        m_header.checksum = checksumOf(m_image);
        std::memcpy(m_image.data(), &m_header, sizeof m_header);
        return std::move(m_image);
    }

private:
    Header m_header{};
    std::size_t m_next = 0;
    std::vector<char> m_image;
};
static_assert(sizeof(Header) % Alignment == 0);

/// Takes the sections out of a file in the order they were put in.
class SectionReader {
public:
    SectionReader(std::span<const char> file, const Header& header)
        : m_file(file)
        , m_header(header) {}

    template <typename T>
    void take(std::span<const T>& values) {
        const SectionPlace& place = m_header.sections[m_next++];
        const bool fits = place.offset % Alignment == 0 && place.offset >= sizeof(Header) &&
                          place.offset <= m_file.size() &&
                          place.count <= (m_file.size() - place.offset) / sizeof(T) && place.count < NoIndex;
        if (!fits) {
            m_ok = false;
            return;
        }
        values = {reinterpret_cast<const T*>(m_file.data() + place.offset), place.count};
    }
    [[nodiscard]] bool isOk() const { return m_ok; }

private:
    std::span<const char> m_file;
    const Header& m_header;
    std::size_t m_next = 0;
    bool m_ok = true;
};

/// Whether these are the beginnings of stretches of an array of that size: from 0, never falling, to its end.
bool parts(std::span<const quint32> first, std::size_t size) {
    return !first.empty() && first.front() == 0 && first.back() == size && std::ranges::is_sorted(first);
}

bool isOnEarth(GraphPoint point) {
    return std::abs(static_cast<double>(point.latitude)) <= 90 * UnitsPerDegree &&
           std::abs(static_cast<double>(point.longitude)) <= 180 * UnitsPerDegree;
}

} // namespace

std::expected<void, QString> writeGraphFile(const QString& path, const GraphData& data) {
    ImageWriter writer(data.grid);
    writer.add(data.nodes);
    writer.add(data.junctionOf);
    writer.add(data.kinds);
    writer.add(data.outFirst);
    writer.add(data.outArcs);
    writer.add(data.outSegments);
    writer.add(data.inFirst);
    writer.add(data.inArcs);
    writer.add(data.inArcIds);
    writer.add(data.segments);
    writer.add(data.points);
    writer.add(data.nameFirst);
    writer.add(data.nameText);
    writer.add(data.cellFirst);
    writer.add(data.cellSegments);
    const std::vector<char> image = writer.finish();

    QSaveFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) &&
        file.write(image.data(), static_cast<qint64>(image.size())) == static_cast<qint64>(image.size()) &&
        file.commit();
    if (!written)
        return std::unexpected(u"%1: cannot be written: %2"_s.arg(path, file.errorString()));
    return {};
}

void signGraphImage(std::span<char> image) {
    if (image.size() < sizeof(Header))
        return;
    const quint64 checksum = checksumOf(image);
    std::memcpy(image.data() + offsetof(Header, checksum), &checksum, sizeof checksum);
}

std::expected<std::shared_ptr<const GraphFile>, QString> GraphFile::open(const QString& path) {
    std::shared_ptr<GraphFile> file(new GraphFile);
    const QString wrong = file->map(path);
    if (!wrong.isEmpty())
        return std::unexpected(u"%1: %2"_s.arg(path, wrong));
    return file;
}

QString GraphFile::map(const QString& path) {
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly))
        return u"cannot be read: "_s + m_file.errorString();
    const qint64 size = m_file.size();
    if (size < static_cast<qint64>(sizeof(Header)))
        return u"not a road graph: only %1 bytes"_s.arg(size);
    const uchar* bytes = m_file.map(0, size);
    if (bytes == nullptr)
        return u"cannot be mapped: "_s + m_file.errorString();
    if (QString wrong = readHeader({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
        !wrong.isEmpty())
        return wrong;
    for (const QString& wrong : {checkKinds(), checkArcs(), checkSegments(), checkNames(), checkGrid()}) {
        if (!wrong.isEmpty())
            return u"damaged: "_s + wrong;
    }
    return {};
}

QString GraphFile::readHeader(std::span<const char> bytes) {
    Header header;
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != Magic)
        return u"not a road graph"_s;
    if (header.version != Version || header.sectionCount != SectionCount)
        return u"road graph of format %1, this program reads format %2: import the map again"_s
            .arg(header.version)
            .arg(Version);
    if (header.fileSize != bytes.size() || bytes.size() % Alignment != 0)
        return u"cut short or grown: %1 bytes instead of %2"_s.arg(bytes.size()).arg(header.fileSize);
    if (header.checksum != checksumOf(bytes))
        return u"damaged: checksum differs"_s;

    SectionReader reader(bytes, header);
    reader.take(nodes);
    reader.take(junctionOf);
    reader.take(kinds);
    reader.take(outFirst);
    reader.take(outArcs);
    reader.take(outSegments);
    reader.take(inFirst);
    reader.take(inArcs);
    reader.take(inArcIds);
    reader.take(segments);
    reader.take(points);
    reader.take(nameFirst);
    reader.take(nameText);
    reader.take(cellFirst);
    reader.take(cellSegments);
    grid = header.grid;
    return reader.isOk() ? QString() : u"damaged: an array lies outside the file"_s;
}

QString GraphFile::checkKinds() const {
    const auto isUnknown = [](const RoadKind& kind) {
        return kind.cls > static_cast<quint8>(RoadClass::Footway) ||
               kind.access > static_cast<quint8>(Access::NoVehicles);
    };
    if (std::ranges::any_of(kinds, isUnknown))
        return u"a kind of road that is none"_s;
    if (junctionOf.size() != nodes.size() || !std::ranges::is_sorted(junctionOf))
        return u"junctions"_s;
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        // A copy follows its junction, which is its own.
        if (junctionOf[node] > node || junctionOf[junctionOf[node]] != junctionOf[node])
            return u"a copy of no junction"_s;
    }
    return {};
}

QString GraphFile::checkArcs() const {
    const std::size_t arcs = outArcs.size();
    if (outSegments.size() != arcs || inArcs.size() != arcs || inArcIds.size() != arcs)
        return u"arrays of arcs differ in length"_s;
    if (outFirst.size() != nodes.size() + 1 || !parts(outFirst, arcs))
        return u"outgoing arcs"_s;
    if (inFirst.size() != nodes.size() + 1 || !parts(inFirst, arcs))
        return u"incoming arcs"_s;
    const auto leadsOut = [this](const GraphArc& arc) { return arc.node >= nodes.size(); };
    if (std::ranges::any_of(outArcs, leadsOut) || std::ranges::any_of(inArcs, leadsOut))
        return u"an arc leads to no node"_s;
    // A road of a thousand kilometres without a junction is none, and times would leave their 32 bits.
    constexpr quint32 LongestCentimetres = 100'000'000;
    const auto isOdd = [this](const GraphArc& arc) {
        return arc.kind >= kinds.size() || arc.centimetres > LongestCentimetres;
    };
    if (std::ranges::any_of(outArcs, isOdd) || std::ranges::any_of(inArcs, isOdd))
        return u"an arc of no kind or no length"_s;
    if (std::ranges::any_of(inArcIds, [arcs](quint32 id) { return id >= arcs; }))
        return u"an incoming arc is none"_s;
    if (std::ranges::any_of(outSegments, [this](ArcSegment arc) { return arc.segment() >= segments.size(); }))
        return u"an arc without a segment"_s;
    if (!std::ranges::all_of(nodes, isOnEarth) || !std::ranges::all_of(points, isOnEarth))
        return u"a point outside the world"_s;
    return {};
}

QString GraphFile::checkSegments() const {
    for (const GraphSegment& segment : segments) {
        for (const quint32 arc : segment.arcs) {
            if (arc >= outArcs.size())
                return u"a segment without its arc"_s;
        }
        if (segment.pointCount < 2 || segment.firstPoint > points.size() ||
            segment.pointCount > points.size() - segment.firstPoint)
            return u"a segment without its points"_s;
        if (nameFirst.size() < 4 || segment.name >= (nameFirst.size() - 1) / 3)
            return u"a segment without its name"_s;
    }
    return {};
}

QString GraphFile::checkNames() const {
    return nameFirst.size() % 3 == 1 && parts(nameFirst, nameText.size()) ? QString() : u"names"_s;
}

QString GraphFile::checkGrid() const {
    const quint64 cells = static_cast<quint64>(grid.rows) * grid.columns;
    if (grid.cellLatitude == 0 || grid.cellLongitude == 0 || cells == 0 || cellFirst.size() != cells + 1 ||
        !parts(cellFirst, cellSegments.size()))
        return u"grid"_s;
    if (std::ranges::any_of(cellSegments, [this](quint32 segment) { return segment >= segments.size(); }))
        return u"the grid names no segment"_s;
    return {};
}

QString GraphFile::name(quint32 name, NamePart part) const {
    const std::size_t index = static_cast<std::size_t>(name) * 3 + static_cast<std::size_t>(part);
    const quint32 from = nameFirst[index];
    return QString::fromUtf8(nameText.data() + from, nameFirst[index + 1] - from);
}

} // namespace tridesk::maps
