#include "formats/xliff12/codes.h"

#include "formats/xliff12/names.h"
#include "xml/characters.h"
#include "xml/tag.h"

#include <QtCore/QHash>

#include <algorithm>

namespace verbale::xliff12 {

namespace {

using Kind = InlineCode::Kind;

xml::TextStyle textStyle()
{
    return {QLatin1String("<x id=\"%1\" ctype=\"") + names::characterType + QLatin1String("\"/>"),
            QStringLiteral("\n")};
}

/// XLIFF wants values of one's own without white space.
QString word(const QString &text)
{
    return QString::fromLatin1(text.toUtf8().toPercentEncoding(":/#."));
}

/// The ctype of a code; `standsAlone`: of x and ph, which have a list of their own.
QString ctype(const QString &type, bool standsAlone)
{
    static const QStringList delimiters = {QStringLiteral("bold"), QStringLiteral("italic"),
                                           QStringLiteral("underlined"), QStringLiteral("link")};
    static const QStringList placeholders = {QStringLiteral("image"), QStringLiteral("pb"),
                                             QStringLiteral("lb")};
    static const QHash<QString, QString> ofXliff2 = {{QStringLiteral("xlf:b"), QStringLiteral("bold")},
                                                     {QStringLiteral("xlf:i"), QStringLiteral("italic")},
                                                     {QStringLiteral("xlf:u"), QStringLiteral("underlined")},
                                                     {QStringLiteral("xlf:lb"), QStringLiteral("lb")},
                                                     {QStringLiteral("xlf:pb"), QStringLiteral("pb")}};
    if (type.isEmpty())
        return {};
    const QString name = ofXliff2.value(type, type);
    if ((standsAlone ? placeholders : delimiters).contains(name))
        return name;
    const QString own = word(name.startsWith(QLatin1String("x-")) ? name.mid(2) : name);
    return own.isEmpty() ? QString() : QLatin1String("x-") + own;
}

/// The tag of an annotation: mrk, or sm and em; nothing for a code.
std::optional<xml::Tag> annotationTag(const InlineCode &code)
{
    std::optional<xml::Tag> tag = xml::scanTag(code.markup);
    const QString name = tag ? tag->localName() : QString();
    if (name != QLatin1String("mrk") && name != QLatin1String("sm") && name != QLatin1String("em"))
        return std::nullopt;
    return tag;
}

/// An attribute's value as it stands in a tag, with its references.
QString rawValue(const xml::Tag &tag, QStringView name)
{
    const xml::TagAttribute *attribute = tag.attribute(name);
    return attribute == nullptr ? QString() : QString(attribute->raw).replace(u'"', QLatin1String("&quot;"));
}

QString markTag(const xml::Tag &tag)
{
    QString type = rawValue(tag, u"mtype");
    QString comment = rawValue(tag, u"comment");
    if (type.isEmpty()) { // XLIFF 2.x
        const QString ofTwo = rawValue(tag, u"type");
        comment = rawValue(tag, u"value");
        if (ofTwo == QLatin1String("term"))
            type = ofTwo;
        else if (rawValue(tag, u"translate") == QLatin1String("no"))
            type = QStringLiteral("protected");
        else
            type = QLatin1String("x-") + (ofTwo.isEmpty() ? QStringLiteral("generic") : word(ofTwo));
    }
    if (type == QLatin1String("seg"))
        type = QStringLiteral("x-seg");
    return QLatin1String("<mrk mtype=\"") + type + QLatin1Char('"') +
           (comment.isEmpty() ? QString() : QLatin1String(" comment=\"") + comment + QLatin1Char('"')) +
           QLatin1Char('>');
}

QString startTag(const char *name, const InlineCode &code, const QString &id, bool standsAlone, bool canClone)
{
    QString out = QLatin1Char('<') + QLatin1String(name);
    xml::appendAttribute(out, u"id", id);
    if (const QString type = ctype(code.type, standsAlone); !type.isEmpty())
        xml::appendAttribute(out, u"ctype", type);
    if (canClone && !code.canCopy)
        xml::appendAttribute(out, u"clone", u"no");
    const QString &display = code.display;
    if (!display.isEmpty() && display != code.id && display != code.data.get())
        xml::appendAttribute(out, u"equiv-text", display);
    return out;
}

/// `tag` without its end, made an element with the code's data in it.
QString withData(const QString &tag, const char *name, const InlineCode &code)
{
    if (code.data.isEmpty())
        return tag + QLatin1String("/>");
    QString out = tag + QLatin1Char('>');
    xml::appendText(out, code.data.get());
    return out + QLatin1String("</") + QLatin1String(name) + QLatin1Char('>');
}

QString idAttribute(const QString &id)
{
    QString out;
    xml::appendAttribute(out, u"id", id);
    return out;
}

} // namespace

ElementCodes::ElementCodes(const QList<InlineText> &texts) : m_texts(texts)
{
    collect();
    pair();
    nest();
    m_written.resize(m_texts.size());
    for (const Place &place : m_places)
        m_written[place.segment].append(element(place));
}

const InlineCode &ElementCodes::codeAt(const Place &place) const
{
    return m_texts[place.segment].codes[place.code];
}

void ElementCodes::collect()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        qsizetype at = -1;
        for (qsizetype code = 0; code < m_texts[i].codes.size(); ++code) {
            at = m_texts[i].text.indexOf(inlineCodeMark, at + 1);
            if (at < 0)
                break;
            m_places.append({i, code, at, -1, false});
        }
    }
}

/// Each closing tag belongs to the last open one with its id.
void ElementCodes::pair()
{
    QList<qsizetype> open;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const InlineCode &code = codeAt(m_places[i]);
        if (code.kind == Kind::Opening)
            open.append(i);
        if (code.kind != Kind::Closing)
            continue;
        for (qsizetype k = open.size() - 1; k >= 0; --k) {
            if (codeAt(m_places[open[k]]).id != code.id)
                continue;
            m_places[i].partner = open[k];
            m_places[open[k]].partner = i;
            open.removeAt(k);
            break;
        }
    }
}

void ElementCodes::nest()
{
    QList<qsizetype> open;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        Place &place = m_places[i];
        if (place.partner < 0 || m_places[place.partner].segment != place.segment)
            continue;
        const InlineCode &first = codeAt(m_places[std::min(i, place.partner)]);
        const bool isElement = annotationTag(first) || (codeAt(place).data.isEmpty() &&
                                                        codeAt(m_places[place.partner]).data.isEmpty());
        if (!isElement)
            continue;
        if (place.partner > i) {
            open.append(i);
        } else if (!open.isEmpty() && open.last() == place.partner) {
            open.removeLast();
            place.nests = true;
            m_places[place.partner].nests = true;
        } else {
            open.removeAll(place.partner);
        }
    }
}

QString ElementCodes::element(const Place &place) const
{
    const InlineCode &code = codeAt(place);
    if (code.markup == inlineCodeMark)
        return QString(inlineCodeMark);
    const bool opens = code.kind == Kind::Opening;
    if (const auto tag = annotationTag(place.partner < 0 || opens ? code : codeAt(m_places[place.partner])))
        return !place.nests ? QString() : opens ? markTag(*tag) : QStringLiteral("</mrk>");
    if (code.kind == Kind::Standalone && code.type == QLatin1String("protected"))
        return withData(QStringLiteral("<mrk mtype=\"protected\""), "mrk", code);
    const QString id =
        code.id.isEmpty() ? QStringLiteral("c%1-%2").arg(place.segment + 1).arg(place.code + 1) : code.id;
    if (code.kind == Kind::Standalone)
        return code.data.isEmpty() ? startTag("x", code, id, true, true) + QLatin1String("/>")
                                   : withData(startTag("ph", code, id, true, false), "ph", code);
    if (place.nests)
        return opens ? startTag("g", code, id, false, true) + QLatin1Char('>') : QStringLiteral("</g>");
    if (place.partner < 0) {
        const QString tag = startTag("it", code, id, false, false) +
                            QLatin1String(opens ? " pos=\"open\"" : " pos=\"close\"");
        return withData(tag, "it", code);
    }
    const Place &other = m_places[place.partner];
    if (code.data.isEmpty() && codeAt(other).data.isEmpty())
        return opens ? startTag("bx", code, id, false, true) + QLatin1String("/>")
                     : QLatin1String("<ex") + idAttribute(id) + QLatin1String("/>");
    return opens ? withData(startTag("bpt", code, id, false, false), "bpt", code)
                 : withData(QLatin1String("<ept") + idAttribute(id), "ept", code);
}

bool ElementCodes::crosses(const xliff::Mark &mark, qsizetype segment) const
{
    return std::any_of(m_places.begin(), m_places.end(), [&](const Place &place) {
        if (!place.nests || place.segment != segment)
            return false;
        const auto isIn = [&mark](qsizetype position) {
            return position >= mark.span.start && position < mark.span.end;
        };
        return isIn(place.position) != isIn(m_places[place.partner].position);
    });
}

QList<const xliff::Mark *> ElementCodes::standing(const QList<xliff::Mark> &marks, qsizetype segment) const
{
    QList<const xliff::Mark *> kept;
    for (const xliff::Mark &mark : marks) {
        const bool overlaps = std::any_of(kept.begin(), kept.end(), [&mark](const xliff::Mark *outer) {
            return outer->span.end > mark.span.start && outer->span.end < mark.span.end;
        });
        if (xliff::canStand(mark, m_texts[segment].text) && !overlaps && !crosses(mark, segment))
            kept.append(&mark);
    }
    return kept;
}

QString ElementCodes::xml(qsizetype segment, const QList<xliff::Mark> &marks) const
{
    const QString &text = m_texts[segment].text;
    const QStringList &codes = m_written[segment];
    const xml::TextStyle style = textStyle();
    const QList<const xliff::Mark *> kept = standing(marks, segment);
    QString out;
    QList<const xliff::Mark *> open;
    qsizetype code = 0;
    qsizetype nextMark = 0;
    for (qsizetype done = 0;;) {
        while (!open.isEmpty() && open.last()->span.end == done) {
            open.removeLast();
            out += QLatin1String("</mrk>");
        }
        for (; nextMark < kept.size() && kept[nextMark]->span.start == done; ++nextMark) {
            out += QLatin1String("<mrk") + kept[nextMark]->attributes + QLatin1Char('>');
            open.append(kept[nextMark]);
        }
        if (done == text.size())
            return out;
        qsizetype stop = text.size();
        if (nextMark < kept.size())
            stop = std::min(stop, kept[nextMark]->span.start);
        if (!open.isEmpty())
            stop = std::min(stop, open.last()->span.end);
        const qsizetype found = code < codes.size() ? text.indexOf(inlineCodeMark, done) : qsizetype(-1);
        if (found == done) {
            out += codes[code++];
            ++done;
            continue;
        }
        stop = found < 0 ? stop : std::min(stop, found);
        xml::appendText(out, QStringView(text).sliced(done, stop - done), style);
        done = stop;
    }
}

} // namespace verbale::xliff12
