#include "glossary/engine/table.h"

#include <algorithm>

namespace verbale::glossary {

namespace {

TermStatus atBestAdmitted(TermStatus status)
{
    return status == TermStatus::Preferred ? TermStatus::Admitted : status;
}

/// The term that stands for a language in its row: the first full form, or else the first term.
const Term &mainTerm(const QList<Term> &terms)
{
    const auto full =
        std::find_if(terms.begin(), terms.end(), [](const Term &term) { return !term.abbreviation; });
    return full == terms.end() ? terms.first() : *full;
}

/// The other terms that the row's status lets in: full forms into `variants`, short ones into
/// `abbreviations`.
void addOthers(const QList<Term> &terms, TermStatus status, QStringList &variants, QStringList &abbreviations,
               Losses &losses)
{
    const Term &main = mainTerm(terms);
    const TermStatus held = atBestAdmitted(status);
    if (main.abbreviation)
        ++losses[QStringLiteral("abbreviations stand as full forms")];
    for (const Term &term : terms) {
        if (&term == &main)
            continue;
        if (term.status > held) {
            ++losses[QStringLiteral("terms are left out whose status is worse than their row's")];
            continue;
        }
        if (term.status < held)
            ++losses[QStringLiteral("terms have the status of their row instead of a better one")];
        (term.abbreviation ? abbreviations : variants).append(term.text);
    }
}

QString wordFor(const Property &property)
{
    return property.name.isEmpty() ? property.kind : property.name;
}

void countExtras(const QList<Property> &extra, Losses &losses)
{
    for (const Property &property : extra) {
        if (!property.value.isEmpty() || !property.target.isEmpty())
            ++losses[QStringLiteral("values are left out of the kind \"%1\"").arg(wordFor(property))];
    }
}

void countLosses(const ConceptEntry &entry, Losses &losses)
{
    countExtras(entry.extra, losses);
    for (const Term &term : entry.terms) {
        countExtras(term.extra, losses);
        const bool held = sameLanguage(term.language, u"vi") || sameLanguage(term.language, u"en");
        if (!held)
            ++losses[QStringLiteral("terms are left out in the language %1").arg(term.language)];
        else if (term.language.size() > 2)
            ++losses[QStringLiteral("terms lose the region of their language %1").arg(term.language)];
    }
}

} // namespace

bool isListColumn(std::size_t column)
{
    return column >= 6 && column <= 9;
}

std::optional<EntryCells> entryCells(const ConceptEntry &entry, Losses &losses)
{
    const QList<Term> vi = entry.termsIn(QStringLiteral("vi"));
    const QList<Term> en = entry.termsIn(QStringLiteral("en"));
    if (vi.isEmpty() || en.isEmpty()) {
        ++losses[QStringLiteral("entries are left out that lack a Vietnamese or an English term")];
        return std::nullopt;
    }
    const Term &viMain = mainTerm(vi);
    const Term &enMain = mainTerm(en);
    const TermStatus status = qMax(viMain.status, enMain.status);
    if (viMain.status != enMain.status)
        ++losses[QStringLiteral("terms have the worse status of their row's two")];
    EntryCells cells;
    cells[0] = {entry.id};
    cells[1] = {viMain.text};
    cells[2] = {enMain.text};
    cells[3] = {entry.partOfSpeech};
    cells[4] = {entry.domain};
    cells[5] = {statusName(status)};
    cells[10] = {entry.note};
    cells[11] = {entry.authority};
    addOthers(vi, status, cells[6], cells[8], losses);
    addOthers(en, status, cells[7], cells[9], losses);
    countLosses(entry, losses);
    return cells;
}

QStringList lossSentences(const Losses &losses)
{
    QStringList sentences;
    for (auto loss = losses.cbegin(); loss != losses.cend(); ++loss)
        sentences.append(QStringLiteral("%1 %2.").arg(loss.value()).arg(loss.key()));
    return sentences;
}

QStringList tableLosses(const Termbase &termbase)
{
    Losses losses;
    for (const ConceptEntry &entry : termbase.entries())
        (void)entryCells(entry, losses);
    return lossSentences(losses);
}

} // namespace verbale::glossary
