#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <functional>
#include <vector>

namespace verbale::test {

/// The lines of a page with what of each belongs to the article (empty: nothing).
struct PageLine
{
    QString text;
    QString kept;
};

using Page = QList<PageLine>;

/// A change that leaves the article what it is: to the page's lines, then to its text.
struct PageChange
{
    const char *name = "";
    std::function<Page(const Page &)> lines;
    std::function<QString(const QString &)> text;
};

/// Some fifty: line ends, blank lines, white space, characters that are not seen, forms of letters, wraps,
/// furniture above and below, links in the middle, repeated lines, captions of another style.
std::vector<PageChange> pageChanges();

/// The page as a file.
QString fileOf(const Page &page);

/// For comparing: composed, without white space and what is not seen.
QString dense(const QString &text);

} // namespace verbale::test
