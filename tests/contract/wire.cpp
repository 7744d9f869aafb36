#include "wire.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>

namespace verbale {

// Each type lists its members once; the same list writes and reads. Structured bindings make the compiler
// complain when a member is added to the SDK and not here.
template <typename Stream, typename T>
void fields(Stream &stream, T &value);

namespace {

template <typename Stream, typename... Members>
void each(Stream &stream, Members &...members)
{
    (fields(stream, members), ...);
}

template <typename T>
constexpr bool isList = false;
template <typename T>
constexpr bool isList<QList<T>> = true;

} // namespace

template <typename Stream, typename T>
void structure(Stream &s, T &value)
{
    using V = std::remove_const_t<T>;
    if constexpr (std::is_same_v<V, Span>) {
        auto &[start, end] = value;
        each(s, start, end);
    } else if constexpr (std::is_same_v<V, Place> || std::is_same_v<V, AvoidedTerm> ||
                         std::is_same_v<V, ReceiptsRequest>) {
        auto &[a, b, c, d] = value;
        each(s, a, b, c, d);
    } else if constexpr (std::is_same_v<V, SegmentText>) {
        auto &[id, revision, source, target, codes] = value;
        each(s, id, revision, source, target, codes);
    } else if constexpr (std::is_same_v<V, Error> || std::is_same_v<V, SegmentTerms> ||
                         std::is_same_v<V, SegmentReceipts> || std::is_same_v<V, SegmentCode>) {
        auto &[a, b, c] = value;
        each(s, a, b, c);
    } else if constexpr (std::is_same_v<V, TermHit>) {
        auto &[span, entry, target, alternatives, status, domain, authority, note, glossary, nested, spelling,
               termbase, avoided, senses, from, to] = value;
        each(s, span, entry, target, alternatives, status, domain, authority, note, glossary, nested,
             spelling, termbase, avoided, senses, from, to);
    } else if constexpr (std::is_same_v<V, TermSense>) {
        auto &[entry, target, status, domain, note, glossary, termbase] = value;
        each(s, entry, target, status, domain, note, glossary, termbase);
    } else if constexpr (std::is_same_v<V, TermReceipt>) {
        auto &[hit, state, status, spans, found, expected, reason] = value;
        each(s, hit, state, status, spans, found, expected, reason);
    } else if constexpr (std::is_same_v<V, TermsRequest>) {
        auto &[source, target, glossaries, nested, segments, profile, domains, chosen] = value;
        each(s, source, target, glossaries, nested, segments, profile, domains, chosen);
    } else if constexpr (std::is_same_v<V, SuggestRequest>) {
        auto &[source, target, segments] = value;
        each(s, source, target, segments);
    } else if constexpr (std::is_same_v<V, CheckRequest>) {
        auto &[source, target, profile, segments] = value;
        each(s, source, target, profile, segments);
    } else if constexpr (std::is_same_v<V, Suggestion>) {
        auto &[id, revision, kind, text, origin, coverage, complete, untranslated, codes] = value;
        each(s, id, revision, kind, text, origin, coverage, complete, untranslated, codes);
    } else if constexpr (std::is_same_v<V, Finding>) {
        auto &[id, revision, code, severity, message, source, target, suggestion] = value;
        each(s, id, revision, code, severity, message, source, target, suggestion);
    } else { // SuggestSegment, CheckSegment and the answers: two members
        auto &[a, b] = value;
        each(s, a, b);
    }
}

template <typename Stream, typename T>
void fields(Stream &stream, T &value)
{
    constexpr bool writing = std::is_const_v<T>;
    using V = std::remove_const_t<T>;
    if constexpr (isList<V> && !std::is_same_v<V, QStringList>) {
        qsizetype size = value.size();
        if constexpr (writing) {
            stream << qint64(size);
        } else {
            qint64 read = 0;
            stream >> read;
            value.resize(read);
        }
        for (auto &item : value)
            fields(stream, item);
    } else if constexpr (std::is_enum_v<V>) {
        if constexpr (writing) {
            stream << qint32(value);
        } else {
            qint32 read = 0;
            stream >> read;
            value = static_cast<V>(read);
        }
    } else if constexpr (std::is_arithmetic_v<V> || std::is_same_v<V, QString> ||
                         std::is_same_v<V, QStringList>) {
        if constexpr (writing)
            stream << value;
        else
            stream >> value;
    } else {
        structure(stream, value);
    }
}

namespace contract {

namespace {

template <typename T>
QByteArray write(const T &value)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    fields(stream, value);
    return bytes;
}

template <typename T>
T read(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    T value;
    fields(stream, value);
    return value;
}

template <typename T>
QByteArray writeResult(const Result<T> &result)
{
    return result.ok() ? "+" + write(*result) : "-" + write(result.error());
}

template <typename T>
Result<T> readResult(const QByteArray &bytes)
{
    if (bytes.startsWith('+'))
        return read<T>(bytes.mid(1));
    return read<Error>(bytes.mid(1));
}

} // namespace

QByteArray toBytes(const TermsRequest &request)
{
    return write(request);
}
QByteArray toBytes(const SuggestRequest &request)
{
    return write(request);
}
QByteArray toBytes(const CheckRequest &request)
{
    return write(request);
}
QByteArray toBytes(const Result<TermsAnswer> &answer)
{
    return writeResult(answer);
}
QByteArray toBytes(const Result<SuggestAnswer> &answer)
{
    return writeResult(answer);
}
QByteArray toBytes(const Result<CheckAnswer> &answer)
{
    return writeResult(answer);
}

TermsRequest termsRequestFrom(const QByteArray &bytes)
{
    return read<TermsRequest>(bytes);
}
SuggestRequest suggestRequestFrom(const QByteArray &bytes)
{
    return read<SuggestRequest>(bytes);
}
CheckRequest checkRequestFrom(const QByteArray &bytes)
{
    return read<CheckRequest>(bytes);
}
Result<TermsAnswer> termsAnswerFrom(const QByteArray &bytes)
{
    return readResult<TermsAnswer>(bytes);
}
Result<SuggestAnswer> suggestAnswerFrom(const QByteArray &bytes)
{
    return readResult<SuggestAnswer>(bytes);
}
Result<CheckAnswer> checkAnswerFrom(const QByteArray &bytes)
{
    return readResult<CheckAnswer>(bytes);
}

} // namespace contract

} // namespace verbale
