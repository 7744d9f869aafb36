#include "formats/xliff/metadata_patch.h"

#include "formats/xliff/names.h"

namespace verbale::xliff {

namespace {

constexpr QLatin1String ownPrefixOfModule("mda:");

/// The white space of a line without the line's end.
QString indentOf(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size() && (line[at] == u'\r' || line[at] == u'\n'))
        ++at;
    return line.sliced(at);
}

/// The group without the indent before it and the line's end behind it.
QString bare(const QString &group, const MetaStyle &style)
{
    return group.isEmpty() ? group : group.sliced(style.indent.size()).chopped(style.lineEnd.size());
}

} // namespace

void patchGroup(Splices &splices, const GroupPlace &place, const QString &lineEnd,
                const std::function<QString(const MetaStyle &)> &group)
{
    const auto styleAt = [&](const QString &prefix, const QString &line) {
        return MetaStyle{prefix, indentOf(line), line.isEmpty() ? QString() : lineEnd};
    };
    if (place.group.start >= 0) {
        const MetaStyle style = styleAt(splices.prefixOf(place.group), splices.lineBefore(place.group.start));
        const QString text = bare(group(style), style);
        const ElementPlace &gone = place.groups == 1 ? place.metadata : place.group;
        if (text.isEmpty())
            splices.replace(splices.startWithSpace(gone.start), gone.end, {});
        else
            splices.replace(place.group.start, place.group.end, text);
        return;
    }
    if (place.metadata.start >= 0 && place.metadata.endTagStart != place.metadata.end) {
        const QString line = splices.lineBefore(place.metadata.endTagStart);
        const QString inner = line.isEmpty() ? line : line + QLatin1String("  ");
        const MetaStyle style = styleAt(splices.prefixOf(place.metadata), inner);
        const QString text = bare(group(style), style);
        const qint64 at = splices.startWithSpace(place.metadata.endTagStart);
        if (!text.isEmpty())
            splices.replace(at, at, inner + text);
        return;
    }
    const bool behindTag = splices.slice(place.otherwise - 1, place.otherwise) == QLatin1String(">");
    const qint64 neighbour = behindTag ? place.otherwise : splices.startWithSpace(place.otherwise);
    const QString line = splices.lineAt(neighbour);
    const QString inner = line.isEmpty() ? line : line + QLatin1String("  ");
    const MetaStyle style = styleAt(ownPrefixOfModule, inner);
    const QString text = bare(group(style), style);
    if (!text.isEmpty())
        splices.replace(neighbour, neighbour,
                        line + QLatin1String("<mda:metadata xmlns:mda=\"") + names::metadata +
                            QLatin1String("\">") + inner + text + line + QLatin1String("</mda:metadata>"));
}

} // namespace verbale::xliff
