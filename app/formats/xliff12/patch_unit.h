#pragma once

#include "formats/xliff/splices.h"
#include "formats/xliff12/parsed.h"

namespace verbale::xliff12 {

/// What of the file around a unit its patch has to know.
struct PatchFrame
{
    QString lineEnd;
    QString newLanguage; ///< xml:lang of targets that are added: the file does not say its target language
};

/// Collects what has to change in a file so that one of its units holds what the document's unit holds.
class UnitPatch
{
public:
    /// `wanted` has the same sources as `present`, which is the unit as it stands in the file at `place`.
    UnitPatch(xliff::Splices &splices, const PatchFrame &frame, const Unit &wanted, const Unit &present,
              const UnitPlace &place);
    void patch();

private:
    void patchPlain();
    void patchSegmented();
    [[nodiscard]] bool hasForeignStates() const;
    void patchMark(qsizetype segment, const states::State &ofUnit);
    void addMark(qsizetype segment, const states::State &ofUnit);
    void addMarkOfSharedMid(qsizetype segment, const QString &mark);
    [[nodiscard]] QString newMark(qsizetype segment, const states::State &ofUnit) const;
    [[nodiscard]] QString gaps(qsizetype from, qsizetype to) const;
    void addTarget(const QString &content, const states::State &state, bool withState);
    [[nodiscard]] QString segmentedContent(const states::State &ofUnit) const;
    [[nodiscard]] QString markTag(qsizetype segment, const states::State &ofUnit) const;
    void removeOutdatedNotes();
    void removeWithSpace(const ElementPlace &place);
    void patchForeignStates();
    bool setTargetState(xliff::StartTag &tag, const states::State &state, bool hasText);
    void patchApproved(bool approved);
    void replaceElement(const ElementPlace &place, const xliff::StartTag &tag, bool tagDiffers,
                        const QString *content);
    [[nodiscard]] bool differs(qsizetype segment) const;
    [[nodiscard]] Edit editOf(qsizetype segment) const;
    [[nodiscard]] states::State lowestState() const;
    [[nodiscard]] QString contentOf(qsizetype segment) const;

    xliff::Splices &m_splices;
    const PatchFrame &m_frame;
    const Unit &m_wanted;
    const Unit &m_present;
    const UnitPlace &m_place;
    QString m_unitTag; ///< the unit's start tag with what has changed in it
};

} // namespace verbale::xliff12
