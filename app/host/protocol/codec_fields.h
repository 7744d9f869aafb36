#pragma once

// The members of every struct that goes over the wire, with their names there: one list writes and reads. The
// structured bindings make the compiler complain when a member is added to the SDK and not here.

#include "host/protocol/translate_preview.h"

#include <verbale/sdk/align_provider.h>
#include <verbale/sdk/check_provider.h>
#include <verbale/sdk/command_provider.h>
#include <verbale/sdk/format_provider.h>
#include <verbale/sdk/receipts_provider.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>
#include <verbale/sdk/translation_provider.h>

#include <array>
#include <concepts>
#include <string_view>
#include <type_traits>

namespace verbale::host::wire {

/// A struct that may be const: for the writer it is.
template <typename T, typename Struct>
concept Is = std::same_as<std::remove_const_t<T>, Struct>;

enum class Need { Optional, Required };

/// What the data of an error says beside its message.
struct ErrorData
{
    QString code;
    Place where;
};

template <typename E>
struct EnumNames;
template <>
struct EnumNames<TermStatus>
{
    static constexpr std::array<std::string_view, 4> values{"preferred", "admitted", "deprecated",
                                                            "forbidden"};
};
template <>
struct EnumNames<TermSpelling>
{
    static constexpr std::array<std::string_view, 2> values{"same", "differs"};
};
template <>
struct EnumNames<ReceiptState>
{
    static constexpr std::array<std::string_view, 4> values{"used", "missing", "noTarget", "avoided"};
};
template <>
struct EnumNames<SuggestionKind>
{
    static constexpr std::array<std::string_view, 3> values{"glossaryDraft", "memoryMatch",
                                                            "machineTranslation"};
};
template <>
struct EnumNames<Severity>
{
    static constexpr std::array<std::string_view, 3> values{"hint", "warning", "error"};
};
template <>
struct EnumNames<SegmentCode::Kind>
{
    static constexpr std::array<std::string_view, 3> values{"standalone", "opening", "closing"};
};

template <typename F, Is<ErrorData> T>
void fields(F &f, T &v)
{
    auto &[code, where] = v;
    f("code", code);
    f("where", where);
}

template <typename F, Is<Place> T>
void fields(F &f, T &v)
{
    auto &[file, line, column, offset] = v;
    f("file", file);
    f("line", line);
    f("column", column);
    f("offset", offset);
}

template <typename F, Is<SegmentCode> T>
void fields(F &f, T &v)
{
    auto &[kind, number, data] = v;
    f("kind", kind, Need::Required);
    f("number", number);
    f("data", data);
}

template <typename F, Is<SegmentText> T>
void fields(F &f, T &v)
{
    auto &[id, revision, source, target, codes] = v;
    f("id", id, Need::Required);
    f("revision", revision, Need::Required);
    f("source", source);
    f("target", target);
    f("codes", codes);
}

template <typename F, Is<AvoidedTerm> T>
void fields(F &f, T &v)
{
    auto &[text, status, reason, replacement] = v;
    f("text", text, Need::Required);
    f("status", status);
    f("reason", reason);
    f("replacement", replacement);
}

template <typename F, Is<TermSense> T>
void fields(F &f, T &v)
{
    auto &[entryId, target, status, domain, note, glossary, termbase] = v;
    f("entryId", entryId);
    f("target", target);
    f("status", status);
    f("domain", domain);
    f("note", note);
    f("glossary", glossary);
    f("termbase", termbase);
}

template <typename F, Is<TermHit> T>
void fields(F &f, T &v)
{
    auto &[span, entryId, target, alternatives, status, domain, authority, note, glossary, nested, spelling,
           termbase, avoided, senses, validFrom, validTo] = v;
    f("span", span, Need::Required);
    f("entryId", entryId);
    f("target", target);
    f("alternatives", alternatives);
    f("status", status);
    f("domain", domain);
    f("authority", authority);
    f("note", note);
    f("glossary", glossary);
    f("nested", nested);
    f("spelling", spelling);
    f("termbase", termbase);
    f("avoided", avoided);
    f("senses", senses);
    f("validFrom", validFrom);
    f("validTo", validTo);
}

template <typename F, Is<TermsRequest> T>
void fields(F &f, T &v)
{
    auto &[sourceLanguage, targetLanguage, glossaries, includeNested, segments, profile, domains, chosen] = v;
    f("sourceLanguage", sourceLanguage);
    f("targetLanguage", targetLanguage);
    f("glossaries", glossaries);
    f("includeNested", includeNested);
    f("segments", segments, Need::Required);
    f("profile", profile);
    f("domains", domains);
    f("chosenEntries", chosen);
}

template <typename F, Is<SegmentTerms> T>
void fields(F &f, T &v)
{
    auto &[segmentId, revision, hits] = v;
    f("segmentId", segmentId, Need::Required);
    f("revision", revision, Need::Required);
    f("hits", hits);
}

template <typename F, Is<TermReceipt> T>
void fields(F &f, T &v)
{
    auto &[hit, state, status, spans, found, expected, reason] = v;
    f("hit", hit);
    f("state", state, Need::Required);
    f("status", status);
    f("spans", spans);
    f("found", found);
    f("expected", expected);
    f("reason", reason);
}

template <typename F, Is<SegmentReceipts> T>
void fields(F &f, T &v)
{
    auto &[segmentId, revision, receipts] = v;
    f("segmentId", segmentId, Need::Required);
    f("revision", revision, Need::Required);
    f("receipts", receipts);
}

/// SuggestSegment, CheckSegment and ReceiptsSegment are alike.
template <typename F, typename T>
requires Is<T, SuggestSegment> || Is<T, CheckSegment> || Is<T, ReceiptsSegment>
void fields(F &f, T &v)
{
    auto &[text, terms] = v;
    f("text", text, Need::Required);
    f("terms", terms);
}

template <typename F, Is<SuggestRequest> T>
void fields(F &f, T &v)
{
    auto &[sourceLanguage, targetLanguage, segments] = v;
    f("sourceLanguage", sourceLanguage);
    f("targetLanguage", targetLanguage);
    f("segments", segments, Need::Required);
}

/// CheckRequest and ReceiptsRequest are alike.
template <typename F, typename T>
requires Is<T, CheckRequest> || Is<T, ReceiptsRequest>
void fields(F &f, T &v)
{
    auto &[sourceLanguage, targetLanguage, profile, segments] = v;
    f("sourceLanguage", sourceLanguage);
    f("targetLanguage", targetLanguage);
    f("profile", profile);
    f("segments", segments, Need::Required);
}

template <typename F, Is<Suggestion> T>
void fields(F &f, T &v)
{
    auto &[segmentId, revision, kind, text, origin, coverage, complete, untranslated, codes] = v;
    f("segmentId", segmentId, Need::Required);
    f("revision", revision, Need::Required);
    f("kind", kind);
    f("text", text, Need::Required);
    f("origin", origin);
    f("coverage", coverage);
    f("complete", complete);
    f("untranslated", untranslated);
    f("codes", codes);
}

template <typename F, Is<Error> T>
void fields(F &f, T &v)
{
    auto &[code, message, where] = v;
    f("code", code, Need::Required);
    f("message", message, Need::Required);
    f("where", where);
}

/// TranslateRequest and TranslatePreviewRequest are alike.
template <typename F, typename T>
requires Is<T, TranslateRequest> || Is<T, TranslatePreviewRequest>
void fields(F &f, T &v)
{
    auto &[engine, sourceLanguage, targetLanguage, document, again, segments] = v;
    f("engine", engine);
    f("sourceLanguage", sourceLanguage);
    f("targetLanguage", targetLanguage);
    f("document", document);
    f("again", again);
    f("segments", segments, Need::Required);
}

template <typename F, Is<Translation> T>
void fields(F &f, T &v)
{
    auto &[segmentId, revision, text, codes, cached, remarks, error] = v;
    f("segmentId", segmentId, Need::Required);
    f("revision", revision, Need::Required);
    f("text", text);
    f("codes", codes);
    f("cached", cached);
    f("remarks", remarks);
    f("error", error);
}

template <typename F, Is<TranslateAnswer> T>
void fields(F &f, T &v)
{
    auto &[translations, engineName, sentCharacters, warnings] = v;
    f("translations", translations, Need::Required);
    f("engineName", engineName);
    f("sentCharacters", sentCharacters);
    f("warnings", warnings);
}

template <typename F, Is<OutgoingRequest> T>
void fields(F &f, T &v)
{
    auto &[url, body, segmentIds] = v;
    f("url", url, Need::Required);
    f("body", body, Need::Required);
    f("segmentIds", segmentIds);
}

template <typename F, Is<TranslatePreview> T>
void fields(F &f, T &v)
{
    auto &[segments, cached, mayHaveBeenCharged, unchanged, characters, documentLeft, monthLeft, engineName,
           host, requests, requestCount, warnings] = v;
    f("segments", segments, Need::Required);
    f("cached", cached);
    f("mayHaveBeenCharged", mayHaveBeenCharged);
    f("unchanged", unchanged);
    f("characters", characters, Need::Required);
    f("documentLeft", documentLeft);
    f("monthLeft", monthLeft);
    f("engineName", engineName);
    f("host", host);
    f("requests", requests, Need::Required);
    f("requestCount", requestCount, Need::Required);
    f("warnings", warnings);
}

template <typename F, Is<Finding> T>
void fields(F &f, T &v)
{
    auto &[segmentId, revision, code, severity, message, source, target, suggestion] = v;
    f("segmentId", segmentId, Need::Required);
    f("revision", revision, Need::Required);
    f("code", code, Need::Required);
    f("severity", severity);
    f("message", message, Need::Required);
    f("source", source);
    f("target", target);
    f("suggestion", suggestion);
}

/// TermsAnswer and ReceiptsAnswer are alike.
template <typename F, typename T>
requires Is<T, TermsAnswer> || Is<T, ReceiptsAnswer>
void fields(F &f, T &v)
{
    auto &[segments, warnings] = v;
    f("segments", segments, Need::Required);
    f("warnings", warnings);
}

template <typename F, Is<SuggestAnswer> T>
void fields(F &f, T &v)
{
    auto &[suggestions, warnings] = v;
    f("suggestions", suggestions, Need::Required);
    f("warnings", warnings);
}

template <typename F, Is<CheckAnswer> T>
void fields(F &f, T &v)
{
    auto &[findings, warnings] = v;
    f("findings", findings, Need::Required);
    f("warnings", warnings);
}

template <typename F, Is<AlignRequest> T>
void fields(F &f, T &v)
{
    auto &[sourceLanguage, targetLanguage, source, target] = v;
    f("sourceLanguage", sourceLanguage);
    f("targetLanguage", targetLanguage);
    f("source", source, Need::Required);
    f("target", target, Need::Required);
}

template <typename F, Is<AlignedParts> T>
void fields(F &f, T &v)
{
    auto &[source, target, confidence] = v;
    f("source", source, Need::Required);
    f("target", target, Need::Required);
    f("confidence", confidence);
}

template <typename F, Is<AlignAnswer> T>
void fields(F &f, T &v)
{
    auto &[parts, warnings] = v;
    f("parts", parts, Need::Required);
    f("warnings", warnings);
}

template <typename F, Is<FormatDetectRequest> T>
void fields(F &f, T &v)
{
    auto &[fileName, start] = v;
    f("fileName", fileName, Need::Required);
    f("start", start, Need::Required);
}

template <typename F, Is<FormatDetectAnswer> T>
void fields(F &f, T &v)
{
    auto &[confidence, format] = v;
    f("confidence", confidence, Need::Required);
    f("format", format);
}

template <typename F, Is<FormatReadRequest> T>
void fields(F &f, T &v)
{
    auto &[fileName, bytes] = v;
    f("fileName", fileName, Need::Required);
    f("bytes", bytes, Need::Required);
}

template <typename F, Is<FormatUnit> T>
void fields(F &f, T &v)
{
    auto &[id, source, target, note, codes] = v;
    f("id", id, Need::Required);
    f("source", source, Need::Required);
    f("target", target);
    f("note", note);
    f("codes", codes);
}

template <typename F, Is<FormatReadAnswer> T>
void fields(F &f, T &v)
{
    auto &[sourceLanguage, targetLanguage, units, warnings] = v;
    f("sourceLanguage", sourceLanguage);
    f("targetLanguage", targetLanguage);
    f("units", units, Need::Required);
    f("warnings", warnings);
}

template <typename F, Is<FormatTarget> T>
void fields(F &f, T &v)
{
    auto &[id, text, codes] = v;
    f("id", id, Need::Required);
    f("text", text, Need::Required);
    f("codes", codes);
}

template <typename F, Is<FormatWriteRequest> T>
void fields(F &f, T &v)
{
    auto &[fileName, bytes, targetLanguage, targets] = v;
    f("fileName", fileName, Need::Required);
    f("bytes", bytes, Need::Required);
    f("targetLanguage", targetLanguage);
    f("targets", targets, Need::Required);
}

template <typename F, Is<FormatWriteAnswer> T>
void fields(F &f, T &v)
{
    auto &[bytes, warnings] = v;
    f("bytes", bytes, Need::Required);
    f("warnings", warnings);
}

template <typename F, Is<CommandListRequest> T>
void fields(F &f, T &v)
{
    auto &[locale] = v;
    f("locale", locale);
}

template <typename F, Is<Command> T>
void fields(F &f, T &v)
{
    auto &[id, title, description] = v;
    f("id", id, Need::Required);
    f("title", title, Need::Required);
    f("description", description);
}

template <typename F, Is<CommandListAnswer> T>
void fields(F &f, T &v)
{
    auto &[commands] = v;
    f("commands", commands, Need::Required);
}

template <typename F, Is<CommandRunRequest> T>
void fields(F &f, T &v)
{
    auto &[command, sourceLanguage, targetLanguage, segments] = v;
    f("command", command, Need::Required);
    f("sourceLanguage", sourceLanguage);
    f("targetLanguage", targetLanguage);
    f("segments", segments, Need::Required);
}

template <typename F, Is<CommandEdit> T>
void fields(F &f, T &v)
{
    auto &[segmentId, revision, text, codes] = v;
    f("segmentId", segmentId, Need::Required);
    f("revision", revision, Need::Required);
    f("text", text, Need::Required);
    f("codes", codes);
}

template <typename F, Is<CommandRunAnswer> T>
void fields(F &f, T &v)
{
    auto &[edits, message, warnings] = v;
    f("edits", edits, Need::Required);
    f("message", message);
    f("warnings", warnings);
}

} // namespace verbale::host::wire
