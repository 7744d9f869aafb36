#pragma once

#include <verbale/sdk/suggestion_provider.h>

#include <QtCore/QStringList>

#include <optional>

namespace verbale {

/// JSON: {"engine": "deepl", "sourceLanguage": "vi", "targetLanguage": "en", "document": "speech.txt",
/// "again": false, "segments": [...]}
struct TranslateRequest
{
    QString engine;         ///< which of the services that the user has set up
    QString sourceLanguage; ///< BCP 47
    QString targetLanguage; ///< BCP 47
    QString document;       ///< the name under which it stands in the ledger and has its budget
    bool again = false;     ///< the user wants to send again what may have been charged before
    QList<SuggestSegment> segments = {};
};

/// What became of one segment: a text, or why there is none.
/// JSON: {"segmentId": "7", "revision": 3, "text": "...", "codes": [0, 1], "cached": true,
/// "remarks": ["its figures differ: 12 is missing"]}, or instead of a text
/// "error": {"code": "mt.ambiguous", "message": "...", "where": {...}}
struct Translation
{
    QString segmentId;
    qint64 revision = 0;
    QString text; ///< each U+FFFC stands for a code of the source; empty where there is an error
    QList<qsizetype> codes = {}; ///< as in Suggestion
    bool cached = false;         ///< it was answered before; nothing was sent
    QStringList remarks = {};    ///< what the translator should look at; a sentence each
    std::optional<Error> error = {};
};

/// JSON: {"translations": [...], "engineName": "DeepL", "sentCharacters": 120, "warnings": ["..."]}
struct TranslateAnswer
{
    QList<Translation> translations; ///< one for each segment of the request, in its order
    QString engineName;              ///< for people
    qint64 sentCharacters = 0;       ///< Unicode code points that left this machine in this call
    QStringList warnings;
};

/// Has texts translated by a service. It is asked only where the user has switched the service on for a
/// document, and never by itself: what it is asked may leave the machine and cost money. Called on the
/// plugin's worker thread, one call at a time.
class TranslationProvider
{
public:
    static constexpr const char *interfaceId = "verbale.translate/1";
    virtual ~TranslationProvider() = default;
    virtual Result<TranslateAnswer> translate(const TranslateRequest &request, const StopToken &stop,
                                              const Progress &progress) = 0;
};

} // namespace verbale
