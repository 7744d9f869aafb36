#pragma once

#include "session/machine_translation.h"

namespace verbale::workbench {

struct MachineOutlook;

/// What machine translation is told in, in the interface's language.

/// What the engine calls itself, or what its user calls it.
QString engineName(const MachineOutlook &outlook);

/// Why segments have no translation, a sentence; of codes that are not known what the engine says.
QString reasonText(const session::MachineTrouble &trouble);

/// What is to be looked at in a translation ("its figures differ: 12 is missing"), or a warning, as the
/// plugin wrote it, in the interface's language; what is not known stays as it is.
QString remarkText(const QString &remark);
/// The same of a note on a segment, which names the engine first: "DeepL: its figures differ: 12 is missing".
QString remarkNoteText(const QString &note);

/// The plugin's warnings, a line each; those beyond so many are counted. Empty: there are none.
QString warningsText(const QStringList &warnings, qsizetype most = 4);

/// What came of it: "297 of 300 segments translated by DeepL, 12 of them known before; 18,310 characters
/// sent."
QString resultText(const session::MachineReport &report);

/// Of a run that was cancelled: what had left by then, and what may be charged without an answer.
QString cancelledText(const session::MachineReport &report);

/// The segments without a translation, by the reason: "2: The key is not right." Empty: there are none, but
/// for those that cancelledText() has told of.
QString troublesText(const session::MachineReport &report, bool cancelled);

} // namespace verbale::workbench
