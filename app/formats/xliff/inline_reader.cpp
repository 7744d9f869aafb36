#include "formats/xliff/inline_reader.h"

#include "formats/xliff/names.h"

namespace verbale::xliff {

namespace {

using xml::Element;
using Kind = InlineCode::Kind;

bool isInline(const Element &element, const char *name)
{
    return element.name == QLatin1String(name) && names::isCore(element.ns);
}

class Reader
{
public:
    Reader(const FileText &file, const std::function<bool(const Element &)> &lift, LiftedText &result)
        : m_file(file), m_lift(lift), m_result(result)
    {
    }

    void collectEnds(const Element &element);
    void readContent(const Element &element);

private:
    void read(const Element &element);
    void addText(const QString &text);
    bool addCharacter(const Element &element);
    void addCode(const Element &element, Kind kind, qint64 start, qint64 end, const QString &display);
    void addPair(const Element &element);
    bool liftMark(const Element &element);
    bool liftStart(const Element &element);
    bool liftEnd(const Element &element);

    const FileText &m_file;
    const std::function<bool(const Element &)> &m_lift;
    LiftedText &m_result;
    QSet<QString> m_ends; ///< annotations whose em stands in this text
};

void Reader::collectEnds(const Element &element)
{
    for (const xml::Node &node : element.children) {
        if (!node.element)
            continue;
        if (isInline(*node.element, "em"))
            m_ends.insert(node.element->value(QLatin1String("startRef")));
        collectEnds(*node.element);
    }
}

void Reader::readContent(const Element &element)
{
    for (const xml::Node &node : element.children) {
        if (node.element)
            read(*node.element);
        else
            addText(node.text);
    }
}

void Reader::read(const Element &element)
{
    if (isInline(element, "cp") && addCharacter(element))
        return;
    const bool annotation = isInline(element, "mrk") || isInline(element, "sm");
    const QString ref = element.value(QLatin1String("ref"));
    if (annotation && element.value(QLatin1String("type")) == QLatin1String("comment") && !ref.isEmpty())
        m_result.noteRefs.append(ref);
    if (liftMark(element) || liftStart(element) || liftEnd(element))
        return;
    if (isInline(element, "pc") || isInline(element, "mrk")) {
        addPair(element);
        return;
    }
    const bool opens = isInline(element, "sc") || isInline(element, "sm");
    const bool closes = isInline(element, "ec") || isInline(element, "em");
    addCode(element,
            opens    ? Kind::Opening
            : closes ? Kind::Closing
                     : Kind::Standalone,
            element.start, element.end, {});
}

/// A U+FFFC of the file itself becomes a code too, or the codes after it would be miscounted.
void Reader::addText(const QString &text)
{
    for (qsizetype at = text.indexOf(inlineCodeMark); at >= 0; at = text.indexOf(inlineCodeMark, at + 1))
        m_result.text.codes.append({Kind::Standalone, {}, QString(inlineCodeMark), QString(inlineCodeMark)});
    m_result.text.text += text;
}

bool Reader::addCharacter(const Element &element)
{
    bool ok = false;
    const uint point = element.value(QLatin1String("hex")).toUInt(&ok, 16);
    if (!ok || point > 0x10FFFF || point == inlineCodeMark.unicode())
        return false;
    if (point > 0xFFFF) {
        m_result.text.text += QChar::highSurrogate(point);
        m_result.text.text += QChar::lowSurrogate(point);
    } else {
        m_result.text.text += QChar(static_cast<char16_t>(point));
    }
    return true;
}

void Reader::addCode(const Element &element, Kind kind, qint64 start, qint64 end, const QString &display)
{
    InlineCode code;
    code.kind = kind;
    code.id = element.value(QLatin1String("id"));
    if (code.id.isEmpty())
        code.id = element.value(QLatin1String("startRef"));
    code.markup = m_file.slice(start, end);
    code.display = display;
    for (const char *name : {"disp", "equiv"}) {
        if (code.display.isEmpty())
            code.display = element.value(QLatin1String(name));
    }
    if (code.display.isEmpty())
        code.display = code.id.isEmpty() ? element.name : code.id;
    m_result.text.codes.append(code);
    m_result.text.text += inlineCodeMark;
}

void Reader::addPair(const Element &element)
{
    if (element.end == element.endTagStart) { // "<pc id='1'/>"
        addCode(element, Kind::Standalone, element.start, element.end, {});
        return;
    }
    const auto display = [&element](const char *disp, const char *equiv) {
        const QString value = element.value(QLatin1String(disp));
        return value.isEmpty() ? element.value(QLatin1String(equiv)) : value;
    };
    addCode(element, Kind::Opening, element.start, element.startTagEnd, display("dispStart", "equivStart"));
    readContent(element);
    addCode(element, Kind::Closing, element.endTagStart, element.end, display("dispEnd", "equivEnd"));
}

bool Reader::liftMark(const Element &element)
{
    if (!isInline(element, "mrk") || !m_lift(element))
        return false;
    const qsizetype number = m_result.marks.size();
    m_result.marks.append({{m_result.text.text.size(), 0},
                           element.value(QLatin1String("id")),
                           element.start,
                           element.startTagEnd});
    readContent(element);
    m_result.marks[number].span.end = m_result.text.text.size();
    return true;
}

bool Reader::liftStart(const Element &element)
{
    const QString id = element.value(QLatin1String("id"));
    if (!isInline(element, "sm") || !m_ends.contains(id) || !m_lift(element))
        return false;
    m_result.marks.append({{m_result.text.text.size(), -1}, id, element.start, element.startTagEnd});
    return true;
}

bool Reader::liftEnd(const Element &element)
{
    if (!isInline(element, "em"))
        return false;
    const QString id = element.value(QLatin1String("startRef"));
    for (LiftedMark &mark : m_result.marks) {
        if (mark.id == id && mark.span.end < 0) {
            mark.span.end = m_result.text.text.size();
            return true;
        }
    }
    return false;
}

} // namespace

LiftedText readInline(const xml::Element &element, const FileText &file,
                      const std::function<bool(const xml::Element &)> &lift)
{
    LiftedText result;
    Reader reader(file, lift, result);
    reader.collectEnds(element);
    reader.readContent(element);
    // An end that stands before its start: the annotation covers nothing.
    result.marks.removeIf([](const LiftedMark &mark) { return mark.span.isEmpty(); });
    return result;
}

} // namespace verbale::xliff
