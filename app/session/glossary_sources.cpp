#include "session/glossary_sources.h"

#include "glossary/data/builtin_glossary.h"
#include "glossary/engine/term_store.h"
#include "text/file_io.h"

namespace verbale::session {

namespace {

/// A glossary of a hundred thousand entries is larger as TBX than any text that is translated.
constexpr qint64 maximumGlossaryBytes = 512LL * 1024 * 1024;

/// A column of an unknown name costs the file that column, not a row.
bool isLostColumn(const Error &error)
{
    return error.code == QLatin1String("glossary.unknown-column");
}

bool isBuiltin(const GlossarySource &source)
{
    return source.path == QLatin1String(glossary::builtinGlossaryName) && !source.isRead;
}

Result<glossary::GlossaryContents> loadStore(const QString &path)
{
    glossary::StoreOptions options;
    options.mode = glossary::StoreMode::ReadOnly;
    const Result<glossary::TermStore> store = glossary::TermStore::open(path, options);
    if (!store)
        return store.error();
    Result<glossary::StoreContents> stored = store->load();
    if (!stored)
        return stored.error();
    glossary::GlossaryContents contents;
    contents.places.fill({path}, stored->termbase.entries().size());
    contents.termbase = std::move(stored->termbase);
    return contents;
}

} // namespace

Result<glossary::ReadOptions> readOptions(const GlossaryImportOptions &options)
{
    glossary::ReadOptions reading;
    for (auto column = options.columns.cbegin(); column != options.columns.cend(); ++column)
        reading.columnNames.insert(column.key().toCaseFolded(), column.value());
    reading.header = options.header;
    reading.sheet = options.sheet;
    if (!options.from.isEmpty()) {
        reading.format = glossary::formatNamed(options.from);
        if (!reading.format)
            return Error{QStringLiteral("glossary.unknown-format"),
                         QStringLiteral("Unknown format '%1'. Use %2.")
                             .arg(options.from, glossaryFormats().join(QLatin1String(", ")))};
    }
    if (!options.encoding.isEmpty()) {
        const Result<text::Encoding> encoding = text::encodingFromId(options.encoding);
        if (!encoding)
            return encoding.error();
        reading.encoding = *encoding;
    }
    return reading;
}

Result<QByteArray> bytesOf(const GlossarySource &source)
{
    if (source.isRead)
        return source.bytes;
    return text::readFile(source.path, maximumGlossaryBytes);
}

Result<glossary::GlossaryContents> loadGlossary(const GlossarySource &source,
                                                const glossary::ReadOptions &options)
{
    if (isBuiltin(source)) {
        Result<glossary::Termbase> shipped = glossary::builtinGlossary();
        if (!shipped)
            return shipped.error();
        glossary::GlossaryContents contents;
        contents.places.fill({source.path}, shipped->entries().size());
        contents.termbase = *std::move(shipped);
        return contents;
    }
    if (!source.isRead && glossary::isStoreFile(source.path))
        return loadStore(source.path);
    const Result<QByteArray> bytes = bytesOf(source);
    if (!bytes)
        return bytes.error();
    return glossary::readGlossary(*bytes, source.path, options);
}

void sortFindings(const glossary::GlossaryContents &contents, QList<Error> &rejected, QStringList &warnings)
{
    for (const Error &error : contents.rejectedRows) {
        if (isLostColumn(error))
            warnings.append(error.text());
        else
            rejected.append(error);
    }
    for (const QString &warning : contents.warnings)
        warnings.append(contents.termbase.name() + QLatin1String(": ") + warning);
}

} // namespace verbale::session
