#include "session/align.h"

#include "session/gathering.h"
#include "session/open.h"
#include "session/source_text.h"
#include "session/tsv.h"
#include "text/decode.h"
#include "text/file_io.h"

#include <QtCore/QFileInfo>

#include <algorithm>

namespace verbale::session {

namespace {

/// Whether the parts can be taken one after the other.
bool isInOrder(const QList<AlignedParts> &parts, qsizetype sources, qsizetype targets)
{
    qsizetype source = 0;
    qsizetype target = 0;
    for (const AlignedParts &part : parts) {
        const bool inside = part.source.start >= 0 && part.source.end >= part.source.start &&
                            part.source.end <= sources && part.target.start >= 0 &&
                            part.target.end >= part.target.start && part.target.end <= targets;
        const bool follows = (part.source.isEmpty() || part.source.start >= source) &&
                             (part.target.isEmpty() || part.target.start >= target);
        if (!inside || !follows)
            return false;
        source = std::max(source, part.source.end);
        target = std::max(target, part.target.end);
    }
    return true;
}

/// With parts for what no part names.
QList<AlignedParts> completed(const QList<AlignedParts> &parts, qsizetype sources, qsizetype targets)
{
    QList<AlignedParts> all;
    qsizetype source = 0;
    qsizetype target = 0;
    const auto addUntil = [&](qsizetype nextSource, qsizetype nextTarget) {
        for (; source < nextSource; ++source)
            all.append({{source, source + 1}, {}, 0});
        for (; target < nextTarget; ++target)
            all.append({{}, {target, target + 1}, 0});
    };
    for (const AlignedParts &part : parts) {
        if (part.source.isEmpty() && part.target.isEmpty())
            continue;
        addUntil(part.source.isEmpty() ? source : part.source.start,
                 part.target.isEmpty() ? target : part.target.start);
        all.append(part);
        source = std::max(source, part.source.end);
        target = std::max(target, part.target.end);
    }
    addUntil(sources, targets);
    return all;
}

QString joined(const AlignedSide &side, const Span &part)
{
    return side.sentences.mid(part.start, part.length()).join(u' ');
}

QString numbersOf(const AlignedSide &side, const Span &part)
{
    QStringList numbers;
    for (qsizetype i = part.start; i < part.end; ++i)
        numbers.append(QString::number(side.numbers[i]));
    return numbers.join(u',');
}

} // namespace

Result<AlignedSide> sideFromSentences(const QString &path, const QString &language)
{
    OpenOptions options;
    options.sourceLanguage = language;
    const Result<OpenedDocument> opened = openDocument(path, options);
    if (!opened)
        return opened.error();
    AlignedSide side{QFileInfo(path).fileName(), language, {}, {}};
    for (const SegmentRef &ref : opened->document.segments()) {
        side.sentences.append(plainFromInline(opened->document.at(ref).source).simplified());
        side.numbers.append(side.sentences.size());
    }
    return side;
}

Result<AlignedSide> sideFromLines(const QString &path, const QString &language)
{
    const Result<QByteArray> bytes = text::readFile(path);
    if (!bytes)
        return bytes.error();
    const Result<text::DecodedText> decoded = text::decode(*bytes, path, {});
    if (!decoded)
        return decoded.error();
    AlignedSide side{QFileInfo(path).fileName(), language, {}, {}};
    QString text = decoded->text;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    qsizetype number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        side.sentences.append(line.trimmed());
        side.numbers.append(number);
    }
    if (side.sentences.isEmpty())
        return Error{
            QStringLiteral("document.no-text"), QStringLiteral("There is no text in this file."), {path}};
    return side;
}

Result<Alignment> align(const AlignedSide &source, const AlignedSide &target, host::PluginHost &host,
                        const StopToken &stop, const Progress &progress)
{
    const AlignRequest request{source.language, target.language, source.sentences, target.sentences};
    Error failure{QStringLiteral("align.no-provider"),
                  QStringLiteral("No plugin that aligns texts is installed, and Verbale itself does not. See "
                                 "`verbale plugins list`.")};
    QStringList warnings;
    for (const host::Provider &provider : host.providers(QLatin1String(AlignProvider::interfaceId))) {
        if (failure.code != QLatin1String("align.no-provider"))
            warnings.append(failure.message);
        auto future = host.align(provider.id, request, stop, progress);
        future.waitForFinished();
        const Result<AlignAnswer> answer =
            future.resultCount() > 0 ? future.result()
                                     : Result<AlignAnswer>(Error{QStringLiteral("plugins.cancelled"),
                                                                 QStringLiteral("The work was cancelled.")});
        if (!answer) {
            failure = named(provider, answer.error());
        } else if (!isInOrder(answer->parts, source.sentences.size(), target.sentences.size())) {
            failure = named(provider, {QStringLiteral("align.bad-answer"),
                                       QStringLiteral("its alignment is not in the order of the texts.")});
        } else {
            for (const QString &warning : answer->warnings)
                warnings.append(named(provider, {{}, warning}).message);
            return Alignment{completed(answer->parts, source.sentences.size(), target.sentences.size()),
                             provider.name, warnings};
        }
        if (stop.stop_requested())
            break;
    }
    if (!warnings.isEmpty())
        failure.message = warnings.join(u' ') + u' ' + failure.message;
    return failure;
}

QByteArray alignmentTable(const Alignment &alignment, const AlignedSide &source, const AlignedSide &target)
{
    QString rows = tsvRow({QStringLiteral("vi_lines"), QStringLiteral("en_lines"), QStringLiteral("score")});
    for (const AlignedParts &part : alignment.parts)
        rows += tsvRow({numbersOf(source, part.source), numbersOf(target, part.target),
                        QString::number(std::clamp(part.confidence, 0.0, 1.0), 'f', 3)});
    return rows.toUtf8();
}

Document alignmentDocument(const Alignment &alignment, const AlignedSide &source, const AlignedSide &target)
{
    Document document;
    document.originalName = source.name;
    document.sourceLanguage = source.language;
    document.targetLanguage = target.language;
    for (const AlignedParts &part : alignment.parts) {
        if (part.source.isEmpty() || part.target.isEmpty())
            continue;
        Segment segment;
        segment.id = QStringLiteral("s1");
        segment.source = inlineFromPlain(joined(source, part.source));
        segment.target = inlineFromPlain(joined(target, part.target));
        segment.hasTarget = true;
        segment.state = SegmentState::Translated;
        Unit unit;
        unit.id = QStringLiteral("u%1").arg(document.units.size() + 1);
        unit.segments.append(segment);
        document.units.append(unit);
    }
    return document;
}

} // namespace verbale::session
