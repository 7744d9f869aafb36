#pragma once

#include "document/inline_codes.h"
#include "formats/xliff/xliff.h"
#include "promise.h"

#include <algorithm>
#include <cstdint>

namespace verbale::fuzz {

/// A bilingual format as the promise needs it.
struct BilingualFormat
{
    Result<xliff::ReadXliff> (*read)(const OriginalBytes &bytes, const QString &fileName);
    Result<QByteArray> (*patch)(const Document &document);
    QByteArray (*write)(const Document &document);
    bool keepsStates = false;  ///< every state has its words in the format, and an empty target is one
    bool opensCleared = false; ///< a unit without a target may have more segments than with it
};

inline void editEverything(Document &document)
{
    if (document.targetLanguage.isEmpty())
        document.targetLanguage = QStringLiteral("en");
    int turn = 0;
    for (const SegmentRef &ref : document.segments()) {
        Segment &segment = document.at(ref);
        segment.hasTarget = ++turn % 4 != 0;
        segment.target = segment.hasTarget ? segment.source : InlineText();
        if (segment.hasTarget)
            segment.target.text += QStringLiteral("]]>&\r\nđ");
        segment.state = static_cast<SegmentState>(turn % 4); // without a target: initial
        segment.subState = turn % 3 == 0 ? QString() : QStringLiteral("verbale:\"<'");
        ++segment.revision;
    }
}

inline QString plain(const InlineText &text)
{
    return QString(text.text).remove(inlineCodeMark);
}

/// A target without marks keeps its unit whole although the file's seg-source has segments; once its text is
/// taken out, these are what is opened (ADR 0027). No text may come with them.
inline bool opensInItsSegments(const Unit &wanted, const Unit &found)
{
    return wanted.segments.size() == 1 && plain(wanted.segments.first().target).isEmpty() &&
           !found.segments.isEmpty() &&
           std::all_of(found.segments.begin(), found.segments.end(),
                       [](const Segment &segment) { return plain(segment.target).isEmpty(); });
}

inline void requireSegmentKept(const BilingualFormat &format, const Segment &wanted, const Segment &found)
{
    require(found.source == wanted.source, "sources stay as they are");
    require(plain(found.target) == plain(wanted.target), "no text is lost");
    require(found.hasTarget || plain(wanted.target).isEmpty(), "targets are there");
    if (!format.keepsStates)
        return;
    require(found.state == wanted.state && found.subState == wanted.subState, "states are read back");
    // Where a segment has two targets, the one that is taken away leaves an empty element behind.
    require(found.hasTarget == wanted.hasTarget || plain(found.target).isEmpty(), "targets are there or not");
}

/// Whatever the bytes are: they are refused with a place, or what is opened can be saved, edited, written
/// anew and read again.
inline void requireBilingualPromise(const BilingualFormat &format, const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto opened = format.read(bytes, QStringLiteral("fuzz.xlf"));
    if (!opened) {
        require(!opened.error().message.isEmpty() && opened.error().where.line > 0, "errors have a place");
        return;
    }
    const auto saved = format.patch(opened->document);
    require(saved.ok() && *saved == bytes, "saving without an edit changes nothing");
    require(format.read(format.write(opened->document), {}).ok(), "what is written can be read");

    Document edited = opened->document;
    editEverything(edited);
    const auto patched = format.patch(edited);
    require(patched.ok(), "edits can be saved");
    const auto again = format.read(*patched, {});
    require(again.ok(), "a patched file can be read");
    require(again->document.units.size() == edited.units.size(), "no unit is lost");
    for (qsizetype i = 0; i < edited.units.size(); ++i) {
        const Unit &wanted = edited.units[i];
        const Unit &found = again->document.units[i];
        const bool sameSegments = std::equal(
            found.segments.begin(), found.segments.end(), wanted.segments.begin(), wanted.segments.end(),
            [](const Segment &a, const Segment &b) { return a.source == b.source; });
        if (format.opensCleared && !sameSegments && opensInItsSegments(wanted, found))
            continue;
        require(found.segments.size() == wanted.segments.size(), "no segment is lost");
        for (qsizetype j = 0; j < wanted.segments.size(); ++j)
            requireSegmentKept(format, wanted.segments[j], found.segments[j]);
    }
}

} // namespace verbale::fuzz
