#pragma once

#include "workbench/glossary_filters.h"

#include <QtCore/QByteArray>

namespace verbale::workbench {

/// How the glossary window was left, as Settings::glossaryWindow keeps it.
struct GlossaryLayout
{
    QByteArray geometry;
    QByteArray columns; ///< the splitter between the table and the form
    QByteArray header;  ///< of the table
    GlossaryFilter filter;
};

QByteArray toBytes(const GlossaryLayout &layout);
/// The defaults for bytes that are not a layout.
GlossaryLayout glossaryLayoutFrom(const QByteArray &bytes);

} // namespace verbale::workbench
