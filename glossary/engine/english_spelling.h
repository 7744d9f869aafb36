#pragma once

#include <QtCore/QString>

namespace verbale::glossary {

/// One spelling for the British and the American one of a word in small letters: "organisation" and
/// "organization", "centre" and "center", "programme" and "program". What comes out need not be a word.
QString oneSpelling(const QString &word);

/// The singular of a noun in one spelling: "policies" is "policy", "crises" is "crisis". What comes out need
/// not be a word.
QString singularOf(const QString &word);

/// The verb that an irregular form belongs to: "held" is "hold"; any other word is itself.
QString verbOf(const QString &word);

/// Whether the stemmer would take the word for a form of another one.
bool standsAlone(const QString &word);

} // namespace verbale::glossary
