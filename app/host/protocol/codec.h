#pragma once

#include <verbale/sdk/result.h>

#include <string>
#include <string_view>

namespace verbale::host {

/// The JSON form of an SDK struct, as the comment beside it gives it: every key, in the order of the members.
/// A surrogate that stands alone becomes U+FFFD (no other length, so spans stay right), a number that is none
/// becomes 0. Made for the requests and the answers of every interface, and for what they consist of.
template <typename T>
std::string toJson(const T &value);

/// Reads a JSON form. Keys that are unknown are passed over, keys with a default may be missing or null; a
/// wrong type, an unknown name of an enumeration, a key that stands twice or a missing one is an Error
/// protocol.value: "segments[3].span: has to be two whole numbers, [start, end]". Never throws; memory stays
/// within decodedBytesFor() the text.
template <typename T>
Result<T> fromJson(std::string_view json);

/// What a value may occupy once it is read from a text of this size. A few bytes of JSON can stand for a
/// large struct, but nobody writes a whole answer that way.
constexpr qsizetype decodedBytesLimit = 768LL * 1024 * 1024;
constexpr qsizetype decodedBytesFor(std::size_t jsonBytes)
{
    constexpr std::size_t start = 1024 * 1024;
    constexpr std::size_t factor = 32;
    return jsonBytes < static_cast<std::size_t>(decodedBytesLimit) / factor
               ? static_cast<qsizetype>(start + jsonBytes * factor)
               : decodedBytesLimit;
}

} // namespace verbale::host
