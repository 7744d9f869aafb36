#pragma once

#include "glossary/engine/termbase.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>

#include <memory>

namespace verbale::glossary {

struct TbxSource;

/// A termbase as read from a file, and what was wrong with it.
struct GlossaryContents
{
    Termbase termbase;
    QList<Error> rejectedRows; ///< rows and entries that were left out, each with line and column
    QList<Place> places = {};  ///< where each entry of the termbase begins, in their order
    QList<Error> renamed = {}; ///< entries that have another id here, because an earlier one has theirs
    QStringList warnings = {}; ///< what of the file the entries cannot hold: a sentence a kind, with a count
    std::shared_ptr<const TbxSource> tbx = {}; ///< the file itself, where it is TBX; see writeTbx
};

/// A termbase as a file, and what of it the file cannot hold: a sentence a kind, with a count.
struct GlossaryBytes
{
    QByteArray bytes;
    QStringList warnings;
    bool asItStood = false; ///< unedited entries stand there as in the file they come from
};

} // namespace verbale::glossary
