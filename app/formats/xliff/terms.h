#pragma once

#include "document/document.h"
#include "formats/xliff/inline_writer.h"

#include <QtCore/QMultiHash>
#include <QtCore/QSet>

namespace verbale::xliff {

/// "preferred", "admitted", "deprecated", "forbidden".
QString termStatusName(TermStatus status);
TermStatus termStatus(const QString &name);

/// Where the target carries a term, as one stretch.
struct CarriedTerm
{
    Span span;
    qsizetype hit = 0; ///< index into the segment's terms
};
/// Those of the segment's receipts whose words still stand there, each place once, in order, the outer
/// first.
QList<CarriedTerm> carriedTerms(const Segment &segment);

/// Hands out ids that are unique among segments, annotations and codes of one unit.
class UnitIds
{
public:
    QString next();
    /// `wanted` when it is free and can be an id; another one otherwise.
    QString take(const QString &wanted);

private:
    QSet<QString> m_taken;
    int m_last = 0;
};

/// The glossary of one unit: collects the entries of its hits while the segments are written.
class GlossaryWriter
{
public:
    /// The annotations of a segment's hits; their entries are remembered.
    QList<Mark> marks(const Segment &segment, UnitIds &ids);

    /// The annotations of what carries them in the target; marks() has been asked about the segment.
    QList<Mark> targetMarks(const Segment &segment, UnitIds &ids) const;

    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] bool usesMetadata() const;
    /// The <gls:glossary> element, indented by `indent`.
    [[nodiscard]] QString xml(const QString &indent) const;

private:
    struct Entry
    {
        TermHit hit;
        QString id;
        QString term;
        QString firstMark;
        QStringList nestedMarks;
        [[nodiscard]] QString metadata() const;
    };
    [[nodiscard]] qsizetype knownEntry(const TermHit &hit) const;
    qsizetype entryFor(const TermHit &hit, const QString &surface);

    QList<Entry> m_entries;
    QMultiHash<QString, qsizetype> m_byEntryId;
    QSet<QString> m_ids;
};

} // namespace verbale::xliff
