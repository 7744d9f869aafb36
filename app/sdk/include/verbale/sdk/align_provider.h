#pragma once

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>
#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale {

/// JSON: {"sourceLanguage": "vi", "targetLanguage": "en", "source": ["..."], "target": ["..."]}
struct AlignRequest
{
    QString sourceLanguage; ///< BCP 47
    QString targetLanguage; ///< BCP 47
    QStringList source;     ///< sentences or paragraphs, in the order of the text
    QStringList target;     ///< those of its translation
};

/// Which parts belong together. JSON: {"source": [0, 2], "target": [0, 1], "confidence": 0.9}
struct AlignedParts
{
    Span source;             ///< half-open, counts elements of the request's list; empty: the target adds it
    Span target;             ///< likewise; empty: it was left out of the translation
    double confidence = 0.0; ///< 0..1
};

/// JSON: {"parts": [...], "warnings": ["..."]}
struct AlignAnswer
{
    QList<AlignedParts> parts; ///< in the order of both texts; what no part names stays without a counterpart
    QStringList warnings;
};

/// Aligns a text with its translation. Called on the plugin's worker thread, one call at a time.
class AlignProvider
{
public:
    static constexpr const char *interfaceId = "verbale.align/1";
    virtual ~AlignProvider() = default;
    virtual Result<AlignAnswer> align(const AlignRequest &request, const StopToken &stop,
                                      const Progress &progress) = 0;
};

} // namespace verbale
