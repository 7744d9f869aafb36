#pragma once

#include "glossary/engine/text_tokens.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <array>
#include <optional>
#include <vector>

namespace verbale::glossary {

/// What a place of a source term may stand for.
enum class PlaceKind : quint8 {
    Ordinal, ///< behind "thứ": "lần thứ 53", "lần 53", "thứ XIII", "lần thứ hai mươi"; behind an acronym "53"
    Number,  ///< "53", "XIII", "hai mươi"
    Year,    ///< "2025"
    Code,    ///< "1718", "72/225", "123/2020/NĐ-CP"
};
inline constexpr std::size_t placeKinds = 4;

/// A source term with places, cut into what it is searched by. "lần thứ" before a place belongs to it.
struct NumberedTerm
{
    struct Part
    {
        QString literal; ///< empty: a place
        PlaceKind place = PlaceKind::Number;
    };
    std::vector<Part> parts;
    QString literals; ///< together, a space between them

    /// None when the term has no place.
    static std::optional<NumberedTerm> of(const QString &term);
};

/// A number that stands in a text, in tokens.
struct NumberReading
{
    std::size_t first = 0; ///< of the number itself, without "lần thứ"
    std::size_t end = 0;
    qint64 number = 0;
};

/// Reads the numbers that terms have places for.
class NumberReader
{
public:
    explicit NumberReader(const TextTokens &text) : m_text(text) {}

    /// The words that a number, or what leads to it, may begin with; folded.
    static QStringList leadingWords();
    /// Whether it is worth asking read() at a token that is none of these words; cheap.
    [[nodiscard]] bool mayBegin(std::size_t token) const;
    [[nodiscard]] std::optional<NumberReading> read(PlaceKind kind, std::size_t token) const;
    /// Whether bare figures count what follows: "5 năm", "10 nước", or are the first of a range: "26-27".
    [[nodiscard]] bool counts(const NumberReading &reading) const;
    /// The figures at the end of a token that begins with letters ("asem12", "cop26", "thứ53"): where they
    /// begin in it; 0 when there are none.
    [[nodiscard]] qsizetype figuresBehindLetters(std::size_t token) const;

private:
    [[nodiscard]] bool isFigures(std::size_t token) const;
    [[nodiscard]] bool goesOn(std::size_t token) const;
    [[nodiscard]] bool isSign(std::size_t token, char16_t sign) const;
    [[nodiscard]] std::optional<NumberReading> figures(std::size_t token) const;
    [[nodiscard]] std::optional<NumberReading> roman(std::size_t token) const;
    [[nodiscard]] std::optional<NumberReading> words(std::size_t token, bool ordinal) const;
    [[nodiscard]] std::optional<NumberReading> ordinal(std::size_t token) const;
    [[nodiscard]] std::optional<NumberReading> number(std::size_t token) const;
    [[nodiscard]] std::optional<NumberReading> year(std::size_t token) const;
    [[nodiscard]] std::optional<NumberReading> code(std::size_t token) const;
    [[nodiscard]] std::size_t behindDash(std::size_t token) const;

    const TextTokens &m_text;
};

} // namespace verbale::glossary
