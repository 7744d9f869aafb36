#pragma once

#include "document/inline_text.h"
#include "formats/xliff/inline_writer.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::xliff12 {

/// The inline codes of one element (a source, or a target) as elements of XLIFF 1.2: a pair is g, or bpt and
/// ept where it is known what it stands for or it reaches beyond a segment; a tag without its other half is
/// it; what stands alone is ph or x. Annotations are mrk, or nothing where they do not nest.
class ElementCodes
{
public:
    /// The segments of the element.
    explicit ElementCodes(const QList<InlineText> &texts);
    /// A segment's content, with `marks` (in order, the outer first) around parts of it. A mark that would
    /// cross a pair of tags or another mark is left out.
    [[nodiscard]] QString xml(qsizetype segment, const QList<xliff::Mark> &marks = {}) const;

private:
    struct Place
    {
        qsizetype segment = 0;
        qsizetype code = 0;
        qsizetype position = 0; ///< in the segment's text
        qsizetype partner = -1; ///< the other half, as an index of m_places
        bool nests = false;     ///< a pair within its segment that crosses no other such pair
    };
    [[nodiscard]] const InlineCode &codeAt(const Place &place) const;
    void collect();
    void pair();
    void nest();
    [[nodiscard]] QString element(const Place &place) const;
    [[nodiscard]] QList<const xliff::Mark *> standing(const QList<xliff::Mark> &marks,
                                                      qsizetype segment) const;
    [[nodiscard]] bool crosses(const xliff::Mark &mark, qsizetype segment) const;

    QList<InlineText> m_texts;
    QList<Place> m_places;
    QList<QStringList> m_written;
};

} // namespace verbale::xliff12
