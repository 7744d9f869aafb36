#pragma once

#include <QtCore/QString>

#include <string>
#include <string_view>

namespace verbale::host {

/// Pulls values out of a JSON text (RFC 8259, UTF-8) one after the other, without building a tree: a message
/// is read straight into structs. Every function that returns a bool says false after a fault; the first
/// fault stays, and everything later fails too. A surrogate escape that stands alone becomes U+FFFD.
class JsonCursor
{
public:
    /// `bytesLimit`: what spend() may take in all.
    JsonCursor(std::string_view text, int depthLimit, qsizetype bytesLimit)
        : m_begin(text.data())
        , m_at(text.data())
        , m_end(text.data() + text.size())
        , m_depthLeft(depthLimit)
        , m_bytesLeft(bytesLimit)
    {
    }

    /// `bool first = true; if (openObject()) while (nextKey(key, first)) ...` reads one value for each key.
    /// The key is valid until the next call. After the loop look at failed().
    bool openObject();
    bool nextKey(std::string_view &key, bool &first);
    bool openArray();
    bool nextElement(bool &first);

    bool takeNull(); ///< true and past it when a null follows; no fault otherwise
    bool read(QString &value);
    bool read(bool &value);
    bool read(qint64 &value); ///< no fraction and no exponent
    bool read(double &value);
    bool readBytes(QByteArray &value);           ///< a text in base64
    bool skip(std::string_view *text = nullptr); ///< any value, checked; `text`: where it stands
    bool atObject();                             ///< whether the value that follows is an object
    bool end();                                  ///< nothing but white space is left

    /// Counts memory that what is read occupies.
    bool spend(qsizetype bytes);

    [[nodiscard]] bool failed() const { return !m_fault.isEmpty(); }
    bool fail(const QString &what);      ///< "has to be a text", of the value at hand. Returns false.
    void failedIn(std::string_view key); ///< the fault lies in the value of this key of an object
    void failedAt(qsizetype index);      ///< likewise, of an element of a list
    [[nodiscard]] QString fault() const; ///< "segments[3].id has to be a text"

private:
    struct Slice
    {
        std::string_view text;
        bool escaped = false;
    };
    void skipSpace();
    bool open(char bracket, const char *what);
    bool more(char bracket, bool &first);
    bool syntax(const char *what);
    bool scanString(Slice &slice, const char *expected);
    bool scanEscape();
    bool scanNumber(std::string_view &text, bool &whole, const char *expected);
    bool scanWord(std::string_view word);

    const char *const m_begin;
    const char *m_at;
    const char *const m_end;
    int m_depthLeft;
    qsizetype m_bytesLeft;
    std::string m_key; ///< of a key with escapes
    QString m_fault;
    QString m_path;
};

} // namespace verbale::host
