#include "formats/xliff12/xliff12.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace verbale;

namespace {

void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

void editEverything(Document &document)
{
    int turn = 0;
    for (const SegmentRef &ref : document.segments()) {
        Segment &segment = document.at(ref);
        segment.hasTarget = ++turn % 4 != 0;
        segment.target = segment.hasTarget ? segment.source : InlineText();
        if (segment.hasTarget)
            segment.target.text += QStringLiteral("]]>&\r\nđ");
        segment.state = static_cast<SegmentState>(turn % 4);
        segment.subState = turn % 3 == 0 ? QString() : QStringLiteral("verbale:\"<'");
        ++segment.revision;
    }
}

QString plain(const InlineText &text)
{
    return QString(text.text).remove(inlineCodeMark);
}

} // namespace

/// Whatever the bytes are: they are refused with a place, or what is opened can be saved, edited, written
/// anew and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto opened = xliff12::read(bytes, QStringLiteral("fuzz.xlf"));
    if (!opened) {
        require(!opened.error().message.isEmpty() && opened.error().where.line > 0, "errors have a place");
        return 0;
    }
    const auto saved = xliff12::patch(opened->document);
    require(saved.ok() && *saved == bytes, "saving without an edit changes nothing");

    const auto written = xliff12::read(xliff12::write(opened->document), {});
    require(written.ok(), "what is written can be read");

    Document edited = opened->document;
    editEverything(edited);
    const auto patched = xliff12::patch(edited);
    require(patched.ok(), "edits can be saved");
    const auto again = xliff12::read(*patched, {});
    require(again.ok(), "a patched file can be read");
    const QList<SegmentRef> refs = edited.segments();
    require(again->document.segments() == refs, "no segment is lost");
    for (const SegmentRef &ref : refs) {
        const Segment &wanted = edited.at(ref);
        const Segment &found = again->document.at(ref);
        require(found.source == wanted.source, "sources stay as they are");
        require(found.hasTarget || plain(wanted.target).isEmpty(), "targets are there");
        require(plain(found.target) == plain(wanted.target), "no text is lost");
    }
    return 0;
}
