#pragma once

#include "glossary/engine/term_matcher.h"

#include <verbale/sdk/result.h>

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

#include <memory>
#include <vector>

namespace verbale::alignment {

/// A matcher over the glossaries of a request, and what was wrong with rows that were left out.
struct Shelved
{
    std::shared_ptr<const glossary::TermMatcher> matcher;
    QStringList warnings;
};

/// Reads glossaries when they are asked for, and again only when the file has another size or time. Used by
/// one thread at a time.
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
        qint64 size = -1;
        QDateTime modified;
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };
    struct Book
    {
        Stamp stamp;
        std::shared_ptr<const glossary::Termbase> termbase;
        QStringList warnings;
    };

    static Stamp stampOf(const QString &glossary);
    static Result<Book> read(const Stamp &stamp);
    Result<Book> book(const QString &glossary);

    std::vector<Book> m_books;
    QString m_language; ///< of m_shelved
    std::vector<std::shared_ptr<const glossary::Termbase>> m_order;
    Shelved m_shelved; ///< the last one taken
};

} // namespace verbale::alignment
