#include "formats/xliff/unit_codes.h"

#include "xml/characters.h"
#include "xml/tag.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace verbale::xliff {

namespace {

using Kind = InlineCode::Kind;

constexpr auto isAnnotation = CodeFacts::Form::Annotation;

void appendUnlessEmpty(QString &out, QStringView name, const QString &value)
{
    if (!value.isEmpty())
        xml::appendAttribute(out, name, value);
}

void appendHints(QString &out, const CodeFacts &facts, const QString &canReorder)
{
    const bool fixed = !canReorder.isEmpty();
    if (fixed || !facts.canCopy)
        xml::appendAttribute(out, u"canCopy", u"no");
    if (fixed || !facts.canDelete)
        xml::appendAttribute(out, u"canDelete", u"no");
    appendUnlessEmpty(out, u"canOverlap", facts.canOverlap);
    appendUnlessEmpty(out, u"canReorder", canReorder);
}

/// Ids of units, as the file has them now; nothing when one of them is not there.
QString subFlows(const QString &ids, const QHash<QString, QString> &fileUnits)
{
    QStringList written;
    for (const QString &id : ids.split(u' ', Qt::SkipEmptyParts)) {
        if (!fileUnits.contains(id))
            return {};
        written.append(fileUnits.value(id));
    }
    return written.join(u' ');
}

} // namespace

UnitCodes::UnitCodes(const Unit &unit, const TakeId &takeId, const QHash<QString, QString> &fileUnits)
{
    m_texts.reserve(2 * unit.segments.size());
    for (const Segment &segment : unit.segments)
        m_texts << segment.source << segment.target;
    m_ofText.resize(m_texts.size());
    for (qsizetype text = 0; text < m_texts.size(); ++text)
        collect(text, m_texts[text], unit);
    if (m_tags.isEmpty())
        return;
    Numbers sides[2];
    for (qsizetype text = 0; text < m_texts.size(); ++text)
        sides[text % 2] += m_ofText[text];
    for (const Numbers &side : sides)
        pair(side);
    for (Tag &tag : m_tags)
        chooseForm(tag);
    for (const Numbers &tags : std::as_const(m_ofText))
        separateCrossing(tags);
    for (qsizetype text = 0; text < m_texts.size(); text += 2)
        findTwins(m_ofText[text], m_ofText[text + 1]);
    nameAll(takeId);
    write(fileUnits);
}

/// References within the file are kept where they lead somewhere in what is written.
void UnitCodes::checkReference(CodeFacts &facts, const Unit &unit) const
{
    QString &ref = facts.subType;
    const bool comment = facts.type == QLatin1String("comment");
    const auto isNote = [&ref](const Note &note) {
        return xml::isNmtoken(note.id) && ref == QLatin1String("#n=") + note.id;
    };
    if (ref.startsWith(u'#') && !(comment && std::any_of(unit.notes.begin(), unit.notes.end(), isNote)))
        ref.clear();
    if (!facts.value.isEmpty() && comment)
        ref.clear();
    if (comment && facts.value.isEmpty() && ref.isEmpty())
        facts.type.clear();
    // What these say is in attributes of theirs.
    if (facts.type.startsWith(QLatin1String("its:")) || facts.type == QLatin1String("mtc:match"))
        facts.type.clear();
}

void UnitCodes::collect(qsizetype text, const InlineText &content, const Unit &unit)
{
    const qsizetype places = std::min(content.codes.size(), content.text.count(inlineCodeMark));
    for (qsizetype place = 0; place < places; ++place) {
        Tag tag;
        tag.facts = factsOf(content.codes[place]);
        if (tag.facts.form == CodeFacts::Form::Literal)
            continue;
        if (tag.facts.form == isAnnotation)
            checkReference(tag.facts, unit);
        tag.text = text;
        tag.place = place;
        m_ofText[text].append(m_tags.size());
        m_tags.append(tag);
    }
}

/// Ends look for their start by the id, first in their own text; one without an id takes the innermost.
void UnitCodes::pair(const Numbers &tags)
{
    Numbers open;
    for (const qsizetype number : tags) {
        Tag &tag = m_tags[number];
        if (tag.facts.isEmptyPair || tag.facts.kind == Kind::Standalone)
            continue;
        if (tag.facts.kind == Kind::Opening) {
            open.append(number);
            continue;
        }
        for (qsizetype i = open.size() - 1; i >= 0; --i) {
            Tag &start = m_tags[open[i]];
            const bool sameId =
                tag.facts.id.isEmpty() ? start.text == tag.text : start.facts.id == tag.facts.id;
            if (!sameId || start.facts.form != tag.facts.form)
                continue;
            tag.partner = open[i];
            start.partner = number;
            open.removeAt(i);
            break;
        }
    }
}

void UnitCodes::chooseForm(Tag &tag) const
{
    const bool annotation = tag.facts.form == isAnnotation;
    if (tag.facts.isEmptyPair)
        tag.form = Form::Element;
    else if (tag.facts.kind == Kind::Standalone)
        tag.form = annotation ? Form::Left : Form::Placeholder;
    else if (tag.partner < 0)
        tag.form = annotation ? Form::Left : Form::Isolated;
    else
        tag.form = m_tags[tag.partner].text == tag.text && tag.facts.pairElement &&
                           m_tags[tag.partner].facts.pairElement
                       ? Form::Element
                       : Form::Spanning;
}

void UnitCodes::separateCrossing(const Numbers &tags)
{
    Numbers open;
    for (const qsizetype number : tags) {
        Tag &tag = m_tags[number];
        if (tag.form != Form::Element || tag.facts.isEmptyPair)
            continue;
        if (tag.facts.kind == Kind::Opening) {
            open.append(number);
            continue;
        }
        if (open.last() == tag.partner) {
            open.removeLast();
            continue;
        }
        open.removeOne(tag.partner);
        tag.form = Form::Spanning;
        m_tags[tag.partner].form = Form::Spanning;
    }
}

/// A pair is spoken for by its start.
bool UnitCodes::isHead(const Tag &tag) const
{
    return tag.form != Form::Left && (tag.facts.kind != Kind::Closing || tag.partner < 0);
}

/// The n-th code of a target with an id belongs to the n-th one of its source with that id.
void UnitCodes::findTwins(const Numbers &sources, const Numbers &targets)
{
    QHash<QString, Numbers> known;
    const auto keyOf = [](const Tag &tag) {
        return QString::number(static_cast<int>(tag.facts.form)) + tag.facts.id;
    };
    for (const qsizetype number : sources) {
        if (isHead(m_tags[number]) && !m_tags[number].facts.id.isEmpty())
            known[keyOf(m_tags[number])].append(number);
    }
    for (const qsizetype number : targets) {
        Tag &target = m_tags[number];
        if (!isHead(target))
            continue;
        const auto found = known.find(keyOf(target));
        if (found == known.end() || found->isEmpty())
            continue;
        Tag &source = m_tags[found->first()];
        if (source.facts.kind != target.facts.kind || source.facts.isEmptyPair != target.facts.isEmptyPair)
            continue;
        target.twin = found->takeFirst();
        makeAlike(source, target);
    }
}

/// A code and its source's are written as the same element.
void UnitCodes::makeAlike(Tag &source, Tag &target)
{
    const auto spans = [](const Tag &tag) {
        return tag.form == Form::Spanning || tag.form == Form::Isolated;
    };
    if (spans(source) == spans(target))
        return;
    Tag &pair = spans(source) ? target : source;
    pair.form = Form::Spanning;
    if (pair.partner >= 0)
        m_tags[pair.partner].form = Form::Spanning;
}

void UnitCodes::nameAll(const TakeId &takeId)
{
    QHash<QString, qsizetype> firstOfId;
    const auto name = [&](bool targets) {
        for (qsizetype number = 0; number < m_tags.size(); ++number) {
            Tag &tag = m_tags[number];
            if (!isHead(tag) || (tag.text % 2 == 1) != targets)
                continue;
            if (tag.twin >= 0) {
                tag.id = m_tags[tag.twin].id;
                continue;
            }
            const bool code = tag.facts.form != isAnnotation && !tag.facts.id.isEmpty();
            if (const auto first = firstOfId.constFind(tag.facts.id); code && first != firstOfId.cend()) {
                const Tag &base = m_tags[*first];
                const bool hasData = !base.facts.tag.data.isEmpty() ||
                                     (base.partner >= 0 && !m_tags[base.partner].facts.tag.data.isEmpty());
                if (targets && !hasData && base.facts.canCopy && base.facts.canReorder.isEmpty() &&
                    base.form == tag.form && base.facts.kind == tag.facts.kind)
                    tag.copyOf = base.id;
            } else if (code) {
                firstOfId.insert(tag.facts.id, number);
            }
            tag.id = takeId(tag.facts.id.isEmpty() ? QStringLiteral("c1") : tag.facts.id);
        }
    };
    name(false);
    name(true);
    for (Tag &tag : m_tags) {
        if (!isHead(tag) && tag.partner >= 0)
            tag.id = m_tags[tag.partner].id;
    }
}

/// A character that XML cannot hold stays that character, whoever wrote it as a code.
QString UnitCodes::characterXml(const QString &markup)
{
    const std::optional<xml::Tag> tag = xml::scanTag(markup);
    if (!tag || tag->kind != xml::Tag::Kind::Empty || tag->localName() != QLatin1String("cp"))
        return {};
    const xml::TagAttribute *hex = tag->attribute(u"hex");
    bool isNumber = false;
    const uint point = hex == nullptr ? 0 : hex->raw.toUInt(&isNumber, 16);
    if (!isNumber || point > 0x10FFFF)
        return {};
    if (point == inlineCodeMark.unicode())
        return inlineCodeMark; // it may stand in XML, so it has to
    if (xml::isXmlCharacter(point))
        return {};
    const QString digits = QStringLiteral("%1").arg(point, 4, 16, QLatin1Char('0')).toUpper();
    return QStringLiteral("<cp hex=\"%1\"/>").arg(digits);
}

void UnitCodes::write(const QHash<QString, QString> &fileUnits)
{
    for (const Tag &tag : std::as_const(m_tags)) {
        InlineCode &code = m_texts[tag.text].codes[tag.place];
        const QString character = characterXml(code.markup);
        code.markup = character.isEmpty() ? xml(tag, fileUnits) : character;
        if (tag.facts.kind != Kind::Standalone || tag.facts.isEmptyPair)
            code.kind = tag.facts.isEmptyPair ? Kind::Standalone : tag.facts.kind;
    }
}

QString UnitCodes::xml(const Tag &tag, const QHash<QString, QString> &fileUnits)
{
    if (tag.form == Form::Left)
        return {};
    return tag.facts.form == isAnnotation ? annotationXml(tag) : codeXml(tag, fileUnits);
}

QString UnitCodes::annotationXml(const Tag &tag) const
{
    const bool element = tag.form == Form::Element;
    if (tag.facts.kind == Kind::Closing && !tag.facts.isEmptyPair)
        return element ? QStringLiteral("</mrk>") : QStringLiteral("<em startRef=\"%1\"/>").arg(tag.id);
    QString out = QLatin1String(element ? "<mrk" : "<sm");
    xml::appendAttribute(out, u"id", tag.id);
    appendUnlessEmpty(out, u"translate", tag.facts.translate);
    appendUnlessEmpty(out, u"type", tag.facts.type);
    appendUnlessEmpty(out, u"ref", tag.facts.subType);
    appendUnlessEmpty(out, u"value", tag.facts.value);
    return out + QLatin1String(element && !tag.facts.isEmptyPair ? ">" : "/>");
}

/// What the end of a pair says: its start tag may have said it for it.
CodeTag UnitCodes::endOf(const Tag &start, const Tag *end) const
{
    CodeTag said = start.facts.end;
    if (end == nullptr)
        return said;
    const CodeTag &own = end->facts.tag;
    if (said.display.isEmpty() && said.equivalent.isEmpty()) {
        said.display = own.display;
        said.equivalent = own.equivalent;
    }
    if (said.subFlows.isEmpty())
        said.subFlows = own.subFlows;
    said.data = own.data;
    return said;
}

void UnitCodes::appendPair(QString &out, const Tag &tag, const QHash<QString, QString> &fileUnits)
{
    const CodeTag &start = tag.facts.tag;
    const CodeTag end = endOf(tag, tag.partner >= 0 ? &m_tags[tag.partner] : nullptr);
    appendUnlessEmpty(out, u"dispStart", start.display);
    appendUnlessEmpty(out, u"dispEnd", end.display);
    if (!start.equivalent.isEmpty() || !end.equivalent.isEmpty()) { // both or neither
        xml::appendAttribute(out, u"equivStart", start.equivalent);
        xml::appendAttribute(out, u"equivEnd", end.equivalent);
    }
    if (!start.data.isEmpty() || !end.data.isEmpty()) {
        xml::appendAttribute(out, u"dataRefStart", dataId(start.data));
        xml::appendAttribute(out, u"dataRefEnd", dataId(end.data));
    }
    const QString startFlows = subFlows(start.subFlows, fileUnits);
    const QString endFlows = subFlows(end.subFlows, fileUnits);
    if (!startFlows.isEmpty() && !endFlows.isEmpty()) {
        xml::appendAttribute(out, u"subFlowsStart", startFlows);
        xml::appendAttribute(out, u"subFlowsEnd", endFlows);
    }
}

void UnitCodes::appendSingle(QString &out, const CodeTag &said, const QHash<QString, QString> &fileUnits)
{
    appendUnlessEmpty(out, u"disp", said.display);
    appendUnlessEmpty(out, u"equiv", said.equivalent);
    if (!said.data.isEmpty())
        xml::appendAttribute(out, u"dataRef", dataId(said.data));
    appendUnlessEmpty(out, u"subFlows", subFlows(said.subFlows, fileUnits));
}

QString UnitCodes::codeXml(const Tag &tag, const QHash<QString, QString> &fileUnits)
{
    const bool element = tag.form == Form::Element;
    const bool closes = tag.facts.kind == Kind::Closing && !tag.facts.isEmptyPair;
    if (element && closes)
        return QStringLiteral("</pc>");
    const bool endsSpan = closes && tag.form == Form::Spanning;
    const Tag &head = endsSpan ? m_tags[tag.partner] : tag;
    const char *name = element                           ? "<pc"
                       : tag.form == Form::Placeholder   ? "<ph"
                       : tag.facts.kind == Kind::Opening ? "<sc"
                                                         : "<ec";
    QString out = QLatin1String(name);
    xml::appendAttribute(out, endsSpan ? u"startRef" : u"id", tag.id);
    if (tag.form == Form::Isolated)
        xml::appendAttribute(out, u"isolated", u"yes");
    // The hints of an end are those of its start, of which it follows in the order.
    const bool fixed = !head.facts.canReorder.isEmpty();
    appendHints(out, head.facts, endsSpan && fixed ? QStringLiteral("no") : head.facts.canReorder);
    if (!endsSpan) {
        appendUnlessEmpty(out, u"copyOf", tag.copyOf);
        if (tag.form != Form::Placeholder)
            appendUnlessEmpty(out, u"dir", tag.facts.direction);
    }
    if (element)
        appendPair(out, tag, fileUnits);
    else
        appendSingle(out, endsSpan ? endOf(head, &tag) : tag.facts.tag, fileUnits);
    if (!tag.facts.type.isEmpty()) {
        xml::appendAttribute(out, u"type", tag.facts.type);
        appendUnlessEmpty(out, u"subType", tag.facts.subType);
    }
    return out + QLatin1String(element && !tag.facts.isEmptyPair ? ">" : "/>");
}

QString UnitCodes::dataId(const QString &data)
{
    if (!m_dataNumbers.contains(data)) {
        m_data.append(data);
        m_dataNumbers.insert(data, m_data.size());
    }
    return QLatin1Char('d') + QString::number(m_dataNumbers.value(data));
}

QString UnitCodes::originalData(const QString &indent) const
{
    if (m_data.isEmpty())
        return {};
    xml::TextStyle style;
    style.forbidden = QStringLiteral("<cp hex=\"%1\"/>");
    QString out = indent + QLatin1String("<originalData>\n");
    for (qsizetype i = 0; i < m_data.size(); ++i) {
        out += indent + QLatin1String("  <data id=\"d") + QString::number(i + 1) + QLatin1String("\">");
        xml::appendText(out, m_data[i], style);
        out += QLatin1String("</data>\n");
    }
    return out + indent + QLatin1String("</originalData>\n");
}

} // namespace verbale::xliff
