#pragma once

#include <QtCore/qglobal.h>

namespace verbale {

/// A half-open range [start, end) of UTF-16 code units in a text that the context names. JSON: [3, 12]
struct Span
{
    qsizetype start = 0;
    qsizetype end = 0;

    [[nodiscard]] constexpr qsizetype length() const { return end - start; }
    [[nodiscard]] constexpr bool isEmpty() const { return end <= start; }
    [[nodiscard]] constexpr bool contains(const Span &other) const
    {
        return start <= other.start && other.end <= end;
    }
    [[nodiscard]] constexpr bool overlaps(const Span &other) const
    {
        return start < other.end && other.start < end;
    }
    friend constexpr bool operator==(const Span &, const Span &) = default;
};

} // namespace verbale
