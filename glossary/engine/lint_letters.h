#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <QtCore/QList>

#include <optional>

namespace verbale::glossary {

/// A letter in a term that its language does not have.
struct Letter
{
    char32_t codePoint = 0;
    [[nodiscard]] QString text() const; ///< "а" (U+0430)
};

/// Letters that no other language writes in Latin script, as far as an English text quotes it: đ, ơ, ư, ạ ...
bool isVietnameseLetter(char32_t c);

/// The first letter that only looks as if it belonged there: of another script (Cyrillic, Greek), eth for đ,
/// and in English a letter that only Vietnamese has (ơ, ư, ạ, đ) in a word whose other letters are plain. A
/// word with several of them is a Vietnamese name written as such, which English may quote.
std::optional<Letter> wrongLetter(QStringView term, bool english);

} // namespace verbale::glossary
