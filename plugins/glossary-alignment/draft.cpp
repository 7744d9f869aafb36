#include "plugins/glossary-alignment/draft.h"

#include "plugins/glossary-alignment/figures.h"

#include <algorithm>

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

class Drafter
{
public:
    explicit Drafter(QStringView source) : m_source(source) {}

    void run(const QList<TermHit> &hits)
    {
        qsizetype at = 0;
        for (const TermHit &hit : hits) {
            between(at, hit.span.start);
            put(inPlace(hit), true);
            m_translated += lettersIn(m_source.mid(hit.span.start, hit.span.length()));
            at = hit.span.end;
        }
        between(at, m_source.size());
    }

    [[nodiscard]] bool hasFigure() const { return m_figures > 0; }

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
        while (at < end) {
            const QStringView rest = m_source.mid(at, end - at);
            const QChar c = rest.front();
            if (c.isSpace()) {
                m_space = true;
                ++at;
            } else if (const std::optional<Carried> date = dateAt(rest)) {
                put(date->english, true);
                m_translated += lettersIn(rest.first(date->length));
                ++m_figures;
                at += date->length;
            } else if (isDigit(c) && !startsWord(rest)) {
                const Carried figure = figureAt(rest);
                put(figure.english.isEmpty() ? rest.first(figure.length).toString() : figure.english,
                    !figure.english.isEmpty());
                ++m_figures;
                at += figure.length;
            } else if (const qsizetype length = wordLength(rest); length > 0) {
                put(rest.first(length).toString(), false);
                at += length;
            } else {
                const qsizetype units = c.isHighSurrogate() && rest.size() > 1 ? 2 : 1;
                put(rest.first(units).toString(), true);
                at += units;
            }
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
    QString m_text;
    QList<Span> m_untranslated;
    qsizetype m_translated = 0; ///< letters
    qsizetype m_figures = 0;
    bool m_space = false;        ///< white space since the last part
    bool m_lastIsSource = false; ///< the last part is still in the source language
};

} // namespace

std::optional<Suggestion> draftOf(const SuggestSegment &segment)
{
    const QString &source = segment.text.source;
    const QList<TermHit> hits = usableHits(segment.terms, source.size());
    Drafter drafter(source);
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
