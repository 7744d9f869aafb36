#include "formats/xliff/inline_reader.h"

#include "formats/xliff/names.h"

namespace verbale::xliff {

namespace {

using xml::Element;

bool saysNo(const Element &element, const char *attribute)
{
    return element.value(QLatin1String(attribute)).startsWith(QLatin1String("no"));
}

} // namespace

LiftedText InlineReader::read(const Element &element, const Lift &lift, bool keepRemarks)
{
    m_result = {};
    m_lift = &lift;
    m_keepRemarks = keepRemarks;
    m_met.clear();
    const bool isPlain = element.children.size() == 1 && !element.children.front().element &&
                         !element.children.front().text.contains(inlineCodeMark);
    if (isPlain) {
        m_result.text.text = element.children.front().text;
        return std::move(m_result);
    }
    m_text.resize(0);
    m_ends.clear();
    collectEnds(element);
    readContent(element);
    if (!m_text.isEmpty())
        m_result.text.text = QString(m_text.constData(), m_text.size()); // of the exact size
    if (!m_met.empty())
        m_result.text.codes = metCodes();
    // An end that stands before its start: the annotation covers nothing.
    m_result.marks.removeIf([](const LiftedMark &mark) { return mark.span.isEmpty(); });
    return std::move(m_result);
}

void InlineReader::collectEnds(const Element &element)
{
    for (const xml::Node &node : element.children) {
        if (!node.element)
            continue;
        if (node.element->kind == names::Em)
            m_ends.insert(node.element->value(QLatin1String("startRef")));
        collectEnds(*node.element);
    }
}

void InlineReader::readContent(const Element &element)
{
    for (const xml::Node &node : element.children) {
        if (node.element)
            readElement(*node.element);
        else
            addText(node.text);
    }
}

void InlineReader::readElement(const Element &element)
{
    if (element.isRemark()) {
        if (m_keepRemarks)
            addCode({&element, Kind::Standalone, element.start, element.end, nullptr, nullptr, nullptr});
        return;
    }
    if (element.kind == names::Cp && addCharacter(element))
        return;
    const bool annotation = element.kind == names::Mrk || element.kind == names::Sm;
    if (annotation && element.value(QLatin1String("type")) == QLatin1String("comment")) {
        const QString ref = element.value(QLatin1String("ref"));
        if (!ref.isEmpty())
            m_result.noteRefs.append(ref);
    }
    if (liftMark(element) || liftStart(element) || liftEnd(element))
        return;
    if (element.kind == names::Pc || element.kind == names::Mrk) {
        addPair(element);
        return;
    }
    const bool opens = element.kind == names::Sc || element.kind == names::Sm;
    const bool closes = element.kind == names::Ec || element.kind == names::Em;
    const Kind kind = opens ? Kind::Opening : closes ? Kind::Closing : Kind::Standalone;
    addCode({&element, kind, element.start, element.end, "disp", "equiv", "dataRef"});
}

/// A U+FFFC of the file itself becomes a code too, or the codes after it would be miscounted.
void InlineReader::addText(const QString &text)
{
    for (qsizetype at = text.indexOf(inlineCodeMark); at >= 0; at = text.indexOf(inlineCodeMark, at + 1))
        m_met.emplace_back();
    m_text += text;
}

bool InlineReader::addCharacter(const Element &element)
{
    bool ok = false;
    const uint point = element.value(QLatin1String("hex")).toUInt(&ok, 16);
    if (!ok || point > 0x10FFFF || point == inlineCodeMark.unicode())
        return false;
    if (point > 0xFFFF) {
        m_text += QChar::highSurrogate(point);
        m_text += QChar::lowSurrogate(point);
    } else {
        m_text += QChar(static_cast<char16_t>(point));
    }
    return true;
}

void InlineReader::addCode(const Met &code)
{
    m_met.push_back(code);
    m_text += inlineCodeMark;
}

void InlineReader::addPair(const Element &element)
{
    if (element.end == element.endTagStart) { // "<pc id='1'/>"
        addCode({&element, Kind::Standalone, element.start, element.end, "dispStart", "equivStart",
                 "dataRefStart"});
        return;
    }
    addCode({&element, Kind::Opening, element.start, element.startTagEnd, "dispStart", "equivStart",
             "dataRefStart"});
    readContent(element);
    addCode({&element, Kind::Closing, element.endTagStart, element.end, "dispEnd", "equivEnd", "dataRefEnd"});
}

bool InlineReader::liftMark(const Element &element)
{
    if (element.kind != names::Mrk || !(*m_lift)(element))
        return false;
    const qsizetype number = m_result.marks.size();
    m_result.marks.append(
        {{m_text.size(), 0}, element.value(QLatin1String("id")), element.start, element.startTagEnd});
    readContent(element);
    m_result.marks[number].span.end = m_text.size();
    return true;
}

bool InlineReader::liftStart(const Element &element)
{
    if (m_ends.isEmpty() || element.kind != names::Sm)
        return false;
    const QString id = element.value(QLatin1String("id"));
    if (!m_ends.contains(id) || !(*m_lift)(element))
        return false;
    m_result.marks.append({{m_text.size(), -1}, id, element.start, element.startTagEnd});
    return true;
}

bool InlineReader::liftEnd(const Element &element)
{
    if (m_result.marks.isEmpty() || element.kind != names::Em)
        return false;
    const QString id = element.value(QLatin1String("startRef"));
    for (LiftedMark &mark : m_result.marks) {
        if (mark.id == id && mark.span.end < 0) {
            mark.span.end = m_text.size();
            return true;
        }
    }
    return false;
}

/// A file has the same few codes in thousands of segments: equal bytes, and equal data behind them, are equal
/// codes.
RareList<InlineCode> InlineReader::metCodes()
{
    constexpr std::size_t places = 1024;
    m_key.resize(0);
    for (const Met &met : m_met) {
        m_key += static_cast<char>('0' + static_cast<int>(met.kind) * 2 + (met.disp != nullptr ? 1 : 0));
        // The end tag of a pair says nothing of itself.
        const qint64 start = met.element != nullptr ? met.element->start : met.start;
        const qint64 tagEnd = met.element != nullptr ? met.element->startTagEnd : met.end;
        m_key += m_file.bytes.sliced(start, tagEnd - start);
        m_key += '\0';
        m_key += m_file.bytes.sliced(met.start, met.end - met.start);
        m_key += '\0';
        if (!m_data.isEmpty())
            m_key += dataOf(met).toUtf8() + '\0';
    }
    if (m_known.empty())
        m_known.resize(places);
    Known &known = m_known[qHashBits(m_key.constData(), static_cast<std::size_t>(m_key.size()), 1) % places];
    if (known.key != m_key) {
        QList<InlineCode> codes;
        codes.reserve(static_cast<qsizetype>(m_met.size()));
        for (const Met &met : m_met)
            codes.append(codeOf(met));
        known.codes = codes;
        known.key = QByteArray(m_key.constData(), m_key.size());
    }
    return known.codes;
}

QString InlineReader::dataOf(const Met &met) const
{
    if (m_data.isEmpty() || met.element == nullptr || met.dataRef == nullptr)
        return {};
    return m_data.value(met.element->value(QLatin1String(met.dataRef)));
}

InlineCode InlineReader::codeOf(const Met &met) const
{
    InlineCode code;
    code.kind = met.kind;
    if (met.element == nullptr) {
        code.markup = QString(inlineCodeMark);
        code.display = code.markup;
        return code;
    }
    const Element &element = *met.element;
    code.markup = m_file.slice(met.start, met.end);
    if (element.isRemark()) {
        code.display = element.name.mid(1);
        return code;
    }
    code.id = element.value(QLatin1String("id"));
    if (code.id.isEmpty())
        code.id = element.value(QLatin1String("startRef"));
    for (const char *name : {met.disp, met.equiv}) {
        if (code.display.isEmpty())
            code.display = element.value(QLatin1String(name));
    }
    if (code.display.isEmpty())
        code.display = code.id.isEmpty() ? element.name : code.id;
    code.data = dataOf(met);
    const QString subType = element.value(QLatin1String("subType"));
    code.type = subType.isEmpty() ? element.value(QLatin1String("type")) : subType;
    code.canCopy = !saysNo(element, "canCopy");
    code.canDelete = !saysNo(element, "canDelete");
    const QString reorder = element.value(QLatin1String("canReorder"));
    code.canReorder = reorder != QLatin1String("no") && reorder != QLatin1String("firstNo");
    return code;
}

} // namespace verbale::xliff
