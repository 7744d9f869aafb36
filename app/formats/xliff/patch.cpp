#include "formats/xliff/inline_writer.h"
#include "formats/xliff/parsed.h"
#include "xml/tag.h"

#include <algorithm>

namespace verbale::xliff {

namespace {

/// Replaces bytes [start, end) of the file.
struct Splice
{
    qint64 start = 0;
    qint64 end = 0;
    QByteArray bytes;
};

/// Visits no element's content: well-formedness is all that is asked for.
class Nothing : public xml::Visitor
{
public:
    Take begin(const xml::Element &) override { return Take::Skip; }
    void tree(const xml::Element &) override {}
    void end() override {}
};

/// A start tag in which attributes can be changed without a change to anything else.
class StartTag
{
public:
    explicit StartTag(const QString &text) : m_text(text) {}

    /// An empty value removes the attribute.
    void set(const QString &name, const QString &value)
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

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    static QString escaped(const QString &value)
    {
        QString out;
        xml::appendAttribute(out, u"a", value);
        return out.sliced(4, out.size() - 5).replace(u'\'', QLatin1String("&apos;"));
    }

    QString m_text;
};

/// Collects what has to change in the file so that it holds the document's targets and states.
class Patcher
{
public:
    Patcher(const Document &document, const Parsed &parsed)
        : m_document(document), m_parsed(parsed), m_file{document.originalBytes, parsed.encoding}
    {
    }

    Result<QByteArray> patch();

private:
    void patchSegment(const Segment &wanted, const Segment &present, const SegmentPlace &place);
    void patchTarget(const Segment &wanted, const SegmentPlace &place);
    void addTarget(const Segment &wanted, const SegmentPlace &place);
    void removeTarget(const SegmentPlace &place);
    void replaceContent(const ElementPlace &place, const QString &content);
    void splice(qint64 start, qint64 end, const QString &text);
    [[nodiscard]] QString startTag(const ElementPlace &place) const;
    [[nodiscard]] InlineStyle styleOf(const ElementPlace &element) const;
    [[nodiscard]] QByteArray spliced();

    const Document &m_document;
    const Parsed &m_parsed;
    FileText m_file;
    QList<Splice> m_splices;
    QString m_lineEnd;
    bool m_addedTarget = false;
};

Result<QByteArray> Patcher::patch()
{
    const Document &present = m_parsed.result.document;
    const QString firstLines = m_file.slice(0, std::min<qint64>(m_document.originalBytes.size(), 4096));
    m_lineEnd = QLatin1String(firstLines.contains(QLatin1String("\r\n")) ? "\r\n" : "\n");
    QHash<QString, SegmentRef> places;
    for (const SegmentRef &ref : present.segments())
        places.insert(present.segmentKey(ref), ref);

    for (const SegmentRef &ref : m_document.segments()) {
        const QString key = m_document.segmentKey(ref);
        const auto found = places.constFind(key);
        if (found == places.cend())
            return Error{
                QStringLiteral("xliff.segment-vanished"),
                QStringLiteral("Segment %1 is not in the XLIFF file that was opened, so its translation has "
                               "no place there; save under another name.")
                    .arg(key),
                {m_document.originalName}};
        patchSegment(m_document.at(ref), present.at(*found), m_parsed.places[found->unit][found->segment]);
    }
    if (m_addedTarget && !m_parsed.hasTargetLanguage && !m_document.targetLanguage.isEmpty()) {
        StartTag root(startTag(m_parsed.root));
        root.set(QStringLiteral("trgLang"), m_document.targetLanguage);
        splice(m_parsed.root.start, m_parsed.root.startTagEnd, root.text());
    }
    const QByteArray bytes = spliced();
    if (m_splices.isEmpty())
        return bytes;
    Nothing visitor;
    xml::ParseOptions options;
    options.codePrefix = QStringLiteral("xliff");
    const Result<void> wellFormed = xml::parse(bytes, options, visitor);
    if (!wellFormed)
        return Error{
            QStringLiteral("xliff.bad-code"),
            QStringLiteral("An inline code of a target is not well-formed, and the file was left as it is; "
                           "take the target's codes from the source again."),
            {m_document.originalName}};
    return bytes;
}

void Patcher::patchSegment(const Segment &wanted, const Segment &present, const SegmentPlace &place)
{
    const bool targetDiffers =
        wanted.hasTarget != present.hasTarget || (wanted.hasTarget && wanted.target != present.target);
    if (targetDiffers)
        patchTarget(wanted, place);
    // The specification allows no state but "initial" without a target; what the file had already is left
    // alone.
    const bool settles = targetDiffers || wanted.state != present.state;
    const SegmentState state = settles && !wanted.hasTarget ? SegmentState::Initial : wanted.state;
    if (state == present.state && wanted.subState == present.subState)
        return;
    StartTag tag(startTag(place.segment));
    // It wants the state written out where there is a subState.
    if (state != present.state || !wanted.subState.isEmpty())
        tag.set(QStringLiteral("state"), stateName(state));
    if (wanted.subState != present.subState)
        tag.set(QStringLiteral("subState"), wanted.subState);
    splice(place.segment.start, place.segment.startTagEnd, tag.text());
}

void Patcher::patchTarget(const Segment &wanted, const SegmentPlace &place)
{
    if (place.target.start < 0)
        addTarget(wanted, place);
    else if (wanted.hasTarget)
        replaceContent(place.target, inlineXml(wanted.target, {}, styleOf(place.target)));
    else
        removeTarget(place);
}

void Patcher::addTarget(const Segment &wanted, const SegmentPlace &place)
{
    const ElementPlace &source = place.source;
    m_addedTarget = true;
    // The white space before <source> is the file's own way to indent.
    const QString before = m_file.slice(place.segment.startTagEnd, source.start);
    const QString indent = before.trimmed().isEmpty() ? before : QString();
    const std::optional<xml::Tag> sourceTag = xml::scanTag(startTag(source));
    const InlineStyle style = styleOf(source);
    QString attributes;
    if (const xml::TagAttribute *space = sourceTag ? sourceTag->attribute(u"xml:space") : nullptr)
        attributes = QLatin1String(" xml:space=\"") + space->raw + QLatin1Char('"');
    const QString name = style.prefix + QLatin1String("target");
    splice(source.end, source.end,
           indent + QLatin1Char('<') + name + attributes + QLatin1Char('>') +
               inlineXml(wanted.target, {}, style) + QLatin1String("</") + name + QLatin1Char('>'));
}

void Patcher::removeTarget(const SegmentPlace &place)
{
    qint64 start = place.target.start;
    if (place.source.end >= 0 && place.source.end < start &&
        m_file.slice(place.source.end, start).trimmed().isEmpty())
        start = place.source.end;
    splice(start, place.target.end, {});
}

void Patcher::replaceContent(const ElementPlace &place, const QString &content)
{
    if (place.endTagStart != place.end) {
        splice(place.startTagEnd, place.endTagStart, content);
        return;
    }
    QString tag = startTag(place); // "<target/>"
    const std::optional<xml::Tag> parts = xml::scanTag(tag);
    if (!parts)
        return;
    tag.chop(2);
    splice(place.start, place.end,
           tag + QLatin1Char('>') + content + QLatin1String("</") + parts->name + QLatin1Char('>'));
}

void Patcher::splice(qint64 start, qint64 end, const QString &text)
{
    m_splices.append({start, end, xml::encode(text, m_file.encoding)});
}

QString Patcher::startTag(const ElementPlace &place) const
{
    return m_file.slice(place.start, place.startTagEnd);
}

InlineStyle Patcher::styleOf(const ElementPlace &element) const
{
    InlineStyle style;
    if (const std::optional<xml::Tag> tag = xml::scanTag(startTag(element)))
        style.prefix = tag->prefix();
    style.lineEnd = m_lineEnd;
    return style;
}

QByteArray Patcher::spliced()
{
    std::sort(m_splices.begin(), m_splices.end(),
              [](const Splice &a, const Splice &b) { return a.start < b.start; });
    const QByteArray &original = m_document.originalBytes;
    QByteArray bytes;
    bytes.reserve(original.size() + 64 * m_splices.size());
    qint64 done = 0;
    for (const Splice &change : m_splices) {
        bytes += QByteArrayView(original).sliced(done, change.start - done);
        bytes += change.bytes;
        done = change.end;
    }
    return bytes += QByteArrayView(original).sliced(done);
}

} // namespace

Result<QByteArray> patch(const Document &document)
{
    if (document.originalBytes.isEmpty())
        return write(document);
    auto parsed = parseXliff(document.originalBytes, document.originalName);
    if (!parsed)
        return parsed.error();
    return Patcher(document, *parsed).patch();
}

} // namespace verbale::xliff
