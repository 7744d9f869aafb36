#pragma once

#include "formats/xliff12/parsed.h"

namespace verbale::xliff12 {

/// The glossary of the terms that are marked in a file of ours: tab-separated, a line an entry.
TermEntries readTerms(const QString &table);

/// Collects the entries of a file's terms while its units are written.
class GlossaryTable
{
public:
    /// The mid of a new mark of the hit, unique in the file: "t3.17", "t3.17-nested".
    QString mid(const TermHit &hit, const QString &surface);
    [[nodiscard]] bool isEmpty() const { return m_lines.isEmpty(); }
    [[nodiscard]] QString text() const;

private:
    QHash<QString, qsizetype> m_known; ///< by what the line says
    QStringList m_lines;
    qint64 m_marks = 0;
};

} // namespace verbale::xliff12
