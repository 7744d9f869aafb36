#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

namespace verbale::text {

struct DetectedLanguage
{
    QString language =
        QStringLiteral("und"); ///< BCP 47: vi, en, fr, id, zh, ja, ko, th, lo, km, ru; or "und"
    double confidence = 0;     ///< 0 to 1

    /// Enough to treat a paragraph differently from its neighbours.
    [[nodiscard]] bool isCertain() const { return confidence >= 0.8; }
};

/// The language in which a text is written. By its script where that tells; between languages in Latin
/// letters by Vietnamese letters and marks, by function words (Malay counts as Indonesian), and by whether
/// words are built like Vietnamese syllables, so that Vietnamese typed without marks or in capitals is known
/// too. Names and numbers alone are "und". Foreign names in a text do not change its language. Looks at the
/// first 20,000 characters. Thread-safe.
DetectedLanguage detectLanguage(QStringView text);

/// A language's name in English: "English"; the tag itself for one that it does not know.
QString languageName(const QString &tag);

} // namespace verbale::text
