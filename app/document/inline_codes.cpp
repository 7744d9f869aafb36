#include "document/inline_codes.h"

#include <QtCore/QHash>

namespace verbale {

namespace {

bool isNameEnd(QChar c)
{
    return c.isSpace() || c == u'>' || c == u'/';
}

/// "mrk" of "<x:mrk id='1'>" and of "</x:mrk>".
QStringView localName(QStringView markup)
{
    if (!markup.startsWith(u'<'))
        return {};
    qsizetype start = markup.startsWith(u"</") ? 2 : 1;
    qsizetype end = start;
    while (end < markup.size() && !isNameEnd(markup[end])) {
        if (markup[end] == u':')
            start = end + 1;
        ++end;
    }
    return markup.sliced(start, end - start);
}

/// The first tag of the markup: "<bpt id='1'>" of "<bpt id='1'>&lt;b></bpt>".
QStringView firstTag(QStringView markup)
{
    QChar quote;
    for (qsizetype i = 0; i < markup.size(); ++i) {
        const QChar c = markup[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'>') {
            return markup.first(i + 1);
        }
    }
    return markup;
}

} // namespace

CodeClass codeClass(const InlineCode &code)
{
    if (code.markup == inlineCodeMark)
        return CodeClass::Character;
    const QStringView name = localName(code.markup);
    if (name == u"cp")
        return CodeClass::Character;
    return name == u"mrk" || name == u"sm" || name == u"em" ? CodeClass::Annotation : CodeClass::Tag;
}

bool sameCode(const InlineCode &one, const InlineCode &other)
{
    if (one.kind != other.kind || one.id.isEmpty() != other.id.isEmpty())
        return false;
    return one.id.isEmpty() ? one.markup == other.markup : one.id == other.id;
}

QString codeKey(const InlineCode &code)
{
    const QChar kind(u'0' + static_cast<char16_t>(code.kind));
    const bool named = !code.id.isEmpty();
    return QString(kind) + QLatin1Char(named ? 'i' : 'm') + (named ? code.id : code.markup);
}

CodeMatches matchCodes(const QList<InlineCode> &source, const QList<InlineCode> &target)
{
    CodeMatches matches{QList<qsizetype>(source.size(), -1), QList<qsizetype>(target.size(), -1)};
    QHash<QString, QList<qsizetype>> waiting; // the source's codes, the last one first
    for (qsizetype i = source.size() - 1; i >= 0; --i)
        waiting[codeKey(source[i])].append(i);
    for (qsizetype i = 0; i < target.size(); ++i) {
        const auto found = waiting.find(codeKey(target[i]));
        if (found == waiting.end() || found->isEmpty())
            continue;
        matches.inSource[i] = found->takeLast();
        matches.inTarget[matches.inSource[i]] = i;
    }
    return matches;
}

QList<qsizetype> codePartners(const QList<InlineCode> &codes)
{
    QList<qsizetype> partners(codes.size(), -1);
    QHash<QString, QList<qsizetype>> open;
    QHash<QString, QList<qsizetype>> early; // closing codes with nothing to close before them
    const auto join = [&partners](qsizetype opening, qsizetype closing) {
        partners[opening] = closing;
        partners[closing] = opening;
    };
    for (qsizetype i = 0; i < codes.size(); ++i) {
        QList<qsizetype> &waiting = open[codes[i].id];
        if (codes[i].kind == InlineCode::Kind::Opening)
            waiting.append(i);
        else if (codes[i].kind == InlineCode::Kind::Closing && !waiting.isEmpty())
            join(waiting.takeLast(), i);
        else if (codes[i].kind == InlineCode::Kind::Closing)
            early[codes[i].id].append(i);
    }
    for (auto it = early.begin(); it != early.end(); ++it) {
        const QList<qsizetype> left = open.value(it.key());
        for (qsizetype i = 0; i < std::min(left.size(), it->size()); ++i)
            join(left[i], (*it)[i]);
    }
    return partners;
}

QList<int> codeNumbers(const QList<InlineCode> &codes)
{
    const QList<qsizetype> partners = codePartners(codes);
    QList<int> numbers(codes.size(), 0);
    int next = 0;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const bool known = partners[i] >= 0 && partners[i] < i;
        numbers[i] = known ? numbers[partners[i]] : ++next;
    }
    return numbers;
}

QList<qsizetype> codePlaces(const InlineText &text)
{
    QList<qsizetype> places;
    const qsizetype count = text.codes.size();
    if (count == 0)
        return places;
    places.reserve(count);
    qsizetype at = text.text.indexOf(inlineCodeMark);
    for (; at >= 0 && places.size() < count; at = text.text.indexOf(inlineCodeMark, at + 1))
        places.append(at);
    return places;
}

bool isElementTag(const InlineCode &code)
{
    if (code.kind == InlineCode::Kind::Closing)
        return code.markup.startsWith(QLatin1String("</"));
    return code.kind == InlineCode::Kind::Opening && code.markup.startsWith(u'<') &&
           !code.markup.endsWith(QLatin1String("/>")) && !code.markup.contains(QLatin1String("</"));
}

QString codeAttribute(const InlineCode &code, QLatin1String name)
{
    const QStringView tag = firstTag(code.markup);
    for (qsizetype at = tag.indexOf(name); at > 0; at = tag.indexOf(name, at + 1)) {
        if (!tag[at - 1].isSpace())
            continue;
        qsizetype i = at + name.size();
        const auto skipSpace = [&] {
            while (i < tag.size() && tag[i].isSpace())
                ++i;
        };
        skipSpace();
        if (i >= tag.size() || tag[i] != u'=')
            continue;
        ++i;
        skipSpace();
        if (i >= tag.size() || (tag[i] != u'"' && tag[i] != u'\''))
            continue;
        const qsizetype end = tag.indexOf(tag[i], i + 1);
        if (end > i)
            return tag.sliced(i + 1, end - i - 1).toString();
    }
    return {};
}

QString codeName(const InlineCode &code)
{
    constexpr qsizetype longest = 40;
    const QString &data = code.data;
    const QString &display = code.display;
    QString name = !data.isEmpty() ? data : !display.isEmpty() ? display : code.markup;
    name = name.simplified();
    if (name.size() > longest)
        name = name.first(longest - 1) + QChar(0x2026);
    return name;
}

} // namespace verbale
