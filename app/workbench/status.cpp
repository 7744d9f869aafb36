#include "workbench/status.h"

#include "document/inline_repair.h"
#include "document/segmentation.h"
#include "session/machine_translation.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>

namespace verbale::workbench {

namespace {

/// The strings of this file, in one translation context.
struct StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::StatusWords)
};

} // namespace

SegmentStatus statusOf(const Segment &segment)
{
    if (segment.hasTarget && !segment.target.isEmpty() && isRejected(segment))
        return SegmentStatus::Rejected;
    switch (segment.state) {
    case SegmentState::Translated:
        return SegmentStatus::Confirmed;
    case SegmentState::Reviewed:
        return SegmentStatus::Reviewed;
    case SegmentState::Final:
        return SegmentStatus::Final;
    case SegmentState::Initial:
        break;
    }
    if (!segment.hasTarget || segment.target.isEmpty())
        return SegmentStatus::Empty;
    if (segment.subState == session::machineTranslated)
        return SegmentStatus::MachineTranslated;
    return isProposed(segment.subState) ? SegmentStatus::Pretranslated : SegmentStatus::Draft;
}

QString engineOf(const Segment &segment)
{
    const QList<Suggestion> &all = segment.suggestions;
    const auto found = std::find_if(all.begin(), all.end(), [&segment](const Suggestion &suggestion) {
        return suggestion.kind == SuggestionKind::MachineTranslation &&
               codesForText(suggestion.text, segment.source, suggestion.codes).text == segment.target;
    });
    return found == all.end() ? QString() : found->origin;
}

QString stateText(const TargetVersion &version)
{
    Segment segment;
    version.putInto(segment);
    return statusText(statusOf(segment));
}

QString statusText(SegmentStatus status)
{
    switch (status) {
    case SegmentStatus::Empty:
        return StatusWords::tr("Not translated");
    case SegmentStatus::Pretranslated:
        return StatusWords::tr("Pre-translated, not confirmed");
    case SegmentStatus::MachineTranslated:
        return StatusWords::tr("Machine translation, not yet looked at");
    case SegmentStatus::Draft:
        return StatusWords::tr("Draft, not confirmed");
    case SegmentStatus::Rejected:
        return StatusWords::tr("Rejected, to be done again");
    case SegmentStatus::Confirmed:
        return StatusWords::tr("Confirmed");
    case SegmentStatus::Reviewed:
        return StatusWords::tr("Reviewed");
    case SegmentStatus::Final:
        return StatusWords::tr("Final");
    }
    return {};
}

bool isConfirmed(SegmentStatus status)
{
    return status == SegmentStatus::Confirmed || status == SegmentStatus::Reviewed ||
           status == SegmentStatus::Final;
}

QList<InlineCode> missingCodes(const Segment &segment)
{
    QList<InlineCode> missing;
    if (!segment.hasTarget || segment.target.isEmpty())
        return missing;
    for (const qsizetype code : missingCodes(segment.source, segment.target))
        missing.append(segment.source.codes[code]);
    return missing;
}

QString notEditableText(bool readOnly)
{
    return readOnly ? StatusWords::tr("The file is open for reading only.")
                    : StatusWords::tr(
                          "This segment is locked or not to be translated; the file wants it left as it is.");
}

QString languageName(const QString &tag)
{
    const QString primary = tag.section(QLatin1Char('-'), 0, 0).toLower();
    if (primary == QLatin1String("vi"))
        return StatusWords::tr("Vietnamese");
    if (primary == QLatin1String("en"))
        return StatusWords::tr("English");
    if (primary == QLatin1String("fr"))
        return StatusWords::tr("French");
    if (primary == QLatin1String("zh"))
        return StatusWords::tr("Chinese");
    if (primary == QLatin1String("ru"))
        return StatusWords::tr("Russian");
    const QLocale locale(tag);
    return locale.language() == QLocale::C ? tag : QLocale::languageToString(locale.language());
}

QString termStatusText(TermStatus status)
{
    switch (status) {
    case TermStatus::Preferred:
        return StatusWords::tr("Preferred");
    case TermStatus::Admitted:
        return StatusWords::tr("Admitted");
    case TermStatus::Deprecated:
        return StatusWords::tr("Deprecated");
    case TermStatus::Forbidden:
        return StatusWords::tr("Forbidden");
    }
    return {};
}

} // namespace verbale::workbench
