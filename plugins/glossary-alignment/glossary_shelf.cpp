#include "plugins/glossary-alignment/glossary_shelf.h"

#include "glossary/data/builtin_glossary.h"
#include "glossary/engine/interchange.h"
#include "text/file_io.h"

#include <QtCore/QFileInfo>

#include <algorithm>

namespace verbale::alignment {

namespace {

constexpr qsizetype rowsNamed = 20; ///< a damaged file could fill the screen

QStringList warningsOf(const QList<Error> &rejectedRows, const QString &path)
{
    QStringList warnings;
    for (const Error &error : rejectedRows.first(qMin(rowsNamed, rejectedRows.size())))
        warnings.append(error.text());
    if (rejectedRows.size() > rowsNamed)
        warnings.append(
            QStringLiteral("%1: %2 more rows were left out").arg(path).arg(rejectedRows.size() - rowsNamed));
    return warnings;
}

} // namespace

GlossaryShelf::Stamp GlossaryShelf::stampOf(const QString &glossary)
{
    if (glossary == QLatin1String(glossary::builtinGlossaryName))
        return {glossary, -1, {}};
    const QFileInfo info(glossary);
    return {glossary, info.size(), info.lastModified()};
}

Result<GlossaryShelf::Book> GlossaryShelf::read(const Stamp &stamp)
{
    if (stamp.path == QLatin1String(glossary::builtinGlossaryName)) {
        Result<glossary::Termbase> shipped = glossary::builtinGlossary();
        if (!shipped)
            return shipped.error();
        return Book{stamp, std::make_shared<glossary::Termbase>(*std::move(shipped)), {}};
    }
    const Result<QByteArray> bytes = text::readFile(stamp.path);
    if (!bytes)
        return bytes.error();
    Result<glossary::GlossaryContents> contents = glossary::readGlossary(*bytes, stamp.path);
    if (!contents)
        return contents.error();
    return Book{stamp, std::make_shared<glossary::Termbase>(std::move(contents->termbase)),
                warningsOf(contents->rejectedRows, stamp.path)};
}

Result<GlossaryShelf::Book> GlossaryShelf::book(const QString &glossary)
{
    const Stamp stamp = stampOf(glossary);
    const auto known = std::find_if(m_books.begin(), m_books.end(),
                                    [&](const Book &other) { return other.stamp.path == stamp.path; });
    if (known != m_books.end() && known->stamp == stamp)
        return *known;
    if (known != m_books.end())
        m_books.erase(known);
    Result<Book> fresh = read(stamp);
    if (fresh)
        m_books.push_back(*fresh);
    return fresh;
}

Result<Shelved> GlossaryShelf::take(const QStringList &glossaries, const QString &sourceLanguage)
{
    QStringList wanted = glossaries;
    wanted.removeDuplicates();
    if (wanted.isEmpty())
        wanted.append(QLatin1String(glossary::builtinGlossaryName));
    std::vector<std::shared_ptr<const glossary::Termbase>> order;
    QStringList warnings;
    for (const QString &name : wanted) {
        const Result<Book> found = book(name);
        if (!found)
            return found.error();
        order.push_back(found->termbase);
        warnings += found->warnings;
    }
    if (!m_shelved.matcher || m_language != sourceLanguage || m_order != order) {
        const Result<glossary::MatchRules> rules = glossary::builtinMatchRules();
        if (!rules)
            return rules.error();
        m_shelved = {std::make_shared<const glossary::TermMatcher>(order, sourceLanguage, *rules), warnings};
        m_language = sourceLanguage;
        m_order = std::move(order);
    }
    return m_shelved;
}

} // namespace verbale::alignment
