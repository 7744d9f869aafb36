#include "session/termbases_private.h"

#include "glossary/engine/case_twins.h"
#include "glossary/engine/lint.h"
#include "glossary/engine/overrides.h"
#include "text/term_key.h"

namespace verbale::session {

using glossary::ConceptEntry;

namespace {

const QString vi = QStringLiteral("vi");
const QString en = QStringLiteral("en");

/// An entry that shares a term with the one that is judged.
struct Neighbour
{
    EntryKey key;
    ConceptEntry entry;
};

bool shares(const ConceptEntry &one, const ConceptEntry &other, const QString &language)
{
    QSet<QString> texts;
    for (const glossary::Term &term : one.termsIn(language))
        texts.insert(text::foldTerm(term.text));
    const QList<glossary::Term> terms = other.termsIn(language);
    return std::any_of(terms.begin(), terms.end(), [&texts](const glossary::Term &term) {
        return texts.contains(text::foldTerm(term.text));
    });
}

/// What lint says of an entry, the last one of these glossaries.
QList<glossary::LintFinding> lintOf(const ConceptEntry &entry, const QList<Neighbour> &neighbours)
{
    const QString here = QStringLiteral("\uFFFF"); // no file has this name
    QList<glossary::GlossaryContents> files;
    for (const Neighbour &neighbour : neighbours) {
        glossary::GlossaryContents contents;
        contents.termbase = glossary::Termbase(neighbour.key.termbase, {neighbour.entry});
        contents.places = {{neighbour.key.termbase}};
        files.append(contents);
    }
    glossary::GlossaryContents own;
    own.termbase = glossary::Termbase(here, {entry});
    own.places = {{here}};
    files.append(own);
    QList<glossary::LintFinding> findings = glossary::lintGlossary(files);
    findings.removeIf([&here](const glossary::LintFinding &finding) { return finding.where.file != here; });
    return findings;
}

std::optional<EntryKey> aboutWhom(const QString &code, const QList<Neighbour> &neighbours,
                                  const ConceptEntry &entry)
{
    for (const Neighbour &neighbour : neighbours) {
        const bool homograph =
            code.contains(QLatin1String("homograph")) && shares(entry, neighbour.entry, vi);
        const bool twice = code == QLatin1String("duplicate-sense") && shares(entry, neighbour.entry, vi) &&
                           shares(entry, neighbour.entry, en);
        if (homograph || twice)
            return neighbour.key;
    }
    return std::nullopt;
}

} // namespace

QList<TermConflict> Termbases::conflicts(const ConceptEntry &entry,
                                         const std::optional<EntryKey> &replaced) const
{
    constexpr qsizetype enough = 50;
    QSet<QString> known;
    if (replaced)
        known.insert(replaced->toString());
    for (const QString &key : glossary::overriddenKeys(entry))
        known.insert(key);
    QList<Neighbour> neighbours;
    for (const glossary::Term &term : entry.terms) {
        for (const auto &one : d->termbases) {
            for (const glossary::EntrySearch::Hit &hit : one->search().same(term.text)) {
                const EntryKey key{one->info().path, hit.entry->id};
                if (neighbours.size() == enough || known.contains(key.toString()) || d->isOverridden(key) ||
                    !glossary::sameLanguage(hit.term->language, term.language))
                    continue;
                known.insert(key.toString());
                neighbours.append({key, *hit.entry});
            }
        }
    }
    QList<TermConflict> conflicts;
    for (const glossary::LintFinding &finding : lintOf(entry, neighbours))
        conflicts.append({finding.code, glossary::severityName(finding.severity), finding.message,
                          aboutWhom(finding.code, neighbours, entry)});
    for (const Neighbour &neighbour : neighbours) {
        const bool told =
            std::any_of(conflicts.begin(), conflicts.end(), [&neighbour](const TermConflict &conflict) {
                return conflict.other == neighbour.key;
            });
        // Two senses may stand side by side; who writes the second one has to know of the first.
        if (!told && shares(entry, neighbour.entry, vi))
            conflicts.append({QStringLiteral("same-vietnamese"), QStringLiteral("warning"),
                              QStringLiteral("\"%1\" is \"%2\" in another entry (%3)")
                                  .arg(glossary::mainText(neighbour.entry, vi),
                                       glossary::mainText(neighbour.entry, en), neighbour.entry.id),
                              neighbour.key});
        if (shares(entry, neighbour.entry, vi) || !shares(entry, neighbour.entry, en))
            continue;
        conflicts.append({QStringLiteral("same-english"), QStringLiteral("warning"),
                          QStringLiteral("\"%1\" is also the English of \"%2\" (%3)")
                              .arg(glossary::mainText(neighbour.entry, en),
                                   glossary::mainText(neighbour.entry, vi), neighbour.entry.id),
                          neighbour.key});
    }
    return conflicts;
}

} // namespace verbale::session
