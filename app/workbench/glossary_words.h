#pragma once

#include <QtCore/QString>

namespace verbale::workbench {

/// A column of a glossary for people: "Vietnamese", "English variants".
QString glossaryFieldText(const QString &field);
/// A format for people: "Table, tab-separated (TSV)", "TBX version 3 (TBX-Basic)".
QString glossaryFormatText(const QString &format);
/// The suffix of its files, without the dot.
QString glossaryFormatSuffix(const QString &format);

} // namespace verbale::workbench
