#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QStringView>

#include <array>
#include <vector>

namespace verbale::text {

/// A line of a file that is not blank.
struct Line
{
    Span span;                  ///< without the white space and the unseen characters around it
    qsizetype number = 0;       ///< 1-based
    bool continues = false;     ///< a program broke the line here: its paragraph goes on in the next one
    std::array<int, 3> width{}; ///< from the file's margin to the last letter; in code points, letters, bytes
    std::array<int, 3> word{};  ///< the same of its first word
    int indent = 0;             ///< of its first letter, in characters
};

/// The lines of a text that are not blank, in order. `continues` is set where a hard wrap is plain. The
/// evidence: a line that is open at its end, or goes on in lower case, and into which the next word would not
/// have fitted. The width is learnt from the file, in the measure in which its lines agree best (a program
/// may have counted characters, decomposed letters or bytes). A line with room for the next word ended by
/// itself. Linear.
std::vector<Line> readLines(QStringView text);

} // namespace verbale::text
