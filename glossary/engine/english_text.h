#pragma once

#include "glossary/engine/english_words.h"

#include <verbale/sdk/span.h>

#include <QtCore/QStringView>

#include <vector>

namespace verbale::glossary {

/// What a word is written like, which says how freely it may be compared.
enum class EnglishShape : quint8 {
    Small,    ///< "cooperation": may be inflected
    Title,    ///< "Ministry": a name's word, in another number at most
    Capitals, ///< "ASEAN", "MoU", "G20": an acronym
    Number,   ///< 53, 53rd, fifty-third, fifty-three
    Any,      ///< "{n:ordinal}": a pattern's place for a number
};

/// What stands between a word and the one before, the weightiest of it.
enum class EnglishGap : quint8 { Space, Hyphen, Quote, Bracket, Comma, Stop };

struct EnglishToken
{
    Span span; ///< of the text, without apostrophe-s
    EnglishForms forms;
    EnglishForms
        joined; ///< of this word and the next one together where a hyphen is between: "multi-lateral"
    EnglishShape shape = EnglishShape::Small;
    EnglishGap before = EnglishGap::Space;
    bool possessive = false;
    bool article = false; ///< the, a, an
};

/// A text or a term as the finder of English terms sees it. Numbers are one token however they are written;
/// an ordinal's noun form is "53#", another number's "53". & is "and", + is "plus".
class EnglishText
{
public:
    EnglishText() = default;
    EnglishText(QStringView text, EnglishWords &words);

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_tokens.size()); }
    [[nodiscard]] const EnglishToken &operator[](qsizetype i) const
    {
        return m_tokens[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] const std::vector<EnglishToken> &tokens() const { return m_tokens; }

private:
    std::vector<EnglishToken> m_tokens;
};

} // namespace verbale::glossary
