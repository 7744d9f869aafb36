#pragma once

#include <QtCore/QString>

namespace verbale::text {

/// A text of which toned capitals were written as small letters, as the ABC fonts have it ("VIệT NAM"), with
/// capitals where they are certain: in words whose plain letters are all capitals, in words without plain
/// letters among such words, at the start of a sentence, and in a few names ("châu Á", "Ấn Độ"). The number
/// of letters that were changed goes to `changed`.
QString withCapitals(const QString &text, qsizetype &changed);

} // namespace verbale::text
