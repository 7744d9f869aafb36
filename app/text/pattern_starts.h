#pragma once

#include <QtCore/QStringView>

#include <array>
#include <bitset>
#include <cstdint>
#include <vector>

namespace verbale::text {

/// What the matches of a regular expression can begin with, read out of the expression. Most lines of a file
/// begin with none of it, and are told so without running the expression. Errs on the side of "may": only
/// expressions whose every alternative begins with ^ are judged, and what is not understood lets everything
/// through. Only for texts whose white space is the plain space.
class PatternStarts
{
public:
    explicit PatternStarts(QStringView pattern);

    /// False only where the expression cannot match `text`.
    [[nodiscard]] bool mayMatch(QStringView text) const;

private:
    static constexpr size_t longest = 4;

    bool m_any = false;
    std::bitset<256> m_first;
    std::array<std::vector<std::uint32_t>, longest> m_starts; ///< sorted; by length less one
};

} // namespace verbale::text
