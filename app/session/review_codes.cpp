#include "session/review_codes.h"

#include "document/inline_codes.h"
#include "formats/review/review_text.h"
#include "session/markup_text.h"
#include "session/merge_review.h"
#include "text/compose.h"

#include <QtCore/QHash>

#include <algorithm>

namespace verbale::session {

namespace {

/// The private use area: characters that stand for codes while texts are compared.
constexpr char16_t firstStandIn = 0xE000;
constexpr char16_t lastStandIn = 0xF8FF;

/// What the codes of a segment are called: by their numbers in the source, as on the chips of the window.
class Labels
{
public:
    explicit Labels(const InlineText &source)
    {
        const QList<InlineCode> codes = source.codes;
        const QList<int> numbers = codeNumbers(codes);
        for (qsizetype i = 0; i < codes.size(); ++i)
            m_numbers.insert(codeKey(codes[i]), numbers[i]);
    }

    [[nodiscard]] QString of(const InlineCode &code) const
    {
        const int number = m_numbers.value(codeKey(code));
        QString shown = number > 0 ? QString::number(number) : code.id;
        if (shown.isEmpty())
            shown = code.display;
        if (shown.isEmpty())
            shown = code.markup;
        const QString slash = code.kind == InlineCode::Kind::Closing ? QStringLiteral("/") : QString();
        return QStringLiteral("‹%1%2›").arg(slash, shown);
    }

private:
    QHash<QString, int> m_numbers;
};

/// The codes that a target of the segment may have: those of its target, then those that only its source has.
QList<InlineCode> codesOf(const Segment &segment)
{
    QList<InlineCode> codes;
    for (const InlineCode &code : segment.target.codes)
        codes.append(code);
    for (const InlineCode &code : segment.source.codes) {
        const bool known = std::any_of(codes.begin(), codes.end(),
                                       [&code](const InlineCode &other) { return sameCode(other, code); });
        if (!known)
            codes.append(code);
    }
    return codes;
}

/// Gives each code out once before it gives one out again.
class Pool
{
public:
    explicit Pool(QList<InlineCode> codes) : m_codes(std::move(codes)) { m_used.fill(0, m_codes.size()); }

    /// The one of these codes that was given out least, or -1.
    template <typename Fits>
    qsizetype take(Fits fits)
    {
        qsizetype best = -1;
        for (qsizetype i = 0; i < m_codes.size(); ++i) {
            if (fits(m_codes[i]) && (best < 0 || m_used[i] < m_used[best]))
                best = i;
        }
        if (best >= 0)
            ++m_used[best];
        return best;
    }
    [[nodiscard]] const QList<InlineCode> &codes() const { return m_codes; }

private:
    QList<InlineCode> m_codes;
    QList<int> m_used;
};

void append(InlineText &text, const InlineCode &code)
{
    text.text += inlineCodeMark;
    text.codes.append(code);
}

/// The document's code for a reviewed one. Many codes share their markup ("</pc>"): only where one of both
/// has no id does the markup say enough.
qsizetype ownCode(Pool &pool, const InlineCode &code)
{
    const auto sameMarkup = [&code](const InlineCode &other) { return other.markup == code.markup; };
    qsizetype own =
        pool.take([&](const InlineCode &other) { return sameMarkup(other) && sameCode(other, code); });
    if (own < 0)
        own = pool.take([&](const InlineCode &other) { return sameCode(other, code); });
    if (own < 0) {
        own = pool.take([&](const InlineCode &other) {
            return sameMarkup(other) && other.id.isEmpty() != code.id.isEmpty();
        });
    }
    return own;
}

/// The text with what `shown` makes of each of its codes.
template <typename Shown>
QString withCodes(const InlineText &text, Shown shown)
{
    QString result;
    qsizetype next = 0;
    for (const QChar character : text.text) {
        if (character == inlineCodeMark && next < text.codes.size())
            result += shown(text.codes.at(next++));
        else
            result += character;
    }
    return result;
}

InlineText fromCodes(const InlineText &reviewed, const Segment &segment, bool keepUnknown,
                     QStringList &unknown)
{
    Pool pool(codesOf(segment));
    const Labels labels(segment.source);
    InlineText result;
    qsizetype next = 0;
    for (const QChar character : reviewed.text) {
        if (character != inlineCodeMark || next >= reviewed.codes.size()) {
            result.text += character;
            continue;
        }
        const InlineCode &code = reviewed.codes.at(next++);
        const qsizetype own = ownCode(pool, code);
        if (own >= 0) {
            append(result, pool.codes()[own]);
        } else if (keepUnknown) {
            append(result, code);
        } else {
            unknown.append(labels.of(code));
        }
    }
    return result;
}

QStringList missing(const InlineText &wanted, const InlineText &found, const Labels &labels)
{
    QStringList result;
    const CodeMatches matches = matchCodes(wanted.codes, found.codes);
    for (qsizetype i = 0; i < wanted.codes.size(); ++i) {
        if (matches.inTarget[i] < 0)
            result.append(labels.of(wanted.codes.at(i)));
    }
    return result;
}

} // namespace

ReviewedText withOwnCodes(const InlineText &reviewed, const Segment &segment, ReviewedCodes codes,
                          bool sameFormat)
{
    ReviewedText result;
    switch (codes) {
    case ReviewedCodes::Codes:
        result.text = fromCodes(reviewed, segment, sameFormat, result.unknown);
        break;
    case ReviewedCodes::Markup:
        result.text = fromMarkup(reviewed.text, segment);
        break;
    case ReviewedCodes::Numbers:
        result.text = review::fromReviewText(reviewed.text, segment);
        break;
    }
    result.lost =
        missing(segment.hasTarget ? segment.target : segment.source, result.text, Labels(segment.source));
    return result;
}

bool isSameText(const InlineText &a, const InlineText &b)
{
    if (a.codes.size() != b.codes.size() || text::composed(a.text) != text::composed(b.text))
        return false;
    for (qsizetype i = 0; i < a.codes.size(); ++i) {
        if (a.codes.at(i).markup != b.codes.at(i).markup || a.codes.at(i).id != b.codes.at(i).id)
            return false;
    }
    return true;
}

QString withLabels(const InlineText &text, const InlineText &source)
{
    const Labels labels(source);
    return withCodes(text, [&labels](const InlineCode &code) { return labels.of(code); });
}

QList<text::DiffPiece> labelledDiff(const InlineText &before, const InlineText &after,
                                    const InlineText &source)
{
    const Labels labels(source);
    // A character of its own for each code, so that none is cut in two; one that neither text has.
    QHash<QString, QChar> characters;
    QHash<QChar, QString> shown;
    char16_t next = firstStandIn;
    const auto standIn = [&](const InlineCode &code) -> QString {
        const QString label = labels.of(code);
        if (const auto known = characters.constFind(label); known != characters.cend())
            return *known;
        while (next <= lastStandIn && (before.text.contains(QChar(next)) || after.text.contains(QChar(next))))
            ++next;
        if (next > lastStandIn)
            return label;
        characters.insert(label, QChar(next));
        shown.insert(QChar(next), label);
        return QChar(next++);
    };
    const QString first = withCodes(before, standIn);
    QList<text::DiffPiece> pieces = text::wordDiff(first, withCodes(after, standIn));
    for (text::DiffPiece &piece : pieces) {
        QString named;
        for (const QChar character : std::as_const(piece.text)) {
            const auto label = shown.constFind(character);
            named += label != shown.cend() ? *label : QString(character);
        }
        piece.text = named;
    }
    return pieces;
}

} // namespace verbale::session
