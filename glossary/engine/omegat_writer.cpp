#include "glossary/engine/interchange.h"
#include "glossary/engine/table.h"

#include <algorithm>

namespace verbale::glossary {

namespace {

QList<Term> usable(const QList<Term> &terms, Losses &losses)
{
    QList<Term> found;
    for (const Term &term : terms) {
        if (term.status <= TermStatus::Admitted)
            found.append(term);
        else
            ++losses[QStringLiteral("deprecated or forbidden terms are left out")];
    }
    return found;
}

const Term &counterpart(const Term &term, const QList<Term> &others)
{
    const auto alike = std::find_if(others.begin(), others.end(), [&](const Term &other) {
        return other.abbreviation == term.abbreviation;
    });
    return alike == others.end() ? others.first() : *alike;
}

/// OmegaT has no escapes: white space of any kind becomes a space.
QString row(const Term &vi, const Term &en, const QString &comment)
{
    return vi.text.simplified() + u'\t' + en.text.simplified() + u'\t' + comment.simplified() + u'\n';
}

} // namespace

GlossaryBytes writeOmegaT(const Termbase &termbase)
{
    Losses losses;
    QString text;
    for (const ConceptEntry &entry : termbase.entries()) {
        const QList<Term> vi = usable(entry.termsIn(QStringLiteral("vi")), losses);
        const QList<Term> en = usable(entry.termsIn(QStringLiteral("en")), losses);
        if (vi.isEmpty() || en.isEmpty()) {
            ++losses[QStringLiteral("entries are left out that have no Vietnamese or English term to use")];
            continue;
        }
        for (const Term &term : vi)
            text += row(term, counterpart(term, en), entry.note);
        const Term &main = vi.first();
        const Term &mainEnglish = counterpart(main, en);
        for (const Term &term : en) {
            const bool isWritten = term == mainEnglish || term.abbreviation != main.abbreviation;
            if (!isWritten)
                text += row(main, term, entry.note);
        }
        if (!entry.domain.isEmpty() || !entry.authority.isEmpty() || !entry.partOfSpeech.isEmpty())
            ++losses[QStringLiteral("entries lose their domain, part of speech or authority")];
    }
    return {text.toUtf8(), lossSentences(losses)};
}

} // namespace verbale::glossary
