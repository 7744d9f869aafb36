#include "xml/tag.h"

namespace verbale::xml {

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

bool endsName(QChar c)
{
    return isSpace(c) || c == u'=' || c == u'/' || c == u'>' || c == u'<' || c == u'"' || c == u'\'';
}

qsizetype skipName(QStringView text, qsizetype at)
{
    while (at < text.size() && !endsName(text[at]))
        ++at;
    return at;
}

qsizetype skipSpace(QStringView text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

/// The attribute that begins (with its white space) at `at`, or nothing when there is none that is
/// well-formed.
std::optional<TagAttribute> scanAttribute(QStringView text, qsizetype at)
{
    TagAttribute attribute;
    attribute.start = at;
    const qsizetype nameStart = skipSpace(text, at);
    const qsizetype nameEnd = skipName(text, nameStart);
    if (nameStart == at || nameEnd == nameStart)
        return std::nullopt;
    const qsizetype equals = skipSpace(text, nameEnd);
    if (equals >= text.size() || text[equals] != u'=')
        return std::nullopt;
    const qsizetype quote = skipSpace(text, equals + 1);
    if (quote >= text.size() || (text[quote] != u'"' && text[quote] != u'\''))
        return std::nullopt;
    const qsizetype close = text.indexOf(text[quote], quote + 1);
    if (close < 0)
        return std::nullopt;
    attribute.name = text.sliced(nameStart, nameEnd - nameStart).toString();
    attribute.raw = text.sliced(quote + 1, close - quote - 1).toString();
    if (attribute.raw.contains(u'<'))
        return std::nullopt;
    attribute.valueStart = quote + 1;
    attribute.end = close + 1;
    return attribute;
}

} // namespace

const TagAttribute *Tag::attribute(QStringView wanted) const
{
    for (const TagAttribute &candidate : attributes) {
        if (candidate.name == wanted)
            return &candidate;
    }
    return nullptr;
}

QString Tag::prefix() const
{
    return name.left(name.indexOf(u':') + 1);
}

QString Tag::localName() const
{
    return name.mid(name.indexOf(u':') + 1);
}

std::optional<Tag> scanTag(QStringView markup)
{
    if (markup.size() < 3 || markup.front() != u'<' || markup.back() != u'>')
        return std::nullopt;
    Tag tag;
    const bool closing = markup[1] == u'/';
    const qsizetype nameStart = closing ? 2 : 1;
    tag.nameEnd = skipName(markup, nameStart);
    tag.name = markup.sliced(nameStart, tag.nameEnd - nameStart).toString();
    if (tag.name.isEmpty() || tag.name.front() == u'!' || tag.name.front() == u'?')
        return std::nullopt;

    qsizetype at = tag.nameEnd;
    while (!closing) {
        const std::optional<TagAttribute> attribute = scanAttribute(markup, at);
        if (!attribute)
            break;
        tag.attributes.push_back(*attribute);
        at = attribute->end;
    }
    const QStringView rest = markup.sliced(skipSpace(markup, at));
    if (rest != QLatin1String(">") && (closing || rest != QLatin1String("/>")))
        return std::nullopt;
    tag.kind = closing ? Tag::Kind::Close : rest.size() == 2 ? Tag::Kind::Empty : Tag::Kind::Open;
    return tag;
}

} // namespace verbale::xml
