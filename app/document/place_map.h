#pragma once

#include "document/inline_repair.h"

namespace verbale {

/// Where the places of a source are in its target, as far as the codes, words and figures that both of them
/// have tell.
class PlaceMap
{
public:
    PlaceMap(const InlineText &source, const InlineText &target, const QList<Correspondence> &known);

    struct Place
    {
        qsizetype place = 0; ///< in the target
        qsizetype first = 0; ///< it lies between these
        qsizetype last = 0;
    };
    /// Of a code at `position` of the source. `first` and `last` never fall as it grows. One that stands at
    /// an end of the source and beside a part that both have goes to the end or, `besideKnown`, to that part.
    [[nodiscard]] Place placeOf(qsizetype position, bool besideKnown) const;

private:
    /// `known` parts that do not contradict those that are there, the most of them.
    void add(QList<Correspondence> known);
    void addWords();
    [[nodiscard]] bool opensWord(qsizetype position) const;
    [[nodiscard]] qsizetype nearestWord(qsizetype wanted, const Place &bounds, bool start) const;
    [[nodiscard]] qsizetype behindSame(qsizetype from, qsizetype to, const Place &bounds) const;
    [[nodiscard]] qsizetype beforeSame(qsizetype from, qsizetype to, const Place &bounds) const;

    const QString &m_source;
    const QString &m_target;
    QList<Correspondence> m_chain; ///< in order in both texts, none over another
};

/// Whether a word ends at a place of a text.
bool isWordEnd(const QString &text, qsizetype place);

} // namespace verbale
