#include "plugins/machine-translation/judge/tag_codec.h"

#include "text/compose.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <utility>

namespace verbale::mt {

namespace {

constexpr QChar place{0xFFFC};
using Kind = SegmentCode::Kind;

/// Which codes belong together: a closing one to the last opening one of its number that is still open.
QList<std::pair<qsizetype, qsizetype>> pairsOf(const QList<SegmentCode> &codes)
{
    QList<std::pair<qsizetype, qsizetype>> pairs;
    QMultiHash<int, qsizetype> open;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const int number = codes.at(i).number;
        if (codes.at(i).kind == Kind::Opening)
            open.insert(number, i);
        else if (codes.at(i).kind == Kind::Closing && open.contains(number))
            pairs.append({open.take(number), i});
    }
    return pairs;
}

/// How each code is written. A pair that no earlier one crosses becomes an element; all others stand alone.
QList<SegmentCode> nested(const QList<std::pair<qsizetype, qsizetype>> &pairs, qsizetype count, int above)
{
    QList<SegmentCode> written;
    QList<qsizetype> partner(count, -1); // of closing codes: their opening one
    for (qsizetype i = 0; i < count; ++i)
        written.append({Kind::Standalone, above + static_cast<int>(i) + 1, {}});
    QList<bool> opens(count, false);
    for (const auto &[opening, closing] : pairs) {
        partner[closing] = opening;
        opens[opening] = true;
    }
    QList<qsizetype> open;
    for (qsizetype i = 0; i < count; ++i) {
        if (opens.at(i))
            open.append(i);
        const qsizetype depth = partner.at(i) < 0 ? -1 : open.lastIndexOf(partner.at(i));
        if (depth < 0)
            continue;
        const qsizetype start = open.at(depth);
        written[start].kind = Kind::Opening;
        written[i] = {Kind::Closing, written.at(start).number, {}};
        open.resize(depth); // what was opened inside and is still open stands alone
    }
    return written;
}

/// The highest number of what looks like a tag of ours in a text.
int numbersIn(const QString &text)
{
    static const QRegularExpression tag(
        QStringLiteral("(?:<\\s*/?\\s*|\\bid\\s*=\\s*[\"']?)[gx]\\s*(\\d{1,6})"),
        QRegularExpression::CaseInsensitiveOption);
    int highest = 0;
    for (auto matches = tag.globalMatch(text); matches.hasNext();)
        highest = std::max(highest, matches.next().captured(1).toInt());
    return highest;
}

QString escaped(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar unit : text) {
        if (unit == u'&')
            result += QLatin1String("&amp;");
        else if (unit == u'<')
            result += QLatin1String("&lt;");
        else if (unit == u'>')
            result += QLatin1String("&gt;");
        else if (unit.unicode() >= 0x20 || unit == u'\t' || unit == u'\n' || unit == u'\r')
            result += unit; // no other control character may stand in XML
    }
    return result;
}

QString tagOf(const SegmentCode &code, TagNotation notation)
{
    const QString number = QString::number(code.number);
    const bool html = notation == TagNotation::Html;
    switch (code.kind) {
    case Kind::Opening:
        return html ? QStringLiteral("<span id=\"g%1\">").arg(number) : QStringLiteral("<g%1>").arg(number);
    case Kind::Closing:
        return html ? QStringLiteral("</span>") : QStringLiteral("</g%1>").arg(number);
    case Kind::Standalone:
        break;
    }
    return html ? QStringLiteral("<span id=\"x%1\" class=\"notranslate\"></span>").arg(number)
                : QStringLiteral("<x%1/>").arg(number);
}

Error broken(const char *code, const QString &what)
{
    return {QLatin1String(code), what};
}

/// Entities, once: what an engine has escaped twice stays escaped, and is seen.
QString unescaped(const QString &text)
{
    static const QHash<QString, QString> named{
        {"amp", "&"},       {"lt", "<"},    {"gt", ">"},    {"quot", "\""}, {"apos", "'"},
        {"nbsp", "\u00A0"}, {"ndash", "–"}, {"mdash", "—"}, {"lsquo", "‘"}, {"rsquo", "’"},
        {"ldquo", "“"},     {"rdquo", "”"}, {"hellip", "…"}};
    static const QRegularExpression entity(
        QStringLiteral("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));"));
    QString result;
    qsizetype at = 0;
    for (auto matches = entity.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
        const uint number =
            match.hasCaptured(1) ? match.captured(1).toUInt() : match.captured(2).toUInt(nullptr, 16);
        const bool isCharacter = number >= 0x20 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
        if (match.hasCaptured(3))
            result += named.value(match.captured(3), match.captured());
        else if (isCharacter && number != place.unicode())
            result += QString::fromUcs4(reinterpret_cast<const char32_t *>(&number), 1);
        else
            result += match.captured();
    }
    result += QStringView(text).mid(at);
    return result;
}

/// Reads an answer tag by tag.
class Decoder
{
public:
    Decoder(const EncodedText &encoded, TagNotation notation)
        : m_encoded(encoded), m_notation(notation), m_seen(encoded.written.size(), false)
    {
        for (qsizetype i = 0; i < encoded.written.size(); ++i) {
            const SegmentCode &code = encoded.written.at(i);
            (code.kind == Kind::Closing ? m_closings : m_openings).insert(code.number, i);
        }
    }

    Result<DecodedText> decode(const QString &answer)
    {
        static const QRegularExpression markup(
            QStringLiteral("<(/"
                           "?)([A-Za-z][A-Za-z0-9:]*)((?:\\s+[A-Za-z:_-]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^"
                           "\\s\"'<>]+))?)*)\\s*(/?)>"));
        qsizetype at = 0;
        for (auto matches = markup.globalMatch(answer); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            if (m_notation == TagNotation::Tokens && !isOurs(match.captured(2)))
                continue; // text that looks like a tag: a model's texts are not escaped
            if (const Result<void> taken = takeText(answer.mid(at, match.capturedStart() - at)); !taken)
                return taken.error();
            at = match.capturedEnd();
            if (const Result<void> taken = takeTag(match); !taken)
                return taken.error();
        }
        if (const Result<void> taken = takeText(answer.mid(at)); !taken)
            return taken.error();
        if (!m_open.isEmpty())
            return broken("mt.tags-broken", QStringLiteral("a code of the text is opened and not closed"));
        if (m_result.codes.size() != m_encoded.written.size())
            return broken("mt.tags-missing", QStringLiteral("%1 of the %2 codes of the text are missing")
                                                 .arg(m_encoded.written.size() - m_result.codes.size())
                                                 .arg(m_encoded.written.size()));
        if (const Result<void> sound = checkPairs(); !sound)
            return sound.error();
        if (numbersIn(QString(m_result.text).replace(QLatin1String("&lt;"), QLatin1String("<"))) >
            m_encoded.numbersInText)
            return broken("mt.tags-strange", QStringLiteral("a code of the text is left in it as words"));
        return m_result;
    }

private:
    /// Those that were written as elements cannot be turned round; those whose codes went alone can.
    Result<void> checkPairs() const
    {
        QList<qsizetype> places(m_encoded.written.size(), 0);
        for (qsizetype i = 0; i < m_result.codes.size(); ++i)
            places[m_result.codes.at(i)] = i;
        for (const auto &[opening, closing] : m_encoded.pairs) {
            if (places.at(opening) > places.at(closing))
                return broken("mt.tags-broken", QStringLiteral("a pair of codes is turned round"));
        }
        return {};
    }

    static bool isToken(const QString &name)
    {
        static const QRegularExpression token(QStringLiteral("^[gx]\\d+$"),
                                              QRegularExpression::CaseInsensitiveOption);
        return token.match(name).hasMatch();
    }

    /// Rather than the text's own, which speaks of such tags.
    [[nodiscard]] bool isOurs(const QString &name) const
    {
        return isToken(name) && name.mid(1).toLongLong() > m_encoded.numbersInText;
    }

    Result<void> takeText(const QString &text)
    {
        if (text.contains(place))
            return broken("mt.tags-strange", QStringLiteral("it holds a placeholder that was not sent"));
        if (m_notation == TagNotation::Tokens) {
            m_result.text += text;
            return {};
        }
        static const QRegularExpression tag(QStringLiteral("<(?=[A-Za-z/!?])")); // "a < b" is text in HTML
        if (m_notation == TagNotation::Html ? text.contains(tag) : text.contains(u'<'))
            return broken("mt.tags-broken", QStringLiteral("its markup is broken"));
        m_result.text += unescaped(text);
        return {};
    }

    Result<void> put(const QHash<int, qsizetype> &codes, int number, Kind kind)
    {
        const auto found = codes.constFind(number);
        if (found == codes.constEnd() || m_encoded.written.at(*found).kind != kind)
            return broken("mt.tags-strange", QStringLiteral("it holds a code that was not sent"));
        if (std::exchange(m_seen[*found], true))
            return broken("mt.tags-twice", QStringLiteral("a code of the text came twice"));
        m_result.text += place;
        m_result.codes.append(*found);
        return {};
    }

    Result<void> takeTag(const QRegularExpressionMatch &match)
    {
        const bool closing = !match.captured(1).isEmpty();
        const bool empty = !match.captured(4).isEmpty();
        QString name = match.captured(2).toLower();
        if (m_notation == TagNotation::Html) {
            if (name != QLatin1String("span"))
                return broken("mt.tags-strange", QStringLiteral("it holds markup that was not sent"));
            static const QRegularExpression id(
                QStringLiteral("\\s(?i:id)\\s*=\\s*[\"']?([gx]\\d+)[\"']?(?=\\s|$)"));
            name = closing ? QString() : id.match(match.captured(3)).captured(1);
        }
        if (closing)
            return close(name);
        bool sound = false;
        const int number = name.mid(1).toInt(&sound);
        if (!sound || !isToken(name))
            return broken("mt.tags-strange", QStringLiteral("it holds markup that was not sent"));
        if (name.startsWith(u'x')) {
            if (const Result<void> done = put(m_openings, number, Kind::Standalone); !done)
                return done;
            if (!empty)
                m_open.append({name, -1, m_result.text.size()});
            return {};
        }
        if (const Result<void> done = put(m_openings, number, Kind::Opening); !done)
            return done;
        m_open.append({name, number, m_result.text.size()});
        return empty ? close(name) : Result<void>();
    }

    Result<void> close(const QString &name)
    {
        if (m_open.isEmpty() || (!name.isEmpty() && m_open.last().name != name))
            return broken("mt.tags-broken",
                          QStringLiteral("the codes of the text cross or are turned round"));
        const Open last = m_open.takeLast();
        if (last.number > 0)
            return put(m_closings, last.number, Kind::Closing);
        // <x1></x1> is <x1/>; words that were put into it would be lost behind the code.
        const bool filled = !QStringView(m_result.text).mid(last.start).trimmed().isEmpty();
        return filled ? Result<void>(
                            broken("mt.tags-broken", QStringLiteral("it put words into a code of the text")))
                      : Result<void>();
    }

    struct Open
    {
        QString name;
        int number;
        qsizetype start;
    };

    const EncodedText &m_encoded;
    TagNotation m_notation;
    QList<bool> m_seen;               ///< by index of the code
    QHash<int, qsizetype> m_openings; ///< of Opening and Standalone codes by number
    QHash<int, qsizetype> m_closings;
    QList<Open> m_open;
    DecodedText m_result;
};

} // namespace

EncodedText encodeTags(const MarkedText &marked, TagNotation notation)
{
    EncodedText encoded;
    const qsizetype count = std::min(marked.codes.size(), marked.text.count(place));
    encoded.pairs = pairsOf(marked.codes.first(count));
    encoded.numbersInText = numbersIn(marked.text);
    encoded.written = nested(encoded.pairs, count, encoded.numbersInText);
    QString text;
    const bool raw = notation == TagNotation::Tokens;
    const auto flush = [&] {
        const QString composed = text::composed(text);
        encoded.text += raw ? composed : escaped(composed);
        text.clear();
    };
    qsizetype next = 0;
    for (const QChar unit : marked.text) {
        if (unit != place) {
            text += unit;
            continue;
        }
        if (next >= encoded.written.size())
            continue; // stands for no code that anybody knows
        flush();
        encoded.text += tagOf(encoded.written.at(next++), notation);
    }
    flush();
    return encoded;
}

Result<DecodedText> decodeTags(const QString &answer, const EncodedText &encoded, TagNotation notation)
{
    return Decoder(encoded, notation).decode(answer);
}

} // namespace verbale::mt
