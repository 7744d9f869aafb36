#include "session/plugin_formats.h"

#include "document/inline_codes.h"
#include "document/inline_repair.h"
#include "document/segmentation.h"
#include "session/gathering.h"
#include "session/segmentation.h"
#include "session/source_text.h"
#include "session/structure.h"
#include "text/file_io.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale::session {

namespace {

constexpr qsizetype lookedAt = 64 * 1024; // bytes, as FormatDetectRequest says

/// The plugins that say that they read such a file, each once.
QList<host::Provider> readersOf(const host::PluginHost &host, const QString &path)
{
    QList<host::Provider> readers;
    if (isOwnFormat(path))
        return readers;
    const QString name = QFileInfo(path).fileName().toLower();
    for (const host::ReadableFormat &format : host.formats()) {
        const bool reads =
            std::any_of(format.extensions.begin(), format.extensions.end(),
                        [&name](const QString &extension) { return name.endsWith(u'.' + extension); });
        const bool known = std::any_of(readers.begin(), readers.end(), [&](const host::Provider &reader) {
            return reader.id == format.provider.id;
        });
        if (reads && !known)
            readers.append(format.provider);
    }
    return readers;
}

template <typename Answer>
Result<Answer> answered(const host::Provider &provider, QFuture<Result<Answer>> future)
{
    future.waitForFinished();
    if (future.resultCount() == 0)
        return Error{QStringLiteral("plugins.cancelled"), QStringLiteral("The work was cancelled.")};
    Result<Answer> answer = future.result();
    return answer ? answer : Result<Answer>(named(provider, answer.error()));
}

/// Whose file it is; nothing: nobody's.
Result<std::optional<host::Provider>> surest(const QList<host::Provider> &readers, const QString &name,
                                             const QByteArray &bytes, host::PluginHost &host,
                                             const StopToken &stop)
{
    std::optional<host::Provider> best;
    std::optional<Error> failure;
    double confidence = 0;
    for (const host::Provider &reader : readers) {
        const FormatDetectRequest request{name, bytes.first(std::min(bytes.size(), lookedAt))};
        const auto answer = answered(reader, host.detectFormat(reader.id, request, stop));
        if (!answer && !failure)
            failure = answer.error();
        if (answer && answer->confidence > confidence) {
            best = reader;
            confidence = answer->confidence;
        }
    }
    if (!best && failure)
        return *failure;
    return best;
}

InlineCode codeOf(const SegmentCode &code)
{
    InlineCode made;
    made.id = QStringLiteral("c%1").arg(code.number);
    made.data = code.data;
    made.display = code.data;
    switch (code.kind) {
    case SegmentCode::Kind::Standalone:
        made.kind = InlineCode::Kind::Standalone;
        made.markup = QStringLiteral("<ph id=\"%1\"/>").arg(made.id);
        break;
    case SegmentCode::Kind::Opening:
        made.kind = InlineCode::Kind::Opening;
        made.markup = QStringLiteral("<sc id=\"%1\"/>").arg(made.id);
        break;
    case SegmentCode::Kind::Closing:
        made.kind = InlineCode::Kind::Closing;
        made.markup = QStringLiteral("<ec startRef=\"%1\"/>").arg(made.id);
        break;
    }
    return made;
}

/// A number for each code: the plugin's, where those of standalone codes and of pairs are not taken yet; else
/// the lowest that no code has.
QList<SegmentCode> withNumbers(QList<SegmentCode> codes)
{
    QSet<int> named;
    for (const SegmentCode &code : std::as_const(codes))
        named.insert(code.number);
    QSet<int> taken;
    int lowest = 1;
    for (SegmentCode &code : codes) {
        if (code.kind == SegmentCode::Kind::Closing)
            continue;
        if (code.number <= 0 || taken.contains(code.number)) {
            while (named.contains(lowest))
                ++lowest;
            code.number = lowest++;
        }
        taken.insert(code.number);
    }
    return codes;
}

/// The unit's source. `known`: for each code in it its number among the plugin's, -1 for a character that a
/// file cannot hold as text.
InlineText sourceOf(const FormatUnit &unit, QList<qsizetype> *known = nullptr)
{
    const QList<SegmentCode> codes = withNumbers(unit.codes);
    InlineText text = inlineFromPlain(unit.source);
    qsizetype place = 0;
    qsizetype next = 0;
    for (qsizetype i = 0; i < text.text.size(); ++i) {
        if (text.text[i] != inlineCodeMark)
            continue;
        const bool isPlugins = unit.source[i] == inlineCodeMark && next < codes.size();
        if (known != nullptr)
            known->append(isPlugins ? next : -1);
        if (isPlugins)
            text.codes[place] = codeOf(codes[next++]);
        ++place;
    }
    return text;
}

Unit unitOf(const FormatUnit &read, qsizetype number, const text::SentenceBreaker &breaker)
{
    Unit unit;
    unit.id = QStringLiteral("u%1").arg(number);
    Segment segment;
    segment.id = QStringLiteral("s1");
    segment.source = sourceOf(read);
    if (!read.target.isEmpty()) {
        segment.target = codesForText(read.target, segment.source).text;
        segment.hasTarget = true;
    }
    unit.segments.append(segment);
    if (!read.note.isEmpty()) {
        Note note;
        note.id = QStringLiteral("n1");
        note.text = read.note;
        unit.notes.append(note);
    }
    return segment.hasTarget ? unit : resegmented(unit, breaker.sentences(onOneLine(segment.source.text)));
}

/// The units of the file that have something to translate, by their place in it.
Result<OpenedDocument> documentOf(const FormatReadAnswer &read, const QString &path,
                                  const OpenOptions &options)
{
    const auto firstOf = [](const QString &one, const QString &other, const char *otherwise) {
        return !one.isEmpty() ? one : !other.isEmpty() ? other : QString::fromLatin1(otherwise);
    };
    OpenedDocument opened;
    const Result<text::SentenceBreaker> breaker = sentenceBreaker(options, opened.warnings);
    if (!breaker)
        return breaker.error();
    opened.path = path;
    opened.workingFile = workingFileFor(path);
    opened.document.originalName = QFileInfo(path).fileName();
    opened.document.sourceLanguage = firstOf(options.sourceLanguage, read.sourceLanguage, "vi");
    opened.document.targetLanguage = firstOf(options.targetLanguage, read.targetLanguage, "en");
    for (qsizetype i = 0; i < read.units.size(); ++i) {
        if (!read.units[i].source.trimmed().isEmpty())
            opened.document.units.append(unitOf(read.units[i], i + 1, *breaker));
    }
    opened.warnings += read.warnings;
    if (opened.document.units.isEmpty())
        return Error{QStringLiteral("document.no-text"),
                     QStringLiteral("There is no text to translate in this file."),
                     {path}};
    return opened;
}

Result<FormatReadAnswer> readBy(const host::Provider &reader, const QString &name, const QByteArray &bytes,
                                host::PluginHost &host, const StopToken &stop, const Progress &progress)
{
    Result<FormatReadAnswer> read =
        answered(reader, host.readFormat(reader.id, FormatReadRequest{name, bytes}, stop, progress));
    if (read) {
        for (QString &warning : read->warnings)
            warning = named(reader, {{}, warning}).message;
    }
    return read;
}

Error ofFile(Error error, const QString &path)
{
    error.where.file = path;
    return error;
}

/// A unit's target in the plugin's terms: `unit` says which of the codes are its own.
FormatTarget targetOf(const Unit &unit, const FormatUnit &read)
{
    InlineText target;
    for (const Segment &segment : unit.segments) {
        const bool translated = segment.hasTarget && !segment.target.text.trimmed().isEmpty();
        const InlineText &part = translated ? segment.target : segment.source;
        target.text += part.text + segment.gapAfter;
        target.codes += part.codes;
    }
    QList<qsizetype> known;
    const InlineText source = sourceOf(read, &known);
    const CodeMatches matches = matchCodes(unitSource(unit).codes, target.codes);
    FormatTarget written{read.id, {}, {}};
    qsizetype code = 0;
    for (qsizetype i = 0; i < target.text.size(); ++i) {
        if (target.text[i] != inlineCodeMark) {
            written.text += target.text[i];
            continue;
        }
        const qsizetype inSource = matches.inSource.value(code, -1);
        const qsizetype own = inSource < 0 ? -1 : known.value(inSource, -1);
        if (own >= 0) {
            written.text += inlineCodeMark;
            written.codes.append(own);
        } else { // a character; a code that the source does not have is left out
            written.text += plainFromInline({QString(inlineCodeMark), {target.codes[code]}});
        }
        ++code;
    }
    return written;
}

bool hasTarget(const Unit &unit)
{
    return std::any_of(unit.segments.begin(), unit.segments.end(), [](const Segment &segment) {
        return segment.hasTarget && !segment.target.text.trimmed().isEmpty();
    });
}

/// The place in the file, from 1, that a unit was made from; 0: unitOf() has not made it.
qsizetype numberOf(const Unit &unit)
{
    bool isNumber = false;
    const qsizetype number = QStringView(unit.id).mid(1).toLongLong(&isNumber);
    return isNumber && unit.id.startsWith(u'u') ? std::max<qsizetype>(0, number) : 0;
}

/// Whether the document can have come from documentOf(); else it is an XLIFF file of another program's.
bool isMadeHere(const Document &document)
{
    return std::any_of(document.units.begin(), document.units.end(),
                       [](const Unit &unit) { return numberOf(unit) > 0; });
}

/// Each unit with the place in the file that it was made from.
Result<QList<FormatTarget>> targetsOf(const Document &document, const FormatReadAnswer &read,
                                      const QString &original)
{
    QList<FormatTarget> targets;
    for (const Unit &unit : document.units) {
        const qsizetype number = numberOf(unit);
        const bool there = number > 0 && number <= read.units.size();
        if (!there || sourceOf(read.units[number - 1]).text.trimmed() != unitSource(unit).text.trimmed())
            return Error{QStringLiteral("format.changed"),
                         QStringLiteral("The file does not have the texts any more that were translated. Put "
                                        "the file back as it was, or open it anew."),
                         {original}};
        if (hasTarget(unit))
            targets.append(targetOf(unit, read.units[number - 1]));
    }
    return targets;
}

} // namespace

bool isOwnFormat(const QString &path)
{
    static const QStringList own{QStringLiteral("txt"),      QStringLiteral("md"),
                                 QStringLiteral("xlf"),      QStringLiteral("xliff"),
                                 QStringLiteral("sdlxliff"), QStringLiteral("mqxliff"),
                                 QStringLiteral("mxliff")};
    return own.contains(QFileInfo(path).suffix().toLower());
}

bool isPluginFile(const host::PluginHost &host, const QString &path)
{
    return !readersOf(host, path).isEmpty();
}

Result<std::optional<OpenedDocument>> openWithPlugin(const QString &path, const OpenOptions &options,
                                                     host::PluginHost &host, const StopToken &stop,
                                                     const Progress &progress)
{
    const QList<host::Provider> readers = readersOf(host, path);
    if (readers.isEmpty())
        return std::optional<OpenedDocument>();
    const Result<QByteArray> bytes = text::readFile(path);
    if (!bytes)
        return bytes.error();
    const QString name = QFileInfo(path).fileName();
    const auto reader = surest(readers, name, *bytes, host, stop);
    if (!reader)
        return ofFile(reader.error(), path);
    if (!*reader)
        return std::optional<OpenedDocument>();
    const Result<FormatReadAnswer> read = readBy(**reader, name, *bytes, host, stop, progress);
    if (!read)
        return ofFile(read.error(), path);
    Result<OpenedDocument> opened = documentOf(*read, path, options);
    if (!opened)
        return opened.error();
    opened->readBy = (*reader)->name;
    opened->workingFile = freeWorkingFileFor(path);
    return std::optional<OpenedDocument>(std::move(*opened));
}

Result<std::optional<ExportedDocument>> exportWithPlugin(const Document &document,
                                                         const QString &documentPath, host::PluginHost &host,
                                                         const StopToken &stop)
{
    const QString path = originalBeside(document, documentPath);
    if (path.isEmpty() || !isPluginFile(host, path) || !isMadeHere(document))
        return std::optional<ExportedDocument>();
    const QString name = QFileInfo(path).fileName();
    const Result<QByteArray> bytes = text::readFile(path);
    if (!bytes)
        return bytes.error();
    const auto reader = surest(readersOf(host, path), name, *bytes, host, stop);
    if (!reader)
        return ofFile(reader.error(), path);
    if (!*reader)
        return std::optional<ExportedDocument>();
    const Result<FormatReadAnswer> read = readBy(**reader, name, *bytes, host, stop, {});
    if (!read)
        return ofFile(read.error(), path);
    const Result<QList<FormatTarget>> targets = targetsOf(document, *read, path);
    if (!targets)
        return targets.error();
    const FormatWriteRequest request{name, *bytes, document.targetLanguage, *targets};
    const auto written = answered(**reader, host.writeFormat((*reader)->id, request, stop));
    if (!written)
        return ofFile(written.error(), path);
    if (written->bytes.isEmpty() && !bytes->isEmpty()) {
        const QString why = QStringLiteral("It wrote an empty file. Nothing was exported; look for a newer "
                                           "version of the plugin.");
        return Error{QStringLiteral("format.empty"), named(**reader, {{}, why}).message, {path}};
    }
    ExportedDocument file{written->bytes, {}};
    if (const auto other = exportDocument(document, {QStringLiteral("target"), {}, false, false, {}})) {
        for (const ExportLoss &loss : other->losses) {
            if (loss.code == QLatin1String("untranslated"))
                file.losses.append(loss);
        }
    }
    for (const QString &warning : written->warnings)
        file.losses.append({QStringLiteral("plugin"), named(**reader, {{}, warning}).message, 0, {}});
    return std::optional<ExportedDocument>(std::move(file));
}

} // namespace verbale::session
