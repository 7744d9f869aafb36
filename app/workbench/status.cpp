#include "workbench/status.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QLocale>

namespace verbale::workbench {

namespace {

/// The strings of this file, in one translation context.
struct StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::StatusWords)
};

bool sameCode(const InlineCode &one, const InlineCode &other)
{
    if (one.kind != other.kind)
        return false;
    return one.id.isEmpty() || other.id.isEmpty() ? one.markup == other.markup : one.id == other.id;
}

} // namespace

SegmentStatus statusOf(const Segment &segment)
{
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
    return segment.subState == QLatin1String("verbale:pretranslated") ? SegmentStatus::Pretranslated
                                                                      : SegmentStatus::Draft;
}

QString statusText(SegmentStatus status)
{
    switch (status) {
    case SegmentStatus::Empty:
        return StatusWords::tr("Not translated");
    case SegmentStatus::Pretranslated:
        return StatusWords::tr("Pre-translated, not confirmed");
    case SegmentStatus::Draft:
        return StatusWords::tr("Draft, not confirmed");
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
    QList<InlineCode> left = segment.target.codes;
    for (const InlineCode &code : segment.source.codes) {
        const auto found =
            std::find_if(left.begin(), left.end(), [&](const InlineCode &c) { return sameCode(c, code); });
        if (found == left.end())
            missing.append(code);
        else
            left.erase(found);
    }
    return missing;
}

QString codeLabel(const InlineCode &code, const QList<InlineCode> &sourceCodes)
{
    QHash<QString, int> numbers;
    int next = 0;
    for (const InlineCode &candidate : sourceCodes) {
        const bool pair = candidate.kind != InlineCode::Kind::Standalone && !candidate.id.isEmpty();
        const QString key = pair ? candidate.id : QString::number(next) + QLatin1Char('#');
        if (!numbers.contains(key))
            numbers.insert(key, ++next);
        if (!sameCode(candidate, code))
            continue;
        const QString number = QString::number(numbers.value(key));
        switch (code.kind) {
        case InlineCode::Kind::Opening:
            return number + QChar(0x203A); // single right-pointing angle quotation mark
        case InlineCode::Kind::Closing:
            return QChar(0x2039) + number;
        case InlineCode::Kind::Standalone:
            return number;
        }
    }
    return code.display.isEmpty() ? code.id : code.display.get();
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
