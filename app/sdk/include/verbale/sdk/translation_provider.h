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

/// A request as it would leave this machine. A text that stands in several segments goes once, as the first
/// one's. JSON: {"url": "https://api.deepl.com/v2/translate", "body": "{...}", "segmentIds": ["7", "8"]}
struct OutgoingRequest
{
    QString url;
    QString body;           ///< exactly, without the key
    QStringList segmentIds; ///< of its texts, in their order
};

/// What a TranslateRequest would do, if it were made now. A segment that is not cached, charged or unchanged
/// would be sent, and with `again` the charged ones too.
/// JSON: {"segments": 40, "cached": 12, "mayHaveBeenCharged": 1, "unchanged": 2, "characters": 1830,
/// "documentLeft": 20000, "monthLeft": 90000, "engineName": "DeepL", "host": "api.deepl.com",
/// "requests": [...], "requestCount": 1, "warnings": ["..."]}; without a limit no documentLeft or monthLeft
struct TranslatePreview
{
    qsizetype segments = 0;
    qsizetype cached = 0;                    ///< answered before, or on their way at this moment
    qsizetype mayHaveBeenCharged = 0;        ///< sent before and lost
    qsizetype unchanged = 0;                 ///< without a letter or figure
    qint64 characters = 0;                   ///< that would be sent, as the engine and its budget count them
    std::optional<qint64> documentLeft = {}; ///< of the document's budget; nothing: it has no limit
    std::optional<qint64> monthLeft = {};
    QString engineName = {};              ///< for people
    QString host = {};                    ///< that the texts would go to
    QList<OutgoingRequest> requests = {}; ///< the first ones, at most 20
    qsizetype requestCount = 0;           ///< of all of them
    QStringList warnings = {};            ///< why something could not be sent, a sentence each
};

/// What preview() answers where an engine cannot tell: Error translate.no-preview.
inline Error noTranslatePreview()
{
    return {QStringLiteral("translate.no-preview"),
            QStringLiteral("This engine cannot say beforehand what it would send.")};
}

/// Has texts translated by a service. It is asked only where the user has switched the service on for a
/// document, and never by itself: what it is asked may leave the machine and cost money. Called from several
/// threads at once, eight at most, none of which is the one of start() and stop(): a request with one segment
/// is the one that the translator is in, and has to pass a running batch. A plugin that cannot do two things
/// at a time takes a lock. stop() comes when every call has returned.
class TranslationProvider
{
public:
    static constexpr const char *interfaceId = "verbale.translate/1";
    virtual ~TranslationProvider() = default;
    virtual Result<TranslateAnswer> translate(const TranslateRequest &request, const StopToken &stop,
                                              const Progress &progress) = 0;
    /// What translate() would send. Never sends anything itself, and needs no key.
    virtual Result<TranslatePreview> preview(const TranslateRequest &, const StopToken &)
    {
        return noTranslatePreview();
    }
};

} // namespace verbale
