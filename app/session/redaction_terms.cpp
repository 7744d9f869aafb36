#include "session/redaction_terms.h"

#include "glossary/engine/term_places.h"
#include "session/glossary_sources.h"
#include "text/syllables.h"
#include "text/term_key.h"

#include <algorithm>

namespace verbale::session {

namespace {

std::vector<Span> wordsOf(QStringView folded)
{
    std::vector<Span> words;
    text::splitSyllables(folded, words);
    words.erase(std::remove_if(words.begin(), words.end(),
                               [folded](const Span &token) {
                                   const QChar unit = folded[token.start];
                                   return !unit.isLetterOrNumber() && !unit.isMark() && !unit.isSurrogate();
                               }),
                words.end());
    return words;
}

/// Where the words end that stand one after the other from a place on, whatever signs are between them within
/// a sentence: "Hoa-Sen", "Operation 'Lotus'". -1: they do not.
qsizetype endOfWords(QStringView folded, const std::vector<Span> &words, qsizetype start,
                     const QStringList &wanted)
{
    static const QString ends = QStringLiteral(".!?;");
    auto word = std::lower_bound(words.begin(), words.end(), start,
                                 [](const Span &one, qsizetype at) { return one.start < at; });
    qsizetype end = start;
    for (const QString &one : wanted) {
        if (word == words.end() || folded.sliced(word->start, word->length()) != one)
            return -1;
        const QStringView between = folded.sliced(end, word->start - end);
        if (std::any_of(between.begin(), between.end(), [](QChar unit) { return ends.contains(unit); }))
            return -1;
        end = word->end;
        ++word;
    }
    return end;
}

} // namespace

Result<ConfidentialTerms> ConfidentialTerms::load(const QStringList &files, const QString &sourceLanguage,
                                                  const QString &targetLanguage,
                                                  const glossary::HouseStyle &style)
{
    std::vector<std::shared_ptr<const glossary::Termbase>> termbases;
    for (const QString &file : files) {
        const Result<glossary::GlossaryContents> contents = loadGlossary({file});
        if (!contents)
            return contents.error();
        QList<Error> rejected;
        QStringList warnings;
        sortFindings(*contents, rejected, warnings);
        if (!rejected.isEmpty()) {
            return Error{QStringLiteral("mt.redaction-terms"),
                         QStringLiteral("A termbase of which no term may leave has to be read whole: %1")
                             .arg(rejected.first().message),
                         rejected.first().where};
        }
        termbases.push_back(std::make_shared<const glossary::Termbase>(contents->termbase));
    }
    return ConfidentialTerms(std::move(termbases), sourceLanguage, targetLanguage, style);
}

ConfidentialTerms::ConfidentialTerms(std::vector<std::shared_ptr<const glossary::Termbase>> termbases,
                                     const QString &sourceLanguage, QString targetLanguage,
                                     glossary::HouseStyle style)
    : m_matcher(termbases, sourceLanguage)
    , m_targetLanguage(std::move(targetLanguage))
    , m_style(std::move(style))
{
    for (const auto &termbase : termbases) {
        for (const glossary::ConceptEntry &entry : termbase->entries()) {
            const QString english = englishOf(entry, {});
            for (const glossary::Term &term : entry.terms)
                add(term, english);
        }
    }
}

void ConfidentialTerms::add(const glossary::Term &term, const QString &english)
{
    if (!glossary::termPlaces(term.text).isEmpty())
        return; // the matcher finds it
    Spelling spelling{text::foldTerm(term.text), {}, english};
    std::vector<Span> tokens;
    text::splitSyllables(spelling.folded, tokens);
    if (tokens.empty())
        return;
    if (tokens.size() == 1) {
        const QString &text = term.text;
        spelling.capital = text.trimmed().front().isUpper();
        spelling.capitals = spelling.capital && text.size() > 1 &&
                            std::none_of(text.begin(), text.end(), [](QChar unit) { return unit.isLower(); });
    }
    for (const Span &word : wordsOf(spelling.folded))
        spelling.words.append(spelling.folded.sliced(word.start, word.length()));
    const QString first = spelling.folded.sliced(tokens.front().start, tokens.front().length());
    m_spellings[first].append(spelling);
    if (!spelling.words.isEmpty() && spelling.words.first() != first)
        m_spellings[spelling.words.first()].append(spelling);
}

QString ConfidentialTerms::englishOf(const glossary::ConceptEntry &entry,
                                     const QList<glossary::PlaceValue> &values) const
{
    const QList<glossary::Term> terms = entry.termsIn(m_targetLanguage);
    if (std::none_of(terms.begin(), terms.end(),
                     [](const glossary::Term &term) { return term.status <= TermStatus::Admitted; }))
        return {};
    const QString english = m_style.preferredTarget(entry, terms);
    return glossary::fillPlaces(english, values).value_or(QString());
}

std::vector<ConfidentialTerm> ConfidentialTerms::find(QStringView text) const
{
    std::vector<ConfidentialTerm> found;
    for (const glossary::TermMatch &match : m_matcher.find(text, true))
        found.push_back({match.span, englishOf(m_matcher.entry(match.termbase, match.entry), match.values)});
    const text::TermKey key = text::makeTermKey(text);
    const QStringView folded(key.text);
    std::vector<Span> tokens;
    text::splitSyllables(folded, tokens);
    const std::vector<Span> words = wordsOf(folded);
    for (const Span &token : tokens) {
        const QStringView first = folded.sliced(token.start, token.length());
        const auto spellings = m_spellings.constFind(QString::fromRawData(first.data(), first.size()));
        if (spellings == m_spellings.constEnd())
            continue;
        for (const Spelling &spelling : *spellings) {
            qsizetype end = token.start + spelling.folded.size();
            const bool isSpelt =
                folded.sliced(token.start).startsWith(spelling.folded) &&
                std::any_of(tokens.begin(), tokens.end(), [end](const Span &one) { return one.end == end; });
            if (!isSpelt)
                end = endOfWords(folded, words, token.start, spelling.words);
            if (end <= token.start)
                continue;
            const Span span = key.original({token.start, end});
            const QStringView original = text.sliced(span.start, span.length());
            const bool isSmall =
                std::any_of(original.begin(), original.end(), [](QChar unit) { return unit.isLower(); });
            if ((spelling.capital && !original.front().isUpper()) || (spelling.capitals && isSmall))
                continue;
            found.push_back({span, spelling.english});
        }
    }
    return found;
}

} // namespace verbale::session
