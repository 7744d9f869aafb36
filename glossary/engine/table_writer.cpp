#include "glossary/engine/table.h"

#include <algorithm>

namespace verbale::glossary {

namespace {

TermStatus atBestAdmitted(TermStatus status)
{
    return status == TermStatus::Preferred ? TermStatus::Admitted : status;
}

/// The term that stands for a language in its row: the first full form that may be used, or else the first
/// full form, or else the first term.
const Term &mainTerm(const QList<Term> &terms)
{
    const auto isFull = [](const Term &term) { return !term.abbreviation; };
    const auto isUsable = [&](const Term &term) {
        return isFull(term) && term.status < TermStatus::Deprecated;
    };
    const auto usable = std::find_if(terms.begin(), terms.end(), isUsable);
    if (usable != terms.end())
        return *usable;
    const auto full = std::find_if(terms.begin(), terms.end(), isFull);
    return full == terms.end() ? terms.first() : *full;
}

/// English that is not to be used, beside a row that is: into columns of their own. What is left of
/// `terms` is the row's. A row has one reason and one replacement.
QList<Term> takeAvoided(const QList<Term> &terms, TermStatus status, EntryCells &cells, Losses &losses)
{
    QList<Term> others;
    for (const Term &term : terms) {
        const bool avoided = term.status >= TermStatus::Deprecated;
        if (avoided && term.status > status) {
            cells[term.status == TermStatus::Deprecated ? 14 : 15].append(term.text);
            if (term.abbreviation)
                ++losses[QStringLiteral("abbreviations that are not to be used stand as full forms")];
        } else {
            others.append(term);
        }
        if (!avoided)
            continue;
        for (const auto &[column, text] : {std::pair(16, &term.reason), std::pair(17, &term.replacement)}) {
            if (cells[static_cast<std::size_t>(column)].isEmpty() && !text->isEmpty())
                cells[static_cast<std::size_t>(column)] = {*text};
            else if (!text->isEmpty() && cells[static_cast<std::size_t>(column)] != QStringList(*text))
                ++losses[QStringLiteral("reasons or replacements are left out, as a row has one of each")];
        }
    }
    return others;
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
    if (!entry.overrides.isEmpty())
        ++losses[QStringLiteral("entries no longer say which entry of another glossary they stand for")];
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
    return (column >= 6 && column <= 9) || column == 14 || column == 15;
}

QString listCell(const QStringList &values)
{
    QStringList parts;
    for (QString value : values) {
        value.replace(u'\\', QStringLiteral("\\\\")).replace(u'|', QStringLiteral("\\|"));
        parts.append(value);
    }
    return parts.join(u'|');
}

TableRows tableRows(const Termbase &termbase)
{
    TableRows rows;
    std::array<bool, tsvColumns.size()> used{};
    std::fill_n(used.begin(), tsvBaseColumns, true);
    Losses losses;
    for (const ConceptEntry &entry : termbase.entries()) {
        std::optional<EntryCells> cells = entryCells(entry, losses);
        if (!cells)
            continue;
        for (std::size_t i = tsvBaseColumns; i < cells->size(); ++i)
            used[i] = used[i] || !(*cells)[i].value(0).isEmpty();
        rows.entries.push_back(*std::move(cells));
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (used[i])
            rows.columns.push_back(i);
    }
    return rows;
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
    cells[12] = {entry.validFrom};
    cells[13] = {entry.validTo};
    addOthers(vi, status, cells[6], cells[8], losses);
    addOthers(takeAvoided(en, status, cells, losses), status, cells[7], cells[9], losses);
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
