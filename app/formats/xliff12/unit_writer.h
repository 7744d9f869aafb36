#pragma once

#include "document/document.h"
#include "formats/xliff/inline_writer.h"
#include "formats/xliff12/glossary.h"

#include <QtCore/QString>

namespace verbale::xliff12 {

/// What stands around the units that are written.
struct WriterFrame
{
    QString lineEnd = QStringLiteral("\n");
    QString indent = QStringLiteral("      "); ///< of a unit
};

/// Writes units one after another and collects what they need in their file's header.
class UnitWriter
{
public:
    explicit UnitWriter(const WriterFrame &frame = {}) : m_frame(frame) {}

    /// The trans-unit element, a line's end behind it. `id` is unique in its file.
    QString write(const Unit &unit, const QString &id);

    [[nodiscard]] const GlossaryTable &glossary() const { return m_glossary; }
    /// Whether a suggestion names the tool of our drafts.
    [[nodiscard]] bool usesDraftTool() const { return m_usesDraftTool; }

private:
    void startUnit(const Unit &unit, const QString &id);
    void writeSources(const Unit &unit);
    void writeTarget(const Unit &unit);
    void writeAside(const Unit &unit);
    void writeNotes(const Unit &unit);
    void writeAlternatives(const Unit &unit);
    void writeAlternative(const Segment &segment, const Suggestion &suggestion, const QString &mid);
    [[nodiscard]] QList<xliff::Mark> termMarks(const Segment &segment);
    [[nodiscard]] QString segMark(qsizetype segment, const QString &comment) const;
    void line(int depth, const QString &xml);

    WriterFrame m_frame;
    GlossaryTable m_glossary;
    bool m_usesDraftTool = false;
    QString m_out;
    bool m_segmented = false; ///< the unit being written has seg-source
    QStringList m_mids;       ///< of its segments
};

} // namespace verbale::xliff12
