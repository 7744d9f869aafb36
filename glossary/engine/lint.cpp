#include "glossary/engine/lint.h"

#include "glossary/engine/case_twins.h"
#include "glossary/engine/lint_across.h"
#include "glossary/engine/lint_countries.h"
#include "glossary/engine/lint_letters.h"
#include "glossary/engine/term_places.h"
#include "text/term_key.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale::glossary {

namespace {

const QString vi = QStringLiteral("vi");
const QString en = QStringLiteral("en");

/// An entry and where it stands.
struct Row
{
    const ConceptEntry *entry = nullptr;
    Place place;
};

QString nameOf(const Row &row)
{
    if (row.place.line == 0)
        return row.entry->id;
    return QStringLiteral("%1 (%2:%3)").arg(row.entry->id, row.place.file).arg(row.place.line);
}

/// The names of the places for numbers in an entry's terms of a language.
QStringList placesIn(const ConceptEntry &entry, const QString &language)
{
    QStringList names;
    for (const Term &term : entry.termsIn(language))
        names += placeNames(term.text);
    names.removeDuplicates();
    names.sort();
    return names;
}

bool isAvoided(const Term &term)
{
    return term.status == TermStatus::Deprecated || term.status == TermStatus::Forbidden;
}

/// Several words without a capital or a full stop: most likely a note that slipped into this column.
bool isOdd(const QString &abbreviation)
{
    return abbreviation.contains(u' ') && !abbreviation.contains(u'.') &&
           abbreviation == abbreviation.toLower();
}

class Linter
{
public:
    explicit Linter(const MatchRules &rules) : m_across(rules) {}
    /// All entries first, then add() for each.
    void learn(const ConceptEntry &entry) { m_countries.add(entry); }
    void add(const Row &row);
    void add(const Error &error, const char *code);
    QList<LintFinding> take();

private:
    void checkTerms(const Row &row);
    void checkEntry(const Row &row);
    void checkSense(const Row &row);
    void checkHomographs(const Row &row);
    void checkAbbreviations(const Row &row);
    void checkCountries(const Row &row);
    void find(const char *code, LintSeverity severity, const QString &message, const Row &row);

    LintAcross m_across;
    QHash<QString, QList<Row>> m_senses;
    QHash<QString, QList<Row>> m_forms;                    ///< by folded Vietnamese form
    QHash<QString, Row> m_abbreviations;                   ///< by language, domain and abbreviation
    QHash<QString, std::pair<Row, QString>> m_abbreviated; ///< by language and folded full form
    CountryNames m_countries;
    QList<LintFinding> m_findings;
};

void Linter::find(const char *code, LintSeverity severity, const QString &message, const Row &row)
{
    m_findings.append({QString::fromLatin1(code), severity, message, row.place, row.entry->id});
}

void Linter::add(const Error &error, const char *code)
{
    m_findings.append({QString::fromLatin1(code), LintSeverity::Error, error.message, error.where, {}});
}

void Linter::checkTerms(const Row &row)
{
    for (const Term &term : row.entry->terms) {
        const bool english = sameLanguage(term.language, en);
        if (term.text != term.text.simplified())
            find("white-space", LintSeverity::Error,
                 QStringLiteral("\"%1\" has white space at an end, or twice").arg(term.text), row);
        if (term.text != term.text.normalized(QString::NormalizationForm_C))
            find("not-normalised", LintSeverity::Error,
                 QStringLiteral("\"%1\" is not in normalisation form C").arg(term.text), row);
        if (!english && !sameLanguage(term.language, vi))
            continue;
        if (const QString fault = placeFault(term.text); !fault.isEmpty())
            find("bad-place", LintSeverity::Error, QStringLiteral("\"%1\" %2").arg(term.text, fault), row);
        if (const std::optional<Letter> letter = wrongLetter(term.text, english))
            find("look-alike", LintSeverity::Error,
                 QStringLiteral("\"%1\" has %2, which is no letter of %3; type it again")
                     .arg(term.text, letter->text(),
                          english ? QStringLiteral("English") : QStringLiteral("Vietnamese")),
                 row);
    }
}

void Linter::checkEntry(const Row &row)
{
    const ConceptEntry &entry = *row.entry;
    if (entry.authority.trimmed().isEmpty())
        find("no-authority", LintSeverity::Warning, QStringLiteral("no authority is named"), row);
    if (entry.domain.trimmed().isEmpty())
        find("no-domain", LintSeverity::Warning, QStringLiteral("no domain is given"), row);
    const QString viText = mainText(entry, vi);
    const QString enText = mainText(entry, en);
    if (!viText.isEmpty() && !enText.isEmpty() && placesIn(entry, vi) != placesIn(entry, en))
        find("placeholders", LintSeverity::Error,
             QStringLiteral("\"%1\" and \"%2\" do not have the same places for figures").arg(viText, enText),
             row);
    for (const QString &language : {vi, en}) {
        const QList<Term> terms = entry.termsIn(language);
        const bool usable = std::any_of(terms.begin(), terms.end(),
                                        [](const Term &term) { return term.status <= TermStatus::Admitted; });
        if (!terms.isEmpty() && !usable && entry.note.isEmpty())
            find("no-replacement", LintSeverity::Warning,
                 QStringLiteral("\"%1\" is not to be used, and no note says why and what to write instead")
                     .arg(terms.first().text),
                 row);
        for (const Term &term : terms) {
            if (usable && isAvoided(term) && term.reason.isEmpty() && entry.note.isEmpty())
                find("no-reason", LintSeverity::Warning,
                     QStringLiteral("\"%1\" is not to be used, and no reason is given").arg(term.text), row);
        }
    }
}

void Linter::checkSense(const Row &row)
{
    const QString viText = text::foldTerm(mainText(*row.entry, vi));
    const QString enText = text::foldTerm(mainText(*row.entry, en));
    if (viText.isEmpty() || enText.isEmpty())
        return;
    const QString sense = viText + u'\n' + enText;
    QList<Row> &known = m_senses[sense];
    const auto same = std::find_if(known.cbegin(), known.cend(),
                                   [&](const Row &other) { return !areCaseTwins(*row.entry, *other.entry); });
    if (same == known.cend()) {
        known.append(row);
        return;
    }
    find("duplicate-sense",
         same->entry->domain == row.entry->domain ? LintSeverity::Error : LintSeverity::Warning,
         QStringLiteral("\"%1\" = \"%2\" is also %3")
             .arg(mainText(*row.entry, vi), mainText(*row.entry, en), nameOf(*same)),
         row);
}

/// A Vietnamese form of two entries needs what tells them apart: a domain, or within one a note.
void Linter::checkHomographs(const Row &row)
{
    QSet<QString> own;
    for (const Term &term : row.entry->termsIn(vi)) {
        const QString key = text::foldTerm(term.text);
        if (own.contains(key))
            continue;
        own.insert(key);
        for (const Row &other : std::as_const(m_forms[key])) {
            const bool noDomain = row.entry->domain.isEmpty() || other.entry->domain.isEmpty();
            const bool sameDomain = row.entry->domain == other.entry->domain;
            const bool explained = !row.entry->note.isEmpty() || !other.entry->note.isEmpty();
            if (explained || (!noDomain && !sameDomain) || areCaseTwins(*row.entry, *other.entry))
                continue;
            find(noDomain ? "homograph-without-domain" : "unexplained-homograph", LintSeverity::Error,
                 (noDomain ? QStringLiteral("\"%1\" also belongs to %2; give both a domain")
                           : QStringLiteral("\"%1\" also belongs to %2; say in a note which to use when"))
                     .arg(term.text, nameOf(other)),
                 row);
        }
        m_forms[key].append(row);
    }
}

void Linter::checkAbbreviations(const Row &row)
{
    for (const QString &language : {vi, en}) {
        const QList<Term> terms = row.entry->termsIn(language);
        QStringList abbreviations;
        for (const Term &term : terms) {
            if (!term.abbreviation)
                continue;
            abbreviations.append(term.text);
            const auto shorter = [&term](const Term &full) {
                return full.abbreviation || full.text.size() < term.text.size();
            };
            if (!terms.first().abbreviation && std::all_of(terms.begin(), terms.end(), shorter))
                find("long-abbreviation", LintSeverity::Warning,
                     QStringLiteral("the abbreviation \"%1\" is longer than \"%2\"")
                         .arg(term.text, terms.first().text),
                     row);
            if (isOdd(term.text))
                find("odd-abbreviation", LintSeverity::Warning,
                     QStringLiteral("\"%1\" does not look like an abbreviation; is it in the wrong column?")
                         .arg(term.text),
                     row);
            const QString key = language + u'\n' + row.entry->domain + u'\n' + term.text;
            const auto known = m_abbreviations.constFind(key);
            if (known == m_abbreviations.cend())
                m_abbreviations.insert(key, row);
            else if (known->entry != row.entry && known->entry->note.isEmpty() && row.entry->note.isEmpty())
                find("ambiguous-abbreviation", LintSeverity::Warning,
                     QStringLiteral("\"%1\" also abbreviates %2; say in a note which to use when")
                         .arg(term.text, nameOf(*known)),
                     row);
        }
        if (terms.isEmpty() || abbreviations.isEmpty())
            continue;
        const QString full = language + u'\n' + text::foldTerm(terms.first().text);
        const auto known = m_abbreviated.constFind(full);
        if (known == m_abbreviated.cend())
            m_abbreviated.insert(full, {row, abbreviations.join(u'|')});
        else if (known->second != abbreviations.join(u'|'))
            find("inconsistent-abbreviation", LintSeverity::Warning,
                 QStringLiteral("\"%1\" is abbreviated \"%2\" here and \"%3\" in %4")
                     .arg(terms.first().text, abbreviations.join(QLatin1String("\", \"")), known->second,
                          nameOf(known->first)),
                 row);
    }
}

void Linter::checkCountries(const Row &row)
{
    for (const LostCountry &lost : m_countries.lost(*row.entry))
        find("lost-country", LintSeverity::Warning,
             QStringLiteral(
                 "\"%1\" names %2, which no English term does; name it there too, or take it out, or "
                 "say in the note that the name says its country")
                 .arg(lost.term, lost.country),
             row);
}

void Linter::add(const Row &row)
{
    checkTerms(row);
    checkEntry(row);
    checkSense(row);
    checkHomographs(row);
    checkAbbreviations(row);
    m_across.add(*row.entry, row.place);
    checkCountries(row);
}

QList<LintFinding> Linter::take()
{
    m_findings += m_across.take();
    std::stable_sort(m_findings.begin(), m_findings.end(), [](const LintFinding &a, const LintFinding &b) {
        return a.where.file == b.where.file && a.where.line < b.where.line;
    });
    return m_findings;
}

} // namespace

QList<LintFinding> lintGlossary(const QList<GlossaryContents> &files, const MatchRules &rules)
{
    Linter linter(rules);
    for (const GlossaryContents &file : files) {
        for (const ConceptEntry &entry : file.termbase.entries())
            linter.learn(entry);
    }
    for (const GlossaryContents &file : files) {
        for (const Error &error : file.rejectedRows)
            linter.add(error, "rejected");
        for (const Error &error : file.renamed)
            linter.add(error, "duplicate-id");
        const QList<ConceptEntry> &entries = file.termbase.entries();
        for (qsizetype i = 0; i < entries.size(); ++i)
            linter.add({&entries[i], i < file.places.size() ? file.places[i] : Place{file.termbase.name()}});
    }
    return linter.take();
}

QString severityName(LintSeverity severity)
{
    return severity == LintSeverity::Error ? QStringLiteral("error") : QStringLiteral("warning");
}

} // namespace verbale::glossary
