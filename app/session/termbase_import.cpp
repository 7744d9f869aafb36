#include "session/termbase_import.h"

#include "glossary/engine/additions.h"
#include "glossary/engine/term_store.h"
#include "session/glossary_sources.h"
#include "session/termbases.h"

#include <QtCore/QFileInfo>

namespace verbale::session {

bool isTermbaseFile(const QString &path)
{
    return path.endsWith(QLatin1String(".vtb"), Qt::CaseInsensitive);
}

Result<GlossaryFile> importIntoTermbase(const QList<GlossarySource> &sources,
                                        const GlossaryImportOptions &options, const QString &path)
{
    const Result<glossary::ReadOptions> reading = readOptions(options);
    if (!reading)
        return reading.error();
    GlossaryFile result;
    QList<glossary::GlossaryContents> files;
    QStringList names;
    for (const GlossarySource &source : sources) {
        Result<glossary::GlossaryContents> contents = loadGlossary(source, *reading);
        if (!contents)
            return contents.error();
        sortFindings(*contents, result.rejected, result.warnings);
        files.append(*std::move(contents));
        names.append(QFileInfo(source.path).fileName());
    }
    result.refused = !result.rejected.isEmpty() && !options.skipBadRows;
    if (result.refused)
        return result;
    Result<glossary::TermStore> store = glossary::TermStore::open(path);
    if (!store)
        return store.error();
    const Result<glossary::StoreContents> target = store->load();
    if (!target)
        return target.error();
    glossary::Additions additions = glossary::additionsTo(target->termbase, files, {});
    result.duplicates = std::move(additions.duplicates);
    const Result<QStringList> ids =
        store->apply(additions.edits, {QStringLiteral("import"), names.join(QLatin1String(", "))},
                     termbasesOptions({}).user);
    if (!ids)
        return ids.error();
    result.entries = ids->size();
    return result;
}

} // namespace verbale::session
