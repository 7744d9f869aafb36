#pragma once

#include "xml/names.h"

#include <QtCore/QByteArrayView>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace verbale::xml {

/// Takes apart what nearly every file consists of, several times as fast as expat: UTF-8 without a DOCTYPE,
/// names in ASCII, no entities but those of XML itself. What it has passed is well-formed. At everything
/// else, unusual or wrong, it stands still: expat goes on from there, and says what is wrong.
class QuickScan
{
public:
    enum class Token {
        Start,    ///< a start tag: name(), attributes()
        Empty,    ///< "<a/>": the same
        End,      ///< an end tag
        Text,     ///< text() as it stands, for decodeContent() to judge
        Verbatim, ///< the same of a CDATA section
        Comment,
        Instruction,
        Finished, ///< nothing but well-formed bytes is left behind
        Unknown,  ///< what is at start() is not for this class
    };

    /// Without `isWhole` the bytes end somewhere in the root element. Tokens of more than `maximumToken`
    /// bytes are unknown.
    QuickScan(QByteArrayView bytes, bool isWhole, qint64 maximumToken);

    Token next();

    // Of the last token; valid until the next call of next(). Offsets are bytes.
    [[nodiscard]] qint64 start() const { return m_start - m_begin; }
    [[nodiscard]] qint64 end() const { return m_at - m_begin; }
    [[nodiscard]] std::string_view name() const { return m_name; }
    [[nodiscard]] const std::vector<RawAttribute> &attributes() const { return m_attributes; }
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    bool skipHead();
    Token readToken();
    Token readStartTag();
    Token readEndTag();
    Token readText();
    Token readInstruction();
    Token readComment();
    Token readVerbatim();
    const char *readAttribute(const char *at);
    [[nodiscard]] std::string_view resolved(std::string_view raw, bool &isRight);
    [[nodiscard]] std::string_view rest(const char *from) const
    {
        return {from, static_cast<std::size_t>(m_stop - from)};
    }
    Token taken(Token token, const char *end)
    {
        m_at = end;
        return token;
    }

    const char *m_begin;
    const char *m_stop;
    const char *m_start; ///< of the token
    const char *m_at;    ///< its end
    bool m_isWhole;
    bool m_hasHead = false;
    bool m_hasRoot = false;
    qint64 m_maximum;
    std::string_view m_name;
    std::string_view m_text;
    std::vector<RawAttribute> m_attributes;
    std::deque<std::string> m_values; ///< of attributes with references in them
    std::size_t m_usedValues = 0;
    std::vector<std::string_view> m_open; ///< names of the open elements
};

/// Appends content between tags to `out`, which has room for `raw.size()` code units: references resolved,
/// line ends as XML has them. Null when it is not plainly well-formed. `isVerbatim`: it stood in a CDATA
/// section.
char16_t *decodeContent(std::string_view raw, bool isVerbatim, char16_t *out);

} // namespace verbale::xml
