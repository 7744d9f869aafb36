#include "session/termbases_private.h"

#include "glossary/data/builtin_glossary.h"
#include "glossary/engine/additions.h"
#include "glossary/engine/overrides.h"
#include "session/glossary_sources.h"
#include "text/file_io.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QFileInfo>

namespace verbale::session {

namespace {

Error cancelled()
{
    return {QStringLiteral("store.cancelled"), QStringLiteral("cancelled"), {}};
}

GlossaryImportOptions readingOf(const ImportOptions &options)
{
    GlossaryImportOptions reading;
    reading.from = options.format;
    reading.columns = options.columns;
    reading.encoding = options.encoding;
    reading.sheet = options.sheet;
    reading.header = options.header;
    return reading;
}

/// A target that is not made yet is an empty one.
Result<glossary::Termbase> termbaseAt(const QString &path)
{
    if (path != QLatin1String(glossary::builtinGlossaryName) && !QFileInfo::exists(path))
        return glossary::Termbase(path, {});
    Result<glossary::GlossaryContents> contents = loadGlossary({path});
    if (!contents)
        return contents.error();
    return std::move(contents->termbase);
}

Result<ImportPreview> preview(const QString &path, const QString &termbase, const ImportOptions &options,
                              const StopToken &stop)
{
    const Result<glossary::ReadOptions> reading = readOptions(readingOf(options));
    if (!reading)
        return reading.error();
    const Result<glossary::GlossaryContents> file = loadGlossary({path}, *reading);
    if (!file)
        return file.error();
    if (stop.stop_requested())
        return cancelled();
    const Result<glossary::Termbase> target = termbaseAt(termbase);
    if (!target)
        return target.error();
    ImportPreview made;
    made.path = path;
    made.termbase = termbase;
    sortFindings(*file, made.rejected, made.warnings);
    glossary::Additions additions =
        glossary::additionsTo(*target, {*file}, {options.skipDuplicates, options.replaceSameIds});
    made.edits = std::move(additions.edits);
    made.duplicates = std::move(additions.duplicates);
    made.left = additions.left;
    made.entries.reserve(made.edits.size());
    for (const glossary::EntryEdit &edit : std::as_const(made.edits))
        made.entries.append(*edit.entry);
    return stop.stop_requested() ? Result<ImportPreview>(cancelled())
                                 : Result<ImportPreview>(std::move(made));
}

/// The termbases as one, without the entries that others stand for.
Result<glossary::Termbase> united(const QStringList &paths, const StopToken &stop)
{
    QList<glossary::Termbase> all;
    QList<glossary::OverridingTermbase> overriding;
    for (const QString &path : paths) {
        const Result<glossary::Termbase> termbase = termbaseAt(path);
        if (!termbase)
            return termbase.error();
        if (stop.stop_requested())
            return cancelled();
        QHash<QString, QStringList> keys;
        for (const glossary::ConceptEntry &entry : termbase->entries()) {
            if (!entry.overrides.isEmpty())
                keys.insert(entry.id, glossary::overriddenKeys(entry));
        }
        overriding.append({path, keys});
        all.append(*termbase);
    }
    if (all.size() == 1)
        return all.first();
    const QList<QSet<QString>> gone = glossary::overriddenEntries(overriding);
    QList<glossary::ConceptEntry> entries;
    QSet<QString> ids;
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (glossary::ConceptEntry entry : all[i].entries()) {
            if (gone[i].contains(entry.id))
                continue;
            const QString id = entry.id;
            for (int copy = 2; ids.contains(entry.id); ++copy)
                entry.id = QStringLiteral("%1-%2").arg(id).arg(copy);
            ids.insert(entry.id);
            entries.append(std::move(entry));
        }
    }
    return glossary::Termbase(QStringLiteral("verbale"), std::move(entries));
}

Result<QStringList> exportFile(const QStringList &paths, const QString &to, const QString &format,
                               const StopToken &stop)
{
    const std::optional<glossary::FileFormat> known = glossary::formatNamed(format);
    if (!known)
        return Error{QStringLiteral("glossary.unknown-format"),
                     QStringLiteral("Unknown format '%1'. Use %2.")
                         .arg(format, glossaryFormats().join(QLatin1String(", ")))};
    const Result<glossary::Termbase> termbase = united(paths, stop);
    if (!termbase)
        return termbase.error();
    const Result<glossary::GlossaryBytes> written = glossary::writeGlossary(*termbase, *known);
    if (!written)
        return written.error();
    if (stop.stop_requested())
        return cancelled();
    if (const Result<void> saved = text::writeFileAtomically(to, written->bytes); !saved)
        return saved.error();
    return written->warnings;
}

} // namespace

QFuture<Result<ImportPreview>> Termbases::previewImport(const QString &path, const QString &termbase,
                                                        const ImportOptions &options, StopToken stop) const
{
    const QString target = termbase.isEmpty() ? d->options.ownFile : termbase;
    return QtConcurrent::run([path, target, options, stop] { return preview(path, target, options, stop); });
}

QFuture<Result<TermbaseUpdate>> Termbases::importEntries(const ImportPreview &preview,
                                                         const ImportOptions &options, StopToken stop,
                                                         const Progress &progress) const
{
    if (!preview.rejected.isEmpty() && !options.skipBadRows)
        return QtFuture::makeReadyFuture(Result<TermbaseUpdate>(
            Error{QStringLiteral("termbase.bad-rows"),
                  QStringLiteral("%1 rows are wrong; nothing was imported. Mend them, or leave them out.")
                      .arg(preview.rejected.size()),
                  {preview.path}}));
    const bool own = preview.termbase == d->options.ownFile;
    const QString user = d->options.user;
    return QtConcurrent::run([preview, user, own, stop, progress]() -> Result<TermbaseUpdate> {
        TermbaseUpdate update;
        update.termbase = preview.termbase;
        update.name = {QStringLiteral("import"), QFileInfo(preview.path).fileName()};
        update.entries = preview.edits.size();
        Result<glossary::TermStore> store = glossary::TermStore::open(preview.termbase);
        if (!store)
            return store.error();
        const Result<QStringList> done = store->apply(preview.edits, update.name, user, stop, progress);
        if (!done)
            return done.error();
        update.loaded = LoadedTermbase::load(preview.termbase, own);
        return update;
    });
}

QFuture<Result<QStringList>> Termbases::exportTo(const QString &path, const QString &format,
                                                 const QString &termbase, StopToken stop) const
{
    const QStringList paths = termbase.isEmpty() ? glossaries() : QStringList{termbase};
    return QtConcurrent::run([paths, path, format, stop] { return exportFile(paths, path, format, stop); });
}

QFuture<Result<QList<GlossaryFinding>>> Termbases::lint(const QString &termbase) const
{
    QList<GlossarySource> sources;
    for (const QString &path : termbase.isEmpty() ? glossaries() : QStringList{termbase})
        sources.append({path});
    return QtConcurrent::run([sources] { return lintGlossaries(sources); });
}

} // namespace verbale::session
