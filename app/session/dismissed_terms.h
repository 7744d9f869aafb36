#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QSet>
#include <QtCore/QString>

namespace verbale::session {

/// The names that the user does not want to be offered as terms any more, whatever the document: a text file
/// in UTF-8 with a name in each line. Any thread; every change reads the file first, so that two programs
/// may share it.
class DismissedTerms
{
public:
    /// `file`: empty keeps them for this object alone.
    explicit DismissedTerms(QString file = {}) : m_file(std::move(file)) {}

    /// $XDG_STATE_HOME/verbale/dismissed-terms.txt.
    static QString usualFile();

    /// Reads them; a missing file has none. Errors: those of reading a file.
    Result<void> load();
    [[nodiscard]] qsizetype count() const { return m_names.size(); }
    /// In any spelling that text::foldTerm takes for the same.
    [[nodiscard]] bool contains(const QString &name) const;

    /// Errors: those of reading and writing; nothing has changed then.
    Result<void> add(const QString &name);
    Result<void> remove(const QString &name);

private:
    Result<void> write(const QSet<QString> &names);

    QString m_file;
    QSet<QString> m_names; ///< folded
};

} // namespace verbale::session
