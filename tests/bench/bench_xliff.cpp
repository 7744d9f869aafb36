#include "formats/xliff/xliff.h"

#include <cstdio>
#include <ctime>

using namespace verbale;

namespace {

constexpr int segmentCount = 10000;
constexpr long promisedMilliseconds = 1000;

/// Sentences of some thirty words with four term hits and a suggestion each, four to a paragraph.
Document largeDocument()
{
    Document document;
    document.originalName = QStringLiteral("large.txt");
    document.sourceLanguage = QStringLiteral("vi");
    document.targetLanguage = QStringLiteral("en");
    const QString clause = QStringLiteral("Hội nghị Cấp cao hoan nghênh kết quả hợp tác giữa các nước, ");
    for (int i = 0; i < segmentCount; ++i) {
        if (i % 4 == 0) {
            document.units.append(Unit());
            document.units.last().id = QStringLiteral("u%1").arg(i / 4 + 1);
            document.units.last().type = QStringLiteral("body");
        }
        Segment segment;
        segment.id = QStringLiteral("s%1").arg(i % 4 + 1);
        segment.source.text = clause.repeated(3) + QString::number(i);
        segment.gapAfter = QStringLiteral(" ");
        segment.sourceStart = i * 200;
        segment.sourceEnd = segment.sourceStart + segment.source.text.size();
        for (int k = 0; k < 4; ++k) {
            TermHit hit;
            const qsizetype start = (k / 2) * clause.size() + (k % 2) * 28;
            hit.span = {start, start + 16};
            hit.entryId = QStringLiteral("summit-%1").arg((i + k) % 500);
            hit.target = QStringLiteral("Summit");
            hit.authority = QStringLiteral("Charter");
            hit.domain = QStringLiteral("meetings");
            segment.terms.append(hit);
        }
        Suggestion suggestion;
        suggestion.text = segment.source.text;
        suggestion.origin = QStringLiteral("Glossary draft");
        suggestion.coverage = 0.25;
        segment.suggestions.append(suggestion);
        document.units.last().segments.append(segment);
    }
    return document;
}

/// Processor time, so that other programs on the machine do not spoil the figures.
class Stopwatch
{
public:
    /// Prints the time since the last call and says whether the promise holds.
    bool lap(const char *what)
    {
        const std::clock_t now = std::clock();
        const long milliseconds =
            static_cast<long>(1000.0 * static_cast<double>(now - m_start) / CLOCKS_PER_SEC);
        std::printf("%-24s %5ld ms\n", what, milliseconds);
        m_start = std::clock();
        return milliseconds < promisedMilliseconds;
    }
    void start() { m_start = std::clock(); }

private:
    std::clock_t m_start = std::clock();
};

} // namespace

/// 10,000 segments are read, written and patched in under a second of processor time each.
int main()
{
    const Document document = largeDocument();
    Stopwatch watch;
    const QByteArray bytes = xliff::write(document);
    bool kept = watch.lap("write");
    std::printf("%-24s %5.1f MB, %d segments, %d terms\n", "the file",
                static_cast<double>(bytes.size()) / 1e6, segmentCount, segmentCount * 4);

    watch.start();
    auto opened = xliff::read(bytes, QStringLiteral("large.xlf"));
    kept = watch.lap("read") && kept && opened.ok();
    if (!opened)
        return 1;

    const auto unchanged = xliff::patch(opened->document);
    kept = watch.lap("save without an edit") && kept && unchanged.ok() && *unchanged == bytes;

    for (const SegmentRef &ref : opened->document.segments()) {
        opened->document.at(ref).hasTarget = true;
        opened->document.at(ref).target.text = QStringLiteral("The Summit welcomed the results.");
    }
    watch.start();
    const auto patched = xliff::patch(opened->document);
    kept = watch.lap("save with every target") && kept && patched.ok();
    if (!kept)
        std::printf("a step took more than %ld ms or failed\n", promisedMilliseconds);
    return kept ? 0 : 1;
}
