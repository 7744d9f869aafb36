#include "session/plugin_text.h"

#include "document/inline_codes.h"

namespace verbale::session {

namespace {

SegmentCode::Kind kindOf(const InlineCode &code)
{
    switch (code.kind) {
    case InlineCode::Kind::Opening:
        return SegmentCode::Kind::Opening;
    case InlineCode::Kind::Closing:
        return SegmentCode::Kind::Closing;
    case InlineCode::Kind::Standalone:
        break;
    }
    return SegmentCode::Kind::Standalone;
}

} // namespace

SegmentText pluginText(const Document &document, const SegmentRef &ref)
{
    const Segment &segment = document.at(ref);
    SegmentText text{document.segmentKey(ref), segment.revision, segment.source.text, segment.target.text};
    const QList<InlineCode> &codes = segment.source.codes;
    const QList<int> numbers = codeNumbers(codes);
    for (qsizetype i = 0; i < codes.size(); ++i)
        text.codes.append({kindOf(codes[i]), numbers[i], codes[i].data});
    return text;
}

} // namespace verbale::session
