#include "glossary/engine/concept_entry.h"

#include <array>

namespace verbale::glossary {

namespace {

bool extends(QStringView tag, QStringView prefix)
{
    return tag.size() > prefix.size() && tag[prefix.size()] == u'-' &&
           tag.startsWith(prefix, Qt::CaseInsensitive);
}

constexpr std::array statusNames{u"preferred", u"admitted", u"deprecated", u"forbidden"};

} // namespace

QString statusName(TermStatus status)
{
    return QString::fromUtf16(statusNames[static_cast<std::size_t>(status)]);
}

std::optional<TermStatus> statusNamed(QStringView name)
{
    for (std::size_t i = 0; i < statusNames.size(); ++i) {
        if (name.compare(QStringView(statusNames[i]), Qt::CaseInsensitive) == 0)
            return static_cast<TermStatus>(i);
    }
    return std::nullopt;
}

bool sameLanguage(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0 || extends(a, b) || extends(b, a);
}

QList<Term> ConceptEntry::termsIn(const QString &language) const
{
    QList<Term> found;
    for (const Term &term : terms) {
        if (sameLanguage(term.language, language))
            found.append(term);
    }
    return found;
}

} // namespace verbale::glossary
