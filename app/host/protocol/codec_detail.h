#pragma once

// How any value becomes JSON and comes back; codec_*.cpp make it for the structs of one interface each.

#include "host/protocol/codec.h"
#include "host/protocol/codec_fields.h"
#include "host/protocol/json_cursor.h"
#include "host/protocol/json_writer.h"

#include <limits>
#include <optional>

namespace verbale::host::wire {

constexpr int decodedDepthLimit = 64;

template <typename T>
constexpr bool isList = false;
template <typename T>
constexpr bool isList<QList<T>> = true;

template <typename T>
constexpr bool isOptional = false;
template <typename T>
constexpr bool isOptional<std::optional<T>> = true;

template <typename T>
void write(std::string &out, const T &value);

/// Writes the members of a struct.
class MemberWriter
{
public:
    explicit MemberWriter(std::string &out) : m_out(out) {}

    template <typename T>
    void operator()(std::string_view key, const T &value, Need = Need::Optional)
    {
        m_out += m_first ? "{\"" : ",\"";
        m_out += key;
        m_out += "\":";
        m_first = false;
        write(m_out, value);
    }

    /// What is not there is not written.
    template <typename T>
    void operator()(std::string_view key, const std::optional<T> &value, Need need = Need::Optional)
    {
        if (value)
            (*this)(key, *value, need);
    }

private:
    std::string &m_out;
    bool m_first = true;
};

template <typename T>
void write(std::string &out, const T &value)
{
    if constexpr (std::is_same_v<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::is_floating_point_v<T>) {
        appendJsonNumber(out, static_cast<double>(value));
    } else if constexpr (std::is_integral_v<T>) {
        appendJsonNumber(out, static_cast<qint64>(value));
    } else if constexpr (std::is_enum_v<T>) {
        const auto &names = EnumNames<T>::values;
        const auto at = static_cast<std::size_t>(value);
        out += '"';
        out += names[at < names.size() ? at : 0];
        out += '"';
    } else if constexpr (std::is_same_v<T, QString>) {
        appendJsonText(out, value);
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        appendJsonBytes(out, value);
    } else if constexpr (std::is_same_v<T, Span>) {
        out += '[';
        appendJsonNumber(out, qint64(value.start));
        out += ',';
        appendJsonNumber(out, qint64(value.end));
        out += ']';
    } else if constexpr (isList<T>) {
        out += '[';
        bool first = true;
        for (const auto &item : value) {
            if (!first)
                out += ',';
            first = false;
            write(out, item);
        }
        out += ']';
    } else {
        MemberWriter writer(out);
        fields(writer, value);
        out += '}';
    }
}

template <typename T>
bool read(JsonCursor &cursor, T &value);

/// Reads the value of one key into the member of that name.
class MemberReader
{
public:
    MemberReader(JsonCursor &cursor, std::string_view key, quint32 &seen)
        : m_cursor(cursor), m_key(key), m_seen(seen)
    {
    }

    template <typename T>
    void operator()(std::string_view name, T &value, Need = Need::Optional)
    {
        const quint32 bit = 1U << m_index++;
        if (m_found || name != m_key)
            return;
        m_found = true;
        if ((m_seen & bit) != 0)
            m_cursor.fail(QStringLiteral("stands there twice"));
        else if (!m_cursor.takeNull() && read(m_cursor, value))
            m_seen |= bit;
        if (m_cursor.failed())
            m_cursor.failedIn(name);
    }

    [[nodiscard]] bool found() const { return m_found; }

private:
    JsonCursor &m_cursor;
    const std::string_view m_key;
    quint32 &m_seen;
    int m_index = 0;
    bool m_found = false;
};

/// Finds the first member that has to be there and is not.
class MissingFinder
{
public:
    explicit MissingFinder(quint32 seen) : m_seen(seen) {}

    template <typename T>
    void operator()(std::string_view name, const T &, Need need = Need::Optional)
    {
        if (need == Need::Required && (m_seen >> m_index & 1U) == 0 && m_missing.empty())
            m_missing = name;
        ++m_index;
    }

    [[nodiscard]] std::string_view missing() const { return m_missing; }

private:
    const quint32 m_seen;
    int m_index = 0;
    std::string_view m_missing;
};

template <typename T>
bool readStruct(JsonCursor &cursor, T &value)
{
    if (!cursor.openObject())
        return false;
    quint32 seen = 0;
    bool first = true;
    std::string_view key;
    while (cursor.nextKey(key, first)) {
        MemberReader reader(cursor, key, seen);
        fields(reader, value);
        if (!reader.found())
            cursor.skip();
    }
    if (cursor.failed())
        return false;
    MissingFinder finder(seen);
    fields(finder, value);
    if (finder.missing().empty())
        return true;
    const std::string_view name = finder.missing();
    return cursor.fail(
        QStringLiteral("has no \"%1\"").arg(QLatin1String(name.data(), qsizetype(name.size()))));
}

template <typename T>
bool readEnum(JsonCursor &cursor, T &value)
{
    QString name;
    if (!cursor.read(name))
        return false;
    const auto &names = EnumNames<T>::values;
    QString known;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const QLatin1String candidate(names[i].data(), qsizetype(names[i].size()));
        if (name == candidate) {
            value = static_cast<T>(i);
            return true;
        }
        known += (i == 0 ? QLatin1String("\"") : QLatin1String(", \"")) + candidate + QLatin1Char('"');
    }
    return cursor.fail(QStringLiteral("is \"%1\"; it has to be one of %2").arg(name.left(60), known));
}

inline bool readSpan(JsonCursor &cursor, Span &value)
{
    qint64 numbers[2] = {0, 0};
    int count = 0;
    bool first = true;
    if (!cursor.openArray())
        return false;
    while (cursor.nextElement(first)) {
        if (count == 2 || !cursor.read(numbers[count]))
            return cursor.fail(QStringLiteral("has to be two whole numbers, [start, end]"));
        ++count;
    }
    value = {qsizetype(numbers[0]), qsizetype(numbers[1])};
    return !cursor.failed() &&
           (count == 2 || cursor.fail(QStringLiteral("has to be two whole numbers, [start, end]")));
}

template <typename T>
bool readList(JsonCursor &cursor, QList<T> &list)
{
    if (!cursor.openArray())
        return false;
    bool first = true;
    while (cursor.nextElement(first)) {
        T item{};
        if (!cursor.spend(qsizetype(sizeof(T))) || !read(cursor, item)) {
            cursor.failedAt(list.size());
            return false;
        }
        list.append(std::move(item));
    }
    return !cursor.failed();
}

template <typename T>
bool read(JsonCursor &cursor, T &value)
{
    if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, qint64> || std::is_same_v<T, double> ||
                  std::is_same_v<T, QString>) {
        return cursor.read(value);
    } else if constexpr (std::is_integral_v<T>) {
        qint64 number = 0;
        if (!cursor.read(number))
            return false;
        value = static_cast<T>(number);
        return number == qint64(value) || cursor.fail(QStringLiteral("is a number that is too large"));
    } else if constexpr (std::is_enum_v<T>) {
        return readEnum(cursor, value);
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return cursor.readBytes(value);
    } else if constexpr (std::is_same_v<T, Span>) {
        return readSpan(cursor, value);
    } else if constexpr (isList<T>) {
        return readList(cursor, value);
    } else if constexpr (isOptional<T>) {
        return read(cursor, value.emplace());
    } else {
        return readStruct(cursor, value);
    }
}

} // namespace verbale::host::wire

namespace verbale::host {

template <typename T>
std::string toJson(const T &value)
{
    std::string out;
    wire::write(out, value);
    return out;
}

template <typename T>
Result<T> fromJson(std::string_view json)
{
    JsonCursor cursor(json, wire::decodedDepthLimit, decodedBytesFor(json.size()));
    T value{};
    if (wire::read(cursor, value) && cursor.end())
        return value;
    return Error{QStringLiteral("protocol.value"), cursor.fault() + QLatin1Char('.')};
}

} // namespace verbale::host

/// Makes both functions for a type, in the one source file that names it.
#define VERBALE_WIRE(TYPE)                                                                                   \
    template std::string toJson(const TYPE &);                                                               \
    template Result<TYPE> fromJson(std::string_view)
