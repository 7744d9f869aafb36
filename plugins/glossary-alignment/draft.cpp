#include "plugins/glossary-alignment/draft.h"

#include "text/figures.h"

#include <algorithm>
#include <array>

namespace verbale::alignment {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// How many UTF-16 units of a word's character stand at the start of the text: 0 when there is none.
qsizetype wordUnitsAt(QStringView text)
{
    const QChar c = text.front();
    if (c.isHighSurrogate() && text.size() > 1) {
        const char32_t point = QChar::surrogateToUcs4(c, text[1]);
        return QChar::isLetterOrNumber(point) || QChar::isMark(point) ? 2 : 0;
    }
    return c.isLetterOrNumber() || c.isMark() || c.category() == QChar::Other_Format ? 1 : 0;
}

bool isUsable(const TermHit &hit, qsizetype size)
{
    const bool accepted = hit.status == TermStatus::Preferred || hit.status == TermStatus::Admitted;
    return accepted && !hit.nested && !hit.target.isEmpty() && hit.span.start >= 0 && !hit.span.isEmpty() &&
           hit.span.end <= size;
}

/// The usable hits in the text's order, none over another.
QList<TermHit> usableHits(const QList<TermHit> &terms, qsizetype size)
{
    QList<TermHit> hits;
    std::copy_if(terms.begin(), terms.end(), std::back_inserter(hits),
                 [size](const TermHit &hit) { return isUsable(hit, size); });
    std::stable_sort(hits.begin(), hits.end(),
                     [](const TermHit &a, const TermHit &b) { return a.span.start < b.span.start; });
    qsizetype end = 0;
    hits.removeIf([&end](const TermHit &hit) {
        if (hit.span.start < end)
            return true;
        end = hit.span.end;
        return false;
    });
    return hits;
}

qsizetype lettersIn(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

/// A figure whose English is safe: one reading alone, and nothing mistyped.
bool isSafe(const text::Figure &figure)
{
    return figure.certain && !figure.malformed && !text::formatEnglish(figure).isEmpty();
}

/// The figures that no term claims. A safe figure that holds whole terms and more ("5 triệu đô la Mỹ") has
/// the better claim: those terms are taken out. Hits are in order, none over another.
std::vector<text::Figure> freeFigures(QStringView source, QList<TermHit> &hits)
{
    std::vector<text::Figure> figures;
    QList<TermHit> kept;
    qsizetype next = 0;
    for (text::Figure &figure : text::vietnameseFigures(source)) {
        while (next < hits.size() && hits[next].span.end <= figure.span.start)
            kept.append(hits[next++]);
        qsizetype end = next;
        bool holdsAll = isSafe(figure);
        for (; end < hits.size() && hits[end].span.start < figure.span.end; ++end)
            holdsAll = holdsAll && figure.span.contains(hits[end].span) && figure.span != hits[end].span;
        if (holdsAll)
            next = end;
        if (holdsAll || next == end)
            figures.push_back(std::move(figure));
    }
    for (; next < hits.size(); ++next)
        kept.append(hits[next]);
    hits = kept;
    return figures;
}

/// True for the English of a meeting or the like, which has its ordinal before it: "53rd ASEAN Foreign
/// Ministers' Meeting". A country is visited for the 53rd time.
bool takesOrdinal(const QString &english)
{
    static constexpr std::array<const char *, 22> nouns = {
        "meeting",  "summit",     "conference",   "congress",    "session",       "dialogue",
        "forum",    "plenum",     "consultation", "round",       "consultations", "symposium",
        "workshop", "games",      "retreat",      "anniversary", "seminar",       "talks",
        "exchange", "convention", "plenary",      "assembly"};
    const QStringView head =
        QStringView(english).first(english.contains(u" of ") ? english.indexOf(u" of ") : english.size());
    const QStringView last = head.mid(head.lastIndexOf(u' ') + 1);
    return std::any_of(nouns.begin(), nouns.end(), [last](const char *noun) {
        return last.compare(QLatin1String(noun), Qt::CaseInsensitive) == 0;
    });
}

class Drafter
{
public:
    Drafter(QStringView source, std::vector<text::Figure> figures, const text::FigureStyle &style)
        : m_source(source), m_figures(std::move(figures)), m_style(style), m_next(m_figures.begin())
    {
    }

    void run(const QList<TermHit> &hits)
    {
        qsizetype at = 0;
        for (const TermHit &hit : hits) {
            between(at, hit.span.start);
            const QString english = inPlace(hit);
            put(english, true);
            m_anchor = takesOrdinal(english) ? m_text.size() - english.size() : -1;
            m_translated += lettersIn(m_source.mid(hit.span.start, hit.span.length()));
            at = hit.span.end;
        }
        between(at, m_source.size());
    }

    [[nodiscard]] bool hasFigure() const { return m_hasFigure; }

    void fill(Suggestion &suggestion) const
    {
        const qsizetype letters = lettersIn(m_source);
        suggestion.text = m_text;
        suggestion.untranslated = m_untranslated;
        suggestion.complete = m_untranslated.isEmpty();
        suggestion.coverage = letters > 0 ? double(m_translated) / double(letters) : 1.0;
    }

private:
    /// Carries over what lies between two terms.
    void between(qsizetype at, qsizetype end)
    {
        bool brackets = false; // "Summit (EAS) lần thứ 10": the ordinal still belongs to the summit
        while (at < end) {
            while (m_next != m_figures.end() && m_next->span.start < at)
                ++m_next;
            const QStringView rest = m_source.mid(at, end - at);
            const QChar c = rest.front();
            if (c.isSpace()) {
                m_anchor = brackets ? -1 : m_anchor;
                m_space = true;
                ++at;
                continue;
            }
            if (m_next != m_figures.end() && m_next->span.start == at) {
                putFigure(*m_next);
                at = m_next->span.end;
                m_anchor = -1;
                continue;
            }
            brackets = brackets || c == u'(';
            if (!brackets)
                m_anchor = -1;
            brackets = brackets && c != u')';
            at += putPiece(rest);
        }
    }

    /// Carries over a word, digits or a sign; returns its length.
    qsizetype putPiece(QStringView rest)
    {
        const QChar c = rest.front();
        if (isDigit(c) && !startsWord(rest)) { // a code: plain digits are the same in English
            const qsizetype length = digitRun(rest);
            put(rest.first(length).toString(), std::all_of(rest.begin(), rest.begin() + length, isDigit));
            m_hasFigure = true;
            return length;
        }
        if (const qsizetype length = wordLength(rest); length > 0) {
            put(rest.first(length).toString(), false);
            return length;
        }
        const qsizetype units = c.isHighSurrogate() && rest.size() > 1 ? 2 : 1;
        put(rest.first(units).toString(), true);
        return units;
    }

    void putFigure(const text::Figure &figure)
    {
        const QStringView source = m_source.mid(figure.span.start, figure.span.length());
        m_hasFigure = true;
        if (!isSafe(figure)) {
            put(source.toString().simplified(), false);
            return;
        }
        const QString english = text::formatEnglish(figure, m_style);
        m_translated += lettersIn(source);
        if (figure.kind == text::FigureKind::Ordinal && m_anchor >= 0)
            insert(m_anchor, english + u' ');
        else
            put(english, true);
    }

    /// Digits joined by . , / or -.
    static qsizetype digitRun(QStringView text)
    {
        constexpr QStringView joints = u".,/-";
        qsizetype end = 0;
        while (end < text.size() && (isDigit(text[end]) || (joints.contains(text[end]) && end > 0 &&
                                                            end + 1 < text.size() && isDigit(text[end + 1]))))
            ++end;
        return end;
    }

    void insert(qsizetype at, const QString &english)
    {
        m_text.insert(at, english);
        for (Span &span : m_untranslated) {
            if (span.start >= at)
                span = {span.start + english.size(), span.end + english.size()};
        }
    }

    static qsizetype wordLength(QStringView rest)
    {
        qsizetype length = 0;
        while (length < rest.size()) {
            const qsizetype units = wordUnitsAt(rest.mid(length));
            if (units == 0)
                break;
            length += units;
        }
        return length;
    }

    /// "9h30", "3D": digits that belong to a word.
    static bool startsWord(QStringView rest)
    {
        const auto end = std::find_if_not(rest.begin(), rest.end(), isDigit);
        return end != rest.end() && wordUnitsAt(rest.mid(end - rest.begin())) > 0;
    }

    /// A term's English, with a capital where it opens a sentence that opens with one.
    [[nodiscard]] QString inPlace(const TermHit &hit) const
    {
        QString english = hit.target;
        const bool opens =
            std::none_of(m_text.begin(), m_text.end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (opens && m_source[hit.span.start].isUpper() && english.front().isLower())
            english.front() = english.front().toUpper();
        return english;
    }

    /// Appends a part after the space that it needs.
    void put(const QString &part, bool english)
    {
        constexpr QStringView closing = u",.;:!?)]}”’»…%";
        constexpr QStringView opening = u"([{“‘«";
        constexpr QStringView spaced = u",;";
        const bool afterComma =
            !m_text.isEmpty() && spaced.contains(m_text.back()) && part.front().isLetter();
        const bool wanted = (m_space && !m_text.isEmpty() && !closing.contains(part.front()) &&
                             !opening.contains(m_text.back())) ||
                            afterComma;
        const bool joins = !english && m_lastIsSource && m_untranslated.last().end == m_text.size() && wanted;
        m_space = false;
        if (wanted)
            m_text += u' ';
        const Span span{m_text.size(), m_text.size() + part.size()};
        m_text += part;
        if (!english && joins)
            m_untranslated.last().end = span.end;
        else if (!english)
            m_untranslated.append(span);
        m_lastIsSource = !english;
    }

    QStringView m_source;
    std::vector<text::Figure> m_figures;
    text::FigureStyle m_style;
    std::vector<text::Figure>::const_iterator m_next; ///< the first figure that is not behind us
    QString m_text;
    QList<Span> m_untranslated;
    qsizetype m_translated = 0; ///< letters
    qsizetype m_anchor = -1;    ///< where the English of the term before begins, if it takes an ordinal
    bool m_hasFigure = false;
    bool m_space = false;        ///< white space since the last part
    bool m_lastIsSource = false; ///< the last part is still in the source language
};

} // namespace

std::optional<Suggestion> draftOf(const SuggestSegment &segment, const text::FigureStyle &figures)
{
    const QString &source = segment.text.source;
    QList<TermHit> hits = usableHits(segment.terms, source.size());
    Drafter drafter(source, freeFigures(source, hits), figures);
    drafter.run(hits);
    Suggestion suggestion;
    suggestion.segmentId = segment.text.id;
    suggestion.revision = segment.text.revision;
    suggestion.kind = SuggestionKind::GlossaryDraft;
    suggestion.origin = QStringLiteral("Glossary draft");
    drafter.fill(suggestion);
    const bool figuresAlone = drafter.hasFigure() && suggestion.complete;
    if (hits.isEmpty() && !figuresAlone)
        return std::nullopt;
    return suggestion;
}

} // namespace verbale::alignment
