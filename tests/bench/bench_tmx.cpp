#include "formats/tmx/read_tmx.h"
#include "formats/tmx/write_tmx.h"

#include <QtCore/QIODevice>

#include <cstdio>
#include <cstring>
#include <ctime>
#include <expat.h>
#include <sys/resource.h>

using namespace verbale;

namespace {

constexpr int unitsInMemory = 10000;
constexpr int repetitions = 100;
constexpr double promisedReadRatio = 3.0;
constexpr double promisedWriteRatio = 3.0;
constexpr long promisedGrowthKb = 4096;

/// Head, the same units over and over, tail: a file of any length that takes no memory.
class Repeated : public QIODevice
{
public:
    Repeated(QByteArray head, QByteArray units, QByteArray tail, int times)
        : m_parts{std::move(head), std::move(units), std::move(tail)}, m_times(times)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        qint64 size = 0;
        while (size < most && m_turn <= m_times + 1) {
            const QByteArray &part = m_parts[m_turn == 0 ? 0 : m_turn <= m_times ? 1 : 2];
            const qint64 length = qMin(most - size, part.size() - m_at);
            std::memcpy(data + size, part.constData() + m_at, static_cast<std::size_t>(length));
            size += length;
            m_at += length;
            if (m_at == part.size()) {
                m_at = 0;
                ++m_turn;
            }
        }
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_parts[3];
    qint64 m_at = 0;
    int m_times;
    int m_turn = 0;
};

class Nowhere : public QIODevice
{
public:
    Nowhere() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override { return size; }
};

const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header "
                        "creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" "
                        "adminlang=\"en\" srclang=\"vi\" datatype=\"plaintext\"/>\n<body>\n";
const QByteArray tail = "</body>\n</tmx>\n";

/// Sentences of some twenty words, every tenth with a pair of codes.
QByteArray manyUnits()
{
    QByteArray units;
    for (int i = 0; i < unitsInMemory; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray name = i % 10 == 0
                                    ? "<bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>ASEAN<ept i=\"1\">&lt;/b&gt;</ept>"
                                    : QByteArray("ASEAN");
        units +=
            "<tu tuid=\"" + number +
            "\" changedate=\"20240101T000000Z\" changeid=\"u\">\n<tuv xml:lang=\"vi\"><seg>Hội nghị Cấp "
            "cao " +
            name + " lần thứ " + number +
            " hoan nghênh kết quả hợp tác giữa các nước thành viên &amp; các đối tác.</seg></tuv>\n"
            "<tuv xml:lang=\"en\"><seg>The " +
            number + "th " + name +
            " Summit welcomed the results of cooperation among member states &amp; partners.</seg></tuv>\n"
            "</tu>\n";
    }
    return units;
}

double secondsSince(std::clock_t start)
{
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

long peakKb()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/// What expat takes to tell everything to somebody who only counts it.
double bareExpat(QIODevice &device)
{
    const std::clock_t start = std::clock();
    XML_Parser parser = XML_ParserCreate(nullptr);
    qint64 told = 0;
    XML_SetUserData(parser, &told);
    XML_SetElementHandler(
        parser, [](void *data, const XML_Char *, const XML_Char **) { ++*static_cast<qint64 *>(data); },
        [](void *data, const XML_Char *) { ++*static_cast<qint64 *>(data); });
    XML_SetCharacterDataHandler(
        parser, [](void *data, const XML_Char *, int length) { *static_cast<qint64 *>(data) += length; });
    constexpr int chunk = 64 * 1024;
    bool ok = true;
    for (qint64 got = 1; got > 0 && ok;) {
        got = device.read(static_cast<char *>(XML_GetBuffer(parser, chunk)), chunk);
        ok = XML_ParseBuffer(parser, static_cast<int>(got), got == 0 ? XML_TRUE : XML_FALSE) == XML_STATUS_OK;
    }
    XML_ParserFree(parser);
    return ok && told > 0 ? secondsSince(start) : -1;
}

double read(QIODevice &device, qint64 &units)
{
    const std::clock_t start = std::clock();
    qint64 characters = 0;
    const auto summary = tmx::readTmx(device, [&characters](tmx::TmxUnit &unit) -> Result<void> {
        for (const tmx::TmxVariant &variant : unit.variants)
            characters += variant.text.text.size();
        return {};
    });
    units = summary.ok() && characters > 0 ? summary->units : -1;
    return secondsSince(start);
}

/// Writes what is in `units` and gives the time and the bytes.
double write(const QList<tmx::TmxUnit> &units, int times)
{
    const std::clock_t start = std::clock();
    Nowhere device;
    tmx::TmxWriter writer(device, {});
    bool ok = writer.begin({}).ok();
    for (int i = 0; i < times; ++i) {
        for (const tmx::TmxUnit &unit : units)
            ok = writer.write(unit).ok() && ok;
    }
    return writer.end().ok() && ok ? secondsSince(start) : -1;
}

} // namespace

/// A translation memory of a million units is read in a few times what expat alone takes, and in the memory
/// that ten thousand take.
int main()
{
    const QByteArray units = manyUnits();
    qint64 count = 0;
    Repeated small(head, units, tail, 1);
    read(small, count);
    const long before = peakKb();

    Repeated large(head, units, tail, repetitions);
    const double reading = read(large, count);
    const long growth = peakKb() - before;
    if (count != qint64{unitsInMemory} * repetitions)
        return 1;
    Repeated again(head, units, tail, repetitions);
    const double bare = bareExpat(again);

    QList<tmx::TmxUnit> kept;
    Repeated some(head, units, tail, 1);
    if (!tmx::readTmx(some, [&kept](tmx::TmxUnit &unit) -> Result<void> {
             kept.append(unit);
             return {};
         }).ok())
        return 1;
    const double writing = write(kept, repetitions);

    const double megabytes = static_cast<double>(units.size()) * repetitions / 1e6;
    std::printf("%lld units, %.0f MB\n", static_cast<long long>(count), megabytes);
    std::printf("%-12s %6.2f s  %6.1f MB/s\n", "bare expat", bare, megabytes / bare);
    std::printf("%-12s %6.2f s  %6.1f MB/s  %.2f times expat\n", "read", reading, megabytes / reading,
                reading / bare);
    std::printf("%-12s %6.2f s  %6.1f MB/s  %.2f times expat\n", "write", writing, megabytes / writing,
                writing / bare);
    std::printf("peak memory of 1,000,000 units beyond that of 10,000: %ld KB\n", growth);
    const bool promiseKept = bare > 0 && reading <= promisedReadRatio * bare && writing > 0 &&
                             writing <= promisedWriteRatio * bare && growth <= promisedGrowthKb;
    if (!promiseKept)
        std::printf("promised: read %.1f, write %.1f times expat, %ld KB\n", promisedReadRatio,
                    promisedWriteRatio, promisedGrowthKb);
    return promiseKept ? 0 : 1;
}
