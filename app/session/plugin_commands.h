#pragma once

#include "document/document.h"
#include "host/plugin_host.h"

#include <QtCore/QList>

namespace verbale::session {

/// What a plugin is sent to run a command on: the segments (all, when the list is empty) whose targets may be
/// changed.
CommandRunRequest commandRequest(const Document &document, const QList<SegmentRef> &segments,
                                 const QString &command);

/// What a command wants to change in a document.
struct CommandChanges
{
    struct Target
    {
        SegmentRef segment;
        InlineText text;
    };
    QList<Target> targets; ///< in reading order, one a segment, each another one than it has
    qsizetype outdated =
        0; ///< edits of segments that have been changed since they were sent, or are not there: left out
    qsizetype mended = 0; ///< targets whose inline codes had to be put right
};

/// The edits of an answer to `request`, as far as they fit the document as it stands. Of two edits of a
/// segment the last one counts; segments that were not sent, and those that may not be changed, stay as they
/// are.
CommandChanges changesOf(const Document &document, const CommandRunRequest &request,
                         const CommandRunAnswer &answer);

} // namespace verbale::session
