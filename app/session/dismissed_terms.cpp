#include "session/dismissed_terms.h"

#include "session/settings.h"
#include "text/file_io.h"
#include "text/term_key.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace verbale::session {

QString DismissedTerms::usualFile()
{
    return stateFolder() + QLatin1String("/dismissed-terms.txt");
}

bool DismissedTerms::contains(const QString &name) const
{
    return m_names.contains(text::foldTerm(name));
}

Result<void> DismissedTerms::load()
{
    if (m_file.isEmpty())
        return {};
    if (!QFileInfo::exists(m_file)) {
        m_names.clear();
        return {};
    }
    const Result<QByteArray> bytes = text::readFile(m_file);
    if (!bytes)
        return bytes.error();
    m_names.clear();
    for (const QString &line : QString::fromUtf8(*bytes).split(u'\n')) {
        if (const QString name = text::foldTerm(line.trimmed()); !name.isEmpty())
            m_names.insert(name);
    }
    return {};
}

Result<void> DismissedTerms::write(const QSet<QString> &names)
{
    if (!m_file.isEmpty()) {
        const QString folder = QFileInfo(m_file).path();
        if (!QDir().mkpath(folder)) {
            return Error{QStringLiteral("dismissed.no-folder"),
                         QStringLiteral("The folder for the list of dismissed names could not be made. Check "
                                        "its permissions."),
                         {folder}};
        }
        QStringList lines(names.begin(), names.end());
        lines.sort();
        const QString text = lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
        if (const Result<void> written = text::writeFileAtomically(m_file, text.toUtf8()); !written)
            return written.error();
    }
    m_names = names;
    return {};
}

Result<void> DismissedTerms::add(const QString &name)
{
    if (const Result<void> read = load(); !read)
        return read.error();
    QSet<QString> names = m_names;
    names.insert(text::foldTerm(name.trimmed()));
    return write(names);
}

Result<void> DismissedTerms::remove(const QString &name)
{
    if (const Result<void> read = load(); !read)
        return read.error();
    QSet<QString> names = m_names;
    names.remove(text::foldTerm(name.trimmed()));
    return write(names);
}

} // namespace verbale::session
