#pragma once

#include "glossary/engine/harvest.h"

#include <vector>

namespace verbale::glossary::harvest {

/// A word of a text and what stands before it.
struct Word
{
    Span span;
    bool capital = false; ///< begins with one
    bool acronym = false; ///< two capitals or more, and no small letter
    bool joined = false;  ///< only a space stands between it and the word before
};

std::vector<Word> wordsOf(const QString &text);

/// A Vietnamese word that stands neither at the end of a name nor, with few exceptions, inside one.
bool isStopWord(const QString &word);
/// One that may stand between the parts of a name: "và", "các", "về".
bool isLinkWord(const QString &word);

/// A bracket with an acronym after a name: "(AMM)", "(ASEAN Foreign Ministers' Meeting - AMM)".
struct Bracket
{
    Span span;            ///< with its brackets
    QString acronym;      ///< empty: it holds an English name alone
    QString english = {}; ///< the name beside the acronym
};
QList<Bracket> bracketsOf(const QString &text);

/// Whether an acronym is made of a name's first letters, in their order.
bool isAcronymOf(const QString &acronym, const QString &name);

/// Vietnamese in the letters of ASCII: "Phạm Minh Chính" is "Pham Minh Chinh".
QString asciiLetters(const QString &text);

/// Whether a name of three or four words begins with a Vietnamese surname and has only capitals.
bool isVietnamesePerson(const QString &name);

/// Puts the likely English into candidates. `segments` are those of harvestTerms.
void findEnglish(const QList<HarvestSegment> &segments, QList<TermCandidate> &candidates);

} // namespace verbale::glossary::harvest
