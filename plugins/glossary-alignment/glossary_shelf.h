#pragma once

#include "glossary/engine/term_matcher.h"
#include "plugins/glossary-alignment/followed_termbase.h"

#include <verbale/sdk/result.h>

#include <QtCore/QDateTime>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <memory>
#include <vector>

namespace verbale::alignment {

/// A matcher over the glossaries of a request, and what was wrong with rows that were left out.
struct Shelved
{
    std::shared_ptr<const glossary::TermMatcher> matcher; ///< until the next take()
    QStringList warnings;
    QStringList glossaries; ///< as the request names them, by their numbers in the matcher
};

/// Reads glossaries when they are asked for: files again only when they have another size or time; of a
/// store only the entries that were edited, which the matcher then takes without being built anew. An entry
/// that overrides others hides these. Used by one thread at a time.
class GlossaryShelf
{
public:
    /// `glossaries`: files, strongest first; none, or "builtin", means the shipped one. An error names the
    /// file.
    Result<Shelved> take(const QStringList &glossaries, const QString &sourceLanguage);

private:
    /// A file's state when it was read.
    struct Stamp
    {
        QString path;
        bool store = false;
        qint64 size = -1;
        QDateTime modified = {};
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };
    struct Book
    {
        Stamp stamp;
        std::shared_ptr<FollowedTermbase> termbase;
        QStringList warnings;
        std::optional<glossary::StoreChanges> pending = {}; ///< not in the matcher yet
    };

    static Stamp stampOf(const QString &glossary);
    static Result<Book> read(const Stamp &stamp);
    Result<Book> book(const QString &glossary);
    Result<void> build(std::vector<Book> &books, const QString &sourceLanguage);
    void suppressOverridden(const std::vector<Book> &books);

    std::vector<Book> m_books;
    QString m_language; ///< of the matcher
    std::vector<std::shared_ptr<FollowedTermbase>> m_order;
    std::shared_ptr<glossary::TermMatcher> m_matcher;
    std::vector<QSet<qsizetype>> m_suppressed; ///< entries that others stand for, by termbase
};

} // namespace verbale::alignment
