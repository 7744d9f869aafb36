#pragma once

#include "document/document.h"
#include "formats/xliff/terms.h"
#include "formats/xliff/xliff.h"

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::xliff {

/// Writes units one after another, indented as in a file of ours, and remembers which modules they use.
class UnitWriter
{
public:
    explicit UnitWriter(const WriteOptions &options = {}) : m_options(options) {}
    /// The ids that the units of the present file are written with, by their own.
    void setFileUnits(const QHash<QString, QString> &ids) { m_fileUnits = ids; }
    /// The <unit> element, a line's end behind it.
    QString write(const Unit &unit, const QString &id);
    /// The <mda:metadata> of a file.
    QString fileMetadata(const QList<LeftOutLine> &leftOut);
    /// The namespace declarations that what was written needs: ` xmlns:gls="..."`.
    [[nodiscard]] QString declarations() const;

private:
    void writeStartTag(const Unit &unit, const QString &id);
    void writeSegment(QString &out, const Segment &segment, const QString &id, UnitIds &ids,
                      const InlineText &source, const InlineText &target);
    void writeMatches(const Unit &unit, const QStringList &ids);
    void writeMatch(const Segment &segment, const Suggestion &suggestion, const QString &id);
    void writeMetadata(const Unit &unit, const QStringList &ids, const QStringList &noteIds);
    void writeNotes(const Unit &unit, const QStringList &noteIds);

    WriteOptions m_options;
    QHash<QString, QString> m_fileUnits;
    InlineStyle m_style;
    GlossaryWriter m_glossary; ///< of the unit being written
    QString m_out;
    bool m_glossaryUsed = false;
    bool m_matchesUsed = false;
    bool m_metadataUsed = false;
    bool m_itsUsed = false;
};

} // namespace verbale::xliff
