#include "host/protocol/judge_parts.h"

#include <QtCore/QSet>

namespace verbale::host {

namespace {

Error unusable(const QString &what)
{
    return {QStringLiteral("plugins.bad-answer"), what};
}

bool isShare(double value)
{
    return value >= 0.0 && value <= 1.0;
}

/// Whether a part goes on where the part before has ended, or behind it.
bool follows(const Span &span, qsizetype &end, qsizetype size)
{
    if (span.start < end || span.end < span.start || span.end > size)
        return false;
    end = span.end;
    return true;
}

} // namespace

Result<AlignAnswer> judged(AlignAnswer answer, const AlignRequest &request)
{
    Complaints complaints;
    qsizetype source = 0;
    qsizetype target = 0;
    for (AlignedParts &parts : answer.parts) {
        if (!follows(parts.source, source, request.source.size()) ||
            !follows(parts.target, target, request.target.size()))
            return unusable(QStringLiteral("The plugin aligned parts that the text does not have, that "
                                           "overlap or that are out of order."));
        if (!isShare(parts.confidence)) {
            complaints.add("returned a confidence that is not between 0 and 1", {});
            parts.confidence = parts.confidence > 1.0 ? 1.0 : 0.0;
        }
    }
    answer.parts.removeIf(
        [](const AlignedParts &parts) { return parts.source.isEmpty() && parts.target.isEmpty(); });
    complaints.into(answer.warnings);
    return answer;
}

Result<FormatDetectAnswer> judged(FormatDetectAnswer answer, const FormatDetectRequest &)
{
    if (!isShare(answer.confidence))
        return unusable(QStringLiteral("The plugin returned a confidence that is not between 0 and 1."));
    answer.format.truncate(200);
    return answer;
}

Result<FormatReadAnswer> judged(FormatReadAnswer answer, const FormatReadRequest &)
{
    QSet<QString> ids;
    for (const FormatUnit &unit : answer.units) {
        if (unit.id.isEmpty() || ids.contains(unit.id))
            return unusable(
                QStringLiteral("The plugin returned two texts with the id \"%1\".").arg(unit.id.left(80)));
        ids.insert(unit.id);
        if (unit.source.count(QChar(QChar::ObjectReplacementCharacter)) != unit.codes.size())
            return unusable(
                QStringLiteral("The plugin returned a text, \"%1\", with other inline codes than it "
                               "has places for.")
                    .arg(unit.id.left(80)));
    }
    Complaints().into(answer.warnings);
    return answer;
}

Result<FormatWriteAnswer> judged(FormatWriteAnswer answer, const FormatWriteRequest &)
{
    Complaints().into(answer.warnings);
    return answer;
}

Result<CommandListAnswer> judged(CommandListAnswer answer, const CommandListRequest &)
{
    QSet<QString> ids;
    QList<Command> commands;
    for (Command &command : answer.commands) {
        if (command.id.isEmpty() || command.title.isEmpty() || ids.contains(command.id) ||
            commands.size() == commandsLimit)
            continue;
        ids.insert(command.id);
        command.title.truncate(200);
        command.description.truncate(1000);
        commands.append(std::move(command));
    }
    answer.commands = std::move(commands);
    return answer;
}

Result<CommandRunAnswer> judged(CommandRunAnswer answer, const CommandRunRequest &request)
{
    Complaints complaints;
    const AskedSegments<SegmentText> segments(request.segments);
    QSet<QString> edited;
    answer.edits.removeIf([&](const CommandEdit &edit) {
        const qsizetype place = segments.find(edit.segmentId, edit.revision, complaints);
        if (place < 0)
            return true;
        const SegmentText &asked = segments.at(place);
        if (edited.contains(edit.segmentId)) {
            complaints.add("edited a segment twice; the second edit was left out", edit.segmentId);
            return true;
        }
        if (!placeholdersFit(edit.text, edit.codes, asked.source, asked.codes)) {
            complaints.add("returned an edit whose inline codes are not those of the source; it was left out",
                           edit.segmentId);
            return true;
        }
        edited.insert(edit.segmentId);
        return false;
    });
    answer.message.truncate(2000);
    complaints.into(answer.warnings);
    return answer;
}

} // namespace verbale::host
