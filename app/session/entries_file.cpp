#include "session/entries_file.h"

#include "glossary/engine/interchange.h"
#include "glossary/engine/term_store.h"

#include <QtCore/QFileInfo>

namespace verbale::session {

Result<GlossaryFile> entriesAsFile(const QList<glossary::ConceptEntry> &entries, const QString &name,
                                   const QString &format)
{
    const std::optional<glossary::FileFormat> to = glossary::formatNamed(format);
    if (!to) {
        return Error{QStringLiteral("glossary.unknown-format"),
                     QStringLiteral("Unknown format '%1'. Use %2.")
                         .arg(format, glossaryFormats().join(QLatin1String(", ")))};
    }
    Result<glossary::GlossaryBytes> written = glossary::writeGlossary(glossary::Termbase(name, entries), *to);
    if (!written)
        return written.error();
    GlossaryFile file;
    file.entries = entries.size();
    file.bytes = std::move(written->bytes);
    file.warnings = std::move(written->warnings);
    return file;
}

Result<void> createTermbase(const QString &path)
{
    if (QFileInfo::exists(path)) {
        return Error{QStringLiteral("termbase.exists"),
                     QStringLiteral("A file with this name stands there already. Choose another name."),
                     {path}};
    }
    const Result<glossary::TermStore> made = glossary::TermStore::open(path);
    return made.ok() ? Result<void>() : Result<void>(made.error());
}

} // namespace verbale::session
