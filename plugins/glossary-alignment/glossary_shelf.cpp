#include "plugins/glossary-alignment/glossary_shelf.h"

#include "glossary/data/builtin_glossary.h"
#include "glossary/engine/interchange.h"
#include "glossary/engine/overrides.h"
#include "glossary/engine/term_store.h"
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
        return {glossary};
    if (glossary::isStoreFile(glossary))
        return {glossary, true};
    const QFileInfo info(glossary);
    return {glossary, false, info.size(), info.lastModified()};
}

Result<GlossaryShelf::Book> GlossaryShelf::read(const Stamp &stamp)
{
    if (stamp.path == QLatin1String(glossary::builtinGlossaryName)) {
        Result<glossary::Termbase> shipped = glossary::builtinGlossary();
        if (!shipped)
            return shipped.error();
        auto termbase = std::make_shared<const glossary::Termbase>(*std::move(shipped));
        return Book{stamp, std::make_shared<FollowedTermbase>(std::move(termbase)), {}};
    }
    if (stamp.store) {
        Result<FollowedTermbase> store = FollowedTermbase::loadStore(stamp.path);
        if (!store)
            return store.error();
        return Book{stamp, std::make_shared<FollowedTermbase>(*std::move(store)), {}};
    }
    const Result<QByteArray> bytes = text::readFile(stamp.path);
    if (!bytes)
        return bytes.error();
    Result<glossary::GlossaryContents> contents = glossary::readGlossary(*bytes, stamp.path);
    if (!contents)
        return contents.error();
    auto termbase = std::make_shared<const glossary::Termbase>(std::move(contents->termbase));
    return Book{stamp, std::make_shared<FollowedTermbase>(std::move(termbase)),
                warningsOf(contents->rejectedRows, stamp.path)};
}

Result<GlossaryShelf::Book> GlossaryShelf::book(const QString &glossary)
{
    const Stamp stamp = stampOf(glossary);
    const auto known = std::find_if(m_books.begin(), m_books.end(),
                                    [&](const Book &other) { return other.stamp.path == stamp.path; });
    if (known != m_books.end() && known->stamp == stamp) {
        if (!stamp.store)
            return *known;
        Result<std::optional<glossary::StoreChanges>> changes = known->termbase->changes(stamp.path);
        if (!changes)
            return changes.error();
        Book book = *known;
        book.pending = *std::move(changes);
        if (book.pending)
            return book;
    }
    if (known != m_books.end())
        m_books.erase(known);
    Result<Book> fresh = read(stamp);
    if (fresh)
        m_books.push_back(*fresh);
    return fresh;
}

/// A matcher over books, of which those that were edited since they were read are read again.
Result<void> GlossaryShelf::build(std::vector<Book> &books, const QString &sourceLanguage)
{
    const Result<glossary::MatchRules> rules = glossary::builtinMatchRules();
    if (!rules)
        return rules.error();
    std::vector<std::shared_ptr<const glossary::Termbase>> termbases;
    m_order.clear();
    for (Book &book : books) {
        if (book.termbase->wasEdited() || (book.pending && !book.pending->entries.isEmpty())) {
            std::erase_if(m_books, [&book](const Book &one) { return one.stamp.path == book.stamp.path; });
            Result<Book> fresh = read(book.stamp);
            if (!fresh)
                return fresh.error();
            m_books.push_back(*fresh);
            book = *std::move(fresh);
        }
        termbases.push_back(book.termbase->termbase());
        m_order.push_back(book.termbase);
    }
    m_matcher = std::make_shared<glossary::TermMatcher>(std::move(termbases), sourceLanguage, *rules);
    m_language = sourceLanguage;
    m_suppressed.assign(books.size(), {});
    return {};
}

/// Hides the entries for which others stand, and shows those again for which nothing stands any more.
void GlossaryShelf::suppressOverridden(const std::vector<Book> &books)
{
    QList<glossary::OverridingTermbase> overriding;
    for (const Book &book : books)
        overriding.append({book.stamp.path, book.termbase->overrides()});
    const QList<QSet<QString>> ids = glossary::overriddenEntries(overriding);
    for (std::size_t i = 0; i < books.size(); ++i) {
        QSet<qsizetype> wanted;
        for (const QString &id : ids[static_cast<qsizetype>(i)]) {
            if (const qsizetype number = books[i].termbase->numberOf(id); number >= 0)
                wanted.insert(number);
        }
        QSet<qsizetype> &hidden = m_suppressed[i];
        for (const qsizetype number : wanted - hidden)
            m_matcher->remove(static_cast<qsizetype>(i), number);
        for (const qsizetype number : hidden - wanted) {
            // One that was edited or removed meanwhile has no such number any more.
            const QString &id = m_matcher->entry(static_cast<qsizetype>(i), number).id;
            if (books[i].termbase->numberOf(id) == number)
                m_matcher->restore(static_cast<qsizetype>(i), number);
        }
        hidden = wanted;
    }
}

Result<Shelved> GlossaryShelf::take(const QStringList &glossaries, const QString &sourceLanguage)
{
    QStringList wanted = glossaries;
    wanted.removeDuplicates();
    if (wanted.isEmpty())
        wanted.append(QLatin1String(glossary::builtinGlossaryName));
    std::vector<Book> books;
    for (const QString &name : wanted) {
        Result<Book> found = book(name);
        if (!found)
            return found.error();
        books.push_back(*std::move(found));
    }
    const bool known =
        m_matcher && m_language == sourceLanguage &&
        std::equal(books.begin(), books.end(), m_order.begin(), m_order.end(),
                   [](const Book &book, const auto &former) { return book.termbase == former; });
    if (!known) {
        if (const Result<void> built = build(books, sourceLanguage); !built)
            return built.error();
    } else {
        for (std::size_t i = 0; i < books.size(); ++i) {
            if (books[i].pending)
                books[i].termbase->take(*books[i].pending, *m_matcher, static_cast<qsizetype>(i));
        }
    }
    suppressOverridden(books);
    Shelved shelved{m_matcher, {}, wanted};
    for (const Book &book : books)
        shelved.warnings += book.warnings;
    return shelved;
}

} // namespace verbale::alignment
