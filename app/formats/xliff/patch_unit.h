#pragma once

#include "formats/xliff/splices.h"

namespace verbale::xliff {

/// Collects what has to change in a file so that one of its units holds what the document's unit holds.
/// Segments that were split or merged are written anew from the source's own codes and annotations; what
/// refers to them (glossary entries, matches, our metadata) is corrected; everything else keeps its bytes.
class UnitPatch
{
public:
    /// `wanted` has the whole source of `present`, which is the unit as it stands in the file at `place`.
    UnitPatch(Splices &splices, const QString &lineEnd, const Unit &wanted, const Unit &present,
              const UnitPlace &place);
    void patch();
    /// Whether a target was added where there was none.
    [[nodiscard]] bool addedTarget() const { return m_addedTarget; }

private:
    /// A segment or a gap as a part of the unit's source.
    struct Part
    {
        Span span;
        qsizetype segment = -1;    ///< -1: a gap
        qsizetype firstPlace = -1; ///< of those in the file: places [first, last] of the unit's parts
        qsizetype lastPlace = -1;
    };
    [[nodiscard]] static QList<Part> partsOf(const Unit &unit);
    [[nodiscard]] QList<Part> presentParts() const;

    void patchShape();
    void patchSegment(const Segment &wanted, const Segment &present, const PartPlace &part);
    void patchTarget(const Segment &wanted, const SegmentPlace &place, const QList<Mark> &marks);
    void addTarget(const Segment &wanted, const SegmentPlace &place, const QList<Mark> &marks);
    [[nodiscard]] QString newTarget(const Segment &wanted, const SegmentPlace &place,
                                    const QList<Mark> &marks);
    [[nodiscard]] QList<Mark> targetMarks(const Segment &wanted, const Segment &present,
                                          const PartPlace &part);
    [[nodiscard]] QString newId(const Segment &wanted);
    void removeTarget(const SegmentPlace &place);
    void replaceContent(const ElementPlace &place, const QString &content);

    void rewrite(const QList<Part> &present, const QList<Part> &wanted);
    [[nodiscard]] QString segmentXml(const Part &part, const QList<Part> &originals, const QString &id);
    [[nodiscard]] QString targetXml(const Segment &segment, const QList<Part> &originals);
    [[nodiscard]] QString gapXml(const Part &part, const Part &original) const;
    [[nodiscard]] QList<Mark> marksIn(const Span &span, const QList<Part> &originals) const;
    [[nodiscard]] QString idInFile(const QString &wanted);
    [[nodiscard]] const PartPlace &placeOf(const Part &part) const { return m_place.parts[part.firstPlace]; }
    [[nodiscard]] InlineStyle styleOf(const ElementPlace &element) const;

    void correctReferences();
    void correctEntries(const QSet<QString> &lostMarks);
    void correctMatches(const QHash<QString, QString> &movedTo);
    void correctMetadata();
    void correctNoteSegments();
    void patchBoundaries();
    void removeOutdatedNotes();

    Splices &m_splices;
    const QString &m_lineEnd;
    const Unit &m_wanted;
    const Unit &m_present;
    const UnitPlace &m_place;
    QStringList m_ids;         ///< of the wanted segments, in the file
    QSet<QString> m_taken;     ///< ids that a new segment cannot have
    QSet<QString> m_rewritten; ///< ids of the file's segments that are written anew
    QSet<QString> m_newIds;    ///< of annotations that were added
    bool m_addedTarget = false;
};

} // namespace verbale::xliff
