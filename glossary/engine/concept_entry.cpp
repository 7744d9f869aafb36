#include "glossary/engine/concept_entry.h"

#include <QtCore/QDate>

#include <algorithm>
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

bool isReducedDate(QStringView text)
{
    static constexpr QStringView completion = u"0000-01-01";
    const bool shaped = text.size() == 4 || text.size() == 7 || text.size() == 10;
    const bool plain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'-' || (c >= u'0' && c <= u'9'); });
    if (!shaped || !plain)
        return false;
    const QString whole = text.toString() + completion.sliced(text.size()).toString();
    return QDate::fromString(whole, Qt::ISODate).isValid() && whole[4] == u'-' && whole[7] == u'-';
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
