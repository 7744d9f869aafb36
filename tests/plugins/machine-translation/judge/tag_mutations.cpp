#include "tag_mutations.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace verbale::mt::samples {

namespace {

using Kind = SegmentCode::Kind;
constexpr QChar place{0xFFFC};

const QStringList words{
    QStringLiteral("Bộ"),          QStringLiteral("Ngoại giao"), QStringLiteral("kính chào"),
    QStringLiteral("và"),          QStringLiteral("a < b"),      QStringLiteral("R&D"),
    QStringLiteral("G20"),         QStringLiteral("2025"),       QStringLiteral("\"trân\""),
    QStringLiteral("Đại sứ quán"), QStringLiteral("12/CH-BNG"),  QStringLiteral("𝔘")};

struct Span
{
    qsizetype start;
    qsizetype length;
};

QList<Span> tagsOf(const QString &text)
{
    static const QRegularExpression tag(QStringLiteral("</?[A-Za-z][^<>]*>"));
    QList<Span> found;
    for (auto matches = tag.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        found.append({match.capturedStart(), match.capturedLength()});
    }
    return found;
}

QString strangeTag(Random &random)
{
    static const QStringList all{QStringLiteral("<b>"),      QStringLiteral("</b>"),
                                 QStringLiteral("<x99/>"),   QStringLiteral("<g98>"),
                                 QStringLiteral("</span>"),  QStringLiteral("<br/>"),
                                 QStringLiteral("<!-- -->"), QStringLiteral("<![CDATA[x]]>"),
                                 QStringLiteral("<?xml?>"),  QStringLiteral("<span id=\"g97\">"),
                                 QStringLiteral("&#65532;"), QStringLiteral("&lt;x1/&gt;"),
                                 QStringLiteral("<span>"),   QString(place),
                                 QStringLiteral("</g1>"),    QStringLiteral("<"),
                                 QStringLiteral("<x1"),      QStringLiteral("&lt;")};
    return all.at(anyBelow(random, all.size()));
}

/// One tag changed within itself.
QString changedTag(QString tag, Random &random)
{
    switch (anyBelow(random, 9)) {
    case 0:
        return tag.toHtmlEscaped();
    case 1:
        return tag.toHtmlEscaped().toHtmlEscaped();
    case 2:
        return tag.replace(QRegularExpression(QStringLiteral("\\d+")),
                           QString::number(1 + anyBelow(random, 9)));
    case 3:
        return tag.contains(u'x') ? tag.replace(u'x', u'g') : tag.replace(u'g', u'x');
    case 4:
        return tag.remove(u'/');
    case 5:
        return tag.remove(anyBelow(random, 2) == 0 ? u'<' : u'>');
    case 6:
        return tag.replace(QLatin1String(">"), QLatin1String(" />"));
    case 7:
        return tag.toUpper();
    default:
        return QLatin1Char('[') + tag.mid(1).chopped(1) + QLatin1Char(']');
    }
}

void changeATag(QString &text, Random &random)
{
    const QList<Span> tags = tagsOf(text);
    if (tags.isEmpty())
        return;
    const Span one = tags.at(anyBelow(random, tags.size()));
    const QString tag = text.mid(one.start, one.length);
    switch (anyBelow(random, 5)) {
    case 0:
        text.remove(one.start, one.length);
        return;
    case 1: // doubled, at its place or elsewhere
        text.insert(anyBelow(random, 2) == 0 ? one.start : anyBelow(random, text.size() + 1), tag);
        return;
    case 2: // moved
        text.remove(one.start, one.length);
        text.insert(anyBelow(random, text.size() + 1), tag);
        return;
    default:
        text.replace(one.start, one.length, changedTag(tag, random));
    }
}

void swapTags(QString &text, Random &random)
{
    const QList<Span> tags = tagsOf(text);
    if (tags.size() < 2)
        return;
    const qsizetype first = anyBelow(random, tags.size() - 1);
    const qsizetype second = first + 1 + anyBelow(random, tags.size() - 1 - first);
    const QString a = text.mid(tags.at(first).start, tags.at(first).length);
    const QString b = text.mid(tags.at(second).start, tags.at(second).length);
    text.replace(tags.at(second).start, tags.at(second).length, a);
    text.replace(tags.at(first).start, tags.at(first).length, b);
}

/// The places of each code in an order of codes.
QList<qsizetype> placesOf(const QList<qsizetype> &order)
{
    QList<qsizetype> places(order.size(), -1);
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (order.at(i) >= 0 && order.at(i) < order.size())
            places[order.at(i)] = i;
    }
    return places;
}

bool cross(qsizetype a1, qsizetype a2, qsizetype b1, qsizetype b2)
{
    return (a1 < b1 && b1 < a2 && a2 < b2) || (b1 < a1 && a1 < b2 && b2 < a2);
}

} // namespace

qsizetype anyBelow(Random &random, qsizetype below)
{
    return static_cast<qsizetype>(random() % static_cast<std::uint32_t>(below));
}

MarkedText randomText(Random &random)
{
    MarkedText marked;
    QList<int> open;
    int last = 0;
    const qsizetype pieces = 2 + anyBelow(random, 10);
    for (qsizetype i = 0; i < pieces; ++i) {
        const qsizetype kind = marked.codes.size() < 8 ? anyBelow(random, 6) : 0;
        if (kind < 2) {
            marked.text += words.at(anyBelow(random, words.size())) + QLatin1Char(' ');
            continue;
        }
        marked.text += place;
        if (kind == 2) {
            marked.codes.append({Kind::Standalone, ++last, {}});
        } else if (kind < 5 || open.isEmpty()) {
            open.append(++last);
            marked.codes.append({Kind::Opening, last, {}});
        } else { // mostly the last one opened: some pairs cross, some stay open
            const qsizetype which =
                anyBelow(random, 4) == 0 ? anyBelow(random, open.size()) : open.size() - 1;
            marked.codes.append({Kind::Closing, open.takeAt(which), {}});
        }
    }
    return marked;
}

QString mutated(QString text, int times, Random &random)
{
    for (int i = 0; i < times; ++i) {
        switch (anyBelow(random, 8)) {
        case 0:
            text.insert(anyBelow(random, text.size() + 1), strangeTag(random));
            break;
        case 1:
        case 2:
            swapTags(text, random);
            break;
        case 3:
            text.truncate(anyBelow(random, text.size() + 1));
            break;
        default:
            changeATag(text, random);
        }
    }
    return text;
}

QString broken(const MarkedText &source, const DecodedText &decoded)
{
    const qsizetype count = source.codes.size();
    if (decoded.text.count(place) != count || decoded.codes.size() != count)
        return QStringLiteral("not every code once");
    const QList<qsizetype> places = placesOf(decoded.codes);
    if (places.contains(-1))
        return QStringLiteral("a code twice, another never");
    QList<std::pair<qsizetype, qsizetype>> pairs; // every number opens once in these texts
    for (qsizetype i = 0; i < count; ++i) {
        for (qsizetype j = i + 1; j < count; ++j) {
            if (source.codes.at(i).kind == Kind::Opening && source.codes.at(j).kind == Kind::Closing &&
                source.codes.at(i).number == source.codes.at(j).number)
                pairs.append({i, j});
        }
    }
    const auto crosses = [&pairs](const std::pair<qsizetype, qsizetype> &one) {
        return std::any_of(pairs.begin(), pairs.end(), [&one](const auto &other) {
            return cross(one.first, one.second, other.first, other.second);
        });
    };
    for (const auto &one : pairs) {
        if (places.at(one.first) > places.at(one.second))
            return QStringLiteral("a pair is turned round");
        for (const auto &other : pairs) {
            if (!crosses(one) && !crosses(other) &&
                cross(places.at(one.first), places.at(one.second), places.at(other.first),
                      places.at(other.second)))
                return QStringLiteral("two pairs cross");
        }
    }
    static const QRegularExpression remains(QStringLiteral("(?:<\\s*/?\\s*|&lt;/?|\\bid=\"?)[gxGX]\\d"));
    return remains.match(decoded.text).hasMatch() ? QStringLiteral("a tag is left in the text") : QString();
}

} // namespace verbale::mt::samples
