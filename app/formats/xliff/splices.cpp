#include "formats/xliff/splices.h"

#include "xml/tag.h"

#include <algorithm>

namespace verbale::xliff {

namespace {

QString escaped(const QString &value)
{
    QString out;
    xml::appendAttribute(out, u"a", value);
    return out.sliced(4, out.size() - 5).replace(u'\'', QLatin1String("&apos;"));
}

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

/// From the last line's end on.
QString lastLine(const QString &space)
{
    const qsizetype line = std::max(space.lastIndexOf(u'\n'), space.lastIndexOf(u'\r'));
    if (line < 0)
        return {};
    const bool pair = line > 0 && space[line] == u'\n' && space[line - 1] == u'\r';
    return space.sliced(pair ? line - 1 : line);
}

} // namespace

void StartTag::set(const QString &name, const QString &value)
{
    const std::optional<xml::Tag> tag = xml::scanTag(m_text);
    if (!tag)
        return;
    if (const xml::TagAttribute *attribute = tag->attribute(name)) {
        if (value.isEmpty())
            m_text.remove(attribute->start, attribute->end - attribute->start);
        else
            m_text.replace(attribute->valueStart, attribute->raw.size(), escaped(value));
    } else if (!value.isEmpty()) {
        const qsizetype end = tag->attributes.empty() ? tag->nameEnd : tag->attributes.back().end;
        m_text.insert(end,
                      QLatin1Char(' ') + name + QLatin1String("=\"") + escaped(value) + QLatin1Char('"'));
    }
}

bool StartTag::has(const QString &name) const
{
    const std::optional<xml::Tag> tag = xml::scanTag(m_text);
    return tag && tag->attribute(name) != nullptr;
}

void StartTag::takeOver(const QString &other)
{
    const std::optional<xml::Tag> theirs = xml::scanTag(other);
    if (!theirs)
        return;
    const QString space = QStringLiteral("xml:space");
    const auto spaceOf = [&space](const std::optional<xml::Tag> &tag) {
        const xml::TagAttribute *attribute = tag ? tag->attribute(space) : nullptr;
        return attribute != nullptr ? attribute->raw : QString();
    };
    if (spaceOf(xml::scanTag(m_text)) != spaceOf(theirs))
        set(space, QStringLiteral("preserve"));
    for (const xml::TagAttribute &attribute : theirs->attributes) {
        if (has(attribute.name))
            continue;
        const std::optional<xml::Tag> mine = xml::scanTag(m_text);
        const qsizetype end = mine->attributes.empty() ? mine->nameEnd : mine->attributes.back().end;
        m_text.insert(end, other.sliced(attribute.start, attribute.end - attribute.start));
    }
}

void StartTag::open()
{
    if (m_text.endsWith(QLatin1String("/>")))
        m_text = m_text.chopped(2) + QLatin1Char('>');
}

QString StartTag::endTag() const
{
    const std::optional<xml::Tag> tag = xml::scanTag(m_text);
    return tag ? QLatin1String("</") + tag->name + QLatin1Char('>') : QString();
}

void Splices::replace(qint64 start, qint64 end, const QString &text)
{
    m_splices.append({{start, end}, xml::encode(text, m_file.encoding)});
}

QList<bilingual::Replacement> Splices::replacements() const
{
    return bilingual::inOrder(m_splices);
}

QByteArray Splices::applied() const
{
    return applied(0, m_file.bytes.size());
}

QByteArray Splices::applied(qint64 start, qint64 end) const
{
    QByteArray bytes;
    qint64 done = start;
    for (const bilingual::Replacement &change : replacements()) {
        if (change.range.start < start || change.range.end > end)
            continue;
        bytes += m_file.bytes.sliced(done, change.range.start - done);
        bytes += change.bytes;
        done = change.range.end;
    }
    return bytes += m_file.bytes.sliced(done, end - done);
}

QString Splices::lineBefore(qint64 start) const
{
    return lastLine(m_file.slice(startWithSpace(start), start));
}

QString Splices::lineAt(qint64 end) const
{
    constexpr qint64 furthest = 400;
    const QString after = m_file.slice(end, std::min<qint64>(m_file.bytes.size(), end + furthest));
    qsizetype space = 0;
    while (space < after.size() && isSpace(after[space]))
        ++space;
    return lastLine(after.first(space));
}

qint64 Splices::startWithSpace(qint64 start) const
{
    constexpr qint64 furthest = 400; // an even number: two bytes may be a character
    const qint64 from = std::max<qint64>(start % 2, start - furthest);
    const QString before = m_file.slice(from, start);
    qsizetype space = before.size();
    while (space > 0 && isSpace(before[space - 1]))
        --space;
    return start - xml::encode(before.sliced(space), m_file.encoding).size();
}

QString Splices::prefixOf(const ElementPlace &place) const
{
    const std::optional<xml::Tag> tag = xml::scanTag(startTag(place));
    return tag ? tag->prefix() : QString();
}

} // namespace verbale::xliff
