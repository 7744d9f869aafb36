#include "formats/xliff12/inline_reader.h"

#include "formats/xliff12/names.h"

namespace verbale::xliff12 {

namespace {

using xml::Element;
using Kind = InlineCode::Kind;

/// A character that XML does not allow, by its code point.
void appendCharacter(QString &text, const QString &hexadecimal)
{
    bool ok = false;
    const uint point = hexadecimal.toUInt(&ok, 16);
    if (ok && point <= 0xFFFF && point != inlineCodeMark.unicode())
        text += QChar(static_cast<char16_t>(point));
}

/// Text in it is not the translator's: it is protected, or a reviser has deleted it.
bool isClosedMark(const Element &mark)
{
    const QString type = mark.value(QLatin1String("mtype"));
    return type == QLatin1String("protected") || type == QLatin1String("x-sdl-deleted");
}

Kind kindOf(const Element &element)
{
    const QString &name = element.name;
    if (name == QLatin1String("bpt") || name == QLatin1String("bx"))
        return Kind::Opening;
    if (name == QLatin1String("ept") || name == QLatin1String("ex"))
        return Kind::Closing;
    if (name == QLatin1String("it")) {
        const QString pos = element.value(QLatin1String("pos"));
        return pos == QLatin1String("open")    ? Kind::Opening
               : pos == QLatin1String("close") ? Kind::Closing
                                               : Kind::Standalone;
    }
    return Kind::Standalone;
}

} // namespace

QString SharedMarkup::slice(qint64 start, qint64 end)
{
    constexpr qint64 longest = 64;
    if (end - start > longest)
        return m_file.slice(start, end);
    const QByteArrayView bytes = QByteArrayView(m_file.bytes).sliced(start, end - start);
    Entry &entry = m_entries[qHash(bytes) % m_entries.size()];
    if (entry.bytes != bytes) {
        entry.bytes = bytes.toByteArray();
        entry.text = m_file.slice(start, end);
    }
    return entry.text;
}

bool isCore(const Element &element, const char *name)
{
    return element.name == QLatin1String(name) && names::isCore(element.ns);
}

bool isSegmentMark(const Element &element)
{
    return isCore(element, "mrk") && element.value(QLatin1String("mtype")) == QLatin1String("seg");
}

LiftedText InlineReader::read(const Element &element, const Lift &lift, bool keepRemarks)
{
    LiftedText result;
    const bool isPlain = element.children.size() == 1 && !element.children.front().element &&
                         !element.children.front().text.contains(inlineCodeMark);
    if (isPlain) {
        result.text.text = element.children.front().text;
        return result;
    }
    m_keepRemarks = keepRemarks;
    m_text.resize(0);
    m_codes.clear();
    readContent(element, lift, result);
    if (!m_text.isEmpty())
        result.text.text = QString(m_text.constData(), m_text.size()); // of the exact size
    if (!m_codes.isEmpty())
        result.text.codes = shared(m_codes);
    return result;
}

RareList<InlineCode> InlineReader::shared(const QList<InlineCode> &codes)
{
    std::size_t print = 0;
    for (const InlineCode &code : codes)
        print = qHash(code.markup, print);
    RareList<InlineCode> &known = m_known[print % m_known.size()];
    if (known.get() != codes)
        known = QList<InlineCode>(codes.begin(), codes.end());
    return known;
}

void InlineReader::add(InlineCode &&code)
{
    m_codes.append(std::move(code));
    m_text += inlineCodeMark;
}

/// A U+FFFC of the file itself becomes a code too, or the codes after it would be miscounted.
void InlineReader::addText(const QString &text)
{
    for (qsizetype at = text.indexOf(inlineCodeMark); at >= 0; at = text.indexOf(inlineCodeMark, at + 1)) {
        InlineCode code;
        code.markup = QString(inlineCodeMark);
        code.display = code.markup;
        m_codes.append(code);
    }
    m_text += text;
}

void InlineReader::readContent(const Element &element, const Lift &lift, LiftedText &into)
{
    for (const xml::Node &node : element.children) {
        if (node.element)
            readElement(*node.element, lift, into);
        else
            addText(node.text);
    }
}

void InlineReader::readElement(const Element &element, const Lift &lift, LiftedText &into)
{
    if (element.isRemark()) {
        if (m_keepRemarks)
            add(standalone(element));
        return;
    }
    const bool isMark = isCore(element, "mrk");
    if (isMark && lift && lift(element)) {
        const qsizetype number = into.marks.size();
        into.marks.append(
            {{m_text.size(), 0}, element.value(QLatin1String("mid")), element.start, element.startTagEnd});
        readContent(element, lift, into);
        into.marks[number].span.end = m_text.size();
        return;
    }
    if (isCore(element, "x") && element.value(QLatin1String("ctype")) == names::characterType) {
        appendCharacter(m_text, element.value(QLatin1String("id")));
        return;
    }
    const bool isPair = (isMark && !isClosedMark(element)) || isCore(element, "g");
    if (!isPair || element.end == element.endTagStart) {
        add(standalone(element));
        return;
    }
    add(code(element, Kind::Opening, element.start, element.startTagEnd));
    readContent(element, lift, into);
    add(code(element, Kind::Closing, element.endTagStart, element.end));
}

/// A code that is one element. What a pair is, its opening tag says: ept and ex have no attribute for it.
InlineCode InlineReader::standalone(const Element &element)
{
    if (element.isRemark()) {
        InlineCode remark;
        remark.markup = m_markup.slice(element.start, element.end);
        remark.display = element.name.mid(1);
        return remark;
    }
    const Kind kind = names::isCore(element.ns) ? kindOf(element) : Kind::Standalone;
    InlineCode result = code(element, kind, element.start, element.end);
    const QString data = element.text();
    if (!data.isEmpty())
        result.data = data;
    if (isCore(element, "mrk") && !data.isEmpty())
        result.display = data;
    if (kind == Kind::Opening && (!result.type.isEmpty() || !result.canCopy)) {
        m_opened.insert(result.id, {result.type, result.canCopy});
    } else if (kind == Kind::Closing) {
        const auto opening = m_opened.constFind(result.id);
        if (opening != m_opened.cend() && result.type.isEmpty())
            result.type = opening->first;
        if (opening != m_opened.cend())
            result.canCopy = result.canCopy && opening->second;
    }
    return result;
}

InlineCode InlineReader::code(const Element &element, Kind kind, qint64 start, qint64 end)
{
    InlineCode result;
    result.kind = kind;
    result.id = pairedId(element, kind);
    result.markup = m_markup.slice(start, end);
    QString display;
    for (const xml::Attribute &attribute : element.attributes) {
        if (!attribute.ns.isEmpty())
            continue;
        if (attribute.name == QLatin1String("equiv-text"))
            display = attribute.value;
        else if (attribute.name == QLatin1String("ctype") || attribute.name == QLatin1String("mtype"))
            result.type = attribute.value;
        else if (attribute.name == QLatin1String("clone"))
            result.canCopy = attribute.value != QLatin1String("no");
    }
    if (display.isEmpty())
        display = result.id.isEmpty() ? element.name : result.id;
    result.display = display;
    return result;
}

/// The tags of a pair are told by their rid, where they have one, else by their id.
QString InlineReader::pairedId(const Element &element, Kind kind)
{
    QString id = element.value(QLatin1String("id"));
    if (id.isEmpty())
        id = element.value(QLatin1String("mid"));
    const QString rid = kind == Kind::Standalone ? QString() : element.value(QLatin1String("rid"));
    if (rid.isEmpty())
        return id;
    for (const auto &[known, first] : m_pairs) {
        if (known == rid)
            return first;
    }
    if (kind != Kind::Opening)
        return rid;
    m_pairs.append({rid, id});
    return id;
}

} // namespace verbale::xliff12
