#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

namespace verbale::text {

/// A text whose UTF-8 bytes were taken for windows-1252 or Latin-1 letters, made right.
struct RepairedText
{
    QString text;
    qsizetype repaired = 0; ///< characters that came back
    qsizetype guessed = 0;  ///< of these, characters with a lost byte, found by what makes a likely syllable
    qsizetype foreign = 0;  ///< characters that are not ASCII and were right before
    int rounds = 0;         ///< how often the text had been misread
};

/// Undoes one misreading, and as long as more is to be undone another. Windows-1252's five undefined bytes
/// may stand as C1 control characters, or be lost: as U+FFFD or "?", a soft hyphen or no-break space that
/// was dropped or became a space.
RepairedText repairMojibake(QStringView text);

} // namespace verbale::text
