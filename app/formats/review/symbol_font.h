#pragma once

#include <QtCore/QString>

#include <optional>

namespace verbale::review {

/// The letter that a character of a font shows, as a word processor's "insert symbol" names it: `code` is its
/// place in the font, which may be moved to U+F000. Known are Symbol, of Wingdings what is typed most
/// (arrows, ticks, bullets), and any font's characters outside of the private use area. nullopt: not known.
std::optional<QChar> symbolLetter(const QString &font, uint code);

} // namespace verbale::review
