#include "host/json_reader.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace verbale::host {

namespace {

using nlohmann::json;

constexpr size_t depthLimit = 32;
constexpr size_t stringLimit = 8192;

/// Feeds the parser and counts what it has taken, so that each event has a place.
class CountingIterator
{
public:
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using reference = const char &;
    using pointer = const char *;
    using iterator_category = std::input_iterator_tag;

    CountingIterator(const char *at, const char **furthest) : m_at(at), m_furthest(furthest) {}
    reference operator*() const { return *m_at; }
    CountingIterator &operator++()
    {
        ++m_at;
        *m_furthest = m_at;
        return *this;
    }
    friend bool operator==(const CountingIterator &a, const CountingIterator &b) { return a.m_at == b.m_at; }
    friend bool operator!=(const CountingIterator &a, const CountingIterator &b) { return !(a == b); }

private:
    const char *m_at;
    const char **m_furthest;
};

std::string escapedToken(std::string token)
{
    for (size_t i = 0; i < token.size(); ++i) {
        if (token[i] == '~')
            token.replace(i++, 1, "~0");
        else if (token[i] == '/')
            token.replace(i++, 1, "~1");
    }
    return token;
}

/// Builds the value from the parser's events and notes what the plain parser would let pass.
class Builder : public nlohmann::json_sax<json>
{
public:
    Builder(JsonText &text, const char *begin, const char *const *furthest)
        : m_text(text), m_begin(begin), m_furthest(furthest)
    {
    }

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t &) override { return put(value); }
    bool string(string_t &value) override
    {
        return value.size() > stringLimit ? refuse("string-too-long", tooLong()) : put(std::move(value));
    }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &name) override;
    bool parse_error(std::size_t position, const std::string &,
                     const nlohmann::detail::exception &e) override;

private:
    struct Level
    {
        json *container;
        std::string pointer;
    };

    static QString tooLong()
    {
        return QStringLiteral("a text is longer than %1 bytes; shorten it").arg(stringLimit);
    }
    qsizetype offset() const { return *m_furthest - m_begin; }
    qsizetype startOfToken() const;
    bool refuse(const char *code, const QString &message)
    {
        m_text.faults.append({QLatin1String(code), message, std::max<qsizetype>(offset() - 1, 0)});
        return false;
    }
    json *place(json value);
    template <typename T>
    bool put(T &&value)
    {
        place(json(std::forward<T>(value)));
        m_previousEnd = offset();
        return true;
    }
    bool open(json container);
    bool close()
    {
        m_levels.pop_back();
        m_previousEnd = offset();
        return true;
    }

    JsonText &m_text;
    const char *m_begin;
    const char *const *m_furthest;
    std::vector<Level> m_levels;
    std::string m_key;
    std::string m_lastPointer;
    qsizetype m_previousEnd = 0; ///< of the key or value before
};

/// Where the key or value that the parser has just taken begins: behind the one before.
qsizetype Builder::startOfToken() const
{
    const char *at = m_begin + m_previousEnd;
    while (at < *m_furthest && std::strchr(" \t\r\n,", *at) != nullptr)
        ++at;
    return at - m_begin;
}

bool Builder::key(string_t &name)
{
    if (name.size() > stringLimit)
        return refuse("string-too-long", tooLong());
    m_key = std::move(name);
    const Level &level = m_levels.back();
    const qsizetype at = startOfToken();
    m_previousEnd = offset();
    m_text.places[level.pointer + '/' + escapedToken(m_key)] = at;
    if (level.container->contains(m_key)) {
        m_text.faults.append({QStringLiteral("duplicate-key"),
                              QStringLiteral("the key \"%1\" stands here a second time; keep one of the two")
                                  .arg(QString::fromStdString(m_key)),
                              at});
    }
    return true;
}

json *Builder::place(json value)
{
    if (m_levels.empty()) {
        m_text.root = std::move(value);
        m_lastPointer.clear();
        return &m_text.root;
    }
    const Level &level = m_levels.back();
    if (level.container->is_array()) {
        m_lastPointer = level.pointer + '/' + std::to_string(level.container->size());
        m_text.places[m_lastPointer] = startOfToken();
        level.container->push_back(std::move(value));
        return &level.container->back();
    }
    m_lastPointer = level.pointer + '/' + escapedToken(m_key);
    json &slot = (*level.container)[m_key];
    slot = std::move(value);
    return &slot;
}

bool Builder::open(json container)
{
    if (m_levels.size() >= depthLimit)
        return refuse("too-deep",
                      QStringLiteral("objects and arrays are nested more than %1 deep").arg(depthLimit));
    json *placed = place(std::move(container));
    m_levels.push_back({placed, m_lastPointer});
    m_previousEnd = offset();
    return true;
}

bool Builder::parse_error(std::size_t position, const std::string &token,
                          const nlohmann::detail::exception &e)
{
    // "[json.exception.parse_error.101] parse error at line 1, column 2: what is wrong"
    QString what = QString::fromUtf8(e.what());
    if (const qsizetype column = what.indexOf(QLatin1String("column ")); column >= 0)
        what = what.mid(what.indexOf(QLatin1String(": "), column) + 2);
    else
        what = what.mid(what.indexOf(QLatin1Char(']')) + 2);
    if (what.size() > 300)
        what = what.left(300) + QChar(0x2026);
    // The parser has read up to here. A text that stands in the wrong place is pointed at by its beginning.
    const bool wholeText = token.size() > 1 && token.front() == '"' && token.back() == '"';
    const auto at = static_cast<qsizetype>(position) - (wholeText ? static_cast<qsizetype>(token.size()) : 1);
    m_text.faults.append(
        {QStringLiteral("syntax"), QStringLiteral("not valid JSON: ") + what, std::max<qsizetype>(at, 0)});
    return false;
}

} // namespace

JsonText readJson(const QByteArray &bytes)
{
    JsonText text;
    const char *begin = bytes.constData();
    const char *furthest = begin;
    Builder builder(text, begin, &furthest);
    try {
        text.complete = json::sax_parse(CountingIterator(begin, &furthest),
                                        CountingIterator(begin + bytes.size(), &furthest), &builder);
    } catch (const std::exception &e) {
        text.faults.append({QStringLiteral("syntax"), QString::fromUtf8(e.what()), furthest - begin});
    }
    return text;
}

QString linePlace(const QByteArray &bytes, qsizetype offset)
{
    offset = std::clamp<qsizetype>(offset, 0, bytes.size());
    qsizetype line = 1;
    qsizetype column = 1;
    for (qsizetype i = 0; i < offset; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte == '\n') {
            ++line;
            column = 1;
        } else if ((byte & 0xC0) != 0x80) {
            ++column;
        }
    }
    return QStringLiteral(":%1:%2").arg(line).arg(column);
}

} // namespace verbale::host
