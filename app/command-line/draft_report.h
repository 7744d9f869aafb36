#pragma once

#include "command-line/assistance.h"
#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/machine_translation.h"
#include "session/open.h"
#include "session/statistics.h"

namespace verbale::commandline {

/// What `draft` has to tell about one file.
struct DraftReport
{
    QString input;
    QString output;
    QString sourceLanguage;
    QString targetLanguage;
    session::Statistics counts;
    qsizetype pretranslated = 0; ///< by this run
    QList<session::DroppedLine> dropped;
    QStringList warnings;
    std::optional<text::Encoding> encoding = {}; ///< of a text
    double encodingConfidence = 1;
    bool patched = false;           ///< an XLIFF that was there before: only its targets are written
    qsizetype inTargetLanguage = 0; ///< units that need no translation
    std::optional<session::MachineReport> machine = {}; ///< with --mt
    std::optional<MachinePreview> preview = {};         ///< with --mt-preview: nothing else was done
    qsizetype machineTargets = 0;                       ///< targets that the machine wrote
    qsizetype machineTermsMissing = 0;                  ///< terms of the glossary that these targets lack
};

/// For people. With `showDropped` each line that was left out, else their number.
void printReport(Printer &out, const DraftReport &report, bool showDropped);

/// What would be sent, to the character.
void printPreview(Printer &out, const DraftReport &report);

/// For programs; docs/manual/command-line.md describes the keys.
Json reportToJson(const DraftReport &report, bool showDropped);

} // namespace verbale::commandline
