#include "session/redaction_terms.h"

#include "glossary/engine/term_places.h"
#include "session/glossary_sources.h"
#include "text/syllables.h"
#include "text/term_key.h"

#include <algorithm>

namespace verbale::session {

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
    Spelling spelling{text::foldTerm(term.text), english};
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
    m_spellings[spelling.folded.sliced(tokens.front().start, tokens.front().length())].append(spelling);
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
    for (const Span &token : tokens) {
        const QStringView first = folded.sliced(token.start, token.length());
        const auto spellings = m_spellings.constFind(QString::fromRawData(first.data(), first.size()));
        if (spellings == m_spellings.constEnd())
            continue;
        for (const Spelling &spelling : *spellings) {
            const qsizetype end = token.start + spelling.folded.size();
            const bool isWhole =
                std::any_of(tokens.begin(), tokens.end(), [end](const Span &one) { return one.end == end; });
            if (!isWhole || !folded.sliced(token.start).startsWith(spelling.folded))
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
