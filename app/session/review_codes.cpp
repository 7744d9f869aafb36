#include "session/review_codes.h"

#include "document/inline_codes.h"
#include "formats/review/review_text.h"
#include "session/markup_text.h"
#include "session/merge_review.h"
#include "text/compose.h"

#include <algorithm>

namespace verbale::session {

namespace {

QString label(const InlineCode &code)
{
    QString shown = code.id;
    if (shown.isEmpty())
        shown = code.display;
    if (shown.isEmpty())
        shown = code.markup;
    const QString slash = code.kind == InlineCode::Kind::Closing ? QStringLiteral("/") : QString();
    return QStringLiteral("‹%1%2›").arg(slash, shown);
}

/// The codes that a target of the segment may have: those of its target, then those that only its source has.
QList<InlineCode> codesOf(const Segment &segment)
{
    QList<InlineCode> codes;
    for (const InlineCode &code : segment.target.codes)
        codes.append(code);
    for (const InlineCode &code : segment.source.codes) {
        const bool known = std::any_of(codes.begin(), codes.end(), [&code](const InlineCode &other) {
            return other.markup == code.markup ||
                   (other.kind == code.kind && !code.id.isEmpty() && other.id == code.id);
        });
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

InlineText fromCodes(const InlineText &reviewed, const Segment &segment, bool keepUnknown,
                     QStringList &unknown)
{
    Pool pool(codesOf(segment));
    InlineText result;
    qsizetype next = 0;
    for (const QChar character : reviewed.text) {
        if (character != inlineCodeMark || next >= reviewed.codes.size()) {
            result.text += character;
            continue;
        }
        const InlineCode &code = reviewed.codes.at(next++);
        qsizetype own =
            pool.take([&code](const InlineCode &candidate) { return candidate.markup == code.markup; });
        if (own < 0 && !code.id.isEmpty()) {
            own = pool.take([&code](const InlineCode &candidate) {
                return candidate.kind == code.kind && candidate.id == code.id;
            });
        }
        if (own >= 0) {
            append(result, pool.codes()[own]);
        } else if (keepUnknown) {
            append(result, code);
        } else {
            unknown.append(label(code));
        }
    }
    return result;
}

QStringList missing(const InlineText &wanted, const InlineText &found)
{
    QStringList result;
    const CodeMatches matches = matchCodes(wanted.codes, found.codes);
    for (qsizetype i = 0; i < wanted.codes.size(); ++i) {
        if (matches.inTarget[i] < 0)
            result.append(label(wanted.codes.at(i)));
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
    result.lost = missing(segment.hasTarget ? segment.target : segment.source, result.text);
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

QString withLabels(const InlineText &text)
{
    QString result;
    qsizetype next = 0;
    for (const QChar character : text.text) {
        if (character == inlineCodeMark && next < text.codes.size())
            result += label(text.codes.at(next++));
        else
            result += character;
    }
    return result;
}

} // namespace verbale::session
