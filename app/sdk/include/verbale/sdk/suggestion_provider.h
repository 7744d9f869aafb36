#pragma once

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>
#include <verbale/sdk/segment_text.h>
#include <verbale/sdk/term.h>

namespace verbale {

/// JSON: {"text": {...}, "terms": [...]}
struct SuggestSegment
{
    SegmentText text;
    QList<TermHit> terms;
};

/// JSON: {"sourceLanguage": "vi", "targetLanguage": "en", "segments": [...]}
struct SuggestRequest
{
    QString sourceLanguage; ///< BCP 47
    QString targetLanguage; ///< BCP 47
    QList<SuggestSegment> segments;
};

/// JSON: "glossaryDraft", "memoryMatch", "machineTranslation"
enum class SuggestionKind { GlossaryDraft, MemoryMatch, MachineTranslation };

/// A proposed target text. It is shown to the translator, never stored as a finished translation by itself.
/// Each U+FFFC of its text stands for a code of the source. What a plugin has lost, doubled or left
/// without its place is mended when the suggestion is used, and the translator is told.
/// JSON: {"segmentId": "7", "revision": 3, "kind": "memoryMatch", "text": "...", "origin": "...",
/// "coverage": 0.9, "complete": false, "untranslated": [[3, 12]], "codes": [0, 1]}
struct Suggestion
{
    QString segmentId;
    qint64 revision = 0;
    SuggestionKind kind = SuggestionKind::GlossaryDraft;
    QString text;
    QString origin;           ///< for people: "Glossary draft", a memory's name, an engine's name
    double coverage = 0.0;    ///< 0..1: the share of the source that the suggestion really translates
    bool complete = false;    ///< nothing of the source language is left in it
    QList<Span> untranslated; ///< spans of `text` still in the source language
    /// For each U+FFFC of `text` the index in SegmentText::codes of what it stands for, -1 for none of them.
    /// Empty: they stand in the order of the source.
    QList<qsizetype> codes = {};
};

/// JSON: {"suggestions": [...], "warnings": ["..."]}
struct SuggestAnswer
{
    QList<Suggestion> suggestions;
    QStringList warnings;
};

/// Proposes target texts. Called on the plugin's worker thread, one call at a time.
class SuggestionProvider
{
public:
    static constexpr const char *interfaceId = "verbale.suggest/1";
    virtual ~SuggestionProvider() = default;
    virtual Result<SuggestAnswer> suggest(const SuggestRequest &request, const StopToken &stop,
                                          const Progress &progress) = 0;
};

} // namespace verbale
