#pragma once

#include "glossary/engine/termbase.h"
#include "xml/characters.h"

#include <QtCore/QByteArray>

#include <optional>
#include <vector>

namespace verbale::glossary {

enum class TbxForm;

/// The TBX file that entries were read from, so that what nobody edited can be written back as it stood:
/// markup inside texts, comments, header, back matter, the file's own dialect and style.
struct TbxSource
{
    /// An entry of the file: [start, end) of its bytes.
    struct Piece
    {
        qint64 start = 0;
        qint64 end = 0;
        std::optional<ConceptEntry> entry = {}; ///< as it was read; none: it was rejected
    };

    QByteArray bytes;
    xml::Encoding encoding = xml::Encoding::Utf8;
    QString dialect;      ///< for people: "TBX-Min (v3, DCA)"
    TbxForm form{};       ///< the one that is written which is nearest to the file's
    bool isForm = false;  ///< the file is of that form itself
    bool isSound = false; ///< nothing outside the entries is wrong
    std::vector<Piece> pieces = {};
    /// Header and back matter as XML with the names of v3; empty where there is none.
    QString header = {};
    QString back = {};
};

/// The file with the entries of the termbase: unchanged ones as they stand in it, edited and new ones in its
/// style, others left out. None where the result would not be a valid file of its dialect.
std::optional<QByteArray> patchTbx(const TbxSource &source, const Termbase &termbase);

} // namespace verbale::glossary
