#pragma once

#include "document/journal_entry.h"

#include <QtCore/QString>

namespace verbale::workbench {

/// What the state column shows: a segment's XLIFF state told apart by what a translator has to do with it.
enum class SegmentStatus {
    Empty,
    Pretranslated,
    MachineTranslated,
    Draft,
    Rejected,
    Confirmed,
    Reviewed,
    Final
};

SegmentStatus statusOf(const Segment &segment);

/// For people, in the interface's language: "Not translated", "Confirmed" ...
QString statusText(SegmentStatus status);

/// The engine that wrote the target, by its suggestion: "DeepL"; empty where nobody knows.
QString engineOf(const Segment &segment);

/// Of a version of a target: as of a segment that has it.
QString stateText(const TargetVersion &version);

/// Whether someone has confirmed the segment's target.
bool isConfirmed(SegmentStatus status);

/// Why a segment cannot be edited: the whole file was opened for reading, or the file wants this one left
/// alone.
QString notEditableText(bool readOnly);

/// The source's inline codes that the target lacks, in the order of the source. Empty while there is no
/// target.
QList<InlineCode> missingCodes(const Segment &segment);

/// "Vietnamese", "English" ... in the interface's language, for a BCP 47 tag; the tag itself when it is
/// unknown.
QString languageName(const QString &tag);

/// "Preferred", "Admitted", "Deprecated", "Forbidden" in the interface's language.
QString termStatusText(TermStatus status);

} // namespace verbale::workbench
