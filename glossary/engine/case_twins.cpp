#include "glossary/engine/case_twins.h"

#include <algorithm>

namespace verbale::glossary {

QString mainText(const ConceptEntry &entry, const QString &language)
{
    const QList<Term> terms = entry.termsIn(language);
    return terms.isEmpty() ? QString() : terms.first().text;
}

bool areCaseTwins(const ConceptEntry &one, const ConceptEntry &other)
{
    const auto languages = {QStringLiteral("vi"), QStringLiteral("en")};
    return std::all_of(languages.begin(), languages.end(), [&](const QString &language) {
        const QString a = mainText(one, language).normalized(QString::NormalizationForm_C);
        const QString b = mainText(other, language).normalized(QString::NormalizationForm_C);
        return a != b && a.toLower() == b.toLower();
    });
}

} // namespace verbale::glossary
