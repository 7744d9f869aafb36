#include "glossary/engine/tsv.h"

#include "glossary/engine/tsv_cells.h"

namespace verbale::glossary {

namespace {

/// One language's three cells: the first full form, its variants, its abbreviations.
struct LanguageCells
{
    QString main;
    QStringList variants;
    QStringList abbreviations;
};

LanguageCells cellsOf(const QList<Term> &terms)
{
    LanguageCells cells;
    for (const Term &term : terms) {
        if (term.abbreviation)
            cells.abbreviations.append(term.text);
        else if (cells.main.isEmpty())
            cells.main = term.text;
        else
            cells.variants.append(term.text);
    }
    if (cells.main.isEmpty() && !cells.abbreviations.isEmpty())
        cells.main = cells.abbreviations.takeFirst();
    return cells;
}

} // namespace

QByteArray writeTsv(const Termbase &termbase)
{
    QStringList header;
    for (const char *column : tsvColumns)
        header.append(QLatin1String(column));
    QString text = header.join(u'\t') + u'\n';
    for (const ConceptEntry &entry : termbase.entries()) {
        const QList<Term> viTerms = entry.termsIn(QStringLiteral("vi"));
        const LanguageCells vi = cellsOf(viTerms);
        const LanguageCells en = cellsOf(entry.termsIn(QStringLiteral("en")));
        const TermStatus status = viTerms.isEmpty() ? TermStatus::Preferred : viTerms.first().status;
        const QStringList cells{
            escapeCell(entry.id),           escapeCell(vi.main),      escapeCell(en.main),
            escapeCell(entry.partOfSpeech), escapeCell(entry.domain), statusName(status),
            escapeList(vi.variants),        escapeList(en.variants),  escapeList(vi.abbreviations),
            escapeList(en.abbreviations),   escapeCell(entry.note),   escapeCell(entry.authority)};
        text += cells.join(u'\t') + u'\n';
    }
    return text.toUtf8();
}

} // namespace verbale::glossary
