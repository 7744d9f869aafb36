#pragma once

#include "formats/patch_frame.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::testing {

/// A part of a file that an edit may change.
struct Editable
{
    enum class What { Attributes, Everything };
    bilingual::Range range; ///< of a start tag: its name and its end stay; else of any bytes
    What what = What::Everything;
};

/// What is wrong with a saved file: where it differs from `bytes` outside of the editable parts; empty when
/// it does not. An empty part is a place where something may be put in.
QString strayChange(QByteArrayView bytes, QByteArrayView saved, QList<Editable> editable,
                    xml::Encoding encoding);

/// The same for a file of XLIFF 1.2 in which the target and the state of one segment were edited. `before` is
/// the document as it was read.
QString strayChange12(const Document &before, const SegmentRef &ref, QByteArrayView saved);

} // namespace verbale::testing
