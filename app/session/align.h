#pragma once

#include "document/document.h"
#include "host/plugin_host.h"

#include <verbale/sdk/align_provider.h>
#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QStringList>

namespace verbale::session {

/// The sentences of a text that is to be aligned, each with its 1-based number in the file.
struct AlignedSide
{
    QString name;     ///< of the file
    QString language; ///< BCP 47
    QStringList sentences;
    QList<qsizetype> numbers;
};

/// The sentences of a file, as openDocument() cuts them; or its lines, where each is a sentence: blank ones
/// count and are left out. Errors: those of openDocument().
Result<AlignedSide> sideFromSentences(const QString &path, const QString &language);
Result<AlignedSide> sideFromLines(const QString &path, const QString &language);

struct Alignment
{
    QList<AlignedParts> parts; ///< of all sentences, in the order of both texts
    QString plugin;            ///< the name of the one that aligned them
    QStringList warnings;
};

/// Asks the plugins with verbale.align/1, in order, until one of them has an answer; those that failed are
/// warnings. What it left out stands without a counterpart, in its place. Blocks until done. Errors:
/// align.no-provider, align.bad-answer, and the last plugin's, with its name.
Result<Alignment> align(const AlignedSide &source, const AlignedSide &target, host::PluginHost &host,
                        const StopToken &stop = {}, const Progress &progress = {});

/// A header and a row for each part: vi_lines, en_lines (numbers with commas), score.
QByteArray alignmentTable(const Alignment &alignment, const AlignedSide &source, const AlignedSide &target);

/// A unit for each part that has both sides, its sentences joined; its translation is one that exists, so the
/// state is translated.
Document alignmentDocument(const Alignment &alignment, const AlignedSide &source, const AlignedSide &target);

} // namespace verbale::session
