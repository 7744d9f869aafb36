#pragma once

#include "document/document.h"

#include <random>

namespace verbale::testing {

/// What a random document may hold.
struct RandomOptions
{
    bool controls = true;  ///< characters that XML does not allow, in sources and targets
    bool tornCodes = true; ///< targets with half of a pair, with codes twice, with codes of their own
    bool annotations = true;
};

/// Makes documents as they may be at any moment of a translator's work: Vietnamese texts, inline codes of
/// every kind and origin (nested and overlapping pairs), notes, states, suggestions, terms, gaps, several
/// files. The same seed gives the same documents.
class RandomDocuments
{
public:
    explicit RandomDocuments(unsigned seed, RandomOptions options = {}) : m_random(seed), m_options(options)
    {
    }
    Document next();

    /// A text of up to `longest` pieces; with `xmlOnly` of characters that XML allows.
    QString text(int longest, bool xmlOnly);
    /// 0 to limit - 1.
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

private:
    bool oneIn(int chance) { return below(chance) == 0; }
    Unit unit(const QString &fileId, int number);
    Segment segment(int number);
    Note note(int number, const Unit &unit);
    TermHit hit(const QString &text);
    QList<TermHit> terms(const QString &text);
    Suggestion suggestion(const QString &key);

    /// The same code or pair in a text: a standalone code, or both tags.
    using Codes = QList<InlineCode>;
    Codes newCodes(int kind);
    InlineText withCodes(const QList<Codes> &codes);
    qsizetype placeIn(const QString &text, qsizetype from);
    void insert(InlineText &text, qsizetype at, const InlineCode &code);
    InlineText targetOf(const QList<Codes> &codes);

    std::mt19937 m_random;
    RandomOptions m_options;
    int m_lastCode = 0;
};

} // namespace verbale::testing
