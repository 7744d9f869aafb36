#include "session/glossaries.h"

#include "glossary/data/builtin_glossary.h"
#include "glossary/engine/entry_search.h"
#include "glossary/engine/interchange.h"
#include "glossary/engine/lint.h"
#include "glossary/engine/statistics.h"
#include "session/glossary_sources.h"

#include <algorithm>

namespace verbale::session {

namespace {

using glossary::FileFormat;
using glossary::GlossaryContents;

Result<QList<GlossaryContents>> loadAll(const QList<GlossarySource> &sources,
                                        const glossary::ReadOptions &options = {})
{
    QList<GlossaryContents> all;
    for (const GlossarySource &source : sources) {
        Result<GlossaryContents> contents = loadGlossary(source, options);
        if (!contents)
            return contents.error();
        all.append(*std::move(contents));
    }
    return all;
}

QStringList textsOf(const glossary::ConceptEntry &entry, const QString &language)
{
    QStringList texts;
    for (const glossary::Term &term : entry.termsIn(language))
        texts.append(term.text);
    return texts;
}

GlossaryHit hitOf(const glossary::EntrySearch::Hit &hit, const QString &name)
{
    const glossary::ConceptEntry &entry = *hit.entry;
    return {name,
            entry.id,
            glossary::rankName(hit.rank),
            hit.term->text,
            hit.term->language,
            glossary::statusName(hit.term->status),
            entry.domain,
            entry.partOfSpeech,
            entry.note,
            entry.authority,
            textsOf(entry, QStringLiteral("vi")),
            textsOf(entry, QStringLiteral("en"))};
}

} // namespace

QStringList glossaryFormats()
{
    QStringList names;
    for (const FileFormat format : {FileFormat::Tsv, FileFormat::Csv, FileFormat::OmegaT,
                                    FileFormat::TbxBasic, FileFormat::TbxV2, FileFormat::Xlsx})
        names.append(glossary::formatName(format));
    return names;
}

QString glossaryFormatOf(const QString &path)
{
    const std::optional<FileFormat> format = glossary::formatOfFile(path);
    return format ? glossary::formatName(*format) : QString();
}

Result<GlossaryFile> importGlossaries(const QList<GlossarySource> &sources,
                                      const GlossaryImportOptions &options)
{
    const Result<glossary::ReadOptions> reading = readOptions(options);
    if (!reading)
        return reading.error();
    const std::optional<FileFormat> to = glossary::formatNamed(options.to);
    if (!to)
        return Error{QStringLiteral("glossary.unknown-format"),
                     QStringLiteral("Unknown format '%1'. Use %2.")
                         .arg(options.to, glossaryFormats().join(QLatin1String(", ")))};
    const Result<QList<GlossaryContents>> files = loadAll(sources, *reading);
    if (!files)
        return files.error();

    GlossaryFile result;
    const glossary::TbxSourceUse use{files->isEmpty() ? nullptr : files->first().tbx, options.keepForm};
    QList<QStringList> left;
    for (const GlossaryContents &file : *files) {
        left.append(QStringList());
        sortFindings(file, result.rejected, left.last());
    }
    glossary::MergedGlossary merged = glossary::mergeGlossaries(*files);
    result.duplicates = std::move(merged.duplicates);
    result.refused = !result.rejected.isEmpty() && !options.skipBadRows;
    if (!result.refused) {
        Result<glossary::GlossaryBytes> written =
            glossary::writeGlossary(merged.termbase, *to, options.dct, use);
        if (!written)
            return written.error();
        result.entries = merged.termbase.entries().size();
        result.bytes = std::move(written->bytes);
        if (written->asItStood)
            left.first().clear(); // nothing of that file was left out after all
        left.append(written->warnings);
    }
    for (const QStringList &warnings : left)
        result.warnings += warnings;
    return result;
}

Result<QList<GlossaryFinding>> lintGlossaries(const QList<GlossarySource> &sources)
{
    const Result<QList<GlossaryContents>> files = loadAll(sources);
    if (!files)
        return files.error();
    const Result<glossary::MatchRules> rules = glossary::builtinMatchRules();
    if (!rules)
        return rules.error();
    QList<GlossaryFinding> findings;
    for (const glossary::LintFinding &found : glossary::lintGlossary(*files, *rules)) {
        findings.append({found.code, glossary::severityName(found.severity), found.entry,
                         Error{found.code, found.message, found.where}});
    }
    return findings;
}

Result<GlossaryFigures> glossaryFigures(const QList<GlossarySource> &sources)
{
    const Result<QList<GlossaryContents>> files = loadAll(sources);
    if (!files)
        return files.error();
    glossary::GlossaryStatistics sum;
    GlossaryFigures figures;
    for (const GlossaryContents &file : *files) {
        glossary::countGlossary(file.termbase, sum);
        figures.rejected += file.rejectedRows;
    }
    figures.entries = sum.entries;
    figures.terms = sum.terms;
    figures.abbreviations = sum.abbreviations;
    figures.withAuthority = sum.withAuthority;
    figures.withNote = sum.withNote;
    figures.byDomain = sum.byDomain;
    figures.byPartOfSpeech = sum.byPartOfSpeech;
    figures.byStatus = sum.byStatus;
    figures.termsByLanguage = sum.termsByLanguage;
    figures.termsByStatus = sum.termsByStatus;
    return figures;
}

Result<QList<GlossaryHit>> findInGlossaries(const QList<GlossarySource> &sources, const QString &typed,
                                            qsizetype limit)
{
    QList<std::pair<int, GlossaryHit>> ranked;
    for (const GlossarySource &source : sources) {
        Result<GlossaryContents> contents = loadGlossary(source);
        if (!contents)
            return contents.error();
        const auto termbase = std::make_shared<const glossary::Termbase>(std::move(contents->termbase));
        const glossary::EntrySearch search(termbase);
        for (const auto &hit : search.find(typed, static_cast<std::size_t>(limit)))
            ranked.append({static_cast<int>(hit.rank), hitOf(hit, source.path)});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<GlossaryHit> hits;
    for (const auto &[rank, hit] : ranked.first(qMin(limit, ranked.size())))
        hits.append(hit);
    return hits;
}

} // namespace verbale::session
