#pragma once

#include <QtCore/QString>

#include <utility>
#include <variant>

namespace verbale {

/// Where in a file something is wrong. Lines and columns are 1-based, columns count Unicode code points; 0
/// means unknown. `offset` is the 0-based byte offset in the file, -1 when unknown.
/// JSON: {"file": "terms.tsv", "line": 12, "column": 3, "offset": 456}
struct Place
{
    QString file;
    qint64 line = 0;
    qint64 column = 0;
    qint64 offset = -1;
};

/// What went wrong, for a person: what, where, and what to do. `code` is stable and for programs
/// ("text.bad-utf8"). JSON-RPC: {"code": -32000, "message": "...", "data": {"code": "...", "where": {...}}}
struct Error
{
    QString code;
    QString message;
    Place where = {};

    /// "FILE:LINE:COLUMN: message", leaving out the parts that are unknown. One line.
    [[nodiscard]] QString text() const
    {
        QString place = where.file;
        if (where.line > 0) {
            place += QLatin1Char(':') + QString::number(where.line);
            if (where.column > 0)
                place += QLatin1Char(':') + QString::number(where.column);
        }
        QString line = place.isEmpty() ? message : place + QLatin1String(": ") + message;
        line.replace(QLatin1Char('\n'), QLatin1Char(' '));
        return line;
    }
};

/// A value or an Error; never both, never neither. No exception crosses a library of Verbale.
/// value() and error() may be called only after a look at ok().
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error &error() const & { return std::get<1>(m_state); }
    [[nodiscard]] Error error() && { return std::get<1>(std::move(m_state)); }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    /// Of a named result only: what a temporary pointed to would be gone in a range-for.
    const T *operator->() const & { return &value(); }
    T *operator->() & { return &value(); }
    const T *operator->() const && = delete;

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error. `return {};` is success.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    [[nodiscard]] const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace verbale
